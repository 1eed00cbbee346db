"""Whether there is something to read, and not too much."""
from __future__ import annotations

from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Submission
from rotative.discussion.moderation.letters import is_nothing
from rotative.discussion.moderation.wording import Said, _, ngettext

BLANKS = 1_000


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Too short, or too long; blanks at the ends do not count, unless there are thousands."""
    text = submission.text
    length, start = len(text.strip()), len(text) - len(text.lstrip())
    if len(text) - length > BLANKS:
        length, start = len(text), 0
    if all(map(is_nothing, text[: rules.longest + BLANKS])):
        yield _bounce(_("There is no text."), _("Nothing is written yet. Write your text, then send it."))
    elif length < rules.shortest:
        told = ngettext("Your text is too short: write at least %(number)s character.", "Your text is too short: write at least %(number)s characters.", rules.shortest)
        yield _bounce(_("Shorter than the paper allows."), told)
    elif length > rules.longest:
        yield _bounce(_("Longer than the paper allows: %(length)s characters.", length=length), _too_long(length, rules.longest), (start + rules.longest, start + length))


def _bounce(reason: Said, told: Said, *spans: tuple[int, int]) -> Finding:
    return Finding(phase="length", outcome=Outcome.BOUNCE, reason=reason, told=told, spans=spans, weight=0.3)


def _too_long(length: int, longest: int) -> Said:
    return ngettext(
        "Your text has %(number)s character more than the %(longest)s that fit. Shorten it, or send it in two parts.",
        "Your text has %(number)s characters more than the %(longest)s that fit. Shorten it, or send it in two parts.",
        length - longest,
        longest=longest,
    )
