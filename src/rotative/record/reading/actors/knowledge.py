"""What the model knows of a word alone: whether it is likely a first name, and whether it is a common noun."""
from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Literal

from rotative.record.reading.actors.words import Word
from rotative.record.reading.parsing import model

_SEED = ["Marie", "Pierre", "Anne", "Jean", "Paul", "Sophie", "Thomas", "David", "Ivan", "Carlos", "John", "Peter", "Michael", "Maria", "Ahmed", "Mohammed", "Fatima", "Giovanni", "Hans", "Igor"]
_NEAR = 0.35
_WOMEN = ["Marie", "Anne", "Sophie", "Claire", "Julie", "Isabelle", "Catherine", "Nathalie", "Maria", "Fatima", "Elena", "Sarah"]
_MEN = ["Pierre", "Jean", "Paul", "Thomas", "David", "Nicolas", "Michel", "Philippe", "Carlos", "Mohammed", "Ivan", "John"]
_WOMAN, _MAN = 0.15, -0.08


def is_first_name(word: Word) -> bool:
    """Whether its vector is near those of common first names; False where the model has none."""
    vocab = word.token.vocab
    if not vocab.vectors.size:
        return False
    first = word.text.split("-")[0]
    return _likeness(vocab, first.capitalize() if first.isupper() else first) > _NEAR


def gender(word: Word) -> Literal["f", "m", ""]:
    """Whether a first name is more like those of women or of men; "" where it is like both, or the model has no vectors."""
    vocab = word.token.vocab
    leaning = _leaning(vocab, word.text.split("-")[0]) if vocab.vectors.size else 0.0
    return "f" if leaning > _WOMAN else "m" if leaning < _MAN else ""


@lru_cache(maxsize=20_000)
def _likeness(vocab: Any, text: str) -> float:
    return _along(vocab[text], _centre(vocab))


@lru_cache(maxsize=20_000)
def _leaning(vocab: Any, text: str) -> float:
    return _along(vocab[text], _from_men_to_women(vocab))


def _along(lexeme: Any, axis: Any) -> float:
    return float(lexeme.vector @ axis) / float(lexeme.vector_norm) if lexeme.vector_norm else 0.0


@cache
def _centre(vocab: Any) -> Any:
    return _unit(_sum(vocab, _SEED))


@cache
def _from_men_to_women(vocab: Any) -> Any:
    return _unit(_sum(vocab, _WOMEN) - _sum(vocab, _MEN))


def _sum(vocab: Any, names: list[str]) -> Any:
    return sum(vocab[name].vector / vocab[name].vector_norm for name in names if vocab[name].vector_norm)


def _unit(vector: Any) -> Any:
    return vector / float(vector @ vector) ** 0.5


def is_common(word: Word) -> bool:
    """Whether the word in small letters is in the model's dictionary of nouns, adjectives or verbs."""
    return word.low in _dictionary(word.token.lang_)


@cache
def _dictionary(language: str) -> frozenset[str]:
    index = model(language).get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(each for part in ("noun", "adj", "verb") for each in index.get(part, ()))
