"""Water: ruled lines that swell towards us, with a path of light across them."""

import numpy as np

from ..instruments.palette import INK, LAMP, MIST, PAPER, blend
from ..instruments.screens import smooth, swelling


def sea(plate, horizon: float, light, shade=0.0, rough: float = 1.0, bottom: float = 9999.0, edge=None) -> None:
    """Fill a sheet of water from the horizon down; `shade` darkens it with reflections."""
    low = plate.part(top=horizon, bottom=bottom)
    depth = low.y - horizon
    wave = _waves(low, rough)
    path = _path(low, depth, light)
    tone = (0.46 if not light.night else 0.6) + 0.36 * smooth(0, plate.high - horizon, depth) - 0.4 * path + 0.5 * shade
    mask = 1.0 if edge is None else low.below(edge)
    _stock(low, light, path, mask)
    near = 9 * plate.rng.uniform(0.95, 1.2)
    lines = swelling(np.clip(tone, 0.06, 0.95), depth + wave * (0.25 + depth / 300), near, 60, plate.dpi)
    low.wash(blend(INK, MIST, 0.2 * light.fog), lines * mask)


def ripples(plate, top, bottom: float, light, pitch: float = 9) -> None:
    """Still water: a lake or a basin under an edge that need not be level."""
    low = plate.part(top=float(np.min(top)), bottom=bottom)
    mask = low.below(top)
    path = _path(low, low.y - float(np.min(top)), light)
    _stock(low, light, path, mask)
    depth = smooth(float(np.min(top)), plate.high, low.y)
    bend = 2.5 * np.sin(low.x / 47 + low.y / 11) + 1.5 * np.sin(low.x / 19 - low.y / 30)
    low.rule(0.34 + 0.44 * depth - 0.26 * path, INK, pitch, bend=bend * (0.4 + depth), mask=mask)


def _waves(low, rough):
    rng = low.rng
    a, b, c = rng.uniform(38, 72), rng.uniform(17, 26), rng.uniform(13, 20)
    wave = 4 * np.sin(low.x / a + low.y / c) + 3 * np.sin(low.x / b - low.y / 33)
    if rough > 1.4:
        wave = wave + 5 * np.abs(np.sin(low.x / (a * 2.1) - low.y / 47)) + 3 * np.sin(low.x / 100 + low.y / 60)
    return wave * rough


def _path(low, depth, light):
    if not light.disc and not light.fog:
        return 0.5 * np.exp(-(((low.x - light.x) / (220 + depth)) ** 2))
    return np.exp(-(((low.x - light.x) / (70 + light.size + depth * (0.5 if light.night else 0.8))) ** 2))


def _stock(low, light, path, mask):
    stock = blend(MIST, light.top, 0.6) if light.night else MIST
    low.wash(stock, mask)
    warm = blend(light.glow, LAMP if not light.night else PAPER, 0.3)
    low.wash(warm, path * light.warmth * mask)
