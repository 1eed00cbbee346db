"""The dam: an arch between two shoulders of rock, and its water."""

import numpy as np

from ..instruments.chance import Profile
from ..instruments.palette import DEEP, DUSK, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..instruments.screens import smooth
from ..nature.land import ground, pines, range_of_hills, rim
from ..nature.sky import sky, veil
from ..nature.water import ripples
from ..props.boats import dinghy


def draw(view) -> None:
    """The wall from below, from its crest or from the water."""
    if view.words.has("crest", "on top", "parapet"):
        _crest(view)
    elif view.words.has("gauge", "boat", "foot of the"):
        _gauge(view)
    else:
        _valley(view)


def _valley(view):
    plate, rng = view.plate, view.rng
    h, base = plate.high, plate.high * 0.5
    view.lit_from(h * 0.42)
    sky(plate, view.horizon, view.light, birds=False)
    range_of_hills(plate, h * 0.41, 70, (3, 7, 15, 31), 0.85)
    range_of_hills(plate, h * 0.465, 92, (4, 9, 19, 41), 0.5)
    cx, sag = rng.uniform(540, 680), rng.uniform(30, 60)
    foot = h * rng.uniform(0.74, 0.8)
    _wall(view, cx, base + 50, sag, foot)
    _pool(view, cx, foot)
    _shoulders(view, cx)
    if view.words.thick:
        veil(plate, base, 70, 0.7)
    view.people(h - 24, 1.3)


def _wall(view, cx, top, sag, foot):
    plate = view.plate
    part = plate.part(cx - 385, top - sag - 14, cx + 385, foot)
    u = (part.x - cx) / 375
    crest = top - sag * u**2 * -1 - sag
    side = 1 if view.light.x < 600 else -1
    light = 0.14 + 0.62 * smooth(-0.3, 1.0, u * side) + 0.14 * smooth(top + 30, foot, part.y)
    mask = part.below(top - sag * u**2)
    part.wash(blend(PAPER, view.light.low, 0.5) if not view.light.night else DUSK, mask)
    seam = np.abs((u * 11) % 1 - 0.5) > 0.478
    part.rule(light, blend(INK, NIGHT, 0.2), 7, 0, 46 * u**2, mask)
    part.wash(SEAM, seam * mask * 0.8)
    _crest_lamps(view, cx, top, sag)
    _gates(view, cx, top, foot)
    return crest


def _crest_lamps(view, cx, top, sag):
    pen = view.pen()
    line = [(cx + 375 * u, top - sag * u**2) for u in np.linspace(-1.02, 1.02, 30)]
    pen.line(INK, 13, *line)
    for u in np.linspace(-0.88, 0.88, 11):
        x, y = cx + 375 * u, top - sag * u**2
        pen.line(INK, 3, (x, y), (x, y - 26))
        pen.disc(LAMP, x, y - 27, 4.6)
    pen.press()


def _gates(view, cx, top, foot):
    rng, pen = view.rng, view.pen()
    gates = [cx + k * 92 for k in (-1, 0, 1)]
    for x in gates:
        pen.box(INK, x - 19, top + 12, x + 19, top + 50)
    pen.press()
    if view.words.has("dry", "closed", "low") and not view.words.has("flood"):
        return
    every = view.words.has("flood", "spill", "open") and not view.words.has("one of", "one gate")
    for x in gates if every else [gates[rng.integers(3)]]:
        _jet(view.plate, x, top + 40, foot + 14)


def _jet(plate, x, top, foot):
    part = plate.part(x - 90, top, x + 90, foot)
    spread = 15 + (part.y - top) * 0.26 + 5 * np.sin(part.y / 9)
    mask = np.clip((spread - np.abs(part.x - x)) * plate.dpi + 0.5, 0, 1)
    part.wash(PAPER, mask)
    part.rule(0.2 + 0.25 * smooth(top, foot, part.y), NIGHT, 8, 90, 7 * np.sin(part.y / 17), mask)


def _pool(view, cx, foot):
    ripples(view.plate, np.full_like(view.plate.x, foot), 9999, view.light, 9.5)
    view.plate.part(cx - 385, foot - 2, cx + 385, foot + 3).wash(INK)


