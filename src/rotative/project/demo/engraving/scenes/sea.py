"""The open sea: weather, boats, lights, and the tower that marks it."""

import numpy as np

from ..instruments.chance import Profile
from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..nature.land import ground, range_of_hills, rim
from ..nature.sky import rain, sky
from ..nature.water import sea
from ..props import boats, houses
from ..props.figures import person
from ..props.furniture import bucket
from ..props.hands import gripping
from .view import AFLOAT


def draw(view) -> None:
    """A sea under a sky, and what the words ask for on it."""
    if view.words.has("ladder", "side of a", "cargo ship", "hull"):
        _ship_side(view)
    elif view.words.has("doorway", "granite wall"):
        _granite(view)
    elif view.words.has("stern", "wake"):
        _wake(view)
    else:
        _open(view)


def _open(view):
    words, plate, rng = view.words, view.plate, view.rng
    view.lit_from(plate.high * rng.uniform(0.46, 0.6))
    sky(plate, view.horizon, view.light)
    if rng.random() < 0.5:
        range_of_hills(plate, view.horizon + 6, 20, (3, 7, 15), 0.7)
    pen = view.pen()
    _afloat(view, pen)
    shade = pen.mirrored(view.horizon + 8, plate.part(top=view.horizon), 9) if pen.shapes else 0
    sea(plate, view.horizon, view.light, shade, 2.2 if words.rough else 1.0)
    pen.press()
    if words.has("tower", "seamark", "rock", "light", "beacon") or rng.random() < 0.3:
        _rock(view)
    if words.rough:
        _crests(view)
    if words.wet or (words.rough and rng.random() < 0.4):
        rain(plate, 0.09)


def _afloat(view, pen):
    rng = view.rng
    asked = [prop for stems, prop in AFLOAT if view.words.has(*stems)]
    plain = (boats.trawler, boats.sailing_boat, boats.buoy, boats.cargo)
    for i, prop in enumerate(asked[:3] or [plain[rng.integers(4)]]):
        s = {boats.cargo: 0.5, boats.schooner: 0.62, boats.buoy: 1.3, boats.dredger: 0.8}.get(prop, 0.9) * (
            1 - 0.25 * i
        )
        tilt = rng.uniform(-11, 11) if view.words.rough else 0
        prop(
            pen.at(
                view.spot(300),
                view.horizon + rng.uniform(30, 80) * s,
                s * rng.uniform(0.8, 1.1),
                bool(rng.random() < 0.5),
                tilt,
            ),
            rng,
        )


