"""Who speaks, by the place of a noun phrase, where a parse has another or none: beside a cue, behind an opening participle."""
from __future__ import annotations

import re
from typing import Any

from rotative.record.reading.actors.classes import is_of_a_person
from rotative.record.reading.findings import Span
from rotative.record.reading.statements.agents import may_speak
from rotative.record.reading.statements.agreement import is_of_many, is_of_many_by_article
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.phrases import noun_phrase
from rotative.record.reading.statements.sentences import Sentence, is_finite

_BETWEEN = frozenset({"n'", "ne", "l'", "le", "la", "les", "lui", "leur", "se", "s'", "y", "en"})
_CLAUSES = frozenset({"qui", "que", "qu'", "dont", "où", "et", "mais", "puis", "ou"})
_OPENS = frozenset({"DET", "PROPN", "PRON"})
_NOBODY = frozenset({"on", "ce", "c'", "cela", "ça", "qui", "que", "qu'", "dont", "rien", "tout", "se", "s'", "y", "en", "ceci"})
_NAME = re.compile(r"(?:(?<=, )|^|(?<=[.»] ))(?!(?:Sur|Dans|En|Selon|Pour|Lors|Avec|Chez|Depuis|Après|Avant|Par|Contre|Devant|Vers|Sous|À|Au|Aux) )(?P<who>[A-ZÀ-Þ][\w'-]+(?: (?:de |d'|von |van )?[A-ZÀ-Þ][\w'-]+)+)(?= ?,)")
_APART = re.compile(r", (?:elles?|lui|eux) ?,$")
_MANNER = re.compile(r" ?, [^,.;:«»]{3,50}, (?=\S)")
_TRADES = ("eur", "eure", "eurs", "trice", "trices")
"""How trades end that the model takes for verbs."""
_PROFITED = re.compile(r"\b(?P<who>ils?|elles?|ce dernier|cette dernière) (?:en )?(?:a|ont|avait|avaient) (?:\w+ )?profité\b", re.IGNORECASE)


