"""Nouns of happening that bear their date: "la réunion du 24 octobre à Verel", "the 24 October meeting"."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rotative.record.reading.events.clauses import LONGEST, Dated, Happening, belongs_to_noun
from rotative.record.reading.events.lexicon import CALLED_OFF, HAPPENINGS, HEDGED
from rotative.record.reading.sentences import is_quoted


def in_nouns(sentence: Any, dates: Sequence[Dated]) -> Iterator[Happening]:
    """The events that a sentence names."""
    for date, span in dates:
        noun = _noun(span) if belongs_to_noun(span) else None
        if noun is not None and noun.lemma_.lower() in HAPPENINGS and not is_quoted(noun, sentence) and not _is_called_off(noun) and not HEDGED.search(sentence.text):
            tokens = _phrase(noun, span)
            if tokens:
                yield Happening(noun, (tokens,), date)


def _noun(span: Any) -> Any | None:
    """The noun to which a date belongs: the nearest before it, or after "'s"."""
    if span[-1].lower_ in ("'s", "'"):
        return next((token for token in span.doc[span.end : span.end + 3] if token.pos_ == "NOUN"), None)
    before = [token for token in span.doc[max(0, span.start - 6) : span.start] if token.pos_ in ("NOUN", "PROPN")]
    return before[-1] if before else None


def _phrase(noun: Any, span: Any) -> list[Any]:
    """The noun with what stands before it, and its date: "la réunion secrète du 24 octobre"."""
    tokens = list(noun.doc[min(noun.left_edge.i, span.start) : max(span.end, noun.i + 1)])
    while tokens and tokens[0] != noun and (tokens[0].pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ") or tokens[0].dep_ == "case"):
        tokens = tokens[1:]
    return tokens if len(tokens) <= LONGEST else []


def _is_called_off(noun: Any) -> bool:
    """ "La réunion du 3 est annulée": it did not happen."""
    return noun.head.lemma_.lower() in CALLED_OFF
