"""Which sections stand on pages of their own, and which share one, so that no page is half empty.

A section that fills its pages stands alone. Where a page would be left half empty, or where the next section
fits wholly under the one before it, sections share pages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from . import heights
from .fonts import width
from .sections.cover import Cover
from .sections.excluded import Excluded
from .sections.fees import FeesSection
from .sections.matrix import Matrix
from .sections.role import Role
from .sections.rules import Rules
from .sections.signatures import Signatures
from .sections.two_roles import TwoRoles

Section = Matrix | Role | TwoRoles | FeesSection | Excluded | Rules | Signatures

GAP = 13.0  # between two sections on one page
HALF = 0.52 * heights.PAGE  # a page filled less than this is half empty
QUARTER = 0.3 * heights.PAGE
CLOSER = 21.0  # what the closer of the cover's settings saves
START = 75.0  # the room that the start of a section needs: its heading and a few rows
START_OF_CLAUSES = 125.0  # clauses in two columns need more, or a few lines of one stand in both


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with its anchor and template, and how it stands.

    `own`: it begins a page; `dense`: its rows stand closer, so that it fits one; `head` is what the running head
    of its pages says.
    """

    anchor: str
    template: str
    section: Section
    own: bool = True
    dense: bool = False
    head: str = ""


def compose(sections: Sequence[tuple[str, Section]]) -> tuple[Placed, ...]:
    """Place sections, each given with the name of its template, in their order."""
    chains: list[list[Placed]] = []
    used = 0.0  # of the page that the last chain ends on
    for name, section in sections:
        height, dense = _height(section)
        placed = Placed(section.kind, f"document/_{name}.html", section, dense=dense)
        room = heights.PAGE - used - GAP
        fits = height <= room and not isinstance(section, Role)
        if chains and (fits or used < _emptiest(section) and room > min(height, _start(section))):
            chains[-1].append(replace(placed, own=False))
            used += GAP + height
        else:
            chains.append([placed])
            used = height
        while used > heights.PAGE:
            used -= heights.PAGE
    return tuple(placed for chain in chains for placed in _headed(chain))


def fitted(cover: Cover, entries: int) -> Cover:
    """The cover with as little air as it takes to keep everything on one page."""
    height = heights.cover(cover, entries)
    fit = "" if height <= heights.PAGE else "close" if height - CLOSER <= heights.PAGE else "tight"
    return replace(cover, fit=fit)


def _headed(chain: list[Placed]) -> list[Placed]:
    """Sections that share pages with their running head: all their titles where they share one page only."""
    height = sum(_height(placed.section)[0] + GAP for placed in chain) - GAP
    title = " · ".join(placed.section.title for placed in chain)
    together = height <= heights.PAGE and width(title, 7.5) < 70
    return [replace(placed, head=title if together else placed.section.title) for placed in chain]


def _start(section: Section) -> float:
    """How much room a section needs to begin on a page that is not its own."""
    return START_OF_CLAUSES if isinstance(section, Rules) else START


def _emptiest(section: Section) -> float:
    """How little a page may be filled before a section that does not fit it whole begins there all the same.

    Signatures are kept together longest: who signs wants to see at once what is signed.
    """
    return QUARTER if isinstance(section, Signatures) else HALF


def _height(section: Section) -> tuple[float, bool]:
    """A section's height, and whether its rows stand closer so that it fits one page."""
    close = {Matrix: heights.matrix, Role: heights.role, Excluded: heights.excluded}.get(type(section))
    if close is not None:
        loose, dense = close(section, dense=False), close(section, dense=True)
        fits = dense <= heights.PAGE < loose
        return (dense if fits else loose), fits
    measures: dict[type, Callable[..., float]] = {
        TwoRoles: heights.two_roles,
        FeesSection: heights.fees,
        Rules: heights.rules,
        Signatures: heights.signatures,
    }
    return measures[type(section)](section), False
