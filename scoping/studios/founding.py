"""Founding: a studio, its owner, and the owner's account."""

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from scoping.domain.text import TextRefused, clean_text
from scoping.kit.forms import screen_language

from .models import Membership, Rank, Studio, User


@transaction.atomic
def found(*, name: str, email: str, password: str | None = None, owner_name: str = "") -> Studio:
    """Founds a studio with one owner. An account that is there already keeps its password.

    A new account without a password gets one through "forgotten your password". The operator vouches for the
    address, so it counts as verified. Raises ValidationError for a name, address or password that won't do.
    """
    email = email.strip().lower()
    validate_email(email)
    studio = Studio.objects.create(name=_clean_name(name))
    owner = User.objects.filter(email__iexact=email).first()
    if owner is None:
        owner = User(email=email, name=_clean_name(owner_name) if owner_name else "")
        if password is not None:
            validate_password(password, owner)
        owner.set_password(password)
        owner.save()
    EmailAddress.objects.get_or_create(
        user=owner, email=owner.email, defaults={"verified": True, "primary": True}
    )
    join_as_owner(owner, studio)
    return studio


def join_as_owner(user: User, studio: Studio) -> Membership:
    """From now on this person is an owner of the studio."""
    return Membership.objects.create(user=user, studio=studio, rank=Rank.OWNER)


def _clean_name(name: str) -> str:
    try:
        cleaned = clean_text(name.strip(), limit=120)
    except TextRefused as refused:
        raise ValidationError(refused.sentence(screen_language())) from refused
    if not cleaned:
        raise ValidationError(_("A studio needs a name."))
    return cleaned
