"""What the paper's own classifier makes of a text, if it has learnt enough to be asked."""
from __future__ import annotations

from collections.abc import Iterator

from rotative.discussion.moderation.classifier import Model
from rotative.discussion.moderation.findings import Finding, Outcome, Submission
from rotative.discussion.moderation.wording import _

WORDS = 5  # that are named


def look(submission: Submission, classifier: Model) -> Iterator[Finding]:
    """A text like those that this paper has rejected, with the words that weighed most. The writer is told that it waits, and by what."""
    likely = classifier.rate(submission.text)
    if likely is None or likely < classifier.quality.threshold:
        return
    weighed = [each for each in classifier.explain(submission.text) if each.weight > 0][:WORDS]
    reason = _(
        "Like texts that were rejected here: %(share)s of 100. What weighed most: %(words)s. Of 100 texts it held in its trial, %(right)s had been rejected.",
        share=round(100 * likely),
        words=", ".join(dict.fromkeys(each.word for each in weighed)) or "–",
        right=round(100 * classifier.quality.precision),
    )
    told = _("A program that has learnt from this paper’s earlier decisions asks a moderator to read your text first.")
    spans = tuple(sorted(each.span for each in weighed))
    yield Finding(phase="habit", outcome=Outcome.HOLD, reason=reason, told=told, spans=spans, weight=likely)
