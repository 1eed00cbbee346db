"""What a file is, by its first bytes: so that a picture is not read as a page."""

import re

from .unreadable import Unreadable
from .wording import gettext_noop

LIMIT = 10 * 1024 * 1024

_MAGIC = [
    (b"%PDF", gettext_noop("a PDF document")),
    (b"\x89PNG", gettext_noop("a picture")),
    (b"\xff\xd8\xff", gettext_noop("a picture")),
    (b"GIF8", gettext_noop("a picture")),
    (b"BM6", gettext_noop("a picture")),
    (b"II*\0", gettext_noop("a picture")),
    (b"MM\0*", gettext_noop("a picture")),
    (b"PK\x03\x04", gettext_noop("an archive or an office document")),
    (b"PK\x05\x06", gettext_noop("an archive")),
    (b"\x1f\x8b", gettext_noop("a compressed file")),
    (b"BZh", gettext_noop("a compressed file")),
    (b"\xfd7zXZ", gettext_noop("a compressed file")),
    (b"7z\xbc\xaf", gettext_noop("an archive")),
    (b"Rar!", gettext_noop("an archive")),
    (b"\xd0\xcf\x11\xe0", gettext_noop("an office document")),
    (b"{\\rtf", gettext_noop("an office document")),
    (b"\x7fELF", gettext_noop("a program")),
    (b"MZ\x90", gettext_noop("a program")),
    (b"OggS", gettext_noop("a sound")),
    (b"ID3", gettext_noop("a sound")),
    (b"fLaC", gettext_noop("a sound")),
    (b"SQLite format", gettext_noop("a database")),
    (b"wOFF", gettext_noop("a font")),
    (b"wOF2", gettext_noop("a font")),
    (b"\0asm", gettext_noop("a program")),
]
_KINDS = {
    "image": gettext_noop("a picture"),
    "audio": gettext_noop("a sound"),
    "video": gettext_noop("a film"),
    "font": gettext_noop("a font"),
}
_TEXTUAL = re.compile(r"text/|html|xml|octet-stream|multipart/related|message/rfc822", re.I)
_DATA = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex|svg|opml|plist)\b", re.S
)


def refuse_what_is_no_page(data: bytes, media_type: str | None) -> None:
    """Raise when the bytes, or the type they came with, are no text."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Unreadable("empty")
    if len(data) > LIMIT:
        raise Unreadable("too_large")
    what = _magic(data) or _foreign(media_type)
    if what:
        raise Unreadable("not_a_page", what=what)


def refuse_what_is_data(text: str) -> None:
    """Raise on feeds, sitemaps, JSON and style sheets."""
    head = text[:2000]
    if _DATA.match(head) or re.match(r"\s*[\[{]\s*[\"{\[\]}]", head):
        raise Unreadable("feed")


def _magic(data: bytes) -> str | None:
    start = data[:16]
    if start[:4] == b"RIFF" or start[4:8] == b"ftyp":
        return gettext_noop("a picture, a sound or a film")
    return next((what for magic, what in _MAGIC if start.startswith(magic)), None)


def _foreign(media_type: str | None) -> str | None:
    if not media_type or _TEXTUAL.search(media_type):
        return None
    return _KINDS.get(media_type.split("/")[0].strip().lower(), gettext_noop("data of another kind"))
