"""Turn hyphens that stand for dashes into dashes, and give dashes their spaces."""

import re
from collections.abc import Iterator

from rotative.paper.typography.flow import Edit
from rotative.paper.typography.rules import after_spaces, before_spaces, exchange, is_line_start
from rotative.paper.typography.spaces import BLOCK, LINE, NBSP, SPACE, SPACES

_DASH = {"-": "–", "--": "—", "–": "–", "—": "—"}
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"

# One class first, so that the search leaps from one candidate to the next.
_DASH_OR_END = re.compile(
    rf"""[-–—.!?…\n{BLOCK}](?:
        (?<=[-–—])-?+(?=[{SPACES},])
      | (?:(?<=[!?…])|(?<=[^\W\d_][^\W_]\.)|(?<=[)»”’]\.))
        (?>(?:{SPACE}?[»”"’)])*)\s++(?=(?:[«“"‘]{SPACE}?)?{_CAPITAL})
      | (?<=[\n{BLOCK}])\s*+)""",
    re.VERBOSE,
)

dialogue = exchange(rf"[–—](?<![^\n{LINE}{BLOCK}].)({SPACE}++)(?=\S)", NBSP)
"""No break after the dash that opens a line of dialogue."""

closed = exchange(r"(?<=\w)(--)(?=\w)", "—")
"""The English dash without spaces, typed as two hyphens."""


def french(text: str) -> list[Edit]:
    """Dashes that hold to what they enclose – as here –, a lone one to what follows."""
    edits: list[Edit] = []
    is_open = False
    for start, end, dash in _dashes_and_ends(text):
        is_open = bool(dash) and not is_open and text[end] != ","
        edits.append((start, end, f" {dash}{NBSP}" if is_open else f"{NBSP}{dash} "))
    return _changing(text, edits)


def english(text: str) -> list[Edit]:
    """Dashes that hold to the word before, so that none begins a line."""
    return _changing(text, [(start, end, f"{NBSP}{dash} ") for start, end, dash in _dashes_and_ends(text)])


def _dashes_and_ends(text: str) -> Iterator[Edit]:
    """Each spaced dash with its spaces and what it is to be, and '' at each end of a sentence."""
    last = 0
    for found in _DASH_OR_END.finditer(text):
        start, end = before_spaces(text, found.start()), after_spaces(text, found.end())
        if found[0][0] not in _DASH:
            yield end, end, ""
        elif found[0] in _DASH and last <= start < found.start() and _is_within_line(text, start, end):
            yield start, end, _DASH[found[0]]
            last = end


def _changing(text: str, edits: list[Edit]) -> list[Edit]:
    """Those edits that set a dash and change something; no space before a comma."""
    dashes = ((start, end, new.rstrip(" ") if text[end] == "," else new) for start, end, new in edits if start < end)
    return [(start, end, new) for start, end, new in dashes if text[start:end] != new]


def _is_within_line(text: str, start: int, end: int) -> bool:
    return not is_line_start(text, start) and end < len(text) and not text[end].isspace()
