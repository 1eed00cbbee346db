"""The paper itself as every page shows it: masthead, bar of sections, colophon."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rotative.masthead.contrast import best_on
from rotative.masthead.languages import first, languages
from rotative.masthead.models import Masthead
from rotative.masthead.queries import masthead, profiles
from rotative.newsroom.queries import tree
from rotative.paper import addresses, assets, setter
from rotative.paper.contexts import Column, Foot, Link, Site
from rotative.press.pieces import made_by, taken
from rotative.press.rendering import current, stand_on


def paths(language: str = "") -> addresses.Paths:
    return addresses.Paths(language or current().language, languages())


def absolute(path: str) -> str:
    """An address with the paper's own scheme and host, from one setting."""
    return f"{settings.ROTATIVE_URL}{path}"


def site(section_path: str = "", today: date | None = None, versions: dict[str, str] | None = None) -> Site:
    """The frame of a page. ``section_path``: the tree path of the section it is in;
    ``versions``: where the same page is in other languages."""
    here = current().language
    frame: Site = taken(f"frame:{here}", _frame)
    stand_on(*(f"names:{url}" for url in (frame.stylesheet, frame.script, *frame.fonts, *(each.url for each in assets.rare_fonts()), frame.icon)))
    return replace(frame, bar=taken(f"bar:{section_path}:{here}", lambda: _bar(frame, section_path)), languages=_languages(versions or {}), today=today)


def naming(asset: assets.Asset) -> str:
    """The address of an asset that this page names beside those of every page: it stays printed as long as one does."""
    stand_on(f"names:{asset.url}")
    return asset.url


@made_by("frame", is_plain=True)
def _frame_again(_language: str) -> None:
    site()


@made_by("bar", is_plain=True)
def _bar_again(rest: str) -> None:
    site(rest.partition(":")[0])


def _frame() -> Site:
    """What is the same on every page of a language, its foot and its drawers already set."""
    paper, here = masthead(), current().language
    text, to = paper.text(here), paths()
    made = Site(
        name=setter.text(paper.name),
        motto=setter.text(text.motto),
        language=here,
        home=to.front,
        logo_svg=_logo(paper),
        stylesheet=stylesheet(paper).url,
        script=assets.script().url,
        writing=assets.writing().url,
        fonts=[font.url for font in assets.fonts()],
        icon=assets.icon(paper.accent).url,
        feed_atom=addresses.feed(to.front, "atom"),
        feed_rss=addresses.feed(to.front, "rss"),
        search_url=to.single("search"),
        latest_url=to.single("latest"),
        most_read_url=to.single("most_read"),
        support_url=to.single("support"),
        accent=paper.accent,
        accent_dark=paper.accent_dark,
        like_url=f"/_/like/paper/?in={here}",
        counts_url="/_/counts/paper.json",
        address=settings.ROTATIVE_URL,
    )
    foot = Foot(
        site=made,
        columns=_colophon(to),
        profiles=elsewhere_on_the_web(),
        legal_line=setter.text(_legal_line(paper)),
        definition=setter.marked(text.definition),
        search_panel_url=f"/_/panel/{here}/search/",
        latest_panel_url=f"/_/panel/{here}/latest/",
        most_read_panel_url=f"/_/panel/{here}/most-read/",
    )
    return replace(made, foot=_set("paper/foot.html", {"foot": foot, "site": made}))


def _bar(frame: Site, section_path: str) -> SafeString:
    """The bar of sections and tools, where the reader is in one of them."""
    links = [Link(setter.text(each.title), each.address, section_path.startswith(each.path)) for each in tree(frame.language).bar]
    return _set("paper/bar.html", {"sections": links, "site": frame})


def _set(template: str, names: dict[str, object]) -> SafeString:
    return get_template(template).render(names)


def elsewhere_on_the_web() -> list[Link]:
    """The paper's profiles, which say that they are its own (``rel="me"``)."""
    return [Link(setter.text(name), url) for name, url in profiles()]


def stylesheet(paper: Masthead) -> assets.Asset:
    """The paper's stylesheet in the publisher's colours."""
    return _stylesheet(paper.accent, paper.accent_dark)


def card() -> assets.Asset:
    """What social networks show of a page without a picture: the paper's name in its colours."""
    paper = masthead()
    made = assets.card(setter.text(paper.name, first()), paper.accent, best_on(paper.accent))
    stand_on(f"names:{made.url}")
    return made


@lru_cache(maxsize=8)
def _stylesheet(accent: str, dark: str) -> assets.Asset:
    return assets.stylesheet(accent, best_on(accent), dark, best_on(dark))


def _languages(versions: dict[str, str]) -> list[Link]:
    """The languages of the paper, to the same page where there is one, else to the front; those without a front are left out."""
    if len(settings.LANGUAGES) < 2:
        return []
    here = current().language
    there = {code for code in languages() if code == here or code in tree(here).languages}
    return [Link(str(name), versions.get(code) or paths(code).front, code == here, code) for code, name in settings.LANGUAGES if code in there]


def elsewhere(path_in: Callable[[addresses.Paths], str]) -> dict[str, str]:
    """Where a page that every language has is in the others; those without a front have none."""
    here = current().language
    return {code: path_in(paths(code)) for code in languages() if code != here and code in tree(here).languages}


def _colophon(to: addresses.Paths) -> list[Column]:
    return [
        Column(_("The paper"), [
            Link(_("About"), to.single("about")),
            Link(_("Our principles"), to.single("principles")),
            Link(_("The newsroom"), to.single("staff")),
            Link(_("Corrections"), to.single("corrections")),
            Link(_("Write to us"), to.single("contact")),
        ]),
        Column(_("Read on"), [
            Link(pgettext("news", "Latest"), to.single("latest")),
            Link(_("Most read"), to.single("most_read")),
            Link(_("Atom feed"), addresses.feed(to.front, "atom")),
            Link(_("RSS feed"), addresses.feed(to.front, "rss")),
            Link(_("My account"), f"/_/account/?in={to.language}"),
        ]),
        Column(_("In order"), [
            Link(_("Legal notice"), to.single("legal")),
            Link(pgettext("readers", "Privacy"), to.single("privacy")),
            Link(_("Accessibility"), to.single("accessibility")),
            Link(_("Who funds us"), to.single("funding")),
        ]),
    ]  # fmt: skip


def _legal_line(paper: Masthead) -> str:
    parts = [
        paper.publisher and _("Published by %(publisher)s.") % {"publisher": paper.publisher},
        paper.director and _("Director of publication: %(name)s.") % {"name": paper.director},
        paper.host and _("Host: %(host)s.") % {"host": paper.host},
        paper.press_number and _("Press registration %(number)s.") % {"number": paper.press_number},
        paper.issn and f"ISSN {paper.issn}.",
        _("No tracker, no targeted advertising."),
    ]
    return " ".join(part for part in parts if part)


def _logo(paper: Masthead) -> SafeString:
    """The logo; nothing when its file is missing, and the name is set in type (``rotative check`` tells)."""
    try:
        return _read_logo(paper.logo.name, paper.logo.path) if paper.logo else SafeString()
    except (OSError, ValueError):
        return SafeString()


@lru_cache(maxsize=4)
def _read_logo(name: str, path: str) -> SafeString:
    """The logo's drawing, which the masthead has made safe when it was uploaded."""
    with open(path, encoding="utf-8") as file:
        return mark_safe(file.read())  # noqa: S308
