"""Who can hold a role for the studio."""
