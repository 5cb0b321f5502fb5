"""The page numbers that a document names: guessed before it is laid out, and looked at afterwards.

The composition nearly always knows on which page a section begins, so one layout is enough; where it did not,
the document is laid out again with the right numbers. References that the renderer resolves by itself would
have the first pages laid out several times; only long documents, whose pages are hard to tell, have them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

ATTEMPTS = 3  # a longer number can push a line, and a line a page
TOLD_UP_TO = 14  # pages: what is estimated wrongly adds up
_SOUGHT = (
    "<style>.contents li[data-to]::after{content:target-counter(attr(data-to),page)}"
    "a.page[href]::after{content:target-counter(attr(href),page)}</style></head>"
)
_NAMED = re.compile(r'="#([a-z-]+)" data-page="(\d*)"')  # nobody's text holds a quotation mark: it is escaped


def is_long(html: str) -> bool:
    """Whether a document names pages that can hardly be told beforehand."""
    return any(int(number or 0) > TOLD_UP_TO for _anchor, number in _NAMED.findall(html))


def sought(html: str) -> str:
    """The HTML of a document whose pages the renderer finds by itself."""
    return html.replace("</head>", _SOUGHT, 1)


def corrected(html: str, pages: Iterable[Any]) -> str:
    """The HTML with the numbers of the pages on which its sections stand, as they were laid out."""
    return told(
        html, {anchor: number for number, page in enumerate(pages, start=1) for anchor in page.anchors}
    )


def told(html: str, found: Mapping[str, int]) -> str:
    """The HTML with these numbers of pages, by anchor; where none is given it stays as it is."""

    def said(name: re.Match[str]) -> str:
        return f'="#{name[1]}" data-page="{found[name[1]]}"' if name[1] in found else name[0]

    return _NAMED.sub(said, html)


def untold(html: str) -> str:
    """The HTML without the numbers of pages."""
    return _NAMED.sub(r'="#\1" data-page=""', html)
