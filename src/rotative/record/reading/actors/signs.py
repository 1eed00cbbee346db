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
    is_demonym,
    is_of_a_person,
)
from rotative.record.reading.actors.knowledge import is_common, is_first_name
from rotative.record.reading.actors.places import GOVERNMENTS, KNOWN, folded
from rotative.record.reading.actors.words import Word

LABELS = {"PER": "person", "LOC": "place", "ORG": "body"}
_ARTICLES = closed("le la les l' du des au aux the")
_JOINTS = closed("de d' du des la le l' les et à au aux en chargé chargée of the for and")
_NUMBERS = closed("un une deux trois certains certaines plusieurs ces cette ce chaque a an two three some several these this each")
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
    """An acronym is no person; a first name before another word is one's; "Les" stands before no person; "Union" heads a body."""
    word = name.words[0]
    noun = _noun_within(name)
    if noun in BODY_HEADS:
        return {"body": 4, "person": -4}
    if noun in PLACE_HEADS:
        return {"place": 2, "person": -4}
    if _is_title(name) or len(name.words) == 2 and is_noun_alone(name) and name.words[1].token.pos_ == "ADJ":
        return {"body": 3, "person": -4}
    if word.low in ("les", "the"):
        return {"person": -3}
    if len(name.words) == 1 and _is_acronym(word.bare_text):
        return {"body": 1, "person": -4}
    if any(sign.isdigit() for sign in name.text):
        return {"person": -4}
    if len(name.words) == 1 and is_common(word) and not is_first_name(word):
        return {"person": -2 if word.first and word.token.dep_ != "nsubj" else -1}
    return {"person": 2} if len(name.words) > 1 and is_first_name(word) else {}


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
    if low in _ARTICLES | _NUMBERS:
        return {"person": -3}
    if low in NO_ONE:
        return {"person": -4}
    return _by_noun_before(name, word, low)


def _by_noun_before(name: Name, word: Word, low: str) -> dict[str, int]:
    if noun_before(name) is not None:
        return {"person": 4}
    head = _head(name)
    if head in BODY_HEADS:
        return {"body": 2, "person": -5}
    if head in PLACE_HEADS or low in ("de", "d'", "du") and (of := name.before(2)) is not None and of.low in PLACE_HEADS - {"pays", "place", "état", "camp", "base"}:
        return {"place": 2, "person": -5}
    if head in THING_HEADS:
        return {"person": -2}
    return {"place": 2} if low in _PLACE_PREPOSITIONS else {}


def _head(name: Name) -> str:
    """The noun right before the name, or with an adjective between: "le quotidien suisse"."""
    for back in (1, 2, 3):
        word = name.before(back)
        if word is None:
            return ""
        if not (word.token.pos_ == "ADJ" or is_demonym(word.text)):
            return word.low
    return ""


def noun_before(name: Name) -> int | None:
    """Where in the line the noun is that says what the person is, before the name: "la ministre de l'Eau Anna Verel"."""
    word = name.before()
    if word is None or word.low in _JOINTS or _is_thing(name):
        return None
    if is_demonym(word.text) and (word.first or (article := name.before(2)) is not None and article.low in _ARTICLES):
        return name.first - 1
    return _noun(name, 1)


def noun_across(name: Name) -> int | None:
    """The same with a comma between: "La ministre de l'Eau, Anna Verel,"."""
    line, at = name.line, name.first - 1
    text = name.line.plain
    if at < 1 or text[line[at].end : line[at + 1].start].strip() != "," or name.sign_after() not in (",", ".", ""):
        return None
    return _noun(Name(line, at + 1, at + 2), 1, skip=True)


def _noun(name: Name, back: int, skip: bool = False) -> int | None:
    for number in range(back, back + 12):
        at = name.first - number
        if at < 0 or not skip and name.before(number) is None or skip and number > 1 and name.line.gap(at, name.first - 1).strip(" '-"):
            return None
        word = name.line[at]
        if not (word.low in _JOINTS or word.token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")):
            return None
        if word.low in ("et", "and") and name.line[at + 1].low not in _JOINTS:
            return None
        if says_who(word):
            return at
    return None


def _is_thing(name: Name) -> bool:
    """Whether the noun before has an article and is no person's: "du concours", "le quotidien suisse"."""
    back = 1
    while (word := name.before(back)) is not None and back < 4 and (word.token.pos_ == "ADJ" or is_demonym(word.text)) and not says_who(word):
        back += 1
    article = name.before(back + 1)
    lone = article is not None and article.low in _ARTICLES | {"un", "une", "ce", "cette", "a", "an"}
    return word is not None and word.token.pos_ == "NOUN" and not word.big and lone and not says_who(word)


def says_who(word: Word) -> bool:
    """Whether the word is a post or a trade; "anarchiste" as an adjective is none."""
    return word.low not in BODY_HEADS and is_of_a_person(word.text, word.token.pos_ != "ADJ")


def _by_word_after(name: Name) -> dict[str, int]:
    """A name that an age or a trade follows is likelier a person's; one that says something, a person's or a body's."""
    apposed = name.sign_after() in (",", "(") and is_apposed(name)
    if _says(name):
        return {"person": 1 + 2 * apposed, "place": -2, "body": 1}
    return {"person": 2} if apposed else {}


def _says(name: Name) -> bool:
    return any(word.token.dep_ in ("nsubj", "obl:agent") and word.token.head.lemma_ in SAYING for word in name.words)


def is_apposed(name: Name) -> bool:
    """Whether an age or what somebody is follows the name: ", 42 ans,", ", ancienne ministre"."""
    for on in range(4):
        word = name.after(on)
        if word is None:
            return False
        if word.text.isdigit():
            follows = name.after(on + 1)
            return on == 0 and follows is not None and follows.low in ("ans", "years")
        if says_who(word):
            return True
        if not (word.low in _JOINTS or word.low in ("un", "une", "a", "an") or word.token.pos_ in ("ADJ", "DET")):
            return False
    return False
