"""What pages ask of the masthead."""
from __future__ import annotations

from zoneinfo import ZoneInfo

from rotative.masthead.models import Masthead
from rotative.press.reads import named_read


@named_read(lambda: ["list:masthead:all"])
def masthead() -> Masthead:
    """The paper's identity with its texts and links; an unsaved one for a new paper."""
    found = Masthead.objects.prefetch_related("texts", "social_links").first()
    return found or Masthead()


def zone() -> ZoneInfo:
    """The paper's own time zone."""
    return ZoneInfo(masthead().time_zone)
