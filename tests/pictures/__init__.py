"""Pictures of everything that people see: the samples' PDF pages, and each page of the application."""
