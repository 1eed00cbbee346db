"""What floats: the water line is at the origin's height, the bow to the right."""

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch

HULL = Hatch(blend(NIGHT, MIST, 0.2), INK, (0.55, 0.85), 6)
PLANK = Hatch(blend(MIST, LAMP, 0.35), INK, (0.2, 0.62), 5.5)
CLOTH = Hatch(PAPER, NIGHT, (0.06, 0.5), 6.5, 62)
CABIN = Hatch(PAPER, INK, (0.2, 0.6), 5.5)


def trawler(pen, rng) -> None:
    """A fishing boat with its gallows and wheelhouse, about 350 long."""
    pen.blob(DEEP, (-176, -50), (-168, 4), (-60, 12), (140, 8), (186, -62), (120, -42), (-60, -38))
    pen.line(MIST, 2, (-170, -42), (-60, -30), (120, -33), (178, -54))
    pen.box(DEEP, -112, -92, -36, -36)
    pen.box(DEEP, -96, -122, -48, -90)
    for x in (-92, -76, -60):
        pen.box(LAMP, x, -114, x + 10, -102)
    pen.line(DEEP, 5, (0, -170), (0, -36))
    pen.line(DEEP, 3, (0, -160), (90, -52))
    pen.line(DEEP, 2, (0, -165), (-96, -110))
    pen.line(DEEP, 5, (-150, -40), (-150, -104), (-126, -104), (-126, -40))
    pen.line(DEEP, 2, (0, -165), (172, -54))
    _flag(pen.at(-168, -50), rng)


def _flag(pen, rng):
    pen.line(DEEP, 2, (0, 0), (-6, -34))
    pen.poly(EMBER, (-6, -34), (-30, -32 + rng.uniform(-3, 4)), (-29, -19), (-4, -20))


def dinghy(pen, rng, oars: bool = False) -> None:
    """A small open boat, about 200 long."""
    pen.blob(PLANK, (-98, -30), (-88, 2), (0, 9), (80, 0), (108, -40), (40, -27), (-40, -25))
    pen.curve(DEEP, 4, (-99, -31), (-40, -25), (40, -27), (109, -41))
    pen.curve(DEEP, 1.6, (-94, -14), (0, -8), (98, -24))
    if oars:
        pen.line(DEEP, 3, (-16, -44), (60, 18))
        pen.line(DEEP, 3, (6, -44), (-76, 16))


def rowing_eight(pen, rng, crew: int = 4, tint=DEEP) -> None:
    """A racing shell with its crew."""
    from .figures import person

    pen.blob(DEEP, (-60 - crew * 34, -6), (0, 4), (60 + crew * 34, -7), (0, -11))
    for i in range(crew):
        x = (i - (crew - 1) / 2) * 70
        person(pen.at(x, 4, 0.8), tint, "row", "trousers", "bare")
        pen.line(DEEP, 2.6, (x + 26, -32), (x + 76, 12))
        pen.poly(EMBER, (x + 70, 8), (x + 80, 8), (x + 92, 20), (x + 78, 18))


def sailing_boat(pen, rng) -> None:
    """A boat under two sails, about 300 high."""
    pen.blob(HULL, (-96, -22), (-80, 6), (60, 8), (116, -30), (20, -18))
    pen.line(DEEP, 4, (4, -16), (2, -300))
    pen.blob(CLOTH, (0, -292), (-18, -160), (-88, -36), (-40, -30), (-2, -36))
    pen.poly(CLOTH, (8, -270), (50, -120), (108, -34), (10, -40))


def schooner(pen, rng, sails: bool = True) -> None:
    """Two masts, gaff sails, about 620 long and 420 high."""
    pen.blob(HULL, (-262, -66), (-236, 4), (-80, 16), (150, 12), (262, -64), (300, -86), (180, -52), (-80, -44))
    pen.curve(PAPER, 3, (-262, -58), (-80, -34), (180, -42), (290, -80))
    pen.line(DEEP, 5, (262, -72), (372, -122))
    for x, top in ((-70, -404), (104, -372)):
        pen.line(DEEP, 7, (x, -44), (x - 8, top))
    if sails:
        _gaff(pen.at(-74, -62), 190, 300)
        _gaff(pen.at(100, -62), 150, 270)
        pen.poly(CLOTH, (108, -350), (160, -200), (366, -120), (140, -84))
        pen.poly(CLOTH, (106, -300), (150, -190), (280, -92), (124, -90))
    for x in (-70, 104):
        pen.line(DEEP, 1.6, (x - 6, -360), (x - 60, -48))
        pen.line(DEEP, 1.6, (x - 6, -360), (x + 46, -48))


