"""The document's fixed sentences: in both languages, and easy to read."""

import inspect
from dataclasses import asdict

from scoping.domain.words import Act, Language
from scoping.press.words import English, Italian, Words, words_of
from tests.readability import flesch, gulpease


def _sentences(words: Words) -> list[str]:
    """What the document says in sentences, with plain examples where it names something."""
    rows = words.rows(["3", "7"], capital=True)
    return [
        words.cover_lead,
        *words.panel_text.values(),
        words.nothing_excluded,
        words.excluded_close,
        words.matrix_lead,
        words.matrix_adjacent[2:],
        *words.role_lead.values(),
        *words.elsewhere_lead.values(),
        *words.nobody_lead.values(),
        words.guidelines_from,
        words.no_objectives,
        words.no_duties,
        words.adjacent_lead,
        words.others_lead,
        words.no_reason,
        words.not_examined,
        words.excluded_lead,
        *(text for _, text in words.adding),
        words.rules_lead,
        words.change_rule,
        words.no_answering,
        words.no_approval,
        words.no_clauses,
        words.two_roles_lead("Elena Conti", all_met=True, examined=True),
        words.two_roles_lead("Elena Conti", all_met=False, examined=True),
        words.two_roles_lead("Elena Conti", all_met=False, examined=False),
        words.fees_lead(2),
        *(
            worded(rows, count)
            for worded in (words.stay_with_client, words.done_by_third, words.excluded_rows)
            for count in (1, 3)
        ),
        words.rounds_rule(2),
        words.approval_rule([("Paola Ferri", 2)]),
        words.approver_missing(),
        words.acts_lead(5),
        *(
            words.act_text(act, words.document_named("2026-014", "2"), "Valverde")
            for act in Act
            if act != Act.ONEROUS
        ),
        "".join(words.check_text("studio.it/v", "7K3M")),
    ]


def test_the_italian_reads_easily() -> None:
    assert gulpease(_sentences(Italian())) >= 55


def test_the_english_reads_easily() -> None:
    assert flesch(_sentences(English())) >= 55


def test_no_italian_sentence_is_hard_and_none_is_long() -> None:
    for text in _sentences(Italian()):
        assert gulpease([text]) >= 40, text
        assert all(len(part.split()) <= 32 for part in text.split(". ")), text


def test_both_languages_say_the_same_things() -> None:
    def public(words: Words) -> set[str]:
        return {name for name, _ in inspect.getmembers(words) if not name.startswith("_")}

    italian, english = words_of(Language.ITALIAN), words_of(Language.ENGLISH)
    assert public(italian) == public(english)
    for name in public(italian):
        one, other = getattr(italian, name), getattr(english, name)
        if isinstance(one, dict):
            assert one.keys() == other.keys(), name
        elif isinstance(one, tuple):
            assert len(one) == len(other) or name == "counts", name


def test_every_name_is_written_and_no_english_stands_in_the_italian() -> None:
    names = asdict(words_of(Language.ITALIAN).names)
    assert all(names.values())
    jargon = {"brief", "report", "feedback", "deadline", "budget plan", "target", "manager", "review"}
    spoken = " ".join([*names.values(), *_sentences(Italian())]).lower()
    assert not [word for word in jargon if f" {word} " in f" {spoken} "]


def test_italian_days_take_the_right_article() -> None:
    words = Italian()
    assert words.on_month_day(8) == "l’8 di ogni mese"
    assert words.on_month_day(1) == "il 1° di ogni mese"
    assert words.from_day("11 maggio 2027") == "dall’11 maggio 2027"
    assert words.issued_on("8 marzo 2027") == "emesso l’8 marzo 2027"
    assert words.from_day("18 maggio 2027") == "dal 18 maggio 2027"


def test_english_days_take_the_right_ending() -> None:
    words = English()
    assert [words.on_month_day(day).split()[0] for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "30th",
    ]  # fmt: skip
