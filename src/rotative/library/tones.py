"""The sixty-four colours that stand in for pictures until they are loaded.

Four shades of red, green and blue each. A picture keeps the number of its tone; the
stylesheet has a class for each number.
"""
from __future__ import annotations

SHADES = "26ae"
TONES = 64


def tone(colour: tuple[int, int, int]) -> int:
    """The number, from 0 to 63, of the tone nearest to a colour (channels from 0 to 255)."""
    red, green, blue = (min(max(channel, 0), 255) // 64 for channel in colour)
    return red * 16 + green * 4 + blue


def colour_of(number: int) -> str:
    """A tone as a style sheet writes it: ``#26a``."""
    return f"#{SHADES[number // 16 % 4]}{SHADES[number // 4 % 4]}{SHADES[number % 4]}"