def _gaff(pen, wide, tall):
    pen.poly(CLOTH, (0, 0), (-4, -tall * 0.82), (-wide * 0.66, -tall), (-wide, -6))
    pen.line(DEEP, 4, (0, 2), (-wide - 8, -4))
    pen.line(DEEP, 4, (-4, -tall * 0.82), (-wide * 0.68, -tall - 2))


def cargo(pen, rng, boxes: bool = True) -> None:
    """A ship with its house aft, about 900 long."""
    pen.poly(HULL, (-440, -96), (-426, 10), (400, 10), (456, -118), (380, -92))
    pen.line(PAPER, 3, (-438, -82), (380, -80), (452, -106))
    pen.box(CABIN, -408, -226, -300, -96)
    pen.box(DEEP, -420, -238, -288, -218)
    for y in (-196, -168, -140):
        for x in range(-398, -310, 20):
            pen.box(LAMP if rng.random() < 0.4 else DEEP, x, y, x + 9, y + 12)
    pen.box(EMBER, -380, -280, -346, -238)
    if boxes:
        _deck_cargo(pen, rng)
    pen.line(DEEP, 5, (404, -98), (404, -190))


def _deck_cargo(pen, rng):
    tints = (
        DEEP,
        Hatch(MIST, INK, (0.3, 0.6), 5, 90),
        Hatch(EMBER, INK, (0.2, 0.6), 5, 90),
        Hatch(PAPER, INK, (0.2, 0.5), 5, 90),
    )
    for x in range(-270, 360, 62):
        for level in range(rng.integers(1, 4)):
            pen.box(tints[rng.integers(4)], x, -122 - 28 * level, x + 58, -96 - 28 * level)


def barge(pen, rng) -> None:
    """A flat oyster barge, about 260 long."""
    pen.poly(HULL, (-130, -30), (-116, 2), (110, 2), (136, -34))
    pen.line(MIST, 2.4, (-128, -25), (132, -28))
    for x in range(-90, 90, 34):
        pen.box(PLANK, x, -48, x + 30, -31)


def dredger(pen, rng) -> None:
    """A bucket dredger with its ladder and chain, about 560 long."""
    pen.poly(HULL, (-280, -60), (-270, 8), (260, 8), (280, -64))
    pen.line(PAPER, 2.4, (-278, -52), (276, -55))
    pen.box(CABIN, -230, -130, -120, -60)
    pen.box(DEEP, -240, -140, -110, -128)
    for x in (-214, -184, -154):
        pen.box(LAMP, x, -112, x + 14, -94)
    pen.box(DEEP, -90, -196, -70, -60)
    for x in (-20, 120):
        pen.line(DEEP, 8, (x, -60), (50, -262))
    pen.line(DEEP, 5, (-2, -118), (104, -118))
    _bucket_chain(pen, rng)


def _bucket_chain(pen, rng):
    top, foot = (56, -254), (330, 40)
    pen.line(DEEP, 10, top, foot)
    for i in range(11):
        t = i / 10
        x, y = top[0] + (foot[0] - top[0]) * t, top[1] + (foot[1] - top[1]) * t
        cup = pen.at(x + 8, y - 12, turn=47)
        cup.poly(EMBER if i % 3 == 0 else DEEP, (-12, -10), (12, -10), (8, 10), (-8, 10))
        pen.line(DEEP, 1.8, (x + 4, y + 6), (x + 4, y + rng.uniform(18, 46)))
    pen.line(DEEP, 3, (50, -262), (-80, -196))
    pen.poly(DEEP, (40, -250), (-30, -150), (-20, -140), (58, -236))


def pilot_boat(pen, rng) -> None:
    """A fast boat with a forward house, about 220 long."""
    pen.blob(DEEP, (-110, -34), (-100, 6), (40, 10), (124, -44), (40, -34))
    pen.poly(CABIN, (-44, -34), (-36, -74), (34, -74), (52, -34))
    for x in (-28, -4, 20):
        pen.box(LAMP, x, -66, x + 15, -50)
    pen.line(DEEP, 3, (-20, -74), (-24, -112))
    pen.box(EMBER, -108, -42, -50, -34)


def buoy(pen, rng) -> None:
    """A channel buoy with its cage and lamp."""
    pen.blob(Hatch(EMBER, INK, (0.1, 0.7), 5), (-26, -14), (-20, 8), (20, 8), (26, -14))
    for x in (-18, 18):
        pen.line(DEEP, 3.4, (x, -14), (x * 0.25, -84))
    pen.line(DEEP, 2.4, (-13, -40), (13, -40))
    pen.poly(DEEP, (-10, -84), (10, -84), (0, -108))
    pen.disc(LAMP, 0, -66, 4)
