"""How a paper writes counts, sizes and reading times, in French and in English.

In another language numbers are written plainly, which is wrong nowhere.
"""

from rotative.paper.typography.spaces import NARROW, NBSP, primary

WORDS_A_MINUTE = 230
"""The pace of a reader of news. Source: Brysbaert, *How many words do we read
per minute?*, Journal of Memory and Language 109 (2019): 238 in silence."""

EXACT_BELOW = 10_000
"""Counts below are written in full."""

_GROUP = {"fr": NARROW, "en": ","}
_POINT = {"fr": ",", "en": "."}
_MINUS = "−"

_STEPS = (1, 1_000, 1_000_000, 1_000_000_000)
_SUFFIXES = {"fr": ("", f"{NBSP}k", f"{NBSP}M", f"{NBSP}Md"), "en": ("", "K", "M", "B")}
_BYTES = {"fr": ("octet", "o", "ko", "Mo", "Go"), "en": ("byte", "B", "KB", "MB", "GB")}


def count(value: int, language: str) -> str:
    """'1 284', then '12,4 k', '230 k', '1,2 M', '3 Md'; '1,284', '12.4K', '230K', '1.2M', '3B'."""
    suffixes = _SUFFIXES.get(primary(language))
    if abs(value) < EXACT_BELOW or not suffixes:
        return grouped(value, language)
    tenths, step = _rounded(abs(value))
    return f"{_sign(value)}{_decimal(tenths, language)}{suffixes[step]}"


def grouped(value: int, language: str) -> str:
    """Every figure, in groups of thousands: '1 284 300', '1,284,300'."""
    digits = f"{abs(value):,}".replace(",", _GROUP.get(primary(language), ""))
    return _sign(value) + digits


def reading_time(words: int) -> int:
    """The minutes that so many words take to read, at least one."""
    return max(1, _divided(words, WORDS_A_MINUTE))


def size(value: int, language: str) -> str:
    """The size of a file from its bytes: '36 ko', '1,2 Mo'; '36 KB', '1.2 MB'.

    A thousand bytes to the kilobyte, as on the reader's own device and in the
    International System of Units.
    """
    units = _BYTES.get(primary(language), _BYTES["en"])
    tenths, step = _rounded(value)
    if step == 0:
        plural = "" if value < 2 and (value or primary(language) == "fr") else "s"
        return f"{value}{NBSP}{units[0]}{plural}"
    return f"{_decimal(tenths, language)}{NBSP}{units[step + 1]}"


def _rounded(value: int) -> tuple[int, int]:
    """A number in tenths of the step it is told in, and which step that is.

    From a hundred on the tenths are dropped. What rounds up to a thousand is
    told in the next step: 999 950 is 1 M, not 1000 k.
    """
    step = max(i for i, least in enumerate(_STEPS) if value >= least or not i)
    tenths = _divided(value * 10, _STEPS[step])
    if tenths >= 1_000:
        tenths = 10 * _divided(value, _STEPS[step])
    if tenths >= 10_000 and step + 1 < len(_STEPS):
        return 10, step + 1
    return tenths, step


def _divided(value: int, by: int) -> int:
    """Divided and rounded, halves up, without the errors of floating point."""
    return (2 * value + by) // (2 * by)


def _decimal(tenths: int, language: str) -> str:
    whole, tenth = divmod(tenths, 10)
    point = _POINT.get(primary(language), ".")
    return f"{grouped(whole, language)}{point}{tenth}" if tenth else grouped(whole, language)


def _sign(value: int) -> str:
    return _MINUS if value < 0 else ""
