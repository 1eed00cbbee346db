"""What is said: the quotation, the clause, the infinitive or the noun phrase that a cue reports."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rotative.record.reading.findings import Mode, Span
from rotative.record.reading.statements.borders import border, spanned, trimmed
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import within
from rotative.record.reading.statements.sentences import Sentence

_COMPARING = frozenset("plus moins autre autres ainsi alors tandis après bien afin pour depuis avant sans dès tant aussi autant même lorsque puisque jusqu' parce tel telle so such".split())
_OPENS_PHRASE = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"})


def content(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon) -> Span | None:
    """The content that follows a cue in its sentence."""
    start = _begins(sentence, cue, lexicon)
    if start is None:
        return None
    quotation = next((each for each in sentence.quotations if each.start == start), None)
    if quotation and not _conjoined(sentence, cue, start, lexicon):
        return Span(start, _run(sentence, quotation, others))
    return spanned(sentence, start, border(sentence, cue, others, lexicon, start))


def mode(words: str, span: Span, quotations: Sequence[Span]) -> Mode:
    """Whether a content is wholly between quotation marks, not at all, or in part."""
    inner = list(within(quotations, *span))
    if not inner:
        return "indirect"
    whole = inner[0].start <= span.start and span.end - inner[-1].end <= 1
    return "direct" if whole and len(inner) == 1 else "mixed"


def _begins(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """Where what follows a cue begins: the first opening that its verb may have, before the next clause."""
    after = sentence.between(cue.inverted[1] if cue.inverted else cue.end, sentence.span.end)
    phrase: int | None = None
    for number, token in enumerate(after):
        nearby = number == 0 or all(each.pos_ in {"ADV", "PART"} for each in after[:number])
        opening = _opening(sentence, cue, lexicon, after, number, nearby)
        if opening is not None:
            return opening
        if phrase is None and nearby and _phrase(cue, token):
            phrase = sentence.start(token)
        if _closes(token, lexicon) and not (phrase is not None and token.pos_ not in {"VERB", "AUX"}):
            break
    return phrase


def _opening(sentence: Sentence, cue: Cue, lexicon: Lexicon, after: list[Any], number: int, nearby: bool) -> int | None:
    token, following = after[number], after[number + 1] if number + 1 < len(after) else None
    word, follows = token.text.lower(), cue.verb.follows
    if any(each.start == sentence.start(token) for each in sentence.quotations):
        return sentence.start(token)
    if following is None:
        return None
    if word in lexicon.clause and "c" in follows and (nearby or (token.pos_ != "PRON" and word in {"que", "qu'", "that"})):
        compared = number and after[number - 1].text.lower() in _COMPARING
        return None if compared else sentence.start(following)
    if word == ":" and "d" in follows:
        return sentence.start(following)
    return _infinitive(sentence, follows, token, following, nearby)


def _infinitive(sentence: Sentence, follows: str, token: Any, following: Any, nearby: bool) -> int | None:
    word = token.text.lower()
    verbal = _is_infinitive(following)
    if word in {"de", "d'"} and (("e" in follows and verbal) or ("x" in follows and (verbal or nearby))):
        return sentence.start(following)
    if word == "à" and "a" in follows and verbal:
        return sentence.start(following)
    if word == "to" and "i" in follows and following.pos_ in {"VERB", "AUX"}:
        return sentence.start(token)
    if word == "of" and "x" in follows:
        return sentence.start(following)
    if "i" in follows and nearby and _is_infinitive(token):
        return sentence.start(token)
    if word in {"de", "d'", "du", "des"} and "p" in follows and nearby:
        return sentence.start(following)
    return None


def _is_infinitive(token: Any) -> bool:
    word = token.text.lower()
    if word in {"ne", "n'", "ne pas", "se", "s'", "le", "l'", "en", "y", "les", "leur", "lui"}:
        following = token.doc[token.i + 1 : token.i + 4]
        return any(_is_infinitive(each) for each in following if each.text.lower() not in {"ne", "pas", "plus"}) if word in {"ne", "n'"} else bool(following) and _inf(following[0])
    return _inf(token)


def _inf(token: Any) -> bool:
    return bool(token.morph.get("VerbForm") == ["Inf"] and token.pos_ in {"VERB", "AUX"})


def _phrase(cue: Cue, token: Any) -> bool:
    follows = cue.verb.follows
    if "j" in follows:
        return token.pos_ not in {"PUNCT", "SCONJ"}
    return "n" in follows and not cue.passive and not cue.inverted and token.pos_ in _OPENS_PHRASE and token.text.lower() not in {"que", "qu'", "that", "il", "elle"}


def _closes(token: Any, lexicon: Lexicon) -> bool:
    return token.text == ";" or (token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Fin"])


def _conjoined(sentence: Sentence, cue: Cue, start: int, lexicon: Lexicon) -> bool:
    between = sentence.between(cue.end, start)
    return bool(between) and between[-1].text.lower() in lexicon.clause


def _run(sentence: Sentence, quotation: Span, others: Sequence[Cue]) -> int:
    """The end of a run of quotations that one cue reports in one sentence."""
    end = quotation.end
    for following in sentence.quotations:
        if following.start < end:
            continue
        gap = sentence.between(end, following.start)
        if any(end <= other.begin < following.start for other in others) or any(token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm") == ["Fin"] for token in gap):
            break
        end = following.end
    return trimmed(sentence, quotation.start, end)
