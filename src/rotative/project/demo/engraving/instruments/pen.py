"""The pen: cuts shapes and prints them in an ink, a hatching or a lit silhouette."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .palette import INK, PAPER, Colour
from .plate import Plate
from .screens import ruled


@dataclass(frozen=True, eq=False)
class Hatch:
    """A hatched tint: tone runs from the first to the last value across the shape."""

    paper: Colour = field(default_factory=lambda: PAPER)
    ink: Colour = field(default_factory=lambda: INK)
    tone: tuple[float, float] = (0.2, 0.7)
    pitch: float = 7
    angle: float = 0
    bow: float = 0
    down: bool = False


@dataclass(frozen=True, eq=False)
class Rim:
    """A silhouette with one lit edge; the light comes from (dx, dy)."""

    ink: Colour
    light: Colour
    dx: float = 1.6
    dy: float = -1.2


Tint = Colour | Hatch | Rim
Points = tuple[tuple[float, float], ...]


@dataclass
class Shape:
    """One cut: its kind, its points on the plate, the width of a line."""

    tint: Tint
    kind: str
    points: np.ndarray
    width: float = 0.0

    def bounds(self):
        pad = self.width + 3
        return (*(self.points.min(0) - pad), *(self.points.max(0) + pad))

    def cut(self, draw: ImageDraw.ImageDraw, origin, scale) -> None:
        pts = (self.points - origin) * scale
        if self.kind == "line":
            _stroke(draw, pts, max(self.width * scale, 1))
        elif self.kind == "disc":
            draw.ellipse([*pts.min(0), *pts.max(0)], fill=255)
        else:
            draw.polygon([tuple(p) for p in pts], fill=255)


class Pen:
    """Collects shapes in its own units; `press` prints them in order."""

    def __init__(self, plate: Plate):
        self.plate, self.shapes = plate, []
        self._turn, self._shift, self._scale = np.eye(2, dtype=np.float32), np.zeros(2, np.float32), 1.0

    def at(self, x: float, y: float, scale: float = 1.0, flip: bool = False, turn: float = 0.0) -> Pen:
        """A pen on the same sheet with its own origin, size, side and slant."""
        child = Pen(self.plate)
        a = np.deg2rad(turn)
        turned = np.array(((np.cos(a), -np.sin(a)), (np.sin(a), np.cos(a)))) @ np.diag((-1.0 if flip else 1.0, 1.0))
        child.shapes, child._scale = self.shapes, self._scale * scale
        child._turn = self._turn @ turned * scale
        child._shift = self._turn @ np.array((x, y)) + self._shift
        return child

    def poly(self, tint: Tint, *points) -> None:
        """A filled outline with corners."""
        self._add(tint, "poly", points)

    def box(self, tint: Tint, left: float, top: float, right: float, bottom: float) -> None:
        """An upright rectangle."""
        self._add(tint, "poly", ((left, top), (right, top), (right, bottom), (left, bottom)))

    def disc(self, tint: Tint, x: float, y: float, rx: float, ry: float | None = None) -> None:
        """A circle or an ellipse that may be turned with the pen."""
        t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        self._add(tint, "poly", np.stack((x + rx * np.cos(t), y + (ry or rx) * np.sin(t)), 1))

    def blob(self, tint: Tint, *points) -> None:
        """A filled outline without corners."""
        self._add(tint, "poly", rounded(points, closed=True))

    def line(self, tint: Tint, width: float, *points) -> None:
        """A line from point to point, its ends rounded."""
        self._add(tint, "line", points, width)

    def curve(self, tint: Tint, width: float, *points) -> None:
        """A line that bends through its points."""
        self._add(tint, "line", rounded(points), width)

    def press(self) -> None:
        """Print what was drawn, in order, and begin anew."""
        for tint, shapes in _runs(self.shapes):
            _print(self.plate, tint, shapes)
        self.shapes.clear()

    def mirrored(self, level: float, part: Plate, blur: float = 4) -> np.ndarray:
        """The reflection of the shapes in water that begins at `level`."""
        flipped = [Shape(s.tint, s.kind, s.points * (1, -1) + (0, 2 * level), s.width) for s in self.shapes]
        return _mask(part, flipped, (0, 0), part.size, 1, blur)

    def _add(self, tint, kind, points, width=0.0):
        pts = np.asarray(points, np.float32) @ self._turn.T + self._shift
        self.shapes.append(Shape(tint, kind, pts, width * self._scale))


def rounded(points, closed: bool = False, steps: int = 8) -> np.ndarray:
    """The smooth curve through the points (Catmull and Rom's)."""
    p = np.asarray(points, np.float32)
    p = np.concatenate((p[-1:], p, p[:2])) if closed else np.concatenate((p[:1], p, p[-1:]))
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    spans = [_span(*p[i : i + 4], t) for i in range(len(p) - 3)]
    return np.concatenate((*spans, p[-2:-1]))


def _span(a, b, c, d, t):
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def _stroke(draw, pts, width):
    draw.line([tuple(p) for p in pts], fill=255, width=max(int(round(width)), 1), joint="curve")
    if width > 3:
        r = width / 2 - 0.5
        for x, y in (pts[0], pts[-1]):
            draw.ellipse([x - r, y - r, x + r, y + r], fill=255)


def _runs(shapes):
    """Neighbours of one flat tint print together; a hatched shape prints alone."""
    runs = []
    for shape in shapes:
        if runs and runs[-1][0] is shape.tint and not isinstance(shape.tint, Hatch):
            runs[-1][1].append(shape)
        else:
            runs.append((shape.tint, [shape]))
    return runs


def _print(plate, tint, shapes):
    bounds = np.array([s.bounds() for s in shapes])
    left, top, right, bottom = *bounds[:, :2].min(0), *bounds[:, 2:].max(0)
    part = plate.part(left, top, right, bottom)
    if min(part.size) < 1:
        return
    mask = _mask(part, shapes, (part.x[0, 0] - 0.5 / plate.dpi, part.y[0, 0] - 0.5 / plate.dpi), part.size)
    _ink(part, tint, mask, (left + 3, top + 3, right - 3, bottom - 3))


def _mask(part, shapes, origin, size, fine=None, blur=0.0):
    fine = fine or (2 if size[0] * size[1] > 400_000 else 3)
    card = Image.new("L", (size[0] * fine, size[1] * fine), 0)
    draw = ImageDraw.Draw(card)
    origin = np.asarray(origin if fine != 1 or not blur else (part.x[0, 0], part.y[0, 0]), np.float32)
    for shape in shapes:
        shape.cut(draw, origin, part.dpi * fine)
    card = card.reduce(fine) if fine > 1 else card
    card = card.filter(ImageFilter.BoxBlur(blur)) if blur else card
    return np.asarray(card, np.float32) / 255


def _ink(part, tint, mask, box):
    if isinstance(tint, Hatch):
        _hatch(part, tint, mask, box)
    elif isinstance(tint, Rim):
        part.wash(tint.ink, mask)
        part.wash(tint.light, np.clip(mask - _moved(mask, tint, part.dpi), 0, 1))
    else:
        part.wash(tint, mask)


def _hatch(part, tint, mask, box):
    left, top, right, bottom = box
    run = (part.y - top) / max(bottom - top, 1) if tint.down else (part.x - left) / max(right - left, 1)
    tone = tint.tone[0] + (tint.tone[1] - tint.tone[0]) * np.clip(run, 0, 1)
    across = (part.x - (left + right) / 2) / max((right - left) / 2, 1)
    place = part.along(tint.angle) + tint.bow * across * across
    part.wash(tint.paper, mask)
    part.wash(tint.ink, ruled(tone, place, tint.pitch, part.dpi) * mask)


def _moved(mask, rim, dpi):
    dx, dy = int(round(-rim.dx * dpi)), int(round(-rim.dy * dpi))
    out = np.zeros_like(mask)
    h, w = mask.shape
    out[max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)] = mask[
        max(-dy, 0) : h - max(dy, 0), max(-dx, 0) : w - max(dx, 0)
    ]
    return out
