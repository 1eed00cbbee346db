"""The Orbance: from the gravel of the high country to the banks of the estuary."""

import numpy as np

from ..instruments.palette import DEEP, INK, MIST, PAPER, blend
from ..nature.land import ground, meadow, range_of_hills, rim, stones, tree
from ..nature.sky import rain, sky
from ..nature.water import sea
from ..props import beasts, houses
from ..props.furniture import trunk
from .view import AFLOAT


def draw(view) -> None:
    """Water that winds towards us between two banks."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.4, 0.48))
    sky(plate, view.horizon, view.light)
    high = view.words.has("mountain", "dam", "braid", "valley", "gorge")
    range_of_hills(plate, view.horizon - 6, 80 if high else 24, (3, 7, 15, 31), 0.8)
    range_of_hills(plate, view.horizon + 20, 50 if high else 14, (4, 9, 19), 0.4)
    _distance(view)
    meadow(plate, view.horizon + 22 + 0 * plate.x, view.light, furrows=0.6)
    _bends(view)
    _banks(view)
    if view.words.wet:
        rain(plate, 0.09)


def _distance(view):
    pen, rng = view.pen(), view.rng
    if view.words.has("dam"):
        x, y = view.spot(200), view.horizon - 20
        pen.poly(MIST, (x - 80, y - 50), (x + 80, y - 50), (x + 46, y + 36), (x - 46, y + 36))
        for k in range(6):
            pen.line(INK, 2.4, (x - 74 + k * 5, y - 38 + k * 13), (x + 74 - k * 5, y - 38 + k * 13))
        pen.line(INK, 6, (x - 84, y - 50), (x + 84, y - 50))
    if view.words.has("village", "church", "town", "mill"):
        houses.church(pen.at(view.spot(200), view.horizon + 30, 0.3), rng)
    for _ in range(7):
        tree(pen.at(rng.uniform(0, 1200), view.horizon + 30, rng.uniform(0.4, 0.8)), rng, DEEP)
    pen.press()


def _bends(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    low = plate.part(top=view.horizon + 24)
    t = (low.y - view.horizon - 24) / (h - view.horizon)
    x0, sway = rng.uniform(420, 780), rng.uniform(140, 300) * rng.choice((-1, 1))
    middle = x0 + sway * np.sin(t**0.55 * rng.uniform(5, 7.5)) * (0.25 + t)
    wide = 16 + (250 + 160 * view.words.has("flood", "estuary", "wide")) * t**1.15
    shape = np.clip((wide - np.abs(low.x - middle)) * plate.dpi + 0.5, 0, 1)
    if view.words.has("braid", "gravel", "low"):
        bar = wide * 0.34 * np.maximum(np.sin(t**0.6 * 15), 0)
        shape = shape * (1 - np.clip((bar - np.abs(low.x - middle - wide * 0.2)) * plate.dpi, 0, 1))
    _water(view, low, shape, middle)
    edge = np.clip((wide + 4 - np.abs(low.x - middle)) * plate.dpi, 0, 1) - np.clip(
        (wide + 0.5 - np.abs(low.x - middle)) * plate.dpi, 0, 1
    )
    low.wash(PAPER, np.clip(edge, 0, 1))
    view.stream = float(middle[-40, 0])


def _water(view, low, shape, middle):
    kept = low.rgb.copy()
    view.light.x = float(np.mean(middle))
    sea(low, view.horizon, view.light, 0, 1.8 if view.words.has("flood") else 1)
    low.rgb += (kept - low.rgb) * (1 - shape)


def _banks(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    side = -1 if view.stream > 600 else 1
    edge = h * 0.9 - side * (plate.x - 600) * 0.16 + 14 * np.sin(plate.x / 120)
    ground(plate, edge, tone=(0.6, 0.9), angle=side * 26)
    rim(plate, edge, blend(MIST, view.light.glow, 0.4), 2.4)
    x = 600 + side * rng.uniform(240, 420)
    pen = view.pen()
    if view.words.has("trunk", "uproot"):
        trunk(pen.at(600 - side * 160, h * 0.92, 1.5), rng)
    if view.words.has("heron", "bird") or rng.random() < 0.25:
        beasts.heron(pen.at(x, h * 0.93, 1.9, flip=side > 0), rng)
    for stems, prop in AFLOAT:
        if view.words.has(*stems):
            prop(pen.at(view.stream, h * 0.76, 0.7), rng)
    pen.press()
    if view.words.has("gravel", "stone"):
        stones(plate, h * 0.88, 12)
    view.free = [x, x - side * 150]
    view.people(h * 0.93, 1.7)
    view.things(h * 0.95, 1.2)
