"""The closed lists of the field's words: every choice that a form offers and a file may name.

Values are what is stored, in the database and in scope files; the words that people read stand in the
templates and catalogues of the two languages.
"""

from enum import StrEnum


class Language(StrEnum):
    """The language of a document: Italian first, English equal."""

    ITALIAN = "it"
    ENGLISH = "en"


class Lane(StrEnum):
    """Where a line belongs: to one of the two roles, or to neither (domain.md, The two roles)."""

    MARKETING = "marketing"
    SOCIAL = "social"
    ADJACENT = "adjacent"


ROLE_LANES = (Lane.MARKETING, Lane.SOCIAL)


class Party(StrEnum):
    """Who a person belongs to."""

    STUDIO = "studio"
    CLIENT = "client"
    THIRD = "third"


class Responsible(StrEnum):
    """Who does a duty: exactly one a duty, or it is excluded (rule 1)."""

    STUDIO = "studio"
    CLIENT = "client"
    THIRD = "third"
    EXCLUDED = "excluded"


class Holder(StrEnum):
    """Who holds a role."""

    STUDIO = "studio"
    CLIENT = "client"
    THIRD = "third"
    NOBODY = "nobody"


class FunctionKind(StrEnum):
    """What a contact is in this engagement."""

    SIGNATORY = "signatory"
    COUNTERPART = "counterpart"
    APPROVER = "approver"
    READER = "reader"


class Cadence(StrEnum):
    """How often a quantity comes back."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    ON_DEMAND = "on_demand"


class WhenKind(StrEnum):
    """When a duty is done, or an input is given."""

    NONE = "none"
    START = "start"
    DATE = "date"
    MONTH_DAY = "month_day"
    WEEKDAYS = "weekdays"


class IfNeeded(StrEnum):
    """What to do when an excluded duty turns out to be needed."""

    QUOTE = "quote"
    COORDINATE = "coordinate"
    CLIENT_KEEPS = "client_keeps"
    REFER = "refer"
    HOURLY = "hourly"


class Horizon(StrEnum):
    """By when an objective is to be reached."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Control(StrEnum):
    """Whether the role controls what an objective promises (output) or only bears on it (outcome)."""

    OUTPUT = "output"
    OUTCOME = "outcome"


class FeeLane(StrEnum):
    """What a fee line pays: one lane, or both roles undivided, which is a fault to mend."""

    MARKETING = "marketing"
    SOCIAL = "social"
    ADJACENT = "adjacent"
    UNDIVIDED = "undivided"


class FeeKind(StrEnum):
    """How a fee line is paid."""

    MONTHLY = "monthly"
    ONCE = "once"


class Onerous(StrEnum):
    """Whether arts. 1341-1342 of the Italian Civil Code ask a clause's approval apart."""

    NO = "no"
    POSSIBLE = "possible"
    YES = "yes"


class Decision(StrEnum):
    """How much the social role decides alone, in one row of the autonomy matrix."""

    DECIDES = "decides"
    PROPOSES = "proposes"
    ASKS = "asks"


class TaxRegime(StrEnum):
    """How the studio's fees are taxed. Empty in a profile means that nobody said it yet."""

    ORDINARY = "ordinary"
    FLAT_RATE = "flat_rate"
    OUTSIDE_ITALY = "outside_italy"


class Income(StrEnum):
    """What the studio earns from: a business in the register, or self-employment (withholding)."""

    BUSINESS = "business"
    SELF_EMPLOYMENT = "self_employment"


class Fund(StrEnum):
    """Which contribution the studio adds to its fees."""

    NONE = "none"
    INPS_SEPARATE = "inps_separate"
    PROFESSIONAL = "professional"


class SizeBand(StrEnum):
    """A client's size (Recommendation 2003/361/EC)."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class ConditionState(StrEnum):
    """The states of one of the four conditions (rule 3)."""

    MET = "met"
    NOT_MET = "not_met"
    OVERRULED = "overruled"
    NOT_EXAMINED = "not_examined"


class Condition(StrEnum):
    """The four conditions under which one person may hold both roles (rule 3), in their order."""

    DISTINCT = "distinct"
    ASSESSED = "assessed"
    NOT_JUNIOR = "not_junior"
    PAID_AS_TWO = "paid_as_two"


class Act(StrEnum):
    """The five steps of signing, in their order."""

    MARKETING = "marketing"
    SOCIAL = "social"
    EXCLUDED = "excluded"
    WHOLE = "whole"
    ONEROUS = "onerous"


class Severity(StrEnum):
    """The weight of a finding."""

    BLOCKS = "blocks"
    WARNS = "warns"
    HINT = "hint"
