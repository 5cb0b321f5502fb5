"""Our few words of Django; no word of the field."""
