"""What a rule says of an engagement: its weight, its one place, its facts, its words in both languages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ..money import figure_text, money_text
from ..scope import Scope
from ..wording import either, lane_name, listed
from ..words import Lane, Language, Severity


class Step(StrEnum):
    """The step of the draft where a finding is mended, in reading order; the studio's own pages come last."""

    CLIENT = "client"
    ENGAGEMENT = "engagement"
    ROLES = "roles"
    DUTIES = "duties"
    OBJECTIVES = "objectives"
    FEES = "fees"
    CLAUSES = "clauses"
    STUDIO = "studio"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is mended: a step, a row's key there (a role's lane), the field. Empty: all of it."""

    step: Step
    key: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in its currency, as a fact."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Both:
    """A fact that is said in the reader's language."""

    italian: str
    english: str


Fact = str | int | Decimal | Money | Both | Lane | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A finding in one language: what is wrong, why it matters to this engagement, what to do about it."""

    title: str
    why: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule says of an engagement. `lane` None: of no one lane."""

    rule: "Rule"
    place: Place
    lane: Lane | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    @property
    def code(self) -> str:
        """The rule's name, which stays."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.rule.severity

    def worded(self, language: Language) -> Words:
        """What the finding says in that language, with its own facts."""
        words = self.rule.english if language == Language.ENGLISH else self.rule.italian
        facts = {name: fact_text(fact, language) for name, fact in self.facts.items()}
        if self.lane is not None:
            facts["lane"] = fact_text(self.lane, language)
        return Words(*(text.format(**facts) for text in (words.title, words.why, words.action)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule found: the row's key and field, and the facts that its sentences name.

    `step` where it is mended at another step than the rule's usual one. Sentences may name the lane, too.
    """

    key: str = ""
    field: str = ""
    lane: Lane | None = None
    step: Step | None = None
    facts: Mapping[str, Fact]


Check = Callable[[Scope], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, weight and usual step, its sentences in both languages, and what it looks at."""

    code: str
    severity: Severity
    step: Step
    italian: Words = field(repr=False)
    english: Words = field(repr=False)
    check: Check = field(repr=False)

    def findings(self, found: Iterable[Found]) -> Iterator[Finding]:
        """Findings from what was found."""
        for one in found:
            place = Place(one.step or self.step, one.key, one.field)
            yield Finding(rule=self, place=place, lane=one.lane, facts=one.facts)


def rule(
    severity: Severity, step: Step, *, italian: tuple[str, str, str], english: tuple[str, str, str]
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its name is the code. The sentences are title, why and action."""

    def make(check: Check) -> Rule:
        return Rule(check.__name__, severity, step, Words(*italian), Words(*english), check)

    return make


def found(*, key: str = "", at: str = "", lane: Lane | None = None, **facts: Fact) -> Found:
    """Something that was found at a field (`at`) of a row."""
    return Found(key=key, field=at, lane=lane, facts=facts)


def fact_text(fact: Fact, language: Language) -> str:
    """A fact as a sentence of that language names it."""
    if isinstance(fact, Both):
        return either(language, fact.italian, fact.english)
    if isinstance(fact, Lane):
        return lane_name(fact, language)
    if isinstance(fact, Money):
        return money_text(fact.amount, fact.currency, language)
    if isinstance(fact, Decimal):
        return figure_text(fact, language)
    return listed(fact, language) if isinstance(fact, tuple) else str(fact)
