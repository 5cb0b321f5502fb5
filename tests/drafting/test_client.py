"""Step client: functions of contacts, and who signs for the studio."""

import pytest

from scoping.clients.models import Contact
from scoping.domain.scope import Function
from scoping.domain.words import FunctionKind
from scoping.engagements.models import EngagementFunction
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, ODD_TEXTS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

KINDS = ["signatory", "counterpart", "approver", "reader"]


@pytest.fixture
def desk() -> Desk:
    """The example engagement, with one contact that it does not name yet, and no function."""
    made = open_desk()
    with studio_scope(made.engagement.studio):
        EngagementFunction.objects.all().delete()
        factories.contact(made.engagement.client, name="Anna Landi", job="titolare")
    return made


def token(desk: Desk, name: str) -> str:
    """What a form calls a contact by."""
    with studio_scope(desk.engagement.studio):
        return f"contact-{Contact.objects.get(name=name).uid}"


def key_of(desk: Desk, name: str) -> str:
    return next(person.key for person in desk.described.persons if person.name == name)


def test_the_page_shows_the_client_with_an_edit_link_that_comes_back() -> None:
    desk = open_desk()
    page = text_of(desk.get("client"))
    assert desk.engagement.client.name in page
    assert f"/identity/?next=/engagements/{desk.number}/client/" in page


def test_a_contact_gets_each_function_and_comes_into_the_engagement(desk: Desk) -> None:
    who = token(desk, "Anna Landi")
    assert desk.post("functions", {"participant": who, "power": "sole director"}, kind="signatory").url
    assert desk.post("functions", {"participant": who, "days": "2"}, kind="approver").url
    assert desk.post("functions", {"participant": who}, kind="counterpart").url
    assert desk.post("functions", {"participant": who}, kind="reader").url
    key = key_of(desk, "Anna Landi")
    assert key == "anna-landi"
    assert desk.described.functions == (
        Function(person=key, kind=FunctionKind.SIGNATORY, order=1, power="sole director"),
        Function(person=key, kind=FunctionKind.APPROVER, days=2),
        Function(person=key, kind=FunctionKind.COUNTERPART),
        Function(person=key, kind=FunctionKind.READER),
    )
    page = text_of(desk.get("client"))
    assert "sole director" in page
    assert "entro 2 giorni lavorativi" in page


def test_several_sign_each_behind_the_one_before(desk: Desk) -> None:
    desk.post("functions", {"participant": token(desk, "Anna Landi")}, kind="signatory")
    desk.post("functions", {"new_name": "Luca Neri", "new_job": "socio"}, kind="signatory")
    desk.post("functions", {"new_name": "Sara Moro", "order": "1"}, kind="signatory")
    signing = [
        (person.name, one.order) for person, one in desk.described.with_function(FunctionKind.SIGNATORY)
    ]
    assert signing == [("Anna Landi", 1), ("Sara Moro", 1), ("Luca Neri", 2)]


def test_a_contact_is_added_on_the_spot(desk: Desk) -> None:
    new = {"new_name": "Luca Neri", "new_job": "socio", "new_email": "luca@example.org", "new_phone": "1"}
    desk.post("functions", new | {"days": "3"}, kind="approver")
    [(person, function)] = desk.described.with_function(FunctionKind.APPROVER)
    assert (person.name, person.job, person.email, person.phone) == (
        "Luca Neri", "socio", "luca@example.org", "1",
    )  # fmt: skip
    assert function.days == 3


