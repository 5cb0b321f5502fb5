"""An owner goes on without a condition: with a written reason, which the record keeps and no client reads."""

import dataclasses
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from scoping.documents.issue import Refused, _issue_reserved, issue, reserve
from scoping.domain import scopefile
from scoping.domain.words import Condition, ConditionState
from scoping.engagements.models import Engagement
from scoping.judgement.models import ConditionOverrule
from scoping.press.typography import typeset
from scoping.professionals.assessments import CompetenceAssessment
from scoping.record.models import RecordLine
from scoping.record.write import SYSTEM
from scoping.studios.models import Rank
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope
from tests.drafting.desk import ODD_TEXTS, Desk, open_desk, text_of
from tests.press.readback import plain, text_of_pdf
from tests.qualified import qualify

pytestmark = pytest.mark.django_db
REASON = "Il cliente la conosce da anni, e l'incarico dura poco."


@pytest.fixture
def qualified() -> Desk:
    """One person in both roles, of whom everything is said."""
    scope = example_scope()
    roles = tuple(dataclasses.replace(role, lead="elena", others=()) for role in scope.roles)
    opened = open_desk(dataclasses.replace(scope, roles=roles))
    qualify(opened.engagement)
    return opened


@pytest.fixture
def desk(qualified: Desk) -> Desk:
    """The same without the assessments."""
    with studio_scope(qualified.engagement.studio):
        CompetenceAssessment.objects.all().delete()
    return qualified


def overrule(desk: Desk, condition: str = "assessed", **sent: str) -> Any:
    return desk.post("overrule", sent, condition=condition)


def kinds(desk: Desk) -> list[str]:
    with studio_scope(desk.engagement.studio):
        return list(RecordLine.objects.order_by("seq").values_list("kind", flat=True))


def test_with_a_reason_the_draft_is_issued_and_the_document_says_that_the_condition_is_not_met(
    desk: Desk,
) -> None:
    assert "Scrivi il motivo" in text_of(desk.get("roles"))
    overrule(desk, reason=REASON)
    page = text_of(desk.get("review"))
    assert "Si va avanti senza" in page
    assert kinds(desk)[-1] == "condition_overruled"
    with studio_scope(desk.engagement.studio):
        engagement = Engagement.objects.get(pk=desk.engagement.pk)
        document = issue(engagement, actor=SYSTEM, at=timezone.now())
    issued = scopefile.read(bytes(document.snapshot)).issue
    assert issued is not None
    states = {one.condition: one.state for one in issued.conditions}
    assert states[Condition.ASSESSED] == ConditionState.OVERRULED
    assert REASON not in bytes(document.snapshot).decode()


def test_the_drafts_preview_says_of_the_conditions_what_its_version_will(desk: Desk) -> None:
    address = reverse("documents:draft_pdf", kwargs={"number": desk.number})
    before = text_of_pdf(desk.browser.get(address).content)
    assert (before.count("✓ soddisfatta"), before.count("non soddisfatta")) == (3, 1)
    overrule(desk, reason=REASON)
    after = text_of_pdf(desk.browser.get(address).content)
    with studio_scope(desk.engagement.studio):
        engagement = Engagement.objects.get(pk=desk.engagement.pk)
        document = issue(engagement, actor=SYSTEM, at=timezone.now())
    issued = scopefile.read(bytes(document.snapshot)).issue
    assert issued is not None
    assert len(issued.conditions) == 4
    for statement in issued.conditions:
        assert plain(typeset(statement.sentence)) in after
    assert "Può farlo" not in after
    assert plain(typeset(REASON)) not in after


def test_the_reason_is_taken_back_and_the_condition_blocks_again(desk: Desk) -> None:
    overrule(desk, reason=REASON)
    overrule(desk, withdrawn="yes")
    assert "Manca: competenze valutate" in text_of(desk.get("review"))
    overrule(desk, withdrawn="yes")  # a second click takes nothing back, and nothing is recorded of it
    assert kinds(desk)[-2:] == ["condition_overruled", "condition_restored"]


@pytest.mark.parametrize(
    "reason", ["", "  ", "troppo", "x" * 601, *(text for text, _said in ODD_TEXTS.values())]
)
def test_without_a_reason_nothing_is_overruled(desk: Desk, reason: str) -> None:
    answer = overrule(desk, reason=reason)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["reason"]
    with studio_scope(desk.engagement.studio):
        assert not ConditionOverrule.objects.exists()


@pytest.mark.parametrize("condition", ["distinct", "not_junior", "paid_as_two", "no_conductor", "x"])
def test_only_a_condition_that_is_not_met_can_be_overruled(desk: Desk, condition: str) -> None:
    assert overrule(desk, condition, reason=REASON).status_code == 404


def test_it_holds_for_the_person_for_whom_it_was_written(desk: Desk) -> None:
    overrule(desk, reason=REASON)
    with studio_scope(desk.engagement.studio):
        ConditionOverrule.objects.update(person="somebody-else")
    assert "Manca: competenze valutate" in text_of(desk.get("review"))


def test_a_member_who_is_no_owner_is_refused_and_a_stranger_finds_nothing(desk: Desk) -> None:
    member = factories.membership(studio=desk.engagement.studio, rank=Rank.MEMBER)
    url = desk.url("overrule", condition="assessed")
    assert factories.browser(member).post(url, {"reason": REASON}).status_code == 403
    assert "Scrivi il motivo" not in text_of(factories.browser(member).get(desk.url("roles")))
    stranger = factories.browser(factories.membership())
    assert stranger.post(url, {"reason": REASON}).status_code == 404


def test_a_version_that_waits_for_its_document_never_says_met_of_what_is_overruled_since(
    qualified: Desk,
) -> None:
    """It was reserved while all was met, and printing broke down; the assessments are gone when it is tried
    again."""
    studio, at = qualified.engagement.studio, timezone.now()
    with studio_scope(studio):
        engagement = Engagement.objects.get(pk=qualified.engagement.pk)
        held = reserve(engagement, at=at)
        CompetenceAssessment.objects.all().delete()
    overrule(qualified, reason=REASON)
    with studio_scope(studio):
        with pytest.raises(Refused, match="changed"):
            _issue_reserved(held, 1, "0" * 64, 1, actor=SYSTEM, at=at)
        document = issue(engagement, actor=SYSTEM, at=at)
    issued = scopefile.read(bytes(document.snapshot)).issue
    assert issued is not None
    assert {one.condition: one.state for one in issued.conditions}[Condition.ASSESSED] == (
        ConditionState.OVERRULED
    )
