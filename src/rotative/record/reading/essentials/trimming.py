"""Trimming a sentence: no leading connector, nothing in brackets, no last aside where it is too long or leans without."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rotative.record.reading.essentials.words import CONNECTORS
from rotative.record.reading.listed import listed

_BRACKETS = re.compile(r"\s?\([^()]*\)")
# What limits what is said can not be left out.
_LIMITS = listed("donc mais sauf sans si s' à pourvu excepté hormis ni faute selon avant tant but except unless if without until provided according so")
_ASIDES = ("acl:relcl", "relcl", "acl", "appos", "advcl")


def parts(sentence: Any) -> Iterator[Any]:
    """What may be left of a sentence, the most first; nothing of one that does not end with a full stop."""
    if not re.search(r"\.\s?[»”\"]?$", sentence.text):
        return
    start = sentence.start + _connector(sentence)
    for end in [sentence.end, *sorted(set(_ends(sentence)), reverse=True)]:
        if end > start:
            yield sentence.doc[start:end]


def written(words: str, first: int, name: str | None) -> str:
    """The words of a part as they would be printed. first: the length of its first word, which a name may replace."""
    found = name + words[first:] if name else words
    found = _BRACKETS.sub("", found).strip()
    found = found if re.search(r"\.\s?[»”\"]$", found) else f"{found.rstrip(' ,;:.')}."
    return found[:1].upper() + found[1:]


def _connector(sentence: Any) -> int:
    """How many tokens the leading connectors are."""
    found = CONNECTORS.match(sentence.text)
    return sum(token.idx - sentence.start_char < found.end() for token in sentence) if found else 0


def _ends(sentence: Any) -> Iterator[int]:
    """Before which tokens a sentence may end: a semicolon, the comma of an aside or of a second clause that run to its end."""
    last = max((token.i for token in sentence if not token.is_punct and not token.is_space), default=sentence.end)
    for token in sentence:
        if token.text == ";":
            yield token.i
        elif token.left_edge.i > sentence.start + 3 and token.right_edge.i >= last and (_is_aside(token) or _is_second_clause(token)):
            yield token.left_edge.i - 1


def _is_aside(token: Any) -> bool:
    return token.dep_ in _ASIDES and token.left_edge.nbor(-1).text in (",", "–", "—") and token.left_edge.lower_ not in _LIMITS


def _is_second_clause(token: Any) -> bool:
    """ ", et la ville paiera": what "mais" brings can not be left out and the rest stay true."""
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.left_edge.lower_ in ("et", "and") and token.left_edge.nbor(-1).text == ","
