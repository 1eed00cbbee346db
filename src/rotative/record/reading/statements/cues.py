"""Cues: the words that report. A verb of saying where it is a verb and asserts; an expression; not one that is itself quoted."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.statements.lexicon import Lexicon, Verb
from rotative.record.reading.statements.sentences import Sentence

_REACH = 5


@dataclass(frozen=True)
class Cue:
    """A cue in a sentence. start: of its verb group, with auxiliaries; head: its first token's place; end: after its last word.

    form: finite, participle (present), infinitive, past (a participle with its auxiliary left out or passive).
    inverted: the pronoun that follows its verb, [start, end) in the text.
    """

    verb: Verb
    head: Any
    start: int
    begin: int
    end: int
    form: str
    passive: bool = False
    inverted: tuple[int, int] | None = None
    negated: bool = False


def cues(sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """The cues of a sentence, in order."""
    found = [*_expressions(sentence, lexicon), *_verbs(sentence, lexicon)]
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda each: (each.begin, -each.end)):
        if not kept or cue.begin >= kept[-1].end:
            kept.append(cue)
    return kept


def _expressions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    for pattern, verb in lexicon.expressions:
        for match in pattern.finditer(sentence.words, *sentence.span):
            tokens = sentence.between(match.start(), match.end())
            if tokens and not sentence.quoted(tokens[0]):
                yield _cue(sentence, lexicon, verb, tokens[0], match.end())


def _verbs(sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    for token in sentence.tokens:
        word = token.text.lower().lstrip("-")
        stem = word.split("-")[0]
        verb = lexicon.forms.get(word) or (lexicon.forms.get(stem) if "-" in word else None)
        if verb and not sentence.quoted(token) and _is_verb(sentence, lexicon, token, word):
            yield _cue(sentence, lexicon, verb, token, sentence.start(token) + len(stem))


def _is_verb(sentence: Sentence, lexicon: Lexicon, token: Any, word: str) -> bool:
    before = _before(sentence, token)
    if before and before[-1].text.lower() in lexicon.articles and token.pos_ != "VERB":
        return False
    return word not in lexicon.ambiguous or token.pos_ in {"VERB", "AUX"} or _helped(before, lexicon)


def _before(sentence: Sentence, token: Any) -> list[Any]:
    return [each for each in sentence.tokens if each.i < token.i][-_REACH:]


def _helped(before: list[Any], lexicon: Lexicon) -> bool:
    return bool(before) and before[-1].text.lower() in lexicon.auxiliaries


def _cue(sentence: Sentence, lexicon: Lexicon, verb: Verb, token: Any, end: int) -> Cue:
    group = _group(sentence, lexicon, token)
    start = sentence.start(group[0])
    inverted = _inverted(sentence, lexicon, start, end)
    form = _form(token, group, lexicon, inverted is not None)
    negated = any(each.text.lower() in lexicon.negations for each in [*_before(sentence, group[0])[-2:], *group])
    return Cue(verb, token, start, sentence.start(token), end, form, _passive(group, token), inverted, negated)


def _group(sentence: Sentence, lexicon: Lexicon, token: Any) -> list[Any]:
    """The verb with the auxiliaries and adverbs before it."""
    group = [token]
    for each in reversed(_before(sentence, token)):
        word = each.text.lower().split("-")[0].strip("-")
        if word in lexicon.auxiliaries or each.pos_ == "AUX":
            group = [each, *(t for t in sentence.tokens if each.i < t.i < group[0].i), *group]
        elif each.pos_ not in {"ADV", "PRON"} and not each.text.startswith("-"):
            break
    return group


def _inverted(sentence: Sentence, lexicon: Lexicon, start: int, end: int) -> tuple[int, int] | None:
    for match in lexicon.inversion.finditer(sentence.words, start, min(len(sentence.words), end + 12)):
        if match.start() <= end and match.start(1) >= start:
            return match.span(2)
    return None


def _form(token: Any, group: list[Any], lexicon: Lexicon, inverted: bool) -> str:
    word = token.text.lower().split("-")[0]
    if word.endswith(("ant", "ing")):
        return "participle"
    if len(group) > 1 or inverted:
        return "finite"
    if word.endswith(("er", "ir", "re")) and token.morph.get("VerbForm") != ["Fin"] and lexicon.inversion.pattern != "(?!)":
        return "infinitive"
    if token.morph.get("VerbForm") == ["Inf"] and lexicon.inversion.pattern == "(?!)" and any(t.text.lower() == "to" for t in token.lefts):
        return "infinitive"
    past = word.endswith(("é", "ée", "és", "ées")) or "Part" in token.morph.get("VerbForm")
    return "past" if past and not (word.endswith("ed") and any(c.dep_.startswith("nsubj") for c in token.children)) else "finite"


def _passive(group: list[Any], token: Any) -> bool:
    words = [each.text.lower().split("-")[0] for each in group[:-1]]
    been = {"est", "sont", "était", "étaient", "été", "fut", "furent", "sera", "serait", "soit", "être", "is", "are", "was", "were", "been", "be", "being"}
    return bool(words) and bool(been & set(words)) and not any(each.text.lower() in {"s'", "se"} for each in token.lefts)
