"""What a picture says of itself: IPTC photo metadata, from its XMP, IIM and EXIF.

Pure: from bytes to ``Said``. Where a picture was taken is not read at all. Whoever sends
a file chooses its bytes, so nothing here raises: what can not be read is left empty.
"""
from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, fields
from datetime import date
from io import BytesIO
from typing import Any

from lxml import etree
from PIL import ExifTags, Image
from PIL.ImageFile import ImageFile
from PIL.IptcImagePlugin import getiptcinfo

LONGEST = 4000
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
XMP = {
    "creator": ["dc:creator"],
    "credit": ["photoshop:Credit"],
    "copyright": ["dc:rights"],
    "caption": ["dc:description"],
    "headline": ["photoshop:Headline"],
    "alt": ["Iptc4xmpCore:AltTextAccessibility"],
    "taken": ["photoshop:DateCreated", "xmp:CreateDate"],
    "digital_source": ["Iptc4xmpExt:DigitalSourceType"],
    "rights_address": ["xmpRights:WebStatement"],
    "usage_terms": ["xmpRights:UsageTerms"],
}
IIM = {
    "creator": (2, 80),
    "credit": (2, 110),
    "copyright": (2, 116),
    "caption": (2, 120),
    "headline": (2, 105),
    "taken": (2, 55),
}
EXIF = {
    "creator": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
    "caption": ExifTags.Base.ImageDescription,
}
UTF8_MARK = b"\x1b%G"


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of its picture; empty where it says nothing."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    caption: str = ""
    headline: str = ""
    alt: str = ""
    taken_on: date | None = None
    digital_source: str = ""
    rights_address: str = ""
    usage_terms: str = ""


def read(data: bytes) -> Said:
    """What a picture's bytes say, XMP before IIM before EXIF. Never raises."""
    found: dict[str, str] = {}
    for source in _sources(data):
        for name, text in source.items():
            if text and not found.get(name):
                found[name] = text
    names = {field.name for field in fields(Said)}
    told: dict[str, Any] = {name: text for name, text in found.items() if name in names}
    return Said(**told, taken_on=_day(found.get("taken", "")))


def _sources(data: bytes) -> list[dict[str, str]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as image:
                return [_xmp(image), _iim(image), _exif(image)]
    except Exception:  # noqa: BLE001 (a damaged file may fail in any way; it then says nothing)
        return []


def _xmp(image: Image.Image) -> dict[str, str]:
    packet = image.info.get("xmp")
    packet = packet.encode() if isinstance(packet, str) else packet
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(packet.strip(b"\x00 \r\n\t"), parser) if packet else None
    return {} if root is None else {name: _first(root, tags) for name, tags in XMP.items()}


def _first(root: Any, tags: list[str]) -> str:
    return next((text for tag in tags if (text := _property(root, tag))), "")


def _property(root: Any, tag: str) -> str:
    """A property of the packet, whether written as an element, a list or an attribute."""
    prefix, name = tag.split(":")
    full = f"{{{NAMESPACES[prefix]}}}{name}"
    for node in root.iter(f"{{{NAMESPACES['rdf']}}}Description"):
        if node.get(full):
            return _clean(node.get(full))
        for child in node.iterchildren(full):
            items = [_clean(item.text or "") for item in child.iter(f"{{{NAMESPACES['rdf']}}}li")]
            return ", ".join(dict.fromkeys(filter(None, items))) if tag == "dc:creator" else (items or [_clean(child.text or "")])[0]
    return ""


def _iim(image: ImageFile) -> dict[str, str]:
    records: Any = getiptcinfo(image) or {}
    utf8 = UTF8_MARK in _as_list(records.get((1, 90)))
    return {name: ", ".join(_text(value, utf8) for value in _as_list(records.get(record))) for name, record in IIM.items()}


def _exif(image: Image.Image) -> dict[str, str]:
    """The few tags that say who and what; the block of the place is never opened."""
    exif = image.getexif()
    taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal, "")
    found = {name: _as_text(exif.get(tag, "")) for name, tag in EXIF.items()}
    return {**found, "taken": _as_text(taken).replace(":", "-", 2)}


def _as_list(value: Any) -> list[bytes]:
    return value if isinstance(value, list) else [value] if value else []


def _as_text(value: Any) -> str:
    return _text(value, False) if isinstance(value, bytes) else _clean(str(value or ""))


def _text(value: bytes, utf8: bool) -> str:
    try:
        return _clean(value.decode("utf-8"))
    except UnicodeDecodeError:
        return _clean(value.decode("utf-8" if utf8 else "cp1252", "replace"))


def _clean(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[:LONGEST]).split())


def _day(text: str) -> date | None:
    """The day of ``2026-11-24T09:00``, ``20261124`` or ``2026-11-24 09:00``."""
    found = re.match(r"(\d{4})-?(\d{2})-?(\d{2})", text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
