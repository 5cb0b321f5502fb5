"""From a Scope to everything that the document says, decided; templates only print it."""

from dataclasses import dataclass, replace

from scoping.domain.logo import Logo, file_name
from scoping.domain.scope import ConditionStatement, Issue, Scope
from scoping.domain.words import Lane, Language

from .composition import Placed, Section, compose, fitted
from .reading import Reading
from .sections.cover import Cover, Entry, cover, document_line
from .sections.excluded import excluded
from .sections.fees import fees_section
from .sections.matrix import matrix
from .sections.role import adjacent, role
from .sections.rules import rules
from .sections.signatures import signatures
from .sections.two_roles import two_roles
from .typography import typeset
from .words import Words


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document, ready to print."""

    language: Language
    words: Words
    title: str
    description: str
    author: str
    number: str
    client: str
    moment: str
    watermark: str
    cover: Cover
    contents: tuple[Entry, ...]
    sections: tuple[Placed, ...]

    @property
    def chapters(self) -> tuple[int, ...]:
        """How many pages each of its chapters is expected to take: the cover, then what begins a page."""
        return (1, *(placed.pages for placed in self.sections if placed.own))

    @property
    def columns_of_contents(self) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """The contents in two columns, which are read one after the other."""
        half = (len(self.contents) + 1) // 2
        return self.contents[:half], self.contents[half:]

    @property
    def excluded_page(self) -> int:
        """Where what is not included will begin."""
        return next(entry.page for entry in self.contents if entry.anchor == "excluded")


def lay_out(
    scope: Scope,
    issue: Issue | None = None,
    conditions: tuple[ConditionStatement, ...] = (),
    logo: Logo | None = None,
) -> Document:
    """Decide the whole document of a scope; with an issue it is that version, without one a draft, which says
    of the four conditions what they are given as, or that nobody examined them."""
    reading = Reading.of(scope, issue, conditions)
    words = reading.words
    client = typeset(scope.client.name)
    sections = compose(_sections(reading))
    moment = issue.moment if issue else None
    return Document(
        language=scope.language,
        words=words,
        title=f"{document_line(reading)} · {client}",
        description=words.description(reading.client_name, typeset(scope.studio.name)),
        author=typeset(scope.studio.name),
        number=document_line(reading),
        client=client,
        moment=moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else scope.dated.isoformat(),
        watermark="" if issue else words.names.watermark,
        cover=fitted(replace(cover(reading), logo=file_name(logo.content) if logo else ""), len(sections)),
        contents=tuple(Entry(placed.anchor, placed.section.title, placed.page) for placed in sections),
        sections=sections,
    )


def _sections(reading: Reading) -> list[tuple[str, Section]]:
    """The sections that this scope calls for, in their order, each with the name of its template."""
    found: list[tuple[str, Section | None]] = [
        ("matrix", matrix(reading)),
        ("role", role(reading, Lane.MARKETING)),
        ("role", role(reading, Lane.SOCIAL)),
        ("role", adjacent(reading)),
        ("two_roles", two_roles(reading)),
        ("fees", fees_section(reading)),
        ("excluded", excluded(reading)),
        ("rules", rules(reading)),
        ("signatures", signatures(reading)),
    ]
    return [(name, section) for name, section in found if section is not None]
