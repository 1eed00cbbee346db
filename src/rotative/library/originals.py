"""An original in hand: its bytes, what they say, and the sizes and names made of it."""
from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from wagtail.images.models import Filter

from rotative.library import metadata, packets, sizes

if TYPE_CHECKING:
    from PIL.Image import Image

    from rotative.library.models import Picture, PictureSize


class Original:
    """What sizes are made of. Raises OSError when the file is not there."""

    def __init__(self, picture: Picture) -> None:
        with picture.open_file() as file:
            self.data: bytes = file.read()
        self.picture = picture
        self.stands_on = stands_on(picture)
        self.settled: dict[str, int] = {}

    @cached_property
    def xmp(self) -> bytes:
        """The credit that goes into every size: the desk's words before the file's own."""
        said, picture = metadata.read(self.data), self.picture
        desk = {"credit": picture.credit, "usage_terms": picture.licence, "digital_source": picture.digital_source}
        return packets.packet(replace(said, **{name: text for name, text in desk.items() if text}))

    @cached_property
    def measures(self) -> tuple[int, int]:
        return sizes.measured(BytesIO(self.data))

    @cached_property
    def image(self) -> Image:
        return sizes.opened(BytesIO(self.data))

    def draft(self) -> Image:
        """The picture decoded just well enough for its safe size."""
        return sizes.opened(BytesIO(self.data), least=1280)

    def focus(self, spec: str) -> str:
        """What a spec takes of the focal point; empty for one that only scales."""
        return str(Filter(spec).get_cache_key(self.picture))

    def stem(self, spec: str) -> str:
        """The beginning of the name of a size's file, which changes when its bytes would."""
        parts = (sizes.MAKE.encode(), self._digest, self.xmp, spec.encode(), self.focus(spec).encode())
        return f"{spec.replace('|', '-')}-{blake2b(b'/'.join(parts), digest_size=8).hexdigest()}"

    def is_of(self, size: PictureSize) -> bool:
        """Whether a size was made of this original as it is now."""
        return PurePosixPath(size.file.name).name.startswith(self.stem(size.filter_spec))

    @cached_property
    def _digest(self) -> bytes:
        return blake2b(self.data, digest_size=16).digest()


def stands_on(picture: Picture) -> tuple[Any, ...]:
    """All of a picture's row that its sizes depend on."""
    names = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height", "credit", "licence", "digital_source")
    return (picture.file.name, *(getattr(picture, name) for name in names))
