"""What is told with "selon", "d'après", "according to": the source, and the clause that it governs."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rotative.record.reading.findings import Span
from rotative.record.reading.statements.agents import is_somebody, may_speak, may_think
from rotative.record.reading.statements.borders import spanned
from rotative.record.reading.statements.inverted import past_circumstances
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import inside, is_a_name
from rotative.record.reading.statements.phrases import extended, noun_phrase
from rotative.record.reading.statements.sentences import Sentence, is_finite

_END = re.compile(r"[,;:)](?!\w)|\(| [–—] |(?<!\b[A-ZÀ-Þ])(?<!\bM[Mr])(?<!\b[DSP]r)(?<!\bM[mr]s)(?<!\bM[mg][er])(?<!\bLt)\.(?!\w)")
_NOT_A_SOURCE = re.compile(
    r"(?:que|qu'|lequel|lesquels|lesquelles|laquelle|qui|which|(?:son|sa|leur|l'|un) ?(?:acronyme|sigle|nom|expression|appellation|formule|terminologie|dénomination|terme)|les? (?:cas|besoins|pays|modalités|règles)|l(?:a|es) (?:lois?|saisons?)|les saisons|l'(?:article|âge|usage)|elle-même|un (?:calendrier|ordre|rythme|schéma|plan|modèle|procédé|principe)|des (?:modalités|critères)"
    r"|une (?:méthode|logique|procédure)|ce qui|l(?:e|es|eur|eurs) (?:jours?|moments?|sexe|niveau|type|modes?|goûts?|moyens)|(?:l'heure|l'instant|la (?:première|seconde|deuxième|dernière|troisième) fois|le moment|les (?:autres )?(?:thèmes|questions))|la (?:tradition|coutume|rumeur|légende|formule|taille|saison)|toute (?:vraisemblance|apparence|attente))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[^,.;:«»]{2,60}, qui\b")
"""A source that a relative goes on about, after a word or two: "faux selon la maire, qui"."""
_WHICH = re.compile(r"(?:lequel|laquelle|lesquels|lesquelles|qui)\b ?", re.IGNORECASE)
_JUDGES = re.compile(r"\s*,(?: [^,«»]{2,30},)? (?:il s'agi|c'est|c'était|ce n'est|il n'y a|il y a|il faut|il ne s'agi|cela )", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:re)?(?:nommée?s?|baptisée?s?|appelée?s?|adaptée?s?|intitulée?s?)$", re.IGNORECASE)
_WHAT = re.compile(r"ce qu(?:e |'(?=\w))", re.IGNORECASE)
_TOLD = re.compile(r"(?:(?:en|lui|leur|nous) )?(?:(?:a|ont|avait|avaient) (?:\w+ )?\w+(?:é|it|u|is)\b|(?!(?:le|la|les|une?|ce|cette|a|ont|avait|avaient) )[a-zà-ÿ]+(?:ent|ait|e|it)\b)")
_SEATS = {"Matignon", "Bercy", "Beauvau", "Bruxelles", "Washington", "Berlin", "Moscou"}
"""Places that stand for who governs there."""
_VERBAL = {"VERB", "AUX"}
_SUBJECTS = {"there", "it", "he", "she", "they", "il", "ils", "elle", "elles", "on", "c'", "ce"}
_RELATIVE = {"qui", "who", "que", "qu'", "that", "which", "dont"}
_APPOSITION = re.compile(r"(?:de|du|des|d'|à|au|le|la|l'|les|un|une|vice-\w+|ex-\w+|co\w*fondat\w+|secrétaire|maire|avocate?|porte-parole|chercheu\w+|docteure?|ancien|ancienne|chef|ministre|président|directeur|professeur|\w+(?:eure?|trice|iste|ien|ienne)|the|a|an|who)\b")


class According(NamedTuple):
    """A source named by a preposition. cue: the preposition; source: the mention; content: what it is to have said."""

    cue: Span
    source: Span
    content: Span


def according(sentence: Sentence, lexicon: Lexicon, reports: bool) -> Iterator[According]:
    """All that a sentence gives to a source by a preposition. reports: whether it has a cue of another kind, too."""
    for found in lexicon.according.finditer(sentence.words, *sentence.span):
        antecedent = _antecedent(sentence, found.start(), found.end(), lexicon)
        if antecedent:
            yield antecedent
            continue
        if inside(found.start(), sentence.quotations) or _NOT_A_SOURCE.match(sentence.words, found.end()):
            continue
        before = _before(sentence, found.start())
        if _CALLED.search(before):
            continue
        leading = (len(before.split()) <= 2 and not (before and (_GOES_ON.match(sentence.words, found.end()) or found.group().lower().startswith(("comme", "ainsi"))))) or bool(re.search(r"\b(?:and|but|that|et|mais|que|qu'|puis|car)$|[:;]$", before))
        if found.group().lower().startswith(("pour", "for")) and not _leads_to_quotation(sentence, found.start(), found.end()) and ((before and not re.search(r"(?:,|^(?:mais|et|or|but))\s*$", sentence.words[sentence.span.start : found.start()], re.IGNORECASE)) or len(before.split()) > 4 or is_finite_in(sentence, sentence.span.start, found.start())):
            continue
        through = _told_by(sentence, found.end()) if lexicon.language == "fr" else None
        source = through or _source(sentence, _past_day(sentence, found.end()) if lexicon.language == "fr" else found.end())
        if source and "-on" in found.group() and found.group().endswith(" à ") and sentence.words[source.start : source.start + 1].isupper() and sentence.words[slice(*source)] not in _SEATS:
            continue
        if source and "-on" in found.group() and not (may_speak(sentence, source, lexicon) or sentence.words[source.start : source.end].split()[0][:1].isupper() or re.search(r"[A-ZÀ-Þ]", sentence.words[slice(*source)])):
            continue
        if source and found.group().lower().startswith("pour") and not (may_think(sentence, source, lexicon) or is_somebody(sentence, source) or _judges(sentence, source)):
            continue
        if source and reports and before and sentence.words[slice(*source)].lower() in lexicon.pronouns:
            continue
        source = source and extended(sentence, source, closed=leading)
        content = source and (_past_told(sentence, found.start(), source) if through else _content(sentence, found.start(), source, leading, lexicon))
        if source and content:
            yield According(Span(found.start(), found.start() + len(found.group().rstrip())), source, content)


def _antecedent(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> According | None:
    """The source that a relative means, right before its comma: "la mairie, selon laquelle", "le préfet, pour qui"."""
    relative = _WHICH.match(sentence.words, end)
    before = sentence.words[sentence.span.start : start].rstrip()
    if relative is None or not before.endswith(",") or lexicon.language != "fr":
        return None
    piece = re.split(r"[,;:«»]|\b(?:au|aux|par|à|pour|avec|chez|de son côté)\b", before[:-1])[-1]
    source = spanned(sentence, sentence.span.start + len(before) - 1 - len(piece), sentence.span.start + len(before) - 1)
    content = spanned(sentence, relative.end(), sentence.span.end)
    return According(Span(start, end - 1), source, content) if source and content and may_speak(sentence, source, lexicon) else None


def _judges(sentence: Sentence, source: Span) -> bool:
    """Whether "pour" and a name lead to a judgement: "pour Arlin, il s'agit d'une erreur", "pour Le Courrier, « … »"."""
    first = sentence.between(*source)[:1]
    if not first or not sentence.words[source.start : source.end].split("'")[-1][:1].isupper():
        return False
    return bool(_JUDGES.match(sentence.words, source.end, sentence.span.end)) or (first[0].ent_type_ != "LOC" and any(each.start > source.end for each in sentence.quotations))


def _leads_to_quotation(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a source between two commas stands right before a quotation: "tandis que, pour la maire, « … »"."""
    quotation = next((each for each in sentence.quotations if each.start > end), None)
    between = sentence.words[end : quotation.start].rstrip() if quotation else ""
    return between.endswith(",") and between.count(",") == 1 and sentence.words[sentence.span.start : start].rstrip().endswith(",")


