"""Wind turbines on the plateau."""

import numpy as np

from ..nature.land import meadow, range_of_hills, tree
from ..nature.sky import sky, veil
from ..props import houses
from .view import level


def draw(view) -> None:
    """White towers on a long ridge, and the life below them."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.52, 0.62))
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, view.horizon, 40, (3, 7, 15), 0.85)
    ridge = range_of_hills(plate, view.horizon + 50, 36, (2, 5), 0.45)
    _turbines(view, ridge)
    if view.words.thick:
        veil(plate, view.horizon, 70, 0.7)
    meadow(plate, h * 0.76 + 22 * np.sin(plate.x / 330 + rng.uniform(0, 6)), view.light, furrows=1)
    _hedge(view)
    view.things(h * 0.91, 1.25, skip=(houses.wind_turbine,))
    view.people(h * 0.93, 1.7)


def _turbines(view, ridge):
    pen, rng = view.pen(), view.rng
    count = max(view.words.count("turbine", "wind"), 1)
    count = count if count > 1 else int(rng.integers(4, 7))
    for i, x in enumerate(np.linspace(130, 1070, count) + rng.normal(0, 30, count)):
        s = rng.uniform(0.3, 0.4) * (1.45 if i == count // 2 else 1)
        houses.wind_turbine(pen.at(x, level(ridge, x) + 12, s), rng)
    pen.press()


def _hedge(view):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    x0 = rng.uniform(100, 900)
    for k in range(9):
        tree(pen.at(x0 + k * 44, h * 0.79 + rng.normal(0, 4), rng.uniform(0.5, 0.8)), rng)
    if rng.random() < 0.6:
        houses.house(pen.at(x0 + 460, h * 0.81, 0.4), rng, 1)
    pen.press()
