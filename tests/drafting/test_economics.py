"""The economics of a draft: an internal page whose figures, suggestions and questions hang together."""

import datetime as dt
from decimal import Decimal

import pytest

from scoping.domain.scope import Scope
from scoping.drafting.economics.reading import token_of
from scoping.engagements.models import Engagement
from scoping.judgement.economics import economics_of
from scoping.judgement.models import DutyEstimate, FrictionAnswer
from scoping.professionals.models import Professional
from scoping.professionals.rates import FreeTime, HourRate
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item
from tests.drafting.desk import NO_NUMBERS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db


def with_rates(desk: Desk, cost: int = 60, hours: int = 200) -> None:
    """Each professional of the studio has a rate, free time, and each duty an estimate."""
    studio = desk.engagement.studio
    with studio_scope(studio):
        for person in Professional.objects.all():
            since = dt.date(2026, 1, 1)
            HourRate.objects.create(
                studio=studio, professional=person, since=since, cost=Decimal(cost), price=Decimal(80)
            )
            FreeTime.objects.create(studio=studio, professional=person, hours_a_month=Decimal(hours))
        for duty, likely in (("plan", 40), ("posts", 4)):
            DutyEstimate.objects.create(
                studio=studio,
                engagement=desk.engagement,
                duty=duty,
                low=Decimal(likely) / 2,
                likely=Decimal(likely),
                high=Decimal(likely) * 2,
            )


@pytest.fixture
def desk() -> Desk:
    """The example with rates and estimates, and a real risk."""
    opened = open_desk()
    with_rates(opened, cost=50)
    return opened


def risk_of(desk: Desk) -> float:
    with studio_scope(desk.engagement.studio):
        figures = economics_of(Engagement.objects.get(pk=desk.engagement.pk), desk.described).figures
    assert figures is not None
    assert figures.together.loss is not None
    return figures.together.loss


def estimates(**changed: str) -> dict[str, str]:
    sent = {f"{duty}-{point}": "2" for duty in ("plan", "posts") for point in ("low", "likely", "high")}
    return sent | changed


def test_the_page_is_marked_internal_and_shows_each_figure(desk: Desk) -> None:
    page = text_of(desk.get("economics"))
    for said in (
        "Pagina interna.",
        "Rischio di lavorare in perdita",
        "Ore di pareggio al mese",
        "Un compenso solo",
    ):
        assert said in page
    assert page.count("<svg") >= 3
    assert page.count("Lo stesso come tabella") == 2


def test_what_nobody_said_is_named_with_its_page_and_nothing_is_guessed() -> None:
    desk = open_desk()
    page = text_of(desk.get("economics"))
    assert "«Post statico» non ha una stima." in page
    assert f"{desk.url('economics_estimates')}#id_posts-low" in page
    assert "risk-figure" not in page


