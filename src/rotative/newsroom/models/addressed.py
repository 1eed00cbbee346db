"""Pages whose address is the paper's own: no site prefix, the language's first."""
from __future__ import annotations

from typing import Any

from django.conf import settings

from rotative.masthead.languages import language_of, prefix
from rotative.masthead.printable import Printable, make_printable
from rotative.newsroom import previews


class Addressed(Printable):
    """Gives a page its address: ``/section/slug/``, ``/en/section/slug/``.

    The tree's first segment (the front of a language) is not part of it.
    """

    url_path: str
    locale_id: int

    @property
    def language(self) -> str:
        return language_of(self.locale_id)

    @property
    def address(self) -> str:
        """The path on the site, with both slashes."""
        return prefix(self.language) + "/" + self.url_path.split("/", 2)[2]

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        parts = super().get_url_parts(request)  # type: ignore[misc]
        return parts and (parts[0], settings.ROTATIVE_URL, self.address)

    def minimal_clean(self) -> None:
        """What a draft is held to when it is saved."""
        make_printable(self)
        super().minimal_clean()  # type: ignore[misc]

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """What a reader would see, for whoever is writing it."""
        return previews.serve(self, request)
