"""A preview is put together of kept chapters, and is the whole draft to the last byte."""

import gc
import weakref
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from scoping.domain.scope import Scope
from scoping.domain.words import Responsible
from scoping.press import kept, printer
from scoping.press.chapters import Chapter, chapters_of
from scoping.press.html import to_html
from scoping.press.kept import Kept, Preview
from scoping.press.layout import lay_out
from scoping.press.pdf import preview, preview_job, print_html, render
from scoping.press.pool import PRINTERS
from scoping.press.printer import Printer
from scoping.press.wire import Job
from tests import scopes
from tests.press.samples import SAMPLES, sample, sample_scope

SHORT, LONG = "Lo fa già chi stampa le etichette.", "Una frase che si ripete. " * 150
HOME = Path(__file__).parent.parent.parent / "static" / "document"


class Counting:
    """A printer in this process that says which chapters it had to lay out."""

    def __init__(self) -> None:
        self.printer = Printer(HOME)
        self.laid_out: list[str] = []
        lay_out_really = self.printer.lay_out

        def lay_out_and_count(html: str, job: Job) -> Any:
            self.laid_out.append(chapters_of(html)[-1].anchors[0])
            return lay_out_really(html, job)

        self.printer.lay_out = lay_out_and_count  # type: ignore[method-assign]

    def print(self, scope: Scope) -> bytes:
        """The preview of a scope; `laid_out` says afterwards what was laid out for it."""
        self.laid_out.clear()
        document = lay_out(scope)
        job = Job(
            html=to_html(document),
            identifier=b"0123456789abcdef",
            chapters=document.chapters,
            watermark=document.watermark,
        )
        return self.printer.print(job).pdf


@pytest.fixture(scope="module")
def counting() -> Counting:
    return Counting()


def with_duty(scope: Scope, key: str, **changed: Any) -> Scope:
    """The scope with one duty changed."""
    duties = (replace(duty, **changed) if duty.key == key else duty for duty in scope.duties)
    return replace(scope, duties=tuple(duties))


def with_reason(scope: Scope, reason: str) -> Scope:
    """The scope with another reason why a duty is not included."""
    key = next(duty.key for duty in scope.duties if duty.responsible == Responsible.EXCLUDED)
    return with_duty(scope, key, reason=reason)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_preview_is_the_whole_draft_to_the_last_byte(name: str) -> None:
    made = preview(sample_scope(name), seconds=60)
    assert made.pdf == sample(name, issued=False).rendered.pdf
    assert made.pages == len(set(made.keys))


@pytest.mark.parametrize("name", ["few", "other_scripts"])
def test_so_is_the_preview_of_an_odd_engagement(name: str) -> None:
    scope = getattr(scopes, name)()
    assert preview(scope, seconds=60).pdf == render(scope, seconds=60).pdf


def test_after_each_change_the_preview_is_the_whole_draft(counting: Counting) -> None:
    """What is kept never shows through: changes that move pages, numbers and rows, one after the other."""
    scope = scopes.few()
    clause = replace(scope.clauses[0], text=LONG)
    for changed in (
        replace(scope, clauses=(clause, *scope.clauses[1:])),
        with_reason(scope, LONG),
        replace(scope, number="2026-123"),
        scope,
    ):
        document = lay_out(changed)
        job = Job(html=to_html(document), identifier=b"0123456789abcdef", watermark=document.watermark)
        assert counting.print(changed) == counting.printer.print(job).pdf


def test_only_what_changed_is_laid_out(counting: Counting) -> None:
    scope = scopes.few()
    counting.print(scope)
    counting.print(scope)
    assert counting.laid_out == []
    counting.print(with_reason(scope, SHORT))
    assert counting.laid_out == ["fees"]  # which "not included" shares a page with
    fee = replace(scope.fees[0], amount=scope.fees[0].amount + Decimal(100))
    counting.print(replace(scope, fees=(fee, *scope.fees[1:])))
    assert counting.laid_out == ["matrix", "fees", "cover"]  # which all tell the fee


def test_a_page_more_changes_the_numbers_and_so_the_names_of_all_pages() -> None:
    scope = scopes.few()
    before, after = preview(scope, seconds=60), preview(with_reason(scope, LONG), seconds=60)
    assert after.pages > before.pages
    assert not set(before.keys) & set(after.keys)


