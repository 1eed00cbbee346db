"""Bar charts drawn in the page, in the page's own colours: plain SVG without style attributes."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple, Protocol

WIDTH, HEIGHT = 440, 176
HEADROOM, FOOT = 24, 22
HEADING = 26  # a line of its own for the unit
LETTER = 7.6  # the mean width of a letter, in the units of the drawing
FIGURE = 9.2  # and that of a figure, which is strong
ROW = 48
FEW = 8  # columns that each have room for their amount

Number = Callable[[Decimal], str]


class Point(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def value(self) -> Decimal: ...


class Bar(NamedTuple):
    label: str
    value: Decimal
    marked: bool


class Drawing(NamedTuple):
    """What is drawn: the bars, and what their lengths mean."""

    bars: Sequence[Bar]
    unit: str
    threshold: Decimal | None
    number: Number

    def amount(self, value: Decimal, unit: str = "") -> str:
        return f"{self.number(value)}\N{NO-BREAK SPACE}{unit}".rstrip("\N{NO-BREAK SPACE}").replace("-", "\N{MINUS SIGN}", value < 0)

    @property
    def slot(self) -> float:
        return WIDTH / len(self.bars)


def bars(points: Sequence[Point], alt: str, unit: str = "", threshold: Decimal | None = None, number: Number = str) -> str:
    """A chart of the points; those that miss the threshold, or the highest, are in the accent.

    ``alt`` says what the chart shows. Long labels lay the bars on their side. The unit stands
    beside the amounts where it has room, else once at the head of the chart.
    """
    drawn = Drawing([Bar(point.label, point.value, _is_marked(point.value, points, threshold)) for point in points], unit, threshold, number)
    head, shapes, height = _upright(drawn) if _fits(drawn.bars) or len(drawn.bars) > FEW else _sideways(drawn)
    top = -HEADING if head else 0
    size = f'viewBox="0 {top} {WIDTH} {height - top}" width="{WIDTH}" height="{height - top}"'
    return f'<svg {size} role="img" aria-label="{escape(alt)}">{head}{"".join(shapes)}</svg>'


def _is_marked(value: Decimal, points: Sequence[Point], threshold: Decimal | None) -> bool:
    if threshold is None:
        return value == max(point.value for point in points)
    return value < threshold


def _fits(drawn: Sequence[Bar]) -> bool:
    return max(len(bar.label) for bar in drawn) * LETTER < WIDTH / len(drawn)


class _Scale:
    """Turns values into lengths; nought is always in sight."""

    def __init__(self, drawn: Drawing, length: float) -> None:
        values = [Decimal(0), *(bar.value for bar in drawn.bars), *([drawn.threshold] if drawn.threshold is not None else [])]
        self.low, self.length = min(values), length
        self.span = (max(values) - self.low) or Decimal(1)

    def __call__(self, value: Decimal) -> float:
        return round(float((value - self.low) / self.span) * self.length, 1)


# ── Columns ────────────────────────────────────────────────────────────────────


def _upright(drawn: Drawing) -> tuple[str, Iterator[str], int]:
    head = "" if drawn.threshold is not None or _has_room(drawn) else _heading(drawn.unit)
    return head, _columns(drawn, _Scale(drawn, HEIGHT - HEADROOM), "" if head else drawn.unit), HEIGHT + FOOT


def _has_room(drawn: Drawing) -> bool:
    """Whether the first amount may have the unit beside it without touching its neighbour."""
    return not drawn.unit or len(drawn.bars) > FEW or _length(drawn.amount(drawn.bars[0].value, drawn.unit)) < drawn.slot


def _columns(drawn: Drawing, scale: _Scale, unit: str) -> Iterator[str]:
    width, nought = round(drawn.slot * 0.7, 1), HEIGHT - scale(Decimal(0))
    for place, bar in enumerate(drawn.bars):
        top, bottom = sorted((HEIGHT - scale(bar.value), nought))
        yield _rectangle(bar, round((place + 0.15) * drawn.slot, 1), top, width, bottom - top)
    yield f'<path class="line" d="M0 {nought:g}H{WIDTH}"/>'
    yield from _amounts(drawn, scale, unit) if drawn.threshold is None else _limit(drawn, scale, drawn.threshold)
    yield from _feet(drawn)


def _limit(drawn: Drawing, scale: _Scale, threshold: Decimal) -> Iterator[str]:
    """The threshold, its amount over an end of its line where no bar reaches; else in the headroom, beside a piece of the line."""
    amount, line = drawn.amount(threshold, drawn.unit), HEIGHT - scale(threshold)
    yield _dashes(f"M0 {line:g}H{WIDTH}")
    near = int(_length(amount) // drawn.slot) + 1
    if all(bar.value <= threshold for bar in drawn.bars[-near:]):
        yield _text(WIDTH, line - 8, amount, "end", strong=True)
    elif all(bar.value <= threshold for bar in drawn.bars[:near]):
        yield _text(0, line - 8, amount, "start", strong=True)
    else:
        yield _dashes("M0 6h26") + _text(34, 11, amount, "start", strong=True)


def _amounts(drawn: Drawing, scale: _Scale, unit: str) -> Iterator[str]:
    """Over each column its amount, the first with the unit; of many, only the highest has one."""
    few = len(drawn.bars) <= FEW
    told = range(len(drawn.bars)) if few else [[bar.marked for bar in drawn.bars].index(True)]
    for place in told:
        bar = drawn.bars[place]
        words = drawn.amount(bar.value, unit if place == 0 or not few else "")
        yield _within((place + 0.5) * drawn.slot, HEIGHT - scale(max(bar.value, Decimal(0))) - 7, words)


def _within(x: float, y: float, words: str) -> str:
    """An amount in the middle of its place, or at the edge of the drawing where it would stand out."""
    half = _length(words) / 2
    if x < half:
        return _text(0, y, words, "start", strong=True)
    return _text(WIDTH, y, words, "end", strong=True) if x > WIDTH - half else _text(x, y, words, "middle", strong=True)


def _feet(drawn: Drawing) -> Iterator[str]:
    """The labels under the bars: all of them where they fit, or the first, the middle and the last."""
    labels, slot = [bar.label for bar in drawn.bars], drawn.slot
    if _fits(drawn.bars):
        for place, label in enumerate(labels):
            yield _text((place + 0.5) * slot, HEIGHT + 18, label, "middle")
        return
    middle = len(labels) // 2
    yield _text(0, HEIGHT + 18, labels[0], "start")
    yield _text((middle + 0.5) * slot, HEIGHT + 18, labels[middle], "middle")
    yield _text(WIDTH, HEIGHT + 18, labels[-1], "end")


# ── Bars on their side ─────────────────────────────────────────────────────────


def _sideways(drawn: Drawing) -> tuple[str, Iterator[str], int]:
    longest = max(_length(drawn.amount(bar.value, drawn.unit)) for bar in drawn.bars)
    beside = longest < WIDTH / 4 or not drawn.unit
    unit = drawn.unit if beside else ""
    room = max(_length(drawn.amount(bar.value, unit)) for bar in drawn.bars) + 12
    foot = 0 if drawn.threshold is None else FOOT
    return "" if beside else _heading(drawn.unit), _rows(drawn, _Scale(drawn, WIDTH - room), unit), len(drawn.bars) * ROW + foot


def _rows(drawn: Drawing, scale: _Scale, unit: str) -> Iterator[str]:
    nought, foot = scale(Decimal(0)), len(drawn.bars) * ROW
    ends = [sorted((nought, scale(bar.value))) for bar in drawn.bars]
    for place, (bar, (start, end)) in enumerate(zip(drawn.bars, ends, strict=True)):
        yield _rectangle(bar, start, place * ROW + 22, max(end - start, 1), 14)
    if nought:
        yield f'<path class="line" d="M{nought:g} 0V{foot}"/>'
    if drawn.threshold is not None:
        line = scale(drawn.threshold)
        under = [place for place, (bar, (_start, end)) in enumerate(zip(drawn.bars, ends, strict=True)) if 0 < line - end < 12 + _length(drawn.amount(bar.value, unit))]
        yield _dashes(_broken(line, foot, under)) + _within(line, foot + 16, drawn.amount(drawn.threshold, drawn.unit))
    for place, (bar, (_start, end)) in enumerate(zip(drawn.bars, ends, strict=True)):
        yield _text(0, place * ROW + 15, bar.label, "start", halo=True)
        yield _text(end + 8, place * ROW + 34, drawn.amount(bar.value, unit), "start", strong=True, halo=True)


def _broken(x: float, foot: int, under: Sequence[int]) -> str:
    """A line down the chart, broken where it would cross the amount of a row."""
    gaps = "".join(f"V{place * ROW + 18}M{x:g} {place * ROW + 40}" for place in under)
    return f"M{x:g} 0{gaps}V{foot}"


# ── Marks ──────────────────────────────────────────────────────────────────────


def _heading(words: str) -> str:
    return _text(0, 15 - HEADING, words, "start")


def _length(words: str) -> float:
    return sum(FIGURE if letter.isdigit() else LETTER for letter in words)


def _rectangle(bar: Bar, left: float, top: float, width: float, height: float) -> str:
    ink = "accent" if bar.marked else "fill"
    return f'<path class="{ink}" d="M{left:g} {top:g}h{width:g}v{height:g}h-{width:g}z"/>'


def _dashes(path: str) -> str:
    return f'<path class="line" stroke-dasharray="5 4" d="{path}"/>'


def _text(x: float, y: float, words: str, anchor: str, strong: bool = False, halo: bool = False) -> str:
    ink = " ".join(name for name, worn in (("strong", strong), ("halo", halo)) if worn)
    classes = f' class="{ink}"' if ink else ""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text{classes} x="{round(x, 1):g}" y="{round(y, 1):g}"{at}>{escape(words)}</text>'
