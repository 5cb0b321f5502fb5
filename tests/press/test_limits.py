"""Texts as long as they may be, odd shapes of an engagement, and the limits that stop a printing."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import reduce

import pytest
from django.conf import LazySettings

from scoping.domain import scope as s
from scoping.press import pool
from scoping.press.errors import TooLarge, TooSlow
from scoping.press.pdf import print_html, render
from scoping.press.pool import PRINTERS, Printers
from scoping.press.wire import Job
from tests import scopes
from tests.press.readback import Printed, plain
from tests.press.typed import Field, free_texts, full, with_text

PAGE = "<!doctype html><html lang=it><title>.</title>"
PROSE = "Una frase qualsiasi, lunga quanto serve, che si ripete fino alla fine. "
RIGHT, LEFT = 595.3 - 18 * 72 / 25.4 + 1, 22 * 72 / 25.4 - 20  # where print may stand, in points
LONG: tuple[tuple[int, Field], ...] = (  # each in another duty
    (1, (s.Duty, "description")),
    (2, (s.Duty, "limits")),
    (3, (s.Duty, "exclusion")),
    (22, (s.Duty, "reason")),
)


def beyond_the_margins(document: Printed) -> list[tuple[int, str]]:
    """The runs of text that reach outside the room for text, with their page (from 1)."""
    found = []
    for number, page in enumerate(document.document, start=1):
        text = page.get_textpage()
        for place in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(place)
            if not LEFT < left <= right < RIGHT:
                found.append((number, text.get_text_bounded(left, bottom, right, top)))
    return found


def prose(length: int) -> str:
    """So many characters of ordinary sentences."""
    return (PROSE * (length // len(PROSE) + 1))[:length].strip()


def test_every_short_field_at_its_limit_stays_on_the_paper() -> None:
    short = [(field, limit) for field, limit in free_texts() if limit <= 600]
    scope = reduce(lambda made, one: with_text(made, one[0], prose(one[1])), short, full())
    issue = reduce(lambda made, one: with_text(made, one[0], prose(one[1])), short, scopes.issue())
    document = Printed(scope, render(scope, issue, seconds=40))
    assert document.rendered.warnings == ()
    assert beyond_the_margins(document) == []


def test_ten_thousand_characters_of_prose_are_printed_whole() -> None:
    scope = full()
    duties = list(scope.duties)
    for place, field in LONG:
        duties[place] = with_text(duties[place], field, prose(10_000))
    scope = replace(scope, duties=tuple(duties))
    document = Printed(scope, render(scope, scopes.issue(), seconds=60))
    assert document.rendered.warnings == ()
    told = plain(document.text).replace(" ", "").count(PROSE.replace(" ", ""))
    assert told >= len(LONG) * (10_000 // len(PROSE) - 4)
    assert beyond_the_margins(document) == []


def test_a_clause_of_ten_thousand_characters_is_printed_whole() -> None:
    scope = full()
    clause = replace(scope.clauses[1], text=prose(10_000))
    scope = replace(scope, clauses=(scope.clauses[0], clause, *scope.clauses[2:]))
    document = Printed(scope, render(scope, scopes.issue(), seconds=40))
    assert document.rendered.warnings == ()
    told = plain(document.text).replace(" ", "").replace("-", "")
    assert told.count(PROSE.replace(" ", "")) >= 10_000 // len(PROSE) - 4
    assert beyond_the_margins(document) == []


def test_a_wall_of_one_letter_in_a_cell_breaks_at_the_cells_edge() -> None:
    scope, letters = full(), "a🧀א1"
    duties = list(scope.duties)
    for place, letter in enumerate(letters, start=1):
        wall = letter * 1_500
        duties[place] = replace(
            duties[place],
            name=wall[:160],
            description=wall,
            limits=wall,
            exclusion=wall,
            deliverable=wall[:300],
        )
        duties[20 + place] = replace(duties[20 + place], reason=wall)
    scope = replace(scope, duties=tuple(duties))
    document = Printed(scope, render(scope, scopes.issue(), seconds=60))
    assert document.rendered.warnings == ()
    assert beyond_the_margins(document) == []
    for letter in letters:
        assert document.text.count(letter) >= 6_000, letter


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("duties", [3, 90])
def test_three_duties_and_ninety_keep_every_section(
    printed: Callable[..., Printed], duties: int, english: bool
) -> None:
    document = printed("few" if duties == 3 else "many", english=english)
    titles = [title for title, _, _ in document.headings[1:]]
    meant = (
        ["Who does what", "Marketing", "Social media", "One person, two roles", "Fees", "Not included",
         "Rules of the game", "Signatures"]
        if english
        else ["Chi fa che cosa", "Marketing", "Social media", "Una persona, due ruoli", "Compensi",
              "Non compreso", "Regole del gioco", "Firme"]
    )  # fmt: skip
    assert titles == meant
    assert document.rendered.warnings == ()
    assert beyond_the_margins(document) == []


@pytest.mark.parametrize(
    "name",
    ["marketing_only", "nobody_leads", "client_leads", "third_party_social", "adjacent_work", "flat_rate",
     "austrian_client", "without_objectives", "undivided", "bare", "other_scripts"],
)  # fmt: skip
def test_an_odd_engagement_stays_on_the_paper_and_keeps_both_roles(
    printed: Callable[..., Printed], name: str
) -> None:
    document = printed(name, issued=name not in ("undivided", "bare"))
    assert {"Marketing", "Social media"} <= {title for title, _, _ in document.headings}
    assert document.rendered.warnings == ()
    assert beyond_the_margins(document) == []


def test_a_document_beyond_its_time_is_stopped_and_the_next_is_printed() -> None:
    with pytest.raises(TooSlow):
        render(scopes.many(), seconds=0.05)
    assert render(scopes.few()).pages > 1


def test_the_installation_says_how_long_a_document_may_take(settings: LazySettings) -> None:
    settings.PRINT_SECONDS = 0.05
    with pytest.raises(TooSlow):
        render(scopes.many())


def test_the_kernel_stops_a_printer_that_uses_more_of_the_processor_than_it_may() -> None:
    slow = "<table>" + "<tr><td><table><tr><td>a</table>" * 40_000
    with pytest.raises(TooSlow):
        PRINTERS.print(Job(html=PAGE + slow, identifier=b"slow", seconds=0), 60)
    assert print_html(f"{PAGE}<p>a").pages == 1


def test_a_document_beyond_its_memory_is_refused_and_the_next_is_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "MEMORY", 320 * 1024**2)
    printers = Printers()
    try:
        with pytest.raises(TooLarge):
            printers.print(Job(html=PAGE + "<p>a" * 30_000, identifier=b"large", seconds=60), 60)
        assert printers.print(Job(html=f"{PAGE}<p>a", identifier=b"small", seconds=10), 30).pages == 1
    finally:
        printers.end()


def test_documents_printed_at_once_each_get_their_own() -> None:
    found: dict[int, bytes] = {}

    def print_one(number: int) -> None:
        found[number] = print_html(f"{PAGE}<p>parola{number}", seconds=60).pdf

    threads = [threading.Thread(target=print_one, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number in range(6):
        assert found[number] == print_html(f"{PAGE}<p>parola{number}").pdf
    assert len(set(found.values())) == 6
