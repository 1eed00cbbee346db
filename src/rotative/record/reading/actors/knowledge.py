"""What the model knows of a word alone: whether it is likely a first name, and whether it is a common noun."""
from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from rotative.record.reading.actors.words import Word
from rotative.record.reading.parsing import model

_SEED = ["Marie", "Pierre", "Anne", "Jean", "Paul", "Sophie", "Thomas", "David", "Ivan", "Carlos", "John", "Peter", "Michael", "Maria", "Ahmed", "Mohammed", "Fatima", "Giovanni", "Hans", "Igor"]
_NEAR = 0.35


def is_first_name(word: Word) -> bool:
    """Whether its vector is near those of common first names; False where the model has none."""
    vocab = word.token.vocab
    if not vocab.vectors.size:
        return False
    first = word.text.split("-")[0]
    return _likeness(vocab, first.capitalize() if first.isupper() else first) > _NEAR


@lru_cache(maxsize=20_000)
def _likeness(vocab: Any, text: str) -> float:
    found = vocab[text]
    if not found.vector_norm:
        return 0.0
    seed = _centre(vocab)
    return float(found.vector @ seed) / float(found.vector_norm)


@cache
def _centre(vocab: Any) -> Any:
    import numpy

    vectors = [vocab[name].vector / vocab[name].vector_norm for name in _SEED if vocab[name].vector_norm]
    total = numpy.sum(vectors, axis=0)
    return total / numpy.linalg.norm(total)


def is_common(word: Word) -> bool:
    """Whether the word in small letters is in the model's dictionary of nouns, adjectives or verbs."""
    return word.low in _dictionary(word.token.lang_)


@cache
def _dictionary(language: str) -> frozenset[str]:
    index = model(language).get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(each for part in ("noun", "adj", "verb") for each in index.get(part, ()))
