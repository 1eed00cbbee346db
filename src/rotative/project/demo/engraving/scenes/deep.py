"""Under the sea: sand, weed, a wreck, and light from above."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch, rounded
from ..instruments.screens import smooth
from ..nature.land import ground, rim, stones
from ..props import boats, things
from ..props.figures import person


def draw(view) -> None:
    """The bottom, and what the words have lying on it."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    x = rng.uniform(350, 850)
    _water(view, x)
    _wreck(view, h)
    sand = h * 0.76 + 26 * np.sin(plate.x / 190 + rng.uniform(0, 6)) + 9 * np.sin(plate.x / 61)
    ground(plate, sand, blend(MIST, NIGHT, 0.35), INK, (0.36, 0.8), 200, 9, -4, -sand * 0.4)
    rim(plate, sand, blend(PAPER, MIST, 0.5), 2.6)
    _weed(view, h)
    pen = view.pen()
    if view.words.has("anchor"):
        _anchor(pen, view, h)
    if view.words.has("diver"):
        person(pen.at(view.spot(), h * 0.5, 2.0, turn=60), view.light.figure(), "fall", "trousers", "hood")
    if view.words.has("eel", "conger"):
        _eel(pen.at(320, h * 0.93, 1.5), rng)
    else:
        _shoal(pen, view)
    pen.press()
    stones(plate, h * 0.9, 6)


def _water(view, x):
    plate, h = view.plate, view.plate.high
    fan = (plate.x - x) / (plate.y + 260) * 400
    rays = 0.5 + 0.5 * np.sin(fan / 26) * np.sin(fan / 61 + 1)
    fall = smooth(h * 0.95, 0, plate.y)
    plate.wash(NIGHT)
    plate.wash(blend(MIST, LAMP, 0.2), fall * (0.35 + 0.5 * rays * np.exp(-((fan / 260) ** 2))))
    bend = 7 * np.sin(plate.x / 93 + plate.y / 70) + 4 * np.sin(plate.x / 37)
    plate.rule(0.72 - 0.42 * fall - 0.14 * rays * fall, INK, 9.5, 0, bend)


def _wreck(view, h):
    if not view.words.has("wreck", "sunk", "trawler", "outline", "hull"):
        return
    pen = view.pen()
    ghost = view.plate.rgb.copy()
    boats.trawler(pen.at(850, h * 0.74, 1.45, turn=9), view.rng)
    pen.press()
    view.plate.rgb[:] = ghost + (view.plate.rgb - ghost) * np.float32(0.55)


def _weed(view, h):
    pen, rng = view.pen(), view.rng
    for _ in range(26):
        x, y, s = rng.uniform(0, 1200), h * rng.uniform(0.8, 1.02), rng.uniform(0.6, 1.5)
        lean = rng.uniform(-20, 50)
        pen.at(x, y, s).curve(DEEP, 5, (0, 0), (lean * 0.2, -30), (lean * 0.2 - 12, -64), (lean, -104))
    pen.press()


def _anchor(pen, view, h):
    chain = rounded(
        ((610, h * 0.44), (690, h * 0.6), (760, h * 0.8), (900, h * 0.84), (1040, h * 0.79), (1230, h * 0.83))
    )
    for i, (a, b) in enumerate(zip(chain, chain[1:], strict=False)):
        pen.line(DEEP if i % 2 else INK, 15 if i % 2 else 9, tuple(a), tuple(b))
    things.anchor(pen.at(560, h * 0.93, 1.75, turn=16), view.rng)


def _eel(pen, rng):
    body = ((-330, -6), (-220, -44), (-90, -10), (40, -48), (150, -40))
    pen.curve(DEEP, 62, *body)
    pen.blob(DEEP, (120, -70), (200, -76), (262, -44), (250, -26), (180, -10), (120, -12))
    pen.blob(DEEP, (-320, -36), (-420, -20), (-470, 14), (-400, 16), (-320, 22))
    pen.curve(EEL, 10, (-320, 8), (-220, -28), (-90, 8), (40, -30), (150, -20))
    pen.disc(LAMP, 206, -54, 9)
    pen.disc(INK, 208, -54, 5)
    pen.line(MIST, 3, (196, -30), (256, -36))


def _shoal(pen, view):
    rng, x, y = view.rng, view.spot(), view.plate.high * 0.35
    for _ in range(12):
        things.fish(pen.at(x + rng.normal(0, 150), y + rng.normal(0, 60), rng.uniform(0.2, 0.36)), rng)


EEL = Hatch(MIST, INK, (0.4, 0.6), 6)
