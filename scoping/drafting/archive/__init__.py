"""A draft is put away, and taken out again."""
