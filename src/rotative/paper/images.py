"""Pictures as pages show them: the sizes that are ready, never made while printing."""
from __future__ import annotations

from collections.abc import Iterable

from rotative.library.models import Picture, PictureSize
from rotative.paper import contexts, setter
from rotative.paper.typography.spaces import NBSP
from rotative.press.keys import key_of
from rotative.press.rendering import stand_on

FORMATS = (("avif", "image/avif"), ("webp", "image/webp"))
SIZES = {
    "lead": "(min-width: 68rem) 41rem, 92vw",
    "head": "(min-width: 80rem) 75rem, 92vw",
    "body": "(min-width: 60rem) 36rem, 92vw",
    "second": "(min-width: 68rem) 19rem, (min-width: 44rem) 55vw, 92vw",
    "small": "(min-width: 48rem) 13rem, 30vw",
    "story": "(min-width: 60rem) 52rem, 92vw",
    "portrait": "6rem",
    "face": "14rem",
}


def show(picture: Picture | None, place: str, caption: str = "") -> contexts.Picture | None:
    """A picture for one place on a page; None while no safe size of it is ready."""
    if picture is None:
        return None
    stand_on(key_of(picture))
    square = place in ("portrait", "face")
    ready = [size for size in picture.renditions.all() if size.filter_spec.startswith("fill-480x480" if square else "width-")]
    plain = _fallback(ready)
    if plain is None:
        return None
    return contexts.Picture(
        url=plain.url,
        width=plain.width,
        height=plain.height,
        alt=setter.text(picture.alt),
        caption=setter.text(caption or picture.caption),
        credit=setter.text(picture.credit).replace(" / ", f"{NBSP}/ "),
        sources=[_source(kind, of_kind) for name, kind in FORMATS if (of_kind := _of_format(ready, name))],
        sizes=SIZES[place],
        classes=_classes(picture),
    )


def address_of_card(picture: Picture | None) -> PictureSize | None:
    """The size that social cards show (1200 by 630), if it is ready."""
    if picture is None:
        return None
    return next((size for size in picture.renditions.all() if size.filter_spec.startswith("fill-1200x630")), None)


def _fallback(sizes: Iterable[PictureSize]) -> PictureSize | None:
    """The size for browsers that choose none: the WebP nearest to 960 pixels wide."""
    found = _of_format(sizes, "webp") or _of_format(sizes, "avif") or list(sizes)
    return min(found, key=lambda size: abs(size.width - 960), default=None)


def _of_format(sizes: Iterable[PictureSize], name: str) -> list[PictureSize]:
    found = [size for size in sizes if f"format-{name}" in size.filter_spec]
    return sorted(found, key=lambda size: size.width)


def _source(kind: str, sizes: list[PictureSize]) -> contexts.Source:
    return contexts.Source(kind, ", ".join(f"{size.url} {size.width}w" for size in sizes))


def _classes(picture: Picture) -> str:
    """Classes of the stylesheet: the colour that holds its place, and its focal point in tenths."""
    x, y = 50, 50
    if picture.focal_point_x is not None and picture.focal_point_y is not None:
        x, y = (round(10 * at / whole) * 10 for at, whole in ((picture.focal_point_x, picture.width), (picture.focal_point_y, picture.height)))
    return f"ph-{picture.tone} fp-{x}-{y}"
