"""The plate: a sheet of colour, addressed in units of which a picture is 1200 wide."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from .palette import PAPER, Colour
from .screens import ruled

WIDE = 1200.0


@dataclass
class Plate:
    """A sheet, or a part of one that prints on the whole."""

    x: np.ndarray
    y: np.ndarray
    rgb: np.ndarray
    dpi: float
    high: float
    rng: np.random.Generator

    @classmethod
    def of(cls, width: int, height: int, rng: np.random.Generator) -> Plate:
        """A clean sheet of so many pixels."""
        dpi = width / WIDE
        x = ((np.arange(width, dtype=np.float32) + 0.5) / dpi)[None, :]
        y = ((np.arange(height, dtype=np.float32) + 0.5) / dpi)[:, None]
        rgb = np.empty((3, height, width), np.float32)
        rgb[:] = PAPER[:, None, None]
        return cls(x, y, rgb, dpi, height / dpi, rng)

    def part(self, left=0.0, top=0.0, right=WIDE, bottom=9999.0) -> Plate:
        """The same sheet seen through a window; what is printed there stays."""
        a, b = np.searchsorted(self.x[0], (left, right))
        c, d = np.searchsorted(self.y[:, 0], (top, bottom))
        return Plate(self.x[:, a:b], self.y[c:d], self.rgb[:, c:d, a:b], self.dpi, self.high, self.rng)

    def wash(self, colour: Colour, amount=1.0) -> None:
        """Lay a colour, as thick as `amount` says at each point."""
        for channel, value in zip(self.rgb, colour, strict=True):
            channel += (value - channel) * amount

    def rule(self, tone, ink: Colour, pitch: float = 9, angle: float = 0, bend=0.0, mask=1.0) -> None:
        """Rule lines of an ink over the sheet, inside a mask."""
        self.wash(ink, ruled(tone, self.along(angle) + bend, pitch, self.dpi) * mask)

    def along(self, angle: float):
        """How far each point lies across lines ruled at this angle (0: level lines)."""
        a = np.deg2rad(angle)
        if not angle % 180:
            return self.y
        return self.y * np.float32(np.cos(a)) + self.x * np.float32(np.sin(a))

    def below(self, edge):
        """The mask of what lies under a line."""
        return np.clip((self.y - edge) * self.dpi + 0.5, 0, 1)

    @property
    def size(self) -> tuple[int, int]:
        """Pixels across and down."""
        return self.rgb.shape[2], self.rgb.shape[1]

    def image(self) -> Image.Image:
        """The printed sheet."""
        flat = np.clip(self.rgb + 0.5, 0, 255).astype(np.uint8)
        return Image.fromarray(np.ascontiguousarray(flat.transpose(1, 2, 0)))
