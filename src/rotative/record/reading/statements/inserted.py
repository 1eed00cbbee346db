"""Cues set into what they report, or after it: "A, a indiqué X, B", "A, said X"."""
from __future__ import annotations

from collections.abc import Sequence

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.borders import spanned
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.sentences import Sentence

_BEFORE = (",", "»", "”", '"', "?", "!", "–", "—", "''", ")")


def is_inserted(sentence: Sentence, cue: Cue, opens: int) -> bool:
    """Whether a cue, whose words (its subject's too, where it goes before) begin at opens, stands in or after what it reports."""
    before = sentence.words[sentence.span.start : opens].rstrip()
    return cue.form == "finite" and bool(before) and before.endswith(_BEFORE)


def around(sentence: Sentence, others: Sequence[Cue], opens: int, closes: int) -> Span | None:
    """What an inserted cue reports: what goes before it, and what goes on after where that is not whole."""
    left_end = opens
    quotation = next((each for each in reversed(sentence.quotations) if each.end <= opens and not sentence.words[each.end : opens].strip(" ,")), None)
    start = _start(sentence, quotation, others, opens)
    rest = sentence.words[closes : sentence.span.end]
    following = next((each for each in sentence.quotations if each.start >= closes), None)
    if quotation and following and not sentence.words[closes : following.start].strip(" ,.:;"):
        return Span(start, following.end)
    if not quotation and rest.lstrip().startswith(",") and not _whole(sentence, start, opens):
        return spanned(sentence, start, sentence.span.end)
    return spanned(sentence, start, quotation.end if quotation else left_end)


def _start(sentence: Sentence, quotation: Span | None, others: Sequence[Cue], opens: int) -> int:
    start = max([sentence.span.start, *(other.end for other in others if other.end < opens and quotation and other.end < quotation.start)])
    if quotation is None:
        return sentence.span.start
    first = next((each for each in sentence.quotations if each.start >= start), quotation)
    lead = sentence.words[start : first.start].strip(" ,:")
    return first.start if len(lead.split()) <= 2 or sentence.words[: first.start].rstrip().endswith(":") else start


def _whole(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Fin"] for token in sentence.between(start, end))


def closes(sentence: Sentence, cue: Cue, subject: Span | None, lexicon: Lexicon) -> int:
    """Where an inserted cue's own words end: after its subject and what belongs to it, at the next comma, quotation or the end."""
    end = max(cue.end, cue.inverted[1] if cue.inverted else 0, subject.end if subject else 0)
    for token in sentence.between(end, sentence.span.end):
        if token.text in {",", ":", ".", ";", "–", "—"} or sentence.quoted(token):
            return sentence.start(token)
    return sentence.span.end
