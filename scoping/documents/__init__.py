"""What was issued: versions, their frozen documents, and what the public may verify."""
