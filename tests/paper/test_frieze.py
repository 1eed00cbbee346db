"""The timeline of a dossier: days in scale, no label over another one, nothing outside of the drawing."""
from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.paper import dates
from rotative.paper.frieze import AIR, NARROW, WIDE, Mark, frieze, placed, scale_of
from rotative.paper.lettering import lines_of, shortened, width_of
from rotative.paper.scale import CUT, CUTS, FAR, SHORTEST, Scale

MONDAY = date(2026, 11, 23)
WIDTHS = pytest.mark.parametrize("width", [WIDE, NARROW])


def write(day: date, unit: str) -> str:
    return str(day.year) if unit == "year" else dates.short_day(day, "fr") if unit == "day" else dates.month_name(day, "fr")


def drawn(*marks: Mark, width: int = WIDE) -> str:
    return frieze(marks, "Frise", write, width)


def on(day: date, label: str = "Une séance", **more: bool) -> Mark:
    return Mark(day, day, label, **more)


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    """Things on any days: some of them about one another, as of one story, some years away."""
    found = []
    abouts = draw(st.lists(st.integers(0, 40_000), min_size=1, max_size=5))
    within = draw(st.sampled_from([40_000, 400, 30, 1]))
    for _ in range(draw(st.integers(1, 30))):
        first = date(1950, 1, 1) + timedelta(days=draw(st.sampled_from(abouts)) + draw(st.integers(0, within)))
        last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 3, 400])))
        found.append(Mark(first, last, draw(st.text("aeilmM W’0", max_size=60)), draw(st.booleans()), draw(st.booleans())))
    return found


@given(some=marks(), width=st.sampled_from([WIDE, NARROW]))
def test_no_label_meets_another_one_or_its_leader_or_leaves_the_drawing(some, width):
    if not frieze(some, "", write, width):
        return
    flags = placed(some, scale_of(some, width))
    for place, flag in enumerate(flags):
        start, end, lane = flag.box
        assert 0 <= start <= end <= width
        for other in flags[place + 1 :]:
            start_2, end_2, lane_2 = other.box
            assert lane != lane_2 or end + AIR <= start_2 or end_2 + AIR <= start
            assert flag.lane < lane_2 or not start_2 < flag.x < end_2
            assert other.lane < lane or not start < other.x < end


@given(some=marks(), width=st.sampled_from([WIDE, NARROW]))
def test_every_mark_is_drawn_inside(some, width):
    svg = frieze(some, "", write, width)
    if not svg:
        assert len({day for mark in some for day in (mark.first, mark.last)}) == 1
        return
    assert svg.count("<circle") == sum(mark.first == mark.last for mark in some)
    assert all(0 <= float(x) <= width for x in re.findall(r'(?:cx|x)="([-\d.e]+)"', svg))
    assert "style=" not in svg


@given(some=marks(), width=st.sampled_from([WIDE, NARROW]))
def test_names_of_days_have_room_beside_each_other(some, width):
    svg = frieze(some, "", write, width)
    told = re.findall(r'<text(?: class="strong")? x="([\d.]+)" y="([\d.]+)"(?: text-anchor="end")?>([^<]*)</text>', svg)
    line = re.search(r'class="line" d="M0 ([\d.]+)H', svg)
    feet = [(x, name) for x, y, name in told if line and float(y) > float(line[1])]
    assert not svg or feet
    ends = [(float(x), float(x) + width_of(name)) for x, name in feet]
    assert all(end <= start for (_, end), (start, _) in zip(ends, ends[1:], strict=False))


@given(some=marks(), width=st.sampled_from([WIDE, NARROW]))
def test_days_keep_their_order_and_one_scale_and_nothing_is_cut_but_what_is_empty(some, width):
    if not frieze(some, "", write, width):
        return
    scale = scale_of(some, width)
    days = sorted({day for mark in some for day in (mark.first, mark.last)})
    assert [scale(day) for day in days] == sorted(scale(day) for day in days)
    assert (scale.parts[0][0], scale.parts[-1][1]) == (days[0], days[-1])
    assert all(any(first <= mark.first <= mark.last <= last for first, last in scale.parts) for mark in some)
    ratios = {round((scale(last) - scale(first)) / (last - first).days, 2) for first, last in scale.parts if (last - first).days > 400}
    assert not ratios or max(ratios) - min(ratios) <= 0.01
    assert len(scale.cuts) <= CUTS[width]
    for before, after in scale.cuts:
        assert (after - before).days >= max(SHORTEST, FAR * scale.days) > 0
        assert scale(after) - scale(before) == pytest.approx(CUT, abs=0.2)
        assert not any(before < mark.first < after or before < mark.last < after for mark in some)


