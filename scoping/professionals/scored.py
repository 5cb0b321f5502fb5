"""What an assessment says, as it is read."""

from dataclasses import dataclass

from scoping.catalogue.competences import competences, level_names
from scoping.domain.words import Lane
from scoping.kit.forms import screen_language

from .assessments import CompetenceAssessment
from .evidence import EvidenceFile


@dataclass(frozen=True, slots=True)
class Scored:
    """One competence as it was scored."""

    code: str
    name: str
    core: bool
    level: int
    level_name: str
    described: str
    evidence: str
    link: str
    file: EvidenceFile | None


def scored(assessment: CompetenceAssessment) -> list[Scored]:
    """What an assessment says, in the role's order; a competence that is no longer shipped is left out."""
    language = screen_language()
    files = {one.competence: one for one in assessment.files.all()}
    found = []
    for one in competences(Lane(assessment.lane)):
        score = assessment.scores.get(one.code)
        if score:
            level = score["level"]
            found.append(
                Scored(
                    code=one.code,
                    name=one.name[language],
                    core=one.core,
                    level=level,
                    level_name=level_names()[level][language],
                    described=one.levels[level][language],
                    evidence=score["evidence"],
                    link=score["link"],
                    file=files.get(one.code),
                )
            )
    return found
