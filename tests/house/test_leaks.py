"""Nothing internal reaches a client: figures are planted in everything that only the studio knows, and then
each surface that a client can meet is searched for them (domain.md, rule 5).

The surfaces are not a list of ours. Pages are those that the walk finds public; the tables that hold what is
internal are those of the rooms that know it. A new one is covered by itself, or fails here.
"""

import dataclasses
import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal

import pikepdf
import pypdfium2
import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from scoping.catalogue.competences import competences
from scoping.documents.issue import issue
from scoping.domain import scopefile
from scoping.domain.economics import questions
from scoping.domain.words import ROLE_LANES, Lane, Responsible
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.judgement.conditions import conditions_of
from scoping.judgement.economics import economics_of
from scoping.judgement.judge import condition_statements
from scoping.judgement.models import (
    ConditionOverrule,
    DutyEstimate,
    ExchangeRate,
    FindingAnswer,
    FrictionAnswer,
    Yardsticks,
)
from scoping.kit import storage
from scoping.professionals.assess import assess
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.evidence import Evidence, EvidenceFile
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.professionals.rates import FreeTime, HourRate
from scoping.record.write import SYSTEM
from scoping.studios.models import User
from scoping.studios.tenancy import studio_scope
from tests.documents.conftest import SAMPLE, brief
from tests.drafting.desk import Desk, open_desk
from tests.house.test_walk import PUBLIC
from tests.house.world import addresses, make_world

pytestmark = pytest.mark.django_db

SECRET = "Sottovoce"  # in every internal text
COST, PRICE, FREE, HOURS = Decimal("4737.31"), Decimal("4747.41"), Decimal("313.7"), Decimal("53.19")
WORTH = Decimal("1.737371")
BAND_COST, BAND_PRICE = Decimal("4757.51"), Decimal("4767.61")
FILE = b"%PDF-1.7 " + SECRET.encode()  # what shows a competence
INTERNAL_ROOMS = ("scoping.judgement", "scoping.professionals")
KNOWN = {
    CompetenceAssessment, ConditionOverrule, DutyEstimate, EvidenceFile, ExchangeRate, FindingAnswer,
    FreeTime, FrictionAnswer, HourRate, RoleExperience, Yardsticks,
}  # fmt: skip
TOLD = {Professional}  # the document names the studio's people, their jobs and since when they do the work


def plant(engagement: Engagement, by: User) -> None:
    """Fill every internal table with marks for this engagement and the people that it names."""
    studio, own = engagement.studio, {"studio": engagement.studio, "engagement": engagement}
    Yardsticks.objects.create(studio=studio, loss_limit=Decimal("7.3"), discount=Decimal("3.7"))
    for band, _name in HourRate.BANDS:
        since = dt.date(2026, 1, 1)
        HourRate.objects.create(studio=studio, band=band, since=since, cost=BAND_COST, price=BAND_PRICE)
    for person in Professional.objects.all():
        mine = {"studio": studio, "professional": person}
        HourRate.objects.create(**mine, since=dt.date(2026, 1, 1), cost=COST, price=PRICE)
        FreeTime.objects.create(**mine, hours_a_month=FREE)
        for lane in ROLE_LANES:
            RoleExperience.objects.create(**mine, lane=lane, band="mid", evidence=SECRET)
            code = competences(lane)[0].code
            scores = {code: {"level": 3, "evidence": SECRET, "link": f"https://example.org/{SECRET}"}}
            assess(
                person,
                lane=lane,
                on=dt.date(2026, 11, 1),
                assessor=SECRET,
                scores=scores,
                files={code: Evidence(FILE, "pdf", f"{SECRET}.pdf")},
                by=by,
            )
    for duty in scope_of(engagement).duties:
        if duty.responsible == Responsible.STUDIO:
            DutyEstimate.objects.create(**own, duty=duty.key, low=HOURS, likely=HOURS, high=HOURS)
    for question in questions():
        FrictionAnswer.objects.create(**own, question=question.code, answer=question.answers[0].code)
    ExchangeRate.objects.create(**own, currency=engagement.currency, worth=WORTH, on=dt.date(2026, 11, 1))
    said = {"by": by, "at": timezone.now()}
    FindingAnswer.objects.create(**own, code="no_objectives", facts_sha256="0" * 64, because=SECRET, **said)
    ConditionOverrule.objects.create(**own, condition="assessed", person="x", reason=SECRET, **said)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A draft, not in euro, whose internal tables are full of marks."""
    scope = dataclasses.replace(brief(scopefile.read(SAMPLE.read_bytes()).scope), currency="CHF")
    opened = open_desk(scope)
    with studio_scope(opened.engagement.studio):
        user = opened.engagement.studio.memberships.get().user
        plant(opened.engagement, user)
        yield opened


def marks_of(desk: Desk) -> list[str]:
    """The marks, and the figures that the economics make of them, as any language may write them."""
    figures = economics_of(desk.engagement, desk.described).figures
    assert figures is not None
    assert figures.together.cost is not None
    assert figures.together.margin is not None
    made = [figures.together.hours.p50, figures.together.cost.p50, figures.together.margin.p50]
    amounts = [COST, PRICE, BAND_COST, BAND_PRICE, FREE, HOURS, WORTH]
    amounts += [Decimal(str(abs(one))).quantize(Decimal("0.01")) for one in made]
    written = [f"{one}" for one in amounts] + [f"{one}".replace(".", ",") for one in amounts]
    written += [f"{one:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".") for one in amounts]
    return [SECRET, *written]


def all_of(pdf: bytes) -> str:
    """Everything that a PDF holds beside what it draws, unpacked: metadata, structure, names. What is drawn
    is full of coordinates, which may be any figure by chance: its words are read by `text_in`."""
    opened, out = pikepdf.open(io.BytesIO(pdf)), io.BytesIO()
    for one in opened.objects:
        if isinstance(one, pikepdf.Stream) and "/XML" not in str(one.get("/Subtype", "")):
            one.write(b"")
    opened.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    texts = [out.getvalue().decode("latin-1")]
    texts += [
        str(one.read_bytes().decode("utf-8", "replace"))
        for one in opened.objects
        if isinstance(one, pikepdf.Stream) and "/XML" in str(one.get("/Subtype", ""))
    ]
    return "\n".join(texts)


def text_in(pdf: bytes) -> str:
    """What a reader sees of it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_every_table_of_the_internal_rooms_is_planted_here() -> None:
    """Who adds a table to them says here what a mark in it looks like."""
    rooms = {
        model
        for model in apps.get_app_config("scoping").get_models()
        if model.__module__.startswith(INTERNAL_ROOMS)
    }
    assert rooms == KNOWN | TOLD


