"""What every section reads: the Scope, its issue where there is one, the words, the numbered rows."""

from dataclasses import dataclass
from decimal import Decimal

from scoping.domain.fees import Fees, fees
from scoping.domain.money import money_text
from scoping.domain.scope import ConditionStatement, Issue, Objective, Person, Scope
from scoping.domain.words import Lane, Language, Party, TaxRegime

from .rows import Rows
from .typography import typeset
from .words import Words, words_of

LETTERS = {Lane.MARKETING: "M", Lane.SOCIAL: "S", Lane.ADJACENT: "A"}
MARKS = {"M": "Ⓜ", "S": "Ⓢ", "A": "Ⓐ", "C": "Ⓒ", "T": "Ⓣ", "N": "Ⓝ", "?": "⯑"}
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts under a heading: its label, what it says, and a detail."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document in the making: everything that its sections look at."""

    scope: Scope
    issue: Issue | None
    words: Words
    rows: Rows
    fees: Fees
    conditions: tuple[ConditionStatement, ...]

    @classmethod
    def of(
        cls, scope: Scope, issue: Issue | None, conditions: tuple[ConditionStatement, ...] = ()
    ) -> "Reading":
        """What the sections of this scope's document read; `conditions` are a draft's, a version has its
        own."""
        stated = issue.conditions if issue else conditions
        return cls(scope, issue, words_of(scope.language), Rows.of(scope), fees(scope), stated)

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.scope.language

    @property
    def net(self) -> str:
        """How the document says that amounts are without tax."""
        return self.words.net(vat=self.scope.studio.tax.regime == TaxRegime.ORDINARY)

    @property
    def client_name(self) -> str:
        """How sentences call the client."""
        return typeset(self.scope.client.short_name or self.scope.client.name)

    @property
    def version(self) -> str:
        """The version in words: "versione 2", or "bozza"."""
        names = self.words.names
        return f"{names.version} {self.issue.version}" if self.issue else names.draft

    @property
    def changes(self) -> tuple[str, ...]:
        """What changed since the version before; nothing in a first version or a draft."""
        return self.issue.changes if self.issue and self.issue.version > 1 else ()

    @property
    def changes_fit_cover(self) -> bool:
        """Whether the changes are few and short enough for the cover's foot."""
        return sum(len(change) + 2 for change in self.changes) <= 330

    def money(self, amount: Decimal, *, cents: bool | None = None) -> str:
        """An amount in the engagement's currency."""
        return money_text(amount, self.scope.currency, self.language, cents=cents)

    def name(self, key: str | None) -> str:
        """The name of a person, empty where nobody is named."""
        person = self.scope.person(key)
        return typeset(person.name) if person else ""

    def affiliation(self, person: Person) -> str:
        """Whose person it is: the job and the company, as far as they are known."""
        company = {
            Party.STUDIO: self.scope.studio.name,
            Party.CLIENT: self.client_name,
            Party.THIRD: person.organisation,
        }[person.party]
        parts = [person.job, company] if person.party != Party.STUDIO else [company]
        return typeset(", ".join(part for part in parts if part))

    def objectives(self, lane: Lane) -> tuple[tuple[str, Objective], ...]:
        """The objectives of a role with their marks: M1, M2, S1."""
        own = [objective for objective in self.scope.objectives if objective.lane == lane]
        return tuple((f"{LETTERS[lane]}{number}", objective) for number, objective in enumerate(own, start=1))

    def objective_marks(self, keys: tuple[str, ...]) -> list[str]:
        """The marks of the objectives with these keys, in reading order."""
        return [mark for lane in Lane for mark, objective in self.objectives(lane) if objective.key in keys]
