"""Hands seen close: hatched flesh inside a firm outline, about 200 across."""

from ..instruments.palette import INK, LAMP, PAPER, blend
from ..instruments.pen import Hatch, rounded

SKIN = Hatch(blend(PAPER, LAMP, 0.22), INK, (0.06, 0.5), 6, 32)
SLEEVE = Hatch(blend(INK, PAPER, 0.3), INK, (0.5, 0.85), 7, 66)
NAIL = blend(PAPER, LAMP, 0.1)


def reaching(pen, rng, spread: float = 1.0) -> None:
    """An open hand that comes from the left, its fingers forward."""
    _sleeve(pen)
    for x, y, long, turn in ((60, -44, 112, -16), (74, -16, 126, -5), (74, 14, 118, 5), (58, 42, 94, 16)):
        _finger(pen.at(x, y, turn=turn * spread), long, 27)
    _palm(pen)
    _finger(pen.at(-6, -48, turn=-46 * spread), 88, 29)


def gripping(pen, rng) -> None:
    """A fist about a rope that runs across it."""
    _sleeve(pen)
    _palm(pen)
    for i, y in enumerate((-48, -17, 14, 44)):
        _finger(pen.at(20 + 6 * (i in (1, 2)), y, turn=4), 66, 30)
    _finger(pen.at(-8, -46, turn=-12), 84, 30)


def pinching(pen, rng) -> None:
    """A hand that holds something small between finger and thumb."""
    _sleeve(pen)
    for x, y, long, turn in ((50, 40, 74, 30), (62, 18, 84, 24)):
        _finger(pen.at(x, y, turn=turn), long, 27)
    _palm(pen)
    _finger(pen.at(56, -34, turn=10), 118, 26)
    _finger(pen.at(10, -2, turn=-10), 140, 28)


def _sleeve(pen):
    pen.poly(SLEEVE, (-900, -136), (-110, -52), (-104, 54), (-900, 150))
    pen.poly(PAPER, (-116, -54), (-88, -48), (-84, 50), (-110, 56))
    pen.line(INK, 4, (-116, -54), (-110, 56))
    pen.poly(SKIN, (-90, -42), (-20, -48), (-20, 50), (-86, 44))
    pen.line(INK, 4, (-88, -44), (-20, -50))
    pen.line(INK, 4, (-84, 46), (-20, 52))


def _palm(pen):
    outline = ((-60, -44), (0, -64), (60, -62), (92, -36), (94, 30), (66, 60), (0, 62), (-60, 46))
    pen.blob(SKIN, *outline)
    pen.line(INK, 4, *rounded(outline)[2:-14])
    pen.curve(INK, 2.4, (-30, -20), (0, 4), (16, 40))


def _finger(pen, long, wide):
    w = wide / 2
    outline = (
        (-12, -w),
        (long * 0.5, -w * 0.96),
        (long - w, -w * 0.86),
        (long, 0),
        (long - w, w * 0.86),
        (long * 0.5, w * 0.96),
        (-12, w),
    )
    pen.poly(SKIN, *rounded(outline))
    pen.line(INK, 4, *rounded(outline))
    pen.curve(INK, 2, (long * 0.48, -w * 0.6), (long * 0.5, 0), (long * 0.48, w * 0.6))
    pen.blob(NAIL, (long - 20, -w * 0.5), (long - 5, -w * 0.4), (long - 3, w * 0.3), (long - 20, w * 0.4))
