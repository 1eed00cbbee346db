"""Who says it: the mention beside the cue. None where it is not sure."""
from __future__ import annotations

from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.sentences import Sentence

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
_CLIMBS = ("conj", "xcomp", "advcl", "acl", "ccomp", "cop", "aux", "parataxis", "obl", "nmod", "fixed", "ROOT", "dep", "pcomp")
_RELATIVE = frozenset({"qui", "who", "which", "that"})
_STOPS = frozenset({"qui", "que", "qu'", "dont", "où", "who", "which", "that", "whose", "where", ":", ";", "(", ",", "–", "—"})


def speaker(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The mention of who says what a cue reports."""
    if cue.inverted:
        return Span(*cue.inverted)
    if cue.passive:
        return _agent(sentence, cue)
    return before(sentence, cue, lexicon)


def after(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The noun phrase right after an inserted cue: "a indiqué la maire de Verel"."""
    if cue.inverted:
        return Span(*cue.inverted)
    following = [each for each in sentence.between(cue.end, sentence.span.end) if each.pos_ != "ADV" or each.text[:1].isupper()]
    if not following or sentence.quoted(following[0]):
        return None
    first = following[0]
    if first.pos_ in _NOMINAL or first.text.lower() in lexicon.articles or first.text[:1].isupper():
        return _forward(sentence, first) if first.text.lower() not in _STOPS else None
    return None


def _forward(sentence: Sentence, first: Any) -> Span | None:
    """The noun phrase from its first token on."""
    last = None
    for token in sentence.between(sentence.start(first), sentence.span.end):
        word = token.text.lower()
        if word in _STOPS or sentence.quoted(token) or (last is not None and token.pos_ in {"VERB", "AUX"} and token.i > first.i) or token.pos_ == "PUNCT" and word not in {"-", "."} and token.i > first.i:
            break
        if last is not None and token.pos_ == "ADP" and word not in {"de", "d'", "du", "des", "of", "au", "aux", "à", "for", "-"}:
            break
        last = token
    return Span(sentence.start(first), sentence.end(last)) if last is not None else None


def _agent(sentence: Sentence, cue: Cue) -> Span | None:
    following = sentence.between(cue.end, sentence.span.end)
    for number, token in enumerate(following[:-1]):
        if token.text.lower() in {"par", "by"}:
            return _forward(sentence, following[number + 1])
        if token.pos_ in {"VERB", "AUX"} or sentence.quoted(token):
            return None
    return None


def before(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The subject of the cue's verb, or of the verb on which it hangs."""
    subject = _subject(sentence, cue)
    if subject is None:
        return _nearest(sentence, cue, lexicon)
    return phrase(sentence, subject)


def _subject(sentence: Sentence, cue: Cue) -> Any | None:
    token = cue.head
    for _ in range(5):
        for child in token.children:
            if child.dep_.startswith("nsubj") and not sentence.quoted(child) and child.i < max(token.i, cue.head.i):
                return _antecedent(sentence, token, child) if child.text.lower() in _RELATIVE else child
        if token.dep_ in {"acl", "acl:relcl"} and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i < token.i and not sentence.quoted(token.head):
            return token.head
        if token.head.i == token.i or not token.dep_.startswith(_CLIMBS):
            return None
        token = token.head
    return None


def _antecedent(sentence: Sentence, verb: Any, relative: Any) -> Any | None:
    for _ in range(3):
        if verb.dep_ in {"acl:relcl", "acl", "relcl"} and verb.head.i < relative.i:
            return verb.head
        verb = verb.head
    earlier = [each for each in sentence.tokens if each.i < relative.i and each.pos_ in {"NOUN", "PROPN", "PRON"}]
    return earlier[-1] if earlier else None


def _nearest(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """Without a subject in the parse: the noun phrase that opens the cue's clause, where nothing else could be it."""
    preceding = [each for each in sentence.between(sentence.span.start, cue.start) if not sentence.quoted(each)]
    pronouns = [each for each in preceding[-4:] if each.text.lower() in lexicon.pronouns]
    if pronouns:
        return Span(sentence.start(pronouns[-1]), sentence.end(pronouns[-1]))
    for token in preceding:
        if token.dep_.startswith("nsubj") or (token.dep_ == "ROOT" and token.pos_ in {"NOUN", "PROPN"}):
            return phrase(sentence, token)
    return None


def phrase(sentence: Sentence, head: Any) -> Span:
    """The noun phrase of a head: what leads up to it, and what completes it up to a comma or a relative."""
    left = head
    for token in reversed([each for each in head.subtree if each.i < head.i]):
        if token.i != left.i - 1 or token.pos_ in {"PUNCT", "VERB", "SCONJ", "CCONJ"} or token.i < sentence.tokens[0].i:
            break
        left = token
    last = head
    for token in (each for each in head.subtree if each.i > head.i):
        if token.i != last.i + 1 or token.text.lower() in _STOPS or sentence.quoted(token) or (token.pos_ in {"VERB", "AUX"} and token.dep_ != "flat:name"):
            break
        last = token
    return Span(sentence.start(left), sentence.end(last))
