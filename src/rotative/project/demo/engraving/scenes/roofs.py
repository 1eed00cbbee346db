"""Town roofs, rank behind rank, with the hour in their windows."""

import numpy as np

from ..instruments.palette import DEEP, MIST, NIGHT, blend
from ..nature.land import range_of_hills
from ..nature.sky import rain, sky, veil
from ..nature.water import sea
from ..props import houses
from ..props.beasts import cat


def draw(view) -> None:
    """The town from above its chimneys."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.4, 0.5))
    sky(plate, view.horizon, view.light)
    if rng.random() < 0.5:
        sea(plate, view.horizon - 6, view.light)
    else:
        range_of_hills(plate, view.horizon, 50, (3, 7, 15), 0.7)
    _ranks(view)
    if view.words.thick:
        veil(plate, h * 0.6, 80, 0.6)
    if rng.random() < 0.4:
        pen = view.pen()
        cat(pen.at(view.spot(), h * 0.8, 1.2), rng)
        pen.press()
    if view.words.wet:
        rain(plate, 0.1)


def _ranks(view):
    rng, h = view.rng, view.plate.high
    lit = 0.7 if view.words.night else 0.42 if view.light.warmth >= 1 else 0.14
    tower = int(rng.integers(1, 4))
    for rank, t in enumerate(np.linspace(0, 1, 5)):
        pen = view.pen()
        s = 0.3 + 0.62 * t
        foot = view.horizon + 70 + (h + 130 - view.horizon) * t**1.15
        if rank == tower:
            houses.steeple(pen.at(view.spot(), foot, s * 1.12), rng)
        _rank(pen, rng, foot, s, lit, houses.BY_NIGHT if view.light.night else None)
        pen.press()
        if rank < 4:
            _haze(view, foot, 0.34 * (1 - t))


def _rank(pen, rng, foot, s, lit, walls):
    x = -120.0
    while x < 1320:
        wide = rng.uniform(150, 300)
        front = houses.gable if rng.random() < 0.5 else houses.house
        front(pen.at(x + wide * s / 2, foot + rng.normal(0, 16) * s, s), rng, int(rng.integers(1, 3)), wide, lit, walls)
        if rng.random() < 0.3:
            aerial = pen.at(x + wide * s * 0.4, foot - 330 * s, s)
            aerial.line(DEEP, 3, (0, 60), (0, -40))
            aerial.line(DEEP, 3, (-20, -30), (20, -36))
        x += wide * s * rng.uniform(0.8, 1.05)


def _haze(view, foot, amount):
    low = view.plate.part(top=view.horizon, bottom=foot + 20)
    low.wash(blend(MIST, view.light.glow, 0.4) if not view.light.night else NIGHT, amount)
