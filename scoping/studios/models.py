"""Studio, User and Membership: who the tenant is, who signs in, and who belongs where."""

import datetime as dt
import re
import uuid
import zoneinfo
from decimal import Decimal
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from scoping.domain.scope import Address, StudioIdentity, TaxProfile
from scoping.domain.words import Fund, Income, Language, TaxRegime
from scoping.kit.models import choices_of, public_id, width_of

LANGUAGES = {Language.ITALIAN: _("Italian"), Language.ENGLISH: _("English")}
REGIMES = {
    TaxRegime.ORDINARY: _("Ordinary VAT"),
    TaxRegime.FLAT_RATE: _("Flat-rate regime (forfettario)"),
    TaxRegime.OUTSIDE_ITALY: _("Studio outside Italy"),
}
INCOMES = {
    Income.BUSINESS: _("Business in the company register"),
    Income.SELF_EMPLOYMENT: _("Self-employment (freelance professional)"),
}
FUNDS = {
    Fund.NONE: _("None"),
    Fund.INPS_SEPARATE: _("INPS gestione separata (4% surcharge)"),
    Fund.PROFESSIONAL: _("A professional fund"),
}


NUMBER = re.compile(r"(?:.*-)?(?P<year>\d{4})-(?P<place>\d{3,6})")
NUMBER_PREFIX = re.compile(r"[A-Za-z0-9]{1,11}-")
NUMBER_DIGITS = [MinValueValidator(3), MaxValueValidator(5)]


def check_number_prefix(prefix: str) -> None:
    """Wants letters and figures that addresses bear, and a dash behind them. Raises ValidationError."""
    if not NUMBER_PREFIX.fullmatch(prefix):
        raise ValidationError(_("Letters without accents and figures only, eleven at most."), code="prefix")


def check_time_zone(name: str) -> None:
    """Wants a zone that this machine knows, such as Europe/Rome. Raises ValidationError."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no time zone of this name: write one like Europe/Rome."))


class UserManager(BaseUserManager["User"]):
    """Finds people by their e-mail, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Makes an account; without a password it can only be used after one was set by e-mail."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> "User":
        """What sign-in asks for."""
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """Somebody who signs in, with an e-mail address and a password."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(
        _("language"),
        max_length=width_of(Language),
        choices=choices_of(LANGUAGES),
        default=Language.ITALIAN.value,
    )
    is_active = models.BooleanField(_("active"), default=True)
    joined = models.DateTimeField(_("joined"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_whatever_its_capitals")]

    def __str__(self) -> str:
        return self.name or self.email

    def remember_language(self, language: str) -> None:
        """The language in which this person is written to from now on."""
        self.language = language
        self.save(update_fields=["language"])


class StudioQuerySet(models.QuerySet["Studio"]):
    """Studios in words."""

    def called(self, called: str) -> "StudioQuerySet":
        """Those of that name, whatever its capitals, or of that uid."""
        try:
            return self.filter(uid=uuid.UUID(called))
        except ValueError:
            return self.filter(name__iexact=called)


class Studio(models.Model):
    """The consultancy: the tenant of an installation, one person or many.

    A blank `regime` means that nobody said yet how its fees are taxed, which keeps a document from being
    issued. `hourly_rate` is the public rate of work outside the scope, per hour. An engagement's number is
    the prefix, its year, and its place in the year's series in so many figures at least. `logo_mark` names
    the logo's picture in addresses (`studios.logo`); blank where there is none.
    """

    uid = public_id()
    name = models.CharField(_("name"), max_length=120)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    province = models.CharField(_("province"), max_length=40, blank=True)
    country = models.CharField(_("country"), max_length=2, default="IT")
    vat_number = models.CharField(_("VAT number"), max_length=20, blank=True)
    tax_code = models.CharField(_("tax code"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    pec = models.EmailField(_("certified e-mail (PEC)"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/Rome", validators=[check_time_zone]
    )
    language = models.CharField(
        _("language of new engagements"),
        max_length=width_of(Language),
        choices=choices_of(LANGUAGES),
        default=Language.ITALIAN.value,
    )

    regime = models.CharField(
        _("how fees are taxed"), max_length=width_of(TaxRegime), choices=choices_of(REGIMES), blank=True
    )
    income = models.CharField(
        _("kind of income"), max_length=width_of(Income), choices=choices_of(INCOMES), blank=True
    )
    fund = models.CharField(
        _("pension contribution"),
        max_length=width_of(Fund),
        choices=choices_of(FUNDS),
        default=Fund.NONE.value,
    )
    fund_name = models.CharField(_("name of the professional fund"), max_length=120, blank=True)
    fund_percent = models.DecimalField(
        _("the fund's contribution"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(30))],
    )
    law_4_2013 = models.BooleanField(_("profession under Italian law 4/2013"), default=False)

    approve_possible_apart = models.BooleanField(
        _("possibly onerous clauses are approved apart too"), default=True
    )
    hourly_rate = models.DecimalField(
        _("hourly rate of work outside the scope"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    number_prefix = models.CharField(
        _("what engagement numbers begin with"),
        max_length=12,
        blank=True,
        editable=False,
        validators=[check_number_prefix],
    )
    number_digits = models.PositiveSmallIntegerField(
        _("figures of the place in the year"), default=3, editable=False, validators=NUMBER_DIGITS
    )
    logo_mark = models.CharField(max_length=16, blank=True, editable=False)
    founded = models.DateTimeField(_("founded"), auto_now_add=True)

    objects = StudioQuerySet.as_manager()

    class Meta:
        verbose_name = _("studio")
        verbose_name_plural = _("studios")

    def __str__(self) -> str:
        return self.name

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The day of an aware moment, in the studio's time zone."""
        return moment.astimezone(zoneinfo.ZoneInfo(self.time_zone)).date()

    def number_of(self, year: int, place: int) -> str:
        """An engagement's number, such as 2026-014: its year and its place (from 1) in the year's series."""
        return f"{self.number_prefix}{year}-{place:0{self.number_digits}d}"

    def place_of(self, number: str) -> tuple[int, int] | None:
        """Year and place of a number of the studio's own form, with any prefix; None for another form."""
        matched = NUMBER.fullmatch(number)
        return (int(matched["year"]), int(matched["place"])) if matched else None

    def identity(self) -> StudioIdentity:
        """The studio as a Scope names it."""
        return StudioIdentity(
            name=self.name,
            legal_name=self.legal_name,
            address=Address(
                street=self.street,
                postcode=self.postcode,
                city=self.city,
                province=self.province,
                country=self.country,
            ),
            vat_number=self.vat_number,
            tax_code=self.tax_code,
            email=self.email,
            pec=self.pec,
            phone=self.phone,
            website=self.website,
            time_zone=self.time_zone,
            tax=self.tax_profile(),
        )

    def tax_profile(self) -> TaxProfile:
        """How fees are taxed. The INPS surcharge is optional: a studio that charges none has no fund here."""
        fund = Fund(self.fund)
        professional = fund == Fund.PROFESSIONAL
        return TaxProfile(
            regime=TaxRegime(self.regime) if self.regime else None,
            income=Income(self.income) if self.income else None,
            fund=fund,
            fund_name=self.fund_name if professional else "",
            fund_percent=self.fund_percent if professional else None,
        )


