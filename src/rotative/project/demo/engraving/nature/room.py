"""Rooms: a wall, a floor, and where the light comes in."""

import numpy as np

from ..instruments.palette import DEEP, DUSK, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch, Pen
from ..instruments.screens import smooth


def room(plate, floor: float = 560, lamp=(700, 260), warm=LAMP, dark: float = 0.55, stripes: bool = True) -> None:
    """A wall lit by one lamp and a floor that runs away from us."""
    wall = plate.part(bottom=floor)
    glow = np.exp(-(((wall.x - lamp[0]) / 360) ** 2)) * np.exp(-(((wall.y - lamp[1]) / 300) ** 2))
    wall.wash(blend(NIGHT, MIST, 0.42))
    wall.wash(warm, glow * 0.9)
    tone = dark + 0.3 * smooth(0, 700, np.abs(wall.x - lamp[0])) - 0.62 * glow
    wall.rule(np.clip(tone, 0.06, 0.95), blend(INK, NIGHT, 0.3), 9 * plate.rng.uniform(0.9, 1.2), 90 if stripes else 0)
    _floor(plate, floor, lamp, warm)


def _floor(plate, floor, lamp, warm):
    low = plate.part(top=floor)
    depth = low.y - floor + 60
    fan = (low.x - lamp[0]) / depth * 60
    glow = np.exp(-(((low.x - lamp[0]) / 330) ** 2)) * np.exp(-(((low.y - floor) / 190) ** 2))
    low.wash(blend(NIGHT, MIST, 0.3))
    low.wash(warm, glow * 0.85)
    low.rule(np.clip(0.68 - 0.46 * glow, 0.1, 0.95), INK, 8.5)
    seam = np.abs((fan / 34) % 1 - 0.5) > 0.5 - 0.6 / np.maximum(depth / 14, 3)
    low.wash(DEEP, seam * 0.8)
    plate.part(top=floor - 14, bottom=floor).wash(DEEP)


def window(plate, x: float, y: float, wide: float, high: float, light, view: str = "hills", panes=(2, 3)) -> None:
    """A window with a piece of country behind it."""
    from .land import range_of_hills
    from .sky import sky
    from .water import sea

    hole = plate.part(x, y, x + wide, y + high)
    level = y + high * 0.62
    glass = type(plate)(hole.x, hole.y, hole.rgb, plate.dpi, plate.high, plate.rng)
    light.x, light.y = x + wide * 0.6, y + high * 0.4
    sky(glass, level, light, "calm", birds=False)
    if view == "sea":
        sea(glass, level, light)
    else:
        range_of_hills(glass, level - 10, high * 0.16, (9, 19), 0.6)
        range_of_hills(glass, level + high * 0.16, high * 0.16, (9, 19), 0.25)
    _frame(Pen(plate), x, y, wide, high, panes)


def _frame(pen, x, y, wide, high, panes):
    for i in range(panes[0] + 1):
        pen.line(
            DEEP, 11 if i in (0, panes[0]) else 6, (x + wide * i / panes[0], y), (x + wide * i / panes[0], y + high)
        )
    for i in range(panes[1] + 1):
        pen.line(
            DEEP, 11 if i in (0, panes[1]) else 6, (x, y + high * i / panes[1]), (x + wide, y + high * i / panes[1])
        )
    pen.box(Hatch(PAPER, INK, (0.2, 0.6), 5), x - 18, y + high, x + wide + 18, y + high + 13)
    pen.press()


def door(pen, wide: float = 170, high: float = 400, lit: bool = True, double: bool = False) -> None:
    """A closed panelled door, light under it; its foot at the origin."""
    w = wide * (1 if double else 0.5)
    pen.box(DEEP, -w - 18, -high - 18, w + 18, 0)
    for left, right in ((-w, 0), (0, w)) if double else ((-w, w),):
        pen.box(Hatch(blend(NIGHT, DUSK, 0.5), INK, (0.35, 0.7), 7, 90), left + 3, -high, right - 3, -6)
        for top, low in ((0.94, 0.55), (0.48, 0.08)):
            pen.box(INK, left + 18, -high * top, right - 18, -high * low)
            pen.box(Hatch(NIGHT, INK, (0.45, 0.8), 6, 90), left + 24, -high * top + 6, right - 18, -high * low)
    pen.disc(LAMP, w - 16 if not double else 12, -high * 0.48, 6)
    if lit:
        pen.box(LAMP, -w, -7, w, 0)


def pendant(pen, drop: float = 160) -> None:
    """A lamp that hangs from the ceiling; the origin is its hook."""
    pen.line(DEEP, 4, (0, -200), (0, drop))
    pen.poly(DEEP, (-46, drop + 30), (-14, drop), (14, drop), (46, drop + 30))
    pen.disc(PAPER, 0, drop + 31, 17, 12)


def curtain(plate, left: float, top: float, right: float, bottom: float, glow_x: float, warm=EMBER) -> None:
    """A fall of cloth in folds."""
    cloth, rng = plate.part(left, top, right, bottom), plate.rng
    f, g = rng.uniform(24, 36), rng.uniform(11, 15)
    light = np.exp(-(((cloth.x - glow_x) / 230) ** 2)) * np.exp(-(((cloth.y - bottom + 120) / 330) ** 2))
    cloth.wash(NIGHT)
    cloth.wash(warm, light * 0.9)
    folds = 34 * np.sin(cloth.x / f) + 16 * np.sin(cloth.x / g + 1)
    tone = 0.55 + 0.34 * np.sin(cloth.x / f + 0.6) - 0.62 * light
    cloth.rule(np.clip(tone, 0.08, 0.95), blend(INK, DEEP, 0.5), 9, 90, folds * 0.25 * (cloth.y / plate.high))
