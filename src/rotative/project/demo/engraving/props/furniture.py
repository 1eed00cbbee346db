"""Furniture and yard things, at the scale of people."""

import numpy as np

from ..instruments.palette import DEEP, DUSK, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch

WOOD = Hatch(blend(MIST, LAMP, 0.45), INK, (0.3, 0.62), 5)
PALE = Hatch(PAPER, INK, (0.14, 0.5), 5)
IRON = Hatch(DUSK, INK, (0.4, 0.9), 5)


def chair(pen, rng, tint=DEEP) -> None:
    """A plain chair, its back to the left."""
    for a, b in (((-13, 0), (-15, -52)), ((12, 0), (11, -27)), ((-7, -2), (-8, -27)), ((17, -2), (16, -27))):
        pen.line(tint, 3, a, b)
    pen.poly(WOOD, (-15, -29), (13, -29), (19, -24), (-9, -24))
    pen.line(tint, 3, (-8, -27), (-9, -49))
    for y in (-50, -42):
        pen.line(tint, 3.4, (-15, y - 1), (-9, y + 2))


def bench(pen, rng) -> None:
    """A long bench."""
    for x in (-70, 66):
        pen.line(DEEP, 5, (x, 0), (x, -26))
    pen.box(WOOD, -80, -32, 80, -25)


def table(pen, rng, wide: float = 190) -> None:
    """A table, 46 high."""
    w = wide / 2
    for x in (-w + 10, w - 10):
        pen.line(DEEP, 6, (x, 0), (x, -42))
    pen.box(WOOD, -w, -47, w, -39)


def laid_table(pen, rng) -> None:
    """A table with a register open on it and a pile of letters under a stone."""
    table(pen, rng, 210)
    pen.poly(PAPER, (-70, -48), (-58, -58), (-4, -56), (0, -47))
    pen.poly(PAPER, (2, -47), (4, -56), (56, -58), (66, -48))
    pen.line(DEEP, 2, (0, -56), (1, -47))
    for k in range(4):
        pen.box(PALE, 70, -53 - 4 * k, 98, -49 - 4 * k)
    pen.disc(DEEP, 84, -70, 12, 7)


def blackboard(pen, rng) -> None:
    """A board with the ghost of some chalk."""
    pen.box(WOOD, -124, -170, 124, -46)
    pen.box(Hatch(NIGHT, INK, (0.6, 0.86), 6, 12), -116, -162, 116, -54)
    for k in range(4):
        pen.line(PAPER, 4, (-52 + k * 18, -134), (-56 + k * 18, -84))
    pen.line(PAPER, 4, (-68, -94), (14, -126))
    pen.line(PAPER, 4, (44, -134), (40, -84))
    pen.curve(DUSK, 7, (-70, -70), (-20, -76), (30, -68), (70, -74))
    pen.box(WOOD, -116, -54, 116, -48)


def ladder(pen, rng, high: float = 240) -> None:
    """A ladder that leans."""
    pen = pen.at(0, 0, turn=9)
    for x in (-14, 14):
        pen.line(DEEP, 4, (x, 0), (x, -high))
    for y in range(-16, -int(high), -22):
        pen.line(DEEP, 3, (-14, y), (14, y))


def crate(pen, rng, fish: bool = False) -> None:
    """A slatted box."""
    for y in (-9, -18, -27):
        pen.box(WOOD, -34, y - 6, 34, y)
    for x in (-32, 30):
        pen.line(DEEP, 4, (x, -33), (x, 0))
    if fish:
        for x in (-20, -6, 8, 22):
            pen.blob(PALE, (x - 12, -35), (x, -41), (x + 12, -34), (x, -31))


def barrel(pen, rng) -> None:
    """A cask on end."""
    pen.blob(
        Hatch(WOOD.paper, INK, (0.15, 0.85), 5, 90), (-24, 0), (-31, -32), (-24, -66), (24, -66), (31, -32), (24, 0)
    )
    for y in (-54, -12):
        pen.curve(DEEP, 3.4, (-28, y), (0, y + 4), (28, y))


