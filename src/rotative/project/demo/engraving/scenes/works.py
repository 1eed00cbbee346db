"""Works: the cannery and its chimney, a line of workers, a yard of parcels."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, PAPER, blend
from ..instruments.pen import Hatch
from ..instruments.screens import smooth
from ..nature.land import range_of_hills
from ..nature.room import pendant, room
from ..nature.sky import sky
from ..props import houses, vehicles
from ..props.figures import person
from ..props.furniture import clock
from .view import GROUND


def draw(view) -> None:
    """The line inside when people work at it, the gates otherwise."""
    inside = view.words.has(
        "line",
        "belt",
        "conveyor",
        "machine",
        "inside",
        "interior",
        "hall",
        "tins",
        "packing",
        "sawmill",
        "workshop",
        "bench",
    )
    (_line if inside else _gates)(view)


def _gates(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    foot = h * rng.uniform(0.68, 0.74)
    view.lit_from(h * 0.56)
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, view.horizon, 30, (3, 7, 15), 0.7)
    pen = view.pen()
    houses.chimney(pen.at(view.spot(), foot - 30, rng.uniform(0.85, 1.05)), rng)
    x = rng.uniform(460, 700)
    houses.shed(pen.at(x - 330, foot - 8, 0.95), rng, 420, 230, 0)
    houses.shed(pen.at(x + 200, foot, 1.1), rng, 700, 190, int(rng.integers(4, 7)))
    pen.press()
    _yard(view, foot)
    view.things(h * 0.88, 1.1)
    if not view.words.has("van", "lorr", "truck", "car ") and rng.random() < 0.6:
        vehicles.lorry(pen.at(view.spot(300), h * 0.86, 0.85), rng)
        pen.press()
    view.people(h * 0.92, 1.6, least=3)


def _yard(view, foot):
    low = view.plate.part(top=foot)
    depth = low.y - foot
    low.wash(blend(MIST, view.light.glow, 0.3))
    low.rule(0.36 + 0.4 * smooth(0, 300, depth), INK, 9, 0, 2 * np.sin(low.x / 37) + (low.x - 600) * depth / 9000)


def _line(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    room(plate, h * 0.66, (600, h * 0.3), dark=0.5)
    pen = view.pen()
    for x in range(110, 1200, 245):
        houses.window(pen.at(x - 60, h * 0.12, 1.0), True, 130, 190)
        pendant(pen.at(x + 62, 0), h * 0.2)
    if view.words.has("clock"):
        clock(pen.at(600 + 62, h * 0.5, 0.9), rng)
    if view.words.has("sawmill", "circular", "edger"):
        pen.press()
        _saw(view)
        return
    pen.press()
    for i, x in enumerate(np.linspace(120, 1080, 6)):
        head = ("cap", "scarf", "bun")[i % 3]
        pose = ("write", "reach", "stoop", "carry")[rng.integers(4)] if i % 2 else "stoop"
        person(
            pen.at(x + rng.normal(0, 18), h * 0.83, 2.2, flip=bool(rng.random() < 0.5)),
            view.light.figure(),
            "stoop" if pose == "write" else pose,
            "coat",
            head,
        )
    pen.press()
    pen.poly(BELT, (-10, h * 0.75), (1210, h * 0.72), (1210, h * 0.8), (-10, h * 0.85))
    for x in range(0, 1200, 46):
        y = h * 0.77 - x * 0.02
        pen.box(TIN, x, y - 24, x + 32, y + 12)
        pen.disc(PAPER, x + 16, y - 24, 16, 5)
    pen.press()
    view.people(h * 0.97, 2.6) if view.words.has("woman", "man ") else None
    view.things(h * 0.96, 1.6, [g for g in GROUND if g[1] not in (vehicles.van, vehicles.lorry)])


def _saw(view):
    """A circular saw in its table, with nothing over the blade."""
    pen, h = view.pen(), view.plate.high
    blade = pen.at(600, h * 0.68)
    blade.disc(STEEL, 0, 0, 190)
    for a in np.linspace(0, 2 * np.pi, 30, endpoint=False):
        blade.at(0, 0, turn=float(np.rad2deg(a))).poly(DEEP, (182, -16), (214, -8), (184, 14))
    blade.disc(DEEP, 0, 0, 30)
    pen.poly(BELT, (90, h * 0.7), (1110, h * 0.7), (1180, h * 0.8), (20, h * 0.8))
    pen.box(DEEP, 20, h * 0.8, 1180, h * 0.84)
    for x in (120, 1080):
        pen.box(DEEP, x - 26, h * 0.8, x + 26, h + 10)
    guard = pen.at(960, h * 0.98, turn=12)
    guard.blob(STEEL, (-120, 0), (-110, -130), (0, -190), (110, -130), (120, 0))
    for _ in range(70):
        pen.disc(LAMP, view.rng.uniform(330, 880), h * 0.94 + view.rng.normal(0, 18), view.rng.uniform(2, 5))
    pen.press()


STEEL = Hatch(PAPER, INK, (0.1, 0.75), 7, 40)
BELT = Hatch(blend(DEEP, MIST, 0.2), INK, (0.5, 0.8), 8)
TIN = Hatch(PAPER, INK, (0.05, 0.85), 5, 90)
