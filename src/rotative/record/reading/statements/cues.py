"""Cues: the words that report. A verb of saying where it is a verb and asserts; an expression; not one that is itself quoted."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rotative.record.reading.statements.lexicon import Lexicon, Verb
from rotative.record.reading.statements.sentences import Sentence, is_ago

_REACH = 5
_PAST = ("é", "ée", "és", "ées", "i", "ie", "is", "it", "ite", "ies", "u", "ue", "us", "ues")
_CLITICS = frozenset({"se", "s'", "l'", "le", "lui", "leur", "y", "en"})
_BEEN = frozenset([
    "est", "sont", "était", "étaient", "été", "fut", "furent", "sera", "seront", "serait", "seraient", "soit", "être", "is", "are", "was",
    "were", "been", "be", "being"
])
_SAID_BY_INFINITIVE = re.compile(
    r"(?:\bavant (?:de |d')|\baprès (?:avoir )?|\btien\w+ à |\btenu à |\bjusqu'à |\ballant jusqu'à |\bsans |\b(?:vien(?:t|nent)|ven(?:ait|aient)) (?:de |d')|\b(?:a|ont) (?:\w+ )?(?:souhaité|voulu) |\bhésit\w+ (?:pas )?à |\b(?:empressé\w*|manqué) (?:de |d')"
    r"|\b(?:fini|commencé|conclu|continué|poursuivi)(?: ?, [^,]{1,40} ?,)? (?:par|à|de) )(?:(?!pouvoir|devoir|vouloir)\w+ )?$",
    re.IGNORECASE,
)
_TOOK_OCCASION = re.compile(r"\b(?:(?:en )?(?:a|ont) (?:\w+ )?profité|profit(?:e|ent|ant)|pris la parole|saisi l'occasion|réagi)(?: [^,.;«»]{1,30})? pour (?:\w+ )?$", re.IGNORECASE)
_ASIDE = re.compile(r"\b(a|ont|avait|avaient|aurait|auraient|est|sont|has|have|had)(?:-t-(?:ils?|elles?|on))?(?: ?, [^,]{1,90} ?,|(?: (?:d'|l')?[\w-]+){1,4}) $", re.IGNORECASE)
_CAUSES = frozenset({"fait", "font", "faisait", "faisaient"})
_CAUSED = frozenset({"savoir", "valoir", "remarquer", "observer", "noter"})
_SENTENCED = re.compile(r"[^,.;:«]{0,40}\bà (?:mort\b|perpétuité|une? (?:amende|peine|an\b|mois)|la (?:prison|réclusion|peine)|l'amende|payer|verser|rembourser|\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente) )")
_NOT_SAID = re.compile(r"\b(?:comme(?: le| l'| la)?|pour|afin de|afin d') (?:\w+ )?$", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """A cue in a sentence. start: of its verb group, with auxiliaries; begin, end: of its own word or words; head: their first token.

    form: finite, participle (present), infinitive, past (a participle whose auxiliary is left out).
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
        if (not kept or cue.begin >= kept[-1].end) and _asserts(sentence, cue, kept):
            kept.append(cue)
    return kept


def _asserts(sentence: Sentence, cue: Cue, earlier: list[Cue]) -> bool:
    """Whether the words say that something was said: not that it might be, nor a bare adjective."""
    before = sentence.words[sentence.span.start : cue.start]
    if cue.negated or (_NOT_SAID.search(before) and not _TOOK_OCCASION.search(before)) or _is_relative_clause(sentence, cue):
        return False
    if cue.form == "finite" and cue.start == cue.begin and cue.head.morph.get("Tense") == ["Fut"] and sentence.parsed.doc.lang_ == "fr" and not cue.inverted:
        return False
    if cue.verb.lemma == "condamner" and _SENTENCED.search(sentence.words, cue.end, min(sentence.span.end, cue.end + 60)):
        return False
    if cue.form == "infinitive":
        return bool(_SAID_BY_INFINITIVE.search(before) or _TOOK_OCCASION.search(before))
    if re.match(r"\s*(?:de|d'|par|comme)\b", sentence.words[cue.end : sentence.span.end]) and {"x", "y", "k"} & set(cue.verb.follows) and cue.form == "past":
        return False
    return cue.form != "past" or bool(earlier and re.search(r"(?:,|\bet|\bpuis|\bmais|\band) (?:\w+ )?$", before))


