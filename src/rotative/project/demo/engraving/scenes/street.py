"""A street of the town: fronts on both sides, rails or cobbles, people."""

import numpy as np

from ..instruments.palette import DEEP, INK, MIST, PAPER, blend
from ..instruments.pen import Hatch
from ..instruments.screens import smooth
from ..nature.sky import rain, sky
from ..props import houses, vehicles
from ..props.furniture import lamp_post
from .view import GROUND


def draw(view) -> None:
    """A row of houses, a pavement and a carriageway before them."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    foot = h * rng.uniform(0.66, 0.72)
    view.lit_from(h * 0.5)
    sky(plate, view.horizon, view.light)
    _row(view, foot)
    _roadway(view, foot)
    _wires(view, foot)
    pen = view.pen()
    if view.words.has("tram"):
        vehicles.tram(pen.at(rng.uniform(480, 720), h * 0.86, 1.15, flip=bool(rng.random() < 0.5)), rng)
    lamp_post(pen.at(view.spot(), foot + 24, 1.3), rng)
    lamp_post(pen.at(view.spot(), foot + 24, 1.3), rng)
    pen.press()
    view.things(h * 0.85, 1.2, [g for g in GROUND if g[1] is not vehicles.tram])
    view.people(h * 0.92, 1.75, least=2, pose="" if view.words.has("people", "woman", "man") else "walk")
    if view.words.wet:
        rain(plate, 0.1)


def _row(view, foot):
    pen, rng = view.pen(), view.rng
    lit = 0.75 if view.words.night else 0.4 if view.words.low_sun else 0.08
    walls = houses.BY_NIGHT if view.light.night else None
    x = -60.0
    while x < 1260:
        wide = rng.uniform(170, 290)
        front = houses.gable if rng.random() < 0.4 else houses.house
        front(pen.at(x + wide / 2, foot, 0.98), rng, int(rng.integers(2, 4)), wide, lit, walls)
        if view.words.has("shutter"):
            _shutters(pen.at(x + wide / 2, foot, 0.98), wide, rng)
        if rng.random() < 0.5:
            _shop_front(pen.at(x + wide / 2, foot), wide, rng, lit)
        x += wide
    pen.press()
    if view.words.has("church", "tower", "rampart"):
        houses.steeple(pen.at(view.spot(), foot - 40, 1.1), rng)
    pen.press()


def _shutters(pen, wide, rng):
    for y in (-226, -350):
        for x in np.arange(-wide / 2 + 24, wide / 2 - 60, 74):
            if rng.random() < 0.75:
                pen.box(SLATS, x - 3, y + 34, x + 43, y + 100)
                pen.line(DEEP, 2, (x + 20, y + 34), (x + 20, y + 100))


def _shop_front(pen, wide, rng, lit):
    w = wide / 2 - 12
    pen.box(DEEP, -w, -112, w, 0)
    pen.box(houses.LAMP if rng.random() < lit + 0.35 else MIST, -w + 10, -88, w * 0.4, -18)
    pen.box(INK, w * 0.52, -88, w - 12, 0)
    pen.poly(
        houses.TILE if rng.random() < 0.5 else houses.ROOF, (-w - 6, -96), (-w + 6, -124), (w - 6, -124), (w + 6, -96)
    )


def _roadway(view, foot):
    plate = view.plate
    low = plate.part(top=foot)
    depth = low.y - foot
    low.wash(blend(MIST, view.light.glow, 0.4) if not view.light.night else blend(MIST, INK, 0.55))
    tone = 0.34 + 0.4 * smooth(0, 300, depth) - 0.22 * np.exp(-(((low.x - view.light.x) / 220) ** 2))
    low.rule(tone, INK, 9, 0, 2 * np.sin(low.x / 23 + depth / 9))
    low.wash(DEEP, np.clip(2.2 - np.abs(depth - 34), 0, 1))
    if view.words.has("tram", "rail", "track"):
        for d, w in ((96, 2.2), (124, 3.2)):
            plate.part(top=foot + d, bottom=foot + d + w).wash(DEEP)
            plate.part(top=foot + d + w, bottom=foot + d + w + 3).wash(MIST)


def _wires(view, foot):
    if not view.words.has("tram", "wire", "line"):
        return
    pen = view.pen()
    for y in (-320, -300):
        pen.curve(
            DEEP, 2, (-10, foot + y), (300, foot + y + 14), (600, foot + y), (900, foot + y + 14), (1210, foot + y)
        )
    pen.press()


SLATS = Hatch(blend(MIST, PAPER, 0.4), INK, (0.4, 0.5), 6)