@given(some=marks(), width=st.sampled_from([WIDE, NARROW]))
def test_the_line_is_broken_where_the_scale_is(some, width):
    if svg := frieze(some, "", write, width):
        scale = scale_of(some, width)
        line = re.search(r'class="line" d="M0 ([\d.]+)(H[^"]*)"', svg)
        ends = [float(x) for x in re.findall(rf"H([\d.]+)|M([\d.]+) {line[1]}(?=H)", line[2]) for x in x if x]
        middles = [(scale(before) + scale(after)) / 2 for before, after in scale.cuts]
        assert ends == pytest.approx([x + side for x in middles for side in (-4, 4)] + [width], abs=0.2)
        assert line[2].count("l8 -16") == 2 * len(middles)


@WIDTHS
@pytest.mark.parametrize("years", [-30, -3, 3, 30])
def test_one_event_far_off_leaves_the_rest_room(width, years):
    near = [on(MONDAY + timedelta(days=days)) for days in (0, 9, 30, 80)]
    scale = scale_of([*near, on(MONDAY.replace(year=MONDAY.year + years))], width)
    assert len(scale.cuts) == 1
    assert scale(near[-1].first) - scale(near[0].first) > 0.6 * width
    svg = drawn(*near, on(MONDAY.replace(year=MONDAY.year + years)), width=width)
    assert f">{2026 + years}<" in svg
    assert ">2026<" in svg
    assert ">décembre<" in svg or ">janvier<" in svg


@pytest.mark.parametrize("days", [[0, 5000], [0, 0, 5000], [0, 50, 100], [0, 1, 2, 30], [0, 400, 800, 1200], [0, 1, 366], [0, 1000, 1500, 2000, 3000, 5000]])
def test_nothing_is_cut_where_the_rest_has_room_or_is_none(days):
    assert scale_of([on(MONDAY + timedelta(days=day)) for day in days], WIDE).cuts == []


def test_an_interval_is_not_cut_through():
    some = [Mark(MONDAY, MONDAY + timedelta(days=4000), "Un règne"), on(MONDAY + timedelta(days=4001)), on(MONDAY + timedelta(days=4020))]
    assert scale_of(some, WIDE).cuts == []


def test_several_far_off_are_cut_one_by_one():
    some = [on(date(1950, 1, 1)), on(date(1990, 1, 1)), *(on(MONDAY + timedelta(days=day)) for day in range(0, 60, 6))]
    assert [(before.year, after.year) for before, after in scale_of(some, WIDE).cuts] == [(1950, 1990), (1990, 2026)]


def test_days_are_in_scale():
    scale = Scale([(day, day) for day in (MONDAY, MONDAY + timedelta(days=100))], WIDE)
    quarter, half, whole = (scale(MONDAY + timedelta(days=days)) - scale(MONDAY) for days in (25, 50, 100))
    assert (quarter * 4, half * 2) == (pytest.approx(whole, abs=1), pytest.approx(whole, abs=1))


@WIDTHS
def test_an_interval_is_a_bar_and_what_is_to_come_a_ring(width):
    svg = drawn(Mark(MONDAY, MONDAY + timedelta(days=9), "Trois jours"), on(MONDAY + timedelta(days=30), "La dernière", ahead=True), width=width)
    assert svg.count('class="open stroke"') == svg.count("<circle") == 1
    assert re.search(r'<path class="fill" d="M[\d.]+ [\d.]+h[\d.]+v6H', svg)


def test_intervals_that_run_together_have_tracks_of_their_own():
    svg = drawn(*(Mark(MONDAY + timedelta(days=start), MONDAY + timedelta(days=20), "Un") for start in range(3)))
    assert len(set(re.findall(r'class="fill" d="M[\d.]+ ([\d.]+)h', svg))) == 3


def test_one_day_has_no_line():
    assert drawn() == drawn(on(MONDAY), on(MONDAY, "Une autre")) == ""


def test_ticks_are_as_fine_as_they_have_room():
    assert "23" in drawn(on(MONDAY), on(MONDAY + timedelta(days=4)))
    assert "décembre" in drawn(on(MONDAY), on(MONDAY + timedelta(days=90)))
    assert "2030" in drawn(on(MONDAY), on(MONDAY + timedelta(days=4000)))


def test_what_is_written_is_escaped():
    assert "<b>" not in drawn(on(MONDAY, "<b>"), on(MONDAY + timedelta(days=40)))
    assert 'aria-label="&quot;&lt;"' in frieze([on(MONDAY), on(MONDAY + timedelta(days=40))], '"<', write)


@given(words=st.text("aM W’éil0", min_size=1, max_size=80), room=st.floats(20, 300))
def test_words_are_shortened_until_they_fit(words, room):
    assert width_of(shortened(words, room)) <= room
    lines = lines_of(words, room, 2)
    assert len(lines) <= 2
    assert all(width_of(line) <= room for line in lines)


def test_words_are_cut_between_words():
    assert shortened("Trois jours, vingt et une heures", 110) == "Trois jours…"
    assert lines_of("Syndicat des hautes vallées", 100, 2) == ["Syndicat des", "hautes vallées"]
