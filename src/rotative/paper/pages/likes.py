"""The paper's frame, lent to pages that rooms below it show (a like, later a comment)."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils import timezone

from rotative.masthead import frames
from rotative.masthead.queries import zone
from rotative.paper import assets, setter
from rotative.paper.head import head
from rotative.paper.site import site
from rotative.press.rendering import rendering


def frame(language: str, title: str) -> dict[str, Any]:
    """``site`` and ``head`` for a page that is never printed."""
    with rendering(timezone.now(), language), timezone.override(zone()):
        title = setter.headline(title)
        return {"site": site(), "title": title, "head": replace(head(title, "/"), robots="noindex")}


def account_frame(language: str, title: str) -> dict[str, Any]:
    """With the style and the script of a reader's account."""
    return {**frame(language, title), "style": assets.account_style().url, "script": assets.account_script().url}


frames.register(frame, account_frame)
