"""Across rooms: the way in, from a new account to the first issued document, and the field's words."""
