"""What a moderator had before them, in a word that a form brings back: so nobody decides what they did not read."""
from __future__ import annotations

import hashlib

from rotative.discussion.models import Contribution, Edit


def stamp(contribution: Contribution) -> str:
    """Its last decision, and a digest of all that is decided on: its state, its text, a held edit, the reports that wait."""
    last = contribution.decisions.order_by("-pk").values_list("pk", flat=True).first() or 0
    edit = Edit.objects.filter(contribution=contribution).values_list("text", flat=True).first() or ""
    reports = contribution.reports.filter(decision=None).order_by("-pk").values_list("pk", flat=True).first() or 0
    told = "\0".join([contribution.state, contribution.text, edit, str(reports)])
    return f"{last}-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def last_decision(stamp: str) -> int:
    """The last decision that the moderator knew of; 0 for none."""
    number = stamp.partition("-")[0]
    return int(number) if number.isdecimal() and len(number) < 19 else 0
