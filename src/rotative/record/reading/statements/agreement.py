"""Whether a verb and who is to have said it are of one number: where they are not, the parse took another for the subject."""
from __future__ import annotations

import re

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Number
from rotative.record.reading.statements.sentences import Sentence

_ONE = frozenset({"a", "est", "avait", "était", "aurait", "serait", "fut", "aura", "sera"})
_MORE = frozenset({"ont", "sont", "avaient", "étaient", "auraient", "seraient", "furent", "auront", "seront"})
_SINGULAR = re.compile(r"(?:le|la|l'|une?|ce|cet|cette|son|sa|il|elle|celui|celle|chaque)\b ?", re.IGNORECASE)
_PLURAL = re.compile(r"(?:les|des|ces|ses|leurs|plusieurs|certaine?s|quelques|ils|elles|ceux|celles|deux|trois)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:et|ou|ni|avec|ainsi que|comme)\b|%|\b(?:\w+aine|nombre|plupart|majorité|minorité|moitié|tiers|quart|foule|couple|duo|partie|ensemble|poignée|reste|série|un des|une des)\b", re.IGNORECASE)

_FIRST = re.compile(r"\b(?P<who>(?:(?:[Ll][ea] |[Ll]')[\w'-]+ (?:d[eu] |d')?)?[A-ZÀ-Þ][\w'-]+(?: (?:d[eu] )?[A-ZÀ-Þ][\w'-]+){0,3})(?: ?\([^()]{1,40}\))? et (?:l[ea] |l')?$")


def disagrees(sentence: Sentence, mention: Span, cue: Cue) -> bool:
    """Whether the verb of a cue is of many and the mention of one, or the other way."""
    verb, who = _of_verb(sentence, cue), _of_mention(sentence, mention, cue)
    return verb is not None and who is not None and verb != who


def is_of_many(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb of a cue is of many."""
    return _of_verb(sentence, cue) == "p"


def is_of_many_by_article(sentence: Sentence, mention: Span) -> bool:
    """Whether a mention is of many by its first word."""
    return bool(_PLURAL.match(sentence.words, mention.start))


def with_first(sentence: Sentence, mention: Span) -> Span | None:
    """A mention with the one before it that "et" joins, to which the verb of both belongs; None where there is none."""
    found = _FIRST.search(sentence.words, sentence.span.start, mention.start)
    return Span(found.start("who"), mention.end) if found else None


def _of_verb(sentence: Sentence, cue: Cue) -> Number | None:
    words = [each.text.lower() for each in sentence.between(cue.start, cue.end)]
    for word in words:
        if word in _ONE | _MORE:
            return "s" if word in _ONE else "p"
    if cue.form != "finite" or cue.start != cue.begin and len(words) > 2:
        return None
    return {"Sing": "s", "Plur": "p"}.get((cue.head.morph.get("Number") or [""])[0])  # type: ignore[return-value]


def _of_mention(sentence: Sentence, mention: Span, cue: Cue) -> Number | None:
    """The number of a mention by its first word; None where it names several, or says how many."""
    if _COUNTED.search(sentence.words, mention.start, mention.end) or re.search(r"\bet\b", sentence.words[mention.end : cue.start]):
        return None
    if _PLURAL.match(sentence.words, mention.start):
        return "p"
    tokens = sentence.between(*mention)
    one = _SINGULAR.match(sentence.words, mention.start) or (tokens and all(each.ent_type_ == "PER" for each in tokens))
    return "s" if one else None
