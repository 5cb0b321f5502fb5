"""A draft that can no longer be changed: where whoever tries is led, and the word why."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from scoping.engagements.models import Engagement
from scoping.kit.partials import go
from scoping.studios.access import StudioRequest


def closed(request: StudioRequest, engagement: Engagement) -> HttpResponseBase:
    """To the page that restores an archived draft, or to the documents of a signed engagement."""
    if engagement.is_archived:
        messages.error(request, _("This draft is archived. Restore it, then it can be changed."))
        return go(request, "drafting:archive", number=engagement.number)
    messages.error(request, _("This engagement is signed: its draft can no longer be changed."))
    return go(request, "documents:list", number=engagement.number)
