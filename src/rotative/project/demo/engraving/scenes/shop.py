"""Shops: the baker's oven and counter, a front on the street, a café."""

import numpy as np

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..nature.room import pendant, room
from ..props import things
from ..props.furniture import WOOD, basket, sack
from ..props.houses import TILE, WARM, window
from .view import GROUND


def draw(view) -> None:
    """The oven when bread is baked, else the front."""
    inside = view.words.has("oven", "dough", "bake", "knead", "loaves")
    (_bakehouse if inside else _front)(view)


def _bakehouse(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    x = rng.choice((370, 830))
    room(plate, h * 0.7, (x, h * 0.5), blend(LAMP, EMBER, 0.55), dark=0.62, stripes=False)
    pen = view.pen()
    _oven(pen.at(x, h * 0.7, 1.3), rng)
    _shelves(pen.at(1200 - x, h * 0.2), rng)
    pendant(pen.at(1200 - x, 0), 90)
    pen.press()
    view.free = [1200 - x - (90 if x < 600 else -90), x + (270 if x < 600 else -270), 600]
    view.people(h * 0.86, 2.5, least=1, pose="" if view.words.has("woman", "baker", "man") else "reach")
    pen = view.pen()
    pen.poly(WOOD, (-10, h * 0.88), (1210, h * 0.88), (1210, h * 0.94), (-10, h * 0.94))
    pen.box(DEEP, -10, h * 0.935, 1210, h + 10)
    for k in range(9):
        (things.round_loaf if rng.random() < 0.5 else things.bread)(
            pen.at(60 + k * 140 + rng.normal(0, 16), h * 0.885, 0.62), rng
        )
    sack(pen.at(70, h * 0.88, 1.6), rng)
    pen.press()


def _oven(pen, rng):
    for row in range(7):
        for k in range(7):
            x = -238 + k * 68 + (row % 2) * 30
            pen.box(BRICK, x, -300 + row * 43, x + 64, -261 + row * 43)
    pen.blob(INK, (-130, -60), (-128, -150), (-70, -206), (70, -206), (128, -150), (130, -60))
    pen.blob(EMBER, (-112, -64), (-108, -146), (-60, -188), (60, -188), (108, -146), (112, -64))
    pen.blob(Hatch(LAMP, EMBER, (0.1, 0.4), 7), (-86, -66), (-70, -130), (-20, -150), (40, -142), (86, -100), (92, -66))
    for dx in (-56, 4, 60):
        pen.blob(INK, (dx - 28, -66), (dx - 22, -88), (dx + 18, -90), (dx + 26, -66))
    pen.box(DEEP, -150, -66, 150, -52)
    pen.poly(DEEP, (-250, -300), (-150, -600), (150, -600), (250, -300))


def _shelves(pen, rng):
    for k in range(3):
        y = k * 110
        for x in range(-170, 171, 68):
            if rng.random() < 0.75:
                things.round_loaf(pen.at(x + rng.normal(0, 6), y, 0.36), rng)
        pen.box(DEEP, -220, y, 220, y + 11)


def _front(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    dark = view.words.night or view.words.low_sun
    plate.wash(MIST)
    foot = h * 0.8
    pen = view.pen()
    pen.box(WARM if not dark else EVENING, -10, -10, 1210, foot)
    for x in (90, 360, 630, 900):
        window(pen.at(x + 40, -30, 1.3), bool(rng.random() < 0.3), 90, 120)
        pen.line(DEEP, 2, (x - 40, -10), (x - 40, foot))
    left = rng.uniform(120, 260)
    _glass(pen.at(left, foot), rng, h)
    _awning(pen.at(left, h * 0.27), rng)
    pen.box(STEP, -10, foot, 1210, foot + 20)
    pen.box(PAVE, -10, foot + 18, 1210, h + 10)
    pen.press()
    if view.words.has("closed", "shutter", "empty", "bare"):
        _shutter(view, left, foot, h)
    for k in range(2):
        basket(pen.at(left - 60 + k * 900, foot + 34, 1.7), rng)
    pen.press()
    view.free = [left + 640, left + 210, 100]
    view.people(h * 0.9, 2.3, least=1)
    view.things(h * 0.92, 1.5, [g for g in GROUND if g[1] is not basket])


def _glass(pen, rng, h):
    high = h * 0.5
    pen.box(DEEP, -20, -high, 800, 0)
    pen.box(PANE, 0, -high + 40, 540, -96)
    pen.box(Hatch(blend(NIGHT, EMBER, 0.2), INK, (0.4, 0.7), 7, 90), 0, -84, 540, -14)
    for y in (-96 - high * 0.22, -96):
        pen.box(DEEP, 0, y - 6, 540, y)
        for x in np.arange(50, 520, 92):
            (things.round_loaf if rng.random() < 0.5 else things.bread)(pen.at(x, y - 8, 0.36), rng)
    for x in (180, 360):
        pen.line(DEEP, 6, (x, -high + 40), (x, -90))
    pen.box(PANE, 590, -high + 40, 770, -150)
    pen.box(Hatch(blend(NIGHT, EMBER, 0.2), INK, (0.4, 0.7), 7, 90), 590, -140, 770, -8)
    pen.disc(LAMP, 606, -140, 7)


def _awning(pen, rng):
    for k in range(11):
        tint = TILE if k % 2 else STRIPE
        x = -40 + k * 80
        pen.poly(tint, (x + 14, -30), (x + 90, -30), (x + 80, 64), (x, 64))
        pen.disc(tint, x + 40, 64, 40, 15)


def _shutter(view, left, foot, h):
    pen = view.pen()
    pen.box(IRON, left, foot - h * 0.5 + 40, left + 540, foot - 14)
    pen.box(PAPER, left + 220, foot - 230, left + 300, foot - 130)
    for k in range(4):
        pen.line(INK, 3, (left + 232, foot - 212 + k * 18), (left + 276 + 8 * (k % 2), foot - 212 + k * 18))
    pen.press()


BRICK = Hatch(blend(EMBER, NIGHT, 0.4), INK, (0.35, 0.6), 6)
PANE = Hatch(blend(LAMP, PAPER, 0.25), EMBER, (0.05, 0.35), 8, 62)
STRIPE = Hatch(PAPER, NIGHT, (0.06, 0.3), 7, down=True)
STEP = Hatch(PAPER, INK, (0.1, 0.4), 6)
PAVE = Hatch(MIST, INK, (0.35, 0.7), 9, down=True)
IRON = Hatch(MIST, INK, (0.45, 0.55), 10)
EVENING = Hatch(blend(MIST, NIGHT, 0.55), INK, (0.3, 0.6), 8)
