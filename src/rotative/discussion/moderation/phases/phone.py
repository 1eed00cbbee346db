"""Telephone numbers: of France, of Britain and North America as written at home, and of every country with its prefix."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Rules, Submission
from rotative.discussion.moderation.letters import level
from rotative.discussion.moderation.private import finding
from rotative.discussion.moderation.wording import _

# Not in the midst of a longer number, in groups or not, nor of a word. Two numbers may follow each other.
_BEFORE, _AFTER = r"(?<![\w+])(?<!\d[ .,/-])", r"(?!\w)(?![.,/-]\d)"
_GAP = r"[ ./-]{0,2}"
_PHONE = re.compile(
    rf"{_BEFORE}(?:"
    # France: 08 is not a person's; an O for the 0 is an old trick.
    rf"(?:(?:\+|00)[ ]?33{_GAP}(?:\([0O]\){_GAP})?|[0O])[1-79](?:{_GAP}[0-9O]{{2}}){{4}}"
    rf"|(?:\+|00)[1-9][0-9]{{0,2}}(?:[ .()/-]{{0,3}}[0-9]){{6,13}}"
    rf"|0(?:7[0-9]{{3}}|1[0-9]{{2,3}}|2[0-9])[ -]?[0-9]{{3,4}}[ -]?[0-9]{{3,4}}"
    rf"|(?:\+?1[ .-]?)?(?:\([2-9][0-9]{{2}}\)[ ]?|[2-9][0-9]{{2}}[.-])[2-9][0-9]{{2}}[ .-][0-9]{{4}}"
    rf"){_AFTER}"
)


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Numbers of people; those that are three digits, or dear, are for all."""
    spans = (found.span() for found in _PHONE.finditer(level(submission.text)))
    yield from finding("phone", submission.text, spans, _("A telephone number: %(seen)s"), _("a telephone number"))