def _is_relative_clause(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb and its subject say something of a noun before: "la colère que révèle le scrutin"."""
    before = sentence.between(sentence.span.start, cue.start)
    if len(before) < 2 or before[-1].text.lower() not in {"que", "qu'"} or cue.inverted or cue.form != "finite":
        return False
    if before[-2].text.lower() == "ce" and cue.start != cue.begin:
        return before[-3:-2] != [] and before[-3].text.lower() in {"à", "de", "d'"}
    if cue.start != cue.begin or (before[-2].text.lower() == "ce" and before[-3:-2] and before[-3].text == ","):
        return False
    return before[-2].pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} and before[-2].text.lower() not in {"ainsi", "même", "plus", "moins"}


def _expressions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    for pattern, verb in lexicon.expressions:
        for match in pattern.finditer(sentence.words, *sentence.span):
            tokens = sentence.between(match.start(), match.end())
            if tokens and not sentence.quoted(tokens[0]):
                yield _cue(sentence, lexicon, verb, _head(tokens), match.end())


def _head(tokens: list[Any]) -> Any:
    """The verb of an expression."""
    return next((each for kind in ("VERB", "AUX") for each in tokens if each.pos_ == kind), tokens[0])


def _verbs(sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    for token in sentence.tokens:
        word = token.text.lower().lstrip("-")
        stem = word.split("-")[0]
        known = lexicon.reflexive if stem in lexicon.reflexive and _is_reflexive(token) else lexicon.forms
        verb = known.get(word) or (known.get(stem) if "-" in word else None)
        if verb and not sentence.quoted(token) and (token.text[:1].islower() or token.i == sentence.tokens[0].i) and _is_verb(sentence, lexicon, token, word):
            yield _cue(sentence, lexicon, verb, token, sentence.start(token) + len(stem))


def _is_verb(sentence: Sentence, lexicon: Lexicon, token: Any, word: str) -> bool:
    before = _before(sentence, token)
    if before and before[-1].text.lower() in lexicon.articles and token.pos_ != "VERB":
        return word in lexicon.never_nouns and before[-1].text.lower() in _CLITICS | {"la", "les"}
    if _inverted(sentence, lexicon, sentence.start(token), sentence.end(token)):
        return True
    return word not in lexicon.ambiguous or _behind_words(sentence, token) or token.pos_ in {"VERB", "AUX"} or _helped(before, lexicon) or _has_subject(token)


def _behind_words(sentence: Sentence, token: Any) -> bool:
    """Whether a word stands between a quotation and a name or an article, as only a verb does: "« … », analyse Noé Arlin"."""
    before = sentence.words[sentence.span.start : sentence.start(token)].rstrip().removesuffix(",").rstrip()
    following = sentence.between(sentence.end(token), sentence.span.end)[:1]
    return before.endswith(("»", "”", '"', "''")) and bool(following) and (following[0].pos_ in {"DET", "PROPN"} or following[0].text[:1].isupper())


def _has_subject(token: Any) -> bool:
    """Whether what the model takes for a noun has a subject before it, as a verb has."""
    if any(child.dep_.startswith("nsubj") and child.i < token.i for child in token.children):
        return True
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return len(around) == 3 and around[0].pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "VERB"} and (around[2].pos_ in {"DET", "SCONJ"} or around[2].text.lower() in {"que", "qu'"})


def _before(sentence: Sentence, token: Any) -> list[Any]:
    return sentence.tokens[max(0, token.i - sentence.tokens[0].i - _REACH) : token.i - sentence.tokens[0].i]


def _helped(before: list[Any], lexicon: Lexicon) -> bool:
    return bool(before) and before[-1].text.lower() in lexicon.auxiliaries


def _cue(sentence: Sentence, lexicon: Lexicon, verb: Verb, token: Any, end: int) -> Cue:
    group = _group(sentence, lexicon, token)
    clitic = _before(sentence, group[0])[-1:]
    start = sentence.start(clitic[0] if clitic and clitic[0].text.lower() in _CLITICS else group[0])
    inverted = _inverted(sentence, lexicon, start, end)
    form = _form(token, verb, group, lexicon, inverted is not None or (lexicon.language == "fr" and _behind_words(sentence, token)))
    negated = any(each.text.lower() in lexicon.negations for each in [*_before(sentence, group[0])[-2:], *group])
    return Cue(verb, token, start, sentence.start(token), end, form, _passive(group, token), inverted, negated)


def _group(sentence: Sentence, lexicon: Lexicon, token: Any) -> list[Any]:
    """The verb with the auxiliaries before it, over adverbs ("a d'ailleurs dit") and an aside ("a, jeudi, dit")."""
    group = [token]
    for each in reversed(_before(sentence, token)):
        word = each.text.lower().split("-")[0]
        if word in lexicon.auxiliaries or each.pos_ == "AUX" or (word in _CAUSES and token.text.lower() in _CAUSED):
            group = [each, *(t for t in sentence.tokens if each.i < t.i < group[0].i), *group]
        elif each.pos_ not in {"ADV", "PRON"} and not each.text.startswith("-"):
            break
    if len(group) == 1 and token.text.lower().endswith(_PAST):
        return _distant(sentence, lexicon, token) or group
    return group


def _distant(sentence: Sentence, lexicon: Lexicon, token: Any) -> list[Any] | None:
    start = sentence.start(token)
    found = _ASIDE.search(sentence.words[sentence.span.start : start])
    if token.dep_ in {"acl", "amod"} and (found is None or "," not in found.group()):
        return None
    between = sentence.between(sentence.span.start + found.start(1), start) if found else []
    if not between or between[0].text.lower() not in lexicon.auxiliaries or any(each.pos_ in {"VERB", "AUX"} and not is_ago(each) and not sentence.quoted(each) for each in between[1:]):
        return None
    return [*between, token]


def _inverted(sentence: Sentence, lexicon: Lexicon, start: int, end: int) -> tuple[int, int] | None:
    for match in lexicon.inversion.finditer(sentence.words, start, min(len(sentence.words), end + 12)):
        if match.start() <= end:
            return match.span(2)
    return None


def _form(token: Any, verb: Verb, group: list[Any], lexicon: Lexicon, inverted: bool) -> str:
    word = token.text.lower().split("-")[0]
    if word.endswith(("ant", "ing")) and len(group) == 1:
        return "participle"
    if lexicon.language == "en":
        return _english_form(token, group)
    infinitive = word == verb.lemma
    if infinitive or (len(group) > 1 and group[-2].text.lower() in {"avoir", "être"}):
        return "infinitive"
    if len(group) > 1 or inverted:
        return "finite"
    if any(child.dep_ == "nsubj" and child.i < token.i for child in token.children) and not word.endswith(("é", "ée", "és", "ées")):
        return "finite"
    if token.i > 0 and token.nbor(-1).text.lower() in {"le", "la", "les"}:
        return "finite"
    return "past" if word.endswith(_PAST) and token.morph.get("VerbForm") != ["Fin"] else "finite"


def _english_form(token: Any, group: list[Any]) -> str:
    if token.doc[token.i - 1].tag_ == "MD" and token.i > 0 or any(each.text.lower() == "to" for each in token.doc[max(0, token.i - 2) : token.i]):
        return "infinitive"
    if len(group) > 1:
        return "finite"
    return "past" if token.tag_ == "VBN" and not any(child.dep_.startswith("nsubj") for child in token.children) else "finite"


def _passive(group: list[Any], token: Any) -> bool:
    words = {each.text.lower().split("-")[0] for each in group[:-1]}
    return bool(words & _BEEN) and not _is_reflexive(token) and not token.text.lower().endswith(("ant", "ing"))


def _is_reflexive(token: Any) -> bool:
    for each in reversed(token.doc[max(0, token.i - 5) : token.i]):
        if each.text.lower() in {"s'", "se"}:
            return True
        if each.pos_ not in {"AUX", "ADV"}:
            return False
    return False
