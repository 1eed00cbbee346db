"""A page of any news site, saved or pasted, read into a story."""

from dataclasses import replace

from . import plain, saved
from .encoding import decode
from .parsing import is_markup
from .sniffing import LIMIT, refuse_what_is_data, refuse_what_is_no_page
from .story import Block, Picture, Story
from .unreadable import Unreadable

__all__ = ["Block", "Picture", "Story", "Unreadable", "read"]


def read(
    data: bytes | str, *, address: str | None = None, media_type: str | None = None, zone: str = "Europe/Paris"
) -> Story:
    """The story in a page or in its plain text; raises Unreadable with a sentence.

    `zone` is for dates that give none. A str is taken as text already decoded.
    """
    text, warnings = _text(data, media_type)
    refuse_what_is_data(text)
    reader = saved.read if is_markup(text) else plain.read
    story = reader(text, address, zone)
    return _warned(story, warnings)


def _text(data: bytes | str, media_type: str | None) -> tuple[str, list[str]]:
    if isinstance(data, bytes):
        refuse_what_is_no_page(data, media_type)
        return decode(data, media_type)
    if not data.strip("\0 \t\r\n\ufeff"):
        raise Unreadable("empty")
    if len(data) > LIMIT:
        raise Unreadable("too_large")
    return data.lstrip("\ufeff"), []


def _warned(story: Story, warnings: list[str]) -> Story:
    return replace(story, warnings=(*warnings, *story.warnings)) if warnings else story
