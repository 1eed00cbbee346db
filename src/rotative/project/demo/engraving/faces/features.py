"""The features of a face, set on the bust one after another."""

import numpy as np

from .bust import ring, stroke


def skull(bust, s) -> None:
    """The masses of the head: skull, face, cheeks, chin, ears."""
    t, skin = s.turn, 0.1 + s.skin
    bust.lay(50 - t, 76, 11 + (0 if s.woman else 1.2), 21, 11, -3, skin + 0.1)
    for side in (-1, 1):
        bust.lay(50 + side * (s.wide + 0.4) - t * 3, 50.5, 2.7, 5.4, 4, 1 - side * t * 6, skin + 0.14)
    bust.lay(50, 46, s.wide, s.long * 0.94, 20, 0, skin)
    bust.lay(50 + t * 4, 57, s.wide * 0.9 * (0.55 + 0.45 * s.jaw), s.long * 0.68, 17, 2.2, skin)
    bust.lay(50 + t * 5, 66.5 + (s.long - 26), s.wide * 0.56 * s.jaw + 2, 9, 13, 5.4, skin)
    for side in (-1, 1):
        bust.lay(50 + t * 6 + side * s.wide * 0.46, 55, 8.6, 8.4, 6.4, 11.4 + 0.8 * s.cheeks, skin)
    bust.mark(0.16, lambda x, y: np.clip(1 - np.abs(y - 79) / 8, 0, 1) * (np.abs(x - 50) < 11), upright=True)
    bust.soften(4.2)


def eyes(bust, s) -> None:
    """Sockets, whites, pupils, lids and brows."""
    cx, skin = 50 + s.turn * 8, s.skin
    for side in (-1, 1):
        x0, look = cx + side * s.eyes, s.turn * 1.6
        bust.mark(0.2 + 0.1 * s.old, lambda x, y, x0=x0: np.exp(-(((x - x0) / 5.6) ** 2) - ((y - 45.2) / 3.6) ** 2))
        bust.flat(
            0.16 + skin * 0.5,
            lambda x, y, x0=x0: np.clip(1.6 - np.hypot((x - x0) / 3.9, (y - 46.6) / 1.75) * 1.2, 0, 1),
        )
        bust.flat(0.96, lambda x, y, x0=x0, look=look: np.clip((1.85 - np.hypot(x - x0 - look, y - 46.4)) * 2, 0, 1))
        bust.flat(0.97, lambda x, y, x0=x0: stroke(x, y, x0 - 4.6, 46.2, x0 + 4.6, 46.2, 1.2, -2.1))
        bust.mark(0.22, lambda x, y, x0=x0: stroke(x, y, x0 - 4, 48.8, x0 + 4, 48.8, 1.2, 1.0 + s.old))
        _brow(bust, s, x0, side)


def _brow(bust, s, x0, side):
    tone = 0.9 if s.shade > 0.5 else 0.62
    rise = (-0.7 + 0.7 * (s.brow > 1)) * side
    bust.flat(tone, lambda x, y: 0.95 * stroke(x, y, x0 - 5.6, 40.9 - rise, x0 + 5.6, 40.9 + rise, 1.5 * s.brow, -1.1))


def nose(bust, s) -> None:
    """The bridge, the tip, the wings and the shadow beneath."""
    t, skin, w = s.turn, s.skin, s.nose
    bust.lay(50 + t * 9.4, 50, 2.5 * w, 8.4, 5.6, 17.2, 0.06 + skin, 0.2)
    bust.lay(50 + t * 10.6, 55.4, 3.4 * w, 2.8, 6.6, 16.8, 0.06 + skin, 0.25)
    for side in (-1, 1):
        bust.lay(50 + t * 9.6 + side * 3.2 * w, 56.2, 1.9, 1.9, 4.6, 16.6, 0.16 + skin)
    bust.mark(0.42, lambda x, y: stroke(x, y, 50 + t * 10 - 3.8 * w, 58.4, 50 + t * 10 + 3.8 * w, 58.4, 1.3, 0.5))
    shade = 50 + t * 9.4 - s.side * 3.2 * w
    bust.mark(0.24, lambda x, y: np.exp(-(((x - shade) / 1.7) ** 2) - ((y - 50.5) / 6) ** 2))


