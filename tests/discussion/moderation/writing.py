"""Submissions for the tests: a reader of a month, with nine accepted texts, below a story of Aubrelle's harbour."""
from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rotative.discussion.moderation.findings import Finding, Outcome, Recent, Rules, Submission, Verdict, Writer
from rotative.discussion.moderation.pipeline import moderate

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
MONTH = 30 * 86_400.0
READER = Writer(accepted=9, known_for=MONTH)
PLAIN = "Le port d’Aubrelle rouvre demain, et c’est une bonne nouvelle pour les pêcheurs de la rive."
PLAIN_ENGLISH = "The harbour of Aubrelle opens again tomorrow, which is good news for those who fish there."


def submission(text: str = PLAIN, writer: Writer = READER, **values: Any) -> Submission:
    return Submission(text=text, writer=writer, **{"title": "Le port rouvre", "article_id": 1, "now": NOW, **values})


def earlier(text: str = PLAIN, seconds_ago: float = 600, article_id: int = 1) -> Recent:
    return Recent(text=text, seconds_ago=seconds_ago, article_id=article_id)


def verdict(text: str = PLAIN, rules: Rules | None = None, **values: Any) -> Verdict:
    return moderate(submission(text, **values), rules or Rules())


def found(text: str, phase: str, rules: Rules | None = None, **values: Any) -> list[Finding]:
    """What one phase says of a text, by way of the whole pipeline."""
    return [finding for finding in verdict(text, rules, **values).findings if finding.phase == phase]


def seen(text: str, phase: str, rules: Rules | None = None, **values: Any) -> list[str]:
    """The places that one phase names, as they stand in the text."""
    return [text[start:end] for finding in found(text, phase, rules, **values) for start, end in finding.spans]


def outcomes(findings: list[Finding]) -> set[Outcome]:
    return {finding.outcome for finding in findings}
