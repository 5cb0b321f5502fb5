"""The draft's rows, one file a family."""

from .duties import AutonomyRow, Duty, Guideline, Objective
from .engagement import Engagement, NumberSeries
from .money import Clause, FeeLine
from .persons import EngagementFunction, Participant, RoleAssignment, RoleHolder

__all__ = [
    "AutonomyRow",
    "Clause",
    "Duty",
    "Engagement",
    "EngagementFunction",
    "FeeLine",
    "Guideline",
    "NumberSeries",
    "Objective",
    "Participant",
    "RoleAssignment",
    "RoleHolder",
]
