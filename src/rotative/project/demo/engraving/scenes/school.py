"""The school: a classroom and its board, or the yard and the front."""

import numpy as np

from ..instruments.palette import DEEP, INK, MIST, blend
from ..nature.land import bare_tree
from ..nature.room import pendant, room, window
from ..nature.sky import rain, sky
from ..props import houses
from ..props.figures import heads_from_behind, person
from ..props.furniture import blackboard, chair, net_heap, stove, table
from .view import GROUND


def draw(view) -> None:
    """The room when words speak of it, else the front across the yard."""
    inside = view.words.has("class", "board", "desk", "chair", "lesson", "room", "inside", "radiator", "stove")
    (_classroom if inside else _front)(view)


def _classroom(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    side = rng.random() < 0.5
    room(plate, h * 0.66, (420 if side else 780, h * 0.4), dark=0.42)
    window(plate, 60 if side else 880, h * 0.13, 260, h * 0.36, view.light, panes=(3, 3))
    pen = view.pen()
    blackboard(pen.at(640 if side else 560, h * 0.63, 1.75), rng)
    pendant(pen.at(600, 0), 70)
    if view.words.has("stove", "heating", "cold"):
        stove(pen.at(1060 if side else 140, h * 0.72, 1.6), rng)
    pen.press()
    if view.words.has("empty room", "chairs pushed", "empty class"):
        _chairs(view)
    else:
        person(pen.at(900 if side else 300, h * 0.82, 2.3, flip=side), view.light.figure(), "point", "coat", "bun")
        for k in range(2):
            heads_from_behind(
                pen.at(20 + 30 * k, h * (0.84 + 0.1 * k), 1.6 + 0.4 * k), rng, DEEP, 8 - k, 1160 / (1.6 + 0.4 * k)
            )
            pen.box(DEEP, 0, h * (0.88 + 0.11 * k), 1200, h * (0.9 + 0.11 * k))
        pen.press()


def _chairs(view):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    count = max(view.words.count("chair"), 5)
    for i, x in enumerate(np.linspace(130, 1070, count)):
        chair(
            pen.at(
                x + rng.normal(0, 34),
                h * (0.84 + 0.1 * (i % 2)),
                2.9,
                flip=bool(rng.random() < 0.5),
                turn=rng.normal(0, 2),
            ),
            rng,
        )
    table(pen.at(640, h * 0.76, 1.7), rng)
    pen.press()


def _front(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * 0.5)
    sky(plate, view.horizon, view.light)
    pen = view.pen()
    houses.long_facade(pen.at(600 + rng.uniform(-90, 90), h * 0.74, 1.05), rng, 2, int(rng.integers(600, 860)), 0.3)
    low = plate.part(top=h * 0.735)
    pen.press()
    low.wash(blend(MIST, view.light.glow, 0.35))
    low.rule(0.3 + (low.y - h * 0.735) / 500, INK, 9, 0, 2 * np.sin(low.x / 40))
    bare_tree(pen.at(view.spot(), h * 0.86, 1.9), rng)
    bare_tree(pen.at(view.spot(), h * 0.9, 2.3), rng)
    pen.press()
    view.things(h * 0.9, 1.2, [g for g in GROUND if g[1] is not net_heap])
    view.people(h * 0.92, 1.7, least=4, pose="" if view.words.has("people", "woman", "child", "pupil") else "walk")
    if view.words.wet:
        rain(plate, 0.1)
