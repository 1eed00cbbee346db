"""The matrix of a text at a glance: rows that fit a telephone, a shape for each point and party."""
from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rotative.paper.matrix import LONGEST, SHAPES, STEP, Axis, drawings, height_of

PARTIES = ["Vallées", "Compagnie", "Port"]


def axis(name: str, count: int, *marks: str) -> Axis:
    return Axis(name, [(str(number + 1), (marks or ("yes", "no", "maybe"))) for number in range(count)])


def test_axes_stand_side_by_side_while_they_have_room():
    rows = drawings([axis("L’eau", 7), axis("Le port", 6), axis("La baie", 6), axis("L’argent", 5)], PARTIES, "La matrice")
    assert ["L’eau" in row for row in rows] == ["Le port" in row for row in rows] == [True, False]
    assert ["La baie" in row for row in rows] == ["L’argent" in row for row in rows] == [False, True]


def test_a_long_axis_goes_on_in_the_next_row():
    rows = drawings([axis("L’eau", 30)], PARTIES, "La matrice")
    assert [len(re.findall(r'text-anchor="middle"', row)) for row in rows] == [13, 13, 4]


@given(axes=st.lists(st.integers(1, 40), min_size=1, max_size=8), parties=st.integers(1, 9), data=st.data())
def test_every_position_is_drawn_once_and_no_row_is_too_long(axes, parties, data):
    marks = data.draw(st.lists(st.sampled_from(list(SHAPES)), min_size=parties, max_size=parties))
    rows = drawings([axis("A", count, *marks) for count in axes], ["P"] * parties, "")
    assert sum(len(re.findall(r'text-anchor="middle"', row)) for row in rows) == sum(axes)
    assert all(len(re.findall(r'text-anchor="middle"', row)) <= LONGEST // STEP for row in rows)
    shapes = {"yes": (r'class="y" d="([^"]*)"', "14 0a"), "no": (r'class="n" d="([^"]*)"', "l12"), "maybe": (r'class="c" d="([^"]*)"', "12 0a"), "mute": (r'class="s" d="([^"]*)"', "h8")}
    for mark, (path, once) in shapes.items():
        assert sum(each.count(once) for row in rows for each in re.findall(path, row)) == sum(axes) * marks.count(mark)


def test_the_words_are_told_once_and_names_are_escaped():
    rows = drawings([axis("L’eau", 14)], ["<b>", "Compagnie", "Port"], 'Cinq "parties"')
    assert [row.count("role=") for row in rows] == [1, 0]
    assert [row.count("aria-hidden") for row in rows] == [0, 1]
    assert "<b>" not in "".join(rows)
    assert "style=" not in "".join(rows)


def test_a_card_is_as_high_as_its_rows():
    low, high = (height_of([axis("L’eau", count)], PARTIES) for count in (10, 24))
    assert 100 < low < high < 2.5 * low


def test_a_long_number_has_room():
    points = [(number, ("yes", "no", "maybe")) for number in ("4 bis", "4 ter", "annexe XXVII")]
    (row,) = drawings([Axis("L’eau", points)], PARTIES, "")
    places = [int(x) for x in re.findall(r'x="(\d+)" y="\d+" text-anchor="middle"', row)]
    assert [second - first for first, second in zip(places, places[1:], strict=False)] == [40, 40]
    assert "XXVII" not in row
