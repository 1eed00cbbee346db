"""Which of the titles of a page is the headline of its story."""

import re

from .claims import Claims
from .lines import Line
from .names import has_word
from .wording import alike, begins, clean, is_title, key, words

_PARTING = re.compile(r"\s+[|\-–—•·:»>]\s+|\s*\|\s*")


def choose(claims: Claims, lines: list[Line]) -> tuple[str | None, int | None, bool]:
    """The headline, the line where it stands, and whether it had to be guessed."""
    said = (
        claims.all("headline", "json-ld")
        + claims.all("headline", "meta")
        + claims.all("headline", "microdata")
        + claims.all("title")
    )
    titles = [at for at, line in enumerate(lines) if _is_candidate(line, claims)]
    for claim in said:
        at = _shown(claim, titles, lines, claims)
        if at is not None:
            return lines[at].text, at, False
    for claim in said if not any(lines[at].level == 1 for at in titles) else []:
        at = _shown(claim, [n for n, line in enumerate(lines) if line.free and line.linked < 0.5], lines, claims)
        if at is not None:
            return lines[at].text, at, False
    return _unshown(claims, said, titles, lines)


def bare(title: str, outlet: str | None) -> str:
    """A title without the name of the paper before or after it."""
    parts = _PARTING.split(title)
    if len(parts) < 2:
        return title
    for part, rest in ((parts[-1], _without_last(title)), (parts[0], _without_first(title))):
        if outlet and (alike(part, outlet) or key(part).startswith(key(outlet))):
            return bare(rest, outlet)
    return title


def _without_last(title: str) -> str:
    return title[: list(_PARTING.finditer(title))[-1].start()]


def _without_first(title: str) -> str:
    return title[next(_PARTING.finditer(title)).end() :]


def _is_candidate(line: Line, claims: Claims) -> bool:
    if (
        line.reason in ("hidden", "comments", "related", "latest")
        or len(line.text) > 300
        or alike(line.text, claims.first("outlet"))
    ):
        return False
    return line.kind == "heading" or any(
        has_word(element, "headline", "title", "titre", "heading") for element in line.within[:2]
    )


def _shown(claim: str, titles: list[int], lines: list[Line], claims: Claims) -> int | None:
    """The visible title that a claim repeats, whole or cut short, the paper's name aside."""
    own = bare(claim, claims.first("outlet"))
    for is_it in (_is_whole, _is_part):
        found = [at for at in titles if is_it(lines[at].text, claim, own)]
        if found:
            return min(found, key=lambda at: (lines[at].level or 7, at))
    return None


def _is_whole(text: str, claim: str, own: str) -> bool:
    return alike(text, own)


def _is_part(text: str, claim: str, own: str) -> bool:
    return len(words(text)) > 2 and (begins(claim, text) or _is_cut(own, text))


def _is_cut(claim: str, text: str) -> bool:
    return (
        len(claim) > 40
        and (claim.rstrip().endswith(("…", "...")) or len(claim) in range(100, 112))
        and begins(text, claim.rstrip(" .…"))
    )


def _unshown(
    claims: Claims, said: list[str], titles: list[int], lines: list[Line]
) -> tuple[str | None, int | None, bool]:
    """No claim is shown: JSON-LD stands; else a lone first-level title; else what the head says."""
    top = [at for at in titles if lines[at].level == 1 and len(words(lines[at].text)) > 1]
    top = [at for at in top if lines[at].free] or top
    written = claims.first("headline", "json-ld")
    if written:
        return clean(written), top[0] if top else None, False
    if top:
        return lines[top[0]].text, top[0], len(top) > 1
    others = [at for at in titles if lines[at].free and is_title(lines[at].text) and len(words(lines[at].text)) > 3]
    if said:
        return clean(bare(said[0], claims.first("outlet"))), None, claims.first("headline") is None
    return (lines[others[0]].text, others[0], True) if others else (None, None, True)
