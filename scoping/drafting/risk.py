"""Hours, money and the risk of a loss as text and as a chart: what the page and the right column share."""

from decimal import Decimal
from typing import Any

from scoping.domain.economics import Figures, cases_of_hundred, loss_in_words
from scoping.domain.money import figure_text, money_text
from scoping.domain.scope import Scope
from scoping.kit.forms import screen_language
from scoping.press import charts


def money(amount: float | Decimal | None, scope: Scope) -> str:
    """An amount in whole units of the Scope's currency; a dash where it is not known."""
    if amount is None:
        return "–"
    return money_text(Decimal(str(amount)).quantize(Decimal(1)), scope.currency, screen_language())


def hours(figure: float | None) -> str:
    """Hours with one place at most; a dash where they are not known."""
    if figure is None:
        return "–"
    return figure_text(Decimal(str(round(figure, 1))), screen_language())


def percent(probability: float | None) -> str:
    """A probability in cases of a hundred; a dash where it is not known."""
    return "–" if probability is None else f"{cases_of_hundred(probability)}%"


def risk_of(figures: Figures, scope: Scope) -> dict[str, Any]:
    """The risk of a loss: in words, as a chart, and as the rows of its table."""
    together, loss = figures.together, figures.together.loss
    bins = [(one.low, one.high, one.count) for one in figures.histogram]
    median = together.margin.p50 if together.margin else 0.0
    chart = charts.histogram_chart(bins, median) if bins else None
    return {
        "percent": percent(loss),
        "words": loss_in_words(loss, screen_language()) if loss is not None else "",
        "limit": round(figures.loss_limit * 100),
        "above": figures.above_limit,
        "scenarios": figures.scenarios,
        "chart": chart,
        "least": money(chart.least, scope) if chart else "",
        "most": money(chart.most, scope) if chart else "",
        "median": money(median, scope),
        "cases": cases_of_hundred(loss) if loss is not None else 0,
        "bins": [
            (money(low, scope), money(high, scope), f"{count / figures.scenarios * 100:.1f}")
            for low, high, count in bins
            if count
        ],
    }
