"""Which contestants there are, by name, and what each needs."""

from collections.abc import Callable
from dataclasses import dataclass

from ..documents import LONG, REFERENCE
from ..peers import chromium, libreoffice
from .browser import ColdChromium, PageEach, WarmChromium
from .figures import Risk, Rules
from .office import ColdLibreOffice, WarmLibreOffice
from .pages import Pages
from .preview import AfterOneChange, SectionAlone
from .python import Bare, Press, TwoAtOnce, WholeWay
from .taken import Contestant


def _always() -> str:
    return "yes"


@dataclass(frozen=True, slots=True)
class Entry:
    """A contestant: what it is called in tables, the document that it prints, how it is made, and what says
    whether it can be had on this machine."""

    title: str
    make: Callable[[], Contestant]
    document: str = REFERENCE
    program: Callable[[], str] = _always
    peer: str = ""


ENTRIES = {
    "ours": Entry("our press", Press),
    "whole": Entry("snapshot to HTML to PDF", WholeWay),
    "preview": Entry("preview after one change", AfterOneChange),
    "preview-section": Entry("preview of the changed section alone", SectionAlone),
    "bare": Entry("bare WeasyPrint, our HTML", lambda: Bare("linked.html")),
    "ordinary": Entry("bare WeasyPrint, naive document", lambda: Bare("ordinary.html")),
    "careless": Entry("bare WeasyPrint, careless document", lambda: Bare("careless.html")),
    "chromium": Entry("Chromium, warm", WarmChromium, program=chromium, peer="Chromium"),
    "chromium-page": Entry("Chromium, warm, a new page each", PageEach, program=chromium, peer="Chromium"),
    "chromium-cold": Entry("Chromium, cold", ColdChromium, program=chromium, peer="Chromium"),
    "libreoffice": Entry("LibreOffice, warm", WarmLibreOffice, program=libreoffice, peer="LibreOffice"),
    "libreoffice-cold": Entry("LibreOffice, cold", ColdLibreOffice, program=libreoffice, peer="LibreOffice"),
    "ours-160": Entry("our press, 160 duties", Press, "160"),
    "ours-640": Entry("our press, 640 duties", Press, "640"),
    "ours-long": Entry("our press, texts of 10,000 characters", Press, LONG),
    "risk": Entry("economics, 90 duties, 24 months, 10,000 scenarios", Risk),
    "risk-45": Entry("economics, 45 duties", lambda: Risk(duties=45)),
    "risk-180": Entry("economics, 180 duties", lambda: Risk(duties=180)),
    "risk-40000": Entry("economics, 40,000 scenarios", lambda: Risk(scenarios=40_000)),
    "rules": Entry("findings, 90 duties", Rules),
    "pages": Entry("board of 90 duties, through the middleware", Pages),
    "ours-two": Entry("our press, two printers at once", TwoAtOnce),
}
