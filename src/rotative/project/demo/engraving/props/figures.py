"""People, as silhouettes with one lit edge: a skeleton, a posture, some clothes."""

import numpy as np

from ..instruments.palette import DEEP, MIST, PAPER
from ..instruments.pen import Hatch

SHEET = Hatch(PAPER, DEEP, (0.2, 0.35), 3.6)

# lean of the back, then upper and lower angle of each arm and leg; 0 hangs down, positive is forward
POSTURES = {
    "stand": (2, (8, 14), (-6, 6), (4, 0), (-5, 0)),
    "pockets": (0, (-24, 42), (24, -36), (5, 0), (-6, 0)),
    "walk": (4, (26, 46), (-24, -6), (22, 4), (-20, -34)),
    "run": (13, (50, 130), (-48, 44), (58, -28), (-26, -82)),
    "sprint": (22, (64, 140), (-60, 26), (74, -6), (-38, -70)),
    "bend": (58, (6, 14), (18, 26), (6, -2), (-8, -6)),
    "stoop": (36, (28, 40), (14, 34), (8, -2), (-9, -6)),
    "point": (0, (92, 88), (-8, 4), (6, 0), (-6, 0)),
    "speak": (2, (46, 96), (-18, 34), (5, 0), (-6, 0)),
    "read": (3, (36, 108), (26, 100), (4, 0), (-4, 0)),
    "carry": (-6, (46, 92), (40, 88), (10, 0), (-10, -6)),
    "reach": (4, (150, 158), (128, 140), (6, 0), (-9, -6)),
    "up": (-4, (162, 172), (-160, -170), (16, 0), (-16, 0)),
    "wave": (0, (156, 168), (-8, 4), (5, 0), (-5, 0)),
    "throw": (-12, (-118, -62), (70, 84), (34, -40), (-24, -44)),
    "block": (6, (128, 134), (-122, -132), (58, 30), (-52, -20)),
    "fall": (64, (96, 104), (58, 84), (-22, -30), (-46, -70)),
    "kick": (-14, (-50, -30), (46, 60), (66, 44), (-10, -14)),
    "sit": (0, (24, 66), (18, 60), (84, 2), (80, -4)),
    "write": (16, (34, 78), (26, 84), (84, 2), (78, -4)),
    "row": (24, (72, 84), (66, 80), (74, 16), (70, 12)),
    "climb": (6, (150, 168), (96, 150), (70, -10), (14, -18)),
    "push": (30, (70, 84), (62, 80), (34, -4), (-34, -40)),
    "haul": (-20, (74, 84), (60, 78), (30, 10), (4, -16)),
    "kneel": (20, (40, 74), (20, 60), (78, -4), (0, -84)),
    "hammer": (12, (118, 168), (40, 70), (16, 0), (-16, -10)),
}
CLOTHES = ("coat", "trousers", "skirt", "jacket", "trousers", "jacket")
HEADS = ("bare", "cap", "bun", "bare", "long", "hat", "bare", "hood")


def person(pen, tint, posture: str = "stand", clothes: str = "trousers", head: str = "bare", holds: str = "") -> None:
    """One person, feet (or seat's shadow) at the origin, looking right."""
    lean, *limbs = POSTURES[posture]
    legs = [_limb((0, -50), angles, (25, 25)) for angles in limbs[2:]]
    lift = max(foot[2][1] for foot in legs) if posture not in ("fall",) else -18
    body = pen.at(0, -lift)
    _legs(body, tint, legs, clothes)
    neck = _tip((0, -50), 180 - lean, 33)
    _trunk(body, tint, neck, lean, clothes)
    arms = [_limb((neck[0] * 0.94, neck[1] + 3), angles, (16.5, 16)) for angles in limbs[:2]]
    for arm in arms:
        _taper(body, tint, arm, (6.2, 5, 3.6))
        body.disc(tint, *arm[2], 2.7)
    _head(body.at(*_tip(neck, 180 - lean * 0.5, 9.5), turn=lean * 0.4), tint, head)
    _hold(body, tint, holds, arms[0][2])


def anyone(pen, rng, tint, posture="stand", who: str = "", holds: str = "") -> None:
    """Somebody dressed by chance, or as the word says: woman, man, child."""
    clothes = {"woman": ("coat", "skirt", "trousers"), "man": ("trousers", "jacket")}.get(who, CLOTHES)
    heads = {"woman": ("bun", "long", "scarf"), "man": ("bare", "cap", "bare")}.get(who, HEADS)
    pen = pen.at(
        0, 0, rng.uniform(0.93, 1.06) * (0.72 if who == "child" else 1), flip=bool(rng.random() < 0.3) and not holds
    )
    person(pen, tint, posture, str(rng.choice(clothes)), str(rng.choice(heads)), holds)


def heads_from_behind(pen, rng, tint, count: int, width: float) -> None:
    """A row of an audience, seen over its shoulders; the origin is its left end."""
    for x in np.linspace(0, width, count) + rng.normal(0, width / count * 0.12, count):
        back = pen.at(x, rng.normal(0, 3), rng.uniform(0.9, 1.1))
        back.blob(tint, (-17, 30), (-16, 4), (-6, -3), (6, -3), (16, 4), (17, 30))
        _head(back.at(0, -11, 1.25, flip=bool(rng.random() < 0.5)), tint, str(rng.choice(HEADS[:5])))


