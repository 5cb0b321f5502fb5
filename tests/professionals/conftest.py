"""A studio whose owner assesses Elena, who signs in too; Luca is a colleague who does the same."""

import io
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from scoping.catalogue.competences import competences
from scoping.domain.words import Lane
from scoping.professionals.models import Professional
from scoping.studios.models import Membership, Rank
from scoping.studios.tenancy import studio_scope
from tests import factories


@pytest.fixture
def owner(db: None) -> Membership:
    return factories.membership()


@pytest.fixture
def colleague(owner: Membership) -> Membership:
    """Luca's account: a member who owns nothing."""
    return factories.membership(studio=owner.studio, rank=Rank.MEMBER, user=factories.user(name="Luca Rossi"))


@pytest.fixture
def herself(owner: Membership) -> Membership:
    """Elena's account: a member who owns nothing."""
    return factories.membership(
        studio=owner.studio, rank=Rank.MEMBER, user=factories.user(name="Elena Conti")
    )


@pytest.fixture
def of_elena(owner: Membership, herself: Membership, colleague: Membership) -> Professional:
    """Elena, whose account is linked; beside her Luca, with his."""
    with studio_scope(owner.studio):
        factories.professional(owner.studio, name="Luca Rossi", user=colleague.user)
        return factories.professional(owner.studio, name="Elena Conti", user=herself.user)


def answers(**changed: Any) -> dict[str, Any]:
    """Social media at level 3 everywhere, with a line that shows it."""
    sent = {"on": "2026-11-20", "assessor": "Anna Landi"}
    for one in competences(Lane.SOCIAL):
        sent |= {f"level-{one.code}": "3", f"evidence-{one.code}": "Tre clienti in tre anni."}
    return sent | changed


def assess(visitor: Client, elena: Professional, sent: dict[str, Any], lane: str = "social") -> Any:
    """Send the form of an assessment; what is None is not sent."""
    url = reverse("professionals:assessments_new", kwargs={"uid": elena.uid, "lane": lane})
    return visitor.post(url, {name: value for name, value in sent.items() if value is not None})


def pdf(protection: pikepdf.Encryption | bool = False, pages: int = 1) -> bytes:
    """A PDF with empty pages."""
    made, written = pikepdf.new(), io.BytesIO()
    for _page in range(pages):
        made.add_blank_page()
    made.save(written, encryption=protection, deterministic_id=not protection)
    return written.getvalue()
