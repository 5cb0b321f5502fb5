"""The companies that ask for work, and the persons there."""
