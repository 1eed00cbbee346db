"""Still lifes: the things a scene names, on a table, and the hands at work on them."""

import numpy as np

from ..instruments.palette import DEEP, EMBER, INK, LAMP, MIST, NIGHT, PAPER, blend
from ..instruments.screens import ruled, smooth
from ..nature.room import window
from ..props import furniture, hands, things

SMALL = (
    (("name plate", "enamel"), things.name_plate, 370),
    (("screwdriver", "spanner"), things.screwdriver, 200),
    (("ledger", "register", "dossier", "account"), things.book, 250),
    (("notebook", "diary", "logbook"), things.notebook, 280),
    (
        (
            "paper",
            "letter",
            "document",
            "ballot paper",
            "contract",
            "page",
            "invoice",
            "bill",
            "map",
            "sheet",
            "policy",
            "poster",
        ),
        things.sheet_of_paper,
        200,
    ),
    (("pencil", "pen "), things.pencil, 120),
    (("key",), things.key, 120),
    (("lamp",), things.lamp, 130),
    (("telephone", "phone"), things.telephone, 180),
    (("bread", "baguette", "loaf"), things.bread, 250),
    (("round loa",), things.round_loaf, 180),
    (("fish ", "bass", "sole", "mackerel", "cod"), things.fish, 290),
    (("oyster", "shell"), things.shells, 250),
    (("bottle", "wine"), things.bottle, 70),
    (("cup", "coffee", "bowl", "soup"), things.cup, 90),
    (("thermos", "flask"), things.thermos, 60),
    (("hydrometer", "tube", "glass"), things.hydrometer, 130),
    (("shoe box", "index", "card"), things.index_box, 150),
    (("anchor",), things.anchor, 260),
    (("scale", "weigh"), things.scales, 230),
    (("paint", "sample", "brush", "pot"), things.paint_pots, 250),
    (("coin", "money", "cash"), things.coins, 200),
    (("spectacle", "glasses"), things.glasses, 150),
    (("slide rule", "ruler"), things.slide_rule, 290),
    (("microphone", "recorder", "radio"), things.microphone, 90),
    (("ballot", "urn"), things.ballot, 200),
    (("cheese",), things.cheese, 190),
    (("rope", "cord", "knot"), things.rope, 190),
    (("strongbox", "safe", "chest"), furniture.strongbox, 190),
    (("basket",), furniture.basket, 80),
    (("bucket",), furniture.bucket, 60),
    (("crate", "wooden box"), furniture.crate, 80),
    (("barrel",), furniture.barrel, 80),
    (("clock", "watch"), furniture.clock, 130),
)
USUAL = (
    things.book,
    things.lamp,
    things.fish,
    things.bread,
    things.anchor,
    things.sheet_of_paper,
    things.bottle,
    things.scales,
    things.cup,
)


def draw(view) -> None:
    """A table top against a dark wall, or seen from straight above."""
    if view.words.has("from above", "desk", "spread", "laid out"):
        _from_above(view)
    elif view.words.has("pinned", "notice board", "noticeboard"):
        _pinned(view)
    else:
        _on_table(view)


def _on_table(view):
    plate, h, rng = view.plate, view.plate.high, view.rng
    edge = h * (0.62 if view.words.has("hand") else 0.66)
    side = float(rng.choice((300, 900)))
    _backdrop(view, edge, side)
    if view.words.has("window"):
        look = "sea" if view.words.has("bay", "sea", "port", "harbour") else "hills"
        window(plate, 760 if side < 600 else 110, h * 0.08, 330, h * 0.4, view.light, look)
    _cloth(view, edge, side)
    _arrange(view, edge)
    if view.words.has("hand", "finger"):
        _hands(view)


def _pinned(view):
    h, rng = view.plate.high, view.rng
    _backdrop(view, h * 0.86, float(rng.uniform(400, 800)))
    _cloth(view, h * 0.86, 600)
    pen, count = view.pen(), max(view.words.count("sheet", "paper", "page", "notice", "letter"), 5)
    for i in range(min(count, 13)):
        x = 600 + (i - (count - 1) / 2) * 1080 / count
        sheet = pen.at(x, h * 0.34 + rng.normal(0, 5), 1.5 * 9 / max(count, 8), turn=rng.normal(0, 2.4))
        sheet.box(DEEP, -36, -62, 40, 68)
        sheet.box(PAPER, -40, -66, 36, 62)
        for k in range(9):
            sheet.line(MIST, 3, (-30, -44 + k * 11), (12 + (k * 13 + i * 7) % 16, -44 + k * 11))
        sheet.disc(EMBER, 0, -58, 5)
    pen.press()
    view.people(h * 0.94, 2.7, least=3, pose="point" if rng.random() < 0.3 else "stand")


def _backdrop(view, edge, side):
    wall = view.plate.part(bottom=edge)
    glow = np.exp(-(((wall.x - side) / 420) ** 2)) * np.exp(-(((wall.y - edge * 0.55) / 290) ** 2))
    wall.wash(blend(NIGHT, MIST, view.rng.uniform(0.15, 0.5)))
    wall.wash(view.light.glow, glow * 0.8)
    angle = view.rng.choice((0, 90, 62, -62))
    tone = 0.6 + 0.26 * smooth(0, 800, np.abs(wall.x - side)) - 0.5 * glow
    wall.rule(np.clip(tone, 0.08, 0.92), INK, 9 * view.rng.uniform(0.9, 1.2), angle)


