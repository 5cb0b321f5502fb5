"""Step roles: who holds the two roles, what each receives, how much the social role decides."""
