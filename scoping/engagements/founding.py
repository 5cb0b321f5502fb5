"""Founding an engagement: its number, and the draft that it starts from."""

import datetime as dt
import uuid

from django.db import transaction

from scoping.catalogue.models import CatalogueTemplate
from scoping.clients.models import Client, Contact
from scoping.domain.words import Language
from scoping.record.write import Actor, Facts, write_line

from .cast import cast_of
from .copying import copied
from .models import Engagement
from .models.engagement import reserve_number
from .starting import starting_scope
from .writing import write_scope


@transaction.atomic
def found_engagement(
    *,
    client: Client,
    title: str,
    language: Language,
    actor: Actor,
    at: dt.datetime,
    uid: uuid.UUID | None = None,
    start: dt.date | None = None,
    months: int | None = None,
    contact: Contact | None = None,
    template: CatalogueTemplate | None = None,
    original: Engagement | None = None,
) -> Engagement:
    """Found an engagement for a client, numbered in the studio's series: blank, from a template, or as a copy
    of an earlier one (`original`), which is a Scope written into its draft.

    `uid` is the engagement's own; a random one unless the caller wants to find it again. `contact` is whom
    the client sends: who signs, decides and approves until it is said otherwise.
    """
    studio = client.studio
    today = studio.day_of(at)
    engagement = Engagement.objects.create(
        uid=uid or uuid.uuid4(),
        studio=studio,
        client=client,
        number=reserve_number(studio, today.year),
        title=title,
        language=language,
        dated=today,
        start=start,
        months=months,
        changed_at=at,
    )
    described = starting_scope(engagement, cast_of(client, contact, template), template)
    if original is not None:
        same_people = contact is None and client.pk == original.client_id
        described = copied(described, engagement, original, same_people=same_people)
    write_scope(engagement, described)
    write_line(
        studio=studio,
        chain=engagement.uid,
        kind="engagement_founded",
        actor=actor,
        at=at,
        facts=Facts(
            engagement=engagement.number,
            data={
                "title": title,
                "client": client.name,
                "template": template.code if template is not None else "",
                "copy_of": original.number if original is not None else "",
            },
        ),
    )
    return engagement