def basket(pen, rng) -> None:
    """A round basket."""
    pen.blob(Hatch(WOOD.paper, INK, (0.3, 0.8), 4.5, 30), (-28, -34), (-24, -2), (0, 3), (24, -2), (28, -34))
    pen.disc(DEEP, 0, -34, 29, 7)
    pen.disc(WOOD, 0, -36, 26, 5)


def sack(pen, rng) -> None:
    """A full sack, tied."""
    pen.blob(
        PALE,
        (-26, 0),
        (-30, -26),
        (-16, -50),
        (-6, -58),
        (-10, -68),
        (10, -68),
        (6, -58),
        (18, -48),
        (30, -24),
        (26, 0),
    )
    pen.line(DEEP, 3, (-9, -57), (9, -57))


def bucket(pen, rng) -> None:
    """A pail."""
    pen.poly(IRON, (-18, -32), (18, -32), (14, 0), (-14, 0))
    pen.disc(DEEP, 0, -32, 18, 4)
    pen.curve(DEEP, 2, (-18, -32), (0, -54), (18, -32))


def tank(pen, rng) -> None:
    """A round water tank."""
    pen.box(Hatch(MIST, INK, (0.12, 0.85), 6), -64, -110, 64, 0)
    pen.disc(DUSK, 0, -110, 64, 13)
    for y in (-80, -40):
        pen.curve(DEEP, 3, (-64, y), (0, y + 12), (64, y))


def hose(pen, rng) -> None:
    """A pump hose that ends in the air over a wire strainer."""
    pen.curve(DEEP, 17, (-330, -170), (-210, -190), (-110, -150), (-40, -128))
    pen.curve(DUSK, 3, (-330, -175), (-210, -195), (-110, -155), (-44, -133))
    basket_at = pen.at(-22, -112, turn=24)
    basket_at.blob(Hatch(PAPER, INK, (0.45, 0.55), 6, 45), (-20, -20), (30, -26), (42, 0), (30, 26), (-20, 20))
    basket_at.blob(Hatch(PAPER, INK, (0.2, 0.5), 9, -45), (-8, -10), (28, -18), (32, 0), (28, 18), (-8, 10))
    basket_at.box(DEEP, -30, -20, -14, 20)


def gate(pen, rng) -> None:
    """A field gate."""
    for x in (-90, 90):
        pen.box(DEEP, x - 5, -84, x + 5, 0)
    for y in (-70, -50, -30):
        pen.line(DEEP, 4, (-90, y), (90, y))
    pen.line(DEEP, 4, (-88, -28), (88, -72))


def letter_boxes(pen, rng) -> None:
    """A row of letter boxes on a rail."""
    for x in (-80, 80):
        pen.box(DEEP, x - 4, -66, x + 4, 0)
    for i, x in enumerate(range(-92, 70, 36)):
        pen.box(EMBER if i == 2 else PALE, x, -104, x + 31, -66)
        pen.line(DEEP, 3, (x + 6, -94), (x + 25, -94))


def lamp_post(pen, rng) -> None:
    """A street lamp, 260 high."""
    pen.line(DEEP, 6, (0, 0), (0, -230))
    pen.curve(DEEP, 4, (0, -228), (6, -252), (30, -256))
    pen.disc(LAMP, 33, -246, 11, 9)
    pen.poly(DEEP, (20, -252), (46, -252), (33, -264))


def sign(pen, rng) -> None:
    """A road sign with nothing written on it."""
    pen.line(DEEP, 5, (0, 0), (0, -120))
    pen.poly(EMBER, (-36, -112), (0, -172), (36, -112))
    pen.poly(PAPER, (-24, -119), (0, -159), (24, -119))
    pen.line(DEEP, 5, (0, -148), (0, -130))


def stove(pen, rng) -> None:
    """An iron stove, alight."""
    pen.blob(IRON, (-40, 0), (-42, -80), (-30, -92), (30, -92), (42, -80), (40, 0))
    pen.box(EMBER, -20, -54, 20, -26)
    pen.line(DEEP, 13, (16, -90), (16, -300))