def _before(sentence: Sentence, position: int) -> str:
    return sentence.words[sentence.span.start : position].strip(" ,")


def _source(sentence: Sentence, start: int) -> Span | None:
    """The noun phrase from start: to a comma, a quotation, a verb that is not its own."""
    named = next((each for each in sentence.quotations if each.start == start), None)
    if named and is_a_name(sentence.words, named):
        return named
    stop = _END.search(sentence.words, start, sentence.span.end)
    end = stop.start() if stop else sentence.span.end
    tokens = sentence.between(start, end)
    for token in tokens:
        if sentence.quoted(token) or (token.i > tokens[0].i and token.text.lower() in _SUBJECTS and sentence.words[sentence.start(token) :][:11].lower() not in {"ce dernier ", "ce dernier,"}) or (is_finite(token) and not any(t.text.lower() in _RELATIVE and t.i < token.i for t in tokens)):
            end = sentence.start(token)
            break
        if _another_begins(tokens, token):
            end = sentence.start(token)
            break
        if token.text.lower() in {"et", "and", "mais", "but"} and any(t.pos_ in _VERBAL for t in sentence.between(sentence.end(token), end)):
            end = sentence.start(token)
            break
    return spanned(sentence, start, end)


def _another_begins(tokens: list[Any], token: Any) -> bool:
    """Whether another phrase begins at a token, which a verb follows, where a source has no comma: "selon la police deux hommes ont fui"."""
    before = token.nbor(-1) if token.i > tokens[0].i else None
    if before is None or token.pos_ not in {"DET", "NUM"} or before.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.lang_ != "fr" or token.text[:1].isdigit():
        return False
    after = [each for each in tokens if each.i > token.i]
    verb = next((each for each in after if is_finite(each)), None)
    return verb is not None and not any(each.text.lower() in _RELATIVE for each in after if each.i < verb.i)


