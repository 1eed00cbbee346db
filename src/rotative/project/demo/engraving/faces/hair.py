"""Hair and what is worn over it."""

import numpy as np


def behind(bust, s) -> None:
    """Hair that falls behind the face."""
    drop = {"long": 100, "bob": 79, "fringe": 76, "waves": 84, "plait": 70}.get(s.hair)
    if drop is None or s.hat == "headscarf":
        return
    wide = s.wide + (7.5 if s.hair == "waves" else 5.4)
    bust.lay(
        50 - s.turn * 2, 54, wide, 36, 15, -8, s.shade, 0.1, lambda x, y: y < drop + 2 * np.sin(x), rough=_strands(s)
    )
    if s.hair == "plait":
        for k in range(5):
            bust.lay(50 + s.wide * 0.9 - k * 0.7, 72 + k * 6, 4.4, 4.4, 5, 22, s.shade, 0.2, rough=_strands(s))


def above(bust, s) -> None:
    """Hair over the skull, down to its line on the brow."""
    if s.hair == "bald" or s.hat == "headscarf":
        return
    big = {"curly": 5.6, "waves": 4.4, "crop": 1.2, "receding": 1.0}.get(s.hair, 2.6)
    line = _line(s)
    gloss = 0.26 if s.shade > 0.5 else 0.05
    low = {"curly": 60, "crop": 47, "receding": 52, "bun": 50}.get(s.hair, 55)
    edge = lambda x, y: ((y < line(x, y)) | (np.abs(x - 50 - s.turn * 4) > s.wide * 0.93)) & (y < low)  # noqa: E731
    bust.lay(
        50 - s.turn * 2,
        41.5 - big * 0.4,
        s.wide + big,
        24.5 + big * 0.7,
        23.4,
        0,
        s.shade,
        gloss,
        edge,
        rough=_strands(s),
    )
    if s.hair == "bun":
        bust.lay(50 - s.turn * 12, 15.6, 8.6, 7.4, 8, 8, s.shade, gloss, rough=_strands(s))
    if s.hair == "swept":
        bust.lay(50 + s.turn * 10, 24, 15, 8, 14, 13, s.shade, gloss, rough=_strands(s))


def _line(s):
    """Where the hair ends on the forehead."""
    t = 50 + s.turn * 6
    return {
        "parting": lambda x, y: 30.5 + 0.34 * np.abs(x - 50 + s.side * 8),
        "fringe": lambda x, y: 38.4 + 0.5 * np.sin(x * 1.7) + 0.004 * (x - t) ** 2,
        "bob": lambda x, y: 34 + 0.02 * (x - 44) ** 2,
        "long": lambda x, y: 29.5 + 0.5 * np.abs(x - t),
        "waves": lambda x, y: 31 + 0.42 * np.abs(x - t - 6) + 1.2 * np.sin(x / 2),
        "curly": lambda x, y: 33.6 + 2.1 * np.sin(x / 1.7) + 1.2 * np.sin(x * 1.3 + y),
        "bun": lambda x, y: 30 + 0.026 * (x - t) ** 2,
        "plait": lambda x, y: 30 + 0.4 * np.abs(x - t),
        "receding": lambda x, y: 24 + 0.055 * (x - t) ** 2 - 5 * np.exp(-(((x - t) / 4) ** 2)),
        "crop": lambda x, y: 32 - 0.012 * (x - t) ** 2,
        "swept": lambda x, y: 31 + 0.2 * (x - t) * s.side,
    }.get(s.hair, lambda x, y: 33.5 - 0.016 * (x - t) ** 2 + 0.8 * np.sin(x * 1.2))


def _strands(s):
    if s.hair == "curly":
        return lambda x, y: 0.17 * np.sin(x * 1.5 + 2 * np.sin(y * 0.9)) * np.sin(y * 1.4 + np.sin(x))
    deep = 0.11 if s.shade > 0.7 else 0.2
    return lambda x, y: deep * np.sin((x - 50) * 1.7 + 0.06 * (y - 40) * (x - 50)) * np.sin(y * 0.13 + x * 0.21)


def hat(bust, s) -> None:
    """A cap, a beret, a woollen bonnet, a hood, a scarf over the hair."""
    {"cap": _cap, "beret": _beret, "bonnet": _bonnet, "hood": _hood, "headscarf": _headscarf, "helmet": _bonnet}.get(
        s.hat, lambda b, t: None
    )(bust, s)


def _cap(bust, s):
    bust.lay(50 - s.turn, 30, s.wide + 4.4, 17.5, 25, 3, 0.82, 0.16, lambda x, y: y < 36.5)
    bust.lay(50 + s.turn * 16, 37, s.wide * 0.96, 3.3, 14, 17, 0.94)


def _beret(bust, s):
    bust.lay(50 - s.turn * 8 + s.side * 4, 24.5, s.wide + 8.5, 11.5, 22, 6, 0.84, 0.14)
    bust.lay(50 - s.turn * 2, 33, s.wide + 2.4, 4, 22, 3, 0.9, 0, lambda x, y: y < 35)


def _bonnet(bust, s):
    knit = lambda x, y: 0.1 * np.sin(x * 2.2)  # noqa: E731
    bust.lay(50 - s.turn, 32, s.wide + 3.6, 22, 24, 3, 0.5, 0, lambda x, y: y < 32, rough=knit)
    bust.lay(50 - s.turn, 33.6, s.wide + 4.4, 5, 25, 4, 0.64, 0, None, rough=knit)


def _hood(bust, s):
    bust.lay(
        50,
        48,
        s.wide + 9,
        36,
        20,
        3.4,
        0.72,
        0,
        lambda x, y: ((x - 50 - s.turn * 4) / (s.wide - 0.5)) ** 2 + ((y - 50) / 25) ** 2 > 1,
    )


def _headscarf(bust, s):
    fold = lambda x, y: 0.1 * np.sin(np.hypot(x - 46, y - 84) * 0.8)  # noqa: E731
    bust.lay(
        50,
        50,
        s.wide + 6,
        35,
        22,
        3.4,
        0.46,
        0,
        lambda x, y: (((x - 50 - s.turn * 4) / (s.wide - 1.2)) ** 2 + ((y - 52) / 23.5) ** 2 > 1) & (y < 82),
        rough=fold,
    )
    bust.lay(50, 84, 20, 9, 16, 6, 0.5, 0, None, True, rough=fold)
