"""What a paper says once a year of how it moderates (DSA art. 15): notices, decisions, appeals, times; when known and when removed."""
from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from rotative.discussion.models import Act, Appeal, Decision, Ground, Report
from rotative.discussion.waiting import quantile
from rotative.masthead.queries import masthead, zone

PROGRAM_HELD = "hold"


def of_year(year: int) -> dict[str, Any]:
    """The figures of a year of the paper's own clock, as they stand now."""
    begin, end = datetime(year, 1, 1, tzinfo=zone()), datetime(year + 1, 1, 1, tzinfo=zone())
    decisions = Decision.objects.filter(at__gte=begin, at__lt=end)
    return {
        "paper": masthead().name,
        "year": year,
        "notices": _notices(begin, end),
        "decisions": _decisions(decisions),
        "undone": decisions.filter(act=Act.UNDO).count(),
        "program": _program(decisions),
        "appeals": _appeals(begin, end),
        "removals": _removals(decisions),
    }


def as_csv(figures: dict[str, Any]) -> str:
    """The same, a figure a line: part, what, ground, by a program or a person, on notice or own initiative, number, median time in seconds."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["year", "part", "what", "ground", "automated", "on notice", "number", "median seconds", "known at", "done at"])
    rows.writerows([figures["year"], *line] for line in _lines(figures))
    return out.getvalue()


# ── Its parts ──────────────────────────────────────────────────────────────────


def _notices(begin: datetime, end: datetime) -> dict[str, Any]:
    rows = list(Report.objects.filter(created_at__gte=begin, created_at__lt=end).values_list("ground", "created_at", "decision__act", "decision__at"))
    grounds = Counter(ground for ground, *_ in rows)
    acts = Counter(act for _, _, act, _ in rows if act)
    return {
        "received": len(rows),
        "by_ground": {ground.value: grounds[ground.value] for ground in Ground if grounds[ground.value]},
        "removed": acts[Act.REMOVE],
        "kept": acts[Act.KEEP],
        "waiting": sum(act is None for _, _, act, _ in rows),
        "median_seconds": _median(at - told for _, told, _, at in rows if at),
    }


def _decisions(decisions: Any) -> list[dict[str, Any]]:
    """Each kind of decision, by ground, by who made it and what led to it. Time: from when it was known."""
    noticed = Exists(Report.objects.filter(decision=OuterRef("pk")))
    found: dict[tuple[str, str, bool, bool], list[timedelta]] = {}
    for *kind, at, known in decisions.exclude(act=Act.UNDO).annotate(noticed=noticed).values_list("act", "ground", "is_automated", "noticed", "at", "known_at"):
        found.setdefault(tuple(kind), []).append(at - (known or at))  # type: ignore[arg-type]
    return [
        {"act": act, "ground": ground, "is_automated": automated, "on_notice": noticed, "number": len(waits), "median_seconds": _median(waits)}
        for (act, ground, automated, noticed), waits in sorted(found.items())
    ]


def _program(decisions: Any) -> dict[str, int]:
    """What a program held and a person then decided: what they accepted, it held in error."""
    rows = decisions.filter(act__in=[Act.ACCEPT, Act.REJECT]).values_list("act", "findings")
    acts = Counter(act for act, findings in rows if any(each.get("outcome") == PROGRAM_HELD for each in findings))
    return {"held": acts.total(), "held_in_error": acts[Act.ACCEPT]}


def _appeals(begin: datetime, end: datetime) -> dict[str, Any]:
    rows = list(Appeal.objects.filter(created_at__gte=begin, created_at__lt=end).values_list("is_upheld", "created_at", "decided_at"))
    outcomes = Counter(is_upheld for is_upheld, *_ in rows)
    return {
        "received": len(rows),
        "upheld": outcomes[True],
        "not_upheld": outcomes[False],
        "waiting": outcomes[None],
        "median_seconds": _median(at - asked for _, asked, at in rows if at),
    }


def _removals(decisions: Any) -> list[dict[str, Any]]:
    """When each thing was known and when it was gone (law of 29 July 1982, art. 93-3)."""
    noticed = Exists(Report.objects.filter(decision=OuterRef("pk")))
    rows = decisions.filter(act=Act.REMOVE).annotate(noticed=noticed).order_by("at", "pk").values_list("pk", "contribution", "ground", "noticed", "known_at", "at")
    return [
        {"decision": pk, "contribution": contribution, "ground": ground, "on_notice": noticed, "known_at": known.isoformat(), "removed_at": at.isoformat(), "seconds": int((at - known).total_seconds())}
        for pk, contribution, ground, noticed, known, at in rows
    ]


def _median(waits: Iterable[timedelta]) -> int | None:
    found = quantile(list(waits), 0.5)
    return None if found is None else int(found.total_seconds())


def _lines(figures: dict[str, Any]) -> list[list[Any]]:
    notices, program, appeals = figures["notices"], figures["program"], figures["appeals"]
    lines = [["notices", what, "", "", "", notices[what], notices["median_seconds"] if what == "received" else "", "", ""] for what in ("received", "removed", "kept", "waiting")]
    lines += [["notices", "received", ground, "", "", number, "", "", ""] for ground, number in notices["by_ground"].items()]
    lines += [["decisions", row["act"], row["ground"], _yes(row["is_automated"]), _yes(row["on_notice"]), row["number"], row["median_seconds"], "", ""] for row in figures["decisions"]]
    lines += [["decisions", "undone", "", "", "", figures["undone"], "", "", ""]]
    lines += [["program", what, "", "yes", "", number, "", "", ""] for what, number in program.items()]
    lines += [["appeals", what, "", "", "", appeals[what], appeals["median_seconds"] if what == "received" else "", "", ""] for what in ("received", "upheld", "not_upheld", "waiting")]
    lines += [["removals", row["decision"], row["ground"], "", _yes(row["on_notice"]), 1, row["seconds"], row["known_at"], row["removed_at"]] for row in figures["removals"]]
    return lines


def _yes(value: bool) -> str:
    return "yes" if value else "no"