def _past_day(sentence: Sentence, start: int) -> int:
    """Where a source begins, behind when and to whom: "comme l'a confirmé hier la préfecture"."""
    begins = past_circumstances(sentence.words, start - 1, sentence.span.end) if sentence.words[start - 1 : start] == " " else start
    return max(start, begins)


def _told_by(sentence: Sentence, start: int) -> Span | None:
    """Who told what a source is: "selon ce qu'a confié la maire", "selon ce que la maire a confié"."""
    told = _WHAT.match(sentence.words, start, sentence.span.end)
    if told is None:
        return None
    verb = _TOLD.match(sentence.words, told.end(), sentence.span.end)
    behind = noun_phrase(sentence, past_circumstances(sentence.words, verb.end(), sentence.span.end)) if verb else None
    return behind or noun_phrase(sentence, told.end())


def _past_told(sentence: Sentence, start: int, source: Span) -> Span | None:
    """What was told: behind the comma, or before the preposition where it ends the sentence."""
    comma = re.compile(r"[^,;:«»]*[,:] ?").match(sentence.words, source.end, sentence.span.end)
    return spanned(sentence, comma.end(), sentence.span.end) if comma and not _before(sentence, start) else spanned(sentence, sentence.span.start, start)


def _content(sentence: Sentence, start: int, source: Span, leading: bool, lexicon: Lexicon) -> Span | None:
    if leading:
        return spanned(sentence, _past_apposition(sentence, source, lexicon), sentence.span.end)
    begin = _clause(sentence, start)
    rest = sentence.words[source.end : sentence.span.end]
    if re.match(r"\s*,\s*qu(?:e\b|['’])", rest):
        return spanned(sentence, begin, sentence.span.end)
    if re.match(r"\s*,\s*qui\b", rest):
        return spanned(sentence, begin, start)
    if rest.lstrip().startswith(",") and sentence.words[begin:start].rstrip().endswith(",") and _stands_open(sentence, begin, start):
        return spanned(sentence, begin, sentence.span.end)
    goes_on = re.match(r"\s*,?\s*(?:et|mais|and|but)\s+(\w+)", rest)
    if goes_on and any(is_finite(t) for t in sentence.between(source.end, source.end + goes_on.end())):
        return spanned(sentence, begin, sentence.span.end)
    return spanned(sentence, begin, start) if not _between_subject_and_verb(sentence, begin, start, rest) else spanned(sentence, begin, sentence.span.end)


