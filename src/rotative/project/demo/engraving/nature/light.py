"""The light of a picture: where it stands, how warm, how much of it."""

from dataclasses import dataclass

import numpy as np

from ..instruments.palette import DEEP, DUSK, EMBER, INK, LAMP, MIST, NIGHT, PAPER, Colour, blend
from ..instruments.pen import Rim


@dataclass
class Light:
    """A sun or a moon, and what it does to paper and ink."""

    x: float
    y: float
    size: float
    top: Colour
    low: Colour
    glow: Colour
    warmth: float
    lines: Colour
    dark: float
    disc: bool = True
    night: bool = False
    fog: float = 0.0
    wet: bool = False

    def figure(self) -> Rim:
        """The tint of someone who stands against this light."""
        side = 1.3 if self.x > 600 else -1.3
        return Rim(DEEP, blend(self.glow, PAPER, 0.4), side, -0.9)

    def spread(self, plate, wide: float, tall: float):
        """How strongly each point of a plate is lit."""
        return np.exp(-(((plate.x - self.x) / wide) ** 2)) * np.exp(-(((plate.y - self.y) / tall) ** 2))


def light_for(words, rng, horizon: float = 400) -> Light:
    """The light a scene speaks of, or one that suits it."""
    x = float(rng.choice((-1, 1)) * rng.uniform(120, 420) + 600)
    if words.night:
        return _moon(x, horizon, rng)
    if words.thick:
        return _fog(x, horizon, rng)
    if words.rough or words.wet or words.has("grey", "cloud", "overcast", "winter"):
        return _grey(x, horizon, rng, words.wet)
    if words.low_sun or rng.random() < 0.45:
        return _low(x, horizon, rng)
    return _day(x, horizon, rng)


def _low(x, horizon, rng):
    y = horizon - rng.uniform(10, 90)
    return Light(x, y, rng.uniform(34, 50), MIST, PAPER, blend(LAMP, EMBER, rng.uniform(0, 0.35)), 1.0, NIGHT, 0.66)


def _day(x, horizon, rng):
    y = horizon * rng.uniform(0.28, 0.6)
    top = blend(PAPER, MIST, rng.uniform(0.5, 1))
    return Light(x, y, rng.uniform(38, 58), top, PAPER, LAMP, rng.uniform(0.35, 0.85), NIGHT, 0.5)


def _grey(x, horizon, rng, wet):
    y = horizon * rng.uniform(0.4, 0.8)
    return Light(
        x, y, 40, blend(MIST, DUSK, 0.5), PAPER, blend(PAPER, LAMP, 0.3), 0.5, NIGHT, 0.66, disc=False, wet=wet
    )


def _fog(x, horizon, rng):
    y = horizon * rng.uniform(0.5, 0.8)
    return Light(x, y, 34, MIST, PAPER, blend(PAPER, LAMP, 0.5), 0.8, DUSK, 0.42, fog=1.0)


def _moon(x, horizon, rng):
    y = horizon * rng.uniform(0.22, 0.5)
    return Light(x, y, rng.uniform(22, 34), NIGHT, DUSK, blend(MIST, PAPER, 0.4), 0.75, INK, 0.74, night=True)
