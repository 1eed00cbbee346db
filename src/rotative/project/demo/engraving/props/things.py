"""Small things for a table seen close: about 100 high, the foot at the origin."""

import numpy as np

from ..instruments.palette import DEEP, DUSK, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch

PALE = Hatch(PAPER, INK, (0.1, 0.5), 6)
WOOD = Hatch(blend(MIST, LAMP, 0.5), INK, (0.25, 0.7), 6)
IRON = Hatch(DUSK, INK, (0.25, 0.95), 6)
BREAD = Hatch(blend(LAMP, EMBER, 0.35), INK, (0.1, 0.75), 6, 30)
SILVER = Hatch(PAPER, NIGHT, (0.06, 0.8), 5, 12, down=True)
LINES = Hatch(PAPER, DUSK, (0.2, 0.2), 8)


def book(pen, rng) -> None:
    """A closed ledger, lying."""
    pen.poly(IRON, (-120, -14), (-70, -56), (130, -52), (100, -8))
    pen.poly(PALE, (-120, -14), (100, -8), (100, 14), (-120, 10))
    pen.poly(DEEP, (-124, 8), (104, 14), (104, 20), (-124, 15))
    pen.line(EMBER, 5, (-30, -50), (-70, -10), (-70, 26))


def notebook(pen, rng) -> None:
    """An open notebook, its lines full."""
    pen.poly(PALE, (-130, 8), (-104, -60), (0, -50), (0, 22))
    pen.poly(Hatch(PAPER, INK, (0.5, 0.1), 7), (0, 22), (0, -50), (104, -60), (130, 8))
    for k in range(5):
        y = -44 + k * 12
        pen.line(DUSK, 2, (-96 - k * 4, y - 3), (-14, y + 7))
        pen.line(DUSK, 2, (14, y + 7), (80 + k * 6 - 22 * (k % 2), y))


def sheet_of_paper(pen, rng) -> None:
    """A sheet with its lines of writing."""
    pen = pen.at(0, 0, turn=rng.uniform(-9, 9))
    pen.poly(DEEP, (-84, 18), (-62, -72), (92, -66), (88, 26))
    pen.poly(PAPER, (-90, 12), (-68, -78), (86, -72), (82, 20))
    for k in range(7):
        y = -62 + k * 11
        pen.line(DUSK, 2, (-62 - k * 2.4, y), (40 + (k * 17) % 34, y + 3))


def pencil(pen, rng) -> None:
    """A pencil, lying."""
    pen = pen.at(0, 0, turn=rng.uniform(-30, 30))
    pen.line(EMBER, 7, (-60, 0), (44, 0))
    pen.poly(PAPER, (44, -3.5), (58, 0), (44, 3.5))
    pen.line(DEEP, 3, (55, 0), (59, 0))


def key(pen, rng) -> None:
    """An iron key, lying."""
    pen = pen.at(0, 0, turn=rng.uniform(-20, 20))
    pen.disc(DEEP, -44, -2, 19)
    pen.disc(MIST, -44, -2, 10)
    pen.line(DEEP, 8, (-28, -2), (52, -2))
    pen.box(DEEP, 34, -2, 41, 18)
    pen.box(DEEP, 46, -2, 55, 22)


def lamp(pen, rng) -> None:
    """A table lamp, lit."""
    pen.disc(DEEP, 0, -2, 42, 9)
    pen.line(DEEP, 7, (0, 0), (-10, -110))
    pen.poly(Hatch(LAMP, EMBER, (0.1, 0.5), 6), (-60, -104), (-34, -170), (26, -170), (50, -104))
    pen.disc(PAPER, -5, -104, 54, 7)


