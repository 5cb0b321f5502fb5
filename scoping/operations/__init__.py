"""For whoever runs an installation."""
