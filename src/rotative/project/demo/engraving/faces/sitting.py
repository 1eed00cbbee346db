"""A sitting: from a name to a face in dots."""

import numpy as np
from PIL import Image, ImageFilter

from ..instruments.chance import dice
from ..instruments.palette import INK, MIST, PAPER, blend
from ..instruments.screens import rounds
from .bust import Bust
from .dress import dress
from .features import age, beard, eyes, glasses, mouth, nose, skull
from .hair import above, behind, hat
from .sitter import sitter

SIDE = 640
FINE = 300
STOCK = blend(PAPER, MIST, 0.22)


def portrait(name: str, scene: str) -> Image.Image:
    """A face, square, in the press's round dots; the same sitter each time."""
    return on_sheet(name, scene, SIDE, SIDE)


def on_sheet(name: str, scene: str, width: int, height: int) -> Image.Image:
    """The same on a sheet of any shape."""
    rng = dice(name)
    s = sitter(name, scene, rng)
    tone = _toned(_model(s, round(FINE * width / height), rng, width > height))
    return _printed(tone, width, height, height / (72 + 8 * float(rng.random())))


def _model(s, across, rng, aside):
    middle = 50 * across / FINE
    bust = Bust(
        across,
        FINE,
        (-0.62 * s.side, -0.5, 0.6),
        middle + (s.side * 24 if aside else 0),
        s.tilt,
        _distance(s, rng),
    )
    _ground(bust, s)
    behind(bust, s)
    skull(bust, s)
    dress(bust, s)
    for part in (eyes, nose, mouth, age, beard, above):
        part(bust, s)
    if s.glasses:
        glasses(bust, s)
    hat(bust, s)
    return bust.tone


def _distance(s, rng):
    tall = s.hair in ("bun", "swept", "curly") or s.hat in ("cap", "beret")
    return float(rng.uniform(0.9, 0.98) if tall else rng.uniform(0.78, 0.92))


def _ground(bust, s):
    run = (bust.x - 50) / 100 * s.side
    bust.tone += s.ground + 0.22 * run + 0 * bust.y
    if s.pattern == "disc":
        r = np.hypot(bust.x - 50, bust.y - 46)
        bust.tone += (0.5 if s.ground < 0.3 else -0.34) * np.clip((40 - r) * 2, 0, 1)
    elif s.pattern == "slope":
        bust.tone += 0.26 * np.clip((bust.y - 40 + (bust.x - 50) * 0.5) * 2, 0, 1)
    elif s.pattern == "window":
        pane = (np.abs(bust.x - 50 + s.side * 36) < 13) & (bust.y < 62)
        bust.tone += np.where(pane, -0.3, 0.14)


def _toned(tone):
    return Image.fromarray((np.clip(tone, 0, 1) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.9))


def _printed(grey, width, height, pitch):
    tone = np.asarray(grey.resize((width, height), Image.BICUBIC), np.float32) / 255
    tone = np.clip((tone - 0.5) * 1.16 + 0.47, 0.02, 0.98)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    ink = rounds(tone, x, y, pitch)[..., None]
    return Image.fromarray((STOCK + (INK - STOCK) * ink + 0.5).astype(np.uint8))
