"""How an engagement stands today, in the line above each of its pages."""

import datetime as dt

from django.utils.translation import gettext as _

from scoping.engagements.models import Engagement
from scoping.kit.days import day_text


def standing_text(engagement: Engagement, today: dt.date) -> str:
    """Its state in a word; of an offer whose last day is past, that it expired, and when."""
    if engagement.state == Engagement.State.OFFERED:
        lapsed = engagement.versions.filter(state="issued", document__valid_until__lt=today)
        until = lapsed.values_list("document__valid_until", flat=True).first()
        if until is not None:
            return _("offer expired on %(day)s") % {"day": day_text(until)}
    return str(engagement.get_state_display())
