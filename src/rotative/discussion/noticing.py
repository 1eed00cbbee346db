"""Who is told on their page, and by letter as they wish, of what happens to what they wrote or reported: one row, in the same transaction.

The letters that a law asks for are ``telling``'s: what has one is not mailed again.
"""
from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from rotative.discussion.models import Act, Appeal, Contribution, Decision, Mute, Report, State, Trust
from rotative.masthead.readers.notices import arising
from rotative.masthead.readers.notices.models import How, Wish

REPLY, PICK, DECISION = "reply", "pick", "decision"


def of_reply(reply: Contribution, now: datetime) -> None:
    """To who wrote what it answers: an account, or a guest who asked for it. Never of one's own, nor of somebody muted, nor while suspended."""
    answered = reply.answers_id or reply.thread_id
    if answered is None:
        return
    found = _told_of(answered, reply, now).values_list("writer", "guest__email").first()
    if found is not None:
        arising.add(REPLY, str(reply.pk), now, subject=str(answered), user=found[0], address=found[1] or "")


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


def _told_of(answered: int, reply: Contribution, now: datetime) -> QuerySet[Contribution]:
    """What is answered, if who wrote it is to be told."""
    is_suspended = Q(until=None) | Q(until__gt=now)
    suspended = Trust.objects.filter(is_suspended, state=Trust.SUSPENDED)
    asked = Wish.objects.filter(user=None, address=OuterRef("guest__email"), kind=REPLY).exclude(how=How.NEVER)
    return (
        Contribution.objects.filter(pk=answered, state=State.SHOWN)
        .filter(Q(writer__is_active=True) | Exists(asked))
        .exclude(voice=reply.voice)
        .exclude(Exists(suspended.filter(writer=OuterRef("writer"))))
        .exclude(Exists(suspended.filter(guest=OuterRef("guest"))))
        .exclude(Exists(Mute.objects.filter(reader=OuterRef("writer"), voice=reply.voice)))
        .order_by()
    )
