"""Step roles: who holds marketing and social media, and third parties' persons."""

from typing import Any

import pytest

from scoping.domain.scope import Person, RoleAssignment
from scoping.domain.words import Holder, Lane, Party
from scoping.engagements.models import Participant
from scoping.engagements.models import RoleAssignment as RoleRow
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import example_scope, with_item, with_more
from tests.drafting.desk import ODD_TEXTS, Desk, open_desk, text_of

pytestmark = pytest.mark.django_db

THIRD = Person(key="agency", party=Party.THIRD, name="Nina Vox", organisation="Agenzia Vox")
SAME = {
    "marketing-held_by": "studio",
    "marketing-lead": "person-elena",
    "marketing-example": "",
    "social-held_by": "studio",
    "social-lead": "person-luca",
    "social-example": "",
}


@pytest.fixture
def desk() -> Desk:
    """The example engagement with a third party's person."""
    return open_desk(with_more(example_scope(), "persons", THIRD))


def save(desk: Desk, changed: dict[str, Any] | None = None) -> list[Any]:
    """Both jerseys are sent, each with its own fields: the answers."""
    data = SAME | (changed or {})
    return [
        desk.post("role", {name: value for name, value in data.items() if name.startswith(lane)}, lane=lane)
        for lane in ("marketing", "social")
    ]


def held(desk: Desk) -> dict[Lane, RoleAssignment]:
    return {role.lane: role for role in desk.described.roles}


def refused(answer: Any) -> set[str]:
    forms = [jersey.form for jersey in answer.context["jerseys"]] if answer.context else []
    return {f"{form.prefix}-{name}" for form in forms for name in form.errors}


def test_the_page_offers_who_holds_each_role_and_says_it_again_when_it_is_sent_as_it_came(
    desk: Desk,
) -> None:
    forms = [jersey.form for jersey in desk.get("roles").context["jerseys"]]
    sent = {field.html_name: field.value() or "" for form in forms for field in form}
    before = desk.described
    for answer, lane in zip(save(desk, sent), ("marketing", "social"), strict=True):
        assert answer.url == desk.url("roles") + f"#jersey-{lane}"
    assert desk.described == before


@pytest.mark.parametrize(
    ("held_by", "lead", "name"),
    [
        ("studio", "person-luca", "Luca Neri"),
        ("client", "person-paola", "Paola Ferri"),
        ("third", "person-agency", "Nina Vox"),
    ],
)
def test_each_party_can_hold_a_role(desk: Desk, held_by: str, lead: str, name: str) -> None:
    changed = {"marketing-held_by": held_by, "marketing-lead": lead, "marketing-example": "Per esempio."}
    assert [answer.status_code for answer in save(desk, changed)] == [302, 302]
    role = held(desk)[Lane.MARKETING]
    assert role.held_by == held_by
    assert role.example == "Per esempio."
    person = desk.described.person(role.lead)
    assert person is not None
    assert person.name == name


def test_nobody_holds_a_role_and_then_nobody_leads_it(desk: Desk) -> None:
    save(desk, {"marketing-held_by": "nobody", "marketing-others": ["person-luca"]})
    assert held(desk)[Lane.MARKETING] == RoleAssignment(lane=Lane.MARKETING, held_by=Holder.NOBODY)
    page = text_of(desk.get("roles"))
    assert "Nessuno tiene il marketing." in page


def test_with_a_conductor_the_page_warns_of_nothing(desk: Desk) -> None:
    assert "Nessuno tiene il marketing." not in text_of(desk.get("roles"))


def test_a_role_may_wait_for_a_name(desk: Desk) -> None:
    save(desk, {"social-lead": ""})
    assert held(desk)[Lane.SOCIAL].lead is None


def test_further_holders_are_kept_without_the_lead(desk: Desk) -> None:
    save(desk, {"social-others": ["person-luca", "person-elena", "person-elena"]})
    assert held(desk)[Lane.SOCIAL].others == ("elena",)
    assert "checked" in str(desk.get("roles").context["jerseys"][1].form["others"])


