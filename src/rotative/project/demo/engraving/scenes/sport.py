"""Sport: the handball hall, the river, the village pitch, the mountain run."""

import numpy as np

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch, Rim
from ..instruments.screens import smooth
from ..nature.land import ground, meadow, pines, range_of_hills, rim
from ..nature.sky import rain, sky
from ..nature.water import sea
from ..props import beasts, boats, houses
from ..props.figures import person
from ..props.furniture import gate, goal, letter_boxes
from .view import crowd_of, level

ATHLETE = Rim(DEEP, PAPER, 1.8, -1)


def draw(view) -> None:
    """The ground that suits the game."""
    words = view.words
    if words.has("row", "regatta", "boat race", "eight", "scull") and not words.has("pitch", "football"):
        _river(view)
    elif words.has("football", "pitch", "referee", "rugby"):
        _pitch(view)
    elif words.has("handball", "hall", "basket", "gym", "court"):
        _hall(view)
    else:
        _run(view)


def _hall(view):
    rng, h = view.rng, view.plate.high
    flip = bool(rng.random() < 0.5)
    _crowd(view, h * 0.52)
    _parquet(view, h * 0.52)
    pen = view.pen()
    field = pen.at(1200, 0, flip=True) if flip else pen
    goal(field.at(930, h * 0.72, 1.5), rng)
    for k in range(4):
        field.disc(LAMP, 150 + k * 300, 34, 46, 11)
    _handballers(view, field, h)
    pen.press()


def _crowd(view, bottom):
    plate, rng = view.plate, view.rng
    plate.wash(NIGHT)
    plate.part(bottom=bottom).rule(0.7, INK, 9, 0)
    pen = view.pen()
    for row in range(6):
        y = bottom * (0.3 + 0.13 * row)
        for x in np.arange(-20, 1230, 34) + rng.uniform(-8, 8):
            tint = (DEEP, INK, NIGHT)[rng.integers(3)]
            pen.line(tint, 20, (x + rng.normal(0, 3), y), (x, y + 44))
            pen.disc(PALE if rng.random() < 0.22 else tint, x + rng.normal(0, 3), y - 14, 8, 10)
    pen.box(Hatch(EMBER, INK, (0.3, 0.5), 8), -10, bottom - 40, 1210, bottom)
    pen.press()


def _parquet(view, top):
    low = view.plate.part(top=top)
    low.wash(blend(LAMP, MIST, 0.45))
    shine = np.exp(-(((low.x - 600) / 420) ** 2))
    low.rule(0.34 - 0.2 * shine + 0.36 * smooth(top, view.plate.high, low.y), INK, 9, 0, (low.x - 600) * 0.02)
    arc = np.hypot((low.x - 930) / 1.5, (low.y - view.plate.high * 0.72) / 0.5)
    low.wash(PAPER, np.clip(6 - np.abs(arc - 420), 0, 1))


def _handballers(view, pen, h):
    pose = "throw" if not view.words.has("block") else "block"
    if view.words.has("captain", "alone", "empty", "bench", "injur"):
        person(pen.at(430, h * 0.9, 3.0), ATHLETE, "sit" if view.words.has("bench") else "stand", "trousers", "bun")
        return
    person(pen.at(930, h * 0.76, 2.1, flip=True), ATHLETE, "block", "trousers", "bare")
    person(pen.at(450, h * 0.78, 2.9), ATHLETE, "throw", "trousers", "bun", "ball")
    person(pen.at(650, h * 0.96, 2.5), ATHLETE, "fall" if view.words.has("fall") else "reach", "trousers", "bare")
    person(pen.at(180, h * 0.9, 2.4), ATHLETE, "run", "trousers", "bare")
    pen.disc(PAPER, 690 if pose == "block" else 560, h * 0.42, 17)


def _river(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * 0.42)
    sky(plate, view.horizon, view.light)
    far = range_of_hills(plate, view.horizon - 6, 40, (3, 7, 15), 0.6)
    pines(plate, far, 26, size=40)
    pen = view.pen()
    crew = (
        4 if view.words.has("four") else 8 if view.words.has("eight") else 1 if view.words.has("single", "scull") else 4
    )
    boats.rowing_eight(pen.at(560, h * 0.68, 1.55 if crew < 8 else 1.15), rng, crew, ATHLETE)
    boats.rowing_eight(pen.at(rng.uniform(300, 900), h * 0.53, 0.62), rng, crew, ATHLETE)
    low = plate.part(top=view.horizon)
    sea(plate, view.horizon, view.light, 0.8 * pen.mirrored(h * 0.69, low, 5) * (low.y > h * 0.6))
    pen.press()


