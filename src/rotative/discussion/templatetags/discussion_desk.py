"""What the templates of the discussion's desk say: how long something waited, in one unit."""
from __future__ import annotations

from datetime import timedelta

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def waited(time: timedelta | None) -> str:
    """In minutes under an hour, in hours under two days, then in days; a dash where there is none."""
    if time is None:
        return "–"
    minutes = max(0, int(time.total_seconds() // 60))
    if minutes < 1:
        return _("under a minute")
    if minutes < 60:
        return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    if minutes < 48 * 60:
        return ngettext("%(number)d hour", "%(number)d hours", minutes // 60) % {"number": minutes // 60}
    return ngettext("%(number)d day", "%(number)d days", minutes // 1440) % {"number": minutes // 1440}
