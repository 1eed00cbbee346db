"""Clauses that tell of an event: a finite verb of the indicative, its subject a noun, a date of its own."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.events.lexicon import (
    ASIDES,
    CONNECTORS,
    HEDGED,
    LEANING,
    NO_EVENT,
    OPEN,
    SAYING,
    SIGNS,
    WHEN,
)
from rotative.record.reading.findings import Date
from rotative.record.reading.sentences import is_quoted

AUXILIARIES = ("aux", "aux:pass", "aux:tense", "auxpass")
SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
COMPLEMENTS = ("obj", "dobj", "obl:agent", "obl:arg", "agent", "iobj", "xcomp", "attr", "oprd", "prt", "prep", "obl", "obl:mod")
LONGEST = 14  # tokens of a piece: more is no short phrase

Dated = tuple[Date, Any]


@dataclass(frozen=True)
class Happening:
    """What tells of an event: its head, the pieces of text that say it (lists of tokens), its date."""

    head: Any
    pieces: tuple[Any, ...]
    date: Date


def in_clauses(sentence: Any, dates: Sequence[Dated]) -> Iterator[Happening]:
    """The events of a sentence's clauses."""
    if HEDGED.search(sentence.text):
        return
    for verb in sentence:
        own = [(date, span) for date, span in dates if governor(span) == verb and not is_open(span) and (is_day(date) or not _is_present(verb))]
        if own and tells(verb, sentence):
            pieces = _pieces(verb, [span for _, span in dates])
            if pieces:
                yield Happening(verb, pieces, max((date for date, _ in own), key=lambda date: len(date.interval.start or "")))


def governor(span: Any) -> Any:
    """The verb of whose clause a date is: not the verb beyond a noun that the date belongs to ("la séance du 3")."""
    token = span.root
    if belongs_to_noun(span):
        return None
    while token.pos_ not in ("VERB", "AUX") and token.dep_ != "ROOT":
        token = token.head
    return token


def belongs_to_noun(span: Any) -> bool:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    first, last = span[0].lower_, span[-1].lower_
    return before in ("du", "de", "des", "d'", "of") or first in ("du", "de", "des", "d'", "of") or last in ("'s", "'")


def is_day(date: Date) -> bool:
    """A day or less: what is told in the present of a month, or a year, is a state."""
    return (date.interval.start or "")[:10] == (date.interval.end or "")[:10] or date.type == "TIME"


def _is_present(verb: Any) -> bool:
    """ "Le port ferme", "the port closes", "est fermé"; not "a fermé"."""
    auxiliaries = [child for child in verb.children if child.dep_ in AUXILIARIES]
    finite = next((each for each in [*auxiliaries, verb] if each.morph.get("VerbForm") == ["Fin"]), verb)
    return bool(finite.dep_ not in ("aux:tense", "aux") and finite.morph.get("Tense") == ["Pres"])


def is_open(span: Any) -> bool:
    """ "Depuis mardi", "jusqu'au 3": a state, or a bound, and not when it happened."""
    around = span.doc[max(0, span.start - 2) : span.start + 1]
    return any(token.lower_ in OPEN for token in around)


def tells(verb: Any, sentence: Any) -> bool:
    """Whether a verb says that something happened, happens or will: of the indicative, not denied, hanging on nothing said."""
    group = [verb, *(child for child in verb.children if child.dep_ in AUXILIARIES)]
    return (
        verb.pos_ == "VERB"
        and any(_is_of_an_event(each, verb) for each in group)
        and not any(_weakens(each) for each in group)
        and (verb.lemma_.lower() not in SAYING | NO_EVENT or _takes_place(verb))
        and not is_quoted(verb, sentence)
        and _is_told(verb)
    )


def _takes_place(verb: Any) -> bool:
    """ "La séance aura lieu": there "avoir" tells of an event."""
    return bool(verb.lemma_ == "avoir" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "lieu")


def _is_of_an_event(token: Any, verb: Any) -> bool:
    """A finite form: a past, a future, or a present with its date; not the imperfect of what went on, nor "était fermé"."""
    if token.tag_ in ("VBD", "VBZ", "VBP") or token.tag_ == "MD" and token.lower_ in ("will", "'ll", "shall"):
        return True
    is_indicative = token.morph.get("VerbForm") == ["Fin"] and token.morph.get("Mood") == ["Ind"] and token.tag_ != "MD"
    return bool(is_indicative and (token.dep_ == "aux:tense" or token.morph.get("Tense") != ["Imp"]))


