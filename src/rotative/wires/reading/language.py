"""Which of our two languages a text is in, by its small words."""

from collections import Counter

from .wording import words

_SMALL = {
    "fr": "le la les des du un une et est dans pour que qui au aux sur par ce cette ne pas plus son sa ses ont sont avec",
    "en": "the of and to in is that for on with as was by at from it be are this has have not but its he she they were",
}


def guess(text: str) -> str | None:
    """`fr`, `en`, or nothing when neither is plain."""
    counted = Counter(words(text[:20_000]))
    scores = {name: sum(counted[word] for word in small.split()) for name, small in _SMALL.items()}
    best = max(scores, key=scores.__getitem__)
    other = min(scores.values())
    return best if scores[best] > max(2, other) else None
