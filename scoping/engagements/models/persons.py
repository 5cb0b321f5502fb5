"""Who takes part in an engagement, with which function, and who holds the two roles."""

from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from scoping.clients.models import Contact
from scoping.domain import scope
from scoping.domain.words import FunctionKind, Holder, Lane, Party
from scoping.kit.models import choices_of
from scoping.professionals.models import Professional
from scoping.studios.ownership import OwnedManager, StudioOwned

from .engagement import Engagement
from .rows import EngagementRow


class Participant(EngagementRow):
    """Somebody whom this engagement names: a professional, a contact, or a third party's person.

    Of the first two the row they come from says name and job; of a third party's person this row does.
    """

    PARTIES = choices_of(
        {Party.STUDIO: _("studio"), Party.CLIENT: _("client"), Party.THIRD: _("third party")}
    )

    party = models.CharField(max_length=6, choices=PARTIES)
    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    job = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    signs_for_studio = models.BooleanField(default=False)

    class Meta(EngagementRow.Meta):
        constraints = [
            *EngagementRow.Meta.constraints,
            models.UniqueConstraint(fields=["engagement", "professional"], name="professional_once"),
            models.UniqueConstraint(fields=["engagement", "contact"], name="contact_once"),
            models.UniqueConstraint(
                fields=["engagement"], condition=models.Q(signs_for_studio=True), name="one_signs_for_studio"
            ),
            models.CheckConstraint(
                name="participant_comes_from_one_place",
                condition=models.Q(party=Party.STUDIO.value, professional__isnull=False, contact__isnull=True)
                | models.Q(party=Party.CLIENT.value, professional__isnull=True, contact__isnull=False)
                | models.Q(party=Party.THIRD.value, professional__isnull=True, contact__isnull=True)
                & ~models.Q(name=""),
            ),
        ]

    def __str__(self) -> str:
        return self.source.name

    @property
    def source(self) -> "Professional | Contact | Participant":
        """The row that says who this is."""
        return self.professional or self.contact or self

    def person(self) -> scope.Person:
        """The value that a Scope holds."""
        source, professional = self.source, self.professional
        return scope.Person(
            key=self.key,
            party=Party(self.party),
            name=source.name,
            job=source.job,
            organisation=self.organisation,
            email=source.email,
            phone=source.phone,
            marketing_since=professional.marketing_since if professional else None,
            social_since=professional.social_since if professional else None,
        )


class FunctionQuerySet(models.QuerySet["EngagementFunction"]):
    """Functions in the words of the field."""

    def of_kind(self, kind: str) -> Self:
        """Those of one kind."""
        return self.filter(kind=kind)

    def held(self, kind: str, key: str) -> Self:
        """The one function of that kind that the person of that key has, with the person."""
        rows = self.of_kind(kind).filter(participant__key=key)
        return rows.select_related("participant__contact", "participant__professional")

    def last_in_order(self) -> int:
        """The last place in the order of signing; 0 where nobody has one."""
        return self.aggregate(last=models.Max("order"))["last"] or 0


FunctionManager = OwnedManager.from_queryset(FunctionQuerySet)


class EngagementFunction(StudioOwned):
    """What a contact is in this engagement; one person may have several functions."""

    KINDS = choices_of(
        {
            FunctionKind.SIGNATORY: _("signs"),
            FunctionKind.COUNTERPART: _("decides with marketing"),
            FunctionKind.APPROVER: _("approves content"),
            FunctionKind.READER: _("reads"),
        }
    )

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="functions")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="functions")
    kind = models.CharField(max_length=11, choices=KINDS)
    order = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    power = models.CharField(max_length=120, blank=True)
    days = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    position = models.PositiveIntegerField(default=0)

    objects: ClassVar[FunctionManager] = FunctionManager()

    class Meta(StudioOwned.Meta):
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "participant", "kind"], name="one_function_of_a_kind"
            )
        ]


class RoleAssignment(StudioOwned):
    """Who holds one of the two roles in this engagement: one lead holder, further named ones as rows."""

    HOLDERS = choices_of(
        {
            Holder.STUDIO: _("studio"),
            Holder.CLIENT: _("client"),
            Holder.THIRD: _("third party"),
            Holder.NOBODY: _("nobody"),
        }
    )
    LANES = choices_of({Lane.MARKETING: _("Marketing"), Lane.SOCIAL: _("Social media")})

    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="roles")
    lane = models.CharField(max_length=9, choices=LANES)
    held_by = models.CharField(max_length=6, choices=HOLDERS, default=Holder.NOBODY.value)
    lead = models.ForeignKey(Participant, models.PROTECT, null=True, blank=True, related_name="leads")
    example = models.CharField(max_length=300, blank=True)

    class Meta(StudioOwned.Meta):
        ordering = ["lane"]
        constraints = [models.UniqueConstraint(fields=["engagement", "lane"], name="one_assignment_a_role")]


class RoleHolder(StudioOwned):
    """A further person who holds a role beside its lead."""

    role = models.ForeignKey(RoleAssignment, models.PROTECT, related_name="others")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta(StudioOwned.Meta):
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["role", "participant"], name="holder_once")]