def _weakens(token: Any) -> bool:
    """The conditional, the subjunctive, a modal verb, a denial."""
    if token.morph.get("Mood") in (["Cnd"], ["Sub"]) or token.tag_ == "MD" and token.lower_ not in ("will", "'ll", "shall"):
        return True
    return any(child.dep_ == "neg" or child.lower_ in ("ne", "n'", "pas", "jamais", "not", "n't", "never") for child in token.children)


def _is_told(verb: Any) -> bool:
    """The main clause, one beside it, or one that says when; none that a verb of saying or wishing governs."""
    token = verb
    while token.dep_ != "ROOT":
        if token.dep_ == "conj" or token.dep_ == "advcl" and any(child.lower_ in WHEN for child in token.children if child.dep_ in ("mark", "advmod")):
            token = token.head
        else:
            return False
    return bool(token == verb or token.lemma_.lower() not in SAYING)


# ── The words ──────────────────────────────────────────────────────────────────


def _pieces(verb: Any, dates: Sequence[Any]) -> tuple[Any, ...]:
    """Subject, verb, complements: without dates and asides. Nothing where the subject is no noun, or too long."""
    subject = _subject(verb)
    group = sorted([verb, *(child for child in verb.children if _is_of_group(child, verb))], key=lambda token: token.i)
    inside = {token.i for span in dates for token in span}
    if not subject or inside & {token.i for token in [*subject, *group]}:
        return ()
    complements = [short(child) for child in verb.children if child.dep_ in COMPLEMENTS and child.i > verb.i and not inside & {token.i for token in child.subtree}]
    pieces = sorted([subject, group, *(complements[:2] or _what_follows(verb, inside))], key=lambda piece: piece[0].i)
    is_whole = len(pieces) > 2 or not _lacks_an_object(group)
    return tuple(pieces) if is_whole and all(len(piece) <= LONGEST for piece in pieces) else ()


def _lacks_an_object(group: Sequence[Any]) -> bool:
    """ "A convoqué", and nobody: what the parser lost; verbs that need none have "être", or a complement."""
    return any(token.dep_ == "aux:tense" and token.lemma_ == "avoir" for token in group) and not any(token.dep_ == "aux:pass" for token in group)


def _what_follows(verb: Any, inside: set[int]) -> list[Any]:
    """The words after a verb, or after its date, where the parser gave it no complement, as far as the next sign."""
    start = verb.i + 1
    while start in inside:
        start += 1
    end = start
    while end < len(verb.doc) and verb.doc[end].is_alpha and end not in inside and verb.doc[end].lower_ not in ("et", "and", *ASIDES):
        end += 1
    while end > start and verb.doc[end - 1].pos_ in ("ADP", "DET", "SCONJ", "ADV", "CCONJ"):
        end -= 1
    return [whole(list(verb.doc[start:end]))] if start < end else []


def _subject(verb: Any) -> list[Any]:
    """The tokens of the subject, or of two that "and" joins; none of one that leans on a sentence before."""
    heads = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not heads or any(head.pos_ not in ("NOUN", "PROPN", "NUM") for head in heads):
        return []
    first, last = short(heads[0]), short(heads[-1])
    between = {token.lower_ for token in verb.doc[heads[0].i : heads[-1].i]}
    tokens = list(verb.doc[first[0].i : last[-1].i + 1]) if len(heads) > 1 and between & {"et", "and"} else last
    while tokens and tokens[0].lower_ in CONNECTORS:
        tokens = tokens[1:]
    return [] if any(token.lower_ in LEANING or token.lower_ in ASIDES for token in tokens) else tokens


def _is_of_group(child: Any, verb: Any) -> bool:
    return child.dep_ in (*AUXILIARIES, "prt") or child.dep_.startswith("expl") or child.dep_ == "iobj" and child.i < verb.i


def short(head: Any) -> list[Any]:
    """A phrase as far as its first aside: a relative clause, what is set between commas."""
    tokens = list(head.subtree)
    for number, token in enumerate(tokens):
        if token.i > head.i and (token.text in SIGNS or token.dep_ == "mark" or token.lower_ in ASIDES):
            return whole(tokens[:number])
    return whole(tokens)


def whole(tokens: list[Any]) -> list[Any]:
    """With the rest of a word that was cut in two: "Sault-" and "Noir"."""
    while tokens and not tokens[-1].whitespace_ and tokens[-1].i + 1 < len(tokens[-1].doc) and tokens[-1].nbor().text[0].isalnum():
        tokens = [*tokens, tokens[-1].nbor()]
    return tokens
