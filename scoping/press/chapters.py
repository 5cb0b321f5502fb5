"""A document's HTML in chapters, each laid out by itself: a section that begins a page, with those that share
its pages; the first is the cover.

A chapter alone does not know where it stands. So it is told the number of its first page, the total, and
the pages that it names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .numbers import told, untold

_BEGINS = re.compile(r'(?=<section class="[^"]*\bown\b)')  # nobody's text holds a tag: texts are escaped
_LANGUAGE = re.compile(r'<html lang="[a-z-]+">')
_RUNNING = re.compile(r'data-number="[^"]*" data-client="[^"]*"')
_ANCHOR = re.compile(r'<h1 id="([a-z-]+)"')


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document of its own without its numbers: what stands before and in its head, and behind it."""

    head: str
    body: str

    @property
    def html(self) -> str:
        """Its HTML without numbers."""
        return f"{self.head}</head>{self.body}"

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of its sections."""
        return tuple(_ANCHOR.findall(self.body))

    def numbered(self, first: int, total: int, pages: Mapping[str, int]) -> str:
        """Its HTML, where its first page has that number; `pages` says where each anchor stands."""
        rules = [
            f"@page{{@bottom-right{{content:counter(page) ' / {total}'}}}}",
            f"@page:first{{counter-reset:page {first}}}",
            "body[data-number]{string-set:number attr(data-number),client attr(data-client)}",
        ]
        return f"{self.head}<style>{''.join(rules)}</style></head>{told(self.body, pages)}"


def chapters_of(html: str) -> tuple[Chapter, ...]:
    """The chapters of a document's HTML, in their order; one alone where it has no sections."""
    head, _, body = untold(html).partition("</head>")
    cover, *others = _BEGINS.split(body)
    language, running = _LANGUAGE.search(head), _RUNNING.search(cover)
    if language is None or running is None:
        return (Chapter(head, body),)
    short = f"<!doctype html>\n{language.group()}\n<head>\n<meta charset=utf-8>\n"
    opened = f"\n<body {running.group()}>\n"
    return (Chapter(head, cover), *(Chapter(short, opened + other) for other in others))
