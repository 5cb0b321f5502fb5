"""The last step: what the rules say, the very PDF, and issuing it."""
