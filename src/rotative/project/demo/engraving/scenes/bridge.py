"""Bridges: stone arches, or the swing bridge of the port."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, PAPER, blend
from ..instruments.pen import Hatch
from ..nature.land import range_of_hills
from ..nature.sky import rain, sky
from ..nature.water import sea
from ..props import boats, houses, vehicles
from ..props.furniture import lamp_post


def draw(view) -> None:
    """A crossing, its reflection and its traffic."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.52, 0.6))
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, view.horizon - 4, 34, (3, 7, 15), 0.65)
    pen = view.pen()
    _town(view, pen)
    iron = view.words.has("swing", "iron", "steel", "turning", "basin", "lift", "draw")
    deck = (_iron if iron else _stone)(view, pen)
    shade = pen.mirrored(view.horizon + 40, plate.part(top=view.horizon + 34), 7)
    sea(plate, view.horizon + 34, view.light, shade, 1.8 if view.words.has("flood") else 1)
    pen.press()
    _traffic(view, deck)
    view.things(deck, 0.62)
    view.people(deck, 0.85, least=2, pose="" if view.words.has("people", "man", "woman") else "walk")
    if view.words.has("boat", "trawler", "barge") or rng.random() < 0.3:
        boats.trawler(pen.at(view.spot(300), h * 0.88, 0.8), rng)
        pen.press()
    if view.words.wet:
        rain(plate, 0.1)


def _town(view, pen):
    for x in (*np.arange(-40, 240, 66), *np.arange(1000, 1260, 66)):
        (houses.gable if view.rng.random() < 0.5 else houses.house)(
            pen.at(x, view.horizon + 38, 0.5), view.rng, int(view.rng.integers(1, 4)), 140, 0.3
        )


def _stone(view, pen):
    y, count = view.horizon + 46, int(view.rng.integers(3, 6))
    tint = (Hatch(blend(PAPER, LAMP, 0.3), INK, (0.2, 0.6), 7), STONE)[view.rng.integers(2)]
    deck = y - 150
    pen.poly(tint, (-10, y), (-10, deck + 20), (600, deck - 16), (1210, deck + 20), (1210, y))
    span = 1000 / count
    for i in range(count):
        x = 100 + span * (i + 0.5)
        r = span * 0.38
        pen.poly(
            SHADOW,
            *[(x + r * np.cos(a), y + 2 - (124 if r > 110 else r) * np.sin(a)) for a in np.linspace(0, np.pi, 30)],
        )
        pen.poly(
            view.light.low,
            *[
                (x + 12 + (r - 18) * np.cos(a), y + 2 - (100 if r > 110 else r - 16) * np.sin(a))
                for a in np.linspace(0, np.pi, 30)
            ],
        )
    pen.line(DEEP, 7, (-10, deck + 18), (600, deck - 18), (1210, deck + 18))
    for x in np.linspace(150, 1050, 5):
        lamp_post(pen.at(x, deck + 8, 0.4), view.rng)
    return deck


def _iron(view, pen):
    y, rng = view.horizon + 46, view.rng
    deck = y - 74
    pivot = float(rng.uniform(380, 560))
    turn = -13 if view.words.has("open", "turning", "closed", "stuck") else 0
    pen.box(STONE, -10, deck + 12, 160, y + 10)
    pen.box(STONE, 1040, deck + 12, 1210, y + 10)
    pen.poly(STONE, (pivot - 70, y + 16), (pivot - 56, deck + 14), (pivot + 56, deck + 14), (pivot + 70, y + 16))
    span = pen.at(pivot, deck, turn=turn)
    left, right = 150 - pivot, 1050 - pivot
    span.line(DEEP, 13, (left, 8), (right, 8))
    top = [(x, -40 - 70 * np.exp(-((x / 260) ** 2))) for x in np.linspace(left, right, 17)]
    span.line(DEEP, 8, *top)
    for (a, b), (c, d) in zip(top, top[1:], strict=False):
        span.line(DEEP, 4, (a, b), (a, 8))
        span.line(DEEP, 3, (a, 8), (c, d))
    span.box(DEEP, -40, -190, 44, -96)
    span.box(LAMP, -24, -174, 26, -138)
    return deck


def _traffic(view, deck):
    if not view.words.has("car", "bus", "van", "lorr", "queue", "traffic"):
        return
    pen = view.pen()
    for x in (60, 1080, 1170):
        vehicles.car(pen.at(x, deck + 6, 0.42, flip=x < 600), view.rng)
    pen.press()


STONE = Hatch(blend(MIST, PAPER, 0.4), INK, (0.3, 0.66), 7)
SHADOW = Hatch(INK, DEEP, (0.4, 0.8), 7)
