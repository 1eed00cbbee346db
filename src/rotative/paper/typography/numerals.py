"""Ranges of numbers, groups of thousands and signs, alike in the languages we set."""

import re
from collections.abc import Iterator

from rotative.paper.typography.flow import Edit
from rotative.paper.typography.rules import exchange
from rotative.paper.typography.spaces import KEPT, NARROW, NBSP, SPACE, SPACES

_RANGE = re.compile(rf"[0-9]{{1,4}}+(-)[0-9]{{1,4}}+(?![\w/–—-]|[.,:][0-9]|[{SPACES}][0-9]|{KEPT})")
# A group is (?>…), not (…)++: Python 3.11.2 loses what those should find.
_THOUSANDS = re.compile(rf"[1-9][0-9]{{0,2}}(?>(?:{SPACE}[0-9]{{3}})+)(?![\w-]|[.:][0-9]|{SPACE}[0-9])")

_NOT_BEFORE_A_NUMBER = frozenset(f".,/+:@#°_–—-{KEPT}")
_REFERENCE = re.compile(
    rf"""(?:n°s?|\b(?:nos?|art(?:icle)?s?|[LRDA]|lois?|laws?|act|décrets?|réf\w*|ref\w*|dossiers?|cod\w+
        |is[bs]n|tél\w*|tel\w*|phone|fax|boeing|airbus|section|case|file))[.:]?{SPACE}*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_REFERENCE = 20

signs = exchange(rf"[+−±](?<![\w+−±].)({SPACE}++)(?=[0-9])", NBSP)
"""No break between a sign and its number. A hyphen that is a minus is for the writer to type as one."""


def ranges(text: str) -> list[Edit]:
    """24–26 with a dash, where both are numbers that rise.

    Telephone numbers, dates as 2026-11-24, and numbers of laws and models keep
    their hyphens, and so does whatever leaves a doubt.
    """
    found = (found for found in _RANGE.finditer(text) if _stands_alone(text, found.start()))
    return [(*range_.span(1), "–") for range_ in found if _is_range(range_, text)]


def thousands(text: str) -> list[Edit]:
    """1 284 with a narrow space, where spaces were typed between the groups."""
    numbers = (found for found in _THOUSANDS.finditer(text) if _stands_alone(text, found.start()))
    return [gap for number in numbers for gap in _gaps(number)]


def _stands_alone(text: str, start: int) -> bool:
    """Whether a number at an offset is not the tail of something longer."""
    before = text[start - 1] if start else " "
    if before in SPACES:
        return start < 2 or not text[start - 2].isdigit()
    return not before.isalnum() and before not in _NOT_BEFORE_A_NUMBER


def _is_range(found: re.Match[str], text: str) -> bool:
    low, _, high = found[0].partition("-")
    before = text[max(0, found.start() - _LONGEST_REFERENCE) : found.start()]
    return _rises(low, high) and not _REFERENCE.search(before)


def _rises(low: str, high: str) -> bool:
    if low[0] == "0" or high[0] == "0":
        return False
    if len(low) == 4 and len(high) == 2:
        return int(high) > max(int(low[2:]), 12)  # 1939-45; but 2026-11 is a month
    return int(low) < int(high) and (len(low), len(high)) != (3, 4)  # 555-0199 is a telephone


def _gaps(number: re.Match[str]) -> Iterator[Edit]:
    for at, char in enumerate(number[0], number.start()):
        if char in SPACES and char != NARROW:
            yield at, at + 1, NARROW
