"""Inviting somebody into the studio: a link that its owner hands over, good for one address, once."""

import datetime as dt
import secrets
from typing import ClassVar, Self

from django.db import models, transaction

from scoping.domain.canonical import sha256_hex
from scoping.kit.models import public_id

from .models import Membership, Rank, Studio, User
from .ownership import OwnedManager, StudioOwned
from .tenancy import across_studios, studio_scope

DAYS_VALID = 14


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations in words."""

    def waiting(self, at: dt.datetime) -> Self:
        """Those that can still be accepted, the newest first."""
        return self.filter(used_at=None, valid_until__gt=at).order_by("-valid_until")


InvitationManager = OwnedManager.from_queryset(InvitationQuerySet)


class Invitation(StudioOwned):
    """That an owner invites an address. Of the link's secret only the hash is kept: it is shown once."""

    uid = public_id()
    email = models.EmailField()
    rank = models.CharField(max_length=20, choices=Rank.choices, default=Rank.MEMBER)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    valid_until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[InvitationManager] = InvitationManager()

    class Meta(StudioOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["studio", "email"],
                condition=models.Q(used_at=None),
                name="one_open_invitation_an_address",
            )
        ]

    def __str__(self) -> str:
        return self.email

    def is_for(self, user: User) -> bool:
        """Whether this person's address is the invited one."""
        return user.email.casefold() == self.email.casefold()


@transaction.atomic
def invite(studio: Studio, *, email: str, rank: str, by: User, at: dt.datetime) -> str:
    """Invite an address, and give the secret of its link; an older open invitation of it is worth nothing
    from now on."""
    Studio.objects.select_for_update(no_key=True).get(pk=studio.pk)
    Invitation.objects.filter(email=email, used_at=None).delete()
    secret = secrets.token_urlsafe(32)
    Invitation.objects.create(
        studio=studio,
        email=email,
        rank=rank,
        secret_sha256=sha256_hex(secret),
        invited_by=by,
        valid_until=at + dt.timedelta(days=DAYS_VALID),
    )
    return secret


def invitation_of(secret: str, at: dt.datetime) -> Invitation | None:
    """The open invitation of that secret, in whichever studio it is."""
    with across_studios():
        found = Invitation.objects.all().waiting(at).select_related("studio", "invited_by")
        return found.filter(secret_sha256=sha256_hex(secret)).first()


@transaction.atomic
def accept(invitation: Invitation, user: User, at: dt.datetime) -> bool:
    """Make the person a member; False where the invitation was used or withdrawn meanwhile. Somebody who was
    a member before is one again."""
    with studio_scope(invitation.studio):
        used = Invitation.objects.all().waiting(at).filter(pk=invitation.pk).update(used_at=at)
    if not used:
        return False
    if Membership.objects.members_of(invitation.studio).filter(user=user).exists():
        return True  # with the rank that is there: an owner who follows a member's link stays one
    Membership.objects.update_or_create(
        user=user, studio=invitation.studio, defaults={"rank": invitation.rank, "active": True}
    )
    return True
