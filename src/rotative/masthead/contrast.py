"""Contrast of two colours, as WCAG 2.2 defines it (1.4.3, relative luminance)."""
PAPER = "#fbfcfa"
PAPER_DARK = "#101617"


def contrast(first: str, second: str) -> float:
    """The ratio of two ``#rrggbb`` colours, from 1 to 21. Raises ValueError for others."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def best_on(background: str) -> str:
    """The ink that reads best on a background: white, or the paper's darkest."""
    return max("#ffffff", "#0b1413", key=lambda ink: contrast(ink, background))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
