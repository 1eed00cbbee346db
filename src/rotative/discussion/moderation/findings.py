"""What is looked at, and what is said of it. Every span is [start, end) in code points of the text as it was typed."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from rotative.discussion.moderation.wording import Said

Span = tuple[int, int]
HOUR, DAY = 3600, 86_400


class Outcome(StrEnum):
    """What becomes of a text. TRUST is a finding's only: it says why doubtful phases were not asked."""

    PUBLISH = "publish"
    HOLD = "hold"
    BOUNCE = "bounce"
    TRUST = "trust"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who sends the text.

    accepted, rejected: how many of their last texts were so decided. known_for: seconds since the account began.
    """

    is_guest: bool = False
    is_verified: bool = True
    accepted: int = 0
    rejected: int = 0
    known_for: float = 0.0
    trusted: bool = False
    suspended_until: datetime | None = None
    standing: Literal["", "staff", "author"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A text that the same writer sent a while ago; of an edit, not the text that is edited."""

    text: str
    seconds_ago: float
    article_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the paper has decided.

    languages: the paper's own, ISO 639. banned: words and phrases; ``*`` at the end of one stands for any ending,
    at its beginning for any beginning; a line that begins with "!" is an expression that is let be, "!cul-de-sac". links: how many may stand in a text. hosts: the paper's own, whose links
    are not counted. flood: how many texts in how many seconds. proven: how many accepted texts end a new account's trial.
    """

    languages: tuple[str, ...] = ("fr", "en")
    banned: tuple[str, ...] = ()
    links: int = 2
    hosts: tuple[str, ...] = ()
    longest: int = 5000
    shortest: int = 2
    moderated_first: bool = False
    new_account_hours: int = 24
    proven: int = 3
    flood: tuple[tuple[int, int], ...] = ((3, 60), (20, HOUR), (80, DAY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A text on its way. title: the story's. recent: the writer's own earlier texts. now: aware."""

    text: str
    title: str
    article_id: int
    writer: Writer
    now: datetime
    recent: tuple[Recent, ...] = ()
    is_edit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one phase says. reason: for the moderator; told: for the writer, where they can do something.

    weight: from 0 to 1, how much a moderator should make of it.
    """

    phase: str
    outcome: Outcome
    reason: Said
    told: Said | None = None
    spans: tuple[Span, ...] = ()
    weight: float = 0.5

    def as_json(self) -> dict[str, Any]:
        """What a queue keeps."""
        return {
            "phase": self.phase,
            "outcome": self.outcome.value,
            "reason": self.reason.as_json(),
            "told": self.told and self.told.as_json(),
            "spans": [list(span) for span in self.spans],
            "weight": self.weight,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Finding:
        """The finding that ``as_json`` kept."""
        return cls(
            phase=kept["phase"],
            outcome=Outcome(kept["outcome"]),
            reason=Said.from_json(kept["reason"]),
            told=Said.from_json(kept["told"]) if kept["told"] else None,
            spans=tuple((start, end) for start, end in kept["spans"]),
            weight=kept["weight"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of a text, and all that was found, in the pipeline's order."""

    outcome: Outcome
    findings: tuple[Finding, ...] = field(default=())

    @property
    def told(self) -> tuple[Said, ...]:
        """What the writer is told: why the text comes back, or else why it waits."""
        return tuple(each.told for each in self.findings if each.told and each.outcome == self.outcome)
