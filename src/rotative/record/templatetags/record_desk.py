"""What the templates of the record's desk say: shares, kinds of rows, stances."""
from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _

from rotative.record.models import Decision

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """A share of one, in whole per cent; a dash where there is none."""
    return "–" if share is None else _("%(number)d%%") % {"number": int(share * 100 + 0.5)}


@register.filter
def kind(row: Any) -> str:
    """What a row of the record is called."""
    return str(Decision.Kind(row._meta.model_name).label)
