"""Findings of what the duties' own words say: counts, vague words, the same work twice."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ..scope import Duty, Scope
from ..words import ROLE_LANES, Cadence, Lane, Language, Responsible, Severity
from .client import client_name
from .duties import of_duty
from .finding import Found, Step, rule

NUMERALS = {
    Language.ITALIAN: (
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
        "undici",
        "dodici",
    ),
    Language.ENGLISH: (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
}
# Before these words a number is a time or a measure of one piece, not how many there are.
NOT_A_COUNT = ("entro", "dopo", "ogni", "within", "after", "every", "in", "of", "da", "per")
NEAR = 20  # characters before a number where they stand; looking through a whole long text takes seconds
PERIODS = {
    Cadence.WEEKLY: r"(?:al?la settimana|a settimana|settimanal\w+|a week|per week|weekly)",
    Cadence.MONTHLY: r"(?:al mese|mensil\w+|a month|per month|monthly)",
    Cadence.QUARTERLY: r"(?:a trimestre|al trimestre|trimestral\w+|a quarter|per quarter|quarterly)",
    Cadence.YEARLY: r"(?:all['’]anno|annual\w+|a year|per year|yearly)",
}
VAGUE = (
    r"supporto|affiancamento|assistenza|consulenza|vari[oaie]?|eventual[ei]|al bisogno|secondo necessità|"
    r"quando serve|se serve|altre attività|e altro|eccetera|ecc|support|assistance|consulting|advice|various|"
    r"miscellaneous|as needed|as required|when needed|ad hoc|and more|other activities|etc"
)
_VAGUE = re.compile(rf"(?<!\w)(?:{VAGUE})(?!\w)", re.IGNORECASE)


def plain(text: str) -> str:
    """A text as it is compared: small letters without accents, one blank between words."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


@rule(
    Severity.BLOCKS,
    Step.DUTIES,
    italian=(
        "«{duty}» sta in tutti e due i ruoli",
        "La stessa mansione nel marketing e nei social media è una contraddizione: {client} la leggerà come "
        "un lavoro solo. Sono due mansioni, con due nomi.",
        "Dividila in due",
    ),
    english=(
        "“{duty}” stands in both roles",
        "The same duty in marketing and in social media is a contradiction: {client} will read it as one "
        "job. They are two duties, with two names.",
        "Split it in two",
    ),
)
def duty_in_both_roles(scope: Scope) -> Iterator[Found]:
    """A duty has one lane; work in both roles is two duties (domain.md, rule 1)."""
    lanes: dict[str, dict[Lane, Duty]] = defaultdict(dict)
    for duty in sorted(scope.duties, key=lambda one: one.key):
        if duty.lane in ROLE_LANES and duty.responsible != Responsible.EXCLUDED:
            lanes[plain(duty.name)].setdefault(duty.lane, duty)
    for twins in lanes.values():
        if len(twins) == len(ROLE_LANES):
            yield of_duty(twins[Lane.SOCIAL], "name", client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}» è dentro e fuori",
        "Lo stesso lavoro sta fra le mansioni e fra le esclusioni: {client} leggerà quella che gli conviene.",
        "Rivedi l'esclusione",
    ),
    english=(
        "“{duty}” is in and out",
        "The same work stands among the duties and among the exclusions: {client} will read the one that "
        "suits.",
        "Review the exclusion",
    ),
)
def same_work_in_and_out(scope: Scope) -> Iterator[Found]:
    """No work is a duty and an exclusion at once: by its name, or by its place in the catalogue."""
    done = [one for one in scope.duties if one.responsible not in (None, Responsible.EXCLUDED)]
    names, codes = {plain(one.name) for one in done}, {one.code for one in done if one.code}
    for duty in scope.duties:
        if duty.responsible == Responsible.EXCLUDED and (plain(duty.name) in names or duty.code in codes):
            yield of_duty(duty, "responsible", client=client_name(scope))


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}»: la quantità è {count}, il testo dice {said}",
        "Vale un numero solo, e {client} leggerà il più alto.",
        "Correggi il testo o la quantità",
    ),
    english=(
        "“{duty}”: the quantity is {count}, the text says {said}",
        "Only one number can hold, and {client} will read the higher one.",
        "Correct the text or the quantity",
    ),
)
def counts_contradict(scope: Scope) -> Iterator[Found]:
    """A count of the duty's own unit in its text is its quantity."""
    for duty in scope.duties:
        if duty.responsible != Responsible.STUDIO or duty.quantity is None or not duty.unit:
            continue
        for field in ("name", "deliverable", "description", "limits"):
            said = _other_count(duty, getattr(duty, field), scope.language)
            if said:
                facts = {"count": f"{duty.quantity.normalize():f}", "said": said}
                yield of_duty(duty, field, client=client_name(scope), **facts)
                break


def _other_count(duty: Duty, text: str, language: Language) -> str:
    """How many of its unit a text speaks of, where that is not the duty's quantity; empty where it agrees."""
    numerals = NUMERALS[language]
    units = "|".join(re.escape(one) for one in {duty.unit, duty.unit_plural} if one)
    number = rf"(?P<number>\d{{1,4}}|{'|'.join(numerals)})"
    sought = rf"(?<![\w.,]){number}\s+(?:{units})(?!\w)(?P<behind>.{{0,24}})"
    for match in re.finditer(sought, text, re.IGNORECASE):
        near = re.search(r"(\w+)\s+$", text[max(0, match.start() - NEAR) : match.start()])
        before, said = near[1].casefold() if near else "", match["number"].casefold()
        value = Decimal(numerals.index(said) + 2) if said in numerals else Decimal(said)
        if (
            before not in NOT_A_COUNT
            and value != duty.quantity
            and not _of_another_period(duty, match["behind"])
        ):
            return match["number"]
    return ""


def _of_another_period(duty: Duty, behind: str) -> bool:
    return any(
        re.search(period, behind, re.IGNORECASE)
        for cadence, period in PERIODS.items()
        if cadence != duty.cadence
    )


@rule(
    Severity.WARNS,
    Step.DUTIES,
    italian=(
        "«{duty}» non ha un limite",
        "«{vague}» senza una quantità è tutto ciò che {client} chiederà, per lo stesso compenso.",
        "Scrivi quanto",
    ),
    english=(
        "“{duty}” has no limit",
        "“{vague}” without a quantity is whatever {client} will ask for, at the same fee.",
        "Say how much",
    ),
)
def vague_without_quantity(scope: Scope) -> Iterator[Found]:
    """A vague line has a quantity, or limits."""
    for duty in scope.duties:
        if duty.responsible != Responsible.STUDIO or duty.quantity is not None or duty.limits:
            continue
        match = _VAGUE.search(duty.name) or _VAGUE.search(duty.deliverable)
        if match and duty.cadence == Cadence.ON_DEMAND:
            yield of_duty(duty, "quantity", vague=match[0], client=client_name(scope))


RULES = (duty_in_both_roles, same_work_in_and_out, counts_contradict, vague_without_quantity)