def test_a_professional_and_a_contact_whom_the_engagement_does_not_name_come_into_it(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        sara = factories.professional(desk.engagement.studio, name="Sara Moro", marketing_since=2012)
        anna = factories.contact(desk.engagement.client, name="Anna Landi")
    save(
        desk,
        {
            "marketing-lead": f"professional-{sara.uid}",
            "social-held_by": "client",
            "social-lead": f"contact-{anna.uid}",
        },
    )
    roles = held(desk)
    assert (roles[Lane.MARKETING].lead, roles[Lane.SOCIAL].lead) == ("sara-moro", "anna-landi")
    person = desk.described.person("sara-moro")
    assert person is not None
    assert person.marketing_since == 2012


def test_the_same_new_professional_in_both_roles_is_one_person(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        sara = factories.professional(desk.engagement.studio, name="Sara Moro")
    token = f"professional-{sara.uid}"
    for _time in range(2):  # sent twice, the second time by a page that was read before
        save(desk, {"marketing-lead": token, "social-lead": token})
    double = desk.described.double_holder
    assert double is not None
    assert double.name == "Sara Moro"
    assert [person.name for person in desk.described.persons].count("Sara Moro") == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"marketing-held_by": "third", "marketing-lead": "person-paola"}, "marketing-lead"),
        ({"social-others": ["person-paola"]}, "social-others"),
        ({"social-others": ["person-nobody"]}, "social-others"),
        ({"social-lead": "person-nobody"}, "social-lead"),
        ({"social-lead": "1"}, "social-lead"),
        ({"social-held_by": ""}, "social-held_by"),
        ({"social-held_by": "everybody"}, "social-held_by"),
        ({"social-example": "x" * 301}, "social-example"),
        *(({"social-example": text}, "social-example") for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_its_role_is_not_saved(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    before, lane = desk.described, field.split("-")[0]
    typed = {name: value for name, value in SAME.items() if name.startswith(lane)} | changed
    answer = desk.post("role", typed, lane=lane)
    assert answer.status_code == 422
    assert refused(answer) == {field}
    assert 'class="form-errors"' in text_of(answer)
    assert desk.described == before


def test_another_holder_lets_go_who_led_for_the_one_before(desk: Desk) -> None:
    save(desk, {"social-others": ["person-elena"]})
    save(desk, {"social-others": ["person-elena"], "social-held_by": "client"})
    role = held(desk)[Lane.SOCIAL]
    assert (role.held_by, role.lead, role.others) == (Holder.CLIENT, None, ())


@pytest.mark.parametrize("held_by", ["studio", "nobody"])
def test_another_lead_says_who_holds_the_role(desk: Desk, held_by: str) -> None:
    save(desk, {"marketing-held_by": held_by})
    save(desk, {"marketing-held_by": held_by, "marketing-lead": "person-marco"})
    role = held(desk)[Lane.MARKETING]
    assert (role.held_by, role.lead) == (Holder.CLIENT, "marco")


def test_people_of_another_studio_are_no_choice(desk: Desk) -> None:
    other = open_desk()
    with studio_scope(other.engagement.studio):
        foreign = factories.professional(other.engagement.studio, name="Segreta")
        contact = factories.contact(other.engagement.client, name="Segreto")
    for token in (f"professional-{foreign.uid}", f"contact-{contact.uid}"):
        answer, _social = save(desk, {"marketing-lead": token})
        assert refused(answer) == {"marketing-lead"}
        assert "Segret" not in text_of(answer)


def test_whoever_leaves_both_roles_goes_out_of_the_document(desk: Desk) -> None:
    save(desk, {"social-lead": "person-elena"})
    assert desk.described.person("luca") is None


def test_a_role_of_which_nothing_was_said_yet_has_its_form(desk: Desk) -> None:
    with studio_scope(desk.engagement.studio):
        RoleRow.objects.get(lane="marketing").delete()
    assert save(desk)[0].status_code == 302
    assert held(desk)[Lane.MARKETING].lead == "elena"


def test_the_step_is_read_in_a_fixed_number_of_queries(
    desk: Desk, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(45):
        desk.get("roles")


# Third parties' persons.

NINA = {
    "key": "own-0123456789ab",
    "name": "Nino Bix",
    "job": "grafico",
    "organisation": "Bix",
    "email": "",
    "phone": "",
}


def test_a_third_party_s_person_is_added_edited_and_removed(desk: Desk) -> None:
    assert desk.send("third_parties", {"name": "Nino Bix", "job": "grafico"}).status_code == 302
    [key] = [person.key for person in desk.described.persons if person.name == "Nino Bix"]
    assert "Nino Bix" in text_of(desk.get("roles"))
    desk.send("third_party", {"organisation": "Bix"}, key=key)
    person = desk.described.person(key)
    assert person is not None
    assert (person.party, person.job, person.organisation) == (Party.THIRD, "grafico", "Bix")
    assert "Nino Bix" in text_of(desk.get("third_party_removal", key=key))
    desk.post("third_party_removal", key=key)
    assert desk.described.person(key) is None


def test_the_same_form_sent_twice_adds_one_person(desk: Desk) -> None:
    for _time in range(2):
        assert desk.post("third_parties", NINA).status_code == 302
    assert [person.name for person in desk.described.persons].count("Nino Bix") == 1
    answer = desk.post("third_parties", NINA | {"key": "own-ba9876543210"})
    assert set(answer.context["form"].errors) == {"name"}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"email": "nino"}, "email"),
        ({"key": "elena"}, "key"),
        ({"key": "own-zz"}, "key"),
        *(({"organisation": text}, "organisation") for text, _sentence in ODD_TEXTS.values()),
    ],
)
def test_what_is_wrong_of_a_third_party_s_person_is_said_at_its_field(
    desk: Desk, changed: dict[str, str], field: str
) -> None:
    before = desk.described
    answer = desk.post("third_parties", NINA | changed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert desk.described == before


def test_a_person_who_leads_a_role_stays_and_the_page_says_why(desk: Desk) -> None:
    save(desk, {"social-held_by": "third", "social-lead": "person-agency"})
    answer = desk.post("third_party_removal", key="agency")
    assert answer.status_code == 409
    assert "non si può togliere" in text_of(answer)
    assert desk.described.person("agency") is not None


def test_only_third_parties_persons_have_this_page(desk: Desk) -> None:
    assert desk.get("third_party", key="marco").status_code == 404
    assert desk.post("third_party_removal", key="elena").status_code == 404


def test_party_and_contact_cannot_be_posted(desk: Desk) -> None:
    desk.send("third_party", {"party": "client", "contact": "1", "professional": "1"}, key="agency")
    with studio_scope(desk.engagement.studio):
        row = Participant.objects.get(key="agency")
    assert (row.party, row.contact, row.professional) == ("third", None, None)


def test_another_studio_finds_nothing(desk: Desk) -> None:
    stranger = Desk(factories.browser(factories.membership()), desk.engagement)
    before = desk.described
    assert [answer.status_code for answer in save(stranger)] == [404, 404]
    assert stranger.post("third_parties", NINA).status_code == 404
    assert stranger.post("third_party_removal", key="agency").status_code == 404
    assert desk.described == before


def test_who_is_named_by_an_item_stays_when_the_roles_change(desk: Desk) -> None:
    described = with_item(desk.described, "guidelines", "calendar", person="luca", source=Party.STUDIO)
    other = open_desk(described)
    save(other, {"social-lead": "person-elena"})
    assert other.described.person("luca") is not None


def test_who_came_by_a_file_and_has_nothing_to_do_yet_stays_until_somebody_is_taken_out() -> None:
    idle = (
        Person(key="ida", party=Party.STUDIO, name="Ida Neri"),
        Person(key="pio", party=Party.CLIENT, name="Pio Bassi"),
    )
    desk = open_desk(with_more(example_scope(), "persons", *idle))
    assert desk.send("engagement", {"title": "Un altro titolo"}).status_code == 302
    assert {"ida", "pio"} <= {person.key for person in desk.described.persons}
    save(desk, {"social-lead": "person-ida"})
    save(desk, {"social-lead": ""})
    assert {person.key for person in desk.described.persons} & {"ida", "pio"} == {"pio"}