def right_before(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The noun phrase that fills the place between the last comma and a finite cue: "au port, des dockers et la mairie ont dit"."""
    if cue.form != "finite" or cue.passive or cue.inverted or lexicon.language != "fr":
        return None
    piece = _piece(sentence, sentence.between(sentence.span.start, cue.start))
    if not piece or piece[0].i == sentence.tokens[0].i or piece[0].nbor(-1).text != "," or piece[0].pos_ not in _OPENS - {"PRON"}:
        return None
    if any(each.text.lower() in _CLAUSES - {"et"} or each.pos_ in {"VERB", "AUX"} for each in piece):
        return None
    found = Span(sentence.start(piece[0]), sentence.end(piece[-1]))
    return found if may_speak(sentence, found, lexicon) else None


def behind_place(sentence: Sentence, found: Span, cue: Cue, lexicon: Lexicon) -> Span | None:
    """Who stands behind a mention's comma and right before a verb other than the cue's: the mention says where: "place du Môle, des dockers manifestent et crient"."""
    behind = sentence.between(found.end, cue.start)
    if len(behind) < 3 or behind[0].text != "," or behind[1].pos_ not in _OPENS or behind[1].text.lower() in _NOBODY or cue.form == "infinitive":
        return None
    piece: list[Any] = []
    for token in behind[1:]:
        if is_finite(token) and piece:
            break
        if token.pos_ in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"} or token.text.lower() in _CLAUSES | {"ce"} or sentence.quoted(token):
            return None
        piece.append(token)
    else:
        return None
    while piece and (piece[-1].pos_ == "ADV" or piece[-1].text.lower() in _BETWEEN):
        piece.pop()
    who = Span(sentence.start(piece[0]), sentence.end(piece[-1])) if piece else None
    return who if who and (piece[0].pos_ == "PRON" or may_speak(sentence, who, lexicon)) else None


def counted(sentence: Sentence, found: Span, cue: Cue) -> Span | None:
    """All who speak, where the verb is of many and the mention the last of those whom "et" joins: "la mairie et son directeur ont dit"."""
    if cue.form != "finite" or cue.passive or cue.inverted or not is_of_many(sentence, cue) or is_of_many_by_article(sentence, found):
        return None
    first = noun_phrase(sentence, sentence.span.start) if re.search(r",\s*et\s+$", sentence.words[sentence.span.start : found.start]) else None
    if first and first.end < found.start:
        return Span(first.start, found.end)
    piece = [each for each in _piece(sentence, sentence.between(sentence.span.start, cue.start)) if each.i >= sentence.tokens[0].i]
    if not piece or piece[0].pos_ not in _OPENS - {"PRON"} or sentence.start(piece[0]) >= found.start or found.start >= sentence.end(piece[-1]):
        return None
    if not re.search(r"\bet (?:[\w'-]+ )?$", sentence.words[sentence.start(piece[0]) : found.start]) or any(each.pos_ in {"VERB", "AUX"} or each.text.lower() in _CLAUSES - {"et"} for each in piece):
        return None
    return Span(sentence.start(piece[0]), max(found.end, sentence.end(piece[-1])))


def opening_name(sentence: Sentence, cue: Cue) -> Span | None:
    """The name that opens a sentence, behind whose long apposition a finite cue stands: "Noé Arlin, pêcheur « modéré » du Môle, annonce"."""
    if cue.form != "finite" or cue.passive or not sentence.words[sentence.span.start : cue.start].rstrip().endswith(","):
        return None
    for name in _NAME.finditer(sentence.words, sentence.span.start, cue.start):
        behind = [each for each in sentence.between(name.end("who"), cue.start) if not sentence.quoted(each)]
        if behind and behind[0].pos_ == "PUNCT" and not any((is_finite(each) and not each.text.endswith(_TRADES)) or each.text.lower() == "et" and each.nbor(1).pos_ in {"PROPN", "DET"} for each in behind):
            return Span(*name.span("who"))
    return None


def before_slip(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """Who stands between "et" and a comma that ought not to be there: "et la maire du port, a demandé"."""
    before = sentence.between(sentence.span.start, cue.start)
    if cue.form != "finite" or cue.passive or lexicon.language != "fr" or not before or before[-1].text != ",":
        return None
    piece: list[Any] = []
    for token in reversed(before[:-1]):
        if token.text.lower() in {"mais", "puis"} or (token.text.lower() == "et" and piece and piece[0].pos_ in {"DET", "PROPN"}):
            break
        piece.insert(0, token)
        if token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ"} or sentence.quoted(token):
            return None
    found = Span(sentence.start(piece[0]), sentence.end(piece[-1])) if piece and piece[0].pos_ in {"DET", "PROPN"} and piece[0].i > sentence.tokens[0].i else None
    return found if found and may_speak(sentence, found, lexicon) else None


def _piece(sentence: Sentence, preceding: list[Any]) -> list[Any]:
    """The tokens from the last comma on, without adverbs and small pronouns at their end."""
    while preceding and (preceding[-1].pos_ == "ADV" or preceding[-1].text.lower() in _BETWEEN):
        preceding = preceding[:-1]
    start = len(preceding)
    while start and preceding[start - 1].text not in {",", ";", ":", "(", ")", "–", "—"} and not sentence.quoted(preceding[start - 1]):
        start -= 1
    return preceding[start:]


def behind_opening(sentence: Sentence, cue: Cue) -> Span | None:
    """Whose an opening participle or infinitive is: the subject behind its comma, or who opens the sentence before it."""
    if cue.form not in {"participle", "infinitive"} or any(is_finite(each) and not sentence.quoted(each) for each in sentence.between(sentence.span.start, cue.begin)):
        return None
    if cue.form == "participle" and not _opens_clause(sentence, cue):
        return None
    for token in sentence.between(cue.end, sentence.span.end):
        if not is_finite(token) or sentence.quoted(token) or token.nbor(-1).pos_ == "AUX":
            continue
        piece = _piece(sentence, sentence.between(cue.end, sentence.start(token)))
        if not piece:
            return noun_phrase(sentence, sentence.span.start)
        if piece[0].nbor(-1).text == "," and (piece[0].pos_ in _OPENS or is_of_a_person(piece[0].text)) and not any(each.text.lower() in _NOBODY for each in piece):
            return Span(sentence.start(piece[0]), sentence.end(piece[-1]))
    return None


def _opens_clause(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle stands behind nothing, a comma or "en": behind a noun, it is the noun's."""
    before = sentence.between(sentence.span.start, cue.begin)
    while before and (before[-1].pos_ == "ADV" or before[-1].text.lower() in _BETWEEN - {"en"}):
        before.pop()
    return not before or before[-1].text in {",", "en", "En", "tout", "Tout"}


def opening_subject(sentence: Sentence, limit: int) -> Span | None:
    """The noun phrase that opens a sentence, right before its first verb, where the parse has no subject."""
    tokens = sentence.between(sentence.span.start, limit)
    first = next((number for number, each in enumerate(tokens) if is_finite(each) or each.pos_ == "AUX"), None)
    piece = tokens[:first] if first else []
    if len(piece) > 3 and piece[-1].text == "," and _APART.search(sentence.words, sentence.span.start, sentence.end(piece[-1])):
        piece = piece[:-3]
    elif len(piece) > 4 and piece[-1].text.lower() in {"se", "s'"} and _APART.search(sentence.words, sentence.span.start, sentence.end(piece[-2])):
        piece = piece[:-4]
    while piece and (piece[-1].pos_ == "ADV" or piece[-1].text.lower() in _BETWEEN):
        piece.pop()
    if not piece or piece[0].pos_ not in _OPENS or any(each.pos_ in {"PUNCT", "VERB", "SCONJ"} or each.text.lower() in _NOBODY or sentence.quoted(each) for each in piece):
        return None
    return Span(sentence.start(piece[0]), sentence.end(piece[-1]))


def past_manner(sentence: Sentence, begins: int) -> int:
    """Behind how it was said, between commas, where a mention follows: "raconte, les larmes aux yeux, un habitant"; begins itself where none does."""
    found = _MANNER.match(sentence.words, begins, sentence.span.end)
    if found is None or any(is_finite(each) or sentence.quoted(each) for each in sentence.between(begins, found.end())):
        return begins
    following = sentence.between(found.end(), sentence.span.end)[:1]
    return found.end() if following and following[0].pos_ in {"DET", "PROPN"} else begins


def who_profited(sentence: Sentence, cue: Cue) -> Span | None:
    """The pronoun that the parse does not see: "il en a profité pour rappeler"."""
    found = _PROFITED.search(sentence.words, sentence.span.start, cue.start) if cue.form == "infinitive" else None
    return Span(*found.span("who")) if found else None


def absolute(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """Who stands right before a participle, behind a comma, with an article: "…, l'un des élus du port estimant que"."""
    if cue.form != "participle" or lexicon.language != "fr":
        return None
    before = sentence.between(sentence.span.start, cue.start)
    if before and before[-1].text.lower() == "en":
        return None
    piece = _piece(sentence, before)
    if not piece or piece[0].i == sentence.tokens[0].i or piece[0].nbor(-1).text != "," or not (piece[0].pos_ == "DET" or piece[0].text.lower() in {"l'un", "l'une", "nombre", "beaucoup"}):
        return None
    if any(each.pos_ in {"VERB", "AUX"} or each.text.lower() in _CLAUSES for each in piece):
        return None
    found = Span(sentence.start(piece[0]), sentence.end(piece[-1]))
    return found if may_speak(sentence, found, lexicon) else None


def agent_before(sentence: Sentence, cue: Cue) -> Span | None:
    """Who did in the passive what stands right before a participle's comma: "une alerte a été lancée par la mairie, déclarant que"."""
    preceding = sentence.between(sentence.span.start, cue.start)
    if len(preceding) < 3 or preceding[-1].text != ",":
        return None
    by = next((each for each in reversed(preceding[-8:-1]) if each.text.lower() == "par"), None)
    found = noun_phrase(sentence, sentence.end(by) + 1) if by is not None else None
    return found if found and not sentence.words[found.end : sentence.start(preceding[-1])].strip() else None


def is_detached(sentence: Sentence, token: Any) -> bool:
    """Whether a word that opens a sentence is an adjective or a participle that says how somebody is: "Ému, il déclare"."""
    if token.i != sentence.tokens[0].i or not re.search(r"(?:[éiu]e?s?|eux|euses?)$", token.text) or token.i + 2 >= len(token.doc) or token.nbor(1).text != ",":
        return False
    return token.nbor(2).pos_ in _OPENS