def umbrella_stand(pen, rng) -> None:
    """An open umbrella."""
    pen.line(DEEP, 3, (0, 0), (0, -96))
    pen.blob(IRON, (-56, -80), (-34, -112), (0, -124), (34, -112), (56, -80), (28, -88), (0, -82), (-28, -88))


def trunk(pen, rng) -> None:
    """An uprooted tree, lying."""
    pen.curve(DEEP, 20, (-150, -8), (-40, -22), (90, -30))
    for t in np.linspace(-60, 60, 7):
        pen.at(96, -30, turn=t).curve(DEEP, 5, (0, 0), (30, -6), (54, rng.uniform(-16, 12)))
    pen.curve(DEEP, 8, (-90, -14), (-130, -50), (-160, -58))


def net_heap(pen, rng) -> None:
    """Nets and floats in a heap."""
    pen.blob(Hatch(DUSK, INK, (0.5, 0.6), 6, 40), (-90, 0), (-66, -40), (-20, -56), (40, -44), (92, 0))
    for x, y in ((-50, -40), (-12, -58), (24, -50), (56, -30)):
        pen.disc(EMBER, x, y, 8)


def bollard(pen, rng) -> None:
    """A mooring post with its rope."""
    pen.blob(DEEP, (-18, 0), (-14, -34), (-24, -44), (-18, -54), (18, -54), (24, -44), (14, -34), (18, 0))
    pen.curve(MIST, 4, (-16, -22), (0, -16), (16, -22))


def podium(pen, rng) -> None:
    """A low platform."""
    pen.box(WOOD, -80, -22, 80, 0)
    pen.box(DEEP, -86, -27, 86, -20)


def goal(pen, rng) -> None:
    """A goal with its net."""
    pen.box(Hatch(MIST, INK, (0.16, 0.16), 9, 45), -170, -136, 170, 0)
    pen.box(Hatch(MIST, INK, (0.16, 0.16), 9, -45), -170, -136, 170, -68)
    for a, b in (((-170, 0), (-170, -136)), ((170, 0), (170, -136)), ((-174, -138), (174, -138))):
        pen.line(PAPER, 8, a, b)


def mast_trestles(pen, rng) -> None:
    """A bare mast lying on two trestles."""
    for x in (-170, 150):
        pen.line(DEEP, 6, (x - 22, 0), (x, -44))
        pen.line(DEEP, 6, (x + 22, 0), (x, -44))
    pen.poly(DEEP, (-336, -48), (336, -44), (336, -60), (-336, -72))
    pen.poly(WOOD, (-330, -52), (330, -48), (330, -56), (-330, -66))


def strongbox(pen, rng) -> None:
    """An iron strongbox, open and empty."""
    pen.poly(IRON, (-84, -58), (-70, -122), (90, -122), (84, -58))
    pen.poly(DEEP, (-74, -64), (-62, -114), (80, -114), (74, -64))
    pen.box(Hatch(NIGHT, INK, (0.3, 0.85), 6), -84, -60, 84, 0)
    for x in range(-52, 60, 26):
        pen.disc(LAMP, x, -30, 6)
        pen.line(DEEP, 3, (x, -30), (x, -20))


def tripod(pen, rng) -> None:
    """A surveyor's tripod and its glass."""
    for x in (-30, 4, 32):
        pen.line(DEEP, 5, (0, -92), (x, 0))
    pen.box(DEEP, -12, -112, 12, -90)
    pen.line(DEEP, 10, (-20, -106), (24, -108))


def clock(pen, rng) -> None:
    """A big clock without figures."""
    pen.disc(DEEP, 0, -60, 60)
    pen.disc(PAPER, 0, -60, 52)
    for a in np.arange(12) * np.pi / 6:
        pen.line(DEEP, 4, (44 * np.cos(a), -60 + 44 * np.sin(a)), (50 * np.cos(a), -60 + 50 * np.sin(a)))
    pen.line(DEEP, 6, (0, -60), (18, -92))
    pen.line(DEEP, 4, (0, -60), (-34, -50))
