"""The studio's work as lists: engagements, and what was done for one client."""
