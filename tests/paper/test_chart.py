"""Bars: plain SVG in the page's colours, readable by those who do not see it."""
from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from rotative.paper.chart import bars
from rotative.paper.contexts import Point


def points(**values: float | str) -> list[Point]:
    return [Point(label, Decimal(str(value))) for label, value in values.items()]


def shapes(svg: str, ink: str) -> list[str]:
    return re.findall(rf'<path class="{ink}" d="([^"]+)"', svg)


WEEKS = [Point(f"week {number}", Decimal(value)) for number, value in enumerate(["14", "13", "12", "11", "10", "9", "8", "7", "6", "7", "8", "9", "11"], 1)]


@pytest.mark.parametrize(
    "svg",
    [
        bars(points(a=1, b=2), "Two."),
        bars(WEEKS, "It falls.", "m³/s", Decimal(11)),
        bars(points(gain=4, loss=-2), "A loss."),
        bars([Point("A label of great length", Decimal(71)), Point("Another label as long", Decimal(-3))], "Long.", "€", Decimal(5)),
        bars(points(a=0, b=0), "Nothing."),
    ],
)
def test_a_chart_is_well_formed_and_wears_no_style(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-label")
    assert not re.search(r"style=|fill=|\bnan\b|inf", svg)


def test_words_are_escaped() -> None:
    svg = bars([Point("<b>", Decimal(1)), Point("a&b", Decimal(2))], 'He said "no" & left')
    assert "<b>" not in svg
    assert ElementTree.fromstring(svg).get("aria-label") == 'He said "no" & left'


def test_the_highest_bar_is_marked() -> None:
    svg = bars(points(a=1, b=5, c=2), "Three.")
    assert len(shapes(svg, "accent")) == 1
    assert len(shapes(svg, "fill")) == 2


def test_bars_below_the_threshold_are_marked() -> None:
    svg = bars(WEEKS, "It falls.", "m³/s", Decimal(11))
    assert len(shapes(svg, "accent")) == 8
    assert "11\N{NO-BREAK SPACE}m³/s" in svg


def test_many_labels_leave_the_first_the_middle_and_the_last() -> None:
    svg = bars(WEEKS, "It falls.")
    assert [label for label in ("week 1", "week 7", "week 13") if f">{label}<" in svg] == ["week 1", "week 7", "week 13"]
    assert ">week 2<" not in svg


def test_long_labels_lay_the_bars_on_their_side() -> None:
    shares = {"Journalists and stringers": 71, "Printing and servers": 17, "Taxes": 8, "The bank": 4}
    svg = bars([Point(label, Decimal(value)) for label, value in shares.items()], "Where it goes.", "€")
    widths = [float(width) for width in re.findall(r"h([\d.]+)v14", svg)]
    assert widths[0] / widths[1] == pytest.approx(71 / 17, rel=0.01)
    assert "71\N{NO-BREAK SPACE}€" in svg


def test_numbers_are_set_in_the_way_of_the_language() -> None:
    assert ">4,5<" in bars(points(a="4.5", b=1), "Two.", number=lambda value: str(value).replace(".", ","))


def test_a_loss_hangs_below_the_line() -> None:
    svg = bars(points(gain=4, loss=-2), "A loss.")
    gain, loss, line = shapes(svg, "accent")[0], shapes(svg, "fill")[0], shapes(svg, "line")[0]
    height = float(re.search(r"M0 ([\d.]+)H", line)[1])
    assert float(gain.split()[1].split("h")[0]) < height
    assert float(loss.split()[1].split("h")[0]) == height


def written(svg: str) -> list[tuple[float, str, str]]:
    """Each text of a chart: where it stands, from which edge, what it says."""
    found = re.findall(r'<text[^>]* x="([-\d.]+)" y="[-\d.]+"(?: text-anchor="(\w+)")?>([^<]*)', svg)
    return [(float(x), anchor or "start", words) for x, anchor, words in found]


def test_a_unit_stands_beside_an_amount_only_where_it_has_room() -> None:
    assert "610\N{NO-BREAK SPACE}m³<" in bars(points(a=610, b=560, c=580), "Three.", "m³")
    long = bars(points(a=610, b=560, c=580, d=570), "Four.", "thousands of m³")
    assert [words for _x, _anchor, words in written(long)][:2] == ["thousands of m³", "610"]
    assert 'viewBox="0 -26 440 224"' in long


def test_nor_does_it_run_out_of_the_page_beside_a_bar_on_its_side() -> None:
    svg = bars([Point("A label of great length", Decimal(610)), *points(a=580, b=5)], "Three.", "thousands of m³")
    assert [words for _x, _anchor, words in written(svg)][:2] == ["thousands of m³", "A label of great length"]
    assert svg.count("thousands of m³") == 1
    assert all(x + 9.2 * len(words) <= 440 for x, _anchor, words in written(svg) if words.isdigit())


@pytest.mark.parametrize(
    ("values", "place"),
    [([14, 12, 9, 8], (440, "end")), ([8, 9, 12, 14], (0, "start")), ([14, 12, 9, 14], (34, "start"))],
)
def test_the_threshold_is_told_where_no_bar_is_under_its_words(values: list[int], place: tuple[int, str]) -> None:
    svg = bars([Point(f"w{number}", Decimal(value)) for number, value in enumerate(values)], "Four.", "m³/s", Decimal(11))
    assert (*place, "11\N{NO-BREAK SPACE}m³/s") in written(svg)


def test_of_many_columns_the_highest_tells_its_amount() -> None:
    told = [each for each in written(bars(WEEKS, "It falls.", "m³/s")) if "m³/s" in each[2]]
    assert told == [(0, "start", "14\N{NO-BREAK SPACE}m³/s")]


def test_a_loss_has_a_minus_sign() -> None:
    assert ">−2<" in bars(points(gain=4, loss=-2), "A loss.")


def test_a_threshold_of_bars_on_their_side_is_told_under_its_line() -> None:
    svg = bars([Point("A label of great length", Decimal(71)), Point("Another label as long", Decimal(30))], "Long.", "%", Decimal(50))
    assert any(words == "50\N{NO-BREAK SPACE}%" for _x, _anchor, words in written(svg))


def test_nor_does_its_line_cross_an_amount() -> None:
    svg = bars([Point("A label of great length", Decimal(48)), *points(a=90, b=60, c=10)], "Four.", "%", Decimal(50))
    assert re.search(r'd="M([\d.]+) 0V18M\1 40V192"', svg)
