"""Of what kind each name of a text is: every occurrence of a form has its say, so that a name is one thing throughout."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.places import folded
from rotative.record.reading.actors.signs import signs
from rotative.record.reading.findings import Kind

Points = Counter[str]


@dataclass(frozen=True)
class Weighed:
    """A name, and the points of its form for each kind."""

    name: Name
    here: Points
    throughout: Points


def weigh(names: Sequence[Name]) -> list[Weighed]:
    """Each name with the points it has where it stands, and those of its form in the whole text."""
    here = [signs(name) for name in names]
    forms: dict[str, Points] = defaultdict(Counter)
    for name, points in zip(names, here, strict=True):
        _add(forms[folded(name.text)], points)
    surnames = _surnames(names, forms)
    for form, points in forms.items():
        if form in surnames:
            _as_surname(points)
    return [Weighed(name, points, forms[folded(name.text)]) for name, points in zip(names, here, strict=True)]


def _add(total: Points, points: Points) -> None:
    """What speaks against a name here says little of its form: "centre Anna Verel"."""
    for kind, value in points.items():
        total[kind] += max(value, -2)


def _as_surname(points: Points) -> None:
    """A name that a person bears in the text is a person's elsewhere, whatever the model has, unless it is a known place."""
    points["person"] = max(points["person"], 0) + 4
    for kind in ("body", "place"):
        points[kind] = min(points[kind], max(3, points[kind] - 6))


def _surnames(names: Sequence[Name], forms: dict[str, Points]) -> frozenset[str]:
    """The last words of the persons with two words or more."""
    found = set()
    for name in names:
        if len(name.words) > 1 and is_person(forms[folded(name.text)], len(name.words)):
            found.update(folded(name.text).split(" ", 1)[1:] + [folded(name.words[-1].text)])
    return frozenset(found)


def is_mention(weighed: Weighed) -> bool:
    """Whether a name means a person here: its form is a person's, and nothing here says that it is the name of a thing."""
    return is_person(weighed.throughout, len(weighed.name.words)) and weighed.here["person"] >= 0


def is_person(points: Points, words: int) -> bool:
    """Whether a name is a person's: more speaks for it than for anything else, or as much where it has several words."""
    return points["person"] > 1 and points["person"] + (words > 1) > max(points["body"], points["place"])


def kind_of(points: Points) -> Kind | None:
    """Whether a name that is no person's is a place's or a body's; None where nothing says so."""
    if max(points["body"], points["place"]) <= 0:
        return None
    return "place" if points["place"] >= points["body"] else "body"
