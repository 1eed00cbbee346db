"""Where reported words end: a model's clauses end too soon and too late; a sentence's own signs do better."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import inside
from rotative.record.reading.statements.sentences import Sentence, is_finite

_OPENS = re.compile(r"(?:Alors que|Tandis que|Si|Bien que|Même si|Quand|Lorsque|Après que|Puisque|While|Although|Though|If|When|After) ")
"""What opens a sentence with a clause that is not its main one."""
_JOINS = frozenset(["et", "mais", "ou", "puis", "and", "but", "or", "then", "tout", "en", "avant", "de", "d'", "après", "avoir", "before", "after", "while"])
_LIGHT = frozenset([
    "également", "ainsi", "aussi", "notamment", "ensuite", "enfin", "alors", "encore", "par", "also", "later", "il", "elle", "ils", "elles",
    "he", "she", "they", "qui", "who", "et", "and"
])


def border(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon, start: int, clause: bool = True) -> int:
    """Where the content that begins at start ends: at the sentence's end, or where another reporting begins.

    clause: whether it is one; an infinitive or a noun phrase ends before the next clause, too.
    """
    cuts = [cut for cut in (_joined(sentence, other, start) for other in others if other.begin > start and other is not cue) if cut]
    cuts += [cut for other in others if other.begin > start and (cut := _opposed(sentence, other, start))]
    cuts += list(_sources(sentence, lexicon, start))
    cuts += [] if clause else [*_clauses(sentence, start), *(cut for other in others if other.begin > start and (cut := _begun(sentence, other, start)))]
    cuts += [sentence.start(t) for t in sentence.between(start, sentence.span.end) if cue.passive and not clause and t.text.lower() in {"par", "by"} and not sentence.quoted(t)]
    cuts += _subject_behind(sentence, cue, start)
    if _OPENS.match(sentence.words, *sentence.span) and "," not in sentence.words[sentence.span.start : cue.start]:
        cuts += [cut for other in others if other.begin > start and (cut := _begun(sentence, other, start))]
        cuts += _main_clause(sentence, start)
    cuts += _main_verb(sentence, cue, start, clause)
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
    while start < end and sentence.words[start] in " ,:;–—)":
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


def _begun(sentence: Sentence, other: Cue, start: int) -> int | None:
    """Where, after a comma, the clause of another cue begins, with its subject."""
    for token in reversed(sentence.between(start, other.start)):
        if is_finite(token) or token.text.lower() in {"qui", "que", "qu'", "dont", "où", "who", "which", "that"} or other.form != "finite":
            return None
        if token.text == "," and not sentence.quoted(token):
            return sentence.start(token)
    return None


def _main_clause(sentence: Sentence, start: int) -> Iterator[int]:
    """Where, after a clause that opens the sentence, the main one begins: at the comma before its subject."""
    tokens, said = sentence.between(start, sentence.span.end), False
    for number, token in enumerate(tokens):
        said = said or is_finite(token)
        if token.text == "," and said and not sentence.quoted(token):
            subject = next((each for each in tokens[number + 1 : number + 5] if each.dep_.startswith("nsubj")), None)
            if subject is not None and not any(each.text in {",", ":"} or each.pos_ in {"ADP", "SCONJ", "CCONJ"} for each in tokens[number + 1 : tokens.index(subject)]):
                yield sentence.start(token)
                return


def _opposed(sentence: Sentence, other: Cue, start: int) -> int | None:
    """Where a clause with another cue and another subject is set against the content: ", but the mayor said"."""
    tokens = sentence.between(start, other.start)
    for number in range(len(tokens) - 1, 0, -1):
        if is_finite(tokens[number]):
            return None
        if tokens[number].text.lower() in {"but", "mais", "while", "whereas", "although", "though", "tandis", "alors", "and", "et"} and tokens[number - 1].text == "," and not sentence.quoted(tokens[number]):
            return sentence.start(tokens[number - 1])
    return None


def _may_cut(other: Cue) -> bool:
    return not other.passive and bool({"c", "d"} & set(other.verb.follows))


def _comma(sentence: Sentence, position: int) -> int | None:
    before = sentence.words[sentence.span.start : position].rstrip()
    return sentence.span.start + len(before) - 1 if before.endswith(",") else None


def _after_quotation(sentence: Sentence, token: Any, start: int) -> bool:
    before = sentence.words[start : sentence.start(token)].rstrip()
    return before.endswith(("»", "”", '"')) and not sentence.quoted(token)


def _sources(sentence: Sentence, lexicon: Lexicon, start: int) -> Iterator[int]:
    """Where a source by preposition sets in after a comma: not "selon lui", which belongs to what is said."""
    for match in lexicon.according.finditer(sentence.words, start, sentence.span.end):
        comma = _comma(sentence, match.start())
        following = re.match(r"[\w'-]+", sentence.words[match.end() :])
        if comma and not inside(match.start(), sentence.quotations) and not (following and following.group().lower() in lexicon.pronouns):
            yield comma


def _clauses(sentence: Sentence, start: int) -> Iterator[int]:
    """Where a clause of its own is joined: "et a été évacué", ", car", "lors de"."""
    tokens = [each for each in sentence.between(start, sentence.span.end) if not sentence.quoted(each)]
    for number, token in enumerate(tokens[1:-1], 1):
        if _joins_clause(tokens, number):
            comma = tokens[number - 1] if tokens[number - 1].text == "," else token
            yield sentence.start(comma)


def _joins_clause(tokens: Sequence[Any], number: int) -> bool:
    word, following = tokens[number].text.lower(), tokens[number + 1]
    if word in {"car", "lors", "tandis", "alors", "while"} or (word in {"mais", "but"} and tokens[number - 1].text == ","):
        return True
    if word == "en":
        return bool(following.text.lower().endswith("ant") and following.pos_ == "VERB")
    return word in {"et", "mais", "puis", "and", "but"} and _is_finite_ahead(tokens[number + 1 : number + 4])


def _is_finite_ahead(tokens: Sequence[Any]) -> bool:
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"}:
            return bool(token.morph.get("VerbForm") == ["Fin"])
        if token.pos_ not in {"PRON", "ADV"}:
            return False
    return False


def _subject_behind(sentence: Sentence, cue: Cue, start: int) -> list[int]:
    """Where, after a participle that opens a sentence, its subject comes: "rappelant que…, la maire a…"."""
    subject = behind(sentence, cue)
    comma = subject is not None and _comma(sentence, sentence.start(min(subject.subtree, key=lambda each: each.i)))
    return [comma] if comma and comma > start else []


def _main_verb(sentence: Sentence, cue: Cue, start: int, clause: bool) -> Iterator[int]:
    """Where, after a relative in which a cue stands, the verb of the noun before it comes: "les milices que le pays juge hostiles avancent"."""
    relative = next((each for each in (cue.head, cue.head.head) if each.dep_ == "acl:relcl"), None)
    yield from _past_relative(sentence, cue, start)
    noun = relative.head if relative is not None else None
    if noun is None or not noun.dep_.startswith("nsubj") or noun.head.i < cue.head.i:
        return
    verb = min([noun.head, *(each for each in noun.head.children if each.dep_.startswith(("aux", "cop")) and each.i > cue.head.i)], key=lambda each: each.i)
    at = sentence.start(verb)
    if at > start and (not clause or _comma(sentence, at)) and not sentence.quoted(verb):
        yield _comma(sentence, at) or at


def _past_relative(sentence: Sentence, cue: Cue, start: int) -> Iterator[int]:
    """Where a relative between commas closes: "Noé Arlin, qui affirme que la digue cède, a été arrêté"."""
    before = sentence.between(sentence.span.start, cue.start)
    if len(before) < 2 or before[-1].text.lower() != "qui" or before[-2].text != ",":
        return
    after = sentence.between(start, sentence.span.end)
    yield from (sentence.start(one) for one, other in pairwise(after) if one.text == "," and is_finite(other) and not sentence.quoted(one))


def behind(sentence: Sentence, cue: Cue) -> Any | None:
    """The subject of the sentence's verb, where it comes after a participle or an infinitive that opens the sentence."""
    if cue.form not in {"participle", "infinitive"}:
        return None
    for token in sentence.tokens:
        if token.dep_.startswith("nsubj") and not sentence.quoted(token) and (token.i < cue.head.i or token.head.dep_ == "ROOT"):
            return token if token.i > cue.head.i else None
    return None
