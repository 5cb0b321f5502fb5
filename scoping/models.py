"""Lists every room's tables for Django. Nobody imports this module: import from the room."""

from scoping.studios.models import Membership, Studio, User

__all__ = ["Membership", "Studio", "User"]
