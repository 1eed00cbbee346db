"""Whose words go on beside a source by preposition, and what a clause points back to: "ce qu'a confirmé la mairie"."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.statements.according import According
from rotative.record.reading.statements.agents import is_thing, may_speak
from rotative.record.reading.statements.borders import spanned
from rotative.record.reading.statements.contents import mode
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.inverted import past_circumstances
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.phrases import noun_phrase
from rotative.record.reading.statements.sentences import Sentence

_JOINT = re.compile(r",?\s*\b(?:tout(?: en)?|et|mais|puis)\s*(?:aussi |également |ensuite |encore )?$|,\s*$", re.IGNORECASE)
_BACK = re.compile(r",\s*ce qu(?:e |')(?P<between>[^,;:«»]{0,60})$")
_JUDGED = re.compile(r"\b(?P<verb>jugée?s?|qualifiée?s?|considérée?s?|présentée?s?|décrite?s?|dénoncée?s?|perçue?s?|saluée?s?) (?:comme )?(?:trop |très |bien )?(?:d'une? |une? |de |d')?$", re.IGNORECASE)
_LIGHT = re.compile(r"(?:(?:d'ailleurs|depuis|aussi|également|ensuite|\w+ment|lui|leur) |n'|l')*")


def carried(sentence: Sentence, cue: Cue, statement: Statement, told: Sequence[According], lexicon: Lexicon) -> According | None:
    """The source by preposition whose words a cue goes on with: "selon la mairie, le pont tiendra, tout en ajoutant que"."""
    if lexicon.language != "fr" or cue.passive or cue.inverted or cue.form not in {"finite", "participle"} or statement.span.start < cue.start:
        return None
    if statement.speaker is not None and not is_thing(sentence, statement.speaker, lexicon):
        return None
    if not _JOINT.search(sentence.words[sentence.span.start : cue.start]):
        return None
    leading = [each for each in told if each.source.end <= each.content.start < cue.start < each.content.end]
    return leading[-1] if leading else None


def shortened(sentence: Sentence, source: According, cue: Cue) -> According:
    """What a source is to have said, without what it goes on with."""
    joint = _JOINT.search(sentence.words[sentence.span.start : cue.start])
    said = spanned(sentence, source.content.start, sentence.span.start + joint.start()) if joint else None
    return source._replace(content=said) if said else source


def _clause_that_points_back(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> re.Match[str] | None:
    """The beginning, up to its cue, of such a clause as ", ce qu'a confirmé la mairie"."""
    if lexicon.language != "fr" or cue.form != "finite" or cue.passive:
        return None
    return _BACK.search(sentence.words, sentence.span.start, cue.start)


def points_back_at(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int | None:
    """Where the clause begins that points back to what goes before: ", ce qu'a confirmé la mairie"; None where a cue has none."""
    found = _clause_that_points_back(sentence, cue, lexicon)
    return found.start() if found else None


def judged_by(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    """What somebody called something, in an aside: "la hausse, jugée « insupportable » par les syndicats,"."""
    for quotation in sentence.quotations if lexicon.language == "fr" else ():
        judged = _JUDGED.search(sentence.words, sentence.span.start, quotation.start)
        by = sentence.words[quotation.end : quotation.end + 5] == " par "
        who = noun_phrase(sentence, quotation.end + 5) if judged and by else None
        verb = lexicon.forms.get(judged["verb"].lower()) if judged else None
        if who and judged and verb and quotation.start >= sentence.span.start and may_speak(sentence, who, lexicon):
            yield Statement(quotation, "direct", verb.act, Span(*judged.span("verb")), who)


def pointing_back(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Statement | None:
    """What goes before, and who says so behind it: "la digue cède, ce qu'a confirmé la mairie"."""
    found = _clause_that_points_back(sentence, cue, lexicon)
    if found is None:
        return None
    inverted = _LIGHT.fullmatch(found["between"])
    begins = past_circumstances(sentence.words, cue.end, sentence.span.end) if inverted else found.start("between")
    who = noun_phrase(sentence, begins)
    said = spanned(sentence, sentence.span.start, found.start())
    return Statement(said, mode(sentence.words, said, sentence.quotations), cue.verb.act, Span(cue.begin, cue.end), who) if said and who else None


def with_source(statement: Statement, source: According) -> Statement:
    """A statement, given to a source by preposition."""
    return replace(statement, speaker=source.source)
