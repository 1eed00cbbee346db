"""The inks of the paper's pictures: two greens, two pale stocks, two warm lights."""

import numpy as np

Colour = np.ndarray


def ink(red: float, green: float, blue: float) -> Colour:
    """A colour from its three parts, 0 to 255."""
    return np.array((red, green, blue), np.float32)


def blend(first: Colour, second: Colour, amount: float) -> Colour:
    """The colour that lies `amount` of the way from the first to the second."""
    return (first + (second - first) * amount).astype(np.float32)


INK = ink(13, 40, 42)
NIGHT = ink(30, 72, 71)
MIST = ink(176, 197, 188)
PAPER = ink(229, 234, 226)
LAMP = ink(240, 190, 96)
EMBER = ink(219, 122, 62)

DEEP = INK * np.float32(0.7)
SHADE = blend(INK, NIGHT, 0.5)
DUSK = blend(MIST, NIGHT, 0.5)
HAZE = blend(MIST, NIGHT, 0.25)
