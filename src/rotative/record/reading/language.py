"""Which language a text is in: py3langid among 140, and the small words of those that are read where it is not sure."""
from __future__ import annotations

import re
from functools import cache
from typing import Any

from rotative.record.reading.listed import listed

SAMPLE = 20_000  # characters: more says no more
SURE = 0.5
_WORD = re.compile(r"[^\W\d_]+")
# Words of grammar that are frequent in one of the two and are no word of grammar in the other.
_GRAMMAR = {
    "fr": listed(
    "le la les un une des du de et est sont dans pour par sur au aux avec que qui ne pas ce cette ces son sa ses leur il elle ils elles "
        "se a été être ont dit mais ou où plus sans sous entre après avant non oui l d qu n s c j y en"
),
    "en": listed(
    "the a an of and is are was were in for by on at with that which who not no this these those his her their he she they it its "
        "has have had been be says said but or where more without under between after before to from as will would yes than"
),
}


def detect(words: str) -> str | None:
    """The code of the language (ISO 639), also of one that is not read; None where nothing tells."""
    sample = words[:SAMPLE]
    code, share = _ranked(sample)[0] if _WORD.search(sample) else (None, 0.0)
    return code if share >= SURE else _by_grammar(sample)


def _ranked(sample: str) -> list[tuple[str, float]]:
    ranked: list[tuple[str, float]] = _identifier().rank(sample)
    return ranked


@cache
def _identifier() -> Any:
    """py3langid's model, loaded when a text first asks for it: a second, 80 MB. In the package's own place: a process has it once."""
    from py3langid import langid

    if langid.IDENTIFIER is None:
        langid.IDENTIFIER = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    return langid.IDENTIFIER


def _by_grammar(sample: str) -> str | None:
    """A title of three words is too little for statistics, but its small words tell; without any, or in doubt, nothing is said."""
    found = [word.lower() for word in _WORD.findall(sample)]
    counts = {code: sum(word in grammar for word in found) for code, grammar in _GRAMMAR.items()}
    best, other = sorted(counts, key=lambda code: -counts[code])
    return best if counts[best] > counts[other] and counts[best] * 6 >= len(found) else None
