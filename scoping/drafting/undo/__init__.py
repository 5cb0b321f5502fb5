"""Taking back what was just changed."""
