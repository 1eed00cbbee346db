"""Who says it: the mention beside the cue. None where it is not sure."""
from __future__ import annotations

import re
from typing import Any

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.agents import is_thing, is_unsure, may_speak
from rotative.record.reading.statements.agreement import disagrees, with_first
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.inverted import past_circumstances
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import is_a_name
from rotative.record.reading.statements.phrases import (
    STOPS,
    extended,
    forward,
    is_hyphen,
    noun_phrase,
    past_aside,
    phrase,
)
from rotative.record.reading.statements.placing import (
    absolute,
    agent_before,
    before_slip,
    behind_opening,
    behind_place,
    counted,
    opening_name,
    opening_subject,
    past_manner,
    right_before,
    who_profited,
)
from rotative.record.reading.statements.sentences import Sentence, is_ago, is_finite
from rotative.record.reading.statements.subjects import NOBODY, RELATIVE, main_subject, may_be_subject, subject_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
_FOR_HIS_PART = re.compile(r" (?:pour sa part|de son côté|quant à (?:lui|elle|eux)|par ailleurs|en outre|de même|à ce sujet|ce \w+|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
_WITH_ONE = re.compile(r"(?:À|Au|Aux|Chez|Du côté d(?:e |u |es |')|Dans l'entourage d(?:e |u |es |')|Au sein d(?:e |u |es |'))\s?(?P<who>[^,.;«»]{2,60}), (?:où )?(?:l')?on (?:n'|ne |se |s')?$")
_NAME_BEFORE = re.compile(r"(?:^|, )(?!(?:Sur|Dans|En|Selon|Pour|Lors|Avec|Chez|Depuis|Après|Avant|Par|Contre|Devant|Vers|Sous|In|On|At|For|From|After|Before) )([A-ZÀ-Þ][\w'’-]+(?: (?:de |d'|von |van )?[A-ZÀ-Þ][\w'’-]+)+)\s*,\s*$")
_POINTING = re.compile(r"(?<!\bde )(?<!\bà )(?<!\bpar )(?<!\bavec )(?<!\bpour )(?<!\bchez )\b(?:ce dernier|cette dernière|ces derni(?:er|ère)s|cel(?:ui|le)-(?:ci|là)|ce(?:ux|lles)-(?:ci|là)|l'intéressée?|the latter)(?P<aside>\s*,[^,;«»]{1,90},|\s*,)?\s*$", re.IGNORECASE)
_NOUN_BEFORE = re.compile(r"(?:^|[,:;] )((?:[LUlu](?:a|e|es|ne?) |[Ll]' ?|[Cc]e(?:t|tte)? )[^,;:«»]{2,70}?)\s*,\s*$")
_NAMED_PIECE = re.compile(r"\s+(?:le |la |les |l'|un |une )[^,;:.«»()]{3,60},?\s*")
_QUANTITIES = frozenset({"certains", "certaines", "plusieurs", "nombreux", "nombreuses", "tous", "toutes", "différents", "différentes", "divers", "diverses", "many", "several", "some", "most", "other", "few"})
_WHAT_BEFORE = re.compile(r"\bce qu(?:e |')$", re.IGNORECASE)
_IN_PAPER = re.compile(r"\b[Ss]ur (?=(?:la|son|sa|le|leur) (?:page|site|compte|blog)\b)|\b[Dd]ans (?=(?:un|une|le|la|ce|cette|son|l') ?(?:\w+ )?(?:communiqué|rapport|lettre|tribune|texte|message|courrier|déclaration|document|note)\b)")


def speaker(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The mention of who says what a cue reports."""
    if cue.verb.lemma == "lire":
        return _paper(sentence)
    if cue.inverted:
        return Span(*cue.inverted)
    if cue.passive:
        return _agent(sentence, cue, lexicon)
    return before(sentence, cue, lexicon)


def after(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The noun phrase right after an inserted cue: "a indiqué la maire de Verel"."""
    if cue.verb.lemma == "lire":
        return _paper(sentence)
    if cue.inverted:
        return Span(*cue.inverted)
    past = past_circumstances(sentence.words, cue.end, sentence.span.end) if lexicon.language == "fr" else cue.end
    aside = _FOR_HIS_PART.match(sentence.words, cue.end) if past == cue.end else None
    begins = aside.end() if aside else past
    begins = past_manner(sentence, begins) if lexicon.language == "fr" else begins
    following = [each for each in sentence.between(begins, sentence.span.end) if each.pos_ != "ADV" or each.text[:1].isupper()]
    if not following or sentence.quoted(following[0]):
        return None
    first = following[0]
    if first.pos_ in _NOMINAL | {"DET"} or first.text.lower() in lexicon.articles or first.text[:1].isupper():
        return forward(sentence, first) if first.text.lower() not in STOPS else None
    return None


def of_sentence(sentence: Sentence, end: int, lexicon: Lexicon) -> Span | None:
    """The subject of a sentence's own verb, before a place of it: a name, a pronoun, or somebody by the noun; None where it is none."""
    for token in sentence.between(sentence.span.start, end):
        if token.head.dep_ == "ROOT" and may_be_subject(sentence, token, token.head.i) and token.pos_ in {"PROPN", "PRON", "NOUN"} and token.text.lower() not in NOBODY | RELATIVE:
            found = phrase(sentence, token)
            return found if token.pos_ != "NOUN" or (lexicon.language == "fr" and may_speak(sentence, found, lexicon)) else None
    opening = opening_subject(sentence, end) if lexicon.language == "fr" else None
    return opening if opening and may_speak(sentence, opening, lexicon) else None


def _paper(sentence: Sentence) -> Span | None:
    """The paper in which something is to be read: "dans un communiqué de la mairie, on apprend", "peut-on lire sur la page du port"."""
    found = _IN_PAPER.search(sentence.words, *sentence.span)
    return noun_phrase(sentence, found.end()) if found else None


def _agent(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    following = sentence.between(cue.end, sentence.span.end)
    for number, token in enumerate(following[:-1]):
        if number and token.text.lower() == "par" and _is_done(following[number - 1]):
            return None
        if token.text.lower() in {"par", "by"} and (following[number + 1].pos_ not in {"NOUN", "VERB", "ADJ", "ADP"} or following[number + 1].text[:1].isupper()):
            found = forward(sentence, following[number + 1])
            return None if found and lexicon.language == "fr" and is_thing(sentence, found, lexicon) else found
        if is_finite(token) and not sentence.quoted(token) and not is_ago(token):
            return None
    return None


def _is_done(token: Any) -> bool:
    """Whether a word is a participle, whose agent follows, and not that of the verb before: "soupçonné d'avoir reçu l'argent versé par l'État"."""
    return bool(token.pos_ == "VERB" and token.dep_ == "acl" and token.morph.get("VerbForm") == ["Part"])


def before(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The subject of the cue's verb, or of the verb on which it hangs; None where that is not sure to speak."""
    if _WHAT_BEFORE.search(sentence.words, sentence.span.start, cue.start):
        return after(sentence, cue, lexicon)
    found = _pointing(sentence, cue) or _outlet(sentence, cue) or _among(sentence, cue) or who_profited(sentence, cue) or absolute(sentence, cue, lexicon) or _of_number(sentence, cue, lexicon)
    if found is None or lexicon.language != "fr" or not is_unsure(sentence, found, cue, lexicon) or _is_its_own(sentence, found, cue):
        return found
    other = _mention(sentence, _nearest(sentence, cue, lexicon)) if cue.form == "finite" else _main(sentence, cue)
    if cue.form == "participle" and (other is None or is_unsure(sentence, other, cue, lexicon)):
        other = agent_before(sentence, cue)
    return None if other is None or is_unsure(sentence, other, cue, lexicon) else other


def _of_number(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The subject; where other words stand between, not one of another number than the verb, nor one before who stands right beside it."""
    found = _subject(sentence, cue, lexicon)
    found = (found and lexicon.language == "fr" and behind_place(sentence, found, cue, lexicon)) or found
    beside = right_before(sentence, cue, lexicon)
    if beside and (found is None or found.end <= beside.start):
        return Span(found.start, beside.end) if found and _is_counted_with(sentence, found, beside) else beside
    several = counted(sentence, found, cue) if found and lexicon.language == "fr" else None
    if several:
        return several
    if found is None or lexicon.language != "fr" or not disagrees(sentence, found, cue) or not any(is_finite(each) or each.text == "," or each.text.lower() in RELATIVE for each in sentence.between(found.end, cue.start)):
        return found
    both = with_first(sentence, found)
    if both:
        return both
    nearest = _mention(sentence, _nearest(sentence, cue, lexicon))
    return None if nearest is None or disagrees(sentence, nearest, cue) else nearest


def _is_counted_with(sentence: Sentence, first: Span, rest: Span) -> bool:
    """Whether a mention and those behind its comma are counted up: "Noé Arlin, Paul Morel et Inès Valmer"."""
    return sentence.words[first.end : rest.start].strip() == "," and " et " in sentence.words[slice(*rest)] and sentence.words[first.start : first.start + 1].isupper()


def _is_its_own(sentence: Sentence, found: Span, cue: Cue) -> bool:
    """Whether a mention is the subject of a cue itself, by the parse, and no other clause opens between: "la halle (Verel) a annoncé"."""
    if cue.form != "finite" or not any(each.dep_ == "nsubj" and found.start <= sentence.start(each) < found.end for each in cue.head.children):
        return False
    return not any(is_finite(each) or each.text.lower() in RELATIVE for each in sentence.between(found.end, cue.start))


def _main(sentence: Sentence, cue: Cue) -> Span | None:
    """Of whom the sentence speaks: whose a participle is, where the parse hangs it on a thing."""
    subject = main_subject(sentence, cue.start)
    return _mention(sentence, phrase(sentence, subject)) if subject is not None and subject.text.lower() not in NOBODY | RELATIVE else None


def of_main_clause(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """The subject of the main verb, whose a participle or an infinitive beside it is: "après avoir dit…, il", "il se tait, tout en précisant"."""
    if lexicon.language != "fr":
        return None
    subject = main_subject(sentence, sentence.span.end if cue.form == "infinitive" else cue.start)
    found = _mention(sentence, phrase(sentence, subject)) if subject is not None and subject.text.lower() not in NOBODY | RELATIVE else None
    opening = behind_opening(sentence, cue) or opening_subject(sentence, cue.start) if found is None else None
    found = found or (opening and _mention(sentence, _name_of(sentence, opening)))
    return None if found is None or is_thing(sentence, found, lexicon) or is_unsure(sentence, found, cue, lexicon) else found


def _pointing(sentence: Sentence, cue: Cue) -> Span | None:
    """Who is pointed at right before a cue: "ce dernier", "celle-ci"."""
    found = _POINTING.search(sentence.words, sentence.span.start, cue.start)
    return Span(found.start(), found.start("aside") if found["aside"] else len(sentence.words[: found.end()].rstrip())) if found else None


def _among(sentence: Sentence, cue: Cue) -> Span | None:
    """Where "on" speaks: "à l'Élysée, on assure", "du côté de la mairie, on dit"."""
    found = _WITH_ONE.match(sentence.words, sentence.span.start, cue.start)
    return noun_phrase(sentence, found.start("who")) if found else None


def _outlet(sentence: Sentence, cue: Cue) -> Span | None:
    """A paper or a broadcast whose name stands between marks at the beginning of a sentence, right before a cue."""
    first = sentence.quotations[0] if sentence.quotations else None
    if first is None or first.start != sentence.span.start or cue.form != "finite" or not is_a_name(sentence.words, first):
        return None
    return first if not sentence.words[first.end : cue.start].strip() else None


def _subject(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    subject = subject_of(sentence, cue, lexicon)
    if isinstance(subject, Span):
        return subject
    if subject is None or _is_set_apart(sentence, subject) or (subject.pos_ in {"ADJ", "VERB"} and not any(each.dep_ == "det" for each in subject.children)) or _has_another(sentence, cue, subject):
        nearest = _nearest(sentence, cue, lexicon) or opening_name(sentence, cue) or before_slip(sentence, cue, lexicon)
        return _mention(sentence, nearest and _name_of(sentence, nearest, closed=False))
    return None if subject.text.lower() in NOBODY else _mention(sentence, _name_of(sentence, phrase(sentence, subject)))


def _is_set_apart(sentence: Sentence, subject: Any) -> bool:
    """Whether a pronoun stands between commas, and takes up the noun before: "la direction, elle, assure"."""
    return bool(subject.pos_ == "PRON" and subject.text.lower() in {"elle", "elles", "lui", "eux"} and sentence.tokens[0].i + 1 < subject.i < len(subject.doc) - 1 and subject.nbor(-1).text == "," and subject.nbor(1).text == ",")


def _has_another(sentence: Sentence, cue: Cue, subject: Any) -> bool:
    """Whether a noun stands between a conjunction and a finite cue, so that the subject of the verb before is not its subject: "et la maire a demandé"."""
    if cue.form != "finite" or subject.head.i == cue.head.i or subject.i > cue.head.i:
        return False
    piece = re.split(r"\b(?:et|mais|puis)\b", sentence.words[sentence.start(subject) : cue.start])
    return len(piece) > 1 and bool(_NAMED_PIECE.fullmatch(piece[-1]))


def _mention(sentence: Sentence, span: Span | None) -> Span | None:
    """The span where it can name somebody: not what opens with a preposition, a verb, or an adjective by itself."""
    first = sentence.between(*span)[:1] if span else []
    opens = {"ADP", "ADJ", "VERB"} if sentence.parsed.doc.lang_ == "fr" else {"ADP"}
    if not first or first[0].pos_ not in opens or first[0].text[:1].isupper() or first[0].text.lower() in _QUANTITIES:
        return span
    return None


def _name_of(sentence: Sentence, span: Span, closed: bool = True) -> Span:
    """The name before, where the model takes its apposition for the subject: "Noé Arlin, maire de Verel, a dit"."""
    name = _NAME_BEFORE.search(sentence.words[sentence.span.start : span.start])
    if name and re.match(r"[a-zà-ÿ-]+(?:$| (?:de|du|des|à|au) |\s)", sentence.words[slice(*span)]) and sentence.between(*span)[0].pos_ == "NOUN":
        return Span(sentence.span.start + name.start(1), sentence.span.start + name.end(1))
    if sentence.words[span.start : span.start + 1].isupper():
        return span
    apposed = _described_before(sentence, span) if closed else None
    if apposed:
        return apposed
    if closed and name and sentence.words[span.end : sentence.span.end].lstrip().startswith(","):
        return Span(sentence.span.start + name.start(1), sentence.span.start + name.end(1))
    return span


def _described_before(sentence: Sentence, span: Span) -> Span | None:
    """Who is meant by the apposition that the model takes for the subject: "l'auteur du tir, un homme de 40 ans, affirme"."""
    if not re.match(r"une? ", sentence.words[slice(*span)]) or not sentence.words[span.end : sentence.span.end].lstrip().startswith(","):
        return None
    found = _NOUN_BEFORE.search(sentence.words[sentence.span.start : span.start])
    before = Span(sentence.span.start + found.start(1), sentence.span.start + found.end(1)) if found else None
    return before if before and not any(is_finite(each) or each.pos_ == "VERB" for each in sentence.between(*before)) else None


def subject(sentence: Sentence, cue: Cue) -> Span | None:
    """What is said to be so in the passive: "la fermeture a été annoncée par la mairie"."""
    for child in cue.head.children:
        if child.dep_.startswith("nsubj") and may_be_subject(sentence, child, cue.head.i) and child.pos_ in {"NOUN", "PROPN"}:
            return phrase(sentence, child)
    return None


def judged(sentence: Sentence, cue: Cue) -> Span | None:
    """What is judged to be so in the passive, and how: "le pont est jugé trop cher par le maire"."""
    following = sentence.between(cue.end, sentence.span.end) if cue.passive and cue.verb.lemma in {"juger", "considérer", "estimer"} else []
    by = next((each for each in following if each.text.lower() == "par"), None)
    said = subject(sentence, cue) if by is not None and following[0] is not by and any(each.pos_ == "ADJ" for each in following if each.i < by.i) else None
    return Span(said.start, sentence.end(by.nbor(-1))) if said and by is not None else None


def _nearest(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Span | None:
    """Without a subject in the parse: the noun phrase that fills the place between the last comma and the cue."""
    preceding = [each for each in sentence.between(sentence.span.start, cue.start) if not sentence.quoted(each)]
    while preceding and (preceding[-1].pos_ == "ADV" or preceding[-1].text.lower() in {"n'", "ne", "l'", "lui", "leur", "se", "s'", "y", "en"}):
        preceding.pop()
    if lexicon.language == "fr" and cue.form == "finite" and preceding and preceding[-1].text.lower() == "qui":
        return _before_relative(sentence, preceding[:-1])
    if preceding and preceding[-1].text.lower() in lexicon.pronouns:
        return Span(sentence.start(preceding[-1]), sentence.end(preceding[-1]))
    if cue.form == "participle" and preceding and preceding[0].pos_ == "PROPN" and sentence.tokens[0] is preceding[0]:
        return phrase(sentence, preceding[0])
    if cue.form == "finite" and preceding and preceding[-1].text.lower() in {"et", "and", "puis", "mais", "but"}:
        return _sole_subject(sentence, preceding)
    preceding = past_aside(preceding)
    piece: list[Any] = []
    for token in reversed(preceding):
        if token.dep_ == "acl" and token.pos_ == "VERB" and token.morph.get("Tense") == ["Past"] and piece and piece[0].pos_ == "ADP" or _is_beside_a_noun(sentence, token) and piece and piece[0].pos_ in {"ADP", "DET"}:
            piece = []
            continue
        if not piece and token.text.lower() in {"se", "s'"}:
            continue
        if is_hyphen(token):
            pass
        elif token.pos_ in {"PUNCT", "CCONJ", "SCONJ", "VERB", "AUX"} or token.text.lower() in STOPS:
            break
        piece.insert(0, token)
    if not piece or cue.form != "finite" or not any(each.pos_ in {"NOUN", "PROPN"} for each in piece) or piece[0].pos_ == "ADP":
        return None
    return extended(sentence, Span(sentence.start(piece[0]), sentence.end(piece[-1])))


def _is_beside_a_noun(sentence: Sentence, token: Any) -> bool:
    """Whether a present participle says of the noun right before it what it does: "des marins se trouvant au port"."""
    if token.pos_ != "VERB" or not token.text.endswith("ant") or token.i <= sentence.tokens[0].i:
        return False
    before = token.nbor(-1) if token.nbor(-1).text.lower() not in {"se", "s'"} else token.nbor(-2)
    return before.pos_ in {"NOUN", "PROPN"}


def _before_relative(sentence: Sentence, preceding: list[Any]) -> Span | None:
    """The name that a relative goes on about, where the parse has none: "Verel, qui dément tout, a protesté"."""
    names = [each for each in preceding if each.pos_ == "PROPN"]
    if not preceding or preceding[-1].text != "," or not names or names[-1].i != preceding[-1].i - 1:
        return None
    first = names[-1]
    while first.i > preceding[0].i and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i > preceding[0].i else None
    return None if before is not None and before.pos_ not in {"PUNCT", "CCONJ"} else Span(sentence.start(first), sentence.end(names[-1]))


def _sole_subject(sentence: Sentence, preceding: list[Any]) -> Span | None:
    """The subject of all that goes before a joined cue, where there is one only."""
    subjects = [each for each in preceding if may_be_subject(sentence, each, preceding[-1].i)]
    if len(subjects) != 1 or subjects[0].text.lower() in NOBODY | RELATIVE:
        return None
    return _name_of(sentence, phrase(sentence, subjects[0]))
