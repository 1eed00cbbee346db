"""The theatre: a stage, a fall of curtain, one lamp; or the house itself."""

import numpy as np

from ..instruments.palette import DEEP, EMBER, INK, LAMP, NIGHT, PAPER, blend
from ..instruments.pen import Hatch, Rim
from ..instruments.screens import smooth
from ..nature.room import curtain
from ..props.figures import heads_from_behind, person
from ..props.furniture import bucket, chair
from .view import GROUND, crowd_of

PLAYER = Rim(DEEP, PAPER, 1.8, -0.8)


def draw(view) -> None:
    """Seats when the words speak of a cinema or of rows, the stage otherwise."""
    if view.words.has("cinema", "seats", "rows", "screen"):
        _house(view)
    else:
        _stage(view)


def _stage(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    x, floor = rng.uniform(380, 820), h * 0.72
    plate.wash(INK)
    curtain(plate, 0, 0, 1200, floor + 20, x, blend(EMBER, LAMP, rng.uniform(0, 0.7)))
    _beam(view, x, floor)
    _boards(view, x, floor)
    _wings(view)
    pen = view.pen()
    _chairs(view, pen, x, h)
    pen.press()
    _players(view, x, h)
    if view.words.has("audience", "full", "crowd", "house", "public") or rng.random() < 0.3:
        pen = view.pen()
        heads_from_behind(pen.at(-10, h * 0.97, 1.9), rng, DEEP, 13, 640)
        pen.press()
    view.things(h * 0.86, 1.5, [g for g in GROUND if g[1] is not chair])


def _beam(view, x, floor):
    up = view.plate.part(bottom=floor + 20)
    wide = 30 + up.y * 0.34
    inside = smooth(1.05, 0.9, np.abs(up.x - x - (floor - up.y) * 0.1) / wide)
    up.wash(LAMP, inside * (0.1 + 0.14 * smooth(-100, floor, up.y)))


def _boards(view, x, floor):
    low = view.plate.part(top=floor)
    low.wash(INK)
    low.rule(0.24 + 0 * low.x, NIGHT, 9, 0, 2 * np.sin(low.x / 60))
    cy = floor + (view.plate.high - floor) * 0.46
    pool = ((low.x - x) / 290) ** 2 + ((low.y - cy) / 66) ** 2
    mask = np.clip((1 - pool) * 60, 0, 1)
    low.wash(LAMP, mask)
    low.rule(0.22 + 0.36 * pool, NIGHT, 8, 0, 0, mask)


def _wings(view):
    pen, h = view.pen(), view.plate.high
    for flip in (False, True):
        side = pen.at(1200 if flip else 0, 0, flip=flip)
        side.blob(VELVET, (-20, -30), (190, -30), (130, h * 0.4), (60, h * 0.66), (70, h + 30), (-20, h + 30))
    pen.press()


def _chairs(view, pen, x, h):
    count = view.words.count("chair")
    for a in np.linspace(-1, 1, count) if count else ():
        chair(pen.at(x + a * 420, h * (0.87 - 0.1 * (1 - a * a)), 1.5 + 0.3 * abs(a), flip=a > 0), view.rng)


def _players(view, x, h):
    pen = view.pen()
    groups = list(crowd_of(view.words)) or [("any", 1, "speak", "paper")]
    for i in range(sum(min(g[1], 5) for g in groups[:3])):
        who, _, pose, holds = groups[min(i, len(groups) - 1)]
        dx = (0, -170, 180, -320, 330)[i % 5]
        clothes = "coat" if who != "man" else "jacket"
        person(
            pen.at(x + dx, h * 0.87 + abs(dx) * 0.05, 2.7, flip=dx > 0 or view.rng.random() < 0.5),
            PLAYER,
            pose,
            clothes,
            ("bun", "bare", "long")[i % 3],
            holds,
        )
    pen.press()


def _house(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    plate.wash(NIGHT)
    cx = 600 + rng.uniform(-60, 60)
    glow = np.exp(-(((plate.x - cx) / 460) ** 2)) * np.exp(-(((plate.y - h * 0.3) / 220) ** 2))
    plate.wash(blend(LAMP, PAPER, 0.3), glow * 0.6)
    plate.rule(np.clip(0.84 - 0.6 * glow, 0.1, 0.95), INK, 9, 90, 3 * np.sin(plate.y / 50))
    pen = view.pen()
    pen.box(DEEP, cx - 310, h * 0.1, cx + 310, h * 0.5)
    pen.box(SCREEN, cx - 296, h * 0.115, cx + 296, h * 0.485)
    for k in range(5):
        _row(pen.at(600, h * (0.58 + 0.105 * k), 0.62 + 0.26 * k), rng)
    if view.words.has("drip", "bucket"):
        bucket(pen.at(880, h * 0.78, 2.2), rng)
        for k in range(5):
            pen.blob(PAPER, (880, 40 + k * 105), (884, 52 + k * 105), (880, 57 + k * 105), (876, 52 + k * 105))
    if view.words.has("hand"):
        _hand(pen, h)
    pen.press()
    view.people(h * 0.94, 2.0)


def _hand(pen, h):
    from ..props.hands import pinching

    pen.poly(LAMP, (690, h * 0.79), (800, h * 0.78), (802, h * 0.82), (692, h * 0.83))
    pinching(pen.at(500, h * 0.83, 1.15), None)


def _row(pen, rng):
    for x in range(-990, 1000, 110):
        pen.blob(SEAT, (x - 48, 130), (x - 48, 10), (x - 30, -8), (x + 30, -8), (x + 48, 10), (x + 48, 130))
        pen.curve(EMBER, 2.4, (x - 42, 8), (x - 28, -3), (x + 28, -3), (x + 42, 8))
    pen.box(DEEP, -1100, 96, 1100, 190)


VELVET = Hatch(blend(EMBER, INK, 0.68), DEEP, (0.5, 0.75), 9, 84)
SEAT = Hatch(blend(EMBER, INK, 0.55), DEEP, (0.4, 0.7), 7, 90)
SCREEN = Hatch(PAPER, blend(NIGHT, PAPER, 0.3), (0.1, 0.3), 8)
