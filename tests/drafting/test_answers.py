"""A finding that does not matter here is answered at the review, and speaks again when one wants it to."""

import pytest

from scoping.domain.findings import Finding
from scoping.judgement.answers import token_of
from scoping.judgement.judge import judge
from scoping.judgement.models import FindingAnswer
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item, without
from tests.drafting.desk import ODD_TEXTS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

SERVES_NOTHING = with_item(example_scope(), "objectives", "reach", serves=())
TITLE = "«Raggiungere il pubblico giusto» non serve nessun obiettivo di marketing"


def finding_of(desk: Desk, code: str = "objective_serves_nothing") -> Finding:
    with studio_scope(desk.engagement.studio):
        return next(one for one in judge(desk.described).findings if one.code == code)


@pytest.fixture
def desk() -> Desk:
    """An engagement of which one thing is said: an objective serves nothing."""
    return open_desk(SERVES_NOTHING)


def test_an_answered_finding_leaves_the_review_and_its_step_and_stands_at_the_foot(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    assert TITLE in text_of(desk.get("objectives"))
    assert f"/answers/{token}/" in text_of(desk.get("review"))
    assert desk.post("finding_answer", {"because": "Conta solo il nome."}, token=token).url == desk.url(
        "review"
    )
    page = text_of(desk.get("review"))
    assert "Un rilievo con risposta" in page
    assert "Conta solo il nome." in page
    assert TITLE not in page.split('class="card answered"')[0]
    assert TITLE not in text_of(desk.get("objectives"))


def test_the_answer_is_taken_back(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    desk.post("finding_answer", {"because": "Conta solo il nome."}, token=token)
    desk.post("finding_answer_removal", token=token)
    assert TITLE in text_of(desk.get("objectives"))
    assert 'class="card answered"' not in text_of(desk.get("review"))


def test_it_comes_back_by_itself_when_what_it_speaks_of_changes(desk: Desk) -> None:
    desk.post("finding_answer", {"because": "Conta solo il nome."}, token=token_of(finding_of(desk)))
    desk.send("objective", {"name": "Un altro pubblico"}, key="reach")
    assert "«Un altro pubblico» non serve" in text_of(desk.get("objectives"))


@pytest.mark.parametrize("because", ["", "  ", *(text for text, _said in ODD_TEXTS.values()), "x" * 601])
def test_an_answer_without_a_reason_is_refused_at_its_field(desk: Desk, because: str) -> None:
    answer = desk.post("finding_answer", {"because": because}, token=token_of(finding_of(desk)))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["because"]
    with studio_scope(desk.engagement.studio):
        assert not FindingAnswer.objects.exists()


def test_what_blocks_offers_no_answer() -> None:
    desk = open_desk(without(example_scope(), "functions", "signatory"))
    token = token_of(finding_of(desk, "no_signatory"))
    assert "/answers/" not in text_of(desk.get("review"))
    assert desk.get("finding_answer", token=token).status_code == 404
    assert desk.post("finding_answer", {"because": "No."}, token=token).status_code == 404


def test_a_finding_that_is_settled_meanwhile_is_told_so(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    desk.send("objective", {"serves": ["sales"]}, key="reach")
    answer = desk.browser.post(desk.url("finding_answer", token=token), {"because": "No."}, follow=True)
    assert "già risolto" in text_of(answer)


def test_who_answered_is_told_to_the_studio_and_a_stranger_finds_nothing(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    stranger = factories.browser(factories.membership())
    assert stranger.get(desk.url("finding_answer", token=token)).status_code == 404
    assert stranger.post(desk.url("finding_answer", token=token), {"because": "No."}).status_code == 404
    desk.post("finding_answer", {"because": "Conta solo il nome."}, token=token)
    with studio_scope(desk.engagement.studio):
        kept = FindingAnswer.objects.get()
    assert str(kept.by) in text_of(desk.get("review"))
