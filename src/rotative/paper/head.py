"""What machines read in a page's head: title, addresses, social cards, structured data."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from rotative.masthead.queries import masthead
from rotative.paper import addresses, jsonld, setter, socialcard
from rotative.paper.contexts import Alternate, Feed, Head
from rotative.paper.site import absolute, card
from rotative.press.rendering import current

PREVIEWS = "max-image-preview:large"


def head(
    title: str,
    path: str,
    description: str = "",
    versions: dict[str, str] | None = None,
    feeds: Sequence[Feed] = (),
    robots: str = PREVIEWS,
    kind: str = "website",
    og: Sequence[tuple[str, str]] = (),
    data: Sequence[dict[str, Any]] = (),
    canonical: str = "",
    programs: str = "",
) -> Head:
    """The head of the page at ``path``. ``versions``: the other languages' addresses; ``programs``: where the same is as JSON."""
    name = setter.text(masthead().name)
    address = absolute(path)
    pictured = any(name == "og:image" for name, _value in og)
    return Head(
        title=name if title == masthead().name else f"{title} | {name}",
        description=description,
        canonical=canonical or address,
        alternates=_alternates(path, versions or {}),
        robots=robots,
        og=[*_open_graph(title, description, address, kind, versions or {}), *og, *(() if pictured else _card())],
        meta=[("twitter:card", "summary_large_image")],
        json_ld=[jsonld.dump(each) for each in data],
        feeds=feeds or _paper_feeds(),
        programs=programs,
    )


def list_feeds(title: str, path: str) -> list[Feed]:
    """The two feeds of a list, Atom first."""
    return [
        Feed(title, "application/atom+xml", addresses.feed(path, "atom")),
        Feed(title, "application/rss+xml", addresses.feed(path, "rss")),
    ]


def locale_name(language: str) -> str:
    """A language as social cards write it: ``fr_FR``, ``en_GB``."""
    return {"fr": "fr_FR", "en": "en_GB", "de": "de_DE", "es": "es_ES", "it": "it_IT"}.get(language, language)


def _alternates(path: str, versions: dict[str, str]) -> list[Alternate]:
    """This page and its real translations; none when there is no other."""
    if not versions:
        return []
    here = current().language
    every = {here: path, **versions}
    return [Alternate(code, absolute(every[code])) for code, _name in settings.LANGUAGES if code in every]


def _open_graph(title: str, description: str, address: str, kind: str, versions: dict[str, str]) -> list[tuple[str, str]]:
    rows = [
        ("og:type", kind),
        ("og:title", title),
        ("og:url", address),
        ("og:site_name", setter.text(masthead().name)),
        ("og:locale", locale_name(current().language)),
        *(("og:locale:alternate", locale_name(code)) for code in versions),
    ]
    return [*rows, ("og:description", description)] if description else rows


def _card() -> list[tuple[str, str]]:
    """The paper's own card, where a page has no picture (standards, 1.3)."""
    size = [("og:image:width", str(socialcard.WIDTH)), ("og:image:height", str(socialcard.HEIGHT))]
    return [("og:image", absolute(card().url)), *size, ("og:image:alt", masthead().name)]


def _paper_feeds() -> list[Feed]:
    home = addresses.Paths(current().language, [code for code, _name in settings.LANGUAGES]).front
    return list_feeds(masthead().name, home)


def language_name(code: str) -> str:
    """The name of a language in the page's own; its code, for one that Django has no name of."""
    try:
        name = get_language_info(code)["name"]
    except KeyError:
        return code
    return _(name).lower() if current().language == "fr" else name
