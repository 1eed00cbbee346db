"""The port: quays and cranes over ruled water."""

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, PAPER
from ..instruments.pen import Hatch
from ..nature.land import range_of_hills
from ..nature.sky import sky, veil
from ..nature.water import sea
from ..props import boats, houses
from ..props.furniture import bollard, clock, crate, lamp_post, net_heap
from .view import AFLOAT

BOXES = (DEEP, Hatch(EMBER, INK, (0.35, 0.7), 5, 90), Hatch(MIST, INK, (0.5, 0.8), 5, 90), INK)


def draw(view) -> None:
    """A basin, what lies in it, and the far quay."""
    words, rng = view.words, view.rng
    view.lit_from(view.plate.high * rng.uniform(0.46, 0.54))
    sky(view.plate, view.horizon, view.light)
    range_of_hills(view.plate, view.horizon - 12, 22, (5, 9, 21), 0.55)
    pen = view.pen()
    _far_quay(view, pen)
    people = words.has("quay", "dock", "men", "people", "worker") and not words.has("dredger")
    _ships(view, pen)
    shade = pen.mirrored(view.horizon + 4, view.plate.part(top=view.horizon), 7)
    sea(view.plate, view.horizon, view.light, shade)
    pen.press()
    _reflect_lamps(view)
    if words.thick:
        veil(view.plate, view.horizon - 40, 90, 0.62)
    if words.has("buoy"):
        _buoys(view)
    if people or (not words.has("channel", "dredger") and rng.random() < 0.35):
        _near_quay(view)


def _far_quay(view, pen):
    rng, y = view.rng, view.horizon
    cranes = view.words.count(
        "crane", least=0 if view.words.has("channel", "bank", "trawler") else int(rng.integers(1, 4))
    )
    left = rng.uniform(380, 620) if cranes else rng.uniform(700, 900)
    flip = rng.random() < 0.4
    side = pen.at(1200, 0, flip=True) if flip else pen
    side.box(DEEP, left, y - 16, 1210, y + 20)
    for i in range(cranes):
        prop = houses.jib_crane if view.words.has("old") else houses.crane
        prop(
            side.at(left + 130 + i * (1080 - left) / max(cranes, 1), y - 12, rng.uniform(0.33, 0.46), flip=i % 2 == 1),
            rng,
        )
    _stacks(side, rng, left, y)
    _sheds(side, rng, left, y, view.words)
    if rng.random() < 0.6:
        side.box(DEEP, left - 90, y - 4, left, y + 14)
        houses.seamark(side.at(left - 60, y, 0.28), rng)
    view.lamps = [(1200 - x if flip else x, y - 44) for x in range(int(left) + 40, 1200, 96)]


def _stacks(pen, rng, left, y):
    for x in range(int(left) + 300, 1200, 32):
        for k in range(rng.integers(0, 4)):
            pen.box(BOXES[rng.integers(4)], x, y - 31 - 15 * k, x + 30, y - 16 - 15 * k)


def _sheds(pen, rng, left, y, words):
    for x in (left + 90, left + 240):
        houses.shed(pen.at(x, y - 14, rng.uniform(0.24, 0.32)), rng, 420, 190, int(rng.integers(0, 2)) * 4)
    if words.has("lit window", "office", "tower"):
        pen.box(DEEP, left + 10, y - 150, left + 70, y - 14)
        pen.box(LAMP, left + 34, y - 128, left + 54, y - 108)


def _ships(view, pen):
    rng, y = view.rng, view.horizon
    asked = [prop for stems, prop in AFLOAT if view.words.has(*stems) and prop is not boats.buoy]
    choice = asked[:2] or [(boats.trawler, boats.cargo, boats.trawler, boats.barge)[rng.integers(4)]]
    if view.words.has("crane") and not asked and rng.random() < 0.5:
        return
    for i, prop in enumerate(choice):
        s = {boats.cargo: 0.62, boats.dredger: 1.15, boats.schooner: 0.8}.get(prop, 1.0) * (1 if i == 0 else 0.6)
        prop(pen.at(view.spot(380), y + (52 if i == 0 else 14), s, flip=bool(rng.random() < 0.5)), rng)


def _reflect_lamps(view):
    if not (view.words.night or view.words.low_sun or view.words.thick):
        return
    pen, rng = view.pen(), view.rng
    for x, y in view.lamps:
        pen.line(DEEP, 2, (x, y), (x, view.horizon - 12))
        pen.disc(LAMP, x, y, 5)
        for k in range(7):
            w = rng.uniform(4, 11) + k
            pen.line(
                LAMP, 3.4, (x - w + rng.normal(0, 3), view.horizon + 40 + k * 15), (x + w, view.horizon + 40 + k * 15)
            )
    pen.press()


def _buoys(view):
    pen = view.pen()
    for k in range(view.words.count("buoy", least=1)):
        boats.buoy(pen.at(view.spot(), view.horizon + 90 + 70 * k, 0.7 + 0.3 * k), view.rng)
    pen.press()


def _near_quay(view):
    pen, rng = view.pen(), view.rng
    top = view.plate.high - rng.uniform(96, 120)
    pen.box(Hatch(MIST, INK, (0.6, 0.9), 8, down=True), -10, top, 1210, view.plate.high + 10)
    pen.box(PAPER, -10, top - 3, 1210, top + 1)
    for x in range(int(rng.uniform(30, 120)), 1200, 360):
        bollard(pen.at(x, top + 6, 0.9), rng)
    if view.words.has("lamp", "night", "fog"):
        lamp_post(pen.at(view.spot(), top + 4, 1.35), rng)
    if rng.random() < 0.5:
        net_heap(pen.at(view.spot(), top + 8, 1.0), rng)
        crate(pen.at(view.spot(), top + 8, 1.0), rng)
    pen.press()
    view.people(top + 10, 1.75, least=0)
    if view.words.has("clock"):
        clock(pen.at(view.spot(200), top + 20, 1.5), rng)
        pen.press()
    view.things(top + 14, 1.4)