def telephone(pen, rng) -> None:
    """A telephone with a cord."""
    pen.blob(DEEP, (-62, 0), (-46, -46), (-18, -54), (18, -54), (46, -46), (62, 0))
    pen.disc(PAPER, 0, -24, 18)
    pen.disc(DEEP, 0, -24, 7)
    pen.blob(IRON, (-72, -52), (-60, -76), (0, -84), (60, -76), (72, -52), (46, -54), (0, -68), (-46, -54))
    pen.curve(DEEP, 4, (60, -8), (96, 6), (90, -14), (126, 4))


def bread(pen, rng) -> None:
    """A long loaf with its cuts."""
    pen.blob(BREAD, (-120, -8), (-96, -46), (0, -60), (96, -48), (124, -10), (60, 8), (-60, 8))
    for x in (-70, -24, 22, 66):
        pen.curve(PAPER, 6, (x - 14, -26), (x + 4, -44), (x + 22, -46))


def round_loaf(pen, rng) -> None:
    """A round loaf."""
    pen.blob(BREAD, (-84, -6), (-72, -54), (0, -78), (72, -54), (84, -6), (0, 12))
    pen.curve(PAPER, 6, (-40, -46), (0, -60), (40, -46))
    pen.curve(PAPER, 6, (-6, -70), (2, -48), (-4, -26))


def fish(pen, rng) -> None:
    """A sea bass, about 260 long."""
    pen.blob(SILVER, (-132, -14), (-90, -46), (-10, -58), (70, -38), (104, -22), (60, 4), (-20, 14), (-96, 8))
    pen.poly(IRON, (92, -26), (150, -60), (138, -20), (150, 18))
    pen.poly(IRON, (-40, -52), (-20, -78), (24, -70), (36, -50))
    pen.curve(DEEP, 4, (-82, -42), (-68, -16), (-84, 6))
    pen.disc(DEEP, -106, -24, 7)
    pen.disc(PAPER, -108, -26, 2.6)


def shells(pen, rng) -> None:
    """A few oyster shells."""
    for i in range(4):
        one = pen.at(
            -90 + i * 58 + rng.uniform(-8, 8), rng.uniform(-12, 10), rng.uniform(0.8, 1.15), turn=rng.uniform(-40, 40)
        )
        one.blob(IRON, (-34, 4), (-26, -24), (4, -34), (32, -16), (34, 8), (4, 20))
        one.blob(PALE, (-24, 2), (-16, -16), (4, -24), (22, -10), (22, 6), (2, 12))
        one.disc(DUSK, 4, -2, 6, 4)


def bottle(pen, rng) -> None:
    """A bottle of wine."""
    pen.blob(
        Hatch(NIGHT, INK, (0.2, 0.9), 5, 90),
        (-28, 0),
        (-29, -96),
        (-12, -128),
        (-10, -172),
        (10, -172),
        (12, -128),
        (29, -96),
        (28, 0),
    )
    pen.box(PAPER, -28, -78, 28, -30)
    pen.box(EMBER, -11, -178, 11, -150)


def cup(pen, rng) -> None:
    """A cup that steams."""
    pen.blob(PALE, (-32, -46), (-28, -8), (-10, 0), (10, 0), (28, -8), (32, -46))
    pen.curve(DEEP, 5, (30, -38), (48, -30), (28, -14))
    pen.disc(DEEP, 0, -46, 32, 7)
    for x in (-8, 8):
        pen.curve(DUSK, 3, (x, -56), (x + 8, -72), (x - 4, -88), (x + 6, -106))


def thermos(pen, rng) -> None:
    """A vacuum flask."""
    pen.box(Hatch(MIST, INK, (0.1, 0.9), 5), -24, -110, 24, 0)
    pen.box(EMBER, -20, -138, 20, -110)


