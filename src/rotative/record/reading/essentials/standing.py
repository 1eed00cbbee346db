"""Whether a sentence stands alone: nothing in it points at a sentence before. In doubt it does not."""
from __future__ import annotations

import re
from typing import Any

from rotative.record.reading.essentials.lacking import lacks
from rotative.record.reading.essentials.words import BARE, KNOWN, LEANING, TIMES
from rotative.record.reading.listed import listed
from rotative.record.reading.sentences import is_quoted

NAMES = ("PER", "ORG", "LOC", "PERSON", "GPE", "FAC", "NORP")
_OPEN, _CLOSE = "«“", "»”"
MOST_QUOTED = 0.6  # of the sentence


def stands_alone(sentence: Any, titles: frozenset[str], named: bool) -> bool:
    """titles: lemmas of what stands above the text. named: a name will stand in the place of its first word, a pronoun."""
    own = [token for token in sentence[1 if named else 0 :] if not token.is_space]
    return (
        _is_whole(sentence)
        and _is_told(sentence)
        and (named or _has_subject(sentence, titles))
        and not LEANING.search(sentence.text)
        and not lacks(sentence, KNOWN | titles)
        and not any(_points(token, sentence, named) for token in own)
    )


def _is_whole(sentence: Any) -> bool:
    """Its marks in pairs, every word with what governs it; not a question, not words before a quotation, nothing that is no prose."""
    text = sentence.text
    paired = all(text.count(a) == text.count(b) for a, b in zip(_OPEN + "(", _CLOSE + ")", strict=True)) and text.count('"') % 2 == 0
    heads = all(sentence.start <= token.head.i < sentence.end for token in sentence)
    return paired and heads and text[:1].isalnum() and not re.search(r"[?!;@|]|\.\.|https?:|:$|, (?:lui|elle|eux|elles),", text) and sentence[0].pos_ != "VERB"


