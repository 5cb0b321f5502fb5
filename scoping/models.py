"""Lists every room's tables for Django. Nobody imports this module: import from the room."""

from scoping.catalogue.models import (
    CatalogueArea,
    CatalogueAutonomy,
    CatalogueClause,
    CatalogueDuty,
    CatalogueGuideline,
    CatalogueObjective,
    CatalogueRoleText,
    CatalogueTemplate,
)
from scoping.clients.models import Client, Contact
from scoping.documents.models import ScopeDocument, Version
from scoping.drafting.models import DraftChange
from scoping.engagements.models import (
    AutonomyRow,
    Clause,
    Duty,
    Engagement,
    EngagementFunction,
    FeeLine,
    Guideline,
    NumberSeries,
    Objective,
    Participant,
    RoleAssignment,
    RoleHolder,
)
from scoping.judgement.models import (
    ConditionOverrule,
    DutyEstimate,
    ExchangeRate,
    FindingAnswer,
    FrictionAnswer,
    Yardsticks,
)
from scoping.professionals.assessments import CompetenceAssessment
from scoping.professionals.evidence import EvidenceFile
from scoping.professionals.experience import RoleExperience
from scoping.professionals.models import Professional
from scoping.professionals.rates import FreeTime, HourRate
from scoping.record.models import RecordHead, RecordLine
from scoping.studios.invitations import Invitation
from scoping.studios.logo import StudioLogo
from scoping.studios.models import Membership, Studio, User

__all__ = [
    "AutonomyRow",
    "CatalogueArea",
    "CatalogueAutonomy",
    "CatalogueClause",
    "CatalogueDuty",
    "CatalogueGuideline",
    "CatalogueObjective",
    "CatalogueRoleText",
    "CatalogueTemplate",
    "Clause",
    "Client",
    "CompetenceAssessment",
    "ConditionOverrule",
    "Contact",
    "DraftChange",
    "Duty",
    "DutyEstimate",
    "Engagement",
    "EngagementFunction",
    "EvidenceFile",
    "ExchangeRate",
    "FeeLine",
    "FindingAnswer",
    "FreeTime",
    "FrictionAnswer",
    "Guideline",
    "HourRate",
    "Invitation",
    "Membership",
    "NumberSeries",
    "Objective",
    "Participant",
    "Professional",
    "RecordHead",
    "RecordLine",
    "RoleAssignment",
    "RoleExperience",
    "RoleHolder",
    "ScopeDocument",
    "Studio",
    "StudioLogo",
    "User",
    "Version",
    "Yardsticks",
]
