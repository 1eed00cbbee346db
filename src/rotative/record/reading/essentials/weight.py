"""How much a sentence weighs: where it stands, whom and what it names, how central its words are to the text."""
from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from rotative.record.reading.essentials.candidates import Candidate, content
from rotative.record.reading.essentials.words import COLOUR, SCENES, SIZES, SOMEBODY
from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.listed import listed
from rotative.record.reading.parsing import Parsed

ACTS = frozenset(["announces", "reveals", "confirms", "denies", "refuses", "demands", "promises", "accuses", "warns"])
SHORT = 60  # characters
_FEW = listed("un une deux trois one two three")
_DATED = re.compile(r"\b(?:1[0-9]|20)\d\d\b|\b\d{1,2} (?:jan|fév|mar|avr|mai|jui|aoû|sep|oct|nov|déc|feb|apr|may|jun|jul|aug|dec)", re.I)
_ON_THE_MINUTE = re.compile(r"^(?:À|A|Vers) \d{1,2} ?(?:h(?:\d\d)?|heures)\b|, à \d{1,2} h \d\d, |\bpast \w+ in the (?:morning|evening)")  # a scene is set


class Weights:
    """The weights of a text's sentences against each other."""

    def __init__(self, parsed: Sequence[Parsed], statements: Sequence[Statement]) -> None:
        story = [content(each.doc) for each in parsed if each.block.kind == "paragraph"]
        self._titles = content(token for each in parsed if each.block.kind == "title" for token in each.doc)
        self._among = max(1, len(story))
        self._frequent = Counter(word for words in story for word in words)
        self._said = [each.span for each in statements]
        self._acts = [each.span for each in statements if each.act in ACTS]

    def of(self, candidate: Candidate) -> float:
        """More is weightier; nothing or less is not worth a reader's time."""
        return (
            1.2 * self._position(candidate)
            + 0.4 * min(2, _names(candidate)) / 2
            + (0.4 if _has_digit(candidate) else 0.2 * _has_number(candidate))
            + 1.0 * self._title(candidate)
            + 0.8 * self._centrality(candidate)
            + 0.3 * _meets(candidate, self._acts)
            - 0.4 * (len(candidate.text) < SHORT)
            - (0.3 if _has_date(candidate) else 2.0) * _is_background(candidate)
            - 3.0 * bool(_ON_THE_MINUTE.search(candidate.text))
            - 1.5 * (_is_a_scene(candidate) or bool(COLOUR.search(candidate.text)))
            - 1.5 * (len(candidate.text) < SHORT and not _has_digit(candidate) and _says_what_is(candidate))
            - 0.8 * bool(SIZES.search(candidate.text))
            - 0.4 * (len(candidate.text) < SHORT and not _names(candidate) and not _has_digit(candidate))
            - 0.4 * self._is_of_somebody_unknown(candidate)
            - 1.0 * self._says_the_title(candidate)
            - 1.2 * (_is_of_a_person(candidate) and not _has_digit(candidate) and not _meets(candidate, self._said))
            - 0.6 * (not _names(candidate) and not _has_number(candidate))
            - 0.3
        )

    def _position(self, candidate: Candidate) -> float:
        return (1.0 if candidate.place == 0 else 0.8) / (1 + 0.3 * candidate.paragraph)

    def _title(self, candidate: Candidate) -> float:
        """The share of the title's words, half of them being enough."""
        return min(1.0, 2 * len(candidate.words & self._titles) / max(1, len(self._titles)))

    def _says_the_title(self, candidate: Candidate) -> bool:
        """Nothing that the title does not say."""
        return len(candidate.words - self._titles) < 2

    def _is_of_somebody_unknown(self, candidate: Candidate) -> bool:
        """A person whom neither the titles name nor the sentence describes."""
        return _is_of_a_person(candidate) and not re.search(r"^[^,]+, [a-zà-ÿ]", candidate.text) and candidate.text[:1].isupper() and not candidate.words & self._titles and candidate.part[0].pos_ == "PROPN"

    def _centrality(self, candidate: Candidate) -> float:
        """TF-IDF within the text: words that come back in some of its paragraphs and not in all."""
        weights = [math.log(number) * math.log(1 + self._among / number) for word in candidate.words if (number := self._frequent[word]) > 1]
        return min(1.0, sum(weights) / (1 + len(candidate.words)))


def _meets(candidate: Candidate, spans: Sequence[Span]) -> bool:
    return any(span.start < candidate.span.end and candidate.span.start < span.end for span in spans)


def _is_of_a_person(candidate: Candidate) -> bool:
    """What a person does, and neither says nor counts: in a story that is told, a scene."""
    subjects = (token for token in candidate.part if token.dep_.startswith("nsubj") and token.head.dep_ == "ROOT")
    return any(token.pos_ == "PROPN" and token.ent_type_ in ("PER", "PERSON", "MISC", "") or _names_one(token) for token in subjects)


def _is_a_scene(candidate: Candidate) -> bool:
    """What a person is seen to do: the main verb tells."""
    if SOMEBODY.match(candidate.text):
        return True
    heads = (token for token in candidate.part if token.dep_ == "ROOT" or (token.dep_ == "conj" and token.head.dep_ == "ROOT"))
    return any(token.lemma_.lower() in SCENES for token in heads)


def _says_what_is(candidate: Candidate) -> bool:
    """A copula and hardly more: "the letters are real"."""
    return any(token.dep_ == "cop" or token.lemma_ == "be" and token.dep_ == "ROOT" for token in candidate.part)


def _names_one(token: Any) -> bool:
    return any(child.ent_type_ in ("PER", "PERSON") for child in token.children)


def _names(candidate: Candidate) -> int:
    return len({token.lemma_ for token in candidate.part if token.pos_ == "PROPN"})


def _has_number(candidate: Candidate) -> bool:
    return any(token.like_num and token.lower_ not in _FEW for token in candidate.part)


def _has_digit(candidate: Candidate) -> bool:
    return any(sign.isdigit() for sign in candidate.text)


def _is_background(candidate: Candidate) -> bool:
    """What was going on, or had been before: the scene, not the news."""
    root = next((token for token in candidate.part if token.dep_ == "ROOT"), candidate.part.root)
    verbs = [root, *(child for child in root.children if child.dep_.startswith(("aux", "cop")))]
    return any(verb.morph.get("Tense") == ["Imp"] or verb.lower_ in ("had", "'d") or verb.tag_ == "VBG" for verb in verbs)


def _has_date(candidate: Candidate) -> bool:
    """A year or a day of a month: what was then can be told now."""
    return bool(_DATED.search(candidate.text))