def test_the_marks_are_seen_where_they_may_be_seen(desk: Desk) -> None:
    """Or the search would find nothing because there is nothing to find."""
    assert "53,19" in desk.get("economics_estimates").content.decode()
    person = Professional.objects.first()
    assert person is not None
    pages = [reverse(f"professionals:{page}", args=[person.uid]) for page in ("assessments", "rates")]
    assessment = CompetenceAssessment.objects.get(professional=person, lane=Lane.MARKETING)
    file = assessment.files.get()
    pages += [
        reverse("professionals:band_rates"),
        reverse("professionals:assessment", args=[assessment.uid]),
        reverse("professionals:assessment_evidence", args=[assessment.uid, file.competence]),
    ]
    for page in pages:
        told = desk.browser.get(page).content.decode()
        assert any(mark in told for mark in marks_of(desk)), page


def test_no_scope_file_and_no_snapshot_holds_a_mark(desk: Desk) -> None:
    written = scopefile.write(desk.described).decode()
    assert [mark for mark in marks_of(desk) if mark in written] == []


def test_what_a_client_reads_of_the_conditions_says_who_assessed_and_nothing_of_what_shows_it() -> None:
    world = make_world()
    with studio_scope(world.member.studio):
        for table in (EvidenceFile, CompetenceAssessment, RoleExperience, HourRate, DutyEstimate):
            table.objects.all().delete()
        plant(world.engagement, world.member.user)
        described = scope_of(world.engagement, dated=dt.date(2026, 11, 29))
        judged = conditions_of(world.engagement, described)
    said = " ".join(one.sentence for one in condition_statements(judged, described))
    assert "valutazione di " + SECRET in said
    assert SECRET not in said.replace("valutazione di " + SECRET, "")
    assert [mark for mark in ("4737", "4747", "4757", "4767", "4.7", "53,19") if mark in said] == []


def test_no_document_holds_a_mark_in_its_text_its_metadata_or_its_structure(desk: Desk) -> None:
    document = issue(desk.engagement, actor=SYSTEM, at=timezone.now())
    pdf = storage.read(document.pdf_sha256)
    for told in (text_in(pdf), document.file_name, bytes(document.snapshot).decode()):
        assert [mark for mark in marks_of(desk) if mark in told] == []
    # Places on a page are figures too, but none is as large as these.
    large = [mark for mark in marks_of(desk) if mark == SECRET or mark.startswith(("47", "4.7"))]
    assert len(large) > 6
    assert [mark for mark in large if mark in all_of(pdf)] == []
    assert desk.described.client.name in text_in(pdf)


def test_no_page_that_a_client_can_open_holds_a_mark(client: Client) -> None:
    world = make_world()
    with studio_scope(world.member.studio):
        for table in (EvidenceFile, CompetenceAssessment, RoleExperience, HourRate, DutyEstimate):
            table.objects.all().delete()
        plant(world.engagement, world.member.user)
    for address in addresses():
        if address.view in PUBLIC:
            answer = client.get(world.filled(address))
            told = answer.content.decode(errors="replace") + str(dict(answer.headers))
            # Whole figures, as a page would write them: a token may hold any three figures by chance.
            for mark in (
                SECRET,
                "4737.31",
                "4737,31",
                "4747.41",
                "4747,41",
                "4757.51",
                "4757,51",
                "4767.61",
                "4767,61",
                "313.7",
                "313,7",
                "53.19",
                "53,19",
            ):
                assert mark not in told, (address.view, mark)
