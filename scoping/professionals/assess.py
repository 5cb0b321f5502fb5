"""Keeping an assessment: first the files that show it, whole, then the rows, all or none."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from scoping.domain.words import Lane
from scoping.kit import storage
from scoping.studios.models import User

from .assessments import CompetenceAssessment
from .evidence import Evidence, EvidenceFile
from .models import Professional


def assess(
    professional: Professional,
    *,
    lane: Lane,
    on: dt.date,
    assessor: str,
    scores: Mapping[str, Mapping[str, Any]],
    files: Mapping[str, Evidence | EvidenceFile],
    by: User,
) -> CompetenceAssessment:
    """Keep what somebody said of a professional on a day. `scores` and `files` are by the competence's code;
    a file of an earlier assessment is named once more, and stored no second time.

    Raises OSError where the disk takes nothing: then there is no row, and at most a kept file without one.
    """
    stored = {code: _stored(one) for code, one in files.items()}
    with transaction.atomic():
        made = CompetenceAssessment.objects.create(
            studio=professional.studio,
            professional=professional,
            lane=lane,
            on=on,
            assessor=assessor,
            scores=scores,
            by=by,
        )
        for code, facts in stored.items():
            EvidenceFile.objects.create(studio=professional.studio, assessment=made, competence=code, **facts)
    return made


def _stored(file: Evidence | EvidenceFile) -> dict[str, Any]:
    if isinstance(file, EvidenceFile):
        return {"name": file.name, "kind": file.kind, "sha256": file.sha256, "size": file.size}
    sha256, size = storage.keep(file.content), len(file.content)
    return {"name": file.name, "kind": file.kind, "sha256": sha256, "size": size}
