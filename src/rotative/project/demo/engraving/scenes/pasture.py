"""Farms and pastures: fields in rows, beasts, a barn."""

import numpy as np

from ..nature.land import meadow, pines, range_of_hills, rim, tree
from ..nature.sky import rain, sky
from ..props import beasts, houses
from ..props.furniture import gate
from ..props.vehicles import tractor, trailer_rig


def draw(view) -> None:
    """A near field with its animals, a far one with its farm."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    view.lit_from(h * rng.uniform(0.42, 0.5))
    sky(plate, view.horizon, view.light)
    range_of_hills(
        plate, view.horizon - 6, 90 if view.words.has("mountain", "high", "alp") else 36, (3, 7, 15, 31), 0.8
    )
    far = range_of_hills(plate, view.horizon + 40, 40, (3, 7, 15), 0.35)
    pines(plate, far, 22, size=36)
    _farm(view)
    edge = h * 0.66 + 18 * np.sin(plate.x / 250 + rng.uniform(0, 6))
    meadow(plate, edge, view.light, furrows=1)
    rim(plate, edge, view.light.low, 2)
    _herd(view)
    view.people(h * 0.9, 1.75, least=int(rng.random() < 0.5))
    if view.words.wet:
        rain(plate, 0.08)


def _farm(view):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    x = view.spot(300)
    houses.shed(pen.at(x + 130, h * 0.69, 0.5), rng)
    houses.house(pen.at(x - 60, h * 0.69, 0.5), rng, 2, 250, 0.3)
    for k in range(5):
        tree(pen.at(x - 240 + k * 40, h * 0.69, rng.uniform(0.8, 1.3)), rng)
    pen.press()


def _herd(view):
    words, rng, h, pen = view.words, view.rng, view.plate.high, view.pen()
    kinds = [
        (beasts.cow, ("cow", "cattle", "herd", "milk")),
        (beasts.horse, ("horse", "mare")),
        (beasts.goat, ("goat",)),
    ]
    beast = next((b for b, stems in kinds if words.has(*stems)), beasts.sheep)
    if not words.has("rig", "drill", "empty", "tank", "hay"):
        for y in np.sort(rng.uniform(0.7, 0.95, rng.integers(9, 16))):
            beast(pen.at(rng.uniform(30, 1170), h * y, 0.4 + 2.6 * (y - 0.66), flip=bool(rng.random() < 0.5)), rng)
    if words.has("hay", "bale"):
        for _ in range(7):
            pen.disc(houses.TILE, rng.uniform(60, 1140), h * rng.uniform(0.74, 0.9), 34, 31)
    if words.has("rig", "drill"):
        trailer_rig(pen.at(440, h * 0.86, 1.55), rng)
        view.free = [850, 1000, 150]
    elif words.has("gate", "fence") or rng.random() < 0.4:
        gate(pen.at(view.spot(), h * 0.95, 1.5), rng)
    pen.press()
    view.things(
        h * 0.88,
        1.35,
        skip=(beasts.sheep, beasts.cow, beasts.horse, beasts.goat, trailer_rig, gate)
        + ((tractor,) if words.has("rig") else ()),
    )
