"""Skies: a wash of light under a ruled screen, no two bent alike."""

import numpy as np

from ..instruments.chance import Profile
from ..instruments.palette import DUSK, EMBER, INK, MIST, PAPER, blend
from ..instruments.pen import Hatch, Pen
from ..instruments.screens import bell, ruled, smooth


def sky(plate, horizon: float, light, style: str = "", birds: bool | None = None) -> None:
    """Fill everything above a horizon with weather."""
    up = plate.part(bottom=horizon + 60)
    _wash(up, horizon, light)
    style = style or _style_for(light, plate.rng)
    STYLES[style](up, horizon, light)
    if light.disc and style != "rings":
        _disc(up, light)
    if light.night:
        _stars(plate, horizon, light)
    if birds if birds is not None else (not light.night and plate.rng.random() < 0.4):
        gulls(plate, horizon)


def gulls(plate, horizon: float, count: int = 5) -> None:
    """A loose handful of birds."""
    pen, rng = Pen(plate), plate.rng
    x0, y0 = rng.uniform(150, 1050), horizon * rng.uniform(0.2, 0.6)
    for _ in range(count):
        bird = pen.at(x0 + rng.normal(0, 80), y0 + rng.normal(0, 34), rng.uniform(0.6, 1.3), turn=rng.uniform(-14, 14))
        bird.curve(INK, 2.2, (-16, -5), (-8, -8), (0, 0), (8, -8), (16, -5))
    pen.press()


def rain(plate, strength: float = 0.1, angle: float | None = None) -> None:
    """Fine pale strokes over the whole picture."""
    angle = plate.rng.uniform(68, 82) if angle is None else angle
    gaps = 0.5 + 0.5 * np.sin(plate.y / 17 + plate.x / 7) * np.sin(plate.x / 31 - plate.y / 23)
    plate.rule(strength * 1.7 * np.maximum(gaps - 0.3, 0), PAPER, 17, angle)


def veil(plate, level: float, depth: float, strength: float = 0.8, colour=PAPER) -> None:
    """A bank of fog about a level."""
    drift = 14 * np.sin(plate.x / 140) + 9 * np.sin(plate.x / 61)
    plate.wash(colour, strength * bell((plate.y - level + drift) / depth))


def _style_for(light, rng):
    if light.fog:
        return "calm"
    if not light.disc:
        return str(rng.choice(("billow", "drift") if light.wet else ("slant", "billow", "drift")))
    if light.night:
        return str(rng.choice(("calm", "drift", "rings", "drift")))
    return str(rng.choice(("calm", "drift", "rings", "heaps", "streaks")))


def _wash(up, horizon, light):
    up.wash(light.top)
    up.wash(light.low, smooth(0, horizon, up.y))
    up.wash(light.glow, light.spread(up, 460, 150) * light.warmth)
    if light.warmth >= 1:
        up.wash(EMBER, 0.5 * np.exp(-(((up.x - light.x) / 300) ** 2)) * bell((up.y - horizon) / 46))


def _calm(up, horizon, light):
    tone = light.dark * smooth(horizon * 0.84, -80, up.y) + (0.3 if light.night else 0.0)
    up.rule(tone - 0.2 * light.spread(up, 300, 160), light.lines, _pitch(up, 9))


def _drift(up, horizon, light):
    a, b = up.rng.uniform(9, 20), up.rng.uniform(120, 210)
    bend = a * np.sin(up.x / b + up.y / 60) + 9 * np.sin(up.x / 61 + up.rng.uniform(0, 6))
    tone = (light.dark + 0.14) * smooth(horizon * 0.9, -20, up.y) + (0.22 if light.night else 0.02)
    up.rule(tone - 0.24 * light.spread(up, 330, 130), light.lines, _pitch(up, 11), bend=bend)


def _rings(up, horizon, light):
    dx, dy = up.x - light.x, up.y - light.y
    r = np.hypot(dx, dy)
    up.wash(light.glow, bell(r / 210) * 0.95 * light.warmth)
    tone = 0.14 + light.dark * smooth(120, 800, r)
    wobble = r * up.rng.uniform(0.004, 0.013) * np.sin(np.arctan2(dy, dx) * up.rng.integers(5, 9))
    up.wash(light.lines, ruled(tone, r + wobble, _pitch(up, 13.5), up.dpi))
    _disc(up, light)


