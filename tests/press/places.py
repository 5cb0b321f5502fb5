"""Where things must stand in a printed document: its sections by name, and its rows by their promise."""

import re
from collections.abc import Callable

from scoping.domain.scope import Duty, Scope
from scoping.domain.words import Lane, Language, Responsible
from tests.press.readback import Printed
from tests.press.samples import SAMPLES, sample

MADE = ("client_leads", "third_party_social", "adjacent_work", "many")
DOCUMENTS = (*SAMPLES, *MADE)
TITLES: dict[Language, dict[str | Lane, tuple[str, ...]]] = {
    Language.ITALIAN: {
        "matrix": ("Chi fa che cosa",),
        Lane.MARKETING: ("Marketing",),
        Lane.SOCIAL: ("Social media",),
        Lane.ADJACENT: ("Attività affini comprese", "Attività affini"),
        "two roles": ("Una persona, due ruoli",),
        "fees": ("Compensi",),
        "excluded": ("Non compreso",),
        "rules": ("Regole del gioco",),
        "signatures": ("Firme",),
    },
    Language.ENGLISH: {
        "matrix": ("Who does what",),
        Lane.MARKETING: ("Marketing",),
        Lane.SOCIAL: ("Social media",),
        Lane.ADJACENT: ("Adjacent work included", "Adjacent work"),
        "two roles": ("One person, two roles",),
        "fees": ("Fees",),
        "excluded": ("Not included",),
        "rules": ("Rules of the game",),
        "signatures": ("Signatures",),
    },
}
ORDER = (Responsible.STUDIO, Responsible.CLIENT, Responsible.THIRD, None, Responsible.EXCLUDED)


def issued(name: str, printed: Callable[..., Printed]) -> Printed:
    """A sample or an odd case, issued, by its name."""
    return sample(name) if name in SAMPLES else printed(name)


def squeezed(text: str) -> str:
    """Letters, figures and signs alone: without spaces, hyphens, joiners, and with straight apostrophes."""
    return re.sub(r"[\s\-‑\u00ad\u2060\ufffe\x02]+", "", text).replace("’", "'").casefold()


def section(document: Printed, name: str | Lane) -> str:
    """The squeezed text of one section, empty where the document has none of that name."""
    titles = TITLES[document.scope.language][name]
    found = [document.sections[title] for title in titles if title in document.sections]
    return squeezed(found[0]) if found else ""


def elsewhere(document: Printed, *names: str | Lane) -> str:
    """The squeezed text of every section but some and the cover."""
    return " ".join(section(document, name) for name in TITLES[Language.ITALIAN] if name not in names)


def numbered(scope: Scope) -> list[tuple[int, Duty]]:
    """The rows by the document's promise: by lane, then by who does it, then in reading order."""
    ordered = [
        duty
        for lane in (Lane.MARKETING, Lane.SOCIAL, Lane.ADJACENT)
        for responsible in ORDER
        for duty in scope.duties_of(lane)
        if duty.responsible == responsible
    ]
    return list(enumerate(ordered, start=1))


def own_section(duty: Duty) -> str | Lane:
    """Where a duty is told."""
    return "excluded" if duty.responsible == Responsible.EXCLUDED else duty.lane
