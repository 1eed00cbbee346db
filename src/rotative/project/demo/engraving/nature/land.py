"""Land: ranges of hills, slopes, rocks, fields and the trees on them."""

import numpy as np

from ..instruments.chance import Profile
from ..instruments.palette import DEEP, DUSK, INK, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch, Pen
from ..instruments.screens import smooth


def ground(plate, edge, paper=NIGHT, ink=INK, tone=(0.5, 0.8), depth=140.0, pitch=9.0, angle=-28.0, bend=0.0) -> None:
    """A mass of earth under an edge, hatched, darker the deeper."""
    edge = np.broadcast_to(np.asarray(edge, np.float32), plate.x.shape)
    low = plate.part(top=float(edge.min()) - 2)
    mask = low.below(edge)
    low.wash(paper, mask)
    shade = tone[0] + (tone[1] - tone[0]) * smooth(0, depth, low.y - edge)
    low.rule(shade, ink, pitch, angle, bend, mask)


def range_of_hills(plate, base: float, height: float, octaves=(4, 9, 19, 41), far: float = 0.5, pitch=8.0) -> Profile:
    """One range; `far` 1 melts into the sky, 0 stands before us. Returns its line."""
    profile = Profile(plate.rng, octaves)
    edge = base - height * profile(plate.x)
    paper = blend(NIGHT, MIST, 0.25 + 0.75 * far)
    angle = plate.rng.choice((-1, 1)) * plate.rng.uniform(22, 42)
    ground(plate, edge, paper, blend(paper, INK, 0.42), (0.66 - 0.24 * far, 0.34), 130, pitch, angle)
    return lambda x: base - height * profile(x)


def rim(plate, edge, colour=MIST, width: float = 2.2) -> None:
    """A lit line along an edge."""
    edge = np.broadcast_to(np.asarray(edge, np.float32), plate.x.shape)
    low = plate.part(top=float(edge.min()) - 4, bottom=float(edge.max()) + 6)
    low.wash(colour, low.below(edge) * (1 - low.below(edge + width)))


def meadow(plate, edge, light, pitch: float = 9.5, furrows: float = 0.0) -> None:
    """Open ground that comes towards us in curving rows."""
    edge = np.broadcast_to(np.asarray(edge, np.float32), plate.x.shape)
    low = plate.part(top=float(edge.min()) - 2)
    depth = np.maximum(low.y - edge, 0)
    paper = blend(NIGHT if light.night else MIST, light.glow, 0.0 if light.night else 0.28)
    mask = low.below(edge)
    low.wash(paper, mask)
    low.wash(light.glow, 0.5 * light.warmth * mask * np.exp(-(((low.x - light.x) / 320) ** 2)) * smooth(160, 0, depth))
    bend = furrows * (low.x - 600) * np.minimum(depth, 300) / 900 + 5 * np.sin(low.x / 130)
    tone = 0.34 + 0.4 * smooth(0, 330, depth) - 0.16 * np.exp(-(((low.x - light.x) / 380) ** 2))
    low.rule(tone, INK if light.night else SOIL, pitch, -7, bend - edge * 0.4, mask)


def mud(plate, edge, light, cracked: bool = False) -> None:
    """Wet ground at low water: pale pools between dark ribs."""
    edge = np.broadcast_to(np.asarray(edge, np.float32), plate.x.shape)
    low = plate.part(top=float(edge.min()) - 2)
    depth, mask = np.maximum(low.y - edge, 0), low.below(edge)
    low.wash(blend(MIST, PAPER, 0.3), mask)
    low.wash(light.glow, light.warmth * mask * np.exp(-(((low.x - light.x) / (90 + depth)) ** 2)))
    pools = np.sin(low.x / (90 + depth) + low.y / 16) + np.sin(low.x / 57 - low.y / 21)
    wet = 0.0 if cracked else smooth(1.05, 1.2, pools)
    tone = 0.36 + 0.34 * smooth(0, 400, depth) - 0.3 * wet
    bend = 5 * np.sin(low.x / 83 + low.y / 29) + 3 * np.sin(low.x / 31)
    low.rule(np.clip(tone, 0.12, 0.92), SOIL, 8.5, 0, bend, mask)
    if cracked:
        cracks(plate, float(edge.max()) + 14)


