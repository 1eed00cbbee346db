"""The demonstration's engravings: the same each time, each its own, none of them blank."""

import numpy as np
import pytest

from rotative.project.demo.engraving import FAMILIES, choose, draw, portrait

SCENES = {
    "bay": "oyster beds at low tide, a woman lifting a mesh bag, three rocks on the horizon",
    "bridge": "iron swing bridge half open over the basin",
    "chart": "map of the coast line and the river",
    "court": "court room, three judges, a lawyer standing",
    "dam": "dam wall in a gorge, last light",
    "deep": "underwater: an anchor in the sand",
    "forest": "forest road with ice, a sign",
    "harbour": "port: quays at night, three cranes, one lit window, fog",
    "interior": "corridor: one empty chair outside a heavy door",
    "lake": "low mountain lake, a steeple out of the water, two tractors",
    "market": "fish market at dawn, rows of boxes",
    "meeting": "meeting table seen from above, ten people",
    "mountain": "mountain village about its church tower",
    "pasture": "pasture with sheep above a farm",
    "river": "estuary at low water, a heron",
    "roofs": "town roofs at dusk",
    "school": "classroom with a blackboard, five chairs",
    "sea": "sea: a gale, a lighthouse, two buoys",
    "shop": "bakery oven, a baker with a tray",
    "sport": "sports hall: handball goalkeeper at full stretch",
    "still": "still life: ledger, key, bread",
    "street": "tram in a street in the rain",
    "theatre": "theatre: an actress alone with a letter",
    "wind": "wind turbines on a plateau",
    "works": "cannery with its chimney, three workers",
    "yard": "boat yard: a wooden schooner on the slip, three shipwrights",
}


def pixels(image):
    """The picture as numbers."""
    return np.asarray(image.convert("L"), float)


def test_the_table_names_every_family():
    assert set(SCENES) == set(FAMILIES)


@pytest.mark.parametrize("family", sorted(SCENES))
def test_a_scene_is_drawn_by_its_family_whole_and_not_blank(family):
    image = draw(f"test-{family}", SCENES[family], "view")
    assert choose(SCENES[family]) == family
    assert image.size == (1600, 1067)
    assert pixels(image).std() > 20
    assert len(image.resize((160, 107)).getcolors(160 * 107)) > 200


def test_a_picture_is_the_same_each_time():
    first, second = (draw("same", SCENES["harbour"], "view").tobytes() for _ in range(2))
    assert first == second


def test_two_pictures_of_one_scene_differ():
    first, second = (pixels(draw(name, SCENES["roofs"], "view")) for name in ("one", "two"))
    assert np.abs(first - second).mean() > 5


def test_a_wide_picture_is_sixteen_to_nine():
    assert draw("wide", SCENES["sea"], "wide").size == (1600, 900)


def test_an_unknown_scene_is_still_a_picture():
    assert choose("something nobody thought of") in FAMILIES
    assert pixels(draw("unknown", "something nobody thought of", "view")).std() > 20


def test_a_portrait_is_square_constant_and_its_own():
    one, again = portrait("Inès Quéméner", "Inès Quéméner"), portrait("Inès Quéméner", "Inès Quéméner")
    other = portrait("Tom Vasquier", "Tom Vasquier")
    assert one.size == (640, 640)
    assert one.tobytes() == again.tobytes()
    assert np.abs(pixels(one) - pixels(other)).mean() > 15


def test_a_portrait_scene_keeps_the_size_asked_for():
    scene = "portrait: Maud Lartigau, 58, short grey hair, wool scarf"
    assert draw("maud", scene, "view").size == (1600, 1067)
    assert draw("maud", scene, "portrait").size == (640, 640)
