"""A studio with one of everything, and what each address of the application calls it.

A new view is covered by itself where its names are known here: `number`, `uid`, `key`, ... in an address are
filled by the most special entry of `World.names`. An unknown one fails the walk, which says what to add.
"""

import base64
import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from scoping.clients.models import Client, Contact
from scoping.documents.models import ScopeDocument, Version
from scoping.domain import scopefile
from scoping.domain.canonical import sha256_hex
from scoping.domain.findings import Finding
from scoping.domain.scope import FeeLine, Issue, Person
from scoping.domain.words import FeeKind, FeeLane, Lane, Party
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.answers import token_of
from scoping.judgement.judge import judge
from scoping.kit import storage
from scoping.kit.pictures import Picture
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.evidence import EvidenceFile
from scoping.professionals.models import Professional
from scoping.record.write import SYSTEM
from scoping.studios.invitations import Invitation, invite
from scoping.studios.logo import take_logo
from scoping.studios.models import Membership, Rank
from scoping.studios.tenancy import studio_scope
from tests import factories, scopes
from tests.house.professionals import planted_assessment, planted_band_rate
from tests.qualified import qualify
from tests.shared import once

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
PLANTED = "Zanzibar"  # in the names of the studio's client, engagement, contact and professional
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
UNDIVIDED = FeeLine(key="both", lane=FeeLane.UNDIVIDED, kind=FeeKind.ONCE, amount=Decimal(500))


@dataclasses.dataclass(frozen=True, order=True)
class Address:
    """One view in the URL configuration: `namespace:name`, and the names that its address is made of."""

    view: str
    names: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class World:
    """A member's studio and the names of its rows, by start of the view's name and name in the address."""

    member: Membership
    engagement: Engagement
    names: dict[tuple[str, str], str]

    def filled(self, address: Address) -> str:
        """The path of that view for this studio's rows. Raises LookupError for a name without an entry."""
        values = {name: self._value(address.view, name) for name in address.names}
        return reverse(address.view, kwargs=values)

    def _value(self, view: str, name: str) -> str:
        known = [start for start, known_name in self.names if known_name == name and view.startswith(start)]
        if not known:
            raise LookupError(f"{view}: say in tests/house/world.py what its {name!r} is")
        return self.names[max(known, key=len), name]


def addresses(
    resolver: URLResolver | None = None, namespace: str = "", given: tuple[str, ...] = ()
) -> Iterator[Address]:
    """Every named view of the application. Raises AssertionError for one without a name."""
    for entry in (resolver or get_resolver()).url_patterns:
        names = given + tuple(getattr(entry.pattern, "converters", {}))
        regex = getattr(entry.pattern, "regex", None)
        if regex is not None:
            names += tuple(name for name in regex.groupindex if name not in names)
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, [namespace, entry.namespace]))
            yield from addresses(entry, inner, names)
        elif isinstance(entry, URLPattern):
            assert entry.name, f"{entry.pattern} has no name"
            yield Address(view=":".join(filter(None, [namespace, entry.name])), names=names)


