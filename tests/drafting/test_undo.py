"""Undo: what one session changed is taken back step by step, and never what somebody else did since."""

import dataclasses
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoping.domain.changes import applied, changes_between, inverse
from scoping.domain.scope import Scope
from scoping.domain.words import Responsible
from scoping.drafting.draft import Draft, Overtaken
from scoping.drafting.kept import Author
from scoping.drafting.models import DraftChange
from scoping.drafting.steps import StepName
from scoping.engagements.models import Duty, Engagement
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope

from .desk import Desk, open_desk, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def give(desk: Desk, key: str, party: str) -> None:
    assert desk.post("duty_responsible", {"responsible": party}, key=key).status_code == 302


def undo(desk: Desk, change: str | None = None) -> str:
    """Presses the button that the board shows, and reads the page that follows."""
    draft = desk.get("duties").context["draft"]
    uid = change or (draft.latest.uid if draft.latest else "00000000-0000-4000-8000-000000000000")
    answer = desk.browser.post(f"{desk.url('undo')}?next={desk.url('duties')}", {"change": uid}, follow=True)
    assert answer.status_code == 200
    return text_of(answer)


def test_the_button_says_what_it_takes_back_on_every_step(desk: Desk) -> None:
    give(desk, "posts", "client")
    for step in ("client", "engagement", "roles", "duties", "objectives", "fees", "clauses", "review"):
        assert "Annulla: Post statico, da Studio a Cliente" in text_of(desk.get(step)), step


def test_it_says_both_where_one_save_changed_two_things(desk: Desk) -> None:
    assert desk.post("fee_amount", {"kind": "once", "amount": "1700"}, key="fee-m").status_code == 302
    said = "Compenso Marketing, da 1.400\u00a0€ a 1.700\u00a0€ e da al mese a una volta"
    assert said in text_of(desk.get("fees"))


@pytest.mark.both_databases
def test_changes_are_taken_back_one_by_one(desk: Desk) -> None:
    before = desk.described
    give(desk, "posts", "client")
    between = desk.described
    give(desk, "plan", "excluded")
    assert "Annullato: Piano di marketing, da Studio a Escluso" in undo(desk)
    assert desk.described == between
    undo(desk)
    assert desk.described == before
    assert "Annulla:" not in text_of(desk.get("duties"))
    assert "Non c’era altro da annullare" in undo(desk)
    assert desk.described == before


def test_a_second_click_on_the_same_button_takes_back_nothing_more(desk: Desk) -> None:
    give(desk, "posts", "client")
    between = desk.described
    give(desk, "plan", "excluded")
    uid = str(desk.get("duties").context["draft"].latest.uid)
    undo(desk, uid)
    assert "Non c’era altro da annullare" in undo(desk, uid)
    assert desk.described == between


def test_what_changes_nothing_is_nothing_to_take_back(desk: Desk) -> None:
    give(desk, "posts", "studio")
    assert desk.get("duties").context["draft"].latest is None


def test_a_removed_row_comes_back_with_all_that_was_written(desk: Desk) -> None:
    before = desk.described
    for removal, key in (
        ("duty_removal", "posts"),
        ("objective_removal", before.objectives[0].key),
        ("fee_removal", before.fees[0].key),
        ("clause_removal", before.clauses[0].key),
    ):
        desk.post(removal, key=key)
        assert desk.described != before
        undo(desk)
        assert desk.described == before, removal


@pytest.mark.both_databases
def test_what_somebody_else_changed_since_is_refused_and_the_step_before_it_has_its_turn(desk: Desk) -> None:
    give(desk, "plan", "client")
    give(desk, "posts", "client")
    other = Client()
    with studio_scope(desk.engagement.studio):
        other.force_login(factories.membership(studio=desk.engagement.studio).user)
    Desk(other, desk.engagement).post("duty_responsible", {"responsible": "third"}, key="posts")
    said = undo(desk)
    assert "Non si può più annullare" in said
    assert "Annulla: Piano di marketing, da Studio a Cliente" in said
    assert desk.item("duties", "posts").responsible == Responsible.THIRD
    undo(desk)
    assert desk.item("duties", "plan").responsible == Responsible.STUDIO


def test_another_session_of_the_same_person_has_an_undo_of_its_own(desk: Desk) -> None:
    give(desk, "posts", "client")
    elsewhere = Client()
    with studio_scope(desk.engagement.studio):
        elsewhere.force_login(DraftChange.objects.get().user)
    assert "Annulla:" not in text_of(Desk(elsewhere, desk.engagement).get("duties"))


def test_a_signed_draft_takes_nothing_back(desk: Desk) -> None:
    give(desk, "posts", "client")
    with studio_scope(desk.engagement.studio):
        uid = DraftChange.objects.get().uid
        Engagement.objects.update(state=Engagement.State.SIGNED)
    answer = desk.post("undo", {"change": str(uid)})
    assert answer.status_code == 302
    assert "/documents/" in answer["Location"]
    assert desk.item("duties", "posts").responsible == Responsible.CLIENT


