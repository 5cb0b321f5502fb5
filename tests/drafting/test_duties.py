"""The board and a duty's form: what is shown, what is kept, what is refused."""

import dataclasses
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scoping.domain.scope import Answering, Duty, When
from scoping.domain.words import Cadence, IfNeeded, Lane, Responsible, WhenKind
from tests.domain.examples import example_scope, with_item, with_more
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, open_desk, text_of

pytestmark = pytest.mark.django_db


def many(count: int) -> tuple[Duty, ...]:
    return tuple(
        Duty(
            key=f"duty-{place}",
            lane=Lane.SOCIAL,
            name=f"Mansione {place}",
            responsible=Responsible.STUDIO,
            quantity=Decimal(1) if place % 2 else None,
        )
        for place in range(count)
    )


def test_a_row_says_what_and_holds_its_quantity() -> None:
    page = text_of(open_desk().get("duties", {"lane": "social"}))
    assert "Post statico" in page
    assert 'name="quantity" value="12"' in page
    assert '<span class="duty-unit">post</span> <span class="duty-rhythm">al mese</span>' in page
    assert "<textarea" not in page


def test_the_board_opens_at_marketing_and_at_any_lane_that_is_asked() -> None:
    desk = open_desk()
    assert "Piano di marketing" in text_of(desk.get("duties"))
    assert "Servizio fotografico" in text_of(desk.get("duties", {"lane": "adjacent"}))
    assert "Piano di marketing" in text_of(desk.get("duties", {"lane": "nonsense\x00"}))


def test_what_is_missing_stands_under_its_row_with_a_link_to_the_field() -> None:
    desk = open_desk(with_item(example_scope(), "duties", "posts", quantity=None))
    page = text_of(desk.get("duties", {"lane": "social"}))
    assert f"{desk.url('duty', key='posts')}#id_quantity" in page
    assert "missing-blocks" in page


def test_the_board_asks_the_database_as_often_for_90_duties_as_for_3() -> None:
    counts = []
    for number in (3, 90):
        desk = open_desk(dataclasses.replace(example_scope(), duties=many(number)))
        desk.get("duties", {"lane": "social"})
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("duties", {"lane": "social"}).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_every_field_of_a_duty_is_kept() -> None:
    desk = open_desk()
    answer = desk.send(
        "duty",
        {
            "responsible": "studio",
            "name": "Post e storie",
            "deliverable": "Post pronti",
            "description": "Riga uno.\r\nRiga due.",
            "quantity": "3,5",
            "unit": "post",
            "unit_plural": "post",
            "cadence": "weekly",
            "when_kind": "weekdays",
            "when_weekdays": ["0", "2"],
            "when_opens": "9",
            "when_closes": "12.30",
            "rounds": "1",
            "platforms": "Instagram, Facebook,  Instagram",
            "answers": "on",
            "answer_days": "2",
            "answer_weekdays": ["0", "1"],
            "answer_opens": "09:00",
            "answer_closes": "18:00",
            "limits": "Fino a tre immagini.",
            "exclusion": "Non comprende le foto.",
            "reason": "",
            "if_needed": "hourly",
            "content": None,
            "needs": ["calendar"],
            "depends_on": ["prices"],
        },
        key="posts",
    )
    assert answer.status_code == 302
    assert answer.url.endswith("?lane=social#duty-posts")
    assert desk.item("duties", "posts") == Duty(
        key="posts",
        lane=Lane.SOCIAL,
        name="Post e storie",
        deliverable="Post pronti",
        description="Riga uno.\nRiga due.",
        responsible=Responsible.STUDIO,
        quantity=Decimal("3.5"),
        unit="post",
        unit_plural="post",
        cadence=Cadence.WEEKLY,
        when=When(kind=WhenKind.WEEKDAYS, weekdays=(0, 2), opens="09:00", closes="12:30"),
        rounds=1,
        platforms=("Instagram", "Facebook"),
        answering=Answering(days=2, weekdays=(0, 1), opens="09:00", closes="18:00"),
        limits="Fino a tre immagini.",
        exclusion="Non comprende le foto.",
        if_needed=IfNeeded.HOURLY,
        needs=("calendar",),
        depends_on=("prices",),
    )


def test_a_form_that_is_sent_as_it_came_changes_nothing() -> None:
    desk = open_desk()
    before = desk.described.duties
    for duty in before:
        assert desk.send("duty", {}, key=duty.key).status_code == 302
    assert desk.described.duties == before


def test_each_saving_counts_one_change_of_the_draft() -> None:
    desk = open_desk()
    desk.engagement.refresh_from_db()
    revision = desk.engagement.revision
    desk.send("duty", {"name": "Altro nome"}, key="posts")
    desk.engagement.refresh_from_db()
    assert desk.engagement.revision == revision + 1


def test_a_studio_duty_without_quantity_can_be_saved() -> None:
    desk = open_desk()
    assert desk.send("duty", {"quantity": ""}, key="posts").status_code == 302
    assert desk.item("duties", "posts").quantity is None


