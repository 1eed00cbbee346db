"""Who says it: the mention beside the cue. None where it is not sure."""
from __future__ import annotations

import re
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.borders import behind
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.phrases import STOPS, extended, forward, noun_phrase, past_aside, phrase
from rotative.record.reading.statements.sentences import Sentence, is_finite

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
_CLIMBS = ("conj", "xcomp", "advcl", "acl", "ccomp", "cop", "aux", "parataxis", "obl", "nmod", "fixed", "ROOT", "dep", "pcomp", "mark", "amod", "flat", "relcl", "prep")
_OWN_SUBJECT = frozenset({"advcl", "ccomp", "parataxis", "obl", "nmod", "obl:mod", "obl:arg", "acl"})
"""What hangs on another verb and yet, when it is finite, has its own subject."""
_RELATIVE = frozenset({"qui", "who", "which", "that"})
_NOBODY = frozenset({"on", "ce", "c'", "cela", "ceci", "ça", "it", "there", "this", "that", "what", "we", "you", "nous", "vous", "je", "j'", "i", "se", "s'", "lui-même", "elle-même", "eux-mêmes", "himself", "herself", "themselves"})
_THEMSELVES = frozenset({"lui-même", "elle-même", "eux-mêmes", "elles-mêmes", "himself", "herself", "themselves", "itself"})
_FOR_HIS_PART = re.compile(r" (?:pour sa part|de son côté|quant à (?:lui|elle|eux)|par ailleurs|en outre|de même|à ce sujet|ce \w+|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
_NAME_BEFORE = re.compile(r"(?:^|, )([A-ZÀ-Þ][\w'’-]+(?: (?:de |d'|von |van )?[A-ZÀ-Þ][\w'’-]+)+)\s*,\s*$")
_IN_PAPER = re.compile(r"\b[Dd]ans (?=(?:un|une|le|la|ce|cette|son|l') ?(?:\w+ )?(?:communiqué|rapport|lettre|tribune|texte|message|courrier|déclaration|document|note)\b)")


def speaker(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The mention of who says what a cue reports."""
    if cue.verb.lemma == "lire":
        return _paper(sentence)
    if cue.inverted:
        return Span(*cue.inverted)
    if cue.passive:
        return _agent(sentence, cue)
    return before(sentence, cue, lexicon)


def after(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The noun phrase right after an inserted cue: "a indiqué la maire de Verel"."""
    if cue.verb.lemma == "lire":
        return _paper(sentence)
    if cue.inverted:
        return Span(*cue.inverted)
    aside = _FOR_HIS_PART.match(sentence.words, cue.end)
    following = [each for each in sentence.between(aside.end() if aside else cue.end, sentence.span.end) if each.pos_ != "ADV" or each.text[:1].isupper()]
    if not following or sentence.quoted(following[0]):
        return None
    first = following[0]
    if first.pos_ in _NOMINAL or first.text.lower() in lexicon.articles or first.text[:1].isupper():
        return forward(sentence, first) if first.text.lower() not in STOPS else None
    return None


def of_sentence(sentence: Sentence, end: int) -> Span | None:
    """The subject of a sentence's own verb, before a place of it: a name or a pronoun; None where it is neither."""
    for token in sentence.between(sentence.span.start, end):
        if token.head.dep_ == "ROOT" and _may_be_subject(sentence, token, token.head.i) and token.pos_ in {"PROPN", "PRON"} and token.text.lower() not in _NOBODY | _RELATIVE:
            return phrase(sentence, token)
    return None


def _paper(sentence: Sentence) -> Span | None:
    """The paper in which something is to be read: "dans un communiqué de la mairie, on apprend"."""
    found = _IN_PAPER.search(sentence.words, *sentence.span)
    return noun_phrase(sentence, found.end()) if found else None


def _agent(sentence: Sentence, cue: Cue) -> Span | None:
    following = sentence.between(cue.end, sentence.span.end)
    for number, token in enumerate(following[:-1]):
        if token.text.lower() in {"par", "by"} and following[number + 1].pos_ not in {"NOUN", "VERB", "ADJ", "ADP"}:
            return forward(sentence, following[number + 1])
        if is_finite(token) and not sentence.quoted(token):
            return None
    return None


def before(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The subject of the cue's verb, or of the verb on which it hangs."""
    subject = _subject(sentence, cue, lexicon)
    if isinstance(subject, Span):
        return subject
    if subject is None or (subject.pos_ in {"ADJ", "VERB"} and not any(each.dep_ == "det" for each in subject.children)):
        return _nearest(sentence, cue, lexicon)
    return None if subject.text.lower() in _NOBODY else _name_of(sentence, phrase(sentence, subject))


def _name_of(sentence: Sentence, span: Span) -> Span:
    """The name before, where the model takes its apposition for the subject: "Noé Arlin, maire de Verel, a dit"."""
    name = _NAME_BEFORE.search(sentence.words[sentence.span.start : span.start])
    if name and sentence.words[span.end : sentence.span.end].lstrip().startswith(","):
        return Span(sentence.span.start + name.start(1), sentence.span.start + name.end(1))
    return span


def _subject(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Any | None:
    opening = behind(sentence, cue)
    if opening is not None:
        return opening
    token = cue.head
    for step in range(6):
        inverted = step and _pronoun_after(sentence, token, lexicon)
        if inverted:
            return inverted
        for child in reversed(list(token.children)):
            if _may_be_subject(sentence, child, max(token.i, cue.head.i)) and (step == 0 or cue.form == "participle" or child.i < cue.head.i):
                return _antecedent(sentence, token, child) if child.text.lower() in _RELATIVE else child
        if token.dep_ == "acl" and _is_place(token.head):
            return None
        if token.dep_ in {"acl", "acl:relcl", "relcl"} and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i < token.i and not sentence.quoted(token.head):
            return _named(sentence, token.head, token)
        if token.head.i == token.i or not token.dep_.startswith(_CLIMBS) or (step == 0 and cue.form == "finite" and token.dep_ in _OWN_SUBJECT):
            return None
        token = token.head
    return None


def _is_place(token: Any) -> bool:
    """Whether a noun says where, not who: "à Verel"."""
    return any(each.dep_ == "case" and each.text.lower() in {"à", "en", "dans", "sur", "in", "at", "on"} for each in token.children)


def _pronoun_after(sentence: Sentence, token: Any, lexicon: Lexicon) -> Span | None:
    """The pronoun that is set after a verb ("a-t-il dit", "dit-elle"), which the model does not see."""
    start = sentence.start(token)
    for match in lexicon.inversion.finditer(sentence.words, max(sentence.span.start, start - 12), start + len(token) + 8):
        if match.end() <= start or match.start() == start:
            return Span(*match.span(2)) if match.group(2).lower() != "on" else None
    return None


def subject(sentence: Sentence, cue: Cue) -> Span | None:
    """What is said to be so in the passive: "la fermeture a été annoncée par la mairie"."""
    for child in cue.head.children:
        if child.dep_.startswith("nsubj") and _may_be_subject(sentence, child, cue.head.i) and child.pos_ in {"NOUN", "PROPN"}:
            return phrase(sentence, child)
    return None


def _may_be_subject(sentence: Sentence, child: Any, limit: int) -> bool:
    if not child.dep_.startswith("nsubj") or child.ent_type_ in {"DATE", "TIME"} or child.i >= limit or sentence.quoted(child) or child.text.startswith("-") or child.text.lower() in _THEMSELVES:
        return False
    return sentence.span.start <= sentence.start(child) and not any(each.dep_ == "case" and each.i < child.i for each in child.children)


def _antecedent(sentence: Sentence, verb: Any, relative: Any) -> Any | None:
    for _ in range(3):
        if verb.dep_ in {"acl:relcl", "acl", "relcl"} and verb.head.i < relative.i:
            return _named(sentence, verb.head, relative)
        verb = verb.head
    earlier = [each for each in sentence.tokens if each.i < relative.i and each.pos_ in {"NOUN", "PROPN", "PRON"}]
    return _named(sentence, earlier[-1], relative) if earlier else None


def _named(sentence: Sentence, head: Any, relative: Any) -> Any:
    """The name before an apposition, where a relative that follows a comma hangs on the apposition: "X, maire de Verel, qui"."""
    commas = [each for each in sentence.tokens if each.text == "," and each.i < relative.i and not sentence.quoted(each)]
    if len(commas) < 2 or commas[-1].i < relative.i - 1:
        return head
    for comma in reversed(commas[:-1]):
        name = sentence.tokens[0].doc[comma.i - 1]
        following = comma.nbor(1)
        if name.pos_ == "PROPN" and following.text[:1].islower() and following.text.lower() not in STOPS | {"et", "and"}:
            while name.dep_.startswith("flat") and name.head.i < name.i:
                name = name.head
            return name
    return head


def _nearest(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """Without a subject in the parse: the noun phrase that fills the place between the last comma and the cue."""
    preceding = [each for each in sentence.between(sentence.span.start, cue.start) if not sentence.quoted(each)]
    while preceding and (preceding[-1].pos_ == "ADV" or preceding[-1].text.lower() in {"n'", "ne", "l'", "lui", "leur", "se", "s'", "y", "en"}):
        preceding.pop()
    if preceding and preceding[-1].text.lower() in lexicon.pronouns:
        return Span(sentence.start(preceding[-1]), sentence.end(preceding[-1]))
    if cue.form == "participle" and preceding and preceding[0].pos_ == "PROPN" and sentence.tokens[0] is preceding[0]:
        return phrase(sentence, preceding[0])
    if cue.form == "finite" and preceding and preceding[-1].text.lower() in {"et", "and", "puis", "mais", "but"}:
        return _sole_subject(sentence, preceding)
    preceding = past_aside(preceding)
    piece: list[Any] = []
    for token in reversed(preceding):
        if token.pos_ in {"PUNCT", "CCONJ", "SCONJ", "VERB", "AUX"} or token.text.lower() in STOPS:
            break
        piece.insert(0, token)
    if not piece or cue.form != "finite" or not any(each.pos_ in {"NOUN", "PROPN"} for each in piece) or piece[0].pos_ == "ADP":
        return None
    return extended(sentence, Span(sentence.start(piece[0]), sentence.end(piece[-1])))


def _sole_subject(sentence: Sentence, preceding: list[Any]) -> Span | None:
    """The subject of all that goes before a joined cue, where there is one only."""
    subjects = [each for each in preceding if _may_be_subject(sentence, each, preceding[-1].i)]
    if len(subjects) != 1 or subjects[0].text.lower() in _NOBODY | _RELATIVE:
        return None
    return _name_of(sentence, phrase(sentence, subjects[0]))
