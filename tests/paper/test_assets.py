"""What readers load beside a page: one stylesheet, one script, three fonts, three times two for rarer letters, all small and our own."""
from __future__ import annotations

import io
import re

import brotli
import pytest
from PIL import Image

from rotative.library.models import Picture
from rotative.paper import assets, images

COLOURS = ("#8a1c1c", "#ffffff", "#f0a0a0", "#0b1413")


def style(*colours: str) -> str:
    return assets.stylesheet(*(colours or COLOURS)).body.decode()


def test_the_stylesheet_keeps_its_layers_in_order() -> None:
    css = style()
    assert css.startswith("@layer reset,tokens,base,layout,components,utilities,print;")
    places = [css.index(f"@layer {layer}{{") for layer in assets.LAYERS]
    assert places == sorted(places)


def test_the_stylesheet_loads_nothing_but_our_fonts() -> None:
    css = style()
    assert "@import" not in css
    assert "data:" not in css
    loaded = {url.strip("\"'") for url in re.findall(r"url\(([^)]+)\)", css)}
    assert loaded == {font.name for font in (*assets.fonts(), *assets.rare_fonts())}


def test_the_publisher_sets_the_accent() -> None:
    assert "--accent:light-dark(#8a1c1c,#f0a0a0)" in re.sub(r"\s", "", style())
    assert "#00604f" not in style()


def test_colours_have_a_form_for_browsers_without_light_dark() -> None:
    pairs = set(re.findall(r"(--[\w-]+):\s*light-dark\(", style()))
    fallback = style()[style().index("@supports not (color") :]
    assert {"--accent", "--ink", "--paper", "--rule", "--veil"} <= pairs
    for name in pairs:
        assert fallback.count(f"{name}:") == 3, name
    assert "light-dark(#" not in fallback


@pytest.mark.parametrize(("asset", "budget"), [(assets.stylesheet(*COLOURS), 12_500), (assets.writing(), 2_000), (assets.script(), 10_000), (assets.proof(), 1_500), (assets.discussion(), 3_000), (assets.quote(), 1_200)], ids=["style", "writing", "script", "proof", "discussion", "quote"])
def test_assets_keep_their_budgets(asset: assets.Asset, budget: int) -> None:
    assert len(brotli.compress(asset.body)) <= budget


def test_fonts_keep_their_budget() -> None:
    assert sum(len(font.body) for font in assets.fonts()) <= 60_000


def test_names_hold_the_digest_of_their_bytes() -> None:
    first, second = assets.stylesheet(*COLOURS), assets.stylesheet("#00604f", *COLOURS[1:])
    assert first == assets.stylesheet(*COLOURS)
    assert first.name != second.name
    for asset in (first, assets.script(), assets.proof(), assets.discussion(), assets.quote(), assets.icon("#8a1c1c"), *assets.fonts(), *assets.rare_fonts()):
        assert re.fullmatch(r"[\w-]+\.[0-9a-f]{16}\.(?:css|js|svg|woff2)", asset.name)
        assert asset.url == f"/_/{asset.name}"


def test_every_component_is_in_the_stylesheet() -> None:
    found = {file.stem for file in (assets.STATIC / "css" / "components").iterdir()}
    assert found == {*assets.COMPONENTS, *assets.FOR_WRITERS}


def test_islands_hold_no_secret_door() -> None:
    code = assets.script().body.decode()
    assert "deriveBits" not in code, "What a form asks for is not in what all readers load."
    code += assets.proof().body.decode() + assets.discussion().body.decode() + assets.quote().body.decode()
    assert not re.search(r"\beval\b|innerHTML|insertAdjacentHTML|document\.write|https?://|new Function", code)
    assert code.startswith("const ready")


def test_the_stylesheet_has_a_class_for_every_colour_and_focal_point_a_picture_may_have() -> None:
    css = style()
    for tone in range(64):
        for x, y in ((0, 0), (14, 59), (32, 24), (64, 48)):
            picture = Picture(collection_id=1, width=64, height=48, tone=tone, focal_point_x=x, focal_point_y=min(y, 48))
            colour, focus = images._classes(picture).split()
            assert f".{colour}{{background:#" in css
            assert focus == "fp-50-50" or f".{focus}{{object-position:" in css


@pytest.mark.parametrize(("at", "focus"), [((None, None), "fp-50-50"), ((14, 48), "fp-20-100"), ((0, 0), "fp-0-0"), ((64, 24), "fp-100-50")])
def test_a_picture_keeps_its_focal_point_in_view(at: tuple[int | None, int | None], focus: str) -> None:
    picture = Picture(collection_id=1, width=64, height=48, tone=5, focal_point_x=at[0], focal_point_y=at[1])
    assert images._classes(picture) == f"ph-5 {focus}"


@pytest.mark.parametrize("name", ["L’Amer", "The Aubrelle Evening Courier and Orbance Advertiser", "Газета", ""])
def test_the_social_card_has_its_size_and_its_budget_whatever_the_name(name: str) -> None:
    card = assets.card(name, "#8a1c1c", "#ffffff")
    drawn = Image.open(io.BytesIO(card.body))
    assert (drawn.format, drawn.size) == ("PNG", (1200, 630))
    assert len(card.body) <= 40_000
    colours = {colour for _count, colour in drawn.convert("RGB").getcolors()}
    assert {(0x8A, 0x1C, 0x1C), (0xFF, 0xFF, 0xFF)} <= colours


def test_the_social_card_shows_the_name() -> None:
    cards = {assets.card(name, "#8a1c1c", "#ffffff").body for name in ("L’Amer", "L’Aval", "")}
    assert len(cards) == 3
    assert assets.card("Газета", "#8a1c1c", "#ffffff").body == assets.card("", "#8a1c1c", "#ffffff").body


def test_the_icon_is_in_the_publishers_colour() -> None:
    assert b"#8a1c1c" in assets.icon("#8a1c1c").body
