"""Competences are assessed against described levels, with evidence, on a day, by a named person."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from scoping.catalogue.competences import competences, level_names
from scoping.domain.words import Lane
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.models import Professional
from scoping.studios.models import Membership
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import ODD_TEXTS, text_of
from tests.professionals.conftest import answers, assess

pytestmark = pytest.mark.django_db


@pytest.fixture
def member() -> Membership:
    return factories.membership()


@pytest.fixture
def visitor(member: Membership) -> Client:
    return factories.browser(member)


@pytest.fixture
def elena(member: Membership) -> Professional:
    with studio_scope(member.studio):
        return Professional.objects.create(studio=member.studio, name="Elena Conti")


@pytest.mark.parametrize("lane", [Lane.MARKETING, Lane.SOCIAL])
def test_each_role_has_described_levels_in_both_languages_and_core_competences(lane: Lane) -> None:
    assert len(level_names()) == 5
    for one in competences(lane):
        assert len(one.levels) == 5
        assert all(level[language] for level in one.levels for language in ("it", "en"))
    assert sum(one.core for one in competences(lane)) == 2


def test_what_was_assessed_is_read_again_with_who_when_and_what_shows_it(
    visitor: Client, elena: Professional
) -> None:
    sent = answers(**{"level-CMP-S-01": "4", "link-CMP-S-01": "example.org/lavori"})
    page = text_of(visitor.get(assess(visitor, elena, sent).url))
    assert "Valutato da Anna Landi" in page
    assert "20 novembre 2026" in page
    assert "https://example.org/lavori" in page
    assert competences(Lane.SOCIAL)[0].levels[4]["it"] in page.replace("&#x27;", "'")
    with studio_scope(elena.studio):
        kept = CompetenceAssessment.objects.get()
    assert kept.mean > Decimal(3)
    assert not kept.by_themselves


def test_a_self_assessment_is_called_that(visitor: Client, elena: Professional) -> None:
    answer = assess(visitor, elena, answers(assessor="elena conti"))
    assert "Autovalutazione" in text_of(visitor.get(answer.url))


def test_the_newest_counts_and_the_older_stays(visitor: Client, elena: Professional) -> None:
    for day in ("2026-11-20", "2026-11-22", "2026-11-21"):
        assess(visitor, elena, answers(on=day))
    with studio_scope(elena.studio):
        latest = CompetenceAssessment.objects.latest_of(elena, Lane.SOCIAL)
    assert latest is not None
    assert latest.on == dt.date(2026, 11, 22)
    page = text_of(visitor.get(reverse("professionals:assessments", kwargs={"uid": elena.uid})))
    assert page.count("vale questa") == 1
    assert page.index("22 novembre 2026") < page.index("vale questa") < page.index("21 novembre 2026")


def test_who_assesses_anew_starts_from_what_was_said_last(visitor: Client, elena: Professional) -> None:
    assess(visitor, elena, answers(**{"evidence-CMP-S-02": "Un piano adottato."}))
    url = reverse("professionals:assessments_new", kwargs={"uid": elena.uid, "lane": "social"})
    assert "Un piano adottato." in text_of(visitor.get(url))


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("on", "2031-01-01"),
        ("on", "1999-12-31"),
        ("on", "ieri"),
        ("on", None),
        ("assessor", ""),
        ("level-CMP-S-01", None),
        ("level-CMP-S-01", "5"),
        ("level-CMP-S-01", "-1"),
        ("evidence-CMP-S-01", ""),
        ("evidence-CMP-S-01", "x" * 601),
        ("link-CMP-S-01", "javascript:alert(1)"),
        *(("evidence-CMP-S-01", text) for text, _said in ODD_TEXTS.values()),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_the_rest_stays(
    visitor: Client, elena: Professional, field: str, typed: str | None
) -> None:
    answer = assess(
        visitor, elena, answers(**{field: typed, "evidence-CMP-S-03": "Resta scritto."} | {field: typed})
    )
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    page = text_of(answer)
    assert "Resta scritto." in page
    told = page[page.index('class="form-errors"') :]
    link = told[told.index('href="#') + 7 :].partition('"')[0]
    assert f'id="{link}"' in page
    with studio_scope(elena.studio):
        assert not CompetenceAssessment.objects.exists()


def test_level_zero_needs_nothing_that_shows_it(visitor: Client, elena: Professional) -> None:
    sent = answers(**{"level-CMP-S-01": "0", "evidence-CMP-S-01": ""})
    assert assess(visitor, elena, sent).status_code == 302


def test_there_is_no_assessment_for_adjacent_work(visitor: Client, elena: Professional) -> None:
    assert assess(visitor, elena, answers(), lane="adjacent").status_code == 404


def test_a_stranger_neither_reads_nor_writes(visitor: Client, elena: Professional) -> None:
    stranger = factories.browser(factories.membership())
    url = assess(visitor, elena, answers()).url
    assert stranger.get(url).status_code == 404
    assert assess(stranger, elena, answers()).status_code == 404
    with studio_scope(elena.studio):
        assert CompetenceAssessment.objects.count() == 1