def _pitch(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * 0.44)
    sky(plate, view.horizon, view.light)
    far = range_of_hills(plate, view.horizon, 60, (3, 7, 15), 0.6)
    pen = view.pen()
    x = view.spot(200)
    houses.church(pen.at(x, level(far, x) + 60, 0.4), rng)
    for _ in range(6):
        houses.gable(pen.at(x + rng.normal(0, 170), h * 0.53, 0.34), rng, 1)
    pen.press()
    top = h * 0.52
    if view.words.has("flood", "water"):
        sea(plate, top, view.light)
    else:
        meadow(plate, top + 0 * plate.x, view.light, 11)
        _chalk(view, top)
    goal(pen.at(600 + rng.choice((-1, 1)) * 330, h * 0.68, 1.1), rng)
    pen.press()
    _footballers(view, h)
    if view.words.wet:
        rain(plate, 0.1)


def _chalk(view, top):
    low = view.plate.part(top=top + 20)
    circle = np.hypot((low.x - 600) / 2.6, low.y - view.plate.high * 0.78)
    low.wash(PAPER, np.clip(4 - np.abs(circle - 110), 0, 1))
    low.wash(PAPER, np.clip(3 - np.abs(low.y - view.plate.high * 0.78), 0, 1))


def _footballers(view, h):
    pen, words, rng = view.pen(), view.words, view.rng
    if words.has("flood"):
        boats.dinghy(pen.at(840, h * 0.72, 1.3), rng)
        person(pen.at(840, h * 0.7, 1.6, flip=True), ATHLETE, "row", "jacket", "cap")
        person(pen.at(330, h * 0.9, 2.6), ATHLETE, "point", "jacket", "bare")
        pen.box(EMBER, 366 + 214, h * 0.9 - 226, 366 + 232, h * 0.9 - 200)
        for k in range(2):
            beasts.duck(pen.at(600 + k * 110, h * 0.86 + 30 * k, 1.5, flip=k == 1), rng)
    else:
        groups = list(crowd_of(words))
        for i, pose in enumerate(("kick", "sprint", "run", "stand", "run")[: 5 if not groups else 4]):
            person(
                pen.at(380 + i * 150 + rng.normal(0, 30), h * (0.9 - 0.05 * (i % 3)), 2.5 - 0.4 * (i % 3), flip=i > 1),
                ATHLETE,
                pose,
            )
        pen.disc(PAPER, 520, h * 0.86, 14)
    pen.press()


def _run(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * 0.44)
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, view.horizon - 20, 120, (3, 7, 15, 31), 0.9)
    range_of_hills(plate, view.horizon + 50, 90, (4, 9, 19, 41), 0.5)
    slope = -0.2 * rng.choice((-1, 1))
    far = h * 0.66 + slope * (plate.x - 600) + 14 * np.sin(plate.x / 140)
    ground(plate, far, tone=(0.55, 0.8), angle=26)
    rim(plate, far, blend(MIST, view.light.glow, 0.4))
    pines(plate, lambda x: h * 0.68 + slope * (x - 600), 12, size=90)
    _path(view, slope)
    pen = view.pen()
    if view.words.has("letter box", "gate"):
        letter_boxes(pen.at(250, h * 0.84 + slope * -350, 1.25), rng)
        gate(pen.at(80, h * 0.84 + slope * -520, 1.3), rng)
    for i in range(max(3, min(6, sum(g[1] for g in crowd_of(view.words))))):
        x = 720 - i * 130 if i else 800
        person(
            pen.at(x, h * 0.9 + slope * (x - 600) - 26 * (i % 2), 2.4 if not i else 1.9, flip=slope > 0),
            ATHLETE,
            "run" if i % 2 else "sprint",
            "trousers",
            "bun" if not i else "bare",
        )
    pen.press()


def _path(view, slope):
    low = view.plate.part(top=view.plate.high * 0.5)
    edge = view.plate.high * 0.86 + slope * (low.x - 600)
    mask = low.below(edge) * (1 - low.below(edge + 92))
    low.wash(blend(MIST, LAMP, 0.4), mask)
    low.rule(0.24, INK, 8, 0, -slope * low.x, mask)


PALE = blend(MIST, LAMP, 0.4)