def hydrometer(pen, rng) -> None:
    """A brass hydrometer afloat in a tall glass."""
    pen.box(Hatch(PAPER, DUSK, (0.06, 0.4), 7, 90), -42, -330, 42, 0)
    pen.box(Hatch(MIST, NIGHT, (0.25, 0.6), 6), -38, -262, 38, -6)
    pen.line(LAMP, 7, (6, -316), (2, -150))
    for k in range(9):
        pen.line(DEEP, 2, (0, -300 + k * 12), (9, -300 + k * 12))
    pen.blob(Hatch(LAMP, INK, (0.0, 0.7), 5), (2, -160), (18, -128), (20, -96), (2, -70), (-16, -96), (-14, -128))
    pen.disc(DEEP, 2, -62, 10)
    for x in (-44, 44):
        pen.line(INK, 4, (x, -334), (x, 0))
    pen.disc(INK, 0, 2, 62, 9)


def index_box(pen, rng) -> None:
    """A box of cards."""
    for k in range(7):
        pen.poly(
            PAPER if k % 2 else MIST,
            (-52 + k * 7, -58 - rng.uniform(6, 16)),
            (18 + k * 7, -60 - rng.uniform(6, 14)),
            (18 + k * 7, -20),
            (-52 + k * 7, -20),
        )
    pen.poly(WOOD, (-60, -48), (66, -48), (60, 0), (-54, 0))
    pen.box(PAPER, -18, -32, 22, -14)


def anchor(pen, rng) -> None:
    """An anchor on end, about 260 high."""
    pen.line(DEEP, 17, (0, -230), (0, -20))
    pen.line(DEEP, 13, (-62, -196), (62, -196))
    pen.curve(DEEP, 18, (-104, -86), (-72, -28), (0, -8), (72, -28), (104, -86))
    for s in (-1, 1):
        pen.poly(DEEP, (s * 126, -78), (s * 106, -118), (s * 78, -86))
    pen.disc(DEEP, 0, -246, 24)
    pen.disc(MIST, 0, -246, 12)
    pen.line(MIST, 3, (-4, -222), (-4, -30))


def scales(pen, rng) -> None:
    """A pair of scales."""
    pen.disc(DEEP, 0, -4, 56, 9)
    pen.line(DEEP, 9, (0, 0), (0, -190))
    tilt = rng.uniform(-16, 16)
    pen.line(DEEP, 7, (-110, -176 + tilt), (110, -176 - tilt))
    for s, y in ((-110, -176 + tilt), (110, -176 - tilt)):
        pen.line(DEEP, 2, (s - 44, y + 96), (s, y), (s + 44, y + 96))
        pen.blob(Hatch(LAMP, INK, (0.1, 0.7), 5), (s - 50, y + 94), (s, y + 122), (s + 50, y + 94))
    pen.disc(LAMP, 0, -192, 10)


def paint_pots(pen, rng) -> None:
    """Three pots of paint and a brush."""
    for x, tint in ((-76, EMBER), (0, PAPER), (74, blend(EMBER, PAPER, 0.5))):
        pen.box(IRON, x - 32, -58, x + 32, 0)
        pen.disc(tint, x, -58, 32, 9)
    pen.line(WOOD, 9, (60, -70), (150, -130))
    pen.poly(DEEP, (44, -50), (66, -78), (72, -70), (56, -44))


def coins(pen, rng) -> None:
    """Coins in piles."""
    for x in (-60, -10, 44, 96):
        for k in range(rng.integers(2, 8)):
            pen.disc(DEEP, x, -k * 9, 25, 8)
            pen.disc(LAMP, x, -k * 9 - 3, 24, 7)


def glasses(pen, rng) -> None:
    """A pair of spectacles, lying."""
    for x in (-30, 30):
        pen.disc(DEEP, x, -18, 25, 19)
        pen.disc(PAPER, x, -18, 20, 14)
    pen.curve(DEEP, 4, (-8, -22), (0, -27), (8, -22))
    pen.curve(DEEP, 4, (52, -26), (80, -52), (96, -50))


def slide_rule(pen, rng) -> None:
    """A slide rule without figures."""
    pen = pen.at(0, 0, turn=rng.uniform(-24, 24))
    pen.box(PALE, -140, -22, 140, 22)
    pen.box(MIST, -110, -8, 168, 8)
    for k in range(38):
        x = -134 + k * 7
        pen.line(INK, 1.8, (x, -21), (x, -11 if k % 5 else -6))
    pen.box(DEEP, 10, -27, 17, 27)


