"""Founding: a studio, its owner, and the owner's account."""

from allauth.account.models import EmailAddress
from django.db import transaction

from .models import Membership, Rank, Studio, User


@transaction.atomic
def found(*, name: str, email: str, password: str | None = None, owner_name: str = "") -> Studio:
    """Founds a studio with one owner, whose account is made unless it is there; a password, if given, is set.

    The operator vouches for the address, so it counts as verified.
    """
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        user = User.objects.create_user(email, password, name=owner_name)
    elif password is not None:
        user.set_password(password)
        user.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    studio = Studio.objects.create(name=name.strip())
    Membership.objects.create(user=user, studio=studio, rank=Rank.OWNER)
    return studio