@pytest.mark.parametrize("change", ["", "nothing", "00000000-0000-4000-8000-000000000000", "\x00"])
def test_a_change_that_nobody_made_is_nothing_to_take_back(desk: Desk, change: str) -> None:
    give(desk, "posts", "client")
    answer = desk.browser.post(desk.url("undo"), {"change": change}, follow=True)
    assert "Non c’era altro da annullare" in text_of(answer)
    assert desk.item("duties", "posts").responsible == Responsible.CLIENT


def test_it_leads_back_only_to_pages_of_ours(desk: Desk) -> None:
    answer = desk.browser.post(f"{desk.url('undo')}?next=https://example.org/", {})
    assert answer["Location"].startswith("/")


def test_what_is_older_than_a_day_is_forgotten(desk: Desk) -> None:
    give(desk, "posts", "client")
    with studio_scope(desk.engagement.studio):
        first = DraftChange.objects.get()
        DraftChange.objects.update(at=first.at.replace(year=first.at.year - 1))
    give(desk, "plan", "client")
    with studio_scope(desk.engagement.studio):
        assert not DraftChange.objects.filter(uid=first.uid).exists()


def test_what_another_release_kept_is_left_alone(desk: Desk) -> None:
    give(desk, "posts", "client")
    with studio_scope(desk.engagement.studio):
        kept = DraftChange.objects.get()
        kept.changes = kept.changes.replace('"lane"', '"corridor"')
        kept.save()
    answer = desk.get("duties")
    assert answer.status_code == 200
    assert "Annulla:" not in text_of(answer)
    assert desk.post("undo", {"change": str(kept.uid)}).status_code == 302
    give(desk, "plan", "client")
    assert "Annulla: Piano di marketing" in text_of(desk.get("duties"))


@pytest.fixture
def open_scope(desk: Desk) -> Iterator[Desk]:
    with studio_scope(desk.engagement.studio):
        yield desk


def draft_of(desk: Desk, author: Author) -> Draft:
    return Draft(Engagement.objects.for_list().get(pk=desk.engagement.pk), StepName.DUTIES, author)


KEYS = st.sampled_from([duty.key for duty in example_scope().duties])
ACTIONS = st.one_of(
    st.tuples(st.just("give"), KEYS, st.sampled_from(list(Responsible))),
    st.tuples(st.just("quantity"), KEYS, st.integers(1, 3).map(Decimal)),
    st.tuples(st.just("remove"), KEYS, st.none()),
    st.tuples(st.just("months"), st.just(""), st.integers(1, 3)),
    st.tuples(st.just("undo"), st.just(""), st.none()),
)


def on_values(described: Scope, action: str, key: str, value: object) -> Scope:
    if action == "months":
        return dataclasses.replace(described, months=value)  # type: ignore[arg-type]
    if action == "remove":
        return dataclasses.replace(
            described, duties=tuple(duty for duty in described.duties if duty.key != key)
        )
    field = {"give": "responsible", "quantity": "quantity"}[action]
    return dataclasses.replace(
        described,
        duties=tuple(
            dataclasses.replace(duty, **{field: value}) if duty.key == key else duty  # type: ignore[arg-type]
            for duty in described.duties
        ),
    )


def on_rows(draft: Draft, action: str, key: str, value: object) -> None:
    with draft.saving():
        rows = Duty.objects.filter(engagement=draft.engagement, key=key)
        if action == "months":
            draft.engagement.months = value  # type: ignore[assignment]
            draft.engagement.save(update_fields=["months"])
        elif action == "remove":
            rows.delete()
        else:
            rows.update(**{{"give": "responsible", "quantity": "quantity"}[action]: value})


@settings(
    max_examples=settings.default.max_examples // 2 if settings.default else 12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(actions=st.lists(ACTIONS, max_size=8))
def test_saves_and_undos_in_any_order_end_where_they_end_on_plain_values(
    open_scope: Desk, actions: list[tuple[str, str, object]]
) -> None:
    author = Author.of(factories.membership(studio=open_scope.engagement.studio).user, "session")
    value = started = draft_of(open_scope, author).described
    steps = []
    for action, key, new in actions:
        draft = draft_of(open_scope, author)
        if action != "undo":
            on_rows(draft, action, key, new)
            changed = on_values(value, action, key, new)
            if changed != value:
                steps.append(changes_between(value, changed))
            value = changed
        elif draft.latest is not None:
            draft.take_back(draft.latest.uid)
            value = applied(value, inverse(steps.pop()))
        assert (draft.latest is not None) == bool(steps)
    assert draft_of(open_scope, author).described == value
    while (draft := draft_of(open_scope, author)).latest is not None:
        draft.take_back(draft.latest.uid)
    assert draft.described == started


def test_a_save_upon_a_state_that_was_read_before_another_s_is_not_made(open_scope: Desk) -> None:
    author = Author.of(factories.membership(studio=open_scope.engagement.studio).user, "session")
    one, other = draft_of(open_scope, author), draft_of(open_scope, author)
    on_rows(one, "give", "posts", Responsible.CLIENT)
    with pytest.raises(Overtaken):
        on_rows(other, "give", "posts", Responsible.THIRD)
    assert open_scope.item("duties", "posts").responsible == Responsible.CLIENT
