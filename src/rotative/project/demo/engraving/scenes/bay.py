"""The bay at low tide: oyster racks in rows, three rocks, a wide sky."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, NIGHT, blend
from ..instruments.pen import Hatch
from ..nature.land import mud
from ..nature.sky import sky
from ..nature.water import sea
from ..props import boats
from ..props.vehicles import tractor


def draw(view) -> None:
    """Racks that run to the horizon and those who work them."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.4, 0.5))
    sky(plate, view.horizon, view.light)
    sea(plate, view.horizon, view.light, bottom=view.horizon + 60)
    _sisters(view)
    shore = view.horizon + 34 + 10 * np.sin(plate.x / 170 + rng.uniform(0, 6))
    mud(plate, shore, view.light)
    _racks(view, rng.uniform(300, 900))
    _afield(view)
    view.people(h * 0.88, 2.0, least=1, pose="stoop" if view.words.has("mesh", "lift", "turn") else "")


def _sisters(view):
    pen, rng = view.pen(), view.rng
    x0, side = rng.uniform(180, 900), rng.choice((-1, 1))
    for k, s in enumerate((1.0, 0.72, 0.5)):
        rock = pen.at(x0 + side * k * 92, view.horizon + 8, s, flip=bool(rng.random() < 0.5))
        rock.blob(ROCK, (-54, 2), (-40, -34), (-12, -58), (10, -50), (34, -26), (56, 2), (0, 6))
    pen.press()


def _racks(view, vanish):
    pen, h, top = view.pen(), view.plate.high, view.horizon + 46
    for x in np.linspace(-1500, 2700, 12) + view.rng.uniform(-90, 90):
        for t in np.linspace(0, 1, 17)[1:] ** 2.1:
            _rack(pen, vanish + (x - vanish) * t, top + (h + 60 - top) * t, t, x < vanish)
    pen.press()


def _rack(pen, x, y, t, left):
    if not -160 < x < 1360:
        return
    s = 0.08 + 1.25 * t
    rack = pen.at(x, y, s, flip=not left)
    for dx in (-66, 66):
        rack.line(DEEP, 6, (dx, -34), (dx, 6))
    rack.line(DEEP, 6, (-84, -34), (84, -34))
    for dx in (-76, -24, 28):
        rack.blob(MESH if t > 0.16 else INK, (dx, -34), (dx + 2, -52), (dx + 24, -56), (dx + 48, -51), (dx + 50, -35))


def _afield(view):
    pen, h, rng = view.pen(), view.plate.high, view.rng
    if view.words.has("barge", "boat", "flat") or rng.random() < 0.4:
        boats.barge(pen.at(view.spot(300), h * 0.72, 1.0), rng)
    if view.words.has("tractor"):
        tractor(pen.at(view.spot(300), h * 0.76, 1.1), rng)
    pen.press()


ROCK = Hatch(NIGHT, INK, (0.35, 0.95), 6, -30)
MESH = Hatch(blend(MIST, LAMP, 0.15), INK, (0.4, 0.7), 5, 40)
