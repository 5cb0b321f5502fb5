"""The draft of an engagement: rows, their reading into a Scope and the writing of a Scope into them."""