def cracks(plate, top: float) -> None:
    """The plates of a dried lake bed, smaller as they draw away."""
    pen, rng = Pen(plate), plate.rng
    rows = top + (plate.high - top) * np.linspace(0, 1.05, 9) ** 1.7
    for y0, y1 in zip(rows, rows[1:], strict=False):
        step = (y1 - y0) * 2.2 + 14
        for x in np.arange(-step, 1200 + step, step):
            _crack(pen, rng, x, y0, step, y1 - y0)
    pen.press()


def _crack(pen, rng, x, y, step, tall):
    w = max(1.4, tall / 22)
    a, b = x + rng.uniform(-0.3, 0.3) * step, x + rng.uniform(-0.3, 0.3) * step
    pen.line(DEEP, w, (a, y), ((a + b) / 2 + tall * 0.3, y + tall * 0.5), (b, y + tall))
    pen.line(DEEP, w, (a, y), (a + step * 0.5, y + rng.uniform(-0.2, 0.3) * tall), (a + step, y))


def pines(plate, edge_of, count: int, left=0.0, right=1200.0, size=60.0, tint=DEEP) -> None:
    """Fir trees that stand along an edge."""
    pen, rng = Pen(plate), plate.rng
    for x in np.sort(rng.uniform(left, right, count)):
        pine(pen.at(x, float(edge_of(np.array([[x]]))[0, 0]) + 6, size / 60 * rng.uniform(0.6, 1.3)), tint)
    pen.press()


def pine(pen, tint=DEEP) -> None:
    """A fir, sixty high, its foot at the origin."""
    pen.box(tint, -2, -10, 2, 0)
    for y, w in ((-6, 17), (-20, 14), (-34, 10.5), (-46, 7)):
        pen.poly(
            tint,
            (-w, y),
            (-w * 0.3, y - 12),
            (0, y - 19),
            (w * 0.3, y - 12),
            (w, y),
            (w * 0.35, y - 2),
            (-w * 0.35, y - 2),
        )


def tree(pen, rng, tint=DEEP, leaf=None) -> None:
    """A round tree, about eighty high."""
    pen.line(tint, 5, (0, 0), (1, -30))
    pen.line(tint, 3, (0, -22), (14, -44))
    for _ in range(7):
        x, y = rng.normal(0, 14), -56 + rng.normal(0, 10)
        pen.disc(leaf or tint, x, y, rng.uniform(13, 20))


def bare_tree(pen, rng, tint=DEEP, long: float = 30, wide: float = 5, turn: float = 0, depth: int = 5) -> None:
    """A winter tree, limb from limb."""
    pen = pen.at(0, 0, turn=turn)
    pen.poly(tint, (-wide / 2, 1), (wide / 2, 1), (wide * 0.36, -long), (-wide * 0.36, -long))
    if not depth:
        return
    tip = pen.at(0, -long)
    for side in (-1, 1):
        bare_tree(tip, rng, tint, long * rng.uniform(0.66, 0.84), wide * 0.66, side * rng.uniform(12, 36), depth - 1)


def stones(plate, top: float, count: int = 14, tint=None) -> None:
    """Boulders strewn on a foreground."""
    pen, rng = Pen(plate), plate.rng
    for y in np.sort(rng.uniform(top, plate.high, count)):
        s = 0.4 + 1.3 * (y - top) / max(plate.high - top, 1)
        stone(pen.at(rng.uniform(0, 1200), y, s), rng, tint)
    pen.press()


def stone(pen, rng, tint=None) -> None:
    """One boulder, lit from the left."""
    w, h = rng.uniform(16, 34), rng.uniform(10, 20)
    pen.blob(tint or ROCK, (-w, 3), (-w * 0.7, -h * 0.7), (-w * 0.1, -h), (w * 0.6, -h * 0.75), (w, 2), (0, 6))


SOIL = blend(INK, NIGHT, 0.35)
ROCK = Hatch(DUSK, INK, (0.25, 0.9), 5.5, -30)