def _cloth(view, edge, side):
    low = view.plate.part(top=edge)
    depth = low.y - edge
    low.wash(blend(MIST, LAMP, view.rng.uniform(0.15, 0.6)))
    pool = np.exp(-(((low.x - side) / 400) ** 2)) * smooth(260, 0, depth)
    low.wash(PAPER, pool * 0.6)
    low.rule(0.3 + 0.42 * smooth(0, 300, depth) - 0.2 * pool, INK, 9, 0, 2.5 * np.sin(low.x / 90 + depth / 40))
    low.wash(DEEP, np.clip(3 - depth, 0, 1))


def named(view) -> list:
    """The things the scene names, with the width each needs, the first named first."""
    text = view.words.text
    found = [
        (min(text.find(s.strip()) % 10_000 for s in stems), prop, wide)
        for stems, prop, wide in SMALL
        if view.words.has(*stems)
    ]
    return [(prop, wide) for _, prop, wide in sorted(found, key=lambda f: f[0])]


def _arrange(view, edge):
    rng, h, pen = view.rng, view.plate.high, view.pen()
    asked = named(view)[:5]
    if not asked or (len(asked) < 2 and not view.words.has("hand")):
        extra = [USUAL[i] for i in rng.permutation(len(USUAL))[: 3 - len(asked)]]
        asked += [(p, 200) for p in extra if p not in [a for a, _ in asked]]
    total = sum(w for _, w in asked) + 40 * len(asked)
    scale = float(np.clip(1240 / total, 1.1, 2.3))
    fit = min(1, 1060 / (total * scale))
    x = 600 - total * scale * fit / 2
    grow = dict.fromkeys((50, 60, 70, 80, 90), 2.6 if view.words.has("hand") else 1.6)
    for i, (prop, wide) in enumerate(asked):
        x += (wide + 40) * scale * fit / 2
        y = edge + (h - edge) * (0.2 + 0.42 * (i % 2)) + rng.uniform(-6, 6)
        _shadow(pen.at(x, y, scale), wide)
        prop(pen.at(x, y, scale * grow.get(wide, 1.0), flip=bool(rng.random() < 0.3)), rng)
        x += (wide + 40) * scale * fit / 2
    pen.press()


def _shadow(pen, wide):
    pen.blob(INK, (-wide * 0.45, 4), (0, -6), (wide * 0.6, 0), (wide * 0.75, 12), (0, 20), (-wide * 0.4, 14))


def _hands(view):
    pen, h, rng = view.pen(), view.plate.high, view.rng
    asked = view.words.count("hand", least=1)
    count = min(asked if view.words.has("key", "around") else min(asked, 2), 6)
    if view.words.has("around", "each") or count > 2:
        for i in range(count):
            a = np.pi * (0.02 + 0.96 * i / max(count - 1, 1))
            at = pen.at(600 + 440 * np.cos(a), h * 0.56 + 270 * np.sin(a), 0.86, turn=np.rad2deg(a) + 180)
            hands.pinching(at, rng)
            if view.words.has("key"):
                things.key(at.at(188, -10, 0.85), rng)
    else:
        for flip in (False, True)[:count]:
            at = pen.at(1200 if flip else 0, 0, flip=flip).at(360, h * 0.86, 1.3, turn=-20)
            (hands.pinching if view.words.has("hold", "tying", "pen", "screw", "sign") else hands.reaching)(at, rng)
    pen.press()


def _from_above(view):
    plate, h, rng = view.plate, view.plate.high, view.rng
    plate.wash(blend(MIST, LAMP, 0.55))
    grain = 7 * np.sin(plate.x / 160 + 2 * np.sin(plate.y / 90)) + 3 * np.sin(plate.x / 47)
    plate.rule(0.42 + 0.16 * np.sin(plate.y / 130), blend(INK, NIGHT, 0.4), 10, 0, grain)
    pen = view.pen()
    if view.words.has("map", "contour", "plan", "chart"):
        _contours(view, pen)
    spots = [(880, 0.3), (860, 0.76), (330, 0.8), (1060, 0.56), (140, 0.36)]
    for (prop, _), (x, y) in zip(
        [n for n in named(view) if n[0] is not things.sheet_of_paper][:5], spots, strict=False
    ):
        prop(pen.at(x + rng.normal(0, 20), h * y, 1.45, turn=rng.uniform(-16, 16)), rng)
    pen.press()
    if view.words.has("hand"):
        _hands(view)


def _contours(view, pen):
    plate, h = view.plate, view.plate.high
    sheet = pen.at(430, h * 0.5, turn=-5)
    sheet.box(DEEP, -352, -270, 368, 288)
    sheet.box(PAPER, -360, -280, 360, 280)
    pen.press()
    part = plate.part(110, h * 0.5 - 240, 750, h * 0.5 + 240)
    u, v = (part.x - 430) / 300, (part.y - h * 0.5) / 210
    height = np.hypot(u + 0.3 * np.sin(v * 3), v + 0.2 * np.sin(u * 4)) * 260 + 30 * np.sin(u * 5 + 1) * np.sin(v * 4)
    lake = np.clip((96 - height) / 2, 0, 1)
    part.wash(blend(MIST, NIGHT, 0.35), lake)
    part.wash(blend(INK, EMBER, 0.4), ruled(0.12, height, 24, plate.dpi))
    part.wash(INK, np.clip(2.4 - np.abs(height - 96), 0, 1))
