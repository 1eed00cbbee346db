"""Noun phrases as mentions: from their head, or from their first word, to a comma, a relative, a quotation."""
from __future__ import annotations

import re
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.sentences import Sentence, is_finite

STOPS = frozenset({"qui", "que", "qu'", "dont", "où", "who", "which", "that", "whose", "where", ":", ";", "(", ",", "–", "—"})
_RELATIVES = frozenset({"qui", "que", "qu'", "dont", "who", "which", "whose"})
_ASIDES = {",": ",", ")": "(", "–": "–", "—": "—"}
_APPOSED = re.compile(r"\s*,\s*(?=[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)+)")
_CLOSED = re.compile(r"\s*,\s*(?=[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)+\s*,)")


def phrase(sentence: Sentence, head: Any) -> Span:
    """The noun phrase of a head: what leads up to it, and what completes it up to a comma or a relative."""
    left = head
    for token in reversed([each for each in head.subtree if each.i < head.i]):
        if token.i != left.i - 1 or token.pos_ in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "ADP"} or token.i < sentence.tokens[0].i:
            break
        left = token
    left = _whole_compound(sentence, _whole_name(sentence, left))
    last = head
    for token in (each for each in head.subtree if each.i > head.i):
        if token.i != last.i + 1 or token.text.lower() in STOPS or sentence.quoted(token) or (token.pos_ in {"VERB", "AUX"} and token.dep_ != "flat:name"):
            break
        last = token
    return extended(sentence, Span(sentence.start(left), sentence.end(last)))


def _whole_name(sentence: Sentence, left: Any) -> Any:
    """The first token of a name, where the parse begins in the middle of it."""
    while left.pos_ == "PROPN" and left.i > sentence.tokens[0].i and left.nbor(-1).pos_ == "PROPN" and not sentence.quoted(left.nbor(-1)):
        left = left.nbor(-1)
    return left


def _whole_compound(sentence: Sentence, left: Any) -> Any:
    """The first token of a compound, where the parse begins behind its hyphen: "deux stations-service"."""
    while left.i > sentence.tokens[0].i + 1 and is_hyphen(left.nbor(-1)):
        left = left.nbor(-2)
        while left.i > sentence.tokens[0].i and left.nbor(-1).pos_ in {"DET", "NUM"}:
            left = left.nbor(-1)
    return left


def is_hyphen(token: Any) -> bool:
    """Whether a token joins the words on both its sides."""
    return bool(token.text == "-" and token.i and not token.whitespace_ and not token.nbor(-1).whitespace_)


def noun_phrase(sentence: Sentence, start: int) -> Span | None:
    """The noun phrase that begins at a place of the text; None where none does."""
    tokens = sentence.between(start, sentence.span.end)
    if not tokens or sentence.quoted(tokens[0]) or tokens[0].pos_ in {"VERB", "AUX", "PUNCT", "ADP", "SCONJ", "PRON"}:
        return None
    return forward(sentence, tokens[0])


def forward(sentence: Sentence, first: Any) -> Span | None:
    """The noun phrase from its first token on."""
    last = None
    for token in sentence.between(sentence.start(first), sentence.span.end):
        word = token.text.lower()
        if word in STOPS or sentence.quoted(token) or (last is not None and token.pos_ in {"VERB", "AUX"}) or (token.pos_ == "PUNCT" and word not in {"-", ".", "'"} and token.i > first.i):
            break
        if last is not None and word in {"à", "au", "aux", "for", "to"} and first.pos_ == "PROPN":
            break
        if last is not None and token.pos_ == "ADP" and word not in {"de", "d'", "du", "des", "of", "au", "aux", "à", "for", "-"}:
            break
        last = token if token.text != "." else last
    while last is not None and last.i > first.i and last.pos_ in {"ADP", "DET", "CCONJ"}:
        last = last.nbor(-1)
    return extended(sentence, Span(sentence.start(first), sentence.end(last))) if last is not None else None


def extended(sentence: Sentence, span: Span, closed: bool = False) -> Span:
    """With the name that follows a description: "le ministre Noé Arlin", "la maire, Inès Valmer". closed: only a name that a comma follows, too."""
    words = sentence.words[span.start : span.end]
    if words[:1].isupper() and " " not in words:
        return span
    end = span.end
    apposed = (_CLOSED if closed else _APPOSED).match(sentence.words, span.end, sentence.span.end) if not re.fullmatch(r"(?:\S* )?[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*", words) else None
    tokens = sentence.between(apposed.end() if apposed else span.end, sentence.span.end)
    for token in tokens:
        if not (token.text[:1].isupper() or (token.text.lower() in {"de", "-", "'", "d'", "du", "la", "le", "von", "van", "al", "ben"} and end > span.end)) or sentence.quoted(token):
            break
        if token.text[:1].isupper():
            end = sentence.end(token)
    return Span(span.start, end)


def past_aside(tokens: list[Any]) -> list[Any]:
    """The tokens without what stands between two commas at their end: "Noé Arlin, 58 ans,", "Noé Arlin, qui est venu,"."""
    if not tokens or tokens[-1].text not in _ASIDES:
        return tokens
    opening, clause = _ASIDES[tokens[-1].text], False
    for place in range(len(tokens) - 2, 0, -1):
        if tokens[place].text == opening and (not clause or tokens[place + 1].text.lower() in _RELATIVES):
            return tokens[:place]
        clause = clause or is_finite(tokens[place])
    return []
