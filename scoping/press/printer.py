"""The printer: a process of its own that turns HTML into PDF bytes, one document after the other.

It is the only module that imports WeasyPrint, and it runs apart from the web: `pdf.py` starts it, speaks
with it over its standard input and output, and ends it when a document takes too long. It keeps one font
configuration and one parsed style sheet, and prints once before it says that it is ready.
"""

import gc
import logging
import os
import resource
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from weasyprint import CSS, DEFAULT_OPTIONS, Document
from weasyprint.logger import LOGGER
from weasyprint.pdf import generate_pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from scoping.press import assets
from scoping.press.bars import draw_under
from scoping.press.drawn import remembering
from scoping.press.finishing import finish
from scoping.press.kept import Kept, Laid, LaidOut, Preview
from scoping.press.numbers import ATTEMPTS, corrected, is_long, sought
from scoping.press.renderer import Renderer
from scoping.press.watermark import watermark
from scoping.press.wire import Answer, Job, read_job, write_answer
from scoping.press.writing import bytes_of

A4 = (595.28, 841.89)  # points
DROPPED = 20  # pages of chapters that are no longer kept, before their memory is looked for
WARM_UP = "<!doctype html><html lang=it><title>.</title><h1>Prova</h1><p class=lead>Uno, <b>due</b>.</p>"


class OwnFilesOnly(URLFetcher):
    """Gives out the names of our own list and nothing else: no scheme, no redirect, no hint. Counts
    refusals."""

    def __init__(self, home: Path) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.home = home
        self.logo = b""
        self.refusals: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The bytes of one of our files, or of the logo that came with the job; for any other address it
        notes the refusal and gives out nothing."""
        found = assets.asset(url, self.home) or assets.logo(url, self.logo)
        if found is None:
            self.refusals.append(url[:200])
            raise ValueError("not one of the document's own files")
        body, media_type = found
        return URLFetcherResponse(url, body, {"Content-Type": media_type})


class Heard(logging.Handler):
    """Keeps what the renderer logs about one document."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note one line."""
        self.lines.append(record.getMessage()[:500])


