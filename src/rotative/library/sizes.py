"""The sizes that a picture is printed in, and how one is cut and written.

``declared`` says which; ``opened`` decodes an original once, upright and in sRGB;
``made`` cuts and writes one size. Nothing is ever made larger than its original, and
what is written holds the picture and its credit, never what the camera noted.
"""
from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from PIL import ExifTags, Image, ImageCms, ImageOps, PngImagePlugin
from wagtail.images.models import Filter

from rotative.library.tones import tone

if TYPE_CHECKING:
    from rotative.library.models import Picture

# Part of each file's name: change it when sizes made before must be made again.
MAKE = "1"
AVIF_WIDTHS = (320, 640, 960, 1280, 1600)
WEBP_WIDTHS = (640, 960, 1280)
SQUARES = ("fill-480x480|format-avif", "fill-480x480|format-webp")
CARD = "fill-1200x630|format-jpeg|jpegquality-80"
SAFE = "width-640|format-webp"
LARGEST_OF_DESK = 1600
# Tried in turn until the file is small enough: 60 KB for a lead of 1280 by 853 pixels.
QUALITIES = {"avif": (56, 46, 36), "webp": (76, 66, 56), "jpeg": (80, 72)}
BYTES_MORE = 3000
BYTES_A_PIXEL = {"avif": 0.052, "webp": 0.09, "jpeg": 0.2}
KINDS = {"avif": ("AVIF", "avif"), "webp": ("WEBP", "webp"), "jpeg": ("JPEG", "jpg"), "png": ("PNG", "png")}


class Damaged(ValueError):
    """The original can not be read as a picture."""


@dataclass(frozen=True, slots=True)
class Made:
    """A size, written: its bytes, its measures and the ending of its file's name."""

    body: bytes
    width: int
    height: int
    ending: str


def declared(width: int) -> list[str]:
    """The sizes made of an original so wide: none wider, and one a format at least."""
    return [*_widths(AVIF_WIDTHS, width, "avif"), *_widths(WEBP_WIDTHS, width, "webp"), *SQUARES, CARD]


def _widths(widths: tuple[int, ...], original: int, kind: str) -> list[str]:
    kept = [width for width in widths if width <= original] or [widths[0]]
    return [f"width-{width}|format-{kind}" for width in kept]


def measured(file: BinaryIO) -> tuple[int, int]:
    """The width and height of an original held upright. Raises Damaged."""
    try:
        with Image.open(file) as image:
            width, height = image.size
            lying = image.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8)
    except Exception as problem:
        raise Damaged(str(problem)) from problem
    return (height, width) if lying else (width, height)


def opened(file: BinaryIO, least: int = 0) -> Image.Image:
    """An original, decoded, upright, in sRGB; at ``least`` so wide, if that is all that is needed.

    Raises Damaged, whatever the decoder says of it.
    """
    try:
        with Image.open(file) as image:
            if least:
                image.draft(None, (least, least))
            image.load()
            coloured = _in_srgb(ImageOps.exif_transpose(image))
    except Exception as problem:
        raise Damaged(str(problem)) from problem
    coloured.info = {}
    return coloured


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    image = image if image.mode in ("RGB", "RGBA", "CMYK", "L") else image.convert(mode)
    if profile and image.mode != "RGBA":
        try:
            return ImageCms.profileToProfile(image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB") or image.convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # A profile that can not be read says nothing of the colours.
    return image.convert(mode)


def made(image: Image.Image, spec: str, picture: Picture, xmp: bytes, settled: dict[str, int] | None = None) -> Made:
    """One size of an opened original: cut around its focal point, as its spec says.

    ``settled`` remembers, by format, the quality that a smaller size of it had to come down
    to: a larger one begins there, for each try takes the worker a second.
    """
    cut = _cut(image, spec, picture)
    kind = _kind(spec, image)
    if kind == "jpeg" and cut.mode != "RGB":
        cut = _on_white(cut)
    return Made(_written(cut, kind, xmp, {} if settled is None else settled), cut.width, cut.height, KINDS[kind][1])


def _cut(image: Image.Image, spec: str, picture: Picture) -> Image.Image:
    if spec == "original":
        spec = f"max-{LARGEST_OF_DESK}x{LARGEST_OF_DESK}"
    transform = Filter(spec).get_transform(picture, image.size)
    box = transform.get_rect().round()
    size = (min(transform.size[0], image.width), min(transform.size[1], image.height))
    box = (max(box[0], 0), max(box[1], 0), min(box[2], image.width), min(box[3], image.height))
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _kind(spec: str, image: Image.Image) -> str:
    """The format of a size; the desk's own, which name none, are JPEG or, if seen through, PNG."""
    named = [part.removeprefix("format-") for part in spec.split("|") if part.startswith("format-")]
    if named and named[0] in KINDS:
        return named[0]
    return "png" if image.mode == "RGBA" else "jpeg"


def _on_white(image: Image.Image) -> Image.Image:
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")


def _written(image: Image.Image, kind: str, xmp: bytes, settled: dict[str, int]) -> bytes:
    if kind == "png":
        return _encoded(image, kind, 0, xmp)
    enough = image.width * image.height * BYTES_A_PIXEL[kind] + BYTES_MORE + len(xmp)
    quality, *lower = [each for each in QUALITIES[kind] if each <= settled.get(kind, 100)]
    body = _encoded(image, kind, quality, xmp)
    while len(body) > enough and lower:
        # Far too heavy: the lowest at once.
        quality = lower.pop(-1 if len(body) > 1.6 * enough else 0)
        lower = [each for each in lower if each < quality]
        body = _encoded(image, kind, quality, xmp)
    settled[kind] = quality
    return body


def _encoded(image: Image.Image, kind: str, quality: int, xmp: bytes) -> bytes:
    out = BytesIO()
    options = {
        "avif": {"quality": quality, "speed": 8, "xmp": xmp},
        "webp": {"quality": quality, "method": 4, "xmp": xmp},
        "jpeg": {"quality": quality, "progressive": True, "optimize": True, **({"xmp": xmp} if xmp else {})},
        "png": {"optimize": True, "pnginfo": _in_png(xmp)},
    }[kind]
    image.save(out, KINDS[kind][0], **options)
    return out.getvalue()


def _in_png(xmp: bytes) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    if xmp:
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return info


def tone_of(image: Image.Image) -> int:
    """The tone of what there is most of in a picture."""
    small = (_on_white(image) if image.mode == "RGBA" else image).resize((48, 48), Image.Resampling.BOX)
    few = small.quantize(4, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    _, most = max(few.getcolors() or [(1, 0)])
    palette = few.getpalette() or [128, 128, 128]
    red, green, blue = palette[int(most) * 3 : int(most) * 3 + 3]
    return tone((red, green, blue))
