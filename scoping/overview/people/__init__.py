"""The studio's people: how long each does the work of a role, and what they hold now."""