def _is_told(sentence: Any) -> bool:
    """The paper tells it: a finite verb, and no more than a part in quotation marks."""
    quoted = sum(len(found) for found in re.findall(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", sentence.text))
    return quoted <= MOST_QUOTED * len(sentence.text) and _main(sentence) is not None


def _main(sentence: Any) -> Any | None:
    """The first predicate with a finite verb that no other governs: a parser may see two sentences where the signs make one.

    Nor is a relative clause one, where the parser took it for what it stands beside.
    """
    roots = (token for token in sentence if token.dep_ == "ROOT" and any(_is_finite(verb) for verb in _verbs(token)))
    return next((root for root in roots if not any(child.lower_ in ("que", "qu'", "qui", "dont") and child.pos_ == "PRON" for child in root.children)), None)


def _verbs(root: Any) -> list[Any]:
    """The verb of a predicate with its auxiliaries; of a noun or an adjective, the copula alone."""
    linked = ("aux", "aux:pass", "aux:tense", "auxpass")
    copulas = [child for child in root.children if child.dep_ == "cop"]
    return [root, *(child for child in root.children if child.dep_ in linked)] if root.pos_ in ("VERB", "AUX") else copulas


def _is_finite(token: Any) -> bool:
    return token.morph.get("VerbForm") == ["Fin"] and token.morph.get("Mood") != ["Imp"] or token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _has_subject(sentence: Any, titles: frozenset[str]) -> bool:
    """Its subject, and its object, are nouns that a reader knows: a name, something new, something told which, or of the title."""
    root = _main(sentence)
    objects = [child for child in root.children if child.dep_ in ("obj", "dobj") and child in sentence and child.pos_ == "NOUN"] if root else []
    if not all(_is_known(each, titles) for each in objects):
        return False
    subjects = [child for child in root.children if child.dep_.split(":")[0] in ("nsubj", "nsubjpass", "csubj") and child in sentence] if root else []
    return all(_is_known(subject, titles) for subject in subjects) if subjects else root is not None and _says_there_is(root)


def _says_there_is(root: Any) -> bool:
    """ "Il y a", "il faut", "there is": nobody does it."""
    words = {child.lower_ for child in root.children}
    return root.lemma_ == "falloir" or root.lemma_ == "avoir" and {"il", "y"} <= words or root.lemma_ == "be" and "there" in words


def _is_known(subject: Any, titles: frozenset[str]) -> bool:
    if subject.pos_ == "PROPN" or subject.ent_type_ in NAMES:
        return True
    if subject.pos_ != "NOUN" or subject.lemma_.lower() in BARE or subject.lower_ in BARE:
        return False
    return not _is_definite(subject) or subject.lemma_.lower() in KNOWN | titles or _is_anchored(subject) or _is_first_described(subject)


def _is_definite(noun: Any) -> bool:
    return any(child.lower_ in ("le", "la", "les", "l'", "the") for child in noun.children if child.dep_ == "det" or child.tag_ == "DT")


def _is_anchored(noun: Any) -> bool:
    """It carries a name, or a complement that says which one it is."""
    inside = [token for token in noun.subtree if token != noun]
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("de", "du", "des", "d'", "of"):
        return True
    return any(token.pos_ == "PROPN" for token in inside) or any(child.dep_ in ("nmod", "prep") for child in noun.children)


def _is_first_described(noun: Any) -> bool:
    """"La chambre maritime", "les 540 élèves": with what tells it from others, and not told of before in the paragraph."""
    described = [child for child in noun.children if child.dep_ == "amod" and not _is_apart(child) or child.dep_ == "nummod" and child.text.isdigit()]
    told = {token.lemma_ for token in noun.doc[: noun.left_edge.i]}
    return noun.lemma_ not in told and any(child.lower_ not in BARE for child in described)


def _is_apart(adjective: Any) -> bool:
    """After a comma an adjective says more of what is known already: "l'affiche, jaune et noire,"."""
    return adjective.i > adjective.head.i and any(token.text == "," for token in adjective.doc[adjective.head.i : adjective.i])


def _points(token: Any, sentence: Any, named: bool) -> bool:
    """A word that means something said before the sentence."""
    if is_quoted(token, sentence):
        return False
    word = token.lower_
    if token.pos_ in ("PRON", "DET") and token.morph.get("Person") and token.morph.get("Person") != ["3"]:
        return True
    if word in _DEMONSTRATIVES and (token.pos_ in ("PRON", "DET") or token.tag_ == "DT"):
        return not _is_of_time(token) and not _is_of_a_clause(token)
    if word in _OURS:
        return True
    if word in _POSSESSIVES and token.tag_ != "PRP":
        return not named and not _nouns_before(token, sentence)
    if word in _PERSONAL:
        return not named and not _has_antecedent(token, sentence)
    return word in _INVERTED or word in _CLITICS and _is_clitic(token)


_DEMONSTRATIVES = listed("ce cet cette ces c' ça cela ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci this that these those")
_OURS = listed("mon ma mes ton ta tes my je j' me moi tu te toi i")
_POSSESSIVES = listed("son sa ses leur leurs his her its their")
_PERSONAL = listed("il elle ils elles he she they it him her them himself herself")
_INVERTED = listed("-il -elle -ils -elles -t-il -t-elle -t-ils -t-elles -on -t-on -ce -je -nous -vous t-il t-elle")
_CLITICS = listed("le la les l' lui leur en y eux one ones")


def _is_of_time(token: Any) -> bool:
    return bool(token.head.lemma_.lower() in TIMES or token.head.lower_ in TIMES)


def _is_of_a_clause(token: Any) -> bool:
    """"Ce que", "celui qui", "celles de"; "that" as a conjunction or a relative."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in ("those", "that") and after in ("who", "of"):
        return True
    return after in ("qui", "que", "qu'", "dont", "de", "des", "du", "d'") or token.tag_ in ("IN", "WDT") or token.dep_ == "mark"


def _is_clitic(token: Any) -> bool:
    """A pronoun before its verb, whatever the model calls it: "en offre la moitié"; not "il y a", nor an article."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ == "y" and before in ("il", "n'") and token.i + 1 < len(token.doc) and token.nbor().lemma_ == "avoir":
        return False
    finite = token.i + 1 < len(token.doc) and token.nbor().morph.get("VerbForm") == ["Fin"]
    is_pronoun = token.pos_ == "PRON" and "Art" not in token.morph.get("PronType")
    return bool(is_pronoun or token.lower_ == "en" and after in ("VERB", "AUX") and finite)


def _has_antecedent(token: Any, sentence: Any) -> bool:
    """A noun before it in the sentence that is known to agree with it; an "il" or "it" that means nothing needs none.

    What the main verb itself governs was told before the sentence: "the draft credits them".
    """
    if token.dep_.startswith("expl") and token.lower_ in ("il", "it"):
        return True
    governor = token.head
    while governor.dep_ == "prep":
        governor = governor.head
    if token.lower_ == "it" and governor.dep_ == "dobj":
        return False
    if governor.dep_ == "ROOT":
        return False
    return any(_agrees(noun, token) for noun in _nouns_before(token, sentence))


def _nouns_before(token: Any, sentence: Any) -> list[Any]:
    return [each for each in sentence.doc[sentence.start : token.i] if each.pos_ in ("NOUN", "PROPN") and not each.dep_.startswith("obl")]


def _agrees(noun: Any, pronoun: Any) -> bool:
    """Gender and number, both told; a woman or a man in English is one with a name."""
    if pronoun.lower_ in ("he", "she", "him", "her"):
        return noun.pos_ == "PROPN" or noun.lemma_.lower() in KNOWN
    if pronoun.lower_ == "it" and noun.pos_ == "PROPN":
        return False
    kinds = ("Gender", "Number") if pronoun.morph.get("Gender") and pronoun.lower_ not in ("it",) else ("Number",)
    return all(noun.morph.get(kind) == pronoun.morph.get(kind) for kind in kinds)
