"""The law court: its columns from the street, its room from the benches."""

import numpy as np

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch, Rim
from ..nature.room import pendant, room
from ..nature.sky import sky
from ..props.boats import trawler
from ..props.figures import heads_from_behind, person
from ..props.furniture import WOOD, table
from ..props.things import scales


def draw(view) -> None:
    """Inside when the words speak of a room, outside otherwise."""
    inside = not view.words.has("column", "steps", "facade", "portico") and view.words.has(
        "room", "bench", "judge", "hearing", "dock", "witness", "lawyer", "trial", "interior", "expert", "registry"
    )
    (_room if inside else _portico)(view)


def _portico(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * 0.55)
    sky(plate, view.horizon, view.light, birds=False)
    pen, foot, top = view.pen(), h * 0.74, h * 0.3
    pen.poly(STONE, (90, top), (600, top - 150), (1110, top))
    pen.box(STONE, 80, top, 1120, top + 54)
    pen.box(INSIDE, 110, top + 54, 1090, foot)
    scales(pen.at(600, top - 8, 0.5), rng)
    for x in np.linspace(160, 1040, rng.integers(5, 8)):
        pen.box(COLUMN, x - 32, top + 66, x + 32, foot)
        pen.box(STONE, x - 42, top + 54, x + 42, top + 70)
        pen.box(STONE, x - 42, foot - 14, x + 42, foot)
    pen.box(LAMP, 560, foot - 190, 640, foot)
    for k in range(5):
        y = foot + k * (h - foot) / 5
        pen.box(STEP, 60 - k * 34, y, 1140 + k * 34, y + (h - foot) / 5 + 2)
    pen.press()
    view.people(h * 0.9, 1.6, least=2)


def _room(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    lamp = (rng.uniform(430, 770), h * 0.36)
    room(plate, h * 0.68, lamp, dark=0.5)
    pen = view.pen()
    for x in (90, 1050):
        pen.box(DEEP, x - 8, 50, x + 78, h * 0.5)
        pen.box(PANE, x, 58, x + 70, h * 0.5 - 8)
    pen.disc(DEEP, lamp[0], h * 0.24, 92)
    pen.disc(PAPER, lamp[0], h * 0.24, 86)
    scales(pen.at(lamp[0], h * 0.24 + 54, 0.52), rng)
    _bench(pen.at(lamp[0], h * 0.62), view)
    pendant(pen.at(lamp[0] - 250, 0), 120)
    pendant(pen.at(lamp[0] + 250, 0), 120)
    pen.press()
    _bar(view)
    pen = view.pen()
    for k in range(3):
        heads_from_behind(
            pen.at(rng.uniform(-30, 20), h * (0.83 + 0.08 * k), 1.4 + 0.45 * k),
            rng,
            DEEP,
            13 - 3 * k,
            1250 / (1.4 + 0.45 * k),
        )
        pen.box(WOOD if k < 2 else DEEP, -10, h * (0.83 + 0.08 * k) + 34, 1210, h * (0.86 + 0.08 * k) + 38)
    pen.press()


def _bench(pen, view):
    tint = view.light.figure()
    for x in (-120, 0, 120):
        person(
            pen.at(x, 66, 1.6), GOWN if x else tint, "stand", "coat", ("bun", "bare", "bare")[int(view.rng.integers(3))]
        )
        pen.poly(PAPER, (x - 5, -58), (x + 7, -58), (x + 4, -34), (x - 2, -34))
    pen.box(PANEL, -280, -20, 280, 74)
    pen.box(DEEP, -296, -32, 296, -18)
    for x in (-190, -60, 70, 200):
        pen.box(PAPER, x, -39, x + 40, -32)


def _bar(view):
    pen, h, rng = view.pen(), view.plate.high, view.rng
    x = view.spot(200)
    if view.words.has("model"):
        table(pen.at(x, h * 0.8, 1.9), rng)
        trawler(pen.at(x, h * 0.8 - 92, 0.7), rng)
        pen.press()
        return
    person(
        pen.at(x, h * 0.79, 2.1, flip=x > 600), GOWN, "speak", "coat", "bun" if rng.random() < 0.5 else "bare", "paper"
    )
    pen.line(DEEP, 9, (x - 80, h * 0.66), (x + 80, h * 0.66))
    for dx in (-60, 0, 60):
        pen.line(DEEP, 6, (x + dx, h * 0.66), (x + dx, h * 0.79))
    pen.press()


STONE = Hatch(blend(PAPER, MIST, 0.3), INK, (0.12, 0.46), 7)
COLUMN = Hatch(PAPER, INK, (0.0, 0.95), 8, 90)
INSIDE = Hatch(NIGHT, INK, (0.55, 0.8), 7, 90)
STEP = Hatch(PAPER, INK, (0.1, 0.55), 7, down=True)
PANEL = Hatch(blend(EMBER, NIGHT, 0.45), INK, (0.3, 0.7), 8, 90)
PANE = Hatch(PAPER, NIGHT, (0.1, 0.4), 8)
GOWN = Rim(DEEP, blend(LAMP, PAPER, 0.4), 1.4, -1)