class Rank(models.TextChoices):
    """What a member may do: an owner also changes the studio itself and overrules conditions."""

    OWNER = "owner", _("Owner")
    MEMBER = "member", _("Member")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships in words."""

    def of(self, user: User | AnonymousUser) -> "MembershipQuerySet":
        """Those of one person that are in force, oldest first, with their studios."""
        if not isinstance(user, User):
            return self.none()
        return self.filter(user=user, active=True).select_related("studio").order_by("pk")

    def members_of(self, studio: Studio) -> "MembershipQuerySet":
        """Those of one studio that are in force, oldest first, with the persons."""
        return self.filter(studio=studio, active=True).select_related("user").order_by("pk")

    def called(self, email: str) -> "MembershipQuerySet":
        """Those of the person of that address; none where it cannot be one."""
        return self.none() if "\0" in email else self.filter(user__email__iexact=email)

    def owned(self) -> "MembershipQuerySet":
        """Those of owners."""
        return self.filter(rank=Rank.OWNER)

    def named(self, name: str) -> "MembershipQuerySet":
        """Those in a studio of that name."""
        return self.filter(studio__name=name)

    def in_studio(self, uid: str) -> "MembershipQuerySet":
        """Those in the studio of that uid; none where it is no uid at all."""
        try:
            return self.filter(studio__uid=uuid.UUID(uid))
        except ValueError:
            return self.none()


class Membership(models.Model):
    """That a user belongs to a studio; one person may be in several."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    studio = models.ForeignKey(Studio, on_delete=models.PROTECT, related_name="memberships")
    rank = models.CharField(_("rank"), max_length=20, choices=Rank.choices, default=Rank.MEMBER)
    active = models.BooleanField(_("active"), default=True)
    since = models.DateTimeField(_("since"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["user", "studio"], name="one_membership_a_studio")]

    def __str__(self) -> str:
        return f"{self.user} · {self.studio}"

    def let_go(self) -> None:
        """This person does not belong to the studio any more; what they did here stays."""
        self.active = False
        self.save(update_fields=["active"])

    @property
    def is_owner(self) -> bool:
        """Whether this person may change the studio itself."""
        return self.rank == Rank.OWNER
