"""What readers load beside a page: one stylesheet, one script, three fonts, all small and our own."""
from __future__ import annotations

import re

import brotli
import pytest

from rotative.paper import assets

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
    assert loaded == {font.name for font in assets.fonts()}


def test_the_publisher_sets_the_accent() -> None:
    assert "--accent:light-dark(#8a1c1c,#f0a0a0)" in re.sub(r"\s", "", style())
    assert "#00604f" not in style()


def test_colours_have_a_form_for_browsers_without_light_dark() -> None:
    pairs = set(re.findall(r"(--[\w-]+):\s*light-dark\(", style()))
    fallback = style()[style().index("@supports not") :]
    assert {"--accent", "--ink", "--paper", "--rule", "--veil"} <= pairs
    for name in pairs:
        assert fallback.count(f"{name}:") == 3, name
    assert "light-dark(#" not in fallback


@pytest.mark.parametrize(("asset", "budget"), [(assets.stylesheet(*COLOURS), 12_000), (assets.script(), 10_000)], ids=["style", "script"])
def test_assets_keep_their_budgets(asset: assets.Asset, budget: int) -> None:
    assert len(brotli.compress(asset.body)) <= budget


def test_fonts_keep_their_budget() -> None:
    assert sum(len(font.body) for font in assets.fonts()) <= 60_000


def test_names_hold_the_digest_of_their_bytes() -> None:
    first, second = assets.stylesheet(*COLOURS), assets.stylesheet("#00604f", *COLOURS[1:])
    assert first == assets.stylesheet(*COLOURS)
    assert first.name != second.name
    for asset in (first, assets.script(), assets.icon("#8a1c1c"), *assets.fonts()):
        assert re.fullmatch(r"[\w-]+\.[0-9a-f]{16}\.(?:css|js|svg|woff2)", asset.name)
        assert asset.url == f"/_/{asset.name}"


def test_every_component_is_in_the_stylesheet_or_waits_for_its_room() -> None:
    found = {file.stem for file in (assets.STATIC / "css" / "components").iterdir()}
    assert found == {*assets.COMPONENTS, *assets.LATER}


def test_islands_hold_no_secret_door() -> None:
    code = assets.script().body.decode()
    assert not re.search(r"\beval\b|innerHTML|insertAdjacentHTML|document\.write|https?://|new Function", code)
    assert code.startswith("const ready")


def test_a_picture_has_the_class_of_its_colour_and_its_focal_point() -> None:
    assert assets.picture_classes((255, 128, 0), (0.23, 1.0)) == "ph-56 fp-20-100"
    assert assets.tone((0, 0, 0)) == 0
    assert assets.tone((255, 255, 255)) == 63
    css = style()
    assert all(f".ph-{number}{{" in css for number in range(64))
    assert ".fp-20-100{object-position:20% 100%}" in css


def test_the_icon_is_in_the_publishers_colour() -> None:
    assert b"#8a1c1c" in assets.icon("#8a1c1c").body
