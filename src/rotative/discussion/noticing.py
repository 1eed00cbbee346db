"""Who is told on their page, and by letter as they wish, of what happens to what they wrote or reported: one row, in the same transaction.

The letters that a law asks for are ``telling``'s: what has one is not mailed again.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rotative.discussion.models import Act, Appeal, Contribution, Decision, Mute, Report, State, Trust
from rotative.masthead.readers.notices import arising
from rotative.masthead.readers.notices.models import How, Wish

REPLY, PICK, DECISION = "reply", "pick", "decision"
_WHOSE = ("pk", "writer", "writer__is_active", "writer__trust__state", "writer__trust__until", "guest__email", "guest__trust__state", "guest__trust__until")


@dataclass(frozen=True, slots=True)
class Answered:
    """Whose words are answered, and are to be told: an account, or a guest's address."""

    pk: int
    user: int | None
    address: str


def of_reply(reply: Contribution, now: datetime) -> None:
    """To who wrote what it answers, and who began its thread: an account, or a guest who asked for it. Never of one's own, nor of somebody muted, nor while suspended."""
    store(answered_by(reply, now), reply, now)


def answered_by(reply: Contribution, now: datetime) -> list[Answered]:
    """Who is to be told of a reply, once each. What writes one asks before its transaction: three plain questions cost less than one that holds them all."""
    pks = [pk for pk in (reply.answers_id, reply.thread_id) if pk]  # who is answered before who began
    if not pks:
        return []
    found = Contribution.objects.filter(pk__in=pks, state=State.SHOWN).exclude(voice=reply.voice).values(*_WHOSE)
    rows = sorted((row for row in found if _may_be_told(row, now)), key=lambda row: pks.index(row["pk"]))
    once = {(row["writer"], row["guest__email"]): row for row in reversed(rows)}
    return _wishing([Answered(row["pk"], row["writer"], row["guest__email"] or "") for row in reversed(once.values())], reply)


def store(answered: Sequence[Answered], reply: Contribution, now: datetime) -> None:
    """A row each, in the transaction in which readers see the reply."""
    arising.add_to([(str(each.pk), each.user, each.address) for each in answered], REPLY, str(reply.pk), now)


def of_decision(decision: Decision, *, has_letter: bool = False) -> None:
    """To who wrote, unless they have decided it themselves. Guests have no page: what concerns them comes by its letter."""
    if decision.writer_id and decision.writer_id != decision.by_id:
        kind = PICK if decision.act == Act.PICK else DECISION
        told = f"decision:{decision.pk}"
        arising.add(kind, told, decision.at, subject=str(decision.contribution_id or ""), user=decision.writer_id, has_letter=has_letter)


def of_appeal(appeal: Appeal) -> None:
    decision = appeal.decision
    if decision.writer_id and appeal.decided_at:
        arising.add(DECISION, f"appeal:{appeal.pk}", appeal.decided_at, subject=str(decision.contribution_id or ""), user=decision.writer_id, has_letter=True)


def of_report(report: Report) -> None:
    """To who reported it while signed in. They get its letter too, where they gave an address."""
    if report.reporter_id and report.decision:
        told = f"report:{report.pk}:{report.decision_id}"
        arising.add(DECISION, told, report.decision.at, subject=str(report.contribution_id), user=report.reporter_id, has_letter=bool(report.email))


def _may_be_told(found: dict[str, Any], now: datetime) -> bool:
    if _is_suspended(found, "writer", now) or _is_suspended(found, "guest", now):
        return False
    return bool(found["writer__is_active"] if found["writer"] else found["guest__email"])


def _wishing(some: list[Answered], reply: Contribution) -> list[Answered]:
    """Those who read who wrote it; of guests, those who asked."""
    users, addresses = [each.user for each in some if each.user], [each.address for each in some if not each.user]
    muting = set(Mute.objects.filter(reader__in=users, voice=reply.voice).values_list("reader", flat=True)) if users else set()
    asked = set(Wish.objects.filter(user=None, address__in=addresses, kind=REPLY).exclude(how=How.NEVER).values_list("address", flat=True)) if addresses else set()
    return [each for each in some if (each.user not in muting if each.user else each.address in asked)]


def _is_suspended(found: dict[str, Any], who: str, now: datetime) -> bool:
    until = found[f"{who}__trust__until"]
    return bool(found[f"{who}__trust__state"] == Trust.SUSPENDED and (until is None or until > now))
