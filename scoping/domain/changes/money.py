"""What changed in fees and terms."""

from collections.abc import Iterator

from ..fees import LaneFees, fees
from ..money import money_text
from ..scope import Scope
from ..wording import either, lane_name
from ..words import FeeLane, Lane, Language


def fee_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """Lane by lane, from how much to how much; nothing where only the engagement's length changed."""
    if before.fees == after.fees:
        return
    old, new = fees(before), fees(after)
    told = [
        phrase
        for lane in FeeLane
        if (phrase := _lane_change(old.lane(lane), new.lane(lane), lane, after.currency, language))
    ]
    yield from told or [either(language, "rivedute le righe dei compensi", "lines of the fees revised")]


def term_changes(before: Scope, after: Scope, language: Language) -> Iterator[str]:
    """The hourly rate, the days of payment, the rounds of changes, what is approved apart."""
    old, new = before.terms, after.terms
    if old.hourly_rate != new.hourly_rate:
        rates = [
            money_text(rate, after.currency, language)
            if rate is not None
            else either(language, "nessuna", "none")
            for rate in (old.hourly_rate, new.hourly_rate)
        ]
        yield either(language, "tariffa oraria da {} a {}", "hourly rate from {} to {}").format(*rates)
    if old.payment_days != new.payment_days:
        yield _days(
            old.payment_days,
            new.payment_days,
            either(language, "giorni di pagamento", "days of payment"),
            language,
        )
    if old.rounds != new.rounds:
        rounds = either(language, "giri di modifiche", "rounds of changes")
        yield _days(old.rounds, new.rounds, rounds, language)
    if old.approve_possible_apart != new.approve_possible_apart:
        yield either(
            language, "cambiano le clausole da approvare a parte", "the clauses to be approved apart change"
        )


def _days(old: int | None, new: int | None, what: str, language: Language) -> str:
    from_, to = either(language, "da", "from"), either(language, "a", "to")
    if new is None:
        return f"{what}: {either(language, 'non più detti', 'no longer said')}"
    return f"{what}: {new}" if old is None else f"{what} {from_} {old} {to} {new}"


def _lane_change(
    old: LaneFees | None, new: LaneFees | None, lane: FeeLane, currency: str, language: Language
) -> str:
    """One lane's fee, by the month where it is one amount a month, else in all; empty where it pays the "
    "same."""
    of_lane = _of_lane(lane, language)
    if old is None or new is None:
        if old is new:
            return ""
        if new is None:
            return either(language, f"tolto il compenso {of_lane}", f"fee {of_lane} removed")
        return either(language, "nuovo compenso {}", "new fee {}").format(of_lane) + _amount(
            new, currency, language
        )
    if (old.monthly, old.once) == (new.monthly, new.once):
        return ""
    by_month = old.a_month != new.a_month and None not in (old.a_month, new.a_month) and old.once == new.once
    amounts = (old.a_month, new.a_month) if by_month else (old.total, new.total)
    first, second = (
        money_text(amount, currency, language) if amount is not None else "" for amount in amounts
    )
    if not first or not second or first == second:
        return either(
            language, f"cambia quando si paga il compenso {of_lane}", f"payment of the fee {of_lane} changes"
        )
    how = either(language, "al mese", "a month") if by_month else either(language, "in tutto", "in all")
    return either(language, "compenso {} da {} a {} {}", "fee {} from {} to {} {}").format(
        of_lane, first, second, how
    )


def _amount(paid: LaneFees, currency: str, language: Language) -> str:
    """ ": 500 € al mese", or in all."""
    if paid.a_month is not None and not paid.once:
        return f": {money_text(paid.a_month, currency, language)} {either(language, 'al mese', 'a month')}"
    return f": {money_text(paid.total, currency, language)}" if paid.total is not None else ""


def _of_lane(lane: FeeLane, language: Language) -> str:
    if lane == FeeLane.UNDIVIDED:
        return either(language, "dei due ruoli insieme", "of both roles together")
    return either(language, "{}", "of {}").format(lane_name(Lane(lane), language))
