"""Whether a sentence stands alone: nothing in it points at a sentence before. In doubt it does not."""
from __future__ import annotations

import re
from typing import Any

from rotative.record.reading.essentials.words import BARE, KNOWN, LEANING, TIMES

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
        and not any(_points(token, sentence, named) for token in own)
    )


def _is_whole(sentence: Any) -> bool:
    """A statement with its full stop, its marks in pairs; not a question, not words before a quotation."""
    text = sentence.text
    paired = all(text.count(a) == text.count(b) for a, b in zip(_OPEN + "(", _CLOSE + ")", strict=True)) and text.count('"') % 2 == 0
    return paired and text[0].isalnum() and bool(re.search(r"\.[\s»”\"]*$", text)) and not re.search(r"[?!]|\.\.|;|https?:|@", text)


def _is_told(sentence: Any) -> bool:
    """The paper tells it: a finite verb, and no more than a part in quotation marks."""
    quoted = sum(len(found) for found in re.findall(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", sentence.text))
    return quoted <= MOST_QUOTED * len(sentence.text) and _main(sentence) is not None


def _main(sentence: Any) -> Any | None:
    """The main predicate, when its verb is finite and it is the only one."""
    roots = [token for token in sentence if token.dep_ == "ROOT"]
    if len(roots) != 1:
        return None
    verbs = [roots[0], *(child for child in roots[0].children if child.dep_ in ("cop", "aux", "aux:pass", "aux:tense", "auxpass"))]
    return roots[0] if any(_is_finite(verb) for verb in verbs) else None


def _is_finite(token: Any) -> bool:
    return token.morph.get("VerbForm") == ["Fin"] and token.morph.get("Mood") != ["Imp"] or token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _has_subject(sentence: Any, titles: frozenset[str]) -> bool:
    """A noun that a reader knows: a name, something new, something with what makes it known beside it, or of the title."""
    root = _main(sentence)
    subjects = [child for child in root.children if child.dep_.split(":")[0] in ("nsubj", "nsubjpass", "csubj") and child in sentence] if root else []
    return bool(subjects) and all(_is_known(subject, titles) for subject in subjects)


def _is_known(subject: Any, titles: frozenset[str]) -> bool:
    if subject.pos_ == "PROPN" or subject.ent_type_:
        return True
    if subject.pos_ != "NOUN" or subject.lemma_.lower() in BARE or subject.lower_ in BARE:
        return False
    return not _is_definite(subject) or subject.lemma_.lower() in KNOWN | titles or _is_anchored(subject)


def _is_definite(noun: Any) -> bool:
    return any(child.lower_ in ("le", "la", "les", "l'", "the") for child in noun.children if child.dep_ == "det")


def _is_anchored(noun: Any) -> bool:
    """It carries a name, or a complement that says which one it is."""
    inside = [token for token in noun.subtree if token != noun]
    return any(token.pos_ == "PROPN" for token in inside) or any(child.dep_ in ("nmod", "prep") for child in noun.children)


def _points(token: Any, sentence: Any, named: bool) -> bool:
    """A word that means something said before the sentence."""
    if _is_quoted(token, sentence):
        return False
    if token.pos_ in ("PRON", "DET") and token.morph.get("Person") and token.morph.get("Person") != ["3"]:
        return True
    if token.lower_ in _DEMONSTRATIVES and (token.pos_ in ("PRON", "DET") or token.tag_ == "DT"):
        return not _is_of_time(token) and not _is_of_a_clause(token)
    if token.lower_ in _POSSESSIVES or token.lower_ in _PERSONAL:
        return not named and not _has_antecedent(token, sentence)
    return token.lower_ in _CLITICS and token.pos_ == "PRON" and not _is_there(token)


_DEMONSTRATIVES = frozenset("ce cet cette ces c' ça cela ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci this that these those".split())
_POSSESSIVES = frozenset("son sa ses leur leurs his her its their".split())
_PERSONAL = frozenset("il elle ils elles he she they it him them himself herself -il -elle -ils -elles".split())
_CLITICS = frozenset("le la les l' lui leur en y eux on tout rien one ones".split())


def _is_of_time(token: Any) -> bool:
    return bool(token.head.lemma_.lower() in TIMES or token.head.lower_ in TIMES)


def _is_of_a_clause(token: Any) -> bool:
    """ "ce que", "celui qui", "celles de"; "that" as a conjunction or a relative."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return after in ("qui", "que", "qu'", "dont", "de", "des", "du", "d'") or token.tag_ in ("IN", "WDT") or token.dep_ == "mark" or (token.lower_ in ("those", "that") and after in ("who", "of"))


def _is_there(token: Any) -> bool:
    """ "il y a"; the article before a name that a model takes for a pronoun."""
    before = token.nbor(-1).lower_ if token.i else ""
    return token.lower_ == "y" and before in ("il", "n'") or "Art" in token.morph.get("PronType")


def _has_antecedent(token: Any, sentence: Any) -> bool:
    """A noun before it in the sentence that agrees with it, as far as the model tells gender and number."""
    if token.dep_.startswith("expl") and token.lower_ in ("il", "it"):
        return True
    nouns = [each for each in sentence.doc[sentence.start : token.i] if each.pos_ in ("NOUN", "PROPN") and each.dep_ not in ("obl", "obl:mod")]
    if token.lower_ in _POSSESSIVES:
        return bool(nouns)
    return any(_agrees(noun, token) for noun in nouns)


def _agrees(noun: Any, pronoun: Any) -> bool:
    return all(not (a := noun.morph.get(kind)) or not (b := pronoun.morph.get(kind)) or a == b for kind in ("Gender", "Number"))


def _is_quoted(token: Any, sentence: Any) -> bool:
    before = sentence.doc.text[sentence.start_char : token.idx]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1
