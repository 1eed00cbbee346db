"""What speaks for a name to be a person's, a body's or a place's, where it stands."""
from __future__ import annotations

from collections import Counter

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.classes import (
    AGENCIES,
    BODY_HEADS,
    NO_ONE,
    PLACE_HEADS,
    SAINTS,
    SAYING,
    THING_HEADS,
    TITLES,
    closed,
)
from rotative.record.reading.actors.knowledge import is_common, is_first_name
from rotative.record.reading.actors.nouns import ARTICLES, head, is_apposed, noun_across, noun_before
from rotative.record.reading.actors.places import GOVERNMENTS, KNOWN, folded
from rotative.record.reading.actors.words import Word

LABELS = {"PER": "person", "LOC": "place", "ORG": "body"}
_NUMBERS = closed("un une deux trois certains certaines plusieurs ces cette ce chaque a an two three some several these this each")
_HELD = closed("maire mairesse mairie préfet préfète évêque archevêque habitants mayor bishop")
_PLACE_PREPOSITIONS = closed("à en vers depuis in at near")


def signs(name: Name) -> Counter[str]:
    """Points for each kind, below nought where something speaks against it."""
    points: Counter[str] = Counter()
    for found in (_by_model(name), _by_class(name), _by_form(name), _by_word_before(name), _by_word_after(name)):
        for kind, value in found.items():
            points[kind] += value
    return points


def _by_model(name: Name) -> dict[str, int]:
    """Two for the kind that most of its words have."""
    kinds = Counter(LABELS.get(word.label, "") for word in name.words)
    kind, number = kinds.most_common(1)[0]
    return {kind: 2} if kind and 2 * number >= len(name.words) else {}


def _by_class(name: Name) -> dict[str, int]:
    form = folded(name.text)
    if form in KNOWN or form in GOVERNMENTS:
        return {"place": 6}
    return {"body": 6} if form in AGENCIES else {}


def _by_form(name: Name) -> dict[str, int]:
    """What the words of the name say themselves."""
    noun = _noun_within(name)
    if noun in BODY_HEADS:
        return {"body": 4, "person": -4}
    if noun in PLACE_HEADS:
        return {"place": 2, "person": -4}
    if _is_title(name) or _is_noun_qualified(name):
        return {"body": 3, "person": -4}
    return _by_one_word(name) if len(name.words) == 1 else _by_words(name)


def _by_one_word(name: Name) -> dict[str, int]:
    """An acronym is no person; a common noun hardly, least where any word has a capital."""
    word = name.words[0]
    if _is_acronym(word.bare_text):
        return {"body": 1, "person": -4}
    if _has_digit(name):
        return {"person": -4}
    if is_common(word) and not is_first_name(word):
        return {"person": -2 if word.first and word.token.dep_ != "nsubj" else -1}
    return {}


def _by_words(name: Name) -> dict[str, int]:
    """A first name before another word is a person's; "Les" and figures are in no person's name."""
    if name.words[0].low in ("les", "the") or _has_digit(name):
        return {"person": -4}
    return {"person": 2} if is_first_name(name.words[0]) else {}


def _has_digit(name: Name) -> bool:
    return any(sign.isdigit() for sign in name.text)


def _noun_within(name: Name) -> str:
    """The word that says what a name of several words is: in French the first, "Union"; in English the last, too: "Bank"."""
    if len(name.words) < 2 or not name.words[0].big:
        return ""
    first, last = name.words[0], name.words[-1]
    return last.low if last.token.lang_ == "en" and last.low in BODY_HEADS | PLACE_HEADS else first.low


def _is_acronym(text: str) -> bool:
    """Up to five capitals, or a word that ends with several: "UDL", "LaMER"."""
    return text.isupper() and len(text) <= 5 or text[-2:].isupper() and not text.isupper()


def is_noun_alone(name: Name) -> bool:
    """Whether its one word in capitals is a common noun, so that it is a name with what follows: "Gilets jaunes"."""
    word = name.words[0]
    single = word.big and not any(each.big for each in name.words[1:])
    return single and word.low not in PLACE_HEADS and folded(word.text) not in KNOWN and is_common(word)


def _is_noun_qualified(name: Name) -> bool:
    return len(name.words) == 2 and is_noun_alone(name) and name.words[1].token.pos_ == "ADJ"


def _is_title(name: Name) -> bool:
    """Whether an article with a capital stands before a common noun within a sentence, as in a newspaper's title: "dans Le Courrier"."""
    word = name.words[0]
    if word.first or folded(name.text) in KNOWN:
        return False
    if len(name.words) > 1 and word.text in ("Le", "La", "Les"):
        return is_common(name.words[1]) and not name.words[1].initial
    return word.text.startswith("L'")


def _by_word_before(name: Name) -> dict[str, int]:
    word = name.before()
    if word is None:
        return {"person": 2} if noun_across(name) is not None else {}
    low = word.low.rstrip(".")
    if low in TITLES or low in SAINTS:
        return {"person": 5}
    if low in ARTICLES | _NUMBERS:
        return {"person": -3}
    if low in NO_ONE:
        return {"person": -4}
    return _by_noun_before(name, word, low)


def _by_noun_before(name: Name, word: Word, low: str) -> dict[str, int]:
    if noun_before(name) is not None:
        return {"person": 4}
    noun = head(name)
    if noun in BODY_HEADS:
        return {"body": 2, "person": -5}
    if noun in PLACE_HEADS or low in ("de", "d'", "du") and (of := name.before(2)) is not None and of.low in (PLACE_HEADS | _HELD) - {"pays", "place", "état", "camp", "base"}:
        return {"place": 2, "person": -5}
    if noun in THING_HEADS:
        return {"person": -2}
    return {"place": 2} if low in _PLACE_PREPOSITIONS else {}


def _by_word_after(name: Name) -> dict[str, int]:
    """A name that an age or a trade follows is likelier a person's; one that says something, a person's or a body's."""
    apposed = name.sign_after() in (",", "(") and is_apposed(name)
    if _says(name):
        return {"person": 1 + 2 * apposed, "place": -2, "body": 1}
    return {"person": 2} if apposed else {}


def _says(name: Name) -> bool:
    return any(word.token.dep_ in ("nsubj", "obl:agent") and word.token.head.lemma_ in SAYING for word in name.words)
