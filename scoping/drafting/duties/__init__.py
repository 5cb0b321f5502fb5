"""The step "Duties": who does what, in three lanes."""
