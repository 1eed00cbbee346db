"""What a sentence lacks: that of which its superlative, its share, its number or its reported clause is; a verb that is not a relative's."""
from __future__ import annotations

import re
from typing import Any

_SUPERLATIVE = re.compile(
    r"^(?:(?:le|la|les) (?:plus|moins) (?:\w+ )?\w+|the (?:\w+est|most \w+|least \w+)) \w+(?! (?:de|du|des|d'|of|in|que|qui|ever|that)\b)(?=[ ,])"
    r"|^(?:le|la|les) \w+ (?:le|la|les) (?:plus|moins) \w+(?! (?:de|du|des|d'|que|qui)\b)(?=[ ,])",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:ses|leurs|ces|les|its|their|these|his|her) \d[\d ,.]* ?%(?! ?(?:de|du|des|d'|of)\b)"
    r"|\b(?:répond\w*|dit|disent|maintien\w+|avanc\w+|annonc\w+|oppos\w+|says?|answers?) \d[\d ,.]* ?%(?! ?(?:de|du|des|d'|of)\b)",
    re.IGNORECASE,
)
_THAN_WHAT = re.compile(r"(?<!\ble )(?<!\bla )(?<!\bles )\b(?:plus|moins) [a-zà-ÿ]+\.$|^Parfois\b|^Sometimes\b")
_OF_NOTHING = re.compile(
    r"\b(?:au-dessus de|au-dessous de|en dessous de|(?:infér|supér)ieure?s? à|plus de|moins de|above|below|under|over|more than|less than) \d{1,3}(?=[.,;]?$|[.,;] | (?:a|ont|est|sont|et|en|dans|pendant|has|have|is|are|was|were|and)\b)",
    re.IGNORECASE,
)
_RELATIVE = frozenset(["qui", "que", "qu'", "dont", "où", "who", "which", "whom", "whose"])
_ARTICLES = frozenset(["le", "la", "les", "l'", "the"])


def lacks(sentence: Any, known: frozenset[str]) -> bool:
    """known: lemmas of what a reader knows."""
    return bool(_SUPERLATIVE.search(sentence.text) or _SHARE.search(sentence.text) or _OF_NOTHING.search(sentence.text) or _THAN_WHAT.search(sentence.text)) or _has_relatives_only(sentence) or _reports_of_the_unknown(sentence, known) or _names_an_office(sentence)


def _has_relatives_only(sentence: Any) -> bool:
    """Whether each finite verb has its relative: "un bruit, que trois techniciens ont cherché"."""
    finite = [token for token in sentence if token.morph.get("VerbForm") == ["Fin"] and token.pos_ in ("VERB", "AUX")]
    relatives = [token for token in sentence if token.lower_ in _RELATIVE and _follows_noun(token, sentence)]
    return bool(finite) and len(relatives) >= len(finite) and all(relative.i < verb.i for relative, verb in zip(relatives, finite, strict=False))


def _follows_noun(token: Any, sentence: Any) -> bool:
    before = [each for each in sentence.doc[sentence.start : token.i] if not each.is_punct]
    return bool(before) and before[-1].pos_ in ("NOUN", "PROPN", "ADJ", "PRON")


def _reports_of_the_unknown(sentence: Any, known: frozenset[str]) -> bool:
    """Whether what is reported is of a thing told before: "demande si le thermomètre est compris"."""
    return any(_is_unknown(token, known) for token in sentence if token.dep_.startswith("nsubj") and token.pos_ == "NOUN" and token.head.dep_ == "ccomp")


def _names_an_office(sentence: Any) -> bool:
    """Whether it says who somebody is, and not of what: "la présidente est Inès Valmer"."""
    heads = (token for token in sentence if token.pos_ == "PROPN" and token.dep_ == "ROOT" and any(child.dep_ == "cop" for child in token.children))
    subjects = (child for token in heads for child in token.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
    return any(not any(child.dep_ in ("nmod", "amod") for child in each.children) for each in subjects)


def _is_unknown(noun: Any, known: frozenset[str]) -> bool:
    article = [child for child in noun.children if child.lower_ in _ARTICLES and child.dep_ == "det"]
    told = any(child.dep_ in ("nmod", "prep", "amod", "appos", "acl", "acl:relcl", "relcl", "nummod", "compound") for child in noun.children)
    return bool(article) and not told and noun.lemma_.lower() not in known and noun.morph.get("Number") == ["Sing"]
