"""The subject of a cue's verb, by the parse, and where the parse is not to be trusted: a gerund's, a relative's, a participle's."""
from __future__ import annotations

from typing import Any

from rotative.record.reading.actors.classes import is_of_a_person
from rotative.record.reading.findings import Span
from rotative.record.reading.statements.agents import is_a_paper, is_thing
from rotative.record.reading.statements.borders import behind
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.phrases import STOPS
from rotative.record.reading.statements.placing import is_detached
from rotative.record.reading.statements.sentences import Sentence, is_finite

RELATIVE = frozenset({"qui", "who", "which", "that"})
NOBODY = frozenset({
    "on", "ce", "c'", "cela", "ceci", "ça", "it", "there", "this", "that", "what", "we", "you", "nous", "vous", "je", "j'", "i", "se", "s'", "lui-même", "elle-même", "eux-mêmes", "himself", "herself", "themselves",
})
_CLIMBS = ("conj", "xcomp", "advcl", "acl", "ccomp", "cop", "aux", "parataxis", "obl", "nmod", "fixed", "ROOT", "dep", "pcomp", "mark", "amod", "flat", "relcl", "prep")
_OWN_SUBJECT = frozenset({"advcl", "ccomp", "parataxis", "obl", "nmod", "obl:mod", "obl:arg", "acl"})
"""What hangs on another verb and yet, when it is finite, has its own subject."""
_THEMSELVES = frozenset({"lui-même", "elle-même", "eux-mêmes", "elles-mêmes", "himself", "herself", "themselves", "itself"})
_PREPOSITIONS = frozenset({"à", "au", "aux", "dans", "sur", "en", "avec", "sans", "sous", "chez", "vers", "par", "contre", "devant", "depuis"})
_CLITICS = frozenset({"se", "s'", "le", "la", "les", "l'", "lui", "leur", "y", "en", "n'", "ne"})
_WITHIN_PHRASE = frozenset({"DET", "ADJ", "NUM"})


