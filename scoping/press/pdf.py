"""The door of the press: a Scope, with its issue or as a draft, becomes a PDF, within its time.

The printing itself happens in a process of its own (`printer.py`), which is kept for the next document and is
killed when one takes too long, so that no text, however made, can hang or bloat the web.
"""

import hashlib
from dataclasses import dataclass, replace

from django.conf import settings

from scoping.domain.logo import Logo
from scoping.domain.scope import ConditionStatement, Issue, Scope

from .errors import PressError, RefusedResource, TooLarge, TooSlow
from .fonts import needs_fallback
from .html import to_html
from .layout import lay_out
from .pool import PRINTERS
from .wire import Job

__all__ = [
    "PressError",
    "RefusedResource",
    "Rendered",
    "TooLarge",
    "TooSlow",
    "preview",
    "print_html",
    "render",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A printed document: its bytes, how many pages it has, and what the renderer warned of.

    `keys` names what each page of a preview shows: the same name is the same picture.
    """

    pdf: bytes
    pages: int
    keys: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def render(
    scope: Scope, issue: Issue | None = None, logo: Logo | None = None, *, seconds: float | None = None
) -> Rendered:
    """The PDF of a scope: that version with an issue, a watermarked draft without; the same bytes each time.
    Its cover bears the logo, where there is one.

    Raises TooSlow after so many seconds (the installation's limit, ten by default), TooLarge where it needs
    more memory than a document may, and RefusedResource where the document asked for a file that is not its
    own.
    """
    document = lay_out(scope, issue, logo=logo)
    job = job_of(to_html(document), signable=issue is not None, watermark=document.watermark, logo=logo)
    return accepted(print_job(job, seconds))


def preview(
    scope: Scope,
    conditions: tuple[ConditionStatement, ...] = (),
    logo: Logo | None = None,
    *,
    section: str = "",
    seconds: float | None = None,
) -> Rendered:
    """The draft's PDF as `render` makes it, put together of sections that are kept: only what changed is laid
    out. `conditions`: how the four are judged now; none of them is examined where that is empty.

    With a `section` (an anchor, "marketing") it is only those pages, numbered as far as the others are known.
    Raises as `render` does, and ValueError for a section that this draft does not have.
    """
    printed = accepted(print_job(preview_job(scope, conditions, logo, section=section), seconds))
    if printed.keys:
        return printed
    name = hashlib.sha256(printed.pdf).hexdigest()[:24]  # it had to be printed whole
    return replace(printed, keys=tuple(f"{name}{page}" for page in range(printed.pages)))


def preview_job(
    scope: Scope,
    conditions: tuple[ConditionStatement, ...] = (),
    logo: Logo | None = None,
    *,
    section: str = "",
) -> Job:
    """What is asked of a printer for a draft's preview."""
    document = lay_out(scope, conditions=conditions, logo=logo)
    if section and section not in [placed.anchor for placed in document.sections]:
        raise ValueError(f"the draft has no section {section}")
    job = job_of(to_html(document), watermark=document.watermark, logo=logo)
    return replace(job, chapters=document.chapters, section=section)


def accepted(rendered: Rendered) -> Rendered:
    """A printed document that asked for nothing but its own files. Raises RefusedResource."""
    if rendered.refusals:
        raise RefusedResource(rendered.refusals)
    return rendered


def print_html(
    html: str, *, signable: bool = False, watermark: str = "", seconds: float | None = None
) -> Rendered:
    """Print HTML with the document's style sheet. Raises TooSlow and TooLarge."""
    return print_job(job_of(html, signable=signable, watermark=watermark), seconds)


def job_of(html: str, *, signable: bool = False, watermark: str = "", logo: Logo | None = None) -> Job:
    """What is asked of a printer for some HTML."""
    return Job(
        html=html,
        identifier=hashlib.sha256(html.encode()).digest()[:16],
        fallback=needs_fallback(html),
        signable=signable,
        watermark=watermark,
        logo=logo.content if logo else b"",
    )


def print_job(job: Job, seconds: float | None = None) -> Rendered:
    """Print what is asked for. Raises TooSlow and TooLarge."""
    seconds = settings.PRINT_SECONDS if seconds is None else seconds
    answer = PRINTERS.print(replace(job, seconds=int(seconds) + 1), seconds)
    return Rendered(
        pdf=answer.pdf,
        pages=answer.pages,
        keys=answer.keys,
        refusals=answer.refusals,
        warnings=answer.warnings,
    )
