"""The card that social networks show of a page without a picture: the paper's name on its colour.

1200 by 630 (standards, 1.3), drawn once and kept; the same name and colour give the same bytes.
"""
from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parent / "static" / "paper" / "fonts" / "newsreader.woff2"
WIDTH, HEIGHT = 1200, 630
FINE = 2  # Drawn so many times larger, and reduced: edges are smooth.
MARGIN, LARGEST, SMALLEST = 90, 190, 48
RULES = (246, 498)
BANDS = ((0.25, 0.45), (0.65, 0.85))  # of the seamark's height, as on the paper's icon
PALETTE = 16  # colours: the two, and the steps between them

Draw = ImageDraw.ImageDraw


@cache
def drawing(name: str, ground: str, ink: str) -> bytes:
    """The card as PNG. A name that the font cannot write is left out: the mark stands alone."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), ground)
    draw, font = ImageDraw.Draw(image), _font_for(name)
    if font:
        _mark(draw, 92, 120, ground, ink)
        _name(draw, name, font, ink)
    else:
        _mark(draw, 135, 360, ground, ink)
    return _png(image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))


def _mark(draw: Draw, top: int, height: int, ground: str, ink: str) -> None:
    """A tower with two bands."""
    middle = WIDTH // 2
    tower = [(middle - height // 3, top), (middle + height // 3, top), (middle + 2 * height // 3, top + height), (middle - 2 * height // 3, top + height)]
    draw.polygon([(x * FINE, y * FINE) for x, y in tower], fill=ink)
    for start, end in BANDS:
        draw.rectangle((0, (top + height * start) * FINE, WIDTH * FINE, (top + height * end) * FINE), fill=ground)


def _name(draw: Draw, name: str, font: ImageFont.FreeTypeFont, ink: str) -> None:
    for rule in RULES:
        draw.rectangle((MARGIN * FINE, rule * FINE, (WIDTH - MARGIN) * FINE, (rule + 4) * FINE - 1), fill=ink)
    middle, capital = sum(RULES) * FINE // 2, -font.getbbox("H", anchor="ls")[1]
    draw.text((WIDTH * FINE // 2, middle + capital // 2), name, font=font, fill=ink, anchor="ms")


def _font_for(name: str) -> ImageFont.FreeTypeFont | None:
    """The font at the size at which the name fills its line, if it has every letter of it."""
    try:
        font = ImageFont.truetype(FONT, LARGEST * FINE, layout_engine=ImageFont.Layout.BASIC)
    except OSError:  # This machine's FreeType cannot read WOFF2.
        return None
    if not name.strip() or not _has_all(font, name):
        return None
    size = min(LARGEST, int(LARGEST * (WIDTH - 2 * MARGIN) * FINE / font.getlength(name)))
    return font.font_variant(size=size * FINE) if size >= SMALLEST else None


def _has_all(font: ImageFont.FreeTypeFont, name: str) -> bool:
    """Whether no letter is drawn as those that the font lacks."""
    lacking = bytes(font.getmask("\U0010fffd"))
    return all(letter.isspace() or bytes(font.getmask(letter)) != lacking for letter in name)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(PALETTE, dither=Image.Dither.NONE).save(out, "png", optimize=True)
    return out.getvalue()
