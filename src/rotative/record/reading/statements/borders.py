"""Where reported words end: a model's clauses end too soon and too late; a sentence's own signs do better."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import inside
from rotative.record.reading.statements.sentences import Sentence

_JOINS = frozenset("et mais ou puis and but or then tout en avant de d' après avoir before after while".split())
_LIGHT = frozenset("également ainsi aussi notamment ensuite enfin alors encore par also later il elle ils elles he she they qui who et and".split())


def border(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon, start: int) -> int:
    """Where the content that begins at start ends: at the sentence's end, or where another reporting begins."""
    cuts = [cut for cut in (_joined(sentence, other, start) for other in others if other.begin > start and other is not cue) if cut]
    cuts += [at for match in lexicon.according.finditer(sentence.words, start, sentence.span.end) if (at := _comma(sentence, match.start())) and not inside(match.start(), sentence.quotations)]
    cuts += [sentence.start(t) for t in sentence.tokens if t.text in {";"} and sentence.start(t) > start and not sentence.quoted(t)]
    cuts += [sentence.start(t) for t in sentence.tokens if t.text == "(" and _after_quotation(sentence, t, start)]
    return trimmed(sentence, start, min([cut for cut in cuts if cut > start + 2], default=sentence.span.end))


def trimmed(sentence: Sentence, start: int, end: int) -> int:
    """The end without the signs that close a sentence and are not said."""
    words = sentence.words
    while end > start and words[end - 1] in " \t,.;:–—-" and not inside(end - 1, sentence.quotations):
        end -= 1
    return end


def spanned(sentence: Sentence, start: int, end: int) -> Span | None:
    """The span between, without spaces; None where nothing is said in it."""
    while start < end and sentence.words[start] in " ,:;–—":
        start += 1
    end = trimmed(sentence, start, end)
    return Span(start, end) if any(letter.isalnum() for letter in sentence.words[start:end]) else None


def _joined(sentence: Sentence, other: Cue, start: int) -> int | None:
    """Where a cue that is joined to the content (and does not belong to it) sets in; None where it belongs."""
    at: int | None = None
    for token in reversed(sentence.between(start, other.start)):
        word = token.text.lower()
        if word in _JOINS:
            at = sentence.start(token)
        elif word == ",":
            return sentence.start(token)
        elif word not in _LIGHT and token.pos_ != "ADV":
            return at if _may_cut(other) else None
    return None


def _may_cut(other: Cue) -> bool:
    return "c" in other.verb.follows or "d" in other.verb.follows


def _comma(sentence: Sentence, position: int) -> int | None:
    before = sentence.words[sentence.span.start : position].rstrip()
    return sentence.span.start + len(before) - 1 if before.endswith(",") else None


def _after_quotation(sentence: Sentence, token: Any, start: int) -> bool:
    before = sentence.words[start : sentence.start(token)].rstrip()
    return before.endswith(("»", "”", '"')) and not sentence.quoted(token)
