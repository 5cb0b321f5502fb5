"""The engagements of a studio, and the founding of a new one."""