def mouth(bust, s) -> None:
    """Two lips and the line between them."""
    x, y, w = 50 + s.turn * 8, 63.6 + (s.long - 26) * 0.6, 5.6 + 0.7 * s.smile
    red = 0.42 if s.woman else 0.28
    bust.mark(red, lambda u, v: stroke(u, v, x - w * 0.8, y - 1.1, x + w * 0.8, y - 1.1, 1.9, -0.3 + 0.5 * s.smile))
    bust.mark(
        red * 0.8, lambda u, v: stroke(u, v, x - w * 0.7, y + 1.5, x + w * 0.7, y + 1.5, 2.2, 0.8 + 0.5 * s.smile)
    )
    bust.flat(0.92, lambda u, v: stroke(u, v, x - w, y - 0.25 * s.smile, x + w, y - 0.25 * s.smile, 1.0, 1.2 * s.smile))
    bust.mark(0.24, lambda u, v: np.exp(-(((u - x) / 4) ** 2) - ((v - y - 4.8) / 1.4) ** 2))


def age(bust, s) -> None:
    """Lines from the nose to the mouth, on the brow, under the eyes."""
    cx = 50 + s.turn * 8
    for side in (-1, 1):
        a, b = sorted((cx + side * 5.4, cx + side * 8.6))
        y0, y1 = (57.6, 65) if side > 0 else (65, 57.6)
        bust.mark(0.14 + 0.34 * s.old, lambda x, y, a=a, b=b, y0=y0, y1=y1: stroke(x, y, a, y0, b, y1, 1.8, -0.6))
        bust.mark(
            0.3 * s.old,
            lambda x, y, side=side: stroke(
                x, y, cx + side * s.eyes - 3.6, 50.4, cx + side * s.eyes + 3.6, 50.4, 1.1, 1.4
            ),
        )
    for k in range(3 if s.old > 0.3 else 0):
        bust.mark(0.26 * s.old, lambda x, y, k=k: stroke(x, y, cx - 9, 36.4 - 2.7 * k, cx + 9, 36.4 - 2.7 * k, 0.9, -1))


def beard(bust, s) -> None:
    """From stubble to a full beard."""
    cx, low = 50 + s.turn * 6, (s.long - 26) * 0.8
    tone = min(s.shade + 0.06, 0.92)
    grain = lambda x, y: 0.12 * np.sin(x * 2.3 + 1.4 * np.sin(y * 0.9)) * np.sin(y * 1.3 + x * 0.5)  # noqa: E731
    lips = lambda x, y: ((x - cx - s.turn * 2) / 6.4) ** 2 + ((y - 64.2 - low) / 2.5) ** 2 > 1  # noqa: E731
    if s.beard == "full":
        bust.lay(
            cx - s.turn,
            65 + low,
            s.wide * 0.86,
            14.5,
            17.5,
            5.4,
            tone,
            0,
            lambda x, y: (y > 58.8 + 0.028 * (np.abs(x - cx) - 8) ** 2 - 3 * (np.abs(x - cx) > 11)) & lips(x, y),
            rough=grain,
        )
    if s.beard in ("full", "goatee"):
        bust.lay(cx, 72 + low, 7.6, 8, 9, 13, tone, 0, lambda x, y: lips(x, y) & (y > 66), rough=grain)
    if s.beard in ("full", "goatee", "moustache"):
        for side in (-1, 1):
            bust.lay(cx + s.turn * 2 + side * 3.7, 61 + low * 0.6, 5, 2.1, 4, 19.5, tone, 0, None, rough=grain)
    if s.beard == "stubble":
        bust.mark(0.2, lambda x, y: ((y > 60) & lips(x, y)) * np.exp(-(((x - cx) / 15) ** 2) - ((y - 69) / 9) ** 2))


def glasses(bust, s) -> None:
    """Two rims, a bridge and two arms."""
    cx, square = 50 + s.turn * 8.4, 1.0 if s.glasses == "square" else 0.0
    for side in (-1, 1):
        x0 = cx + side * s.eyes
        bust.mark(-0.06, lambda x, y, x0=x0: (np.hypot(x - x0, y - 46.4) < 6) * 1.0)
        bust.flat(0.97, lambda x, y, x0=x0: ring(x, y, x0, 46.6, 6.7, 5.2 if square else 6.4, 1.5, square))
        a, b = sorted((x0 + side * 6.6, 50 + side * s.wide))
        bust.flat(0.9, lambda x, y, a=a, b=b: stroke(x, y, a, 45.4, max(b, a + 0.5), 45.4, 1.2))
    bust.flat(0.95, lambda x, y: stroke(x, y, cx - 2.2, 45.6, cx + 2.2, 45.6, 1.2, -0.8))
