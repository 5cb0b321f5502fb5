"""What only the studio knows of the example engagement (examples.py): rates, hours, free time."""

import datetime as dt
from decimal import Decimal
from typing import Any

from scoping.domain.costing import Capacity, Costing, Estimate, Rate

LONG_AGO = dt.date(2020, 1, 1)


def estimate(duty: str, low: object, likely: object, high: object) -> Estimate:
    """Hours of one unit of a duty."""
    return Estimate(duty=duty, low=Decimal(str(low)), likely=Decimal(str(likely)), high=Decimal(str(high)))


def rate(person: str, cost: object, price: object = 80, since: dt.date = LONG_AGO) -> Rate:
    """A person's rates, long in force."""
    return Rate(person=person, since=since, cost=Decimal(str(cost)), price=Decimal(str(price)))


def example_costing(**changed: Any) -> Costing:
    """Elena's and Luca's: the plan once, twelve posts a month; some fields replaced."""
    fields: dict[str, Any] = {
        "rates": (rate("elena", 60, 72), rate("luca", 40, 60)),
        "estimates": (estimate("plan", 20, 32, 48), estimate("posts", "1.2", "2", "3.2")),
        "capacities": (Capacity(person="elena", hours_a_month=Decimal(20)),),
    }
    return Costing(**{**fields, **changed})
