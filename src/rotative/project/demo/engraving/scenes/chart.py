"""Maps without words: a coast, a river, depths as lines, places as dots."""

import numpy as np

from ..instruments.chance import Profile
from ..instruments.palette import DEEP, EMBER, INK, MIST, NIGHT, PAPER, blend
from ..instruments.pen import rounded
from ..instruments.screens import ruled


def draw(view) -> None:
    """Land and sea, ruled by their distance from the shore."""
    plate = view.plate
    shore = _shore(view)
    stock, land, lines = (
        (NIGHT, blend(NIGHT, INK, 0.5), MIST) if view.words.has("chalk", "blackboard") else (MIST, PAPER, NIGHT)
    )
    plate.wash(stock)
    sea = np.clip(-shore * plate.dpi + 0.5, 0, 1)
    plate.wash(land, 1 - sea)
    fade = np.exp(np.minimum(shore, 0) / 120)
    plate.wash(lines, ruled(0.1 + 0.42 * fade, np.abs(shore) ** 0.9, 11, plate.dpi) * sea)
    relief = _relief(view, shore)
    plate.wash(blend(lines, land, 0.3), ruled(0.12, relief, 20, plate.dpi) * (1 - sea))
    plate.wash(PAPER if lines is MIST else INK, np.clip(3 - np.abs(shore), 0, 1))
    _river(view, shore)
    _places(view, shore)
    _rose(view)


def _shore(view):
    plate, rng = view.plate, view.rng
    line, fine = Profile(rng, (3, 7, 15)), Profile(rng, (31, 67))
    side = rng.choice((-1, 1))
    lean = rng.uniform(-0.3, 0.3)
    base = plate.y - plate.high * rng.uniform(0.44, 0.58)
    value = (
        side * (base + lean * (plate.x - 600))
        + 90 * line(plate.x)
        + 14 * fine(plate.x)
        + 26 * np.sin(plate.y / 70 + plate.x / 190)
    )
    for _ in range(rng.integers(2, 5)):
        x, y, r = rng.uniform(100, 1100), rng.uniform(60, plate.high - 60), rng.uniform(18, 44)
        island = r - np.hypot(plate.x - x, (plate.y - y) * 1.4) + 5 * np.sin(plate.x / 11) * np.sin(plate.y / 13)
        value = np.maximum(value, island * 1.5)
    return value.astype(np.float32)


def _relief(view, shore):
    x, y, rng = view.plate.x, view.plate.y, view.rng
    a, b = rng.uniform(120, 190), rng.uniform(0, 6)
    return shore * 0.5 + 46 * np.sin(x / a + b) * np.sin(y / 110 + b) + 22 * np.sin(x / 61 + y / 83)


def _river(view, shore):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    ys, xs = np.unravel_index(np.argsort(shore[::9, ::9].ravel())[-int(rng.integers(3, 60))], shore[::9, ::9].shape)
    start = np.array((view.plate.x[0, xs * 9], view.plate.y[ys * 9, 0]))
    mouth = np.array((rng.uniform(400, 800), h - start[1]))
    knots = [start + (mouth - start) * t + rng.normal(0, 46, 2) * np.sin(np.pi * t) for t in np.linspace(0, 1, 9)]
    line = rounded(knots)
    inland = [tuple(p) for p in line if _at(view, shore, p) > -14]
    if len(inland) > 3:
        pen.line(INK, 9, *inland)
        pen.line(MIST, 5, *inland)
        for k in (len(inland) // 3, len(inland) * 2 // 3):
            x, y = inland[k]
            pen.curve(INK, 2.6, (x + 150, y - 90), (x + 70, y - 30), (x, y))
    pen.press()


def _at(view, shore, point):
    x = int(np.clip(point[0] * view.plate.dpi, 0, shore.shape[1] - 1))
    y = int(np.clip(point[1] * view.plate.dpi, 0, shore.shape[0] - 1))
    return float(shore[y, x])


def _places(view, shore):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    spots = [p for p in rng.uniform((80, 60), (1120, h - 60), (160, 2)) if _at(view, shore, p) > 26][
        : rng.integers(7, 12)
    ]
    if len(spots) > 2:
        pen.curve(EMBER, 4, *[tuple(p) for p in sorted(spots[:5], key=lambda p: p[0])])
    for i, (x, y) in enumerate(spots):
        pen.disc(DEEP, x, y, 12 if i == 0 else 8)
        pen.disc(EMBER if i < 2 else PAPER, x, y, 7.5 if i == 0 else 4.4)
    pen.press()


def _rose(view):
    pen = view.pen().at(view.rng.choice((120, 1080)), view.rng.choice((120, view.plate.high - 120)))
    pen.disc(INK, 0, 0, 64)
    pen.disc(PAPER, 0, 0, 60)
    for k in range(8):
        arm = pen.at(0, 0, 1 if k % 2 == 0 else 0.62, turn=45 * k)
        arm.poly(INK, (0, -56), (0, 0), (-11, -13))
        arm.poly(EMBER if k == 0 else MIST, (0, -56), (0, 0), (11, -13))
    pen.press()