def test_pages_that_show_the_same_keep_their_name() -> None:
    scope = scopes.few()
    before, after = preview(scope, seconds=60), preview(with_reason(scope, SHORT), seconds=60)
    same = [one == other for one, other in zip(before.keys, after.keys, strict=True)]
    assert same.count(False) == 1
    for number, unchanged in enumerate(same):
        assert (pixels(before.pdf, number) == pixels(after.pdf, number)) == unchanged


def test_a_section_alone_shows_the_pages_of_its_chapter() -> None:
    scope = scopes.few()
    whole = preview(scope, seconds=60)
    alone = preview(scope, section="excluded", seconds=60)
    assert alone.pages == 1
    place = whole.keys.index(alone.keys[0])
    assert pixels(alone.pdf, 0) == pixels(whole.pdf, place)


def test_a_section_that_the_draft_does_not_have_is_no_preview() -> None:
    with pytest.raises(ValueError, match="two-roles"):
        preview(scopes.marketing_only(), section="two-roles")


def test_what_is_kept_is_bounded_and_the_draft_in_work_always_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "PAGES_KEPT", 3)
    counting = Counting()
    first, second = scopes.few(), replace(scopes.few(), number="2026-300")
    counting.print(first)
    counting.print(first)
    assert counting.laid_out == []
    counting.print(second)
    counting.print(first)
    assert len(counting.laid_out) == len(lay_out(first).chapters)


def test_what_is_no_longer_kept_is_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chapters that are kept are passed over by the collector; once enough were dropped, they are not."""
    monkeypatch.setattr(kept, "PAGES_KEPT", 3)
    monkeypatch.setattr(printer, "DROPPED", 6)
    counting = Counting()
    job = preview_job(scopes.few())
    first = [weakref.ref(one.document.pages[0]) for one in counting.printer.laid(job) or ()]
    printer.tidy(counting.printer.kept)
    assert all(page() for page in first)
    counting.print(replace(scopes.few(), number="2026-300"))
    assert counting.printer.kept.dropped >= 6
    printer.tidy(counting.printer.kept)
    assert not any(page() for page in first)
    gc.unfreeze()


def test_a_file_that_is_refused_is_told_each_time_although_the_chapter_is_kept() -> None:
    page = (
        '<!doctype html>\n<html lang="it"><title>.</title></head><body><img src="file:///etc/hosts" alt="x">'
    )
    for _turn in range(2):
        job = Job(html=page, identifier=b"refused", seconds=20, chapters=(1,))
        assert PRINTERS.print(job, 20).refusals == ("file:///etc/hosts",)


def test_numbers_that_never_come_to_rest_are_given_up() -> None:
    """A chapter whose pages depend on its number: no order of laying out settles it."""

    class Page:
        anchors = ("cover",)

    class Restless:
        def __init__(self) -> None:
            Restless.pages_now = 3 - Restless.pages_now
            self.pages = [Page()] * Restless.pages_now

        pages_now = 1

    chapter = Chapter("<head>", '<body><h1 id="cover">')
    asked = Preview((chapter,), (1,), "", lambda html: (Restless(), (), ()))
    assert Kept().whole(asked) is None


def test_texts_that_look_like_markup_begin_no_chapter() -> None:
    scope = with_duty(
        sample_scope(SAMPLES[0]),
        sample_scope(SAMPLES[0]).duties[0].key,
        limits='</section><section class="own"><h1 id="x">',
    )
    document = lay_out(scope)
    assert len(chapters_of(to_html(document))) == len(document.chapters)


def test_a_page_that_is_no_document_is_printed_as_it_is() -> None:
    page = "<!doctype html><html lang=it><title>.</title><p>Una parola."
    job = Job(html=page, identifier=b"plain", seconds=20, chapters=(1,))
    answer = PRINTERS.print(job, 20)
    assert pixels(answer.pdf, 0)[:100] == pixels(print_html(page).pdf, 0)[:100]


def pixels(pdf: bytes, page: int) -> bytes:
    """What a page (from 0) looks like."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found: bytes = document[page].render(scale=1).to_pil().tobytes()
        return found
    finally:
        document.close()
