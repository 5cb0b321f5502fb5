"""Which sections stand on pages of their own, and which share one, so that no page is half empty.

A section that fills its pages stands alone and colours the paper's edge over their whole height. Where a page
would be left half empty, or where the next section fits wholly under the one before it, sections share pages;
then a coloured one wears its colour beside its own part only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from . import heights
from .fonts import width
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
START = 75.0  # the room that the start of a section needs: its heading and a few rows


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with its anchor and template, and how it stands.

    `page` names the colour of the paper's edge; `own`: it begins a page; `striped`: its colour stands beside it
    only; `head` is what the pages' running head says.
    """

    anchor: str
    template: str
    section: Section
    head: str = ""
    page: str = "plain"
    own: bool = True
    striped: bool = False
    dense: bool = False


def compose(sections: Sequence[tuple[str, Section]]) -> tuple[Placed, ...]:
    """Place sections, each given with the name of its template, in their order."""
    chains: list[list[Placed]] = []
    used = 0.0  # of the page that the last chain ends on
    for name, section in sections:
        height, dense = _height(section)
        placed = Placed(section.kind, f"document/_{name}.html", section, dense=dense)
        room = heights.PAGE - used - GAP
        role = isinstance(section, Role)
        if chains and (used < HALF and room > min(height, START) or height < room and not role):
            chains[-1].append(replace(placed, own=False))
            used += GAP + height
        else:
            chains.append([placed])
            used = height
        while used > heights.PAGE:
            used -= heights.PAGE
    return tuple(placed for chain in chains for placed in _coloured(chain))


def _coloured(chain: list[Placed]) -> list[Placed]:
    """A chain's sections with their page, their stripes and their running head."""
    kinds = {_page_of(placed.section) for placed in chain}
    height = sum(_height(placed.section)[0] + GAP for placed in chain) - GAP
    title = " · ".join(placed.section.title for placed in chain)
    together = height <= heights.PAGE and width(title, 7.5) < 70
    page = kinds.pop() if len(kinds) == 1 else "plain"
    return [
        replace(
            placed,
            page=page,
            striped=page == "plain" and placed.section.kind in ("marketing", "social", "excluded"),
            head=title if together else placed.section.title,
        )
        for placed in chain
    ]


def _page_of(section: Section) -> str:
    if isinstance(section, TwoRoles | FeesSection):
        return section.page
    return section.kind if section.kind in ("marketing", "social", "excluded") else "plain"


def _height(section: Section) -> tuple[float, bool]:
    """A section's height, and whether its rows stand closer so that it fits one page."""
    if isinstance(section, Matrix):
        loose, close = (heights.matrix(section, dense=dense) for dense in (False, True))
        dense = close <= heights.PAGE < loose
        return (close if dense else loose), dense
    measures: dict[type, Callable[..., float]] = {
        Role: heights.role,
        TwoRoles: heights.two_roles,
        FeesSection: heights.fees,
        Excluded: heights.excluded,
        Rules: heights.rules,
        Signatures: heights.signatures,
    }
    return measures[type(section)](section), False