def subject_of(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Any | None:
    """The head of a cue's subject, or the span of a pronoun set after its verb; None where the parse has none."""
    subject = behind(sentence, cue) or _beside(sentence, cue) or _relative_goes_on(sentence, cue, lexicon) or _climbed(sentence, cue, lexicon)
    if cue.form == "participle" and subject is not None and not isinstance(subject, Span) and _is_of_another_clause(sentence, cue, subject):
        main = main_subject(sentence, cue.start)
        return subject if main is None and _is_a_person(subject) else main
    return subject


def _relative_goes_on(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Any | None:
    """Whose a cue is that "et" or "mais" joins to a relative right before: "selon la police, qui n'a rien dit de plus, mais a ajouté que"."""
    before = [each for each in sentence.between(sentence.span.start, cue.start) if not sentence.quoted(each)]
    while before and (before[-1].text.lower() in _CLITICS or before[-1].pos_ == "ADV"):
        before.pop()
    if cue.form != "finite" or lexicon.language != "fr" or not before or before[-1].text.lower() not in {"et", "mais", "puis"}:
        return None
    subjects = [each for each in before if each.dep_.startswith(("nsubj", "expl:subj"))]
    if not subjects or subjects[-1].text.lower() != "qui" or sum(each.text == "," for each in before if each.i > subjects[-1].i) > 1:
        return None
    return _source_before(sentence, subjects[-1], lexicon)


def _is_a_person(token: Any) -> bool:
    return bool(is_of_a_person(token.text) or token.ent_type_ in {"PER", "ORG"})


def main_subject(sentence: Sentence, limit: int) -> Any | None:
    """The subject of the sentence's main verb, before a place of the text."""
    for token in sentence.between(sentence.span.start, limit):
        if token.head.dep_ == "ROOT" and (_is_reflexives(token) or (token.dep_.startswith("nsubj") and may_be_subject(sentence, token, token.head.i + 1))):
            return token
    return None


def _is_reflexives(token: Any) -> bool:
    """Whether the model takes a reflexive's "il" for nobody: "il se tait"."""
    return bool(token.dep_ == "expl:subj" and any(each.dep_ == "expl:comp" for each in token.head.children))


def may_be_subject(sentence: Sentence, child: Any, limit: int) -> bool:
    """Whether a token, before the one with the number limit, is a subject: not a day, not after a preposition, not quoted."""
    if not child.dep_.startswith("nsubj") or child.ent_type_ in {"DATE", "TIME"} or child.i >= limit or sentence.quoted(child) or child.text.startswith("-") or child.text.lower() in _THEMSELVES or is_detached(sentence, child):
        return False
    return sentence.span.start <= sentence.start(child) and not any(each.dep_ == "case" and each.i < child.i for each in child.children) and not _after_preposition(child)


def _after_preposition(token: Any) -> bool:
    """Whether a preposition leads up to a noun, whatever the parse makes of it: "quant à elle", "sur Twitter"."""
    number = token.i - 1
    while number >= 0 and token.doc[number].pos_ in _WITHIN_PHRASE:
        number -= 1
    return number >= 0 and token.doc[number].pos_ == "ADP" and token.doc[number].text.lower() in _PREPOSITIONS


def _beside(sentence: Sentence, cue: Cue) -> Any | None:
    """The name right before a participle, without a comma: "on y voit Noé Arlin se vantant"."""
    if cue.form != "participle":
        return None
    before = sentence.between(sentence.span.start, cue.start)
    while before and before[-1].text.lower() in _CLITICS:
        before.pop()
    name = before[-1] if before and before[-1].pos_ == "PROPN" and not sentence.quoted(before[-1]) else None
    while name is not None and name.dep_.startswith("flat") and name.head.i < name.i:
        name = name.head
    return name if name is not None and name.doc[max(0, name.i - 1)].pos_ not in {"ADP", "DET", "NOUN", "ADJ"} else None


def _climbed(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Any | None:
    """The subject of the verb, or of the one on which it hangs, or what it hangs on as a clause of a noun."""
    token = cue.head
    for step in range(6):
        inverted = step and _pronoun_after(sentence, token, lexicon)
        if inverted:
            return inverted
        for child in sorted(_children(token), key=lambda each: (each.i > token.i, -each.i)):
            if not cue.start <= sentence.start(child) < cue.begin and may_be_subject(sentence, child, max(token.i, cue.head.i)) and (step == 0 or cue.form == "participle" or child.i < cue.head.i):
                return _antecedent(sentence, token, child, lexicon) if child.text.lower() in RELATIVE else child
        if token.dep_ == "acl" and _is_place(token.head) and not _is_gerund(sentence, cue):
            return None
        if step == 0 and cue.form == "finite" and (sentence.start(token.head) >= cue.start or any(_is_object(each) for each in token.children)):
            return None
        if step == 0 and token.dep_ == "acl" and cue.form == "finite" and lexicon.language == "fr":
            noun = _whole(token.head)
            return None if any(each.dep_ == "case" and each.i < noun.i for each in noun.children) else noun
        if token.dep_ in {"acl", "acl:relcl", "relcl"} and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i < token.i and not sentence.quoted(token.head) and not _is_gerund(sentence, cue):
            return _named(sentence, token.head, token)
        if token.head.i == token.i or not token.dep_.startswith(_CLIMBS) or (step == 0 and cue.form == "finite" and token.dep_ in _OWN_SUBJECT):
            return None
        token = token.head
    return None


def _children(token: Any) -> list[Any]:
    """What hangs on a verb, or on its auxiliary, where the model takes that for a verb of its own."""
    own = list(token.children)
    return [*own, *(each for helper in own if helper.dep_.startswith("aux") and helper.i < token.i for each in helper.children)]


def _is_object(token: Any) -> bool:
    """Whether a word leads a relative of which the noun before is the object: "les milices que le pays considère comme"."""
    return token.text.lower() in {"que", "qu'"} and token.dep_ == "obj"


def _whole(noun: Any) -> Any:
    """The noun that another completes, of which the parse takes a finite verb for a participle: "une source proche du dossier ajoute"."""
    while noun.dep_ in {"nmod", "obl:arg", "amod"} and noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        noun = noun.head
    return noun


def _is_gerund(sentence: Sentence, cue: Cue) -> bool:
    """Whether "en" leads to a participle: whose it is, is the subject of a verb, never a noun before it."""
    if cue.form != "participle":
        return False
    before = [each.text.lower() for each in sentence.between(sentence.span.start, cue.begin)][-3:]
    while before and before[-1] in _CLITICS - {"en"}:
        before.pop()
    return before[-1:] == ["en"]


def _is_of_another_clause(sentence: Sentence, cue: Cue, subject: Any) -> bool:
    """Whether a participle after a comma was hung on what the comma closes: "comme il le devait, affirmant…", "a quitté la salle, affirmant…"."""
    if not sentence.words[sentence.span.start : cue.start].rstrip().endswith(","):
        return False
    if subject.pos_ == "PRON":
        return any(each.dep_ == "mark" and each.i < subject.i for each in subject.head.children)
    noun = subject.head if subject.dep_ == "appos" else subject
    return sentence.parsed.doc.lang_ == "fr" and noun.dep_ in {"obj", "obl", "obl:arg", "obl:mod", "nmod"}


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


def _antecedent(sentence: Sentence, verb: Any, relative: Any, lexicon: Lexicon) -> Any | None:
    source = _source_before(sentence, relative, lexicon) or _agent_before(sentence, relative)
    if source is not None:
        return source
    for _ in range(3):
        if verb.dep_ in {"acl:relcl", "acl", "relcl"} and verb.head.i < relative.i:
            return _named(sentence, _somebody(sentence, verb.head, lexicon), relative)
        verb = verb.head
    earlier = [each for each in sentence.tokens if each.i < relative.i and each.pos_ in {"NOUN", "PROPN", "PRON"}]
    return _named(sentence, earlier[-1], relative) if earlier else None


def _somebody(sentence: Sentence, noun: Any, lexicon: Lexicon) -> Any:
    """Who speaks, where the parse hangs a relative on a thing beside: "un pêcheur opposé à la loi qui", "une phrase de Noé Arlin qui"."""
    if lexicon.language != "fr":
        return noun
    if not _is_thing(sentence, noun, lexicon):
        return _of_whom(noun) or noun
    complement = next((each for each in noun.children if each.dep_ == "nmod" and each.pos_ == "PROPN" and each.ent_type_ == "PER"), None)
    if complement is not None:
        return complement
    above = noun
    while above.head.i < above.i and above.dep_ in {"nmod", "obl:arg", "obl:mod", "obl", "obl:agent", "amod", "acl", "appos"}:
        above = above.head
        if above.pos_ in {"NOUN", "PROPN"} and not _is_thing(sentence, above, lexicon):
            return above
    return noun


def _of_whom(noun: Any) -> Any | None:
    """The person whom a place or a paper completes: "le chef de mission pour la Syrie, qui", "un militant opposé à la loi qui"."""
    if not (noun.ent_type_ == "LOC" or (noun.pos_ == "NOUN" and not is_of_a_person(noun.text.lower()) and is_a_paper(noun.text.lower()))):
        return None
    above = noun
    while above.head.i < above.i and above.dep_ in {"nmod", "obl:arg", "obl:mod", "obl", "amod", "acl", "conj"} and above.head.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}:
        above = above.head
        if above.pos_ == "VERB" and above.dep_ != "acl":
            return None
        if above.pos_ == "NOUN" and is_of_a_person(above.text.lower()):
            return above
    return None


def _is_thing(sentence: Sentence, noun: Any, lexicon: Lexicon) -> bool:
    return noun.pos_ == "NOUN" and is_thing(sentence, Span(sentence.start(noun), sentence.end(noun)), lexicon)


def _source_before(sentence: Sentence, relative: Any, lexicon: Lexicon) -> Any | None:
    """The source by a preposition that a relative goes on about: "selon la police, qui précise"."""
    for found in lexicon.according.finditer(sentence.words, sentence.span.start, sentence.start(relative)):
        if found.group().lower().startswith(("pour", "for")):
            continue
        between = sentence.between(found.end(), sentence.start(relative))
        nouns = [each for each in between if each.pos_ in {"NOUN", "PROPN"}]
        if nouns and not any(is_finite(each) or each.text in {",", ";"} for each in between[:-1]) and between[-1].text == ",":
            return nouns[0]
    return None


def _agent_before(sentence: Sentence, relative: Any) -> Any | None:
    """The name after "par" that a relative goes on about, right before its comma: "levée à midi par la météo, qui"."""
    before = sentence.between(sentence.span.start, sentence.start(relative))
    if len(before) < 3 or before[-1].text != ",":
        return None
    for number in range(len(before) - 2, max(-1, len(before) - 8), -1):
        if before[number].text.lower() == "par":
            return next((each for each in before[number + 1 : -1] if each.pos_ in {"NOUN", "PROPN"}), None)
        if before[number].pos_ not in {"NOUN", "PROPN", "DET", "ADJ", "ADP", "PUNCT"} or before[number].text == ",":
            return None
    return None


def _named(sentence: Sentence, head: Any, relative: Any) -> Any:
    """The name before an apposition, where a relative that follows a comma hangs on the apposition: "X, maire de Verel, qui"."""
    commas = [each for each in sentence.tokens if each.text == "," and each.i < relative.i and not sentence.quoted(each)]
    if len(commas) < 2 or commas[-1].i < relative.i - 1 or any(is_finite(each) for each in sentence.tokens if commas[-2].i < each.i < relative.i):
        return head
    for comma in reversed(commas[:-1]):
        name = sentence.tokens[0].doc[comma.i - 1]
        following = comma.nbor(1)
        if name.pos_ == "PROPN" and following.text[:1].islower() and following.text.lower() not in STOPS | {"et", "and"}:
            while name.dep_.startswith("flat") and name.head.i < name.i:
                name = name.head
            return name
    return head
