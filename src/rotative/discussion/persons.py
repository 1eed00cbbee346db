"""What the discussion keeps of a reader: what they take along, and what becomes of it when they leave (GDPR art. 17 and 20)."""
from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rotative.discussion import holding, people
from rotative.discussion.actions import showing
from rotative.discussion.models import Contribution, Edit, Mute, Report, Respect, State
from rotative.masthead.models import User
from rotative.masthead.readers.persons import Section


def export(user: User) -> dict[str, Any]:
    """Everything, as JSON can hold it: words, respect, mutes, reports, what was decided, and what is held by law."""
    return {
        "contributions": [_contribution(row) for row in _of(user).select_related("article").prefetch_related("decisions").order_by("pk")],
        "respects": list(Respect.objects.filter(reader=user).order_by("pk").values_list("contribution", flat=True)),
        "muted": [{"name": row.name, "since": row.created_at.isoformat()} for row in Mute.objects.filter(reader=user).order_by("pk")],
        "reports": [{"contribution": row.contribution_id, "ground": row.ground, "because": row.because, "at": row.created_at.isoformat()} for row in Report.objects.filter(reporter=user).order_by("pk")],
        "held by law": holding.kept_of(user),
    }


def erase(user: User, keep_words: bool) -> None:
    """A reader leaves: their words stay without their name, or go; where others answered, the thread keeps its shape."""
    for row in _of(user).select_related("article"):
        if not keep_words:
            showing.hide(row, State.WITHDRAWN)
            row.text = row.passage = ""
        row.name, row.voice, row.findings = "", "", []
        row.save(update_fields=["text", "passage", "name", "voice", "findings"])
        Edit.objects.filter(contribution=row).delete()
    Mute.objects.filter(Q(reader=user) | Q(voice=people.voice_of(user))).delete()
    Report.objects.filter(reporter=user).update(name="", email="")
    holding.end(user)


def sections(user: User) -> list[Section]:
    written, muted = _of(user).count(), Mute.objects.filter(reader=user).count()
    wrote = [Section(_("Contributions"), reverse("contributions"), written)] if written else []
    return wrote + ([Section(_("People whom I do not read"), reverse("mutes"), muted, is_written=False)] if muted else [])


def _of(user: User) -> Any:
    return Contribution.objects.filter(writer=user)


def _contribution(row: Contribution) -> dict[str, Any]:
    return {
        "story": row.article.title,
        "address": row.article.address,
        "text": row.text,
        "passage": row.passage,
        "name": row.name,
        "state": row.state,
        "written": row.created_at.isoformat(),
        "decisions": [{"act": each.act, "ground": each.ground, "because": each.because, "at": each.at.isoformat()} for each in row.decisions.all()],
    }