def _streaks(up, horizon, light):
    """Long flat clouds, as on a still evening."""
    _calm(up, horizon, light)
    pen, rng = Pen(up), up.rng
    for _ in range(rng.integers(4, 8)):
        y = horizon * rng.uniform(0.12, 0.86)
        _streak(pen.at(rng.uniform(0, 1200), y, rng.uniform(0.6, 1.6)), light, rng)
    pen.press()


def _streak(pen, light, rng):
    w, h = rng.uniform(120, 260), rng.uniform(7, 15)
    tint = Hatch(blend(light.low, light.glow, 0.35), light.lines, (0.12, 0.5), 7)
    pen.blob(
        tint,
        (-w, 2),
        (-w * 0.5, -h * 0.5),
        (0, -h),
        (w * 0.4, -h * 0.3),
        (w, 1),
        (w * 0.3, h * 0.6),
        (-w * 0.4, h * 0.5),
    )


def _heaps(up, horizon, light):
    """Fair-weather clouds with flat bottoms."""
    _calm(up, horizon, light)
    pen, rng = Pen(up), up.rng
    for x in np.linspace(rng.uniform(0, 200), rng.uniform(1000, 1250), rng.integers(3, 5)):
        near = abs(x - light.x) < 200
        y = horizon * rng.uniform(0.5, 0.86) + (60 if near else 0)
        _heap(pen.at(x, y, rng.uniform(0.7, 1.35)), rng, light)
    pen.press()


def _heap(pen, rng, light):
    n, high = 11, rng.uniform(40, 70)
    tops = [
        (-130 + 26 * i, -high * np.sin(np.pi * (i + 0.7) / n) ** 0.6 * (1.0 if i % 2 else 0.72) * rng.uniform(0.8, 1.1))
        for i in range(n)
    ]
    tint = Hatch(PAPER, blend(light.lines, MIST, 0.3), (-0.05, 0.5), 7.5, down=True)
    pen.blob(tint, (-150, 6), *tops, (150, 6), (60, 13), (-60, 13))


def _billow(up, horizon, light):
    """Heavy cloud in rolls, one over another."""
    rng = up.rng
    for i, base in enumerate(np.linspace(0.1, 0.8, rng.integers(4, 6)) * horizon):
        edge = base + 36 * np.abs(Profile(rng, (5, 11, 23))(up.x)) - 18
        roll = up.part(top=base - 50)
        edge_mask = roll.below(edge)
        roll.wash(blend(light.top, light.low, i / 5), edge_mask * 0.9)
        tone = light.dark * smooth(130, -5, roll.y - edge) - 0.2 * light.spread(roll, 300, 120)
        roll.rule(tone, light.lines, _pitch(up, 9), bend=-edge * 0.6, mask=edge_mask)


def _slant(up, horizon, light):
    """Rain that comes with the wind."""
    a = up.rng.choice((-1, 1)) * up.rng.uniform(52, 66)
    bend = 7 * np.sin(up.x / 90 + up.y / 70)
    gusts = 0.14 * np.sin(up.x / 120 - up.y / 90 * np.sign(a))
    tone = light.dark * smooth(horizon * 1.1, -60, up.y) + gusts - 0.2 * light.spread(up, 300, 200)
    up.rule(np.maximum(tone, 0.08), light.lines, _pitch(up, 9.5), a, bend)


def _disc(up, light):
    r = np.hypot(up.x - light.x, up.y - light.y)
    up.wash(PAPER, np.clip((light.size - r) * up.dpi + 0.5, 0, 1))
    if light.night:
        shadow = np.hypot(up.x - light.x - light.size * 0.7, up.y - light.y + light.size * 0.3)
        up.wash(DUSK, np.clip((light.size * 0.9 - shadow) * 2, 0, 1) * np.clip((light.size - r) * 2, 0, 1))


def _stars(plate, horizon, light):
    pen, rng = Pen(plate), plate.rng
    for _ in range(rng.integers(14, 34)):
        pen.disc(PAPER, rng.uniform(0, 1200), rng.uniform(0, horizon * 0.7), rng.uniform(0.9, 1.9))
    pen.press()


def _pitch(up, base):
    return base * up.rng.uniform(0.86, 1.2)


STYLES = {
    "calm": _calm,
    "drift": _drift,
    "rings": _rings,
    "streaks": _streaks,
    "heaps": _heaps,
    "billow": _billow,
    "slant": _slant,
}
