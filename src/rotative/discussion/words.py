"""A contribution's text as it is kept: plain, in paragraphs; and the sentences that say why something cannot be done."""
from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SPACES = re.compile(r"[^\S\n]+")
EMPTY_LINES = re.compile(r"\n{3,}")


def tidied(text: str) -> str:
    """Composed characters, single spaces, one empty line between paragraphs at most, and no control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", "".join(each for each in text if each in "\n\t" or unicodedata.category(each) not in ("Cc", "Cs")))
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def paragraphs(text: str) -> list[tuple[bool, str]]:
    """The paragraphs of a text, each with whether it is a quotation (its lines begin with >)."""
    found: list[tuple[bool, list[str]]] = []
    fresh = True
    for line in text.split("\n"):
        if not line:
            fresh = True
            continue
        is_quoted = line.startswith(">")
        if fresh or found[-1][0] != is_quoted:
            found.append((is_quoted, []))
        found[-1][1].append(line[1:].strip() if is_quoted else line)
        fresh = False
    return [(is_quoted, "\n".join(lines)) for is_quoted, lines in found]


def closed(because: str) -> str:
    return _("This discussion is closed: %(why)s") % {"why": because} if because else _("This discussion is closed.")


def too_late() -> str:
    return _("A contribution can be mended for five minutes. This one is older; you can take it back, or answer it.")


def gone() -> str:
    return _("What you answer is no longer there. You can write to everyone instead.")


def not_this_one() -> str:
    return _("You cannot respect your own words, nor what is no longer there.")


def not_ones_own() -> str:
    return _("You cannot hide your own words.")


def too_many_muted(most: int) -> str:
    return ngettext("You can hide %(number)s person at most.", "You can hide %(number)s people at most.", most) % {"number": most}


def not_in_the_story() -> str:
    return _("The words that you quote are not in the story as it stands now. Copy them again, or send your text without them.")


def too_much_quoted(longest: int) -> str:
    return ngettext("Quote %(number)s character of the story at most.", "Quote %(number)s characters of the story at most.", longest) % {"number": longest}
