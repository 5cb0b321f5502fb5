"""The tenant: studios, the people who sign in, and the door that keeps each studio's rows apart."""
