"""The boat yard: a hull on the slip, ribs and planks, a shed about it."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..nature.sky import sky
from ..nature.water import sea
from ..props import boats
from ..props.furniture import barrel, ladder, mast_trestles


def draw(view) -> None:
    """A vessel building; or one that sails, when nothing is said of work."""
    if view.words.has("sail", "under way", "harbour", "at sea") and not view.words.has("slip", "yard", "shed", "hull"):
        _afloat(view)
    else:
        _building(view)


def _afloat(view):
    plate, rng = view.plate, view.rng
    view.lit_from(plate.high * 0.62)
    sky(plate, view.horizon, view.light)
    pen = view.pen()
    boats.schooner(pen.at(rng.uniform(480, 700), view.horizon + 50, 1.25, flip=bool(rng.random() < 0.5)), rng)
    sea(plate, view.horizon, view.light, pen.mirrored(view.horizon + 30, plate.part(top=view.horizon), 8))
    pen.press()


def _building(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * 0.5)
    sky(plate, view.horizon, view.light)
    sea(plate, view.horizon, view.light)
    _slip(view)
    _shed(view)
    pen = view.pen()
    _hull(pen.at(600, h * 0.76, 1.28, flip=bool(rng.random() < 0.5)), view)
    pen.press()
    if view.words.has("mast", "trestle"):
        mast_trestles(pen.at(560, h * 0.95, 1.5), rng)
    barrel(pen.at(1110, h * 0.9, 1.3), rng)
    pen.press()
    view.free = [320, 860, 560, 1000]
    view.people(h * 0.86, 1.55, least=3, pose="hammer" if rng.random() < 0.5 else "")


def _slip(view):
    low = view.plate.part(top=view.plate.high * 0.66)
    depth = low.y - view.plate.high * 0.66
    low.wash(blend(MIST, LAMP, 0.35))
    low.rule(0.42 + depth / 600, INK, 9, 0, 3 * np.sin(low.x / 40) + (low.x - 600) * 0.02)


def _shed(view):
    pen, h = view.pen(), view.plate.high
    pen.poly(ROOF, (-10, -10), (1210, -10), (1210, h * 0.22), (600, h * 0.06), (-10, h * 0.22))
    for x in (36, 318, 882, 1164):
        pen.box(POST, x - 14, 40, x + 14, h * 0.82)
    for a, b in ((36, 318), (318, 600), (600, 882), (882, 1164)):
        pen.line(DEEP, 9, (a, h * 0.26), ((a + b) / 2, h * 0.13))
        pen.line(DEEP, 9, (b, h * 0.26), ((a + b) / 2, h * 0.13))
    pen.line(DEEP, 15, (-10, h * 0.2), (1210, h * 0.2))
    pen.press()


def _hull(pen, view):
    keel, sheer = _curve(0.0), _curve(1.0)
    pen.poly(OPEN, *sheer, *reversed(keel))
    for u in np.linspace(0.05, 0.95, 19):
        pen.line(RIB, 7, *[_point(u, v) for v in np.linspace(0, 1.12, 6)])
    for k in range(6):
        low, top = _curve(k / 11), _curve((k + 0.9) / 11)
        pen.poly(PLANK, *top, *reversed(low))
        pen.line(INK, 2.4, *top)
    pen.line(DEEP, 13, *keel)
    pen.line(DEEP, 9, *_curve(1.0))
    for x in (-280, -110, 60, 230):
        pen.line(DEEP, 12, (x - 36, 44), (x, -30))
        pen.line(DEEP, 12, (x + 36, 44), (x, -30))
    ladder(pen.at(-130, 46, 1.0), view.rng, 210)


def _curve(v):
    return [_point(u, v) for u in np.linspace(0, 1, 22)]


def _point(u, v):
    long = 350 + 70 * v
    lift = 190 + 60 * (2 * u - 1) ** 2 + 26 * u
    belly = np.sin(np.pi * u) ** 0.5
    return (
        -long + 2 * long * u,
        14 - lift * v * (0.3 + 0.7 * belly if v < 0.95 else 1) * (1 if v else 0) - 60 * (1 - belly) * (1 - v),
    )


ROOF = Hatch(NIGHT, INK, (0.5, 0.8), 9, 22)
POST = Hatch(blend(MIST, LAMP, 0.3), INK, (0.25, 0.9), 7)
OPEN = Hatch(blend(NIGHT, MIST, 0.25), INK, (0.5, 0.8), 8, 90)
RIB = blend(MIST, LAMP, 0.4)
PLANK = Hatch(blend(PAPER, LAMP, 0.45), INK, (0.12, 0.55), 6)
