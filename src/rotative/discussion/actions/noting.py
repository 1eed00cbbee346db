"""How a decision is written down: the words as they were, when staff learned of them, which reports it answers, who is told."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rotative.discussion import noticing, permissions, seen, telling
from rotative.discussion.actions import showing, turns
from rotative.discussion.models import AGAINST, Act, Contribution, Decision, Guest, Report, Turn
from rotative.masthead.models import User

ANSWERS = frozenset({Act.REMOVE, Act.KEEP})  # what settles the reports of a contribution
TOLD = frozenset({Act.ACCEPT, Act.PICK})  # what has no letter of its own, and the writer is glad to hear


class CannotDecide(Exception):
    """Why something cannot be decided, in a sentence for the moderator."""


class Late(CannotDecide):
    """Somebody decided it before."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decided_by(decision))
        self.decision = decision


def decided_by(decision: Decision) -> str:
    """A sentence: who decided what, and when."""
    told = {"who": decision.by or _("Somebody whose account is gone"), "what": decision.get_act_display(), "when": date_format(timezone.localtime(decision.at), "DATETIME_FORMAT")}
    return _("%(who)s has already decided: %(what)s, %(when)s. Nothing was changed.") % told


def begin(contribution: Contribution, by: User, now: datetime, stamp: str | None) -> None:
    """What every decision begins with, inside its transaction: may they, is it theirs, is it still as they saw it.

    stamp: what ``seen.stamp`` gave when it was shown to them; None where nobody had a page before them.
    """
    permissions.check(by)
    showing.talk_of(contribution.article_id)
    contribution.refresh_from_db()
    last = contribution.decisions.order_by("-pk").first()
    if stamp is not None and last is not None and seen.last_decision(stamp) != last.pk:
        raise Late(last)
    try:
        turns.check(contribution, by, now)
    except turns.Taken as taken:
        raise CannotDecide(is_taken(taken.turn)) from None
    if stamp is not None and stamp != seen.stamp(contribution):
        raise CannotDecide(_("It changed since you opened it: its writer mended it or took it back, or readers reported it. Read it again."))


def is_taken(turn: Turn) -> str:
    return _("%(who)s has it before them now.") % {"who": turn.moderator}


def check_reasoned(ground: str, because: str) -> str:
    """The reason, tidied. Raises CannotDecide where a decision against somebody has no ground or no reason."""
    if not ground:
        raise CannotDecide(_("Choose the ground: no decision against somebody is kept without one."))
    if not because.strip():
        raise CannotDecide(_("Say why, in a sentence: the writer is told it."))
    return because.strip()


def note(act: Act, contribution: Contribution, by: User, now: datetime, **fields: Any) -> Decision:
    """Write down a decision about a contribution, answer its reports, and tell whom it concerns."""
    told = {"writer_id": contribution.writer_id, "guest_id": contribution.guest_id, "words": contribution.text, "findings": contribution.findings, "known_at": known_at(contribution, now), **fields}
    made = Decision.objects.create(contribution=contribution, act=act, by=by, at=now, **told)
    Turn.objects.filter(contribution=contribution).delete()
    if act in ANSWERS:
        _answer_reports(contribution, made)
    if act in AGAINST:
        telling.of_decision(made)
    elif act in TOLD:
        noticing.of_decision(made)
    return made


def note_person(act: Act, person: User | Guest, by: User, now: datetime, **fields: Any) -> Decision:
    """Write down a decision about somebody who writes."""
    whose = {"guest": person} if isinstance(person, Guest) else {"writer": person}
    made = Decision.objects.create(act=act, by=by, at=now, **whose, **fields)
    if act in AGAINST:
        telling.of_decision(made)
    return made


def known_at(contribution: Contribution, now: datetime) -> datetime:
    """When staff learned of it: the first report that waits, or when a moderator first had it before them."""
    reported = contribution.reports.filter(decision=None).order_by("created_at").values_list("created_at", flat=True).first()
    taken = Turn.objects.filter(contribution=contribution).values_list("known_at", flat=True).first()
    return min(filter(None, (reported, taken, now)))


def _answer_reports(contribution: Contribution, decision: Decision) -> None:
    waiting = Report.objects.filter(contribution=contribution, decision=None).order_by("pk")
    for report in waiting:
        report.decision = decision
        report.save(update_fields=["decision"])
        telling.of_report(report)
