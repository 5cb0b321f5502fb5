"""The economics in place: each change of an answer, an estimate or a suggestion brings all figures anew."""

import dataclasses
import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest

from scoping.documents.issue import issue
from scoping.domain.scope import Scope
from scoping.drafting.economics.reading import token_of
from scoping.engagements.importing import import_scope
from scoping.judgement.economics import economics_of
from scoping.judgement.models import DutyEstimate, ExchangeRate, FrictionAnswer
from scoping.record.write import SYSTEM
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope
from tests.drafting.desk import AT, NO_NUMBERS, Desk, open_desk, text_of
from tests.drafting.test_economics import estimates, risk_of, with_rates

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
FRANCS = example_scope(currency="CHF")


@pytest.fixture
def desk() -> Desk:
    """The example with rates and estimates, and a real risk."""
    opened = open_desk()
    with_rates(opened, cost=50)
    return opened


def in_place(desk: Desk, name: str, sent: dict[str, str] | None = None, **names: str) -> Any:
    return desk.browser.post(desk.url(name, **names), sent or {}, headers=HTMX)


def figure_of(page: str) -> str:
    return page.split('risk-figure">')[1].split("<")[0]


def assert_counted_anew(answer: Any) -> str:
    """The answer is the figures, with what lives beside them, and one word for who listens."""
    page = text_of(answer)
    assert answer.status_code == 200
    assert page.lstrip().startswith('<div id="counted"')
    for shown in ('id="histogram-title"', 'id="drivers-title"', 'class="risk-figure"', 'id="roles-title"'):
        assert shown in page
    for part in ("steps", "saved", "undo"):
        assert re.search(rf'id="{part}"[^>]* hx-swap-oob="true"', page)
    assert page.count('hx-swap-oob="innerHTML:#said"') == 1
    return page


def test_one_answer_about_the_client_brings_figures_risk_histogram_and_drivers_anew(desk: Desk) -> None:
    before = figure_of(text_of(desk.get("economics")))
    page = assert_counted_anew(in_place(desk, "economics_friction", {"approvers": "unclear"}))
    assert figure_of(page) != before
    assert page.count("Salvato. Le cifre ne tengono conto.") == 1
    with studio_scope(desk.engagement.studio):
        (kept,) = FrictionAnswer.objects.all()
    assert (kept.question, kept.answer) == ("approvers", "unclear")


def test_an_answer_from_another_window_stays_where_only_another_question_was_changed(desk: Desk) -> None:
    desk.post("economics_friction", {"rounds": "endless"})
    stale = {"initial-rounds": "", "rounds": "", "initial-approvers": "", "approvers": "unclear"}
    desk.post("economics_friction", stale)
    with studio_scope(desk.engagement.studio):
        kept = {one.question: one.answer for one in FrictionAnswer.objects.all()}
    assert kept == {"rounds": "endless", "approvers": "unclear"}


def test_a_suggestion_is_applied_and_taken_back_in_place(desk: Desk) -> None:
    before, shown = desk.described, figure_of(text_of(desk.get("economics")))
    with studio_scope(desk.engagement.studio):
        suggested = economics_of(desk.engagement, desk.described).suggestions
    chosen = next(one for one in suggested if one.after)
    page = assert_counted_anew(in_place(desk, "economics_suggestion", token=token_of(chosen)))
    assert figure_of(page) != shown
    assert page.count("Applicato: ") == 1
    undo = desk.get("economics").context["draft"].latest.uid
    assert f'hx-post="{desk.url("economics_undo")}"' in page
    page = assert_counted_anew(in_place(desk, "economics_undo", {"change": str(undo)}))
    assert figure_of(page) == shown
    assert desk.described == before
    again = in_place(desk, "economics_undo", {"change": str(undo)})
    assert "Non c’era altro da annullare" in text_of(again)


def test_a_suggestion_that_is_no_longer_made_is_told_in_place(desk: Desk) -> None:
    page = text_of(in_place(desk, "economics_suggestion", token="0" * 16))
    assert "non vale più" in page.split("innerHTML:#said")[1]


def test_estimates_kept_in_place_bring_the_panel_anew(desk: Desk) -> None:
    answer = in_place(desk, "economics_estimates", estimates(**{"posts-high": "19", "posts-likely": "9"}))
    page = text_of(answer)
    assert page.lstrip().startswith('<div id="estimates"')
    assert re.search(r'id="panel"[^>]* hx-swap-oob="true"', page)
    assert "Rischio di perdita" in page
    assert 'name="posts-read" value="2 9 19"' in page
    assert page.count("Salvato. Le cifre ne tengono conto.") == 1