@pytest.mark.parametrize("quantity", ["0", "-1", "0,001", "1000000", *NO_NUMBERS])
def test_a_wrong_quantity_is_refused_and_stays_in_the_form(quantity: str) -> None:
    desk = open_desk()
    answer = desk.send("duty", {"quantity": quantity, "limits": "Un testo lungo"}, key="posts")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["quantity"]
    assert f'value="{quantity}"' in text_of(answer)
    assert "Un testo lungo" in text_of(answer)
    assert desk.item("duties", "posts").quantity == 12


@pytest.mark.parametrize(("text", "said"), ODD_TEXTS.values(), ids=ODD_TEXTS)
@pytest.mark.parametrize("field", ["name", "deliverable", "description", "platforms", "limits", "reason"])
def test_odd_characters_are_refused_at_the_field_in_the_readers_language(
    field: str, text: str, said: str
) -> None:
    desk = open_desk()
    answer = desk.send("duty", {field: text}, key="plan")
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors[field])
    assert desk.described.duties == example_scope().duties


def test_texts_up_to_10000_characters_are_kept_and_longer_ones_refused() -> None:
    desk = open_desk()
    assert desk.send("duty", {"limits": "x" * 10_000}, key="plan").status_code == 302
    answer = desk.send("duty", {"limits": "x" * 10_001}, key="plan")
    assert answer.status_code == 422
    assert "10" in " ".join(answer.context["form"].errors["limits"])


@pytest.mark.parametrize("name", ["", "   ", "listino  PREZZI"])
def test_an_empty_or_doubled_name_is_refused(name: str) -> None:
    answer = open_desk().send("duty", {"name": name}, key="plan")
    assert list(answer.context["form"].errors) == ["name"]


def test_the_same_name_in_another_lane_is_another_duty() -> None:
    assert open_desk().send("duty", {"name": "Post statico"}, key="plan").status_code == 302


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"when_kind": "date", "when_date": ""}, "when_date"),
        ({"when_kind": "month_day", "when_day": "32"}, "when_day"),
        ({"answers": "on", "answer_opens": "18:00", "answer_closes": "09:00"}, "answer_closes"),
        ({"answers": "on", "answer_opens": "09:00"}, "answer_closes"),
        ({"answers": "on", "answer_days": "0"}, "answer_days"),
        ({"rounds": "21"}, "rounds"),
        ({"platforms": ",".join(f"p{number}" for number in range(31))}, "platforms"),
        ({"platforms": "x" * 61}, "platforms"),
        ({"cadence": "daily"}, "cadence"),
        ({"responsible": "nobody"}, "responsible"),
        ({"area": "nowhere"}, "area"),
        ({"needs": ["other"]}, "needs"),
        ({"depends_on": ["posts"]}, "depends_on"),
        ({"responsible": "client", "person": "person-elena"}, "person"),
        ({"responsible": "third", "person": "person-marco"}, "person"),
    ],
)
def test_wrong_answers_are_refused_at_their_field(changed: dict[str, object], field: str) -> None:
    desk = open_desk()
    answer = desk.send("duty", changed, key="posts")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert desk.described.duties == example_scope().duties


def test_what_another_answer_asks_for_is_forgotten_even_if_it_is_wrong() -> None:
    desk = open_desk()
    answer = desk.send(
        "duty",
        {"when_kind": "start", "when_day": "99", "answer_days": "999", "person": "person-nobody"},
        key="posts",
    )
    assert answer.status_code == 302
    duty = desk.item("duties", "posts")
    assert (duty.when, duty.answering, duty.person) == (When(kind=WhenKind.START), None, None)


def test_a_contact_who_was_not_named_yet_is_named_by_the_duty() -> None:
    desk = open_desk()
    contact = desk.engagement.client.contacts.model(
        studio=desk.engagement.studio, client=desk.engagement.client, name="Sara Bo"
    )
    from scoping.studios.tenancy import studio_scope

    with studio_scope(desk.engagement.studio):
        contact.save()
    answer = desk.send("duty", {"responsible": "client", "person": f"contact-{contact.uid}"}, key="prices")
    assert answer.status_code == 302
    described = desk.described
    person = described.person(desk.item("duties", "prices").person)
    assert person is not None
    assert person.name == "Sara Bo"


def test_a_person_of_another_studio_cannot_be_chosen() -> None:
    stranger = open_desk(example_scope(title="Altro"))
    from scoping.studios.tenancy import studio_scope

    with studio_scope(stranger.engagement.studio):
        contact = stranger.engagement.client.contacts.first()
    assert contact is not None
    answer = open_desk().send("duty", {"person": f"contact-{contact.uid}"}, key="prices")
    assert list(answer.context["form"].errors) == ["person"]


def test_extra_fields_are_ignored() -> None:
    desk = open_desk()
    desk.send("duty", {"lane": "marketing", "key": "other", "position": "99", "studio": "1"}, key="posts")
    assert desk.item("duties", "posts").lane == Lane.SOCIAL


