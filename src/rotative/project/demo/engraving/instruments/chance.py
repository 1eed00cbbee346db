"""Chance that always falls the same way: a picture's name is its seed."""

import zlib

import numpy as np


def dice(name: str) -> np.random.Generator:
    """The same throws for the same name, on every machine."""
    return np.random.default_rng(zlib.crc32(name.encode()))


class Profile:
    """A smooth random line over the width of a picture, mean 0, about -1 to 1."""

    def __init__(self, rng: np.random.Generator, octaves: tuple[int, ...], rough: float = 0.5):
        self.layers = [(n, rough**i, rng.uniform(-1, 1, 2 * n + 4)) for i, n in enumerate(octaves)]

    def __call__(self, x):
        place = np.clip(np.asarray(x, np.float32) / 1200 + 0.25, 0, 1.6)
        return sum(size * _between(knots, place * n) for n, size, knots in self.layers).astype(np.float32)


def _between(knots, place):
    i = np.clip(place.astype(int), 0, len(knots) - 2)
    t = np.clip(place - i, 0, 1)
    t = t * t * (3 - 2 * t)
    return knots[i] * (1 - t) + knots[i + 1] * t
