"""The document in English: plain words, short sentences, "you" to the client."""

from collections.abc import Sequence

from scoping.domain.words import (
    Act,
    Cadence,
    Condition,
    ConditionState,
    Decision,
    Horizon,
    IfNeeded,
    Lane,
    Language,
)

from ..typography import NO_BREAK, listed, sentence
from .english_names import NAMES


class English:
    """What the document says in English."""

    language = Language.ENGLISH
    last = "and"
    names = NAMES
    lanes = {Lane.MARKETING: "Marketing", Lane.SOCIAL: "Social media", Lane.ADJACENT: "Adjacent work"}
    sections = {
        "matrix": "Who does what",
        "marketing": "Marketing",
        "social": "Social media",
        "adjacent": "Adjacent work included",
        "others": "Adjacent work",
        "two_roles": "One person, two roles",
        "fees": "Fees",
        "excluded": "Not included",
        "rules": "Rules of the game",
        "signatures": "Signatures",
    }
    cover_title = ("What we do,", "and what we don’t")
    cover_lead = (
        "This document keeps the work of marketing apart from the work on social media, before the "
        "contract is "
        "signed, so that each of us knows what to expect."
    )
    panel_text = {
        Lane.MARKETING: "Decides where to go, together with your commercial management.",
        Lane.SOCIAL: "Takes the marketing guidelines to the platforms, with a free creative hand.",
    }
    panel_who = {Lane.MARKETING: "Who leads it", Lane.SOCIAL: "Who runs it"}
    panel_duties = {Lane.MARKETING: "What it includes", Lane.SOCIAL: "What it includes"}
    panel_objectives = {Lane.MARKETING: "Where it must get", Lane.SOCIAL: "Where it must get"}
    nothing_excluded = "No duty has been left out. What is not written here is not part of the work."
    excluded_word = "Not included:"
    excluded_close = "Each can be added, with a quote of its own, before it starts."
    matrix_lead = "Each row has one owner, and the same number all through the document."
    matrix_adjacent = "Ⓐ is adjacent work that the studio takes on: neither marketing nor social media."
    role_lead = {
        Lane.MARKETING: (
            "Decides what to offer, to whom, how to stand out and through which channels, together with your "
            "commercial management."
        ),
        Lane.SOCIAL: (
            "Takes the marketing guidelines to the platforms with a free creative hand: content that people "
            "know as yours, and that then helps to sell."
        ),
    }
    elsewhere_lead = {
        Lane.MARKETING: "Marketing decides where to go. Here the studio does not lead it.",
        Lane.SOCIAL: "Social media follow marketing. Here the studio does not run them.",
    }
    nobody_lead = {
        Lane.MARKETING: "In this engagement nobody leads marketing.",
        Lane.SOCIAL: "In this engagement nobody runs social media. If you need them, we add them "
        "before we start.",
    }
    marketing_receives = ("goals, budget, prices", "and sales figures")
    of_marketing = "of marketing"
    guidelines_from = "The guidelines come from the people named here."
    no_fee = "none"
    no_fee_detail = "it is not the studio’s work"
    no_objectives = "No objectives have been set for this role."
    no_duties = "The studio has no duties in this role."
    no_duties_here = "There are no duties."
    adjacent_lead = "Neither marketing nor social media: it has a fee of its own."
    others_lead = "Neither marketing nor social media: others do it, not the studio."
    exclusion_mark = "Not included"
    horizons = {Horizon.SHORT: "short", Horizon.MEDIUM: "medium", Horizon.LONG: "long"}
    decisions = {
        Decision.DECIDES: "Decides",
        Decision.PROPOSES: "Proposes",
        Decision.ASKS: "Asks for a yes",
    }
    cadences = {
        Cadence.ONCE: "once",
        Cadence.WEEKLY: "a week",
        Cadence.MONTHLY: "a month",
        Cadence.QUARTERLY: "a quarter",
        Cadence.YEARLY: "a year",
        Cadence.ON_DEMAND: "on request",
    }
    if_needed = {
        IfNeeded.QUOTE: "we quote for it",
        IfNeeded.COORDINATE: "we coordinate it",
        IfNeeded.CLIENT_KEEPS: "it stays with you",
        IfNeeded.REFER: "we suggest someone",
        IfNeeded.HOURLY: "by the hour",
    }
    no_reason = "The reason is not written yet."
    conditions = {
        Condition.DISTINCT: "Duties and objectives are distinct",
        Condition.ASSESSED: "The skills have been assessed",
        Condition.NOT_JUNIOR: "The profile is not a junior’s",
        Condition.PAID_AS_TWO: "Each role has a fee of its own",
    }
    states = {
        ConditionState.MET: "✓ met",
        ConditionState.NOT_MET: "not met",
        ConditionState.OVERRULED: "not met",
        ConditionState.NOT_EXAMINED: "not examined",
    }
    not_examined = "Nobody has examined it yet."
    excluded_lead = (
        "These are things that people often take for granted. They are not here, each for a reason "
        "of its own. "
        "If you need one, we add it before we start."
    )
    adding = (
        ("You ask us", "Two lines are enough, with the number of the row."),
        ("We send a quote", "It names the work, the time, the price and the role it goes to."),
        ("You say yes in writing", "It becomes a signed addendum. Until then it stays out."),
    )
    rules_lead = "The short form, for every day. The text that counts is that of the clauses."
    change_rule = (
        "Every request is written down. We tell you what changes in work, time and price. It holds "
        "once we both "
        "say yes."
    )
    no_answering = "This engagement sets no answering time."
    no_approval = "In this engagement there is no content to approve."
    no_clauses = "There are no clauses: the rows of this document hold, and the law."
    acts = {
        Act.MARKETING: "Marketing",
        Act.SOCIAL: "Social media",
        Act.EXCLUDED: "Not included",
        Act.WHOLE: "The whole scope",
        Act.ONEROUS: "Clauses apart",
    }
    counts = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

    def count(self, number: int, *, feminine: bool = False, capital: bool = False) -> str:
        """A small number in words."""
        word = self.counts[number] if number < 11 else str(number)
        return word.capitalize() if capital else word

    def months(self, number: int) -> str:
        return f"{number}{NO_BREAK}{'month' if number == 1 else 'months'}"

    def duties_counted(self, number: int) -> str:
        return f"{number}{NO_BREAK}{'duty' if number == 1 else 'duties'}"

    def objectives_counted(self, number: int) -> str:
        return f"{number}{NO_BREAK}{'objective' if number == 1 else 'objectives'}"

    def from_day(self, day: str) -> str:
        return f"from {day}"

    def issued_on(self, day: str) -> str:
        return f"issued on {day}"

    def dated_on(self, day: str) -> str:
        return f"dated {day}"

    def valid_days(self, days: int) -> str:
        return f"{days} days from issue"

    def for_example(self, example: str) -> str:
        return f"For example: {example}"

    def net(self, *, vat: bool) -> str:
        return "VAT not included" if vat else "taxes not included"

    def monthly_net(self, net: str) -> str:
        return f"A month, {net}"

    def once_net(self, net: str) -> str:
        return f"One-off, {net}"

    def a_month(self, amount: str) -> str:
        return f"{amount} a month"

    def a_month_varies(self, low: str, high: str) -> str:
        return f"{low} to {high} a month"

    def one_off(self, amount: str) -> str:
        return f"{amount} one-off"

    def in_months(self, amount: str, months: int) -> str:
        return f"{amount} in {self.months(months)}"

    def in_months_head(self, months: int | None) -> str:
        return f"In {self.months(months)}" if months else "In all"

    def and_others(self, number: int) -> str:
        return "one more" if number == 1 else f"{self.count(number)} more"

    def of_person(self, name: str) -> str:
        return f"of {name}"

    def since(self, year: int) -> str:
        return f"since {year}"

    def within_days(self, days: int) -> str:
        return f"within {days}{NO_BREAK}working {'day' if days == 1 else 'days'}"

    def within_calendar_days(self, days: int) -> str:
        return f"within {days}{NO_BREAK}{'day' if days == 1 else 'days'}"

    def rows(self, ranges: Sequence[str], *, capital: bool = False) -> str:
        one = len(ranges) == 1 and "–" not in ranges[0]
        word = "row" if one else "rows"
        return f"{word.capitalize() if capital else word}{NO_BREAK}{listed(ranges, self.last)}"

    def rounds(self, number: int) -> str:
        if number == 0:
            return "no rounds of changes"
        return f"{self.count(number)} {'round' if number == 1 else 'rounds'} of changes"

    def at_start(self) -> str:
        return "at the start"

    def on_date(self, day: str) -> str:
        return f"on {day}"

    def by_date(self, day: str) -> str:
        return day

    def on_month_day(self, day: int) -> str:
        last = day % 10 if day not in (11, 12, 13) else 0
        return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') } of each month"

    def weekdays(self, first: str, last: str) -> str:
        return f"{first} to {last}"

    def hours(self, opens: str, closes: str) -> str:
        return f"from {opens} to {closes}"

    def answers(self, within: str) -> str:
        return f"answer {within}"

    def cadence(self, quantity: str, cadence: str) -> str:
        return f"{quantity} {cadence}"

    def two_roles_lead(self, name: str, *, all_met: bool, examined: bool) -> str:
        start = f"{name} wears both jerseys, never both at once."
        if all_met:
            return f"{start} These four conditions are met, and that is why it works."
        if examined:
            return f"{start} Here are the four conditions, and where each one stands."
        return f"{start} The four conditions have not been examined yet."

    def jerseys(self, name: str) -> str:
        return f"Two jerseys, marketing and social media, worn by {name}."

    def fees_lead(self, lanes: int) -> str:
        if lanes == 0:
            return "The fees are not written yet."
        if lanes == 1:
            return "One job, with a fee of its own."
        jobs = f"{self.count(lanes, capital=True)} jobs, {self.count(lanes)} amounts."
        return f"{jobs} You pay them together and read them apart."

    def paid_in(self, first: int, last: int | None) -> str:
        if last is None:
            return f"from month {first}"
        return f"month {first}" if first == last else f"months {first}–{last}"

    def in_month(self, month: int) -> str:
        return f"in month {month}"

    def invoices(self, number: int | None) -> str:
        return f"{number} monthly invoices" if number and number > 1 else "from the date of the invoice"

    def hourly_rate(self, amount: str, net: str) -> str:
        return f"{amount} an hour, {net}"

    def hourly_detail(self) -> str:
        return "only after your yes in writing"

    def hourly_if_needed(self, amount: str) -> str:
        return f"{amount} an hour"

    def tax_line(self, kind: str, rate: str, name: str) -> str:
        return {
            "inps_surcharge": f"INPS separate fund contribution {rate}",
            "professional_fund": f"Contribution {name or 'to the professional fund'} {rate}",
            "vat": f"VAT {rate}",
            "no_vat_flat_rate": "VAT: none, flat-rate regime",
            "reverse_charge": "VAT: reverse charge, the client accounts for it",
            "stamp": "Stamp duty",
            "withholding": f"Withholding tax {rate}",
            "vat_unsaid": "VAT: the studio states it before signing",
            "withholding_unsaid": "Withholding tax: to be confirmed",
            "profile_unknown": "Taxes: the studio’s position is still to be stated",
        }[kind]

    def to_pay_in(self, months: str) -> str:
        return f"To pay, {months}"

    def changes_lead(self, version: int) -> str:
        return f"Since version {version}:"

    def changes_counted(self, number: int) -> str:
        return f"{number} changes, listed under “Who does what”."

    def stay_with_client(self, rows: str, count: int) -> str:
        if count == 1:
            return f"{rows}. It stays with you, with the person named beside it."
        return f"{rows}. They stay with you, with the person named beside them."

    def done_by_third(self, rows: str, count: int) -> str:
        return f"{rows}. Others do {'it' if count == 1 else 'them'}, not the studio."

    def excluded_rows(self, rows: str, count: int) -> str:
        return f"{rows}. Not included: the reason {'' if count == 1 else 'for each '}is on page"

    def rounds_rule(self, number: int) -> str:
        if number == 0:
            return "Changes to finished work are paid apart."
        return f"Each piece includes {self.rounds(number)}."

    def approval_rule(self, people: Sequence[tuple[str, int | None]]) -> str:
        known = [
            f"{name} {f'approves or corrects {self.within_days(days)}' if days else 'approves or corrects'}"
            for name, days in people
        ]
        return (
            f"{'; '.join(known)}. If the answer is late, delivery moves. Without a yes nothing is published."
        )

    def approver_missing(self) -> str:
        return "Who approves content, and by when, is not written yet. Without a yes nothing is published."

    def answering_rule(self, rows: str, when: str) -> str:
        return f"{rows}: {when}."

    def acts_lead(self, number: int) -> str:
        acts = f"{self.count(number, capital=True)} acts, one at a time."
        return f"{acts} Each part is read, and confirmed on its own."

    def act_text(self, act: Act, document: str, client: str) -> str:
        return {
            Act.MARKETING: "I have read the Marketing section: I know what it includes and what it does not.",
            Act.SOCIAL: "I have read the Social media section: I know what it includes and what it does not.",
            Act.EXCLUDED: "I have read what is not included. If I need it, I ask for a quote before "
            "work starts.",
            Act.WHOLE: sentence(f"I accept the {document}, for {client}"),
            Act.ONEROUS: (
                "I approve specifically the clauses below (articles 1341 and 1342 of the Italian Civil Code)."
            ),
        }[act]

    def document_named(self, number: str, version: str) -> str:
        return f"scope of work {number}, {version}"

    def on_behalf(self, power: str, client: str) -> str:
        return f"{power}, for {client}" if power else f"for {client}"

    def check_text(self, address: str, code: str) -> tuple[str, str, str, str, str]:
        return (
            "Point your camera at the code, or go to ",
            address,
            " and type ",
            code,
            ". You will see the number, the version and whether this one still holds.",
        )

    def qr_title(self, address: str) -> str:
        return f"QR code that opens {address}"

    def description(self, client: str, studio: str) -> str:
        return f"What {studio} does and does not do for {client}: marketing and social media kept apart."
