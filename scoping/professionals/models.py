"""The studio's professionals."""

from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from scoping.domain.words import Lane
from scoping.kit.models import public_id
from scoping.studios.models import Membership, User
from scoping.studios.ownership import OwnedManager, StudioOwned

YEARS = [MinValueValidator(1950), MaxValueValidator(2100)]


class ProfessionalQuerySet(models.QuerySet["Professional"]):
    """Professionals in the words of the field."""

    def at_work(self) -> Self:
        """Those who can be chosen for a new engagement."""
        return self.filter(active=True)

    def at_work_first(self) -> Self:
        """All of them, those who can be chosen in front."""
        return self.order_by("-active", "name", "pk")

    def called(self, name: str) -> Self:
        """Those of that name, whatever its capitals."""
        return self.filter(name__iexact=name)

    def readable_by(self, member: Membership) -> Self:
        """Those whose competences this member may read: an owner everybody's, others their own."""
        return self.all() if member.is_owner else self.filter(user=member.user)


ProfessionalManager = OwnedManager.from_queryset(ProfessionalQuerySet)


class Professional(StudioOwned):
    """A person of the studio who can hold a role; may be a user of it.

    The two years say since when this person does the work of a role; they may be told to the client.
    """

    uid = public_id()
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="professionals")
    name = models.CharField(max_length=120)
    job = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    marketing_since = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEARS)
    social_since = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEARS)
    active = models.BooleanField(default=True)

    objects: ClassVar[ProfessionalManager] = ProfessionalManager()

    class Meta(StudioOwned.Meta):
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def since(self, lane: Lane) -> int | None:
        """The year since which this person does the work of a role."""
        return {Lane.MARKETING: self.marketing_since, Lane.SOCIAL: self.social_since}.get(lane)
