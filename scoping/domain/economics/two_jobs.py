"""One fee for two jobs? What the two roles would cost apart, and how far the offer is from that."""

from dataclasses import dataclass
from decimal import Decimal

from ..costing import Costing
from ..fees import fees
from ..money import figure_text, money_text, round_half_up
from ..scope import Scope
from ..wording import either
from ..words import ROLE_LANES, FeeLane, Language
from .figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoJobs:
    """Both roles over the engagement: `apart` at their price rates, hours as in half of the cases; `asked`
    their fees. `allowed` is the discount that the studio allows, in per cent."""

    apart: Decimal
    asked: Decimal
    months: int
    allowed: Decimal
    currency: str

    @property
    def discount(self) -> Decimal:
        """How much less is asked than the two would cost apart, in per cent with one place; below zero:
        more."""
        if not self.apart:
            return Decimal(0)
        return ((1 - self.asked / self.apart) * 100).quantize(Decimal("0.1"))

    @property
    def within(self) -> bool:
        """Whether the studio allows that discount."""
        return self.asked >= self.apart * (1 - self.allowed / 100)

    def worded(self, language: Language) -> str:
        """The comparison in a sentence or two, by the month."""
        apart, asked = (
            money_text(one.quantize(Decimal(1)), self.currency, language)
            for one in (self.apart / self.months, self.asked / self.months)
        )
        told = either(
            language,
            f"Separati costerebbero {apart} al mese, insieme ne chiedi {asked}.",
            f"Apart they would cost {apart} a month; together you ask {asked}.",
        )
        if self.discount <= 0:
            return f"{told} {either(language, 'Non c’è sconto.', 'There is no discount.')}"
        off, most = figure_text(self.discount, language), figure_text(self.allowed, language)
        return (
            told
            + " "
            + either(
                language,
                f"Lo sconto è del {off}%, lo studio ammette il {most}%.",
                f"The discount is {off}%; the studio allows {most}%.",
            )
        )


def two_jobs(scope: Scope, costing: Costing, figures: Figures) -> TwoJobs | None:
    """The comparison; None where the studio does not work in both roles, or a price rate is missing."""
    apart = Decimal(0)
    for lane in ROLE_LANES:
        found = figures.lane(lane)
        if found is None or not found.hours.p50 or found.price_rate is None:
            return None
        apart += round_half_up(Decimal(str(found.hours.p50)) * Decimal(str(found.price_rate)))
    paid = fees(scope)
    asked = sum(
        (own.total or Decimal(0))
        for lane in (FeeLane.MARKETING, FeeLane.SOCIAL, FeeLane.UNDIVIDED)
        if (own := paid.lane(lane)) is not None
    )
    return TwoJobs(
        apart=apart,
        asked=Decimal(asked),
        months=figures.together.months,
        allowed=costing.discount,
        currency=scope.currency,
    )