@pytest.mark.parametrize(
    ("kind", "data", "field"),
    [
        ("reader", {}, "participant"),
        ("reader", {"participant": "contact-00000000-0000-0000-0000-000000000000"}, "participant"),
        ("reader", {"participant": "person-nobody"}, "participant"),
        ("reader", {"participant": "1"}, "participant"),
        ("reader", {"new_name": "anna landi"}, "new_name"),
        ("reader", {"new_name": "x" * 121}, "new_name"),
        ("reader", {"new_name": "Luca", "new_email": "luca"}, "new_email"),
        ("signatory", {"new_name": "Luca", "order": "0"}, "order"),
        ("signatory", {"new_name": "Luca", "order": "21"}, "order"),
        ("signatory", {"new_name": "Luca", "power": "x" * 121}, "power"),
        ("approver", {"new_name": "Luca", "days": "0"}, "days"),
        ("approver", {"new_name": "Luca", "days": "61"}, "days"),
        ("approver", {"new_name": "Luca", "days": "-1"}, "days"),
        *(("approver", {"new_name": "Luca", "days": no}, "days") for no in NO_NUMBERS),
        *(("signatory", {"new_name": "Luca", "power": odd}, "power") for odd, _said in ODD_TEXTS.values()),
        *(("reader", {"new_name": odd}, "new_name") for odd, _said in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_is_said_at_its_field(desk: Desk, kind: str, data: dict[str, str], field: str) -> None:
    answer = desk.post("functions", data, kind=kind)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert desk.described.functions == ()
    with studio_scope(desk.engagement.studio):
        assert not Contact.objects.filter(name__startswith="Luca").exists()


def test_a_contact_and_a_new_name_together_are_refused(desk: Desk) -> None:
    answer = desk.post(
        "functions", {"participant": token(desk, "Anna Landi"), "new_name": "Luca"}, kind="reader"
    )
    assert set(answer.context["form"].errors) == {"new_name"}


def test_the_same_form_sent_twice_gives_the_function_once(desk: Desk) -> None:
    data = {"participant": token(desk, "Anna Landi")}
    desk.post("functions", data, kind="reader")
    answer = desk.post("functions", data, kind="reader")
    assert set(answer.context["form"].errors) == {"participant"}
    assert len(desk.described.functions) == 1


def test_a_professional_has_no_function_of_the_client_s(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        professional = factories.professional(desk.engagement.studio)
    answer = desk.post("functions", {"participant": f"professional-{professional.uid}"}, kind="reader")
    assert set(answer.context["form"].errors) == {"participant"}


def test_a_contact_of_another_client_or_studio_is_no_choice(desk: Desk) -> None:
    other = open_desk()
    with studio_scope(other.engagement.studio):
        foreign = [factories.contact(other.engagement.client)]
    with studio_scope(desk.engagement.studio):
        foreign.append(factories.contact(factories.client(desk.engagement.studio)))
    for contact in foreign:
        answer = desk.post("functions", {"participant": f"contact-{contact.uid}"}, kind="reader")
        assert set(answer.context["form"].errors) == {"participant"}


def test_a_function_is_edited_and_removed_after_asking(desk: Desk) -> None:
    desk.post("functions", {"participant": token(desk, "Anna Landi"), "days": "2"}, kind="approver")
    names = {"kind": "approver", "key": "anna-landi"}
    assert desk.send("function", {"days": "5"}, **names).status_code == 302
    assert desk.described.functions[0].days == 5
    assert desk.send("function", {"days": "99"}, **names).status_code == 422
    assert "Anna Landi" in text_of(desk.get("function_removal", **names))
    assert desk.described.functions
    assert desk.post("function_removal", **names).url == desk.url("client")
    assert desk.described.functions == ()
    assert desk.get("function", **names).status_code == 404


def test_whom_nothing_names_any_more_goes_out_of_the_document(desk: Desk) -> None:
    desk.post("functions", {"participant": token(desk, "Anna Landi")}, kind="reader")
    desk.post("function_removal", kind="reader", key="anna-landi")
    assert "Anna Landi" not in [person.name for person in desk.described.persons]
    assert token(desk, "Anna Landi")


def test_an_unknown_function_is_not_found(desk: Desk) -> None:
    assert desk.get("functions", kind="boss").status_code == 404
    assert desk.post("functions", {"new_name": "Luca"}, kind="boss").status_code == 404


def test_one_professional_signs_for_the_studio(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        anna = factories.professional(desk.engagement.studio, name="Anna Bo")
        sara = factories.professional(desk.engagement.studio, name="Sara Moro")
    for professional in (anna, sara):
        desk.post("client", {"signatory": f"professional-{professional.uid}"})
        signing = desk.described.person(desk.described.signed_for_studio)
        assert signing is not None
        assert signing.name == professional.name
    assert "Anna Bo" not in [person.name for person in desk.described.persons]
    desk.post("client", {"signatory": ""})
    assert desk.described.signed_for_studio is None


def test_somebody_of_the_client_cannot_sign_for_the_studio(desk: Desk) -> None:
    answer = desk.post("client", {"signatory": token(desk, "Anna Landi")})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"signatory"}


def test_an_inactive_professional_is_no_longer_offered(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        gone = factories.professional(desk.engagement.studio, name="Sara Moro", active=False)
    assert "Sara Moro" not in text_of(desk.get("client"))
    assert desk.post("client", {"signatory": f"professional-{gone.uid}"}).status_code == 422


def test_every_change_counts_and_another_studio_changes_nothing(desk: Desk) -> None:
    desk.engagement.refresh_from_db(fields=["revision"])
    before = desk.engagement.revision
    desk.post("functions", {"new_name": "Luca Neri"}, kind="reader")
    desk.engagement.refresh_from_db(fields=["revision"])
    assert desk.engagement.revision == before + 1
    stranger = Desk(factories.browser(factories.membership()), desk.engagement)
    assert stranger.post("functions", {"new_name": "X"}, kind="reader").status_code == 404
    assert stranger.post("client", {"signatory": ""}).status_code == 404
    assert stranger.post("function_removal", kind="reader", key="luca-neri").status_code == 404
    assert len(desk.described.functions) == 1
