"""Buildings, with the middle of the foot at the origin; a storey is about 150."""

from ..instruments.palette import DEEP, DUSK, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch

WALL = Hatch(PAPER, NIGHT, (0.1, 0.55), 7)
WARM = Hatch(blend(PAPER, LAMP, 0.3), NIGHT, (0.14, 0.6), 7)
GREY = Hatch(MIST, INK, (0.25, 0.7), 7)
SIDE = Hatch(DUSK, INK, (0.55, 0.75), 7, 90)
ROOF = Hatch(blend(NIGHT, DUSK, 0.4), INK, (0.5, 0.75), 7, 64)
TILE = Hatch(blend(EMBER, DUSK, 0.45), INK, (0.4, 0.65), 7, 64)
FRONT = Hatch(PAPER, NIGHT, (0.3, 0.3), 7)
BY_DAY = (WALL, WARM, GREY)
BY_NIGHT = (
    Hatch(DUSK, INK, (0.4, 0.75), 7),
    Hatch(blend(DUSK, LAMP, 0.16), INK, (0.45, 0.75), 7),
    Hatch(blend(DUSK, NIGHT, 0.4), INK, (0.4, 0.75), 7),
)
STONE = Hatch(blend(PAPER, MIST, 0.6), INK, (0.16, 0.68), 6.5)


def house(pen, rng, storeys: int = 2, wide: float = 260, lit: float = 0.35, walls=None) -> None:
    """A house with its gable to one side."""
    high, w = 130 * storeys, wide / 2
    wall = (walls or BY_DAY)[rng.integers(3)]
    roof = (ROOF, TILE)[rng.integers(2)]
    pen.box(wall, -w, -high, w, 0)
    pen.poly(roof, (-w - 14, -high), (-w + 34, -high - 92), (w - 34, -high - 92), (w + 14, -high))
    chimney = rng.uniform(-w + 50, w - 60)
    pen.box(SIDE, chimney, -high - 128, chimney + 26, -high - 84)
    _windows(pen, rng, -w + 22, w - 22, high, storeys, lit)


def gable(pen, rng, storeys: int = 2, wide: float = 180, lit: float = 0.35, walls=None) -> None:
    """A house that shows us its gable."""
    high, w = 120 * storeys, wide / 2
    wall = (walls or BY_DAY)[rng.integers(3)]
    pen.poly(wall, (-w, 0), (-w, -high), (0, -high - w * 1.05), (w, -high), (w, 0))
    pen.line(DEEP, 8, (-w - 10, -high + 10), (0, -high - w * 1.08), (w + 10, -high + 10))
    _windows(pen, rng, -w + 20, w - 20, high, storeys, lit)


def window(pen, lit: bool, wide: float = 40, high: float = 62) -> None:
    """A window hung from the origin."""
    pen.box(LAMP if lit else DEEP, 0, 0, wide, high)
    pen.line(DEEP if lit else DUSK, 2, (wide / 2, 0), (wide / 2, high))
    pen.line(DEEP if lit else DUSK, 2, (0, high * 0.42), (wide, high * 0.42))
    pen.line(DEEP, 3.4, (-4, high), (wide + 4, high))


def _windows(pen, rng, left, right, high, storeys, lit):
    count = max(2, int((right - left) / 74))
    gap = (right - left - 40) / (count - 1)
    for s in range(storeys):
        for i in range(count):
            x, y = left + i * gap, -high + 34 + s * 124
            if s == storeys - 1 and i == count // 2:
                pen.box(DEEP, x - 2, -92, x + 42, 0)
            else:
                window(pen.at(x, y), rng.random() < lit)


def church(pen, rng, spire: bool = True) -> None:
    """A village church, about 560 high."""
    pen.poly(STONE, (0, 0), (0, -150), (240, -150), (240, 0))
    pen.poly(ROOF, (-6, -150), (34, -236), (220, -236), (252, -150))
    for x in (60, 122, 184):
        pen.blob(DEEP, (x, -46), (x, -98), (x + 12, -114), (x + 24, -98), (x + 24, -46))
    steeple(pen.at(-30, 0), rng, spire)


