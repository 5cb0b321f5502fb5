"""The printer: a process that turns HTML into PDF bytes, one document after the other, and can be killed."""
