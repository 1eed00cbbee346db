"""Shoulders, and what is worn about the neck."""

import numpy as np

from .bust import stroke


def dress(bust, s) -> None:
    """The coat, then its collar, tie or scarf."""
    wide = 43 if s.woman else 48
    bust.lay(50, 114, wide, 35, 26, -10, s.coat, 0, None, True, rough=_cloth(s))
    {"coat": _coat, "jacket": _jacket, "tie": _tie, "turtleneck": _turtleneck, "scarf": _scarf}.get(s.neck, _open)(
        bust, s
    )


def _cloth(s):
    if s.coat > 0.7:
        return None
    return lambda x, y: 0.05 * np.sign(np.sin(x * 1.1)) * np.sign(np.sin(y * 1.1))


def _notch(x, y, spread):
    return np.abs(x - 50) < (y - 76) * spread


def _coat(bust, s):
    bust.flat(min(s.coat + 0.16, 0.97), lambda x, y: _lapels(x, y, 0.3, 0.86), True)
    bust.flat(0.12 if s.coat > 0.6 else 0.7, lambda x, y: _opening(x, y, 0.24), True)
    bust.flat(0.97, lambda x, y: _edge(x, y, 0.86) + _edge(x, y, 0.3), True)


def _jacket(bust, s):
    bust.lay(50, 99, 17, 16, 22, -2, 0.08, 0, lambda x, y: _notch(x, y, 0.4) & (y > 80), True)
    for side in (-1, 1):
        ends = sorted((50 + side * 6, 50 + side * 15))
        y0, y1 = (84, 100) if side > 0 else (100, 84)
        bust.flat(0.97, lambda x, y, ends=ends, y0=y0, y1=y1: stroke(x, y, *(ends[0], y0, ends[1], y1), 1.4), True)


def _tie(bust, s):
    _jacket(bust, s)
    bust.flat(0.84, lambda x, y: np.clip(1.6 + (y - 84) * 0.1 - np.abs(x - 50), 0, 1) * (y > 84), True)


def _open(bust, s):
    bust.flat(0.2 + s.skin, lambda x, y: _opening(x, y, 0.36), True)
    bust.flat(0.1 if s.coat > 0.6 else 0.62, lambda x, y: _lapels(x, y, 0.36, 0.95) * (y < 91), True)
    bust.flat(0.97, lambda x, y: (_edge(x, y, 0.36) + _edge(x, y, 0.95)) * (y < 91), True)


def _opening(x, y, spread):
    return np.clip(((y - 78) * spread - np.abs(x - 50)) * 2 + 0.5, 0, 1)


def _lapels(x, y, inner, outer):
    return _opening(x, y, outer) * (1 - _opening(x, y, inner)) * (y < 101 - np.abs(x - 50) * 0.3)


def _edge(x, y, spread):
    return (
        np.clip(1.3 - np.abs((y - 78) * spread - np.abs(x - 50)) * 2, 0, 1)
        * (y > 79)
        * (y < 101 - np.abs(x - 50) * 0.3)
    )


def _turtleneck(bust, s):
    knit = lambda x, y: 0.09 * np.sin(x * 2.4)  # noqa: E731
    bust.lay(50, 84, 15.4, 8.4, 15, 2, min(s.coat, 0.7), 0, None, True, rough=knit)
    bust.lay(50, 88, 17, 8, 16, 0, min(s.coat, 0.74), 0, None, True, rough=knit)


def _scarf(bust, s):
    fold = lambda x, y: 0.16 * np.sin(y * 1.6 + (x - 50) * 0.14 * s.side)  # noqa: E731
    bust.lay(50, 86, 20, 10, 18, 4, 0.42, 0, None, True, rough=fold)
    bust.lay(50 + s.side * 11, 99, 7, 18, 10, 14, 0.46, 0, None, True, rough=lambda x, y: 0.16 * np.sin(x * 1.7))
