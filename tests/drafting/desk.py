"""Somebody of a studio at work on the example engagement, through Django's client."""

import datetime as dt
import html
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from scoping.catalogue.load import load_catalogue
from scoping.domain.scope import Scope
from scoping.engagements.importing import import_scope
from scoping.engagements.models import Engagement
from scoping.engagements.reading import scope_of
from scoping.record.write import SYSTEM
from scoping.studios.tenancy import studio_scope
from tests import factories
from tests.domain.examples import STUDIO, example_scope

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)

# What no door lets in, each with a piece of the Italian sentence that refuses it.
ODD_TEXTS = {
    "nul": ("Piano\x00", "carattere nullo"),
    "bidi override": ("Piano\u202e", "verso di lettura"),
    "tag": ("Piano\U000e0041", "etichetta invisibile"),
    "unassigned": ("Piano\u0378", "nessun carattere"),
}
NO_NUMBERS = ("NaN", "1e400", "Infinity", "dodici", "٣", "0x10", "1_0")


@dataclass
class Desk:
    """A signed-in browser, and the engagement that it works on."""

    browser: Client
    engagement: Engagement

    @property
    def number(self) -> str:
        return self.engagement.number

    @property
    def described(self) -> Scope:
        """The draft as it is kept now."""
        with studio_scope(self.engagement.studio):
            return scope_of(Engagement.objects.get(pk=self.engagement.pk))

    def url(self, name: str, **names: str) -> str:
        return reverse(f"drafting:{name}", kwargs={"number": self.number, **names})

    def get(self, name: str, query: Any = None, **names: str) -> Any:
        return self.browser.get(self.url(name, **names), query or {})

    def post(self, name: str, data: Any = None, **names: str) -> Any:
        return self.browser.post(self.url(name, **names), data or {})

    def htmx(self, name: str, data: Any = None, **names: str) -> Any:
        """The same as `post`, sent by htmx from where it stands on the page."""
        return self.browser.post(self.url(name, **names), data or {}, HTTP_HX_REQUEST="true")

    def typed(self, name: str, **names: str) -> dict[str, Any]:
        """What the page's form would send if nothing were changed."""
        form = self.browser.get(self.url(name, **names)).context["form"]
        values = {field.html_name: field.value() for field in form}
        return {name: _sent(value) for name, value in values.items() if value not in (None, False)}

    def send(self, name: str, changed: dict[str, Any], **names: str) -> Any:
        """The page's form with some answers changed; None takes an answer away."""
        data = self.typed(name, **names) | changed
        return self.post(name, {key: value for key, value in data.items() if value is not None}, **names)

    def opened(self, name: str, **names: str) -> dict[str, Any]:
        """The page's form as a window has it open, with what it was read upon."""
        state = self.get(name, **names).context["guard"].carried
        assert state
        return {**self.typed(name, **names), "state": state}

    def colleague(self) -> "Desk":
        """Somebody else of the same studio before the same draft."""
        browser = Client()
        browser.force_login(factories.membership(studio=self.engagement.studio).user)
        return Desk(browser, self.engagement)

    def item(self, items: str, key: str) -> Any:
        """One item of the draft, by its key."""
        return next(item for item in getattr(self.described, items) if item.key == key)


def _sent(value: Any) -> Any:
    if isinstance(value, list):
        return [str(one) for one in value]
    return "on" if value is True else value.isoformat() if isinstance(value, dt.date) else str(value)


def open_desk(described: Scope | None = None, *, catalogue: bool = False) -> Desk:
    """A member of a new studio at the draft of that scope (the example engagement)."""
    tax = STUDIO.tax
    assert tax.regime is not None
    assert tax.income is not None
    studio = factories.studio(
        name=STUDIO.name, vat_number=STUDIO.vat_number, regime=tax.regime.value, income=tax.income.value
    )
    member = factories.membership(studio=studio)
    with studio_scope(studio):
        if catalogue:
            load_catalogue(studio)
        imported = import_scope(studio=studio, described=described or example_scope(), actor=SYSTEM, at=AT)
    browser = Client()
    browser.force_login(member.user)
    return Desk(browser, imported.engagement)


def text_of(answer: Any) -> str:
    """The page's text as it is written, entities resolved."""
    return html.unescape(answer.content.decode())
