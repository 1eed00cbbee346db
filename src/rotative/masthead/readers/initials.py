"""A reader's picture: the initials of their name on one of the paper's tones. Pure; nothing is uploaded or fetched."""
from __future__ import annotations

import re
import unicodedata

from django.utils.html import format_html
from django.utils.safestring import SafeString

TONES = 8
_WORD = re.compile(r"[^\W\d_]\w*")
_PARTICLES = frozenset(["de", "du", "des", "d", "l", "la", "le", "les", "von", "van", "der", "den", "del", "della", "di", "da", "dos", "of", "the"])


def initials(name: str) -> str:
    """Two letters at most, of the first and the last word of a name; a mark for a name without letters."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", name))]
    names = [word for word in words if word.lower() not in _PARTICLES] or words
    picked = [names[0], names[-1]] if len(names) > 1 else names
    return "".join(word[0] for word in picked).upper()[:2] or "·"


def tone(number: int) -> int:
    """From 1 to ``TONES``, the same for a number for ever; neighbours differ."""
    return number * 5 % TONES + 1


def picture(name: str, number: int) -> SafeString:
    """The initials as a page shows them: an ornament beside the name, which says it all."""
    return format_html('<span class="initials initials--{}" aria-hidden="true">{}</span>', tone(number), initials(name))