def _stands_open(sentence: Sentence, begin: int, start: int) -> bool:
    """Whether a source between commas stands right after a verb, which goes on behind it: "il aurait, d'après Le Courrier, trouvé"."""
    before = [each for each in sentence.between(begin, start) if each.text != ","]
    while before and before[-1].pos_ == "ADV":
        before.pop()
    return bool(before) and before[-1].pos_ in _VERBAL and not sentence.quoted(before[-1])


def _clause(sentence: Sentence, start: int) -> int:
    """Where the clause begins that a source in or after it governs: of an apposition between commas, the apposition."""
    before = sentence.words[sentence.span.start : start]
    comma = before.rstrip(" ,").rfind(",")
    after = sentence.words[start : sentence.span.end]
    if comma > 0 and not is_finite_in(sentence, sentence.span.start, start) and re.search(r",\s*(?:est|a|sont|ont|était|is|was|has)\b", after):
        return sentence.span.start + comma + 1
    conjunction = re.match(r"(?:.*\b(?:a|ont|avait|avaient) \w+ (?:[^,]* )?(?:que |qu'))(?=$)", before.rstrip() + " ")
    return start if conjunction else sentence.span.start


def _between_subject_and_verb(sentence: Sentence, begin: int, start: int, rest: str) -> bool:
    return rest.lstrip().startswith(",") and not is_finite_in(sentence, begin, start) and any(letter.isalnum() for letter in rest)


def _past_apposition(sentence: Sentence, source: Span, lexicon: Lexicon) -> int:
    """After the source's appositions: pieces between commas before the one in which a verb stands."""
    start = source.end
    aside = re.match(r"\s*\([^()]*\)", sentence.words[start : sentence.span.end])
    start += aside.end() if aside else 0
    subject = start
    while True:
        rest = sentence.words[start : sentence.span.end]
        piece = re.match(r"\s*,\s*([^,«“\"]+?)\s*(?=[,;«“\"])", rest)
        if piece and lexicon.language == "fr" and re.match(r"(?:qui|dont)\b", piece.group(1)) and rest[piece.end() :].startswith(","):
            start += piece.end()
            subject = start
            continue
        if not piece or is_finite_in(sentence, start, start + piece.end()) or not re.search(r"[,;]\s*\S|^\s*[«“\"]", rest[piece.end() :] or " "):
            return subject if _opens_with_verb(sentence, start) else start
        first = sentence.between(start + piece.start(1), start + piece.end())[:1]
        if not _APPOSITION.match(piece.group(1)) and (not first or first[0].pos_ in {"DET", "NUM", "PROPN", "PRON"}):
            return start
        if first and first[0].pos_ == "DET" and lexicon.language == "fr" and not may_speak(sentence, Span(start + piece.start(1), start + piece.end(1)), lexicon):
            return start
        subject = start if first and first[0].pos_ in {"DET", "PROPN"} else subject
        start += piece.end()


def _opens_with_verb(sentence: Sentence, start: int) -> bool:
    """Whether a verb comes next, so that the piece before was its subject and not an apposition."""
    following = [each for each in sentence.between(start, sentence.span.end) if each.text != ","][:2]
    return bool(following) and is_finite(following[0] if following[0].text.lower() not in {"ne", "n'"} else following[-1])


def is_finite_in(sentence: Sentence, start: int, end: int) -> bool:
    return any(is_finite(token) for token in sentence.between(start, end))
