"""Step client: who the client is, which contact has which function, who signs for the studio."""
