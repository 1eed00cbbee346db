"""Plain rooms: a corridor and its door, a kitchen, an office, a ward."""

from ..instruments.palette import DEEP, LAMP, PAPER
from ..nature.room import door, pendant, room, window
from ..props import things
from ..props.furniture import chair, stove, table
from .still import named
from .view import GROUND


def draw(view) -> None:
    """A room about its one door, window or lamp."""
    plate, rng, h = view.plate, view.rng, view.plate.high
    shut = view.words.has("corridor", "door", "hallway", "threshold") and not view.words.has("counter", "table", "desk")
    x = float(rng.uniform(420, 780))
    room(plate, h * 0.7, (x, h * 0.56 if shut else h * 0.36), dark=0.5)
    if shut:
        _door(view, x)
    else:
        _table(view, x)


def _door(view, x):
    pen, rng, h = view.pen(), view.rng, view.plate.high
    door(pen.at(x, h * 0.7, h / 800 * 1.2), double=view.words.has("double"))
    pendant(pen.at(x - 300, 0), 40)
    if view.words.has("plate", "plaque", "sample"):
        _plaque(pen, x, h)
    side = 280 if x < 600 else -280
    if view.words.has("chair"):
        chair(pen.at(x + side, h * 0.79, 2.6, flip=side > 0), rng)
    pen.press()
    view.free = [x + side * 0.8, x - side]
    view.people(h * 0.84, 2.5)


def _plaque(pen, x, h):
    pen.disc(LAMP, x + 6, h * 0.37, 104, 96)
    pen.box(DEEP, x - 56, h * 0.34, x + 64, h * 0.42)
    pen.box(PAPER, x - 51, h * 0.346, x + 59, h * 0.414)
    for k in range(3):
        pen.line(DEEP, 4, (x - 36, h * 0.362 + k * 14), (x + 40 - 12 * k, h * 0.362 + k * 14))


def _table(view, x):
    plate, rng, h = view.plate, view.rng, view.plate.high
    look = "sea" if view.words.has("sea", "port", "harbour", "bay", "quay") else "hills"
    window(plate, 120 if x > 600 else 790, h * 0.12, 290, h * 0.4, view.light, look)
    pen = view.pen()
    pendant(pen.at(x, 0), h * 0.16)
    if view.words.has("stove", "kitchen"):
        stove(pen.at(80 if x < 600 else 1120, h * 0.74, 1.7), rng)
    pen.press()
    view.free = [x - 40, x + 200, x - 260]
    view.people(
        h * 0.86,
        2.7,
        least=1,
        pose="write" if view.words.has("table", "desk", "sit", "office", "newsroom", "counter") else "",
    )
    table(pen.at(x + 30, h * 0.9, 3.0), rng)
    for i, (prop, _) in enumerate((named(view) or [(things.cup, 0), (things.sheet_of_paper, 0)])[:3]):
        for k in range(2 if prop is things.index_box else 1):
            prop(pen.at(x - 160 + 170 * i + 120 * k, h * 0.9 - 140, 0.62), rng)
    pen.press()
    view.things(h * 0.95, 1.8, [g for g in GROUND if g[1] not in (table, stove)])
