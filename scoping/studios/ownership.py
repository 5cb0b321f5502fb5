"""What belongs to a studio: the base of such tables, whose manager raises where no studio's scope is open."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django_scopes import ScopeError, get_scope
from django_scopes.manager import DisabledQuerySet

from .models import Studio

Row = TypeVar("Row", bound=models.Model)


class ForeignStudio(Exception):
    """A row of one studio was about to be written while another studio's scope is open. Always a bug."""


class NoStudioOpen(DisabledQuerySet):
    """What a manager gives outside every scope: asking it anything raises ScopeError.

    django-scopes itself leaves `exists`, `exclude` and a few more open.
    """

    exists = exclude = contains = in_bulk = explain = alias = defer = distinct = extra = (
        DisabledQuerySet.error
    )
    select_related = prefetch_related = intersection = difference = DisabledQuerySet.error
    aiterator = bulk_create = bulk_update = _fetch_all = _raw_delete = DisabledQuerySet.error


class OwnedManager(models.Manager[Row]):
    """Reads the rows of the studio whose scope is open, and no others."""

    def get_queryset(self) -> models.QuerySet[Row]:
        """The open studio's rows; outside every scope a QuerySet that raises ScopeError when it is used."""
        scope = get_scope()
        if not scope.get("_enabled", True):
            return super().get_queryset()
        if scope.get("studio") is None:
            return NoStudioOpen(self.model, using=self._db, missing_scopes={"studio"})
        return super().get_queryset().filter(studio=scope["studio"])

    def all(self) -> models.QuerySet[Row]:
        """Every row of the open studio. Raises ScopeError where none is open."""
        found = self.get_queryset()
        # A copy, as a QuerySet's own `all` makes one, would ask again for what was fetched beforehand.
        return found.all() if isinstance(found, NoStudioOpen) else found


class StudioOwned(models.Model):
    """A row of one studio. Every query and every save needs an open scope (`tenancy.studio_scope`).

    A subclass with words of its own says `objects = OwnedManager.from_queryset(DutyQuerySet)()`. Foreign keys
    to and between such rows are PROTECT: a cascade would go past the manager.
    """

    studio = models.ForeignKey(Studio, on_delete=models.PROTECT, related_name="+", editable=False)
    studio_id: int

    if not TYPE_CHECKING:  # as types, the managers of the tables have nothing in common to inherit
        objects = OwnedManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the row. Raises ForeignStudio in another studio's scope, ScopeError outside every scope."""
        self.check_studio()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes the row. Raises as `save` does."""
        self.check_studio()
        return super().delete(*args, **kwargs)

    def check_studio(self) -> None:
        """Raises unless this row is of the studio whose scope is open."""
        scope = get_scope()
        if not scope.get("_enabled", True):
            return
        studio = scope.get("studio")
        if studio is None:
            raise ScopeError(f"{self._meta.label} is written outside every studio's scope")
        if studio.pk != self.studio_id:
            raise ForeignStudio(f"{self._meta.label} of studio {self.studio_id} while {studio.pk} is open")
