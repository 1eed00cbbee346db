"""Bar charts drawn in the page, in the page's own colours: plain SVG without style attributes."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple, Protocol

WIDTH, HEIGHT = 440, 176
HEADROOM, FOOT = 24, 22
LETTER = 7.6  # the mean width of a letter, in the units of the drawing
ROW = 48


class Point(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def value(self) -> Decimal: ...


class Bar(NamedTuple):
    label: str
    value: Decimal
    marked: bool


def bars(points: Sequence[Point], alt: str, unit: str = "", threshold: Decimal | None = None, number: Callable[[Decimal], str] = str) -> str:
    """A chart of the points; those that miss the threshold, or the highest, are in the accent.

    ``alt`` says what the chart shows. Long labels lay the bars on their side.
    """
    drawn = [Bar(point.label, point.value, _is_marked(point.value, points, threshold)) for point in points]
    upright = _fits(drawn) or len(drawn) > 8
    height, shapes = _upright(drawn, unit, threshold, number) if upright else _sideways(drawn, unit, threshold, number)
    return f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-label="{escape(alt)}">{"".join(shapes)}</svg>'


def _is_marked(value: Decimal, points: Sequence[Point], threshold: Decimal | None) -> bool:
    if threshold is None:
        return value == max(point.value for point in points)
    return value < threshold


def _fits(drawn: Sequence[Bar]) -> bool:
    return max(len(bar.label) for bar in drawn) * LETTER < WIDTH / len(drawn)


def _upright(drawn: Sequence[Bar], unit: str, threshold: Decimal | None, number: Callable[[Decimal], str]) -> tuple[int, Iterator[str]]:
    return HEIGHT + FOOT, _columns(drawn, _Scale(drawn, threshold, HEIGHT - HEADROOM), unit, threshold, number)


class _Scale:
    """Turns values into lengths; nought is always in sight."""

    def __init__(self, drawn: Sequence[Bar], threshold: Decimal | None, length: float) -> None:
        values = [Decimal(0), *(bar.value for bar in drawn), *([threshold] if threshold is not None else [])]
        self.low, self.length = min(values), length
        self.span = (max(values) - self.low) or Decimal(1)

    def __call__(self, value: Decimal) -> float:
        return round(float((value - self.low) / self.span) * self.length, 1)


def _columns(drawn: Sequence[Bar], scale: _Scale, unit: str, threshold: Decimal | None, number: Callable[[Decimal], str]) -> Iterator[str]:
    slot = WIDTH / len(drawn)
    width, nought = round(slot * 0.7, 1), HEIGHT - scale(Decimal(0))
    for place, bar in enumerate(drawn):
        top, bottom = sorted((HEIGHT - scale(bar.value), nought))
        yield _rectangle(bar, round(place * slot + slot * 0.15, 1), top, width, bottom - top)
        if len(drawn) <= 8 and threshold is None:
            yield _text(place * slot + slot / 2, top - 7, _amount(bar.value, unit if not place else "", number), "middle", strong=True)
    yield f'<path class="line" d="M0 {nought:g}H{WIDTH}"/>'
    if threshold is not None:
        line = HEIGHT - scale(threshold)
        yield f'<path class="line" stroke-dasharray="5 4" d="M0 {line:g}H{WIDTH}"/>'
        yield _text(WIDTH, line - 8, _amount(threshold, unit, number), "end", strong=True, halo=True)
    yield from _feet(drawn, slot)


def _feet(drawn: Sequence[Bar], slot: float) -> Iterator[str]:
    """The labels under the bars: all of them where they fit, or the first, the middle and the last."""
    if _fits(drawn):
        for place, bar in enumerate(drawn):
            yield _text(place * slot + slot / 2, HEIGHT + 18, bar.label, "middle")
        return
    middle = len(drawn) // 2
    yield _text(0, HEIGHT + 18, drawn[0].label, "start")
    yield _text(middle * slot + slot / 2, HEIGHT + 18, drawn[middle].label, "middle")
    yield _text(WIDTH, HEIGHT + 18, drawn[-1].label, "end")


def _sideways(drawn: Sequence[Bar], unit: str, threshold: Decimal | None, number: Callable[[Decimal], str]) -> tuple[int, Iterator[str]]:
    return len(drawn) * ROW, _rows(drawn, _Scale(drawn, threshold, WIDTH - 90), unit, threshold, number)


def _rows(drawn: Sequence[Bar], scale: _Scale, unit: str, threshold: Decimal | None, number: Callable[[Decimal], str]) -> Iterator[str]:
    nought = scale(Decimal(0))
    for place, bar in enumerate(drawn):
        start, end = sorted((nought, scale(bar.value)))
        yield _text(0, place * ROW + 15, bar.label, "start")
        yield _rectangle(bar, start, place * ROW + 22, max(end - start, 1), 14)
        yield _text(end + 8, place * ROW + 34, _amount(bar.value, unit, number), "start", strong=True)
    if nought:
        yield f'<path class="line" d="M{nought:g} 0V{len(drawn) * ROW}"/>'
    if threshold is not None:
        yield f'<path class="line" stroke-dasharray="5 4" d="M{scale(threshold):g} 0V{len(drawn) * ROW}"/>'


def _rectangle(bar: Bar, left: float, top: float, width: float, height: float) -> str:
    ink = "accent" if bar.marked else "fill"
    return f'<path class="{ink}" d="M{left:g} {top:g}h{width:g}v{height:g}h-{width:g}z"/>'


def _text(x: float, y: float, words: str, anchor: str, strong: bool = False, halo: bool = False) -> str:
    ink = " ".join(name for name, worn in (("strong", strong), ("halo", halo)) if worn)
    classes = f' class="{ink}"' if ink else ""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text{classes} x="{round(x, 1):g}" y="{round(y, 1):g}"{at}>{escape(words)}</text>'


def _amount(value: Decimal, unit: str, number: Callable[[Decimal], str]) -> str:
    return f"{number(value)}\N{NO-BREAK SPACE}{unit}".rstrip("\N{NO-BREAK SPACE}")
