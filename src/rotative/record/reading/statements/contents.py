"""What is said: the quotation, the clause, the infinitive or the noun phrase that a cue reports."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rotative.record.reading.actors.classes import is_of_a_person
from rotative.record.reading.findings import Mode, Span
from rotative.record.reading.statements.borders import border, spanned, trimmed
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.inverted import past_circumstances
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import is_a_name, within
from rotative.record.reading.statements.sentences import Sentence, is_finite

_COMPARING = frozenset([
    "plus", "moins", "autre", "autres", "ainsi", "alors", "tandis", "après", "bien", "afin", "pour", "depuis", "avant", "sans", "dès", "tant",
    "aussi", "autant", "même", "lorsque", "puisque", "jusqu'", "parce", "tel", "telle", "so", "such"
])
_OPENS_PHRASE = frozenset({"DET", "NOUN", "PROPN", "NUM"})
_PRONOUNS = frozenset(["ce", "celui", "celle", "ceux", "celles", "tout", "cela", "ça"])
_VERBAL = frozenset({"VERB", "AUX"})
_LEADS_TO = frozenset({"afin", "avant", "lieu", "vue", "but", "cours", "train", "loin", "près", "faute", "moyen"})
_TO_WHOM = frozenset({"à", "au", "aux", "auprès", "devant", ","})
_FAR = 12
"""Tokens after which a colon has no more to do with a cue."""
_ASIDE = re.compile(
    r"\s*(?:,\s*)?(?:(?:ce|le|la|hier|dès|aujourd'hui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|on|last|this|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b ?"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi|après-midi|même|jour|week-end|semaine|mois|\d{1,2}(?:er)? \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|morning|evening)?\b ?)"
    r"(?:matin|soir|midi|après-midi|même|\d{1,2}(?:er)? ?\w*|dernier|morning|evening)?(?:\s*,)?",
    re.IGNORECASE,
)
_FOR_HIS_PART = re.compile(r",? (?:pour sa part|de son côté|quant à (?:lui|elle|eux)|à son tour|de nouveau|par ailleurs|en outre)\b,?")
_TIME = re.compile(r"hier|aujourd|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi|jour\b|week|semaine|mois\b|day\b|month|morning|evening", re.IGNORECASE)


def content(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon) -> Span | None:
    """The content that follows a cue in its sentence."""
    start = _begins(sentence, cue, others, lexicon)
    if start is None:
        return None
    whole = _is_clause(sentence, cue, start, lexicon)
    quotation = next((each for each in sentence.quotations if each.start == start), None)
    if quotation and (not whole or quotation.end > sentence.span.end or sentence.words[:start].rstrip().endswith(":")) and "j" not in cue.verb.follows:
        return Span(start, _run(sentence, quotation, others))
    return spanned(sentence, start, border(sentence, cue, others, lexicon, start, whole))


def mode(words: str, span: Span, quotations: Sequence[Span]) -> Mode:
    """Whether a content is wholly between quotation marks, not at all, or in part."""
    inner = list(within(quotations, *span))
    if not inner:
        return "indirect"
    whole = inner[0].start <= span.start and span.end - inner[-1].end <= 1
    return "direct" if whole and len(inner) == 1 else "mixed"


def _begins(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon) -> int | None:
    """Where what follows a cue begins: the first opening that its verb may have, before the next clause."""
    first = cue.inverted[1] if cue.inverted else cue.end
    stop = min([other.begin for other in others if other.begin > cue.begin and other.form != "infinitive"], default=sentence.span.end)
    after = sentence.between(_past_aside(sentence, first), stop)
    phrase: int | None = None
    for number, token in enumerate(after):
        nearby = all(each.pos_ in {"ADV", "PART"} for each in after[:number])
        opening = _opening(sentence, cue, lexicon, after, number, nearby, phrase)
        if opening is not None:
            return opening
        if phrase is None and nearby and _phrase(sentence, cue, lexicon, after, number):
            phrase = sentence.start(token)
        if _closes(token) and (phrase is None or token.pos_ in _VERBAL):
            break
    return phrase if phrase is not None else _past_addressee(sentence, cue, first, lexicon)


def _past_addressee(sentence: Sentence, cue: Cue, first: int, lexicon: Lexicon) -> int | None:
    """Where a noun phrase begins behind to whom or in what paper: "a confirmé à l'AFP la mort de deux marins"."""
    if "n" not in cue.verb.follows or cue.passive or cue.inverted or cue.form == "past" or lexicon.language != "fr":
        return None
    start = past_circumstances(sentence.words, first, sentence.span.end)
    opening = sentence.between(start, sentence.span.end)[:1]
    return start if start > first and opening and opening[0].pos_ == "DET" and not any(is_finite(each) or each.text in {",", ":"} for each in sentence.between(first, start)[1:]) else None


def _past_aside(sentence: Sentence, position: int) -> int:
    """After the words of time that follow a cue."""
    part = _FOR_HIS_PART.match(sentence.words, position, sentence.span.end)
    position = part.end() if part else position
    aside = _ASIDE.match(sentence.words, position, sentence.span.end)
    return aside.end() if aside and _TIME.search(aside.group()) else position


def _opening(sentence: Sentence, cue: Cue, lexicon: Lexicon, after: list[Any], number: int, nearby: bool, phrase: int | None) -> int | None:
    token, following = after[number], after[number + 1] if number + 1 < len(after) else None
    word, follows = token.text.lower(), cue.verb.follows
    if any(each.start == sentence.start(token) for each in sentence.quotations):
        return sentence.start(token) if phrase is None and _leads_to_quotation(cue, after[:number], lexicon) and not _is_an_occasion(sentence, cue, after[:number]) else None
    if following is None:
        return None
    goes_on = lexicon.language == "fr" and phrase is not None and number > 0 and after[number - 1].text == ","
    if "c" in follows and not goes_on and _opens_clause(lexicon, after, number, nearby):
        return int(sentence.start(following) + (following.text == "'"))
    if word == ":" and "d" in follows and phrase is None and number < _FAR and not cue.passive and ("c" in follows or sentence.quoted(following)):
        return sentence.start(following)
    if word in {"comme", "as"} and "k" in follows and (cue.passive or phrase is None) and number < _FAR:
        return sentence.start(following)
    if cue.passive and not {"x", "y"} & set(follows):
        return None
    return _infinitive(sentence, cue, after, number, nearby, lexicon)


def _opens_clause(lexicon: Lexicon, after: list[Any], number: int, nearby: bool) -> bool:
    word = after[number].text.lower()
    if word not in lexicon.clause:
        return False
    if nearby:
        light = {"bien", "même", "aussi", *(("ainsi",) if number == 1 and word != "si" else ())}
        return not (number and after[number - 1].text.lower() in _COMPARING - light)
    if number + 1 < len(after) and after[number + 1].text.lower() in {"par", "pour", "sur", "dans", "chez"} and after[number].text.lower() == "que" and number and after[0].text.lower() in {"par", ",", "aussi", "plus", "moins", "tant"}:
        return False
    if number and after[number - 1].text.lower() == "ce" and (number < 2 or after[number - 2].text.lower() != "à"):
        return False
    if number and after[number - 1].morph.get("Tense") == ["Pres"] and after[number - 1].morph.get("VerbForm") == ["Part"]:
        return False
    if _is_relative(after[number]) and after[0].text.lower() not in _TO_WHOM:
        return False
    return not (number and after[number - 1].text.lower() in _COMPARING) and word in {"que", "qu'", "qu", "that"} and (after[number].pos_ != "PRON" or after[0].pos_ in {"ADP", "PUNCT", "ADV"})


def _is_relative(token: Any) -> bool:
    """Whether a "que" goes on about the noun right before it: "les villages qu'elle avait perdus"."""
    return bool(token.pos_ == "PRON" and token.dep_ == "obj" and token.head.dep_ == "acl:relcl" and 0 < token.i - token.head.head.i <= 1 + (token.nbor(-1).text == ","))


def _leads_to_quotation(cue: Cue, gap: list[Any], lexicon: Lexicon) -> bool:
    """Whether only asides stand between a cue and a quotation: to whom, when, where."""
    if not gap or gap[-1].text in {":", ","} or gap[-1].text.lower() in lexicon.clause or cue.inverted:
        return True
    if gap[-1].text.lower() == "à" and "a" in cue.verb.follows:
        return True
    if gap[-1].pos_ in {"DET", "ADJ", "CCONJ"} or (gap[-1].pos_ == "ADP" and not {"p", "x", "y", "e", "h"} & set(cue.verb.follows)):
        return False
    return gap[0].pos_ in {"ADV", "ADP"} or {"x", "y"} & set(cue.verb.follows) != set()


def _is_an_occasion(sentence: Sentence, cue: Cue, gap: list[Any]) -> bool:
    """Whether a preposition leads to a name between marks: "s'est défendu lors de « L'Émission du port »"."""
    if not gap or gap[-1].pos_ != "ADP" or {"x", "y"} & set(cue.verb.follows):
        return False
    return any(is_a_name(sentence.words, each) for each in sentence.quotations if each.start >= sentence.end(gap[-1]) and not sentence.words[sentence.end(gap[-1]) : each.start].strip())


def _infinitive(sentence: Sentence, cue: Cue, after: list[Any], number: int, nearby: bool, lexicon: Lexicon) -> int | None:
    token, following, follows = after[number], after[number + 1], cue.verb.follows
    word, verbal = token.text.lower(), _is_infinitive(following)
    if word in {"de", "d'"} and number and after[number - 1].text.lower() in _LEADS_TO:
        return None
    if word in {"de", "d'"} and (("e" in follows and verbal) or ("x" in follows and (verbal or (nearby and not cue.passive)))):
        return sentence.start(following)
    if word in {"de", "d'"} and "y" in follows and lexicon.language == "fr":
        return sentence.start(following) if _is_attribute(sentence, cue, token, following) else None
    if word in {"de", "d'", "du", "des", "of"} and (("p" in follows and nearby) or ("y" in follows and word == "of") or (word == "of" and "x" in follows)):
        return sentence.start(following)
    if word in {"à", "au", "aux"} and (("a" in follows and verbal) or ("b" in follows and nearby)):
        return sentence.start(following)
    if word == "as" and "y" in follows and number < _FAR:
        return sentence.start(token)
    if word == "to" and "i" in follows and following.pos_ in _VERBAL and (nearby or "n" in follows):
        return sentence.start(token)
    aside = nearby or after[0].text == "," or after[0].pos_ in {"ADP", "ADV"}
    return sentence.start(token) if "i" in follows and aside and token.text.lower() != "to" and _is_infinitive(token) and not (number and after[number - 1].pos_ == "ADP") else None


def _is_attribute(sentence: Sentence, cue: Cue, preposition: Any, following: Any) -> bool:
    """Whether "de" leads to what somebody or something is called, not to what completes its noun: "qualifie le projet du maire de dangereux"."""
    quoted = next((each for each in sentence.quotations if each.start > sentence.start(preposition)), None)
    if quoted and re.search(r"\bd(?:e |'|'une? )$", sentence.words[sentence.end(preposition) - 2 : quoted.start]) and not any(is_finite(each) for each in sentence.between(sentence.end(preposition), quoted.start)):
        return quoted.start - sentence.start(following) <= len("une ")
    if following.pos_ == "PROPN" or (cue.verb.lemma == "traiter" and not is_of_a_person(following.text.lower())):
        return False
    return following.pos_ == "ADJ" or following.head.i == cue.head.i or cue.passive


def _is_infinitive(token: Any) -> bool:
    """Whether an infinitive begins here, after "ne pas" and pronouns."""
    for each in token.doc[token.i : token.i + 4]:
        if each.text.lower() not in {"ne", "n'", "pas", "plus", "se", "s'", "le", "la", "l'", "les", "en", "y", "leur", "lui", "être"}:
            return bool(each.morph.get("VerbForm") == ["Inf"] and each.pos_ in _VERBAL)
        if each.text.lower() == "être":
            return True
    return False


def _phrase(sentence: Sentence, cue: Cue, lexicon: Lexicon, after: list[Any], number: int) -> bool:
    """Whether a noun phrase that is the content begins here."""
    token, follows = after[number], cue.verb.follows
    if "j" in follows:
        return token.pos_ not in {"PUNCT", "SCONJ"} and (token.pos_ != "ADP" or lexicon.language == "en" or token.text.lower() in {"pour", "contre", "en", "de", "d'"})
    opens = token.pos_ in _OPENS_PHRASE or token.tag_ == "VBG" or token.text.lower() in _PRONOUNS or (lexicon.language == "en" and token.pos_ == "ADJ")
    if cue.passive or cue.inverted or not opens or token.text.lower() in {"que", "qu'", "that", "il", "elle", "qui", "on"}:
        return token.pos_ == "PRON" and lexicon.language == "en" and _bare_clause(sentence, cue, after, number)
    if "n" in follows and lexicon.language == "en" and token.tag_ == "VBG" and token.dep_ != "amod":
        return True
    if ({"d", "c"} <= set(follows) and lexicon.language == "fr" or "y" in follows and lexicon.language == "en") and token.pos_ in {"DET", "ADJ"} and _quotation_in(sentence, after[number:]):
        return True
    if "k" in follows:
        return any(each.text.lower() in {"comme", "as"} for each in after[number:])
    return "n" in follows or (lexicon.language == "en" and _bare_clause(sentence, cue, after, number))


def _quotation_in(sentence: Sentence, tokens: list[Any]) -> bool:
    """Whether a quotation stands in the phrase that begins here, before any verb and comma."""
    for token in tokens[:_FAR]:
        if sentence.quoted(token):
            return token is not tokens[0]
        if token.pos_ in {"PUNCT", "CCONJ"} or _closes(token):
            return False
    return False


def _bare_clause(sentence: Sentence, cue: Cue, after: list[Any], number: int) -> bool:
    """Whether an English clause without "that" begins here."""
    verb = next((each for each in after[number:] if each.pos_ in _VERBAL), None)
    return "c" in cue.verb.follows and verb is not None and verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not cue.passive


def _closes(token: Any) -> bool:
    return token.text == ";" or (is_finite(token))


def _is_clause(sentence: Sentence, cue: Cue, start: int, lexicon: Lexicon) -> bool:
    """Whether a conjunction leads to a content, or a colon, or (in English) it is a clause without one."""
    between = [each for each in sentence.between(cue.end, start) if each.text != "'"]
    if between and (between[-1].text.lower() in lexicon.clause or between[-1].text == ":"):
        return True
    return lexicon.language == "en" and "c" in cue.verb.follows


def _run(sentence: Sentence, quotation: Span, others: Sequence[Cue]) -> int:
    """The end of a run of quotations that one cue reports in one sentence."""
    end = quotation.end
    for following in sentence.quotations:
        if following.start < end:
            continue
        gap = sentence.between(end, following.start)
        if any(end <= other.begin < following.start for other in others) or any(is_finite(token) for token in gap):
            break
        end = following.end
    return trimmed(sentence, quotation.start, end)
