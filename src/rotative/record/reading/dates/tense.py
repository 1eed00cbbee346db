"""Whether the words around an expression speak of what was or of what will be.

No parser: the verb forms near the expression, in its sentence, are weighed by how far they stand.
"""
from __future__ import annotations

import re
from functools import cache

from rotative.record.reading.dates.language import Language

REACH = 160
# A full stop that is not of "M. Verel", "Mrs. Valmer", "Nov. 24".
_STOP = re.compile(
    r"[.!?](?<!\bM.)(?<!\bMM.)(?<!\bDr.)(?<!\bMr.)(?<!\bMs.)(?<!\bMrs.)(?<!\bSt.)(?<!\b[A-Z].)(?<!\.m.)(?<!\b[ADFJMNOS][a-z][a-z].)"
    r"(?=[\s»\"]{1,4}(?:[^\W\d_a-zà-ÿ«\"]|$)|$)|\n"
)
_MARK = re.compile(r"[;:()«»\"]|--| [–—] ")
# How many letters further a mark, a comma, and standing after the expression count.
_MARK_COST, _COMMA_COST, _AFTER_COST, _PARTICIPLE_COST = 40, 12, 15, 20


def tense(words: str, start: int, end: int, language: Language) -> int:
    """-1 for the past, 1 for the future, 0 where nothing says. start, end: the expression in the words."""
    before = _tail(words[max(0, start - REACH) : start])
    after = _head(words[end : end + REACH])
    weighed = [(_cost(before[seen.end() :], seen), _sign(seen)) for seen in _cues(language).finditer(before)]
    weighed += [(_cost(after[: seen.start()], seen) + _AFTER_COST, _sign(seen)) for seen in _cues(language).finditer(after)]
    # A sentence without a verb goes on in the tense of the one before.
    weighed = weighed or [(_cost(words[seen.end() : start], seen), _sign(seen)) for seen in _cues(language).finditer(words, max(0, start - REACH), start)]
    return min(weighed)[1] if weighed else 0


def sentence(words: str, start: int) -> int:
    """Where the sentence begins in which a place is; at most some hundred letters before it."""
    low = max(0, start - 4 * REACH)
    return start - len(_tail(words[low:start]))


def _tail(words: str) -> str:
    stops = list(_STOP.finditer(words))
    return words[stops[-1].end() :] if stops else words


def _head(words: str) -> str:
    stop = _STOP.search(words)
    return words[: stop.start()] if stop else words


def _cost(between: str, cue: re.Match[str]) -> int:
    cost = len(between) + _COMMA_COST * between.count(",") + _MARK_COST * len(_MARK.findall(between))
    return cost + (_PARTICIPLE_COST if cue.lastgroup == "participle" else 0)


def _sign(cue: re.Match[str]) -> int:
    return 1 if cue.lastgroup == "future" else -1


@cache
def _cues(language: Language) -> re.Pattern[str]:
    forms = f"(?P<future>{language.future})|(?P<past>{language.past})|(?P<participle>{language.participle})"
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
