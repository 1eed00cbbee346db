"""What the desk asks of discussions: what waits, since when, of whom; how soon it was decided."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from rotative.discussion.models import Act, Appeal, Contribution, Decision, Edit, Guest, Report, State, Trust, Turn
from rotative.masthead.models import User

PENDING, REPORTED, APPEALS, ALL = "pending", "reported", "appeals", "all"
TABS = (PENDING, REPORTED, APPEALS, ALL)
_IS_REPORTED = Exists(Report.objects.filter(contribution=OuterRef("pk"), decision=None))
_IS_EDITED = Exists(Edit.objects.filter(contribution=OuterRef("pk")))


@dataclass(frozen=True, slots=True)
class Narrowed:
    """To one person (writer or guest), one story, and words in a name, a title or a text."""

    writer: int = 0
    guest: int = 0
    story: int = 0
    words: str = ""

    def applied(self, rows: QuerySet[Any], to: str = "") -> QuerySet[Any]:
        """to: the path from the rows to their contributions."""
        for column, value in (("writer", self.writer), ("guest", self.guest), ("article", self.story)):
            rows = rows.filter(**{f"{to}{column}": value}) if value else rows
        for word in self.words.split():
            rows = rows.filter(Q(**{f"{to}name__icontains": word}) | Q(**{f"{to}article__title__icontains": word}) | Q(**{f"{to}text__icontains": word}))
        return rows


def contributions(tab: str, by: Narrowed | None = None) -> QuerySet[Contribution]:
    """Those of a tab: what waits from the oldest, all from the newest. Of ``APPEALS``, those that an appeal is about."""
    rows = (by or Narrowed()).applied(Contribution.objects.select_related("article", "writer", "guest", "turn__moderator", "edit").defer("article__body"))
    if tab == PENDING:
        return rows.filter(Q(state=State.HELD) | Q(_IS_EDITED, state=State.SHOWN)).order_by("created_at", "pk")
    if tab == REPORTED:
        first = Min("reports__created_at", filter=Q(reports__decision=None))
        return rows.filter(_IS_REPORTED).annotate(reported_at=first).order_by("reported_at", "pk")
    if tab == APPEALS:
        return rows.filter(decisions__appeal__decided_at=None, decisions__appeal__isnull=False).distinct().order_by("pk")
    return rows.exclude(state=State.UNSIGNED).order_by("-created_at", "-pk")


def appeals() -> QuerySet[Appeal]:
    """Those that wait, from the oldest."""
    return Appeal.objects.filter(decided_at=None).select_related("decision__contribution__article", "decision__by", "decision__writer", "decision__guest").order_by("created_at", "pk")


def next_free(tab: str, by: Narrowed, moderator: User, now: datetime, after: int = 0) -> Contribution | None:
    """The first of a tab that nobody else has before them; the one after ``after``, if that is one of them."""
    others = Turn.objects.filter(until__gt=now).exclude(moderator=moderator).values("contribution")
    pks = list(contributions(tab, by).exclude(pk__in=others).values_list("pk", flat=True)[:500])
    if after in pks:
        pks = [*pks[pks.index(after) + 1 :], *pks[: pks.index(after)]]
    return Contribution.objects.filter(pk=pks[0]).first() if pks else None


def numbers() -> dict[str, tuple[int, datetime | None]]:
    """How many wait in each tab, and since when the one that waits longest."""
    held = contributions(PENDING).order_by().aggregate(count=Count("pk"), since=Min("created_at"))
    told = Report.objects.filter(decision=None).aggregate(count=Count("contribution", distinct=True), since=Min("created_at"))
    asked = Appeal.objects.filter(decided_at=None).aggregate(count=Count("pk"), since=Min("created_at"))
    return {tab: (each["count"], each["since"]) for tab, each in ((PENDING, held), (REPORTED, told), (APPEALS, asked))}


def lately(moderator: User, number: int = 5) -> list[Decision]:
    """What somebody decided last and may still take back."""
    rows = Decision.objects.filter(by=moderator, undone=None).exclude(act=Act.UNDO).select_related("contribution", "writer", "guest")
    return list(rows.order_by("-at", "-pk")[:number])


# ── One of them ────────────────────────────────────────────────────────────────


def thread_of(contribution: Contribution) -> list[Contribution]:
    """The thread in which it stands: the first, then those that readers see or that it is, in their order."""
    first = contribution.thread_id or contribution.pk
    rows = Contribution.objects.filter(Q(pk=first) | Q(thread=first, state=State.SHOWN) | Q(pk=contribution.pk))
    return list(rows.select_related("answers").order_by("created_at", "pk"))


@dataclass(frozen=True, slots=True)
class History:
    """What somebody has written so far, and how it was decided. trust: trusted or suspended, until when."""

    accepted: int
    rejected: int
    removed: int
    waiting: int
    suspensions: int
    since: datetime
    trust: Trust | None


def history_of(person: User | Guest) -> History:
    is_theirs = Q(guest=person) if isinstance(person, Guest) else Q(writer=person)
    told = Contribution.objects.filter(is_theirs).aggregate(**{state.value: Count("pk", filter=Q(state=state)) for state in State})
    return History(
        accepted=told[State.SHOWN],
        rejected=told[State.REJECTED],
        removed=told[State.REMOVED],
        waiting=told[State.HELD],
        suspensions=Decision.objects.filter(is_theirs, act=Act.SUSPEND, undone=None).count(),
        since=person.created_at if isinstance(person, Guest) else person.date_joined,
        trust=Trust.objects.filter(is_theirs).first(),
    )


# ── Time to decision ───────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Pace:
    """How long what was decided within some days had waited. None where nothing was."""

    days: int
    number: int
    median: timedelta | None
    ninth: timedelta | None  # of ten, nine waited no longer


def pace(days: int, now: datetime) -> Pace:
    """From when it was written, or reported, to when a moderator decided."""
    rows = Decision.objects.filter(at__gt=now - timedelta(days=days), act__in=[Act.ACCEPT, Act.REJECT], is_of_edit=False, contribution__isnull=False)
    waited = [at - written for at, written in rows.values_list("at", "contribution__created_at")]
    told = Report.objects.filter(decision__at__gt=now - timedelta(days=days)).values_list("decision__at", "created_at")
    waited += [at - reported for at, reported in told]
    return Pace(days, len(waited), quantile(waited, 0.5), quantile(waited, 0.9))


def quantile(waits: Sequence[timedelta], share: float) -> timedelta | None:
    """The shortest of some waits that no smaller a share of them exceeds."""
    if not waits:
        return None
    ordered = sorted(waits)
    return ordered[max(0, -int(-len(ordered) * share // 1) - 1)]


def decisions_of(contribution: Contribution) -> QuerySet[Decision]:
    return contribution.decisions.select_related("by", "undoes").annotate(was_undone=F("undone")).order_by("pk")
