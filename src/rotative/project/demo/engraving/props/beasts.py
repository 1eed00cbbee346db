"""Animals, each at the scale of people, looking right."""

from ..instruments.palette import DEEP, DUSK, EMBER, INK, MIST, PAPER
from ..instruments.pen import Hatch

FLEECE = Hatch(PAPER, INK, (0.08, 0.5), 4.5, -24)
HIDE = Hatch(MIST, INK, (0.3, 0.85), 5, 40)


def sheep(pen, rng, grazing: bool = True) -> None:
    """One sheep, about 50 high."""
    for x in (-18, -11, 10, 17):
        pen.line(DEEP, 3.6, (x, -16), (x, 0))
    pen.blob(FLEECE, (-28, -28), (-22, -42), (-4, -46), (16, -44), (27, -32), (22, -16), (0, -12), (-22, -15))
    head = pen.at(30, -18 if grazing else -44, turn=46 if grazing else 8)
    head.blob(DEEP, (-8, -7), (6, -6), (15, 0), (8, 6), (-8, 6))
    head.line(DEEP, 3, (-5, -6), (-11, -2))


def cow(pen, rng) -> None:
    """One cow, about 85 high."""
    for x in (-46, -38, 34, 42):
        pen.line(DEEP, 6, (x, -36), (x + 1, 0))
    pen.blob(HIDE, (-58, -74), (-20, -78), (40, -80), (60, -66), (50, -34), (0, -28), (-52, -36))
    pen.blob(HIDE, (50, -84), (76, -86), (94, -60), (84, -52), (58, -60))
    pen.curve(PAPER, 2.6, (66, -86), (72, -96), (80, -98))
    pen.curve(DEEP, 2.4, (-58, -72), (-66, -50), (-64, -26))


def horse(pen, rng) -> None:
    """One horse, about 120 high."""
    for x in (-50, -40, 34, 44):
        pen.line(DEEP, 6, (x, -56), (x + 2, -28), (x, 0))
    pen.blob(HIDE, (-60, -92), (-10, -92), (34, -98), (52, -80), (36, -52), (-10, -46), (-56, -56))
    pen.blob(HIDE, (26, -94), (58, -136), (74, -136), (96, -108), (88, -102), (68, -110), (50, -74))
    pen.curve(DEEP, 6, (-60, -88), (-74, -70), (-72, -36))


def dog(pen, rng, drinking: bool = False) -> None:
    """One dog, about 46 high."""
    for x in (-22, -16, 14, 20):
        pen.line(DEEP, 3.8, (x, -24), (x + 1, 0))
    pen.blob(DEEP, (-28, -36), (0, -38), (24, -40), (28, -26), (10, -20), (-24, -22))
    head = pen.at(30, -12 if drinking else -46, turn=58 if drinking else 0)
    head.blob(DEEP, (-9, -8), (4, -9), (17, -2), (6, 6), (-8, 5))
    head.poly(DEEP, (-6, -6), (-10, 5), (-2, 2))
    pen.line(DEEP, 11, (22, -33), (28, -14 if drinking else -42))
    pen.curve(DEEP, 3.2, (-27, -34), (-38, -44), (-40, -54))


def duck(pen, rng) -> None:
    """One duck afloat."""
    pen.blob(DEEP, (-22, -12), (-8, -2), (12, -1), (19, -10), (0, -15))
    pen.line(DEEP, 5, (14, -8), (16, -22))
    pen.disc(DEEP, 18, -24, 5.6)
    pen.poly(EMBER, (22, -26), (32, -22), (22, -21))


def heron(pen, rng) -> None:
    """A heron on its legs, about 95 high."""
    pen.line(DEEP, 2.2, (-3, -40), (-6, -20), (-4, 0))
    pen.line(DEEP, 2.2, (3, -40), (6, -20), (4, 0))
    pen.blob(Hatch(MIST, INK, (0.2, 0.7), 4), (-34, -34), (-10, -58), (12, -62), (16, -48), (0, -38))
    pen.curve(DEEP, 5, (12, -56), (24, -68), (12, -80), (18, -92))
    pen.poly(DEEP, (14, -97), (24, -94), (46, -88), (20, -87))
    pen.line(DEEP, 1.8, (14, -94), (-2, -98))


def goat(pen, rng) -> None:
    """One goat, about 60 high."""
    for x in (-20, -13, 13, 20):
        pen.line(DEEP, 3.8, (x, -24), (x, 0))
    pen.blob(HIDE, (-28, -46), (0, -48), (26, -50), (26, -28), (0, -22), (-26, -26))
    pen.blob(DEEP, (20, -62), (34, -66), (46, -52), (36, -48), (24, -46))
    pen.curve(DUSK, 3, (28, -64), (22, -78), (10, -80))
    pen.line(DEEP, 2.4, (38, -49), (37, -38))


def cat(pen, rng) -> None:
    """A cat that sits."""
    pen.blob(DEEP, (-11, 0), (-12, -16), (-4, -30), (6, -28), (9, -12), (10, 0))
    pen.disc(DEEP, 3, -34, 7.4, 6.6)
    pen.poly(DEEP, (-4, -37), (-3, -46), (3, -40))
    pen.poly(DEEP, (3, -40), (9, -46), (10, -36))
    pen.curve(DEEP, 4, (-9, -3), (-24, -2), (-26, -14))