def _shoulders(view, cx):
    plate, rng = view.plate, view.rng
    n, m = Profile(rng, (6, 15, 33)), Profile(rng, (6, 15, 33))
    top = plate.high * 0.3
    left = top + plate.x * (plate.high - top) / (cx - 120) + 24 * n(plate.x)
    right = top - 20 + (1200 - plate.x) * (plate.high - top) / (1060 - cx) + 24 * m(plate.x)
    for edge, sign in ((left, 1), (right, -1)):
        ground(plate, edge, NIGHT, INK, (0.66, 0.92), 150, 9, sign * 43)
        rim(plate, edge, MIST, 2.6)
    trees = plate.high - 40 + 300 * np.exp(-(((plate.x - cx) / 330) ** 2)) - 16 * n(plate.x)
    pines(plate, lambda x: plate.high - 4 + 280 * np.exp(-(((x - cx) / 250) ** 2)), 26, size=70)
    ground(plate, trees, DEEP, DEEP, (1, 1))


def _crest(view):
    plate, h = view.plate, view.plate.high
    view.lit_from(h * 0.4)
    sky(plate, view.horizon, view.light)
    range_of_hills(plate, h * 0.38, 84, (3, 7, 15), 0.7)
    range_of_hills(plate, h * 0.42, 60, (4, 9, 19), 0.35)
    ripples(plate, np.full_like(plate.x, h * 0.45), 9999, view.light)
    if view.words.has("steeple", "church"):
        _drowned_steeple(view, h * 0.53)
    pen, top = view.pen(), h * 0.74
    pen.poly(BLOCK, (-10, top + 8), (1210, top - 26), (1210, h + 10), (-10, h + 10))
    pen.line(PAPER, 5, (-10, top + 8), (1210, top - 26))
    for x in range(-20, 1220, 150):
        pen.line(DEEP, 4, (x, top + 10 - (x / 1200) * 34), (x - 14, h + 10))
    for y in (0.4, 0.75):
        pen.line(DEEP, 3, (-10, top + (h - top) * y), (1210, top + (h - top) * y - 16))
    pen.press()
    view.people(h * 0.78, 2.6, least=1)


def _drowned_steeple(view, level):
    from ..props.houses import steeple

    pen = view.pen()
    steeple(pen.at(view.spot(200), level + 130, 0.55), view.rng)
    pen.press()
    low = view.plate.part(top=level)
    ripples(low, np.full_like(low.x, level), 9999, view.light)


def _gauge(view):
    plate, h, rng = view.plate, view.plate.high, view.rng
    u = (plate.x - 600) / 700
    level = h * 0.72
    plate.wash(blend(MIST, NIGHT, 0.5) if view.words.has("torch", "night") else MIST)
    glow = np.exp(-(((plate.x - 560) / 250) ** 2)) * np.exp(-(((plate.y - level + 170) / 190) ** 2))
    plate.wash(LAMP, glow * 0.9)
    plate.rule(0.3 + 0.5 * np.abs(u) + 0.2 * smooth(300, 0, plate.y) - 0.36 * glow, INK, 9.5, 0, 60 * u**2)
    plate.wash(SEAM, (np.abs((u * 5 + 0.2) % 1 - 0.5) > 0.488) * 0.9)
    _scale(view.pen(), level)
    view.light.x, view.light.glow = 560, LAMP
    ripples(plate, np.full_like(plate.x, level), 9999, view.light)
    pen = view.pen()
    dinghy(pen.at(740, h * 0.83, 1.9, flip=True), rng)
    pen.press()
    view.free = [730]
    view.people(h * 0.8, 2.1, least=1, pose="reach")


def _scale(pen, level):
    pen.box(PAPER, 470, -10, 560, level + 8)
    for k in range(26):
        y, long = level - k * 26, 54 if k % 5 == 0 else 28
        pen.box(INK, 470, y - 5, 470 + long, y + 5)
    pen.line(INK, 4, (470, -10), (470, level))
    pen.line(INK, 4, (560, -10), (560, level))
    pen.press()


SEAM = blend(INK, NIGHT, 0.3)
BLOCK = Hatch(blend(PAPER, MIST, 0.6), INK, (0.45, 0.75), 8, -3, down=True)