def microphone(pen, rng) -> None:
    """A microphone on its stand."""
    pen.disc(DEEP, 0, -3, 40, 8)
    pen.curve(DEEP, 6, (0, 0), (6, -70), (-18, -128))
    pen.at(-22, -140, turn=-24).blob(IRON, (-19, -30), (0, -42), (19, -30), (16, 26), (-16, 26))


def ballot(pen, rng) -> None:
    """A ballot box of glass, half full."""
    pen.box(Hatch(PAPER, DUSK, (0.1, 0.4), 7), -90, -150, 90, 0)
    for _ in range(16):
        pen.at(rng.uniform(-66, 66), rng.uniform(-60, -14), turn=rng.uniform(-40, 40)).box(
            PAPER if rng.random() < 0.7 else MIST, -24, -15, 24, 15
        )
    pen.box(DEEP, -98, -162, 98, -148)
    for x in (-90, 90):
        pen.line(INK, 5, (x, -150), (x, 0))
    pen.at(6, -178, turn=-12).box(PALE, -30, -30, 30, 18)


def name_plate(pen, rng) -> None:
    """An enamel plate with rust at its four screws."""
    pen = pen.at(0, 0, turn=-6)
    pen.blob(DEEP, (-176, 8), (-178, -96), (-150, -112), (154, -112), (182, -96), (180, 8), (150, 22), (-150, 22))
    pen.box(Hatch(blend(NIGHT, MIST, 0.12), INK, (0.1, 0.6), 6), -172, -110, 172, 16)
    for a, b in (((-158, -98), (158, -98)), ((-158, 4), (158, 4)), ((-158, -98), (-158, 4)), ((158, -98), (158, 4))):
        pen.line(PAPER, 4, a, b)
    for x, y in ((-146, -86), (146, -86), (-146, -8), (146, -8)):
        pen.blob(EMBER, (x - 13, y), (x, y - 12), (x + 12, y - 2), (x + 9, y + 15), (x - 5, y + 22))
        pen.disc(DEEP, x, y, 6)
    for x in range(-104, 110, 30):
        pen.line(PAPER, 9, (x, -66), (x + 6 * (x % 4), -28))


def screwdriver(pen, rng) -> None:
    """A screwdriver with a tag on it."""
    pen = pen.at(0, 0, turn=rng.uniform(-20, 20))
    pen.blob(EMBER, (-90, -14), (-30, -16), (-22, 0), (-30, 16), (-90, 14), (-98, 0))
    pen.line(IRON, 9, (-22, 0), (96, 0))
    pen.poly(DEEP, (96, -5), (112, -9), (112, 9), (96, 5))
    pen.curve(DEEP, 2, (-60, 12), (-40, 50), (-6, 54))
    pen.poly(PAPER, (-6, 40), (64, 36), (68, 70), (-4, 72))


def cheese(pen, rng) -> None:
    """A wheel of cheese with a wedge out."""
    pen.box(WOOD, -90, -50, 90, 0)
    pen.disc(blend(LAMP, PAPER, 0.4), 0, -50, 90, 24)
    pen.poly(DEEP, (0, -50), (40, -30), (86, -43), (86, -4), (40, 4), (0, -12))


def rope(pen, rng) -> None:
    """A rope, coiled."""
    for k in range(5):
        pen.curve(
            blend(LAMP, MIST, 0.5),
            9,
            *[(np.cos(a) * (88 - k * 5), -k * 11 + np.sin(a) * 20) for a in np.linspace(0, 6.3, 15)],
        )
        pen.curve(
            INK, 1.8, *[(np.cos(a) * (88 - k * 5), -k * 11 + 6 + np.sin(a) * 20) for a in np.linspace(0, 6.3, 15)]
        )