def test_a_missing_rate_leads_to_the_person_who_holds_the_role(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        HourRate.objects.all().delete()
        luca = Professional.objects.get(name="Luca Neri")
    page = text_of(desk.get("economics"))
    assert "Social media: un’ora non ha una tariffa." in page
    assert f"/professionals/{luca.uid}/rates/" in page
    assert "risk-figure" not in page


def test_without_a_length_there_are_no_figures() -> None:
    desk = open_desk(example_scope(months=None))
    page = text_of(desk.get("economics"))
    assert "quanti mesi dura" in page
    assert "Ruolo per ruolo" not in page


def test_a_suggestion_is_applied_with_one_click_and_undone_with_another(desk: Desk) -> None:
    before, risk = desk.described, risk_of(desk)
    assert risk > 0.1
    with studio_scope(desk.engagement.studio):
        suggestions = economics_of(desk.engagement, desk.described).suggestions
    chosen = suggestions[0]
    assert f"/suggestions/{token_of(chosen)}/" in text_of(desk.get("economics"))
    desk.post("economics_suggestion", token=token_of(chosen))
    assert desk.described != before
    assert risk_of(desk) == chosen.after
    undo = desk.get("economics").context["draft"].latest.uid
    desk.browser.post(desk.url("undo"), {"change": undo})
    assert desk.described == before


def test_a_suggestion_that_is_no_longer_made_changes_nothing(desk: Desk) -> None:
    before = desk.described
    answer = desk.browser.post(desk.url("economics_suggestion", token="0" * 16), follow=True)
    assert "non vale più" in text_of(answer)
    assert desk.described == before


def test_how_the_client_works_moves_the_figures(desk: Desk) -> None:
    risk = risk_of(desk)
    desk.post("economics_friction", {"approvers": "unclear", "rounds": "endless"})
    assert risk_of(desk) > risk
    with studio_scope(desk.engagement.studio):
        assert FrictionAnswer.objects.count() == 2
    assert 'value="endless"' in text_of(desk.get("economics"))


@pytest.mark.parametrize("sent", [{"rounds": "never"}, {"approvers": "\x00"}])
def test_an_answer_that_is_none_is_refused(desk: Desk, sent: dict[str, str]) -> None:
    assert desk.post("economics_friction", sent).status_code == 422
    with studio_scope(desk.engagement.studio):
        assert not FrictionAnswer.objects.exists()


def test_estimates_are_kept_and_count(desk: Desk) -> None:
    risk = risk_of(desk)
    desk.post("economics_estimates", estimates(**{"posts-high": "19", "posts-likely": "9"}))
    assert risk_of(desk) > risk


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"plan-likely": "1"}, "likely"),
        ({"plan-high": "1"}, "high"),
        ({"plan-low": ""}, "low"),
        ({"plan-high": "-1"}, "high"),
        ({"plan-high": "10001"}, "high"),
        *(({"plan-high": figure}, "high") for figure in NO_NUMBERS),
    ],
)
def test_an_estimate_that_cannot_be_is_refused_and_nothing_typed_is_lost(
    desk: Desk, changed: dict[str, str], field: str
) -> None:
    answer = desk.post("economics_estimates", estimates(**{"posts-low": "1,5"}) | changed)
    assert answer.status_code == 422
    (refused,) = answer.context["refused"]
    assert list(refused.errors) == [field]
    assert 'value="1,5"' in text_of(answer)
    with studio_scope(desk.engagement.studio):
        assert DutyEstimate.objects.get(duty="posts").low == Decimal(2)


def test_an_empty_estimate_goes_back_to_the_catalogues(desk: Desk) -> None:
    desk.post("economics_estimates", {f"plan-{point}": "" for point in ("low", "likely", "high")})
    with studio_scope(desk.engagement.studio):
        assert not DutyEstimate.objects.filter(duty="plan").exists()


def test_months_beyond_the_free_time_are_told_with_the_engagements_that_ask_for_them() -> None:
    desk = open_desk()
    with_rates(desk, hours=20)
    page = text_of(desk.get("economics"))
    assert "oltre il tempo libero" in page
    assert f"({desk.number})" in page


def test_the_months_say_what_their_colours_are_and_each_driver_how_much_was_agreed(desk: Desk) -> None:
    page = desk.get("economics").content.decode()
    assert '<li class="bar-marketing">Marketing</li>' in page
    assert '<li class="bar-social">Social media</li>' in page
    assert "al mese</small></span> <b>" in page
    assert page.index('class="internal"') < page.index("<h1>")


def test_a_stranger_reads_none_of_it(desk: Desk) -> None:
    stranger = factories.browser(factories.membership())
    for page in ("economics", "economics_estimates"):
        assert stranger.get(desk.url(page)).status_code == 404
    assert stranger.post(desk.url("economics_friction"), {"rounds": "two"}).status_code == 404


@pytest.mark.parametrize("scope", [with_item(example_scope(), "duties", "posts", quantity=None)])
def test_a_duty_without_a_quantity_leads_to_its_field(scope: Scope) -> None:
    desk = open_desk(scope)
    with_rates(desk)
    assert f"{desk.url('duty', key='posts')}#id_quantity" in text_of(desk.get("economics"))


STEPS = ("client", "engagement", "roles", "duties", "objectives", "fees", "clauses", "review")


def test_the_foot_of_each_step_shows_hours_fee_and_risk(desk: Desk) -> None:
    for step in STEPS:
        answer = desk.get(step)
        begins = 'class="issuing-figures"' if step == "review" else 'class="panel-bar"'
        foot, draft = text_of(answer).split(begins)[1].split("</a>")[0], answer.context["draft"]
        assert f"<b>{draft.aside.together} h</b> al mese" in foot
        assert f"<b>{draft.panel.total}</b>" in foot
        assert f"<b>{draft.aside.risk['percent']}</b>" in foot


def test_a_foot_without_hours_shows_the_fee_and_who_does_how_much() -> None:
    answer = open_desk().get("duties")
    foot = text_of(answer).split('class="panel-bar"')[1].split("</a>")[0]
    assert f"<b>{answer.context['draft'].panel.total}</b>" in foot
    assert "nostr" in foot
    assert "rischio" not in foot
