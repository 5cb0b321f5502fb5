"""What belongs to a studio: the base of such tables, whose manager raises where no studio's scope is open."""

from typing import Any, Self

from django.db import models
from django_scopes import ScopedManager, get_scope

from .models import Studio


class ForeignStudio(Exception):
    """A row of one studio was about to be written while another studio's scope is open. Always a bug."""


def owned_manager(queryset: Any = models.QuerySet) -> Any:
    """The manager of a table that belongs to a studio, with the words of its own QuerySet class."""
    return ScopedManager(models.Manager.from_queryset(queryset), studio="studio")


class StudioOwned(models.Model):
    """A row of one studio. Every query needs an open scope (`tenancy.studio_scope`), or it raises ScopeError.

    A subclass with words of its own says `objects = owned_manager(DutyQuerySet)`. Foreign keys to and between
    such rows are PROTECT: a cascade would go past the manager.
    """

    studio = models.ForeignKey(Studio, on_delete=models.PROTECT, related_name="+", editable=False)
    studio_id: int

    objects = owned_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the row. Raises ForeignStudio if another studio's scope is open."""
        self.check_studio()
        super().save(*args, **kwargs)

    def check_studio(self) -> Self:
        """Raises ForeignStudio if this row is not of the studio whose scope is open."""
        open_studio = get_scope().get("studio")
        if isinstance(open_studio, Studio) and open_studio.pk != self.studio_id:
            raise ForeignStudio(
                f"{self._meta.label} of studio {self.studio_id} while {open_studio.pk} is open"
            )
        return self
