"""Days and moments as people write them, in the language of the screens: "24 novembre 2026, 11:08"."""

import datetime as dt

from babel.dates import format_date, format_skeleton
from django.utils import timezone
from django.utils.translation import gettext as _

from .forms import screen_language


def day_text(day: dt.date) -> str:
    """A day with its month's name, small in Italian as it should be."""
    return str(format_date(day, "long", locale=_locale()))


def moment_text(moment: dt.datetime) -> str:
    """An aware moment in the screens' time zone: its day (this year without the year), hour and minute."""
    local = timezone.localtime(moment)
    this_year = local.year == timezone.localdate().year
    day = format_skeleton("MMMMd", local, locale=_locale()) if this_year else day_text(local.date())
    return f"{day}, {local:%H:%M}"


def at_text(moment: dt.datetime) -> str:
    """When something was done, as a sentence goes on: "at 10:42" today, "at 10:42 on 24 November" before."""
    local = timezone.localtime(moment)
    if local.date() == timezone.localdate():
        return _("at %(hour)s") % {"hour": f"{local:%H:%M}"}
    day, _comma, hour = moment_text(moment).rpartition(", ")
    return _("at %(hour)s on %(day)s") % {"hour": hour, "day": day}


def _locale() -> str:
    # English as Europe writes it: the day before the month.
    return {"en": "en_GB"}.get(screen_language(), str(screen_language()))
