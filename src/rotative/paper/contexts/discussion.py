"""The pages of a discussion: a part of it, or what is respected most."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from rotative.paper.contexts.page import Page
from rotative.paper.parts import Html, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A contribution as readers see it; its template is ``discussion/contribution.html``.

    standing: "staff", "author" or nothing. words: set, as HTML; nothing where it ``is_gone``. passage: words of the story that it
    quotes; passage_url: where they stand in it, nothing once it was worded otherwise. to: whom it answers, and where. voice: the same for all that one person wrote; is_hushed: a reader does not read them. The addresses of what a reader may do
    with it: nothing where they may not.
    """

    number: int
    name: str
    voice: str
    standing: str
    at: datetime
    edited: datetime | None
    words: Html
    passage: str = ""
    passage_url: str = ""
    is_picked: bool = False
    is_gone: bool = False
    to: Link | None = None
    url: str = ""
    answer_url: str = ""
    respect_url: str = ""
    report_url: str = ""
    mute_url: str = ""
    is_hushed: bool = False
    replies: Sequence[Answered] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionPage(Page):
    """A part of a story's discussion, newest thread first.

    story: the story. state: "open", "moderated" or "closed"; because: why it is closed; closes_at: when it will be. write_url: where
    to write, nothing when it is closed. order: "newest" or "respected"; orders: the same discussion in other orders. number: of
    the part, 0 for the newest; older, newer: the parts beside it. counts: the file of how many respect what is here.
    script, style, proof: what answers in place. quiet_url: the same without those whom a reader does not read, for who has no script;
    whole_url: on that page, with them.
    """

    template: ClassVar[str] = "discussion/discussion.html"

    story: Link
    state: str
    because: str
    closes_at: datetime | None
    write_url: str
    order: str
    orders: Sequence[Link]
    number: int
    older: str
    newer: str
    counts: str
    script: str
    style: str
    proof: str
    threads: Sequence[Answered]
    quiet_url: str = ""
    whole_url: str = ""
