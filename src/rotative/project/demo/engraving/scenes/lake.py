"""The lake above the dam, high or low, and what its bed gives back."""

import numpy as np

from ..instruments.palette import DEEP, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..instruments.screens import ruled, smooth
from ..nature.land import mud, pines, range_of_hills
from ..nature.sky import sky
from ..nature.water import ripples
from ..props import beasts, boats, houses
from ..props.furniture import hose
from ..props.vehicles import tractor
from .view import GROUND


def draw(view) -> None:
    """Water between mountains; at low water, the bed and its ruins."""
    if view.words.has("seen from above", "concentric", "from the air"):
        _bands(view)
        return
    words, plate, rng, h = view.words, view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.34, 0.42))
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, view.horizon - 8, 100, (3, 7, 15, 31), 0.9)
    far = range_of_hills(plate, view.horizon + 46, 74, (4, 9, 19, 41), 0.45)
    pines(plate, far, 30, size=34)
    low = words.has("low", "dry", "mud", "cracked", "bed", "drought")
    shore = h * (0.56 if low else 0.8) + 26 * np.sin(plate.x / 210 + rng.uniform(0, 6)) + 0.03 * (plate.x - 600)
    ripples(plate, np.full_like(plate.x, view.horizon + 52), 9999, view.light)
    if words.has("steeple", "church", "bell"):
        _steeple(view)
    mud(plate, shore, view.light, cracked=low)
    if words.has("wash"):
        _wash_house(view)
    _standing(view, h)


def _bands(view):
    """The basin from the air: one ring of shore for each level the water left."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    u, v = (plate.x - 600) / 560, (plate.y - h * 0.52) / (h * 0.5)
    a, b = rng.uniform(0, 6, 2)
    r = np.hypot(u + 0.16 * np.sin(v * 3 + a), v + 0.14 * np.sin(u * 4 + b)) * 330 + 14 * np.sin(u * 7 + a) * np.sin(
        v * 5
    )
    plate.wash(blend(MIST, PAPER, 0.4))
    plate.wash(blend(LAMP, MIST, 0.3), np.exp(-(((r - 170) / 90) ** 2)) * 0.7)
    step = ruled(0.26 + 0.22 * np.sin(r / 29) + 0.3 * smooth(260, 420, r), r, 12, plate.dpi)
    plate.wash(INK, step)
    water = np.clip((86 - r) * 0.7, 0, 1)
    plate.wash(NIGHT, water)
    plate.rule(0.5, INK, 9, 0, 2 * np.sin(plate.x / 23), water)
    forest = np.clip((r - 372) * 0.5, 0, 1)
    plate.wash(DEEP, forest * (0.6 + 0.4 * (np.sin(plate.x / 7) * np.sin(plate.y / 6) > 0)))
    pen = view.pen()
    houses.steeple(pen.at(640, h * 0.54, 0.32), rng)
    for x, y in ((470, 0.7), (760, 0.72)):
        tractor(pen.at(x, h * y, 0.34), rng)
    pen.press()


def _steeple(view):
    level = view.horizon + 96
    pen = view.pen()
    houses.steeple(pen.at(view.spot(260), level + 90, 0.62), view.rng)
    low = view.plate.part(top=level)
    shade = pen.mirrored(level, low, 5)
    pen.press()
    ripples(low, np.full_like(low.x, level), 9999, view.light)
    low.rule(0.62 * shade, INK, 9, 0, 2 * np.sin(low.x / 19))


def _wash_house(view):
    pen = view.pen().at(520, view.plate.high * 0.78, 1.25)
    pen.poly(houses.ROOF, (-330, -190), (-250, -280), (250, -280), (330, -190))
    for x in (-290, -100, 100, 290):
        pen.box(houses.STONE, x - 13, -192, x + 13, 0)
    pen.box(SLAB, -320, -10, 320, 20)
    for i in range(7):
        x = -270 + i * 90
        pen.poly(SLAB, (x - 32, 20), (x - 22, -26), (x + 28, -20), (x + 36, 20))
    pen.disc(PAPER, 400, 44, 76, 13)
    pen.press()
    view.free = [960]


def _standing(view, h):
    words = view.words
    pen = view.pen()
    if words.has("hose", "strainer"):
        hose(pen.at(620, h * 0.86, 2.1), view.rng)
    if words.has("dog"):
        beasts.dog(pen.at(view.spot(), h * 0.86, 1.7), view.rng, words.has("drink"))
    for k in range(words.count("tractor") if words.has("tractor") else 0):
        tractor(pen.at(view.spot(300), h * (0.86 + 0.05 * k), 0.55 + 0.14 * k, flip=k == 1), view.rng)
    if words.has("boat"):
        boats.dinghy(pen.at(view.spot(), h * 0.8, 1.1), view.rng)
    pen.press()
    view.people(h * 0.9, 1.5)
    view.things(h * 0.9, 1.2, [g for g in GROUND if g[1] not in (beasts.dog, tractor, hose)])


SLAB = Hatch(blend(PAPER, MIST, 0.4), DEEP, (0.15, 0.6), 6)
