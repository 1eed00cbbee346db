"""First words of addresses that belong to the program (see docs/contracts/addresses.md)."""
from __future__ import annotations

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

RESERVED = frozenset(
    ["_", "desk", "media", "static", "documents", "auteurs", "authors", "sujets", "topics", "dossiers", "page", "feed.atom", "feed.rss", "sitemap.xml", "robots.txt", "favicon.ico", "manifest.webmanifest", "recherche", "search", "dernieres", "latest", "plus-lues", "most-read", "corrections", "a-propos", "about", "mentions-legales", "legal", "principes", "principles", "vie-privee", "privacy", "accessibilite", "accessibility", "financement", "funding", "soutenir", "support", "redaction", "newsroom", "contact", "acteurs", "actors", "textes", "texts", "declarations", "statements", "api", ".well-known"]
)

OLDER_PAGES = "page"


def is_reserved(slug: str) -> bool:
    """Whether a page directly under a front may not have this slug."""
    return slug in RESERVED or slug in dict(settings.LANGUAGES) or re.fullmatch(r"\d{4}|sitemap.*", slug) is not None


def check_slug(slug: str, nested: bool = False) -> None:
    """Raises ValidationError for a slug that would hide one of the paper's own pages.

    ``nested``: under a section, where only the older pages of its list have an address.
    """
    if slug == OLDER_PAGES if nested else is_reserved(slug):
        raise ValidationError({"slug": _("The paper uses the address “%(slug)s” itself. Choose another one.") % {"slug": slug}})
