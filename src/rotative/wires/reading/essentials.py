"""The list that follows “Les essentiels”, “À retenir” or “Key points”."""

import re
from collections.abc import Callable
from functools import partial

from lxml.html import HtmlElement

from . import noise
from .lines import Line
from .wording import clean, ends_a_sentence, key

_STRONG = re.compile(
    r"[^a-z]*(les essentiels?( de (cette|l')? ?(actualite|info|article|enquete|semaine|dossier))?|l'essentiel( (de l'|du |a |en |de cette ).{0,40})?|(ce qu'il faut |a |l'info a |points? a |les points a )(retenir|savoir)( .{0,40})?|"
    r"(les |nos )?(points?|elements?|idees?|chiffres) (cles?|essentiels?|importants?|forts|saillants)( .{0,30})?|(the )?key (points?|takeaways?|facts|findings|developments)( .{0,30})?|"
    r"(the )?(main|essential) (points?|takeaways?)|(the )?essentials( of .{0,30})?|(the )?takeaways?|at a glance|what (you need )?to know( .{0,30})?|things to know|tl;?dr|the bottom line|in a nutshell|"
    r"(the )?quick read|(article |story )?highlights|ce que l'on sait( .{0,30})?|les faits essentiels|en (un coup d'oeil|quelques points|\d points)|what we know( .{0,20})?)[^a-z0-9]*"
)
_WEAK = re.compile(
    r"[^a-z]*(en bref|en resume|resume|le resume|summary|in brief|in short|l'info en bref|les faits|synthese|the story so far|overview|en clair|points)[^a-z0-9]*"
)
BULLET = re.compile(r"^\s*(?:[•●▪■►▶‣⁃◦✓✔→*·–—-]|\d{1,2}[.)])[\s\u00a0\u202f]+")
_MOST = 12


def find(lines: list[Line], start: int = 0) -> tuple[int, list[int], list[str]]:
    """Where the title stands, where the items stand, and their texts; (-1, [], []) if none."""
    for at, line in enumerate(lines):
        strong, weak = _STRONG.fullmatch(key(line.text)), _WEAK.fullmatch(key(line.text))
        if (
            (strong or weak)
            and line.linked < 0.5
            and line.reason not in ("hidden", "comments", "related", "latest", "menu")
        ):
            taken = _items(lines, at, bool(strong) and at >= start)
            if len(taken) >= 2:
                return at, taken, [_bare(lines[n].text) for n in taken]
    return -1, [], []


def is_title(text: str) -> bool:
    return bool(_STRONG.fullmatch(key(text)))


def _items(lines: list[Line], at: int, strong: bool) -> list[int]:
    """The list after the title; else what its box holds; else lines alike, if the title is plain."""
    following = [n for n in range(at + 1, min(len(lines), at + 40))]
    listed = _listed(lines, at, following)
    if listed:
        return listed
    bulleted = _while(following, lambda n: bool(BULLET.match(lines[n].text)))
    if len(bulleted) >= 2:
        return bulleted
    return (_boxed(lines, at, following) or _alike(lines, following)) if strong else []


def _listed(lines: list[Line], at: int, following: list[int]) -> list[int]:
    """The items of the first list, if nothing else or one line only stands between."""
    first = next(
        (n for n in following[:2] if lines[n].kind == "item" and lines[n].group is not None and lines[n].linked < 0.9),
        None,
    )
    if first is None or lines[first].group in lines[at].within:
        return []
    return [n for n in range(first, len(lines)) if lines[n].group is lines[first].group][:_MOST]


def _boxed(lines: list[Line], at: int, following: list[int]) -> list[int]:
    before = lines[at - 1].within if at else ()
    for element in lines[at].within:
        if element in before or element.tag in ("body", "html", "article", "main"):
            return []
        inside = _while(following, partial(_is_in, lines, element))
        if 2 <= len(inside) <= _MOST and all(len(lines[n].text) < 320 for n in inside):
            return inside
    return []


def _is_in(lines: list[Line], box: HtmlElement, n: int) -> bool:
    return box in lines[n].within


def _alike(lines: list[Line], following: list[int]) -> list[int]:
    """Lines in the manner of the first, up to the one that breaks it: a paragraph, a title, noise."""
    run = _while(
        following[: _MOST + 3],
        lambda n: (
            lines[n].kind in ("paragraph", "item") and not noise.reason(lines[n].text) and len(lines[n].text) < 400
        ),
    )
    cuts = [(_break(lines, run, cut), cut) for cut in range(2, min(len(run), _MOST) + 1)]
    if not cuts:
        return []
    best, cut = max(cuts, key=lambda pair: (pair[0], -pair[1]))
    ended_by_noise = len(run) <= _MOST and run and run[-1] < following[-1] and best < 1.2
    return run if ended_by_noise and _is_even(lines, run) else run[:cut]


def _break(lines: list[Line], run: list[int], cut: int) -> float:
    """How sharply the line at `cut` differs from the items before it."""
    items = [lines[n].text for n in run[:cut]]
    if cut >= len(run):
        return 0.9 if _is_even(lines, run) else 0.0
    usual, longest = sum(map(len, items)) / len(items), max(map(len, items))
    ahead = lines[run[cut]].text
    closed = sum(map(ends_a_sentence, items)) / len(items)
    change = abs(closed - ends_a_sentence(ahead)) if closed in (0, 1) else 0
    return (
        change * 1.5
        + min(2.0, len(ahead) / max(longest, 1))
        + min(2.0, len(ahead) / usual)
        - (0.5 if longest > 2.2 * usual else 0)
    )


def _is_even(lines: list[Line], run: list[int]) -> bool:
    sizes = [len(lines[n].text) for n in run]
    return max(sizes) < 2.5 * min(sizes)


def _while(numbers: list[int], test: Callable[[int], bool]) -> list[int]:
    taken = []
    for n in numbers:
        if not test(n):
            break
        taken.append(n)
    return taken


def _bare(text: str) -> str:
    return clean(BULLET.sub("", text))
