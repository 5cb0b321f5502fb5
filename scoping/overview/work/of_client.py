"""What was done for one client: its engagements, its documents, when something last changed."""

import datetime as dt
from dataclasses import dataclass

from scoping.clients.models import Client
from scoping.documents.models import ScopeDocument
from scoping.engagements.models import Engagement

from .rows import WorkRow, work_rows
from .standing import with_standing


@dataclass(frozen=True, slots=True)
class ClientWork:
    """A client's engagements, the newest number first, and its documents, the newest first."""

    rows: tuple[WorkRow, ...]
    documents: tuple[ScopeDocument, ...]
    changed_at: dt.datetime | None


def work_for(client: Client, today: dt.date) -> ClientWork:
    """All that the studio has of a client, archived drafts included."""
    engagements = list(with_standing(Engagement.objects.filter(client=client).for_list(), today))
    known = {one.pk: one for one in engagements}
    documents = list(ScopeDocument.objects.all().of_all(engagements))
    for document in documents:
        document.version.engagement = known[document.version.engagement_id]
    return ClientWork(
        rows=work_rows(engagements),
        documents=tuple(documents),
        changed_at=max((one.changed_at for one in engagements), default=None),
    )
