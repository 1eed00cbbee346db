"""Finds a place in the paper for copy that came in: its section, its people, its topics."""
from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_noop
from wagtail.coreutils import string_to_ascii

from rotative.masthead.languages import first, languages, locale_id_of
from rotative.newsroom.models import Author, Section, Topic
from rotative.wires.spoken import Told

NO_SUCH_SECTION = gettext_noop("There is no section “{slug}”. There are: {there}.")
NO_SECTION_YET = gettext_noop("The paper has no section in this language yet. Make one first.")


class NoSection(LookupError):
    """There is no section to put a story in; the sentence says what to do."""


def language_for(read: str | None) -> str:
    """The paper's own language nearest to the one a page is in."""
    short = (read or "").split("-")[0].lower()
    return next((code for code in languages() if code.split("-")[0] == short), first())


def section_named(slug: str, language: str) -> Section:
    """The section with this slug: in a language, or its translation, or as it is in another.

    Raises NoSection with those there are.
    """
    here = locale_id_of(language)
    rows = list(Section.objects.filter(slug=slug).order_by("path"))
    found = next((row for row in rows if row.locale_id == here), None)
    if found is None and rows:
        found = Section.objects.filter(translation_key=rows[0].translation_key, locale_id=here).first() or rows[0]
    if found is None:
        there = ", ".join(Section.objects.order_by("path").values_list("slug", flat=True))
        raise NoSection(Told(NO_SUCH_SECTION, slug=slug, there=there) if there else Told(NO_SECTION_YET))
    return found


def guess_section(read: str | None, topics: Iterable[str], language: str) -> tuple[Section, bool]:
    """The section that a page's own names best, and whether a name really matched."""
    rows = list(Section.objects.live().filter(locale_id=locale_id_of(language)).order_by("path"))
    if not rows:
        raise NoSection(Told(NO_SECTION_YET))
    for name in [read or "", *topics]:
        near = next((row for row in rows if name and level(name) in (level(row.title), level(row.slug))), None)
        if near:
            return near, True
    return rows[0], False


def author_named(name: str) -> Author:
    """The author of that name, made a contributor when the paper does not know them."""
    found = next((row for row in Author.objects.filter(name__iexact=name)), None)
    found = found or next((row for row in Author.objects.all() if level(row.name) == level(name)), None)
    return found or Author.objects.create(name=name[:120], slug=free_slug(name, Author.objects.all(), "auteur"), on_staff=False)


def topic_named(name: str, language: str) -> Topic:
    """The topic of that name in a language, made when there is none.

    Names that are written alike but for case and accents are one topic. Names of another
    script are not, though they may sound alike.
    """
    here, base = Topic.objects.filter(locale_id=locale_id_of(language)), _latin(name)
    near = here.filter(Q(name__iexact=name) | Q(slug__startswith=base)) if base else here.filter(name__iexact=name)
    plain = slugify(name)[:100] == base
    found = next((row for row in near.order_by("pk") if level(row.name) == level(name) or (plain and row.slug == base)), None)
    return found or Topic.objects.create(name=name[:120], slug=free_slug(name, here, "sujet"), locale_id=locale_id_of(language))


def free_slug(name: str, others: QuerySet[Any], otherwise: str) -> str:
    """An address that none of the others has; for a name without letters, a word and a number."""
    base = _latin(name) or otherwise
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in _numbered(base) if slug not in taken)


def _latin(name: str) -> str:
    """A name in letters that an address can hold: “Москва” is “moskva”."""
    return slugify(string_to_ascii(name))[:100]


def _numbered(base: str) -> Iterable[str]:
    yield base
    number = 1
    while True:
        number += 1
        yield f"{base}-{number}"


def level(text: str) -> str:
    """Lower case, no accents: for comparing names."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).replace("-", " ").split())
