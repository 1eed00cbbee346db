"""The fish market: a hall on columns, rows of boxes, those who sell and buy."""

import numpy as np

from ..instruments.palette import DEEP
from ..nature.room import pendant, room
from ..nature.sky import sky
from ..props.furniture import bench, crate, podium
from ..props.houses import STONE
from ..props.things import scales


def draw(view) -> None:
    """Boxes that run from us to the far door, under lamps."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    vanish = (rng.uniform(420, 780), h * 0.42)
    room(plate, h * 0.5, (vanish[0], h * 0.36), dark=0.55, stripes=False)
    _door(view, vanish)
    _roof(view, vanish)
    _boxes(view, vanish)
    pen = view.pen()
    if view.words.has("platform", "auction", "podium"):
        x = view.spot(200)
        podium(pen.at(x, h * 0.75, 1.9), rng)
        view.free.insert(0, x)
        pen.press()
        view.people(h * 0.75 - 40, 1.9, least=1)
        bench(pen.at(view.spot(), h * 0.82, 1.6), rng)
    else:
        scales(pen.at(view.spot(), h * 0.9, 1.0), rng)
        view.people(h * 0.86, 2.0, least=3)
    pen.press()


def _door(view, vanish):
    x, y = vanish
    hole = view.plate.part(x - 130, y - 110, x + 130, y + 62)
    view.light.x, view.light.y = x, y - 30
    sky(hole, y + 60, view.light, "calm", birds=False)
    pen = view.pen()
    for dx in (-132, 132):
        pen.line(DEEP, 12, (x + dx, y - 112), (x + dx, y + 66))
    pen.line(DEEP, 12, (x - 136, y - 112), (x + 136, y - 112))
    pen.press()


def _roof(view, vanish):
    pen, h, (x, y) = view.pen(), view.plate.high, vanish
    for t in (0.28, 0.5, 0.85, 1.5):
        top, w = y - (h * 0.52) * t, 880 * t
        pen.line(DEEP, 5 + 14 * t, (x - w, top + 60 * t), (x, top - 90 * t), (x + w, top + 60 * t))
        pen.line(DEEP, 3 + 9 * t, (x - w, top + 60 * t), (x + w, top + 60 * t))
        for side in (-1, 1):
            pen.box(STONE, x + side * w - 16 * t, top + 50 * t, x + side * w + 16 * t, y + 130 * t)
        pendant(pen.at(x, top + 60 * t, 0.3 + t * 0.7), 50)
    pen.press()


def _boxes(view, vanish):
    pen, rng, h, (x, y) = view.pen(), view.rng, view.plate.high, vanish
    lanes = (-1.15, -0.72, -0.3, 0.36, 0.8, 1.22)
    for t in np.linspace(0.16, 1.1, 9) ** 1.4:
        for lane in lanes:
            at = pen.at(x + lane * 720 * t, y + 80 + (h - y - 60) * t, 0.35 + 1.75 * t)
            if -140 < x + lane * 720 * t < 1340:
                crate(at, rng, fish=True)
    pen.press()
