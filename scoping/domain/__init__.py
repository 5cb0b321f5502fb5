"""What Paletti knows of its field, in plain Python: no Django, no database, no clock."""
