"""Photographs made for tests: what a camera and an agency would have written in them."""
from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

from rotative.library.models import Picture

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 photoshop:Credit="L’Amer" photoshop:Headline="L’écluse de Saint-Aubre" photoshop:DateCreated="2026-11-20T08:30:00"
 xmpRights:WebStatement="https://amer.example/droits" exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,17.7E">
<dc:creator><rdf:Seq><rdf:li>Maëlle Kerdoncuff</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© L’Amer 2026</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">L’écluse fermée, mardi.</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Une écluse vide sous la pluie</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
PLACE = (48.0, 51.0, 30.0)
CAMERA = "Appareil 9000 serie 55512345"


def image(width: int = 1800, height: int = 1200, seed: int = 1) -> Image.Image:
    """Noise with the spectrum of photographs: as hard to compress as they are."""
    chance = numpy.random.default_rng(seed)
    rows, columns = numpy.fft.fftfreq(height)[:, None], numpy.fft.fftfreq(width)[None, :]
    fall = 1 / numpy.maximum(numpy.hypot(rows, columns), 1 / max(width, height)) ** 1.35
    channels = []
    shared = chance.normal(size=(height, width))
    for mean in (70, 110, 150):
        noise = numpy.real(numpy.fft.ifft2(numpy.fft.fft2(shared + 0.3 * chance.normal(size=(height, width))) * fall))
        channels.append(numpy.clip(mean + 45 * noise / noise.std(), 0, 255))
    return Image.fromarray(numpy.dstack(channels).astype("uint8"))


def iim(*records: tuple[int, int, bytes]) -> bytes:
    """A Photoshop segment with IPTC records, as agencies still send them."""
    data = b"".join(b"\x1c" + bytes([record, number]) + len(value).to_bytes(2, "big") + value for record, number, value in records)
    block = b"8BIM\x04\x04\x00\x00" + len(data).to_bytes(4, "big") + data + (b"\x00" if len(data) % 2 else b"")
    body = b"Photoshop 3.0\x00" + block
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def exif(orientation: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[ExifTags.Base.Make] = CAMERA
    found[ExifTags.Base.Artist] = "Celle de l'EXIF"
    found[ExifTags.Base.Orientation] = orientation
    found[ExifTags.Base.GPSInfo] = {1: "N", 2: PLACE, 3: "E", 4: (2.0, 17.0, 40.0)}
    return found


def jpeg(picture: Image.Image | None = None, xmp: str = XMP, extra: bytes = b"", **options: Any) -> bytes:
    out = BytesIO()
    options = {"exif": exif(), **options}
    (picture or image(900, 600)).save(out, "JPEG", quality=85, xmp=xmp.encode(), extra=extra, **options)
    return out.getvalue()


def plain(width: int = 900, height: int = 600, kind: str = "JPEG", colour: str = "#2266aa", mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height), colour).save(out, kind)
    return out.getvalue()


def upload(body: bytes, name: str = "ecluse.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body, "image/jpeg")


def picture(body: bytes | None = None, name: str = "ecluse.jpg", **fields: Any) -> Picture:
    """A picture of the library, with its file."""
    told = {"title": "L’écluse", "description": "Une écluse vide", "credit": "Maëlle Kerdoncuff / L’Amer", **fields}
    made = Picture(file=upload(body or plain(), name), **told)
    made.save()
    return made
