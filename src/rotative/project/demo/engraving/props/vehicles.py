"""What rolls, at the scale of people, facing right."""

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, PAPER, blend
from ..instruments.pen import Hatch

BODY = Hatch(MIST, INK, (0.45, 0.75), 5.5)
PALE = Hatch(PAPER, INK, (0.16, 0.5), 5.5)
RUST = Hatch(blend(EMBER, MIST, 0.15), INK, (0.2, 0.7), 5.5)


def wheel(pen, x: float, radius: float) -> None:
    """A wheel that stands on the ground."""
    pen.disc(DEEP, x, -radius, radius)
    pen.disc(MIST, x, -radius, radius * 0.42)
    pen.disc(DEEP, x, -radius, radius * 0.2)


def car(pen, rng, lights: bool = False) -> None:
    """A small car, about 230 long."""
    tint = (BODY, PALE, RUST)[rng.integers(3)]
    pen.blob(tint, (-116, -18), (-114, -48), (-76, -56), (60, -56), (108, -44), (118, -18), (0, -12))
    pen.blob(DEEP, (-84, -54), (-62, -86), (24, -88), (62, -54))
    pen.poly(PAPER, (-70, -57), (-55, -80), (-18, -81), (-18, -57))
    pen.poly(PAPER, (-10, -57), (-10, -81), (20, -80), (46, -57))
    for x in (-70, 72):
        wheel(pen, x, 22)
    pen.disc(LAMP, 108, -38, 6)
    if lights:
        pen.poly(LAMP, (112, -44), (112, -32), (240, -6), (240, -62))


def van(pen, rng) -> None:
    """A delivery van, about 260 long."""
    pen.poly(PALE, (-130, -18), (-130, -116), (60, -116), (84, -78), (130, -66), (130, -18))
    pen.poly(DEEP, (56, -108), (74, -76), (40, -76), (40, -108))
    pen.line(DEEP, 2, (20, -112), (20, -24))
    for x in (-84, 84):
        wheel(pen, x, 24)
    pen.disc(LAMP, 124, -46, 6)


def lorry(pen, rng) -> None:
    """A lorry, about 420 long."""
    pen.box(PALE, -210, -180, 90, -44)
    pen.poly(RUST, (100, -30), (100, -150), (160, -150), (184, -96), (190, -30))
    pen.poly(DEEP, (118, -138), (154, -138), (170, -98), (118, -98))
    pen.box(DEEP, -210, -46, 190, -28)
    for x in (-160, -104, 130):
        wheel(pen, x, 28)


def tractor(pen, rng) -> None:
    """A tractor, about 220 long."""
    pen.poly(RUST, (-20, -52), (-20, -96), (88, -92), (96, -52))
    pen.line(DEEP, 6, (62, -94), (62, -138))
    pen.box(DEEP, -74, -164, 4, -156)
    for x in (-68, 0):
        pen.line(DEEP, 5, (x, -158), (x + 4, -84))
    pen.box(DEEP, -84, -90, -14, -58)
    wheel(pen, -54, 54)
    wheel(pen, 74, 33)


def bus(pen, rng) -> None:
    """A country coach, about 480 long."""
    pen.blob(PALE, (-240, -26), (-240, -150), (-224, -168), (216, -168), (238, -140), (240, -26))
    for i in range(6):
        pen.box(LAMP if rng.random() < 0.4 else DEEP, -222 + i * 70, -144, -166 + i * 70, -92)
    pen.box(DEEP, 202, -146, 230, -84)
    pen.line(DEEP, 5, (-238, -70), (238, -70))
    for x in (-150, 150):
        wheel(pen, x, 34)


def tram(pen, rng) -> None:
    """Two coupled cars of a tram, about 760 long."""
    for x in (-380, 6):
        _tram_car(pen.at(x, 0), rng)
    pen.box(DEEP, -8, -150, 8, -34)
    pen.line(DEEP, 4, (-150, -196), (-110, -262), (-170, -300))


def _tram_car(pen, rng):
    pen.blob(PALE, (0, -22), (0, -176), (12, -192), (360, -192), (374, -176), (374, -22))
    pen.box(RUST, 4, -78, 370, -36)
    for i in range(6):
        pen.box(LAMP if i % 3 != 1 else DEEP, 18 + i * 58, -168, 66 + i * 58, -90 if i % 3 != 1 else -32)
    for x in (70, 300):
        pen.box(DEEP, x - 44, -24, x + 44, -8)
        wheel(pen, x - 24, 14)
        wheel(pen, x + 24, 14)


def bicycle(pen, rng) -> None:
    """A bicycle, leaning on nothing."""
    for x in (-32, 32):
        pen.disc(DEEP, x, -22, 22)
        pen.disc(MIST, x, -22, 19)
    pen.line(DEEP, 3, (-32, -22), (-10, -52), (22, -52), (0, -22), (-10, -52))
    pen.line(DEEP, 3, (32, -22), (20, -60), (30, -64))
    pen.line(DEEP, 3, (-16, -58), (-4, -58))


def trailer_rig(pen, rng) -> None:
    """A drilling rig on its trailer, about 330 high."""
    pen.box(DEEP, -150, -52, 140, -36)
    pen.line(DEEP, 6, (140, -44), (200, -20))
    for x in (-96, -44):
        wheel(pen, x, 26)
    pen.box(RUST, -140, -108, -40, -52)
    for x in (52, 96):
        pen.line(DEEP, 6, (x, -50), (74 + (x - 74) * 0.4, -330))
    for y in range(-310, -60, 34):
        pen.line(DEEP, 2.6, (60, y + 34), (90, y))
        pen.line(DEEP, 2.6, (88, y + 34), (60, y))
    pen.line(DEEP, 5, (74, -320), (74, 16))
    pen.box(DEEP, 58, -130, 92, -96)


def helicopter(pen, rng) -> None:
    """A helicopter in the air."""
    pen.blob(BODY, (-40, -40), (10, -56), (60, -40), (66, -14), (20, 0), (-30, -8))
    pen.poly(DEEP, (20, -50), (58, -38), (60, -20), (24, -22))
    pen.line(DEEP, 8, (-36, -34), (-150, -48))
    pen.line(DEEP, 4, (-150, -70), (-146, -28))
    pen.line(DEEP, 3, (-150, -74), (140, -66))
    pen.line(DEEP, 4, (6, -56), (6, -72))
    pen.line(DEEP, 4, (-30, 14), (60, 14))
