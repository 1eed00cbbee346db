"""Numbers of payment cards, proven by their last digit (ISO/IEC 7812, Luhn)."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Rules, Span, Submission
from rotative.discussion.moderation.letters import level
from rotative.discussion.moderation.private import finding
from rotative.discussion.moderation.wording import _

_DIGITS = re.compile(r"(?<![\w])[0-9](?:[ .-]?[0-9]){12,60}(?![\w])")
_GROUP = re.compile(r"[0-9]+")
_LENGTHS = (16, 15, 14, 13, 19, 18, 17)  # the frequent ones first
_TWICE = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Of thirteen to nineteen digits, in groups or not."""
    yield from finding("card", submission.text, _cards(level(submission.text)), _("A card number: %(seen)s"), _("the number of a payment card"), 0.9)


def _cards(text: str) -> Iterator[Span]:
    """Each begins and ends with a group of digits; two may follow each other."""
    for row in _DIGITS.finditer(text):
        groups, first = list(_GROUP.finditer(text, *row.span())), 0
        while first < len(groups):
            after = next((last + 1 for length in _LENGTHS if (last := _last(groups, first, length)) is not None), None)
            if after:
                yield groups[first].start(), groups[after - 1].end()
            first = after or first + 1


def _last(groups: list[re.Match[str]], first: int, length: int) -> int | None:
    """The group with which a card of so many digits ends that begins with this one."""
    digits = ""
    for place in range(first, len(groups)):
        digits += groups[place][0]
        if len(digits) >= length:
            return place if len(digits) == length and digits[0] in "23456" and is_card([int(digit) for digit in digits]) else None
    return None


def is_card(digits: list[int]) -> bool:
    """Whether the last digit is right; the same digit over and over is no card."""
    total = sum(digits[-1::-2]) + sum(_TWICE[digit] for digit in digits[-2::-2])
    return total % 10 == 0 and len(set(digits)) > 1
