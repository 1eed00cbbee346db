"""Meetings: a table seen from above, or a full hall seen from the back."""

import numpy as np

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.pen import Hatch
from ..nature.room import curtain, pendant, room
from ..props.figures import heads_from_behind, person
from ..props.furniture import table


def draw(view) -> None:
    """The hall when there is a crowd, the table otherwise."""
    hall = view.words.has("hall", "crowd", "packed", "folding", "audience", "public", "assembly", "stage", "full")
    (_hall if hall else _table)(view)


def _table(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    plate.wash(blend(NIGHT, MIST, 0.35))
    plate.rule(0.62, INK, 9, 90 * int(rng.integers(2)) + rng.choice((-24, 24)))
    glow = np.exp(-(((plate.x - 600) / 420) ** 2)) * np.exp(-(((plate.y - h / 2) / 300) ** 2))
    plate.wash(LAMP, glow * 0.55)
    pen = view.pen()
    top = pen.at(600, h / 2, h / 800, turn=rng.uniform(-16, 16))
    shape = "round" if view.words.has("round") or (rng.random() < 0.4 and not view.words.has("long")) else "long"
    count = max(
        view.words.count("people", "figure", "chair", "seat", "person", "delegat", "men", "women", "member"), 0
    ) or int(rng.integers(8, 13))
    count = count if count > 2 else int(rng.integers(8, 12))
    _seats(top, rng, shape, min(count, 16), view.words.has("empty"))
    _board(top, shape)
    _papers(top, rng, shape, min(count, 16))
    pen.press()


def _board(pen, shape):
    if shape == "round":
        pen.disc(DEEP, 12, 18, 262)
        pen.disc(OAK, 0, 0, 260)
    else:
        pen.poly(DEEP, (-408, -132), (432, -132), (432, 168), (-408, 168))
        pen.poly(
            OAK, (-404, -156), (404, -156), (424, -136), (424, 136), (404, 156), (-404, 156), (-424, 136), (-424, -136)
        )


def _place(shape, i, count):
    if shape == "round":
        a = 2 * np.pi * i / count
        return np.cos(a), np.sin(a), np.rad2deg(a) + 90
    sides = (count + 1) // 2
    x = -1 + 2 * ((i % sides) + 0.5) / sides
    return x, (-1 if i < sides else 1), (0 if i < sides else 180)


def _seats(pen, rng, shape, count, empty):
    gone = int(rng.integers(count)) if empty or rng.random() < 0.5 else -1
    for i in range(count):
        x, y, turn = _place(shape, i, count)
        scale = (318, 318) if shape == "round" else (420, 226)
        seat = pen.at(x * scale[0], y * scale[1], 1.1, turn=turn)
        seat.blob(INK, (-34, -34), (34, -34), (38, 20), (-38, 20))
        if i != gone:
            _from_above(seat, rng)


def _from_above(pen, rng):
    coat = (COAT, DEEP, PALE_COAT)[rng.integers(3)]
    pen.line(coat, 22, (-40, 8), (-26, 46), (-8, 62))
    pen.line(coat, 22, (40, 8), (28, 44), (10 + rng.uniform(0, 20), 66))
    pen.blob(coat, (-52, 0), (-34, -20), (0, -25), (34, -20), (52, 0), (34, 20), (0, 24), (-34, 20))
    pen.disc(DEEP, 2, 8, 20, 22)
    pen.disc((HAIR, GREY, BALD)[rng.integers(3)], 0, 4, 19, 22)


def _papers(pen, rng, shape, count):
    for i in range(count):
        x, y, turn = _place(shape, i, count)
        scale = (188, 188) if shape == "round" else (420, 108)
        sheet = pen.at(x * scale[0] + rng.normal(0, 5), y * scale[1], turn=turn + rng.normal(0, 9))
        sheet.box(DEEP, -19, -22, 25, 30)
        sheet.box(PAPER, -22, -28, 22, 28)
        for k in range(5):
            sheet.line(MIST, 2.4, (-15, -18 + k * 9), (6 + (k * 7) % 10, -18 + k * 9))
        if rng.random() < 0.4:
            sheet.disc(DEEP, 44, 6, 12)
            sheet.disc(PAPER, 43, 4, 11)
            sheet.disc(EMBER, 43, 4, 8)


def _hall(view):
    plate, rng, h = view.plate, view.rng, view.plate.high
    x = rng.uniform(440, 760)
    room(plate, h * 0.62, (x, h * 0.36), dark=0.5)
    curtain(plate, 210, h * 0.1, 990, h * 0.52, x, blend(EMBER, LAMP, 0.5))
    pen = view.pen()
    pen.box(BOARDS, 180, h * 0.52, 1020, h * 0.62)
    pen.line(DEEP, 9, (180, h * 0.52), (1020, h * 0.52))
    for dx in (-420, 0, 420):
        pendant(pen.at(600 + dx, 0), 60)
    if view.words.has("table", "council", "officials", "panel"):
        table(pen.at(x, h * 0.52, 1.7), rng)
    pen.press()
    woman = view.words.has("woman", "mayor", "girl")
    person(
        pen.at(x, h * 0.7, 2.1),
        view.light.figure(),
        "speak",
        "coat" if woman else "jacket",
        "bun" if woman else "bare",
        "paper",
    )
    pen.press()
    for k in range(5):
        s = 0.85 + 0.36 * k
        heads_from_behind(
            pen.at(rng.uniform(-30, 0), h * (0.7 + 0.066 * k), s),
            rng,
            (INK, DEEP)[k % 2] if k < 4 else DEEP,
            int(22 - 3 * k),
            1240 / s,
        )
        for c in range(0, 1240, int(78 * s)):
            pen.line(MIST, 2.4, (c, h * (0.7 + 0.066 * k) + 28 * s), (c + 36 * s, h * (0.7 + 0.066 * k) + 28 * s))
    pen.press()


OAK = Hatch(blend(LAMP, MIST, 0.4), INK, (0.12, 0.5), 8)
COAT = Hatch(NIGHT, INK, (0.4, 0.8), 6)
PALE_COAT = Hatch(MIST, INK, (0.35, 0.7), 6)
HAIR = Hatch(INK, DEEP, (0.2, 0.8), 5)
GREY = Hatch(PAPER, INK, (0.1, 0.5), 5)
BALD = Hatch(blend(LAMP, PAPER, 0.5), INK, (0.0, 0.45), 5)
BOARDS = Hatch(blend(EMBER, NIGHT, 0.5), INK, (0.5, 0.8), 8, 90)