def _rock(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    x0, rough = view.spot(300), Profile(rng, (9, 24, 60))
    rock = h * 0.66 - 84 * np.exp(-(((plate.x - x0) / 150) ** 2)) - 12 * rough(plate.x) + 0.0022 * (plate.x - x0) ** 2
    pen = view.pen()
    foot = h * 0.66 - 70
    if view.words.has("lighthouse", "light "):
        houses.lighthouse(pen.at(x0, foot, 0.82), rng)
    else:
        houses.seamark(pen.at(x0, foot, 0.98), rng, view.words.has("half", "repaint"))
    pen.press()
    ground(plate, rock, blend(NIGHT, MIST, 0.2), INK, (0.5, 0.95), 150, 9, -26)
    rim(plate, rock, MIST, 2)
    if view.words.has("painter", "rope", "scaffold"):
        _painters(view, x0, foot)
    view.people(h * 0.69, 1.0) if not view.words.has("painter") else None


def _painters(view, x, foot):
    pen = view.pen()
    for dx, y, flip in ((-50, -170, False), (52, -130, True)):
        pen.line(DEEP, 2.4, (x + dx * 0.62, foot - 300), (x + dx, foot + y - 40))
        person(pen.at(x + dx, foot + y, 0.62, flip), view.light.figure(), "climb", "trousers", "cap", "tool")
        pen.line(DEEP, 1.4, (x + dx, foot + y - 10), (x + dx * 1.05, foot + y + 36))
    pen.press()


def _crests(view):
    pen, rng = view.pen(), view.rng
    for y in np.sort(rng.uniform(view.horizon + 30, view.plate.high - 20, 12)):
        s = 0.3 + 1.5 * (y - view.horizon) / (view.plate.high - view.horizon)
        one = pen.at(rng.uniform(0, 1200), y, s)
        one.blob(CREST, (-90, 10), (-50, -8), (-10, -22), (26, -18), (40, -6), (26, -9), (0, -4), (-40, 8))
        for _ in range(6):
            one.disc(PAPER, 30 + rng.uniform(0, 44), -20 - rng.uniform(0, 26), rng.uniform(1, 3))
    pen.press()


def _ship_side(view):
    plate, h = view.plate, view.plate.high
    view.lit_from(h * 0.6)
    sky(plate, view.horizon, view.light)
    sea(plate, view.horizon, view.light, 0, 1.9)
    pen = view.pen()
    edge = ((430, -20), (470, h * 0.3), (540, h * 0.62), (620, h * 0.8))
    pen.poly(SIDE, *edge, (1220, h * 0.86), (1220, -20))
    for t in (0.2, 0.42, 0.64):
        pen.curve(INK, 3, (470, h * t), (800, h * (t + 0.05)), (1220, h * (t + 0.06)))
    pen.poly(RED, (570, h * 0.7), (620, h * 0.8), (1220, h * 0.86), (1220, h * 0.74))
    _rope_ladder(pen, 650, h)
    boats.pilot_boat(pen.at(300, h * 0.87, 1.5, turn=-5), view.rng)
    pen.press()
    pen = view.pen()
    person(pen.at(668, h * 0.56, 2.3), view.light.figure(), "climb", "jacket", "bun")
    pen.press()
    _crests(view)


def _rope_ladder(pen, x, h):
    for dx in (0, 52):
        pen.line(LAMP, 4, (x + dx, -10), (x + dx + 18, h * 0.77))
    for k in range(22):
        y = k * h * 0.036
        pen.line(PAPER, 6, (x + y / 44 - 4, y), (x + 56 + y / 44, y))


def _granite(view):
    plate, h, rng = view.plate, view.plate.high, view.rng
    view.lit_from(h * 0.5)
    sky(plate, view.horizon, view.light)
    sea(plate, view.horizon, view.light, 0, 2)
    pen = view.pen()
    left, right = (330, 1220) if view.words.has("doorway") else (560, 1220)
    _courses(pen, rng, left, right, h)
    pen.press()
    if view.words.has("doorway"):
        _doorway(view)
    else:
        _pulley(view)


def _courses(pen, rng, left, right, h):
    for row, y in enumerate(np.arange(-20, h + 60, 82)):
        x = left - (row % 2) * 44 + rng.uniform(-8, 8)
        while x < right:
            w = rng.uniform(120, 190)
            pen.box(DEEP, x, y, x + w, y + 82)
            pen.box(
                Hatch(blend(MIST, PAPER, rng.random() * 0.5), INK, (0.3 + 0.2 * rng.random(), 0.75), 7, -16),
                x + 4,
                y + 4,
                x + w - 4,
                y + 78,
            )
            x += w


def _doorway(view):
    pen, h = view.pen(), view.plate.high
    pen.blob(LAMP, (560, h * 0.95), (556, h * 0.34), (640, h * 0.17), (770, h * 0.17), (854, h * 0.34), (850, h * 0.95))
    pen.blob(INSIDE, (574, h * 0.95), (572, h * 0.35), (648, h * 0.2), (762, h * 0.2), (838, h * 0.35), (836, h * 0.95))
    pen.box(STEP, 470, h * 0.86, 940, h + 10)
    person(pen.at(640, h * 0.86 + 28, 2.7), view.light.figure(), "sit", "coat", "bun")
    person(pen.at(786, h * 0.86 + 28, 2.75, flip=True), view.light.figure(), "sit", "jacket", "cap")
    pen.box(EMBER, 704, h * 0.86 - 46, 722, h * 0.86)
    for _ in range(46):
        pen.disc(PAPER, view.rng.uniform(0, 520), view.rng.uniform(h * 0.2, h), view.rng.uniform(1.4, 5))
    pen.press()


def _pulley(view):
    pen, h = view.pen(), view.plate.high
    pen.line(DEEP, 26, (420, 70), (900, 50))
    pen.disc(DEEP, 400, 92, 52)
    pen.disc(MIST, 400, 92, 34)
    pen.disc(DEEP, 400, 92, 11)
    pen.line(LAMP, 11, (352, 92), (348, h * 0.6))
    pen.line(LAMP, 11, (448, 92), (640, h * 0.9))
    bucket(pen.at(348, h * 0.86, 4.6), view.rng)
    for x, y in ((502, 0.36), (574, 0.64)):
        gripping(pen.at(x + 14, h * y, 1.05, flip=True, turn=-18), view.rng)
    pen.press()


def _wake(view):
    plate, h = view.plate, view.plate.high
    view.lit_from(h * 0.42)
    sky(plate, view.horizon, view.light)
    pen = view.pen()
    x = view.light.x + (260 if view.light.x < 600 else -260)
    houses.seamark(pen.at(x, view.horizon + 4, 0.34), view.rng)
    pen.blob(
        DEEP,
        (x - 70, view.horizon + 8),
        (x - 30, view.horizon - 8),
        (x + 40, view.horizon - 6),
        (x + 80, view.horizon + 8),
    )
    sea(plate, view.horizon, view.light, pen.mirrored(view.horizon + 6, plate.part(top=view.horizon), 6))
    pen.press()
    _foam(view, pen, x)
    pen.blob(PLANKS, (150, h + 30), (250, h * 0.86), (600, h * 0.8), (950, h * 0.86), (1050, h + 30))
    pen.curve(DEEP, 12, (140, h + 30), (250, h * 0.86), (600, h * 0.8), (950, h * 0.86), (1060, h + 30))
    pen.poly(DEEP, (560, h * 0.82), (640, h * 0.82), (650, h), (550, h))
    pen.line(LAMP, 9, (600, h * 0.8), (700, h * 0.99))
    pen.press()


def _foam(view, pen, x):
    """The wake: broken white lines that draw apart as they come."""
    rng, top, low = view.rng, view.horizon + 20, view.plate.high * 0.9
    for t in np.linspace(0.02, 1, 46) ** 1.6:
        for side in (-1, 1):
            cx = x + (600 - x) * t + side * (10 + 230 * t) + rng.normal(0, 4 + 12 * t)
            y, w = top + (low - top) * t + rng.normal(0, 3), 8 + 54 * t * rng.uniform(0.6, 1.3)
            pen.curve(
                PAPER,
                2 + 5 * t,
                (cx - w, y + 3 * t),
                (cx - w * 0.3, y - 5 * t),
                (cx + w * 0.4, y + 3 * t),
                (cx + w, y - 2 * t),
            )


CREST = Hatch(PAPER, NIGHT, (0.05, 0.4), 6, -12)
SIDE = Hatch(NIGHT, INK, (0.85, 0.55), 9, 4)
RED = Hatch(EMBER, INK, (0.35, 0.6), 8, 4)
INSIDE = Hatch(blend(LAMP, EMBER, 0.25), INK, (0.3, 0.62), 8, 90)
STEP = Hatch(blend(MIST, PAPER, 0.5), INK, (0.3, 0.6), 7)
PLANKS = Hatch(blend(MIST, LAMP, 0.4), INK, (0.3, 0.6), 9, 90, 30)
