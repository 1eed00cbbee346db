"""The forest road: trunks on both sides, ice or leaves between."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..nature.land import bare_tree, pine, range_of_hills
from ..nature.sky import rain, sky, veil
from ..props import vehicles
from ..props.furniture import sign


def draw(view) -> None:
    """A road that goes in under the trees."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.5, 0.56))
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, view.horizon - 10, 60, (3, 7, 15), 0.7)
    x = rng.uniform(480, 720)
    _floor(view, x)
    for depth in np.linspace(0.04, 1, 9) ** 1.5:
        _trees(view, x, float(depth))
        if depth < 0.3 and (view.words.thick or rng.random() < 0.5):
            veil(plate, view.horizon + 20, 60, 0.22)
    pen = view.pen()
    if view.words.has("ice", "closed", "sign", "verglas") or rng.random() < 0.3:
        sign(pen.at(x + rng.choice((-250, 250)), h * 0.9, 1.9), rng)
    if view.words.has("car", "van", "lorry", "truck"):
        vehicles.car(pen.at(x + 30, h * 0.78, 1.1), rng, True)
    pen.press()
    view.free = [x + 60, x - 60]
    view.people(h * 0.86, 1.5)
    if view.words.wet:
        rain(plate, 0.1)


def _floor(view, x):
    plate = view.plate
    low = plate.part(top=view.horizon)
    depth = low.y - view.horizon
    wide = 8 + depth * 0.62
    bend = 60 * np.sin(depth / 120)
    road = np.clip(wide - np.abs(low.x - x - bend) + 0.5, 0, 1)
    low.wash(blend(NIGHT, MIST, 0.4))
    low.rule(0.5 + depth / 900, INK, 9, 20)
    low.wash(blend(MIST, PAPER, 0.5), road)
    shine = np.exp(-(((low.x - x - bend) / (wide * 0.5)) ** 2))
    low.wash(view.light.glow, road * shine * view.light.warmth * 0.8)
    low.rule(0.5 - 0.36 * shine + 0.1 * np.sin(low.x / 23 + low.y / 9), INK, 9, 0, 3 * np.sin(low.x / 31), road)
    low.wash(PAPER, np.clip(2.6 - np.abs(np.abs(low.x - x - bend) - wide), 0, 1) * 0.8)


def _trees(view, x, depth):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    foot = view.horizon + 6 + (h - view.horizon) * depth
    gap = 60 + (h - view.horizon) * depth * 0.8
    firs = view.words.has("fir", "pine", "mountain", "snow", "ice") or view.rng.random() < 0.5
    for side in (-1, 1):
        for k in range(5 if depth < 0.4 else 2):
            at = pen.at(
                x + side * (gap + k * (46 + 150 * depth) + rng.uniform(0, 50)),
                foot + rng.normal(0, 8),
                0.7 + 3.4 * depth,
            )
            if firs and rng.random() < 0.7:
                pine(at.at(0, 0, 1.5), DEEP if depth > 0.2 else INK)
            elif depth < 0.25:
                bare_tree(at, rng, INK, 34, 6, 0, 3)
            else:
                _trunk(at, rng)
    pen.press()


def _trunk(pen, rng):
    lean = rng.uniform(-10, 10)
    pen.poly(BARK, (-9, 4), (9, 4), (6 + lean, -320), (-5 + lean, -320))
    for y in (-90, -150, -210):
        pen.curve(
            DEEP, 3.4, (lean * y / -320, y), (rng.choice((-1, 1)) * 40, y - 22), (rng.choice((-1, 1)) * 60, y - 54)
        )


BARK = Hatch(blend(NIGHT, LAMP, 0.18), INK, (0.3, 0.95), 6, 12)
