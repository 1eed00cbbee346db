"""The high country: ranges, a village about its tower, roads and paths."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, PAPER, blend
from ..nature.land import ground, meadow, pines, range_of_hills, rim, stones
from ..nature.sky import sky, veil
from ..props import houses
from ..props.furniture import gate, letter_boxes, sign
from ..props.vehicles import bus, car
from .view import level


def draw(view) -> None:
    """Mountains, with what the words put among them."""
    h = view.plate.high
    view.lit_from(h * view.rng.uniform(0.42, 0.5))
    sky(view.plate, view.horizon, view.light)
    _ranges(view)
    if view.words.has("road", "pass ", "bend", "hairpin"):
        _road(view)
    elif view.words.has("sanatorium", "facade", "hotel", "hospital", "hospice"):
        _great_house(view)
    elif view.words.has("village", "church", "tower", "hamlet", "houses", "steeple") or view.rng.random() < 0.5:
        _village(view)
    else:
        _meadow(view)


def _ranges(view):
    plate, y, rng = view.plate, view.horizon, view.rng
    peak = rng.uniform(80, 150)
    range_of_hills(plate, y - 30, peak, (3, 7, 15, 31), 0.95, 8)
    line = range_of_hills(plate, y + 18, peak * 0.8, (4, 8, 17, 37), 0.62, 8.5)
    rim(plate, line(plate.x), blend(MIST, view.light.glow, 0.5), 2)
    if view.words.thick or rng.random() < 0.3:
        veil(plate, y + 20, 46, 0.6, PAPER if not view.light.night else MIST)
    range_of_hills(plate, y + 78, peak * 0.7, (5, 11, 23, 47), 0.3, 9)


def _village(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    near = range_of_hills(plate, h * 0.72, 40, (3, 7), 0.12, 9.5)
    x0 = view.spot(400)
    pen = view.pen()
    for i in range(rng.integers(7, 13)):
        x = x0 + rng.normal(0, 130)
        (houses.gable if rng.random() < 0.5 else houses.house)(
            pen.at(x, level(near, x) + 26 + i * 2.5, 0.3), rng, 1 + int(rng.random() < 0.4), 190, 0.4
        )
    houses.church(pen.at(x0, level(near, x0) + 34, 0.42, flip=bool(rng.random() < 0.5)), rng)
    for _ in range(4):
        x = x0 + rng.normal(0, 190)
        houses.gable(pen.at(x, level(near, x) + 58, 0.36), rng, 1, 190, 0.4)
    pen.press()
    pines(plate, lambda x: near(x) + 60, 16, size=58)
    meadow(plate, h * 0.86 - 22 * np.cos((plate.x - x0) / 420), view.light, furrows=1)
    view.things(h - 36, 1.0)
    view.people(h - 30, 1.25)


def _meadow(view):
    plate, h = view.plate, view.plate.high
    pines(plate, lambda x: h * 0.7 + 0 * x, 34, size=70)
    meadow(plate, h * 0.67 + 16 * np.sin(plate.x / 260 + view.rng.uniform(0, 6)), view.light, furrows=1)
    if view.rng.random() < 0.5:
        stones(plate, h * 0.84, 8)
    view.things(h * 0.88, 1.25)
    view.people(h * 0.91, 1.6)


def _road(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    side = rng.choice((-1, 1))
    if view.words.has("dam"):
        _far_dam(view)
    ground(
        plate, h * 0.62 + side * (plate.x - 600) * 0.16 + 12 * np.sin(plate.x / 120), tone=(0.6, 0.85), angle=side * 30
    )
    pen = view.pen()
    bends = [
        (600 + side * dx, h * t, w)
        for dx, t, w in (
            (300, 0.6, 9),
            (-180, 0.66, 16),
            (-330, 0.7, 24),
            (120, 0.78, 44),
            (430, 0.87, 74),
            (260, 1.04, 130),
        )
    ]
    _ribbon(pen, bends)
    pen.press()
    pines(plate, lambda x: h * 0.66 + side * (x - 600) * 0.14, 14, size=64)
    _traffic(view, bends)
    _roadside(view)


def _ribbon(pen, bends):
    left = [(x - w, y) for x, y, w in bends]
    right = [(x + w, y + 2) for x, y, w in reversed(bends)]
    from ..instruments.pen import rounded

    pen.poly(MIST, *rounded(left), *rounded(right))
    mid = rounded([(x, y) for x, y, _ in bends])
    for a, b in list(zip(mid, mid[1:], strict=False))[4::3]:
        pen.line(DEEP, 3, tuple(a), tuple(b))


def _traffic(view, bends):
    if not view.words.has("car", "bus", "headlight", "traffic", "convoy"):
        return
    pen = view.pen()
    if view.words.night:
        _headlights(pen, bends, view.rng)
    else:
        for x, y, w in bends[2:5]:
            _vehicle(view, pen.at(x, y + 4, w / 60), w > 40)
    pen.press()


def _vehicle(view, pen, near):
    if near and view.words.has("bus", "coach"):
        bus(pen, view.rng)
    else:
        car(pen, view.rng, view.words.has("headlight"))


def _headlights(pen, bends, rng):
    from ..instruments.pen import rounded

    for i, (x, y) in enumerate(rounded([(x, y) for x, y, _ in bends])[2:-4:2]):
        r = 2 + i * 0.42
        pen.poly(blend(LAMP, PAPER, 0.4), (x, y - 2), (x - r * 9, y + r * 2.4), (x - r * 8, y + r * 4))
        for dx in (-r * 1.3, r * 1.3):
            pen.disc(LAMP, x + dx, y, r)


def _far_dam(view):
    pen, h = view.pen(), view.plate.high
    x = view.spot(200)
    pen.poly(MIST, (x - 70, h * 0.52), (x + 70, h * 0.52), (x + 44, h * 0.6), (x - 44, h * 0.6))
    for k in range(9):
        pen.disc(LAMP, x - 64 + 16 * k, h * 0.52 - 3, 2.6)
    for k in range(4):
        pen.line(INK, 2, (x - 60 + k * 6, h * 0.535 + k * 12), (x + 60 - k * 6, h * 0.535 + k * 12))
    pen.press()


def _roadside(view):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    if view.words.has("letter box", "gate"):
        letter_boxes(pen.at(view.spot(200), h * 0.9, 1.4), rng)
        gate(pen.at(view.spot(200), h * 0.88, 1.2), rng)
    if view.words.has("closed", "ice", "sign"):
        sign(pen.at(view.spot(120), h * 0.95, 1.7), rng)
    pen.press()
    view.people(h * 0.94, 1.9)


def _great_house(view):
    plate, h, rng = view.plate, view.plate.high, view.rng
    pines(plate, lambda x: h * 0.68 + 0 * x, 40, size=150)
    pen = view.pen()
    houses.long_facade(
        pen.at(rng.uniform(540, 660), h * 0.78, 0.76),
        rng,
        4,
        1180,
        0.35 if view.words.low_sun or view.words.night else 0.12,
    )
    pen.press()
    meadow(plate, h * 0.775 + 0 * plate.x, view.light, furrows=1)
    view.things(h * 0.9, 0.72)
    view.people(h * 0.84, 0.85)
