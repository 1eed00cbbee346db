"""The topics that a page lists under or beside its story."""

import re

from .lines import Line
from .wording import clean, key

_LABEL = (
    r"(tags?|mots[- ]cles?|themes?|thematiques?|sujets?|topics?|etiquettes?|keywords?|(filed|posted|tagged)( under| in| with)?|classe dans|dossiers?|en lien|(a propos de |sur )ces? (theme|sujet)s?|"
    r"explore topics|(more on )?these topics|related topics)"
)
_INLINE = re.compile(_LABEL + r" ?: ?\S.{1,200}")
_ALONE = re.compile(_LABEL + r" ?:?")
_PREFIX = re.compile(_LABEL + r"( ?:| (?=\S))\s*")


def is_labelled(text: str) -> bool:
    """“Mots-clés : port, pêche”, on one line."""
    return len(text) < 220 and bool(_INLINE.fullmatch(key(text))) and not text.endswith((".", "!", "?"))


def of(lines: list[Line]) -> list[str]:
    """The topics among the lines, labels and marks taken off."""
    said = [
        _bare(line.text)
        for line in lines
        if line.reason == "topics" and len(line.text) <= 220 and not _ALONE.fullmatch(key(line.text))
    ]
    parts = [clean(part) for text in said for part in re.split(r"\s*[,;•|/·]\s*|\s+(?=#)", text)]
    return [part.lstrip("#").rstrip(".") for part in parts if part]


def _bare(text: str) -> str:
    found = _PREFIX.match(key(text))
    return (
        re.sub(r"^[^:]{3,30}:\s*", "", text)
        if found and ":" in text
        else text[found.end() :]
        if found and len(key(text)) == len(text)
        else text
    )
