"""From bytes to text: the mark of order, the charset that is said, the one that is."""

import codecs
import re

from .story import Warned
from .unreadable import Unreadable
from .wording import gettext_noop

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_SAID = re.compile(rb"""(?:charset\s*=\s*["']?\s*|<\?xml[^>]*encoding\s*=\s*["'])([\w.:-]+)""", re.I)
_OF_PAGES = re.compile(r"utf-(8|16|32)|iso8859|iso2022|cp\d|koi8|mac-|big5|gb|shift_jis|euc_|hz|tis-620|ascii")
_LATIN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso-8859-15", "cp1252"}
_DOUBLED = re.compile("Ã[\u0080-\u00bf©¨ªîŽ€-™‰´¢§¯]|â€[™œ“”¦˜\u009d]|Â[«»\u00a0]")

Read = tuple[str, list[str]]


def decode(data: bytes, media_type: str | None = None) -> tuple[str, list[str]]:
    """The text, and what there is to warn of."""
    text, warnings = _by_mark(data) or _by_nulls(data) or _by_charset(data, _said(data, media_type))
    text, more = _repaired(text)
    _refuse_gibberish(text)
    return text, warnings + more


def _by_mark(data: bytes) -> Read | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _leniently(data, name)
    return None


def _by_nulls(data: bytes) -> Read | None:
    """UTF-16 without its mark shows a null in every second byte."""
    sample = data[:4000]
    if sample.count(0) * 3 < len(sample):
        return None
    name = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    text, warnings = _leniently(data, name)
    return text, warnings + [Warned("wrong_charset", said="no encoding", found="UTF-16")]


def _leniently(data: bytes, name: str) -> tuple[str, list[str]]:
    text = data.decode(name, "replace").lstrip("\ufeff")
    return text, [Warned("some_characters")] if "\ufffd" in text else []


def _said(data: bytes, media_type: str | None) -> str | None:
    found = _SAID.search((media_type or "").encode("ascii", "ignore")) or _SAID.search(data[:4096])
    name = found[1].decode("ascii", "ignore").lower() if found else None
    return "cp1252" if name == "windows-1252" else name


def _by_charset(data: bytes, said: str | None) -> tuple[str, list[str]]:
    """UTF-8 betrays itself, whatever is said; then what is said; then windows-1252."""
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None:
        wrong = said if said and said.replace("_", "-") not in ("utf-8", "utf8") and not data.isascii() else None
        return utf8, [Warned("wrong_charset", said=wrong, found="UTF-8")] if wrong else []
    if said and said not in _LATIN and said not in ("utf-8", "utf8"):
        other = _strictly(data, said)
        if other is not None:
            return other, []
    return _as_western(data, said)


def _as_western(data: bytes, said: str | None) -> tuple[str, list[str]]:
    broken = data.decode("utf-8", "replace")
    if said in (None, "utf-8", "utf8") and _mostly_utf8(data, broken):
        return broken, [Warned("some_characters")]
    text = _strictly(data, "cp1252")
    warnings: list[str] = [] if text is not None else [Warned("some_characters")]
    if said is None:
        warnings.append(Warned("no_charset"))
    elif said not in _LATIN:
        warnings.append(Warned("wrong_charset", said=said, found="windows-1252"))
    return text if text is not None else data.decode("cp1252", "replace"), warnings


def _mostly_utf8(data: bytes, broken: str) -> bool:
    """A few bad bytes in good UTF-8 are an accident, not another encoding."""
    bad, good = broken.count("\ufffd"), sum(ord(c) > 127 for c in broken) - broken.count("\ufffd")
    return good > 4 * bad


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name) if _OF_PAGES.match(codecs.lookup(name).name) else None
    except (UnicodeError, LookupError, ValueError):
        return None


def _repaired(text: str) -> tuple[str, list[str]]:
    """Undo UTF-8 that was read as windows-1252 and written again."""
    if len(_DOUBLED.findall(text[:200_000])) < 4:
        return text, []
    try:
        return text.encode("cp1252").decode("utf-8"), [Warned("mojibake")]
    except UnicodeError:
        return text, []


def _refuse_gibberish(text: str) -> None:
    """Control characters are binary; a text that is mostly high letters is misread."""
    sample = text[:100_000]
    controls = sum(c < " " and c not in "\t\n\r\f\v\x1a\x1b" or "\x7f" <= c <= "\x9f" for c in sample)
    if sample.count("\0") > 3 or controls > 2 + len(sample) // 50:
        raise Unreadable("not_a_page", what=gettext_noop("binary data"))
    western = sum("\x80" <= c <= "\u024f" or c == "\ufffd" for c in sample)
    if western > 20 and western * 4 > sum(c.isalpha() or c == "\ufffd" for c in sample):
        raise Unreadable("encoding")
