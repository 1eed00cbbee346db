"""Turn straight quotation marks into those of a language, nested ones too.

A mark opens or closes by what stands beside it; where that leaves a doubt, it
closes what is open. Marks that are already set count like those we set, so
that setting twice changes nothing.
"""

import re

from rotative.paper.typography.flow import Edit
from rotative.paper.typography.spaces import BLOCK

_PARAGRAPH = rf"{BLOCK}|\n[ \t]*\n"
_FRENCH = re.compile(rf'["«»“”]|{_PARAGRAPH}')
_ENGLISH = re.compile(rf"[\"“”'‘’]|{_PARAGRAPH}")

_BEFORE_OPENING = frozenset("([{<«‹“‘„-–—/=")
_AFTER_CLOSING = frozenset(".,;:!?)]}")
_CLOSING = {"«": "»", "“": "”", "‘": "’"}

_OMISSION = re.compile(
    r"\d0s\b|(?:tis|twas|twere|twill|em|til|till|cause|cos|bout|round|cept|neath|tween|n|ere|gainst)\b(?!-)",
    re.IGNORECASE,
)
_END_OF_SINGLE = re.compile(r"['’](?!\w)")
_LONGEST_SINGLE = 600
"""How far to look for the end of a ‘quotation’, so that time grows with length only."""


def french(text: str) -> list[Edit]:
    """« » for straight quotation marks, “ ” for those within."""
    return _Marks(text, "«“", before=_BEFORE_OPENING | {"’"}).edits(_FRENCH)


def english(text: str) -> list[Edit]:
    """“ ” for straight double marks and ‘ ’ for those within; ‘ ’ for single ones.

    Apostrophes are set with them, for only the whole tells them apart. What
    follows a figure outside a quotation is left: feet and inches.
    """
    return _Marks(text, "“‘", before=_BEFORE_OPENING).edits(_ENGLISH)


class _Marks:
    """One reading of a text from left to right, with what is open at each place."""

    def __init__(self, text: str, opening: str, before: frozenset[str]) -> None:
        self.text, self.opening, self.before_opening = text, opening, before
        self.open: list[str] = []
        self.in_single = False
        self.last = (-1, "")  # where the mark before stood, and what it became

    def edits(self, marks: re.Pattern[str]) -> list[Edit]:
        edits: list[Edit] = []
        for found in marks.finditer(self.text):
            mark, at = found[0], found.start()
            new = self._become(mark, at)
            if new != mark:
                edits.append((at, at + 1, new))
            self.last = (at, new)
        return edits

    def _become(self, mark: str, at: int) -> str:
        if mark in "'‘’":
            new = self._single(at) if mark == "'" else mark
            self._count_single(new, at)
        elif mark in '"«»“”':
            new = self._double(at) if mark == '"' else mark
            self._count_double(new, at)
        else:
            new = mark
            self._end_paragraph()
        return new

    def _double(self, at: int) -> str:
        starts, ends = self._is_free_before(at), self._is_free_after(at)
        if starts and (not ends or not self.open and self._word_follows(at)):
            return self.opening[len(self.open) % 2]
        if not self.open and (starts or self.text[at - 1].isdigit()):
            return '"'
        return _CLOSING[self.open[-1] if self.open else self.opening[0]]

    def _single(self, at: int) -> str:
        starts, ends = self._is_free_before(at), self._is_free_after(at)
        if starts and ends:
            return "'"
        if starts:
            return "‘" if self._opens_single(at) else "’"
        after_figure = self.text[at - 1].isdigit() and not self._after(at).isalpha()
        return "'" if after_figure and not self.in_single else "’"

    def _count_double(self, new: str, at: int) -> None:
        if new in _CLOSING:
            self.open.append(new)
        elif new != '"' and self.open:
            self.open.pop()
        self._count_single(new, at)

    def _count_single(self, new: str, at: int) -> None:
        if new in "‘’":
            self.in_single = new == "‘" or (self.in_single and self._after(at).isalnum())

    def _end_paragraph(self) -> None:
        self.open.clear()
        self.in_single = False

    def _is_free_before(self, at: int) -> bool:
        before = self.text[at - 1] if at else " "
        if self.last[0] == at - 1 >= 0:
            before = self.last[1][-1]
        return before.isspace() or before in self.before_opening

    def _is_free_after(self, at: int) -> bool:
        after = self._after(at)
        return after.isspace() or after in _AFTER_CLOSING

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < len(self.text) else " "

    def _word_follows(self, at: int) -> bool:
        rest = self.text[at + 1 : at + 4].lstrip(" \u00a0\u202f")
        return rest[:1].isalnum()

    def _opens_single(self, at: int) -> bool:
        if _OMISSION.match(self.text, at + 1):
            return False
        return _END_OF_SINGLE.search(self.text, at + 1, at + _LONGEST_SINGLE) is not None