def test_an_estimate_of_another_window_is_overwritten_by_who_has_seen_it_only(desk: Desk) -> None:
    read = {"plan-read": "20 40 80", "posts-read": "2 4 8"}
    desk.post("economics_estimates", estimates() | read)
    mine = {f"plan-{point}": typed for point, typed in (("low", "20"), ("likely", "40"), ("high", "80"))}
    mine |= {f"posts-{point}": "3" for point in ("low", "likely", "high")} | read
    answer = desk.post("economics_estimates", mine)
    page = text_of(answer)
    assert answer.status_code == 422
    assert [form.duty.key for form in answer.context["refused"]] == ["posts"]
    assert "ora è 2 · 2 · 2" in page
    assert 'name="posts-low" value="3"' in page
    with studio_scope(desk.engagement.studio):
        assert DutyEstimate.objects.get(duty="posts").low == 2
    assert desk.post("economics_estimates", mine | {"posts-read": "2 2 2"}).status_code == 302
    with studio_scope(desk.engagement.studio):
        assert DutyEstimate.objects.get(duty="posts").low == 3
        assert DutyEstimate.objects.get(duty="plan").likely == 2, "nobody touched it here"


def test_fees_in_another_currency_have_no_risk_until_somebody_says_what_a_euro_is_worth() -> None:
    desk = open_desk(FRANCS)
    with_rates(desk, cost=50)
    page = text_of(desk.get("economics"))
    assert "Le tue tariffe sono in EUR, questi compensi in CHF" in page
    assert "risk-figure" not in page
    assert "Tariffe in EUR, compensi in CHF" in text_of(desk.get("review"))
    desk.post("economics_exchange", {"worth": "0,94", "on": "2026-11-20"})
    cheap = risk_of(desk)
    desk.post("economics_exchange", {"worth": "1,5", "on": "2026-11-21"})
    assert risk_of(desk) > cheap
    page = text_of(desk.get("economics"))
    assert 'value="1,5"' in page
    assert "CHF" in figure_cells(page)
    assert "Tariffe in EUR, compensi in CHF" not in text_of(desk.get("review"))
    assert "1,5" not in text_of(desk.browser.get(f"/engagements/{desk.number}/draft/"))


def figure_cells(page: str) -> str:
    return page.split('id="roles-title"')[1].split("</table>")[0]


def test_an_exchange_rate_of_another_currency_does_not_count() -> None:
    desk = open_desk(FRANCS)
    with_rates(desk, cost=50)
    studio = desk.engagement.studio
    with studio_scope(studio):
        ExchangeRate.objects.create(
            studio=studio,
            engagement=desk.engagement,
            currency="USD",
            worth=Decimal("1.1"),
            on=dt.date(2026, 11, 1),
        )
        assert economics_of(desk.engagement, desk.described).costing.worth is None
    assert "risk-figure" not in text_of(desk.get("economics"))


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        *(({"worth": typed, "on": "2026-11-20"}, "worth") for typed in ("", "0", "-1", "1e9", *NO_NUMBERS)),
        *(({"worth": "1", "on": day}, "on") for day in ("", "1026-11-20", "2026-02-30", "\x00")),
    ],
)
def test_an_exchange_rate_that_cannot_be_is_refused_at_its_field(sent: dict[str, str], field: str) -> None:
    desk = open_desk(FRANCS)
    answer = desk.post("economics_exchange", sent)
    assert answer.status_code == 422
    assert list(answer.context["exchange"].errors) == [field]
    with studio_scope(desk.engagement.studio):
        assert not ExchangeRate.objects.exists()


def test_who_works_in_euro_is_asked_for_no_exchange_rate(desk: Desk) -> None:
    assert 'id="exchange-title"' not in text_of(desk.get("economics"))
    sent = {"worth": "1", "on": "2026-11-20"}
    assert desk.post("economics_exchange", sent).status_code == 404
    stranger = factories.browser(factories.membership())
    assert stranger.post(desk.url("economics_exchange"), sent).status_code == 404


def beside(desk: Desk, scope: Scope) -> Desk:
    """Another engagement of the same studio and people."""
    with studio_scope(desk.engagement.studio):
        imported = import_scope(studio=desk.engagement.studio, described=scope, actor=SYSTEM, at=AT)
    return Desk(desk.browser, imported.engagement)


def test_what_is_offered_elsewhere_counts_against_the_free_time_and_a_lapsed_offer_does_not() -> None:
    desk = open_desk()
    with_rates(desk, hours=60)
    other = beside(desk, example_scope(number="2026-099"))
    studio = desk.engagement.studio
    with studio_scope(studio):
        for duty, hours in (("plan", 40), ("posts", 4)):
            known = {"low": hours, "likely": hours, "high": hours}
            DutyEstimate.objects.create(studio=studio, engagement=other.engagement, duty=duty, **known)
        assert economics_of(desk.engagement, desk.described).overloads == ()
        issue(other.engagement, actor=SYSTEM, at=AT)
        overloads = economics_of(desk.engagement, desk.described).overloads
        assert {one.engagements for one in overloads} == {("2026-014", "2026-099")}
        assert all(one.over > 0 for one in overloads)
    page = text_of(desk.get("review"))
    assert "contando anche 2026-099" in page
    assert f"{desk.url('economics')}?review={desk.number}#months-heading" in page
    with studio_scope(studio):
        lapsed = dataclasses.replace(desk.described, dated=dt.date(2027, 12, 1))
        assert economics_of(desk.engagement, lapsed).overloads == ()
