"""Find in a text the addresses and names that no rule of typography may touch."""

import re
from html import escape

from rotative.paper.typography.spaces import BLOCK, KEPT, LINE

_STAND_INS = f"{KEPT}{LINE}{BLOCK}"
_TOKEN = rf"""[^\s<>"«»“”{_STAND_INS}]"""
_LABELS = r"[\w-]++(?:\.[\w-]++)+"

_UNTOUCHED = re.compile(
    rf"""
    (?<!\w)(?:
        (?:https?|ftps?|sftp|ssh|git|file|ipfs|gemini)://{_TOKEN}+   # https://lamer.example/a?b=1
      | (?:mailto|tel|sms|geo|urn|doi|data|magnet|xmpp|isbn):{_TOKEN}+
      | www\.{_TOKEN}+
      | (?<![.+-])[\w.+-]++@{_LABELS}              # camille@lamer.example
      | (?<![.+-]){_LABELS}/{_TOKEN}*              # lamer.example/journal
    )
    (?<![.,:;!?…)\]'’])                            # the stop after an address ends the sentence
  | &\#?\w+;                                       # an entity unknown to HTML, or shown as such
  | [{_STAND_INS}]
    """,
    re.VERBOSE,
)

_HINT = re.compile(rf"[@/:;{_STAND_INS}]")
"""What all of them but www. have, and most stretches of text have not."""


def set_aside(text: str) -> tuple[str, list[str]]:
    """Put a stand-in for each address of the text; give what they stand for."""
    kept: list[str] = []
    if not _HINT.search(text) and "www." not in text:
        return text, kept

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return found[0] if found[0] in _STAND_INS else KEPT

    return _UNTOUCHED.sub(keep, text), kept


def set_aside_quoted(text: str) -> tuple[str, list[str]]:
    """The same for text of markup: what was set aside comes back with its entities."""
    text, kept = set_aside(text)
    return text, [escape_text(source) for source in kept]


def escape_text(text: str) -> str:
    """Write as entities what would read as markup in a text node.

    Quotation marks need none there (HTML, "13.3 Serializing HTML fragments").
    """
    return escape(text, quote=False)