def steeple(pen, rng, spire: bool = True) -> None:
    """The tower of a church, with the cock on it."""
    pen.box(STONE, -44, -330, 44, 0)
    for y in (-326, -212, -96):
        pen.line(DEEP, 3.4, (-48, y), (48, y))
    for x in (-24, 6):
        pen.blob(DEEP, (x, -240), (x, -286), (x + 9, -300), (x + 18, -286), (x + 18, -240))
    pen.disc(PAPER, 0, -168, 19)
    pen.disc(DEEP, 0, -168, 3)
    pen.line(DEEP, 3, (0, -181), (0, -168), (10, -162))
    top = -560 if spire else -410
    pen.poly(ROOF, (-52, -330), (0, top), (52, -330))
    pen.line(DEEP, 3, (0, top), (0, top - 40))
    pen.line(DEEP, 3, (-10, top - 22), (10, top - 22))


def lighthouse(pen, rng, bands: bool = True) -> None:
    """A light on its tower, about 460 high."""
    pen.poly(Hatch(PAPER, INK, (0.05, 0.8), 7, 0, 9), (-52, 0), (-34, -360), (34, -360), (52, 0))
    red = Hatch(EMBER, INK, (0.05, 0.85), 7, 0, 9)
    for top, low in ((-120, -50), (-260, -190)) if bands else ():
        a, b = 34 + 18 * (1 + top / 360), 34 + 18 * (1 + low / 360)
        pen.poly(red, (-a, top), (a, top), (b, low), (-b, low))
    pen.box(DEEP, -44, -372, 44, -358)
    pen.box(LAMP, -20, -412, 20, -372)
    for x in (-21, 0, 21):
        pen.line(DEEP, 3, (x, -412), (x, -372))
    pen.blob(DEEP, (-30, -410), (-16, -432), (0, -440), (16, -432), (30, -410))
    pen.line(DEEP, 3, (0, -436), (0, -466))


def seamark(pen, rng, half_painted: bool = False) -> None:
    """The amer of the Trois-Sœurs: white, one broad band, a pointed cap."""
    pen.poly(Hatch(PAPER, INK, (0.06, 0.82), 7, 0, 12), (-56, 0), (-30, -300), (30, -300), (56, 0))
    red, worn = Hatch(EMBER, INK, (0.0, 0.84), 7, 0, 12), Hatch(blend(MIST, EMBER, 0.25), INK, (0.3, 0.8), 7, 0, 12)
    pen.poly(red, (-47, -106), (-38, -206), (38, -206), (47, -106))
    if half_painted:
        pen.poly(worn, (2, -106), (2, -206), (38, -206), (47, -106))
    pen.poly(Hatch(EMBER, INK, (0.3, 0.9), 6, 0, 10), (-40, -300), (0, -378), (40, -300))
    pen.blob(DEEP, (-12, 0), (-12, -34), (0, -46), (12, -34), (12, 0))


def long_facade(pen, rng, storeys: int = 4, wide: float = 1100, lit: float = 0.25) -> None:
    """A big house of galleries: sanatorium, town hall, school."""
    high, w = 118 * storeys, wide / 2
    pen.box(WARM, -w, -high, w, 0)
    pen.poly(ROOF, (-w - 14, -high), (-w + 60, -high - 80), (w - 60, -high - 80), (w + 14, -high))
    for s in range(storeys):
        y = -high + 118 * s
        pen.line(DEEP, 4, (-w, y + 92), (w, y + 92))
        for x in range(int(-w) + 30, int(w) - 40, 62):
            window(pen.at(x, y + 20, 0.8), rng.random() < lit, 44, 84)
    pen.poly(FRONT, (-110, 0), (-110, -high), (0, -high - 110), (110, -high), (110, 0))
    for x in (-110, 110):
        pen.line(DEEP, 3, (x, -high), (x, 0))
    pen.line(DEEP, 7, (-122, -high + 12), (0, -high - 112), (122, -high + 12))
    for y in range(1, storeys):
        window(pen.at(-16, -high + 30 + 118 * y - 118, 0.9), rng.random() < lit, 36, 66) if y > 1 else None
    pen.box(DEEP, -36, -110, 36, 0)
    for x in (-70, 34):
        window(pen.at(x, -high + 30), True, 36, 70)
    pen.poly(GREY, (-90, 22), (-60, -6), (60, -6), (90, 22))


