"""Cues set into what they report, or after it: "A, a indiqué X, B", "A, X said"."""
from __future__ import annotations

import re
from collections.abc import Sequence

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.borders import spanned
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.sentences import Sentence, is_finite

_HELD = re.compile(r"\b(?:a|ont|avait|avaient)?(?:-t-(?:il|elle))? ?(?:\w+ )?(?:tenu|tient|tiennent) à $")
_QUOTED = ("»", "”", '"', "''", "’")
_BEFORE = (",", "?", "!", "–", "—", ")", *_QUOTED)


def interrupts(sentence: Sentence, cue: Cue, closes: int) -> bool:
    """Whether a cue between two commas interrupts a clause: "Le port, a indiqué la maire, fermera"."""
    before = sentence.words[sentence.span.start : cue.start].rstrip()
    goes_on = sentence.words[closes : sentence.span.end].startswith(",") and _whole(sentence, closes, sentence.span.end)
    return before.endswith(",") and goes_on and "n" not in cue.verb.follows and cue.begin > cue.start


def follows_words(sentence: Sentence, opens: int, quoted_only: bool = False) -> bool:
    """Whether what begins at opens follows words that may be reported: a quotation, or a clause and a comma."""
    before = sentence.words[sentence.span.start : opens].rstrip()
    if before.rstrip(", ").endswith(_QUOTED):
        return True
    return not quoted_only and before.endswith(_BEFORE) and _whole(sentence, sentence.span.start, opens)


def opening(sentence: Sentence, cue: Cue) -> int:
    """Where an inserted cue's own words begin: "a tenu à" before an infinitive, too."""
    held = _HELD.search(sentence.words[sentence.span.start : cue.start]) if cue.form == "infinitive" else None
    return sentence.span.start + held.start() if held else cue.start


def stands_alone(sentence: Sentence, cue: Cue) -> bool:
    """Whether nothing that could be said follows a cue: only the end, a comma, an aside."""
    following = sentence.between(cue.end, sentence.span.end)
    if "t" in cue.verb.follows:
        return not any(each.text.lower() == "that" or each.text == ":" for each in following[:6])
    return not following or following[0].pos_ in {"PUNCT", "ADV", "ADP", "SCONJ"} and following[0].text.lower() not in {"that", "que", "qu'", ":"} or sentence.quoted(following[0])


def has_object(sentence: Sentence, cue: Cue) -> bool:
    """Whether what follows a cue is its object, by the parse, and its subject goes before: it is not inserted."""
    before = sentence.words[sentence.span.start : cue.start].rstrip(", ")
    if before.endswith(_QUOTED) or cue.inverted:
        return False
    children = list(cue.head.children)
    objects = any(each.dep_ in {"obj", "dobj", "obl:arg", "ccomp"} and each.i > cue.head.i for each in children)
    return objects and any(each.dep_.startswith("nsubj") and each.i < cue.head.i and not sentence.quoted(each) for each in children)


def around(sentence: Sentence, others: Sequence[Cue], opens: int, closes: int) -> Span | None:
    """What an inserted cue reports: what goes before it, and what goes on after where that is not whole."""
    quotation = next((each for each in reversed(sentence.quotations) if each.end <= opens and not sentence.words[each.end : opens].strip(" ,.")), None)
    start = _start(sentence, quotation, others, opens)
    rest = sentence.words[closes : sentence.span.end]
    following = next((each for each in sentence.quotations if each.start >= closes), None)
    if quotation and following and not sentence.words[closes : following.start].strip(" ,.:;"):
        return Span(start, following.end)
    if not quotation and rest.lstrip().startswith(",") and not _whole(sentence, start, opens):
        return spanned(sentence, start, sentence.span.end)
    return spanned(sentence, start, quotation.end if quotation else opens)


def _start(sentence: Sentence, quotation: Span | None, others: Sequence[Cue], opens: int) -> int:
    if quotation is None:
        return sentence.span.start
    if sentence.words[sentence.span.start : quotation.start].rstrip().endswith(":"):
        return quotation.start
    start = max([sentence.span.start, *(other.end for other in others if other.end < quotation.start)])
    first = next((each for each in sentence.quotations if each.start >= start), quotation)
    lead = sentence.words[start : first.start].strip(" ,:")
    return first.start if len(lead.split()) <= 2 or sentence.words[: first.start].rstrip().endswith(":") else start


def _whole(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause with its own verb, not a relative one, stands between."""
    return any(
        is_finite(token) and "relcl" not in token.dep_ and "relcl" not in token.head.dep_
        for token in sentence.between(start, end)
    )


def closes(sentence: Sentence, cue: Cue, subject: Span | None, lexicon: Lexicon) -> int:
    """Where an inserted cue's own words end: after its subject and what belongs to it, at the next comma, quotation or the end."""
    end = max(cue.end, cue.inverted[1] if cue.inverted else 0, subject.end if subject else 0)
    for token in sentence.between(end, sentence.span.end):
        if token.text in {",", ":", ".", ";", "–", "—"} or sentence.quoted(token):
            return sentence.start(token)
    return sentence.span.end
