"""The bust: rounded masses laid in depth under one lamp, in hundredths of its height."""

import numpy as np
from PIL import Image, ImageFilter


class Bust:
    """A tone map that is built mass by mass; the nearest shows."""

    def __init__(self, across: int, down: int, lamp, middle: float, tilt: float, near: float = 1.0):
        self.step = 100 / down
        self.x = (((np.arange(across, dtype=np.float32) + 0.5) * self.step - middle) * near + 50)[None, :]
        self.y = (((np.arange(down, dtype=np.float32) + 0.5) * self.step - 54) * near + 52)[:, None]
        self.lamp = np.asarray(lamp, np.float32) / np.linalg.norm(lamp)
        half = self.lamp + (0, 0, 1)
        self.half = half / np.linalg.norm(half)
        self.depth = np.full((down, across), -np.inf, np.float32)
        self.tone = np.zeros((down, across), np.float32)
        self.tilt = np.deg2rad(tilt)

    def lay(self, cx, cy, rx, ry, rz, z, albedo, gloss=0.0, where=None, upright=False, rough=None) -> None:
        """One mass: its centre, its radii, how far forward, how dark its skin is."""
        box = self._box(cx, cy, max(rx, ry), upright)
        x, y = self._place(box, upright)
        u, v = (x - cx) / rx, (y - cy) / ry
        inside = 1 - u * u - v * v
        out = np.sqrt(np.maximum(inside, 0))
        depth = z + rz * out
        mask = (inside > 0) & (depth > self.depth[box])
        if where is not None:
            mask &= where(x, y)
        tone = self._shaded(u / rx, v / ry, out / rz, albedo, gloss)
        if rough is not None:
            tone = tone + rough(x, y)
        self.depth[box] = np.where(mask, depth, self.depth[box])
        self.tone[box] = np.where(mask, tone, self.tone[box])

    def mark(self, strength, where, upright=False) -> None:
        """Darken (or lighten) by a soft mark drawn on what is there."""
        x, y = self._place((slice(None), slice(None)), upright)
        self.tone += strength * where(x, y)

    def flat(self, tone, where, upright=False) -> None:
        """Cover a part with one tone."""
        x, y = self._place((slice(None), slice(None)), upright)
        cover = where(x, y)
        self.tone += (tone - self.tone) * cover

    def soften(self, radius: float) -> None:
        """Smooth the joins between masses, but not their outline against what is behind."""
        whole = Image.fromarray((np.clip(self.tone, 0, 1) * 255).astype(np.uint8)).filter(
            ImageFilter.GaussianBlur(radius)
        )
        near = Image.fromarray(((self.depth > 1) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(radius))
        inner = np.clip(np.asarray(near, np.float32) / 127 - 1, 0, 1)
        self.tone += (np.asarray(whole, np.float32) / 255 - self.tone) * inner

    def _shaded(self, nx, ny, nz, albedo, gloss):
        size = np.sqrt(nx * nx + ny * ny + nz * nz) + 1e-6
        light = np.maximum((nx * self.lamp[0] + ny * self.lamp[1] + nz * self.lamp[2]) / size, 0)
        shine = np.maximum((nx * self.half[0] + ny * self.half[1] + nz * self.half[2]) / size, 0)
        return 1 - (1 - albedo) * (0.2 + 0.9 * light) - gloss * shine**20

    def _place(self, box, upright):
        x, y = self.x[:, box[1]], self.y[box[0]]
        if upright or not self.tilt:
            return x, y
        c, s = np.cos(self.tilt), np.sin(self.tilt)
        dx, dy = x - 50, y - 74
        return 50 + dx * c + dy * s, 74 - dx * s + dy * c

    def _box(self, cx, cy, reach, upright):
        if not upright and self.tilt:
            c, s = np.cos(-self.tilt), np.sin(-self.tilt)
            dx, dy = cx - 50, cy - 74
            cx, cy = 50 + dx * c + dy * s, 74 - dx * s + dy * c
        a, b = np.searchsorted(self.x[0], (cx - reach - 1, cx + reach + 1))
        e, f = np.searchsorted(self.y[:, 0], (cy - reach - 1, cy + reach + 1))
        return slice(e, f), slice(a, b)


def stroke(x, y, x0, y0, x1, y1, wide, sag=0.0):
    """A soft line between two points, sagging in the middle; 1 on it, 0 away from it."""
    t = np.clip((x - x0) / (x1 - x0), 0, 1)
    middle = y0 + (y1 - y0) * t + sag * 4 * t * (1 - t)
    ends = np.clip(1.5 - np.abs((x - (x0 + x1) / 2) / (x1 - x0)) * 2, 0, 1)
    return np.clip(1.4 - np.abs(y - middle) / (wide * 0.5), 0, 1) * np.clip(ends * 2, 0, 1)


def ring(x, y, cx, cy, rx, ry, wide, square=0.0):
    """The outline of an ellipse, or of a rounded square."""
    power = 2 + 3 * square
    r = (np.abs((x - cx) / rx) ** power + np.abs((y - cy) / ry) ** power) ** (1 / power)
    return np.clip(1.5 - np.abs(r - 1) * min(rx, ry) / (wide * 0.5), 0, 1)