def test_dependencies_on_what_the_engagement_lacks_are_not_lost() -> None:
    described = with_item(
        example_scope(), "duties", "posts", depends_on=("gone",), needs=("calendar", "away")
    )
    desk = open_desk(described)
    page = text_of(desk.get("duty", key="posts"))
    assert "gone (non in questo incarico)" in page
    desk.send("duty", {"name": "Post"}, key="posts")
    assert desk.item("duties", "posts").depends_on == ("gone",)
    assert desk.item("duties", "posts").needs == ("calendar", "away")


def test_the_party_changes_in_the_row_and_takes_the_person_with_it() -> None:
    desk = open_desk()
    answer = desk.post("duty_responsible", {"responsible": "studio"}, key="prices")
    assert answer.url.endswith("?lane=marketing#duty-prices")
    duty = desk.item("duties", "prices")
    assert (duty.responsible, duty.person) == (Responsible.STUDIO, None)


@pytest.mark.parametrize("data", [{}, {"responsible": "nobody"}])
def test_no_party_changes_nothing(data: dict[str, str]) -> None:
    desk = open_desk()
    answer = desk.post("duty_responsible", data, key="prices")
    assert answer.status_code == 422
    assert "non è salvato" in text_of(answer)
    assert desk.item("duties", "prices").responsible == Responsible.CLIENT


def test_rows_move_within_their_area_and_stop_at_its_ends() -> None:
    desk = open_desk(with_more(example_scope(), "duties", *many(3)))

    def social() -> list[str]:
        return [duty.key for duty in desk.described.duties_of(Lane.SOCIAL)]

    assert social() == ["posts", "duty-0", "duty-1", "duty-2"]
    desk.post("duty_place", {"move": "up"}, key="duty-1")
    assert social() == ["posts", "duty-1", "duty-0", "duty-2"]
    desk.post("duty_place", {"move": "down"}, key="duty-2")
    desk.post("duty_place", {"move": "up"}, key="posts")
    desk.post("duty_place", {"move": "sideways"}, key="posts")
    assert social() == ["posts", "duty-1", "duty-0", "duty-2"]
    assert [duty.key for duty in desk.described.duties][:2] == ["plan", "prices"]


def test_a_removal_asks_first_and_names_what_depends_on_it() -> None:
    desk = open_desk()
    page = text_of(desk.get("duty_removal", key="plan"))
    assert "Post statico" in page
    assert len(desk.described.duties) == 4


def test_a_duty_is_removed_once_however_often_it_is_asked() -> None:
    desk = open_desk()
    for _click in range(2):
        assert desk.post("duty_removal", key="plan").status_code == 302
    assert [duty.key for duty in desk.described.duties] == ["prices", "posts", "photos"]
    assert desk.get("duty_removal", key="plan").status_code == 404


def test_ones_own_duty_stands_behind_those_of_its_lane() -> None:
    desk = open_desk()
    answer = desk.send("duties_new", {"name": "Passeggiata in caseificio", "quantity": "1"}, lane="marketing")
    assert answer.status_code == 302
    assert [duty.name for duty in desk.described.duties][2] == "Passeggiata in caseificio"


def test_ones_own_duty_sent_twice_is_one() -> None:
    desk = open_desk()
    data = desk.typed("duties_new", lane="social") | {"name": "Diretta mensile"}
    for _click in range(2):
        assert desk.post("duties_new", data, lane="social").status_code == 302
    assert [duty.name for duty in desk.described.duties].count("Diretta mensile") == 1


@pytest.mark.parametrize("key", ["", "plan", "own-123", "own-00000000000\x00"])
def test_ones_own_duty_takes_no_key_but_a_fresh_one(key: str) -> None:
    desk = open_desk()
    data = desk.typed("duties_new", lane="social") | {"name": "Diretta mensile", "key": key}
    assert desk.post("duties_new", data, lane="social").status_code == 422
    assert len(desk.described.duties) == 4


def test_the_draft_of_another_studio_is_not_found() -> None:
    desk, stranger = open_desk(), open_desk(example_scope(number="2026-099"))
    stranger.engagement = desk.engagement
    with_key = ("duty", "duty_responsible", "duty_place", "duty_removal")
    for name in with_key:
        assert stranger.post(name, {"responsible": "third", "move": "up"}, key="posts").status_code == 404
    for name in ("duties_new", "duties_catalogue"):
        assert stranger.post(name, {"name": "x"}, lane="social").status_code == 404
    assert stranger.get("duties").status_code == 404
    assert desk.described.duties == example_scope().duties


def test_keys_that_no_row_has_are_not_found() -> None:
    desk = open_desk()
    assert desk.get("duty", key="nothing").status_code == 404
    assert desk.browser.get(f"{desk.url('duties')}a%00b/").status_code == 404
    assert desk.post("duty_place", {"move": "up"}, key="nothing").status_code == 404


def test_a_signed_engagement_is_closed() -> None:
    desk = open_desk()
    desk.engagement.__class__._base_manager.filter(pk=desk.engagement.pk).update(state="signed")
    answer = desk.post("duty_responsible", {"responsible": "third"}, key="posts")
    assert answer.status_code == 302
    assert desk.item("duties", "posts").responsible == Responsible.STUDIO
