"""What the studio measures by: an owner sets it, within bounds, and the Costing counts with it."""

from decimal import Decimal

import pytest
from django.urls import reverse

from scoping.judgement.models import Yardsticks
from scoping.studios.models import Rank
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.drafting.desk import NO_NUMBERS, text_of

pytestmark = pytest.mark.django_db
SENT = {"loss_limit": "12,5", "discount": "8", "assessment_months": "18", "assessment_mean": "2,75"}
URL = "judgement:yardsticks"


def test_an_owner_sets_the_measures_and_reads_them_again() -> None:
    member = factories.membership()
    visitor = factories.browser(member)
    assert 'value="10"' in text_of(visitor.get(reverse(URL)))
    for limit in ("12,5", "15"):
        assert visitor.post(reverse(URL), SENT | {"loss_limit": limit}).status_code == 302
    with studio_scope(member.studio):
        (kept,) = Yardsticks.objects.all()
    assert (kept.loss_limit, kept.discount) == (Decimal(15), Decimal(8))
    assert (kept.assessment_months, kept.assessment_mean) == (18, Decimal("2.75"))


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *((field, typed) for field in SENT for typed in ("", "-1", *NO_NUMBERS)),
        ("loss_limit", "100,1"),
        ("discount", "101"),
        ("assessment_months", "0"),
        ("assessment_months", "121"),
        ("assessment_mean", "4,01"),
    ],
)
def test_measures_that_cannot_be_are_refused_at_their_field(field: str, typed: str) -> None:
    member = factories.membership()
    answer = factories.browser(member).post(reverse(URL), SENT | {field: typed})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    with studio_scope(member.studio):
        assert not Yardsticks.objects.exists()


def test_a_member_who_is_no_owner_is_refused_in_words() -> None:
    member = factories.membership(rank=Rank.MEMBER)
    assert factories.browser(member).get(reverse(URL)).status_code == 403
