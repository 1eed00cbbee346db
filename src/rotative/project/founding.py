"""What every paper starts with: its languages, fronts, site, roles and masthead. Django is loaded."""
from __future__ import annotations

from collections.abc import Sequence
from secrets import choice
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from rotative.masthead import roles
from rotative.masthead.actions import appoint
from rotative.masthead.models import Masthead, User
from rotative.newsroom.models import Author, FrontPage, Section

ALPHABET = "abcdefghijkmnopqrstuvwxyz23456789"  # nothing that is read for something else
FRONTS = {"fr": "Une", "en": "Front"}
FIRST_SECTIONS = {"fr": ("Actualités", "actualites"), "en": ("News", "news"), "de": ("Nachrichten", "nachrichten"), "es": ("Noticias", "noticias"),
                  "it": ("Notizie", "notizie"), "pt": ("Notícias", "noticias"), "nl": ("Nieuws", "nieuws")}  # fmt: skip


@transaction.atomic
def found(name: str, languages: Sequence[str]) -> dict[str, FrontPage]:
    """Make the paper's fronts, one a language, and all that has to stand around them."""
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in languages]
    fronts = _fronts(name, locales)
    Locale.objects.exclude(language_code__in=languages).delete()
    Masthead.objects.get_or_create(defaults={"name": name})
    roles.establish()
    return fronts


def _fronts(name: str, locales: Sequence[Locale]) -> dict[str, FrontPage]:
    """The fronts are translations of one another; the first is the root of the site."""
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2).not_type(FrontPage).delete()
    root.refresh_from_db()
    made: list[FrontPage] = []
    for locale in locales:
        code = locale.language_code
        page = FrontPage(title=f"{name}, {FRONTS.get(code, code)}", slug=f"une-{code}", locale=locale)
        page.translation_key = made[0].translation_key if made else page.translation_key
        root.add_child(instance=page)
        made.append(page)
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": made[0], "site_name": name})
    return {page.locale.language_code: page for page in made}


def first_sections(fronts: dict[str, FrontPage]) -> None:
    """A section to write in, in each language."""
    made: list[Section] = []
    for code, front in fronts.items():
        title, slug = FIRST_SECTIONS.get(code, FIRST_SECTIONS["en"])
        section = Section(title=title, slug=slug, locale_id=front.locale_id)
        section.translation_key = made[0].translation_key if made else section.translation_key
        front.add_child(instance=section)
        made.append(section)


def account(email: str, name: str, role: roles.Role, password: str, sections: Sequence[Page] = ()) -> User:
    """An account with a role at the desk. A publisher's is the one that may do everything."""
    is_publisher = role == roles.Role.PUBLISHER
    user: Any = User.objects.create_user(email, email, password, name=name, is_staff=is_publisher, is_superuser=is_publisher)
    appoint(user, role, sections)
    made: User = user
    return made


def first_author(user: User) -> Author:
    """Who signs the first stories: the account that a paper is made with."""
    return Author.objects.create(name=user.name, slug=slugify(user.name) or "redaction", user=user)


def password() -> str:
    """Four groups of four letters and figures: easy to copy, hard to guess."""
    return "-".join("".join(choice(ALPHABET) for _ in range(4)) for _ in range(4))
