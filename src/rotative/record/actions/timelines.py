"""Timelines of dossiers: which events are drawn in them."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from rotative.newsroom.models import Dossier
from rotative.record.actions.holding import locked
from rotative.record.models import Event
from rotative.record.permissions import check_may_decide


@transaction.atomic
def draw(event: Event, dossier: Dossier | None, by: Any) -> Event:
    """Draw an accepted event in the timeline of a dossier, or in none. Raises PermissionDenied, ValidationError."""
    check_may_decide(event.article, by)
    event = locked(event)
    if not event.is_kept:
        raise ValidationError(_("Only events that were accepted are drawn in a timeline."))
    was, event.dossier = event.dossier, dossier
    event.save(update_fields=["dossier"])
    for each in {was, dossier} - {None}:
        log(each, "record.timeline", user=by, data={"event": event.pk, "what": event.what, "drawn": each == dossier})
    return event
