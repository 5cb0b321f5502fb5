"""Hours, money and the risk of working at a loss: pure figures of one Scope and its Costing, never for a
client.

`figures(scope, costing)` is the door; docs/economics.md says what each figure means and how it was checked.
"""

from .capacity import BusyMonth, Load, Overload, busy_months, loads, overloads
from .chances import cases_of_hundred, loss_in_words
from .columns import SCENARIOS
from .drivers import Driver
from .figures import Figures, LaneFigures, Spread, figures
from .friction import Question, questions
from .histogram import Bin
from .plan import Gap, Missing, worker
from .suggestions import Kind, Suggestion, suggestions
from .two_jobs import TwoJobs, two_jobs

__all__ = [
    "SCENARIOS",
    "Bin",
    "BusyMonth",
    "Driver",
    "Figures",
    "Gap",
    "Kind",
    "LaneFigures",
    "Load",
    "Missing",
    "Overload",
    "Question",
    "Spread",
    "Suggestion",
    "TwoJobs",
    "busy_months",
    "cases_of_hundred",
    "figures",
    "loads",
    "loss_in_words",
    "overloads",
    "questions",
    "suggestions",
    "two_jobs",
    "worker",
]