def _legs(pen, tint, legs, clothes):
    if clothes in ("skirt", "coat"):
        knees = [leg[1] for leg in legs]
        low = 0.5 if clothes == "skirt" else 0.72
        ends = [_toward(leg[1], leg[2], low) for leg in legs]
        xs = sorted(p[0] for p in ends)
        y = max(p[1] for p in ends) if clothes == "coat" else max(k[1] for k in knees) + 8
        pen.poly(tint, (-8, -56), (8, -56), (max(9, xs[1] + 6), y), (min(-9, xs[0] - 6), y))
    for leg in legs:
        _taper(pen, tint, leg, (9.5, 7, 4.6))
        x, y = leg[2]
        pen.blob(tint, (x - 3, y - 3), (x + 2, y - 4), (x + 9, y - 0.5), (x + 9, y + 1.5), (x - 3, y + 1.5))


def _trunk(pen, tint, neck, lean, clothes):
    a = np.deg2rad(lean)
    across, (nx, ny) = np.array((np.cos(a), np.sin(a))), neck
    wide = 11.5 if clothes in ("jacket", "coat") else 10.5
    left, right = (np.array((nx, ny + 3)) - across * wide, np.array((nx, ny + 3)) + across * wide)
    hip = 9 if clothes == "coat" else 8
    pen.blob(
        tint,
        (nx, ny - 2),
        tuple(right),
        (hip, -54),
        (hip - 1, -46),
        (0, -43),
        (-hip + 1, -46),
        (-hip, -54),
        tuple(left),
    )
    pen.line(tint, 6, (nx, ny + 2), _tip(neck, 180 - lean * 0.6, 6))


def _head(pen, tint, kind):
    pen.disc(tint, 0.4, 0, 5.6, 7)
    pen.poly(tint, (4.5, -2), (7.4, 1.6), (4.5, 2.6))
    {"cap": _cap, "bun": _bun, "long": _long, "hat": _hat, "hood": _hood, "scarf": _scarf}.get(kind, _bare)(pen, tint)


def _bare(pen, tint):
    pen.disc(tint, -1, -2, 6.1, 6)


def _cap(pen, tint):
    pen.blob(tint, (-7, -3), (-5, -8.6), (3, -8.6), (6.4, -4), (12, -3.4), (6, -2))


def _bun(pen, tint):
    pen.disc(tint, -1, -1.6, 6.4, 6.6)
    pen.disc(tint, -7.6, -3.2, 3.6)


def _long(pen, tint):
    pen.blob(tint, (4, -7), (-4, -8), (-8, 0), (-9, 12), (-2, 12), (-1, 0))


def _hat(pen, tint):
    pen.box(tint, -6, -11, 6, -4)
    pen.disc(tint, 0, -4, 11, 1.8)


def _hood(pen, tint):
    pen.blob(tint, (5, -7), (-3, -9.5), (-9, -2), (-9, 10), (4, 9), (3, 4))


def _scarf(pen, tint):
    pen.blob(tint, (5, -6), (-3, -8), (-7, -1), (-10, 6), (-3, 8), (4, 7))


def _hold(pen, tint, what, hand):
    at = pen.at(*hand)
    if what in ("letter", "paper", "book"):
        at.at(2, -3, turn=-14).box(SHEET, -4, -9, 9, 8)
    elif what in ("basket", "bag", "bucket"):
        at.line(tint, 1, (0, 0), (-5, 9), (5, 9), (0, 0))
        at.poly(tint, (-9, 9), (9, 9), (7, 22), (-7, 22))
    elif what == "tray":
        at.box(tint, -6, -4, 26, 3)
    elif what == "lamp":
        at.line(tint, 1.4, (0, 0), (3, 5))
        at.disc(PAPER, 3, 9, 4.2, 5.2)
    elif what in ("stick", "oar", "pole"):
        at.line(tint, 2, (-8, 34), (9, -40))
    elif what == "tool":
        at.line(tint, 2.2, (0, 0), (8, -14))
        at.box(tint, 3, -20, 16, -13)
    elif what == "ball":
        at.disc(MIST, 2, -5, 6.4)


def _limb(start, angles, lengths):
    joint = _tip(start, angles[0], lengths[0])
    return start, joint, _tip(joint, angles[1], lengths[1])


def _tip(start, angle, length):
    a = np.deg2rad(angle)
    return (start[0] + length * float(np.sin(a)), start[1] + length * float(np.cos(a)))


def _toward(a, b, t):
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _taper(pen, tint, joints, widths):
    for a, b, wa, wb in zip(joints, joints[1:], widths, widths[1:], strict=False):
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = max(np.hypot(dx, dy), 1e-6)
        ox, oy = -dy / n, dx / n
        pen.poly(
            tint,
            (a[0] + ox * wa / 2, a[1] + oy * wa / 2),
            (b[0] + ox * wb / 2, b[1] + oy * wb / 2),
            (b[0] - ox * wb / 2, b[1] - oy * wb / 2),
            (a[0] - ox * wa / 2, a[1] - oy * wa / 2),
        )
        pen.disc(tint, *b, wb / 2)