class Printer:
    """One font configuration, one fetcher, the parsed style sheets; prints document after document."""

    def __init__(self, home: Path) -> None:
        self.fetcher = OwnFilesOnly(home)
        self.fonts = FontConfiguration()
        self.sheets: dict[str, CSS] = {}
        self.heard = Heard()
        self.kept = Kept()
        LOGGER.handlers = [self.heard]
        LOGGER.setLevel(logging.WARNING)

    def sheet(self, name: str) -> CSS:
        """A style sheet of ours, parsed once."""
        if name not in self.sheets:
            self.sheets[name] = CSS(url=assets.BASE + name, url_fetcher=self.fetcher, font_config=self.fonts)
            if self.heard.lines or self.fetcher.refusals:
                raise RuntimeError(f"{name} is at fault: {self.heard.lines} {self.fetcher.refusals}")
        return self.sheets[name]

    def look(self, job: Job) -> str:
        """A name for what a document's look depends on beside its HTML."""
        styles = [(self.fetcher.home / name).read_bytes() for name in styles_of(job)]
        return sha256(b"".join(styles)).hexdigest() + job.watermark

    def print(self, job: Job) -> Answer:
        """Print one document, or a preview of it. Raises MemoryError where the process has no more memory."""
        self.fetcher.logo = job.logo
        laid = self.laid(job)
        if laid is None:
            return self.written(job, *self.numbered(job))
        pages = [page for one in laid for page in one.document.pages]
        refusals = tuple(refusal for one in laid for refusal in one.refusals)
        warnings = tuple(warning for one in laid for warning in one.warnings)
        answer = self.written(job, laid[0].document.copy(pages), refusals, warnings)
        return replace(answer, keys=tuple(key for one in laid for key in one.keys))

    def numbered(self, job: Job) -> LaidOut:
        """Lay out a whole document; again where the page numbers that it names turned out to be wrong."""
        if is_long(job.html):
            return self.lay_out(sought(job.html), job)
        html, laid = job.html, self.lay_out(job.html, job)
        for _attempt in range(ATTEMPTS):
            before, html = html, corrected(html, laid[0].pages)
            if html == before:
                break
            laid = self.lay_out(html, job)
        return laid

    def laid(self, job: Job) -> list[Laid] | None:
        """The chapters that make a preview; None for a document that is printed whole."""
        if not job.chapters:
            return None
        preview = Preview.of(
            job.html, job.chapters, self.look(job), lambda html: self.lay_out_to_keep(html, job)
        )
        try:
            return self.kept.alone(preview, job.section) if job.section else self.kept.whole(preview)
        except MemoryError:
            self.kept.clear()
            raise

    def lay_out(self, html: str, job: Job) -> LaidOut:
        """Lay out one document: it, what it asked for and was refused, and what the renderer warned of."""
        self.fetcher.refusals.clear()
        self.heard.lines.clear()
        document = Renderer(string=html, base_url=assets.BASE, url_fetcher=self.fetcher).render(
            font_config=self.fonts,
            stylesheets=[self.sheet(name) for name in styles_of(job)],
            pdf_variant="pdf/ua-1",
        )
        return document, tuple(self.fetcher.refusals), tuple(self.heard.lines)

    def lay_out_to_keep(self, html: str, job: Job) -> LaidOut:
        """Lay out one document whose pages remember what they drew."""
        document, refusals, warnings = self.lay_out(html, job)
        return document.copy(remembering(document.pages)), refusals, warnings

    def written(
        self, job: Job, document: Document, refusals: tuple[str, ...], warnings: tuple[str, ...]
    ) -> Answer:
        """Write a document that was laid out."""
        self.fetcher.refusals.clear()
        self.heard.lines.clear()
        pdf = generate_pdf(document, None, 1, **{**DEFAULT_OPTIONS, "pdf_variant": "pdf/ua-1"})
        mark = watermark(job.watermark, self.fetcher.home, *A4) if job.watermark else ()
        draw_under(document.pages, pdf, mark)
        finish(pdf, signable=job.signable)
        return Answer(
            pdf=bytes_of(pdf, job.identifier),
            pages=len(document.pages),
            refusals=refusals + tuple(self.fetcher.refusals),
            warnings=warnings + tuple(self.heard.lines),
        )


def styles_of(job: Job) -> list[str]:
    """The names of the style sheets that a document needs."""
    return [assets.STYLE, assets.FALLBACK_STYLE] if job.fallback else [assets.STYLE]


def limit_processor(seconds: int) -> None:
    """Let this process use so many more seconds of the processor, then be ended by the kernel."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))


def serve(home: Path, source: BinaryIO, target: BinaryIO) -> None:
    """Print what comes in until the other side closes."""
    printer = Printer(home)
    printer.print(Job(html=WARM_UP, identifier=b"warm-up", seconds=60))
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    write_answer(target, Answer())
    while (job := read_job(source)) is not None:
        limit_processor(job.seconds)
        try:
            answer = printer.print(job)
        except MemoryError:
            answer = Answer(error="memory")
        write_answer(target, answer)
        del answer
        tidy(printer.kept)  # while nobody waits


def tidy(kept: Kept) -> None:
    """Free what a document leaves behind: 15 MB of boxes that name each other.

    The chapters that are kept are many more boxes, and looking through them each time would take as long as
    printing two of them: they are passed over until some were dropped, and need to be freed as well.
    """
    if kept.dropped >= DROPPED:
        gc.unfreeze()
        kept.dropped = 0
    gc.collect()
    gc.freeze()


def main() -> None:
    """Take over standard input and output for the two sides' talk; anything else printed goes to the
    errors."""
    home, memory = Path(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(home, source, target)
