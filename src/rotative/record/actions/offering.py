"""Puts a point that was offered into the essentials of a story's draft."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from rotative.newsroom.models import Article
from rotative.record.actions.deciding import accept
from rotative.record.models import Essential
from rotative.record.permissions import check_may_change


@transaction.atomic
def take(row: Essential, by: Any, seen: str = "") -> Essential:
    """Accept a point and put it last among the essentials of the latest draft. Raises PermissionDenied, ValidationError, DecidedMeanwhile."""
    check_may_change(row.article, by)
    Page.objects.select_for_update().get(pk=row.article_id)  # Two who take a point at once both find it there; see ``holding.hold``.
    kept: Essential = accept(row, by, seen)
    draft: Any = row.article.get_latest_revision_as_object()
    if kept.text not in [str(block.value) for block in draft.essentials]:
        _append(draft, kept.text, by)
    return kept


def _append(draft: Any, point: str, by: Any) -> None:
    most = Article._meta.get_field("essentials").stream_block.meta.max_num
    if len(draft.essentials) >= most:
        raise ValidationError(_("The story has %(number)s essentials already. Take one away first.") % {"number": most})
    draft.essentials.append(("essential", point))
    draft.save_revision(user=by, log_action=True)
