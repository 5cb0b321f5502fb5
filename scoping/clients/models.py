"""Companies and contacts, as a studio knows them across engagements."""

from typing import ClassVar, Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from scoping.domain.scope import Address, ClientIdentity
from scoping.domain.words import Language, SizeBand
from scoping.kit.finding import hold
from scoping.kit.models import choices_of, public_id
from scoping.studios.ownership import OwnedManager, StudioOwned


class ClientQuerySet(models.QuerySet["Client"]):
    """Clients in the words of the field."""

    def called(self, name: str) -> Self:
        """Those of that name, whatever its capitals."""
        return self.filter(name__iexact=name)

    def with_vat_number(self, number: str) -> Self:
        """Those of that VAT number; none, where it is empty."""
        return self.filter(vat_number=number) if number else self.none()

    def matching(self, words: str) -> Self:
        """Those whose name, town or numbers hold each of the words, whatever their accents and capitals; all,
        where there is none. No database folds accents by itself, so the texts are read."""
        if not words.strip():
            return self
        texts = self.values_list("pk", "name", "short_name", "city", "vat_number", "tax_code")
        return self.filter(pk__in=[pk for pk, *said in texts if hold(said, words)])

    def known_as(self, identity: ClientIdentity) -> "Client | None":
        """The client of that VAT number; without one, the client of that name that has none either."""
        if identity.vat_number:
            return self.filter(vat_number=identity.vat_number).first()
        return self.filter(name=identity.name, vat_number="").first()


ClientManager = OwnedManager.from_queryset(ClientQuerySet)


class Client(StudioOwned):
    """A company that asks for work. Its identity goes into the document as it is when a version is issued."""

    SIZE_BANDS = choices_of(
        {
            SizeBand.MICRO: _("Micro: up to 9 people"),
            SizeBand.SMALL: _("Small: 10 to 49 people"),
            SizeBand.MEDIUM: _("Medium: 50 to 249 people"),
            SizeBand.LARGE: _("Large: 250 people or more"),
        }
    )
    LANGUAGES = choices_of({Language.ITALIAN: _("Italian"), Language.ENGLISH: _("English")})

    uid = public_id()
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80, blank=True)
    legal_form = models.CharField(max_length=80, blank=True)
    size_band = models.CharField(max_length=10, choices=SIZE_BANDS, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    city = models.CharField(max_length=120, blank=True)
    province = models.CharField(max_length=60, blank=True)
    country = models.CharField(max_length=2, default="IT")
    vat_number = models.CharField(max_length=20, blank=True)
    tax_code = models.CharField(max_length=20, blank=True)
    purpose = models.TextField(max_length=500, blank=True)
    pec = models.EmailField(blank=True)
    sdi_code = models.CharField(max_length=7, blank=True)
    withholding_agent = models.BooleanField(null=True, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default=Language.ITALIAN.value)

    objects: ClassVar[ClientManager] = ClientManager()

    class Meta(StudioOwned.Meta):
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def identity(self) -> ClientIdentity:
        """The client as a Scope names it."""
        return ClientIdentity(
            name=self.name,
            short_name=self.short_name,
            legal_form=self.legal_form,
            size_band=SizeBand(self.size_band) if self.size_band else None,
            address=Address(
                street=self.street,
                postcode=self.postcode,
                city=self.city,
                province=self.province,
                country=self.country,
            ),
            vat_number=self.vat_number,
            tax_code=self.tax_code,
            purpose=self.purpose,
            pec=self.pec,
            sdi_code=self.sdi_code,
            withholding_agent=self.withholding_agent,
        )

    @transaction.atomic
    def remove(self) -> None:
        """Delete the client and its contacts. Raises ProtectedError where an engagement is for it: then
        nothing is deleted."""
        for contact in self.contacts.all():
            contact.delete()
        self.delete()

    def take(self, identity: ClientIdentity) -> None:
        """Take over the identity that a scope file names; saving is the caller's."""
        self.name, self.short_name, self.legal_form = identity.name, identity.short_name, identity.legal_form
        self.size_band = identity.size_band or ""
        address = identity.address
        self.street, self.postcode, self.city = address.street, address.postcode, address.city
        self.province, self.country = address.province, address.country
        self.vat_number, self.tax_code, self.purpose = (
            identity.vat_number,
            identity.tax_code,
            identity.purpose,
        )
        self.pec, self.sdi_code = identity.pec, identity.sdi_code
        self.withholding_agent = identity.withholding_agent


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts in the words of the field."""

    def called(self, name: str) -> Self:
        """Those of that name, whatever its capitals."""
        return self.filter(name__iexact=name)


ContactManager = OwnedManager.from_queryset(ContactQuerySet)


class Contact(StudioOwned):
    """A person at a client."""

    uid = public_id()
    client = models.ForeignKey(Client, models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=120)
    job = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    objects: ClassVar[ContactManager] = ContactManager()

    class Meta(StudioOwned.Meta):
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
