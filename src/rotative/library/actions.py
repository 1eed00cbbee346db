"""What is done to pictures: filled in from what they say, and cut to their sizes."""
from __future__ import annotations

import os
import time
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path, PurePath
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from PIL import Image

from rotative.library import metadata, sizes
from rotative.library.metadata import Said
from rotative.library.models import Picture, PictureSize
from rotative.library.models.pictures import SIZES
from rotative.library.originals import Original, stands_on

GRACE = 24 * 3600

Plan = dict[str, tuple[str, int, int]]
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}

# ── From bytes ─────────────────────────────────────────────────────────────────


def ending_of(data: bytes) -> str:
    """How the name of a picture with these bytes ends. Raises Damaged when the library takes no such file."""
    width, height = sizes.measured(BytesIO(data))
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise sizes.Damaged("more pixels than a picture may have")
    with Image.open(BytesIO(data)) as image:
        kind = image.format or ""
    if kind not in ENDINGS:
        raise sizes.Damaged(kind)
    sizes.opened(BytesIO(data))
    return ENDINGS[kind]


def keep(data: bytes, name: str, **said: Any) -> Picture:
    """A picture of these bytes, with what is said of it; where nothing is, with what its file says."""
    picture = Picture(file=ContentFile(data, name), **{field: _fitted(field, value) for field, value in said.items()})
    fill(picture, metadata.read(data))
    picture.save()
    return picture


def discard(picture: Picture) -> None:
    """Delete the original of a picture whose row was never written."""
    picture.file.storage.delete(picture.file.name)


# ── What a picture says of itself ──────────────────────────────────────────────


def offered(said: Said, decorative: bool = False) -> dict[str, Any]:
    """What a file's metadata can fill in: values by field, cut to what a field holds."""
    found = {
        "title": said.headline,
        "description": "" if decorative else said.alt,
        "caption": said.caption,
        "credit": _credit(said),
        "licence": said.usage_terms or said.rights_address,
        "taken_on": said.taken_on,
    }
    return {name: _fitted(name, value) for name, value in found.items() if value}


def fill(picture: Picture, said: Said) -> None:
    """Fill in what a person left empty. Nothing that was typed is replaced."""
    picture.digital_source = _fitted("digital_source", said.digital_source)
    file_name = picture.filename if picture.file else ""
    for name, value in offered(said, picture.decorative).items():
        if is_left_empty(name, getattr(picture, name), file_name):
            setattr(picture, name, value)


def is_left_empty(name: str, value: Any, file_name: str) -> bool:
    """Whether a field holds nothing that a person typed; a title that is the file's name is none."""
    if name != "title":
        return not value
    stem = PurePath(file_name).stem
    return _plain(str(value)) in {"", _plain(file_name), _plain(stem)}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def _credit(said: Said) -> str:
    """“Jeanne Doe / L’Amer”: who made it, then for whom."""
    if said.creator and said.credit and said.creator.casefold() not in said.credit.casefold():
        return f"{said.creator} / {said.credit}"
    return said.credit or said.creator or said.copyright


def _fitted(name: str, value: Any) -> Any:
    length = Picture._meta.get_field(name).max_length
    return value if not isinstance(value, str) or len(value) <= length else value[: length - 1].rstrip() + "…"


# ── Sizes ──────────────────────────────────────────────────────────────────────


def make_sizes(picture: Picture) -> str:
    """Make every declared size that is not there yet, then let go of those that no longer hold.

    The rows change in one transaction, after all files are whole on the disk, so that a
    page finds either the sizes before or the sizes after. Says what came of it: ``made``,
    ``kept`` or ``superseded``. Raises Damaged or OSError.
    """
    original = Original(picture)
    wanted = sizes.declared(original.measures[0])
    there = {(row.filter_spec, row.focal_point_key): row for row in picture.renditions.all() if original.is_of(row)}
    plan = {spec: _write(original, spec) for spec in wanted if (spec, original.focus(spec)) not in there}
    return _settle(original, plan, wanted)


