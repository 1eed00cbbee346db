"""The screens that turn a tone (0 paper, 1 ink) into lines or dots.

Every screen returns the share of each pixel that the ink covers, so edges are
smooth at the size of printing and nothing need be drawn larger and reduced.
"""

import numpy as np


def smooth(start: float, end: float, value):
    """0 before `start`, 1 after `end`, an easy slope between."""
    t = np.clip((value - start) / (end - start), 0, 1)
    return t * t * (3 - 2 * t)


def bell(value):
    """The round hill e^-v² of a glow."""
    return np.exp(-(value * value))


def ruled(tone, place, pitch: float, dpi: float):
    """The ruled screen: the darker the tone, the thicker the line."""
    phase = place * np.float32(1 / pitch)
    phase = np.abs(phase - np.floor(phase) - 0.5) * 2
    return _cover(tone, phase, pitch * dpi)


def swelling(tone, depth, near: float, spread: float, dpi: float):
    """Ruled water: the lines draw apart as they come towards us."""
    depth = np.maximum(depth, 0)
    phase = spread * np.log1p(depth * np.float32(1 / (near * spread)))
    phase = np.abs(phase - np.floor(phase) - 0.5) * 2
    return _cover(tone, phase, (near + depth / spread) * dpi)


def rounds(tone, x, y, pitch: float, angle: float = 45):
    """The press's round screen, as hard as ink on paper."""
    a = np.deg2rad(angle)
    turn = np.float32(2 * np.pi / pitch)
    u, v = (x * np.cos(a) + y * np.sin(a)) * turn, (y * np.cos(a) - x * np.sin(a)) * turn
    threshold = 0.5 + 0.25 * (np.cos(u) + np.cos(v))
    return np.clip((tone - threshold) * (pitch * 0.62) + 0.5, 0, 1)


def _cover(tone, phase, pitch):
    slack = 1 / pitch
    tone = np.clip(tone, 0, 1) * (1 + 2 * slack) - slack
    return np.clip((tone - phase) * (pitch * 0.5) + 0.5, 0, 1)
