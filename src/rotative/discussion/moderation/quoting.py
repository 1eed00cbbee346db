"""A place of a text, quoted so that its writer finds it: a few words, without what can not be seen."""
from __future__ import annotations

import re
import unicodedata

from rotative.discussion.moderation.letters import is_invisible

AROUND = 20
LONGEST = 80
_GAP = re.compile(r"\s+")


def quoted(text: str, start: int, end: int, around: int = 0) -> str:
    """What stands there, with so many characters on each side, in one line."""
    first, last = max(0, start - around), min(len(text), end + around, start + LONGEST)
    words = _GAP.sub(" ", "".join(filter(_is_seen, text[first:last]))).strip()
    return ("…" if first else "") * bool(around) + words + "…" * (last < (end if not around else len(text)))


def around(text: str, start: int, end: int) -> str:
    """The same, with the words beside it: for what can not be seen itself."""
    return quoted(text, start, end, AROUND)


def _is_seen(char: str) -> bool:
    # White space is a control character, too, and is tidied above.
    return char.isspace() or not (is_invisible(char) or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn"))