def make_world(**user: str) -> World:
    """A member whose studio has a client, a contact, a professional, an engagement with every kind of row.
    `user`: what is special about the member's account."""
    studio = factories.studio(name=f"Studio {PLANTED}")
    member = factories.membership(user=factories.user(**user), studio=studio)
    with studio_scope(member.studio):
        engagement = planted_engagement(member)
        qualify(engagement)
        CompetenceAssessment.objects.all().delete()  # one condition is missing, and can be overruled
        document = planted_document(engagement)
        described = scope_of(engagement)
        third = next(person.key for person in described.persons if person.party == Party.THIRD)
        client = Client.objects.get()
        take_logo(member.studio, Picture(PIXEL, 1, 1))
        names = {
            ("", "number"): engagement.number,
            ("", "lane"): "marketing",
            ("", "page"): "1",
            ("clients:", "uid"): str(client.uid),
            ("overview:client", "uid"): str(client.uid),
            ("studios:invitation", "secret"): invite(
                member.studio, email=member.user.email, rank=Rank.MEMBER, by=member.user, at=timezone.now()
            ),
            ("studios:invitation_removal", "uid"): str(Invitation.objects.get().uid),
            ("clients:contact", "uid"): str(Contact.objects.all()[0].uid),
            ("professionals:", "uid"): str(Professional.objects.all()[0].uid),
            ("studios:logo", "mark"): member.studio.logo_mark,
            ("professionals:rate_removal", "day"): "2026-01-01",
            ("professionals:band_rate_removal", "band"): planted_band_rate(member).band,
            ("professionals:band_rate_removal", "day"): "2026-01-01",
            ("professionals:experience", "lane"): Lane.SOCIAL.value,
            ("professionals:assessments_new", "lane"): Lane.SOCIAL.value,
            ("professionals:assessment", "uid"): str(planted_assessment(member, PLANTED).uid),
            ("professionals:assessment_evidence", "competence"): EvidenceFile.objects.get().competence,
            ("professionals:assessments", "uid"): str(Professional.objects.all()[0].uid),
            ("documents:", "uid"): str(document.uid),
            ("documents:", "code"): document.code,
            ("drafting:duty", "key"): described.duties[0].key,
            ("drafting:duties_exclusion_area", "area"): "no-area",
            ("drafting:objective", "key"): described.objectives[0].key,
            ("drafting:fee", "key"): described.fees[0].key,
            ("drafting:fee_division", "key"): UNDIVIDED.key,
            ("drafting:clause", "key"): described.clauses[0].key,
            ("drafting:guideline", "key"): described.guidelines[0].key,
            ("drafting:autonomy_row", "key"): described.autonomy[0].key,
            ("drafting:third_party", "key"): third,
            ("drafting:finding_answer", "token"): token_of(warning_of(engagement)),
            ("drafting:economics_suggestion", "token"): "0123456789abcdef",
            ("drafting:overrule", "condition"): "assessed",
            ("drafting:function", "kind"): described.functions[0].kind,
            ("drafting:function", "key"): described.functions[0].person,
            ("account_confirm_email", "key"): "none",
            ("account_reset_password_from_key", "key"): "none",
            ("account_reset_password_from_key", "uidb36"): "1",
        }
    return World(member=member, engagement=engagement, names=names)


@dataclasses.dataclass(frozen=True)
class Answered:
    """A page that a view gave."""

    address: Address
    path: str
    signed_in: bool  # whether one has to be
    page: str
    language: str  # as its header says


def answered(world: World, language: str = "it") -> Iterator[Answered]:
    """Each view that answers a GET with a page, and that page, for a reader of that language."""
    member, anybody = factories.browser(world.member), Browser()
    for address in addresses():
        path = world.filled(address)
        for browser in (member, anybody):
            answer = browser.get(path, headers={"Accept-Language": language})
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                said = answer.headers["Content-Language"]
                yield Answered(address, path, browser is member, answer.content.decode(), said)
                break


def page_views(world: World) -> list[tuple[Address, bool]]:
    """Each view that answers a GET with a page, and whether one has to be signed in to see it: asked once in
    a run, because all worlds have the same pages."""
    return once("pages", None, lambda: [(one.address, one.signed_in) for one in answered(world)])


def planted_engagement(member: Membership) -> Engagement:
    """The producer's engagement under planted names, with a third party in it."""
    described = scopes.producer()
    described = dataclasses.replace(
        described,
        number=f"2026-{PLANTED}",
        title=f"Incarico {PLANTED}",
        client=dataclasses.replace(described.client, name=f"Caseificio {PLANTED}", short_name=""),
        fees=(*described.fees, UNDIVIDED),
        persons=(
            *(dataclasses.replace(person, name=f"{person.name} {PLANTED}") for person in described.persons),
            Person(key="third-of-all", party=Party.THIRD, name=f"Agenzia {PLANTED}"),
        ),
    )
    return import_scope(studio=member.studio, described=described, actor=SYSTEM, at=AT).engagement


def warning_of(engagement: Engagement) -> Finding:
    """One thing that the rules say of it, and that could be answered."""
    return judge(scope_of(engagement)).warns[0]


def planted_document(engagement: Engagement) -> ScopeDocument:
    """What was issued of it: the rows and the file, without the printing."""
    content = b"%PDF-1.7 " + PLANTED.encode()
    code = "7K3MQX2D9R0V4WYZ"
    said = Issue(version=1, moment=AT, code=code, address=f"https://scope.example/v/{code}")
    snapshot = scopefile.write(scope_of(engagement), said)
    version = Version.objects.create(
        studio=engagement.studio,
        engagement=engagement,
        number=1,
        state=Version.State.ISSUED,
        snapshot=snapshot,
    )
    return ScopeDocument.objects.create(
        studio=engagement.studio,
        version=version,
        code=code,
        issued_at=AT,
        valid_until=AT.date(),
        snapshot=snapshot,
        snapshot_sha256=sha256_hex(snapshot),
        pdf_sha256=storage.keep(content),
        pdf_size=len(content),
        pages=1,
    )
