"""The demo: a studio with the sample engagements issued, and one draft that shows what blocks."""

import dataclasses
import datetime as dt
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import transaction

from scoping.catalogue.load import load_catalogue
from scoping.documents.issue import issue
from scoping.domain import scopefile
from scoping.domain.scope import FeeLine, Scope, StudioIdentity
from scoping.domain.words import FeeKind, FeeLane
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.engagements.models.engagement import reserve_number
from scoping.professionals.models import Professional
from scoping.record.write import Actor, actor_of
from scoping.studios.founding import found
from scoping.studios.models import Studio, User
from scoping.studios.tenancy import studio_scope

from .internal import load_estimates, load_people

SAMPLES = Path(settings.HOME) / "tests" / "samples"
UNDIVIDED = "small-producer"
OWNER = "Anna Landi"


class AlreadyThere(Exception):
    """The demo studio was loaded before; it is left as it is."""


@transaction.atomic
def load_demo(at: dt.datetime) -> Studio:
    """Found the demo studio, issue each sample, and add a draft of the first one with an undivided fee.

    Raises `AlreadyThere`, and whatever issuing refuses: a sample that can't be issued is a mistake of ours.
    """
    email, password = settings.DEMO_SIGN_IN
    if User.objects.filter(email=email).exists():
        raise AlreadyThere
    samples = {path.stem: scopefile.read(path.read_bytes()).scope for path in sorted(SAMPLES.glob("*.json"))}
    first = samples[UNDIVIDED]
    studio = found(name=first.studio.name, email=email, password=password, owner_name=OWNER)
    take_identity(studio, first.studio)
    studio.save()
    with studio_scope(studio):
        load_catalogue(studio)
        actor = actor_of(User.objects.get(email=email))
        done = [
            import_scope(studio=studio, described=described, actor=actor, at=at).engagement
            for described in samples.values()
        ]
        load_people(studio, User.objects.get(email=email))
        for engagement, described in zip(done, samples.values(), strict=True):
            load_estimates(engagement, described.number)
            issue(engagement, actor=actor, at=at)
        draft = draft_with_undivided_fee(studio, first, actor, at)
        load_estimates(draft, first.number)
    return studio


def draft_with_undivided_fee(studio: Studio, described: Scope, actor: Actor, at: dt.datetime) -> Engagement:
    """The first sample once more, with one fee for both roles, as many studios write it today, and with the
    owner in both of them: her work on social media was never assessed."""
    roles = {FeeLane.MARKETING, FeeLane.SOCIAL}
    amount = sum((fee.amount for fee in described.fees if fee.lane in roles), Decimal(0))
    undivided = FeeLine(key="fee-1", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=amount)
    others = tuple(fee for fee in described.fees if fee.lane not in roles)
    number = reserve_number(studio, described.dated.year)
    owner = Professional.objects.get(name=OWNER)
    persons = tuple(
        dataclasses.replace(
            person,
            name=owner.name,
            job=owner.job,
            email=owner.email,
            phone=owner.phone,
            marketing_since=owner.marketing_since,
            social_since=owner.social_since,
        )
        if person == described.double_holder
        else person
        for person in described.persons
    )
    draft = dataclasses.replace(described, number=number, fees=(undivided, *others), persons=persons)
    return import_scope(studio=studio, described=draft, actor=actor, at=at).engagement


def take_identity(studio: Studio, identity: StudioIdentity) -> None:
    """Make a studio say of itself what a scope file says of it."""
    address, tax = identity.address, identity.tax
    studio.legal_name, studio.vat_number, studio.tax_code = (
        identity.legal_name,
        identity.vat_number,
        identity.tax_code,
    )
    studio.street, studio.postcode, studio.city = address.street, address.postcode, address.city
    studio.province, studio.country = address.province, address.country
    studio.email, studio.pec, studio.phone = identity.email, identity.pec, identity.phone
    studio.website, studio.time_zone = identity.website, identity.time_zone
    studio.regime, studio.income, studio.fund = tax.regime or "", tax.income or "", tax.fund
    studio.fund_name, studio.fund_percent = tax.fund_name, tax.fund_percent