def make_safe_size(picture: Picture) -> bool:
    """Make the one size that a page can show at once, unless there is one already."""
    if picture.renditions.filter(filter_spec__startswith="width-").exists():
        return False
    original = Original(picture)
    image = original.draft()
    plan = {sizes.SAFE: _write(original, sizes.SAFE, image)}
    with transaction.atomic():
        _enter(original, plan)
        Picture.objects.filter(pk=picture.pk).update(tone=sizes.tone_of(image))
    return True


def note_problem(picture: Picture, problem: str) -> None:
    """Keep what is wrong with a picture, for the desk to tell."""
    Picture.objects.filter(pk=picture.pk).update(sizes_ready=False, problem=problem)


def _write(original: Original, spec: str, image: Any = None) -> tuple[str, int, int]:
    made = sizes.made(image or original.image, spec, original.picture, original.xmp, original.settled)
    name = f"{SIZES}/{original.picture.pk}/{original.stem(spec)}.{made.ending}"
    write_whole(storage(), name, made.body)
    return name, made.width, made.height


def _settle(original: Original, plan: Plan, wanted: list[str]) -> str:
    with transaction.atomic():
        now = Picture.objects.select_for_update().filter(pk=original.picture.pk).first()
        if now is None or stands_on(now) != original.stands_on:
            return "superseded"
        _enter(original, plan)
        gone = [row for row in now.renditions.all() if not _holds(original, row, wanted)]
        _let_go(gone)
        if plan or gone or not now.sizes_ready:
            _note_ready(original)
    return "made" if plan else "kept"


def _holds(original: Original, row: PictureSize, wanted: list[str]) -> bool:
    """Whether a row stays: wanted, or the desk's own, and made of the original as it is."""
    ours = row.filter_spec in wanted or not row.filter_spec.startswith(("width-", "fill-480x480", "fill-1200x630"))
    return ours and row.focal_point_key == original.focus(row.filter_spec) and original.is_of(row)


def _enter(original: Original, plan: Plan) -> None:
    for spec, (name, width, height) in plan.items():
        PictureSize.objects.update_or_create(
            image=original.picture, filter_spec=spec, focal_point_key=original.focus(spec), defaults={"file": name, "width": width, "height": height}
        )


def _note_ready(original: Original) -> None:
    width, height = original.measures
    tone = sizes.tone_of(original.image)
    Picture.objects.filter(pk=original.picture.pk).update(sizes_ready=True, problem="", tone=tone, width=width, height=height)


def _let_go(rows: Iterable[PictureSize]) -> None:
    """Forget rows but leave their files a day: pages already printed still name them."""
    found = PictureSize.objects.filter(pk__in=[row.pk for row in rows])
    found._raw_delete(found.db)


# ── Files ──────────────────────────────────────────────────────────────────────


def storage() -> Storage:
    kept: Storage = PictureSize._meta.get_field("file").storage
    return kept


def write_whole(keep: Storage, name: str, body: bytes) -> None:
    """Write a file so that nobody ever finds half of it. One that is there is left alone."""
    if keep.exists(name):
        return
    try:
        path = keep.path(name)
    except NotImplementedError:  # A store of objects shows them whole or not at all.
        keep.save(name, ContentFile(body))
        return
    half = keep.path(keep.save(f"{name}.{token_hex(4)}.half", ContentFile(body)))
    with open(half, "rb") as file:
        os.fsync(file.fileno())
    os.replace(half, path)


def sweep(now: float | None = None) -> int:
    """Delete files of sizes that no row names, once no page can still show them."""
    root = Path(storage().path(SIZES))
    before = (now or time.time()) - GRACE
    old = [file for file in root.glob("*/*") if file.is_file() and file.stat().st_mtime < before]
    deleted = 0
    for file in old:
        if not PictureSize.objects.filter(file=f"{SIZES}/{file.parent.name}/{file.name}").exists():
            file.unlink(missing_ok=True)
            deleted += 1
    return deleted
