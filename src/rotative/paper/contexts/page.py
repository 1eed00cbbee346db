"""What every page gives to its template."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rotative.paper.parts import Head, Link, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has."""

    template: ClassVar[str]

    site: Site
    head: Head
    crumbs: Sequence[Link] = ()


def context(page: Page) -> dict[str, object]:
    """The names a page's template may use."""
    return {"page": page, "site": page.site}