def shed(pen, rng, wide: float = 420, high: float = 210, teeth: int = 0) -> None:
    """A works or a barn; with teeth, a saw-tooth roof."""
    w = wide / 2
    pen.box(GREY, -w, -high, w, 0)
    if teeth:
        step = wide / teeth
        for i in range(teeth):
            x = -w + i * step
            pen.poly(ROOF, (x, -high), (x, -high - step * 0.55), (x + step, -high))
            pen.poly(
                LAMP,
                (x + 5, -high - 8),
                (x + 5, -high - step * 0.42),
                (x + 13, -high - step * 0.38),
                (x + 13, -high - 8),
            )
    else:
        pen.poly(ROOF, (-w - 16, -high), (0, -high - wide * 0.24), (w + 16, -high))
    pen.box(DEEP, -w * 0.3, -high * 0.62, w * 0.24, 0)
    for x in (-w * 0.8, -w * 0.56, w * 0.44, w * 0.7):
        window(pen.at(x, -high * 0.7, 0.8), rng.random() < 0.5)


def chimney(pen, rng, high: float = 520) -> None:
    """A works chimney with its smoke."""
    pen.poly(Hatch(TILE.paper, INK, (0.15, 0.8), 7, 0, 8), (-24, 0), (-15, -high), (15, -high), (24, 0))
    pen.box(DEEP, -19, -high - 10, 19, -high + 14)
    puff = Hatch(PAPER, DUSK, (0.1, 0.5), 7, down=True)
    for i in range(5):
        pen.disc(puff, 20 + i * 44, -high - 34 - i * 20, 26 + i * 11, 20 + i * 7)


def crane(pen, rng) -> None:
    """A quay crane, about 560 high."""
    for x in (-80, 80):
        pen.line(DEEP, 17, (x, -390), (x, 0))
    pen.line(DEEP, 7, (-80, -260), (80, -390))
    pen.line(DEEP, 7, (80, -260), (-80, -390))
    pen.line(DEEP, 20, (-380, -390), (216, -390))
    pen.line(DEEP, 14, (-24, -556), (-24, -390))
    for x in (-362, -190, 204):
        pen.line(DEEP, 6, (-24, -552), (x, -394))
    pen.box(DEEP, 96, -380, 198, -316)
    hook = rng.uniform(-330, -150)
    drop = rng.uniform(-290, -150)
    pen.line(DEEP, 4, (hook, -390), (hook, drop))
    pen.box(DEEP, hook - 42, drop, hook + 42, drop + 48)
    pen.box(LAMP, 116, -362, 140, -342)


def jib_crane(pen, rng) -> None:
    """An old crane with a slanted arm, about 520 high."""
    for x in (-70, 70):
        pen.line(DEEP, 14, (x, 0), (x * 0.4, -170))
    pen.box(DEEP, -74, -250, 64, -164)
    pen.box(LAMP, 18, -236, 48, -204)
    tip = (rng.uniform(240, 330), -rng.uniform(430, 520))
    pen.line(DEEP, 10, (40, -200), tip)
    pen.line(DEEP, 6, (0, -246), (60, -330), tip)
    pen.line(DEEP, 3, tip, (tip[0], -150))
    pen.blob(DEEP, (tip[0] - 12, -150), (tip[0], -160), (tip[0] + 12, -150), (tip[0], -124))


def wind_turbine(pen, rng) -> None:
    """A wind turbine, about 1000 high."""
    pen.poly(INK, (-18, 0), (-11, -620), (11, -620), (19, 0))
    pen.poly(PAPER, (-15, 0), (-8, -620), (0, -620), (3, 0))
    hub = pen.at(0, -626)
    start = rng.uniform(0, 120)
    for k in range(3):
        _blade(hub.at(0, 0, turn=start + 120 * k))
    hub.disc(INK, 0, 0, 16)
    hub.disc(PAPER, 0, 0, 8)


def _blade(pen):
    pen.blob(INK, (-9, -8), (-19, -60), (-12, -200), (0, -352), (8, -190), (10, -8))
    pen.blob(PAPER, (-6, -12), (-15, -60), (-9, -196), (-1, -338), (2, -190), (3, -12))
