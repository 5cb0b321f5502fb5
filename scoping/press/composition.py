"""Which sections stand on pages of their own, and which share one, so that no page is half empty.

Every way of placing the sections has a price: a page, a page left half empty, a section torn in two, rows
that stand closer to fit. The cheapest way is found section by section, keeping the best way to each state
of the page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from . import heights
from .blocks import Block
from .fonts import width
from .heights import PAGE
from .sections.cover import Cover
from .sections.excluded import Excluded
from .sections.fees import FeesSection
from .sections.matrix import Matrix
from .sections.role import Role
from .sections.rules import Rules
from .sections.signatures import Signatures
from .sections.two_roles import TwoRoles

Section = Matrix | Role | TwoRoles | FeesSection | Excluded | Rules | Signatures

GAP = 13.0  # between two sections on one page, millimetres
NEAR, CLOSER = 8.0, 21.0  # what the nearer of the cover's settings save, millimetres
HALF = 0.55  # a page that is filled less than this part counts as half empty
A_PAGE, EMPTINESS, TORN, DENSE = 1.0, 6.0, 0.5, 0.15
SHARED_BY_ROLE, SHARED = 0.3, 0.05
TORN_SIGNATURES = 1.2  # who signs wants to see at once what is signed


_CLOSE: dict[type, Callable[..., list[Block]]] = {
    Matrix: heights.matrix,
    Role: heights.role,
    Excluded: heights.excluded,
    Rules: heights.rules,
    Signatures: heights.signatures,
}
_PLAIN: dict[type, Callable[..., list[Block]]] = {
    TwoRoles: heights.two_roles,
    FeesSection: heights.fees,
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with its anchor and template, and how it stands.

    `own`: it begins a page; `dense`: its rows stand closer, so that it fits one; `head` is what the running
    head of its pages says; `page` is where it is expected to begin. `pages` is how many pages it is expected
    to fill together with those that share them, where it begins one.
    """

    anchor: str
    template: str
    section: Section
    own: bool = True
    dense: bool = False
    head: str = ""
    page: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of placing the sections so far: its price, how full the last page is, and the sections."""

    price: float
    used: float
    placed: tuple[Placed, ...]
    page: int = 0
    pages: tuple[int, ...] = ()


def compose(sections: Sequence[tuple[str, Section]]) -> tuple[Placed, ...]:
    """Place sections, each given with the name of its template, in their order."""
    ways = [_Way(0.0, PAGE, ())]
    for name, section in sections:
        found: dict[tuple[float, bool], _Way] = {}
        settings = _settings(section)
        fits = min(sum(block.height for block in blocks) for _, blocks in settings) <= PAGE
        for dense, blocks in settings:
            placed = Placed(section.kind, f"document/_{name}.html", section, dense=dense)
            for way in ways:
                for own in (True, False) if way.placed else (True,):
                    reached = _with(way, replace(placed, own=own), blocks, fits)
                    key = (round(reached.used), own)
                    if key not in found or reached.price < found[key].price:
                        found[key] = reached
        ways = list(found.values())
    best = min(ways, key=lambda way: way.price)
    return _headed(best)


def fitted(cover: Cover, entries: int) -> Cover:
    """The cover with as little air as it takes to keep everything on one page."""
    height = heights.cover(cover, entries)
    room = PAGE + 1.5
    fit = "tight"
    for saved, name in ((CLOSER, "close"), (NEAR, "near"), (0.0, "")):
        fit = name if height - saved <= room else fit
    return replace(cover, fit=fit)


def _with(way: _Way, placed: Placed, blocks: Sequence[Block], fits: bool) -> _Way:
    """A way with one more section; `fits`: the section could stand on one page whole."""
    price, page = way.price, way.page
    if placed.own:
        price += A_PAGE + _emptiness(way.used)
        used, page = 0.0, page + 1
    else:
        used = way.used + GAP
        price += SHARED_BY_ROLE if isinstance(placed.section, Role) else SHARED
    first = page
    for block in blocks:
        if used + block.height > PAGE and used > 0:
            if used < PAGE * HALF and block.height < PAGE:
                price += _emptiness(used)
            used, page = block.repeated, page + 1
            price += A_PAGE
        used += block.height
        while used > PAGE:
            used, page = used - PAGE, page + 1
            price += A_PAGE
    if page > first and fits:
        price += TORN_SIGNATURES if isinstance(placed.section, Signatures) else TORN
    first += 1 if not placed.own and way.used + GAP + blocks[0].height > PAGE else 0
    price += DENSE if placed.dense else 0.0
    return _Way(price, used, (*way.placed, placed), page, (*way.pages, first))


def _emptiness(used: float) -> float:
    """The price of leaving a page so full."""
    return EMPTINESS * max(0.0, HALF - used / PAGE)


def _headed(way: _Way) -> tuple[Placed, ...]:
    """Sections with the running head of their pages: the first that begins on a page names all that do."""
    placed: list[Placed] = []
    for index, (one, page) in enumerate(zip(way.placed, way.pages, strict=True)):
        rest = list(zip(way.placed, way.pages, strict=True))[index:]
        title = " · ".join(other.section.title for other, its in rest if its == page)
        joined = page not in way.pages[:index] and width(title, 7.5) < 75
        begins = (at for other, at in rest[1:] if other.own)
        pages = next(begins, way.page + 1) - page if one.own else 0
        head = title if joined else one.section.title
        placed.append(replace(one, head=head, page=page + 1, pages=pages))
    return tuple(placed)


def _settings(section: Section) -> list[tuple[bool, list[Block]]]:
    """The ways to set a section: its usual one, and one with closer rows where that makes it fit a page."""
    if type(section) in _CLOSE:
        return [(dense, _CLOSE[type(section)](section, dense=dense)) for dense in (False, True)]
    return [(False, _PLAIN[type(section)](section))]
