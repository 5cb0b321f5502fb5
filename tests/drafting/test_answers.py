"""A finding that does not matter here is answered at the review, and speaks again when one wants it to."""

import re
from typing import Any

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
    assert f"/answers/{token}/" not in text_of(desk.get("review"))
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


HTMX = {"HX-Request": "true"}


def in_place(desk: Desk, name: str, token: str, **sent: str) -> Any:
    return desk.browser.post(desk.url(name, token=token), sent, headers=HTMX)


def test_in_place_one_answer_redraws_findings_action_and_stakes_and_says_so_once(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    page = text_of(in_place(desk, "finding_answer", token, because="Conta solo il nome."))
    assert page.lstrip().startswith('<div class="review-findings" id="findings"')
    assert f'id="finding-{token}"' not in page
    assert "Conta solo il nome." in page
    for part in ("issuing", "steps", "saved", "undo"):
        assert re.search(rf'id="{part}"[^>]* hx-swap-oob="true"', page)
    assert 'id="preview"' not in page
    assert page.count("La risposta è salvata") == 1
    back = text_of(in_place(desk, "finding_answer_removal", token))
    assert f'id="finding-{token}"' in back
    assert "autofocus" in back.split(f'id="finding-{token}"')[1].split("</h3>")[0]
    assert "Conta solo il nome." not in back
    assert back.count("La risposta è ritirata") == 1


def test_in_place_an_answer_without_a_reason_is_told_under_its_finding(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    answer = in_place(desk, "finding_answer", token, because="Piano\x00")
    assert (answer.status_code, answer["HX-Retarget"]) == (422, f"#finding-{token}")
    assert "carattere nullo" in text_of(answer)
    assert "<html" not in text_of(answer)


def test_in_place_what_blocks_is_no_more_answered_than_on_its_page() -> None:
    desk = open_desk(without(example_scope(), "functions", "signatory"))
    assert in_place(desk, "finding_answer", token_of(finding_of(desk, "no_signatory"))).status_code == 404


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["in place", "on its page"])
def test_another_windows_answer_is_not_overwritten_unknowingly(desk: Desk, headers: dict[str, str]) -> None:
    token = token_of(finding_of(desk))
    read = desk.get("review").context["unanswered"]
    url = desk.url("finding_answer", token=token)
    desk.browser.post(url, {"because": "La prima.", "state": read})
    answer = desk.browser.post(url, {"because": "La seconda.", "state": read}, headers=headers)
    page = text_of(answer)
    assert answer.status_code == 409
    assert "La prima." in page
    assert "La seconda." in page
    with studio_scope(desk.engagement.studio):
        assert FindingAnswer.objects.get().because == "La prima."
    agreed = answer.context["guard"].agreed
    desk.browser.post(url, {"because": "La seconda.", "state": read, "overwrite": agreed}, headers=headers)
    with studio_scope(desk.engagement.studio):
        assert FindingAnswer.objects.get().because == "La seconda."


def test_a_finding_that_is_settled_meanwhile_is_told_so_in_place(desk: Desk) -> None:
    token = token_of(finding_of(desk))
    desk.send("objective", {"serves": ["sales"]}, key="reach")
    for name in ("finding_answer", "finding_answer_removal"):
        assert "già risolto" in text_of(in_place(desk, name, token, because="No."))
