"""Authors, one by one and together."""
from __future__ import annotations

from django.db.models import prefetch_related_objects
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from rotative.masthead.languages import locale_id_of
from rotative.newsroom import queries
from rotative.newsroom.models import Author
from rotative.paper import contexts, setter
from rotative.paper.addresses import Address, follow, numbered
from rotative.paper.cards import deal
from rotative.paper.head import head, language_name, list_feeds
from rotative.paper.images import show
from rotative.paper.pages.pagers import pager, rows_of
from rotative.paper.printing import page
from rotative.paper.richtext import expand
from rotative.paper.site import elsewhere, paths, site
from rotative.press.documents import Missing
from rotative.press.reads import named_read


@page("author")
def author(address: Address) -> contexts.AuthorPage:
    """An author's page in a language: role, biography, stories.

    Who is not on the staff has one only where they signed a story: a name in a draft is nobody's business.
    """
    found = queries.author_at(address.slug)
    if found is None:
        raise Missing(address.path)
    part, path = f"{found.pk}-{locale_id_of(address.language)}", paths().listed("author", found.slug)
    rows, text, versions = rows_of(queries.of_author, part, address.number), found.text(address.language), _versions(found)
    if not (rows or found.on_staff):
        raise Missing(address.path)
    translated = versions if _is_in(found, address.language) else {}
    return contexts.AuthorPage(
        site=site(versions=versions),
        head=head(found.name, numbered(path, address.number), setter.text(text.role), translated, list_feeds(found.name, path), kind="profile"),
        person=contexts.Person(found.name, path, setter.text(text.role), show(found.portrait, "face")),
        biography=expand(text.biography),
        contact=_contact(found),
        languages=[language_name(code) for code in found.speaks.split()],
        cards=deal(rows, "row"),
        count=0 if address.number else queries.of_author.count(part),
        pager=pager(queries.of_author, part, path, address.number),
        follow_url=follow("author", found.pk, address.language),
    )


@page("staff")
def staff(address: Address) -> contexts.AuthorsPage:
    """The newsroom: everyone on the staff."""
    path = paths().single("staff")
    title = _("The newsroom")
    return contexts.AuthorsPage(
        site=site(versions=elsewhere(lambda there: there.single("staff"))),
        head=head(title, path),
        staff=[_person(each, address.language) for each in _texts(queries.on_staff.newest("all"))],
    )


@named_read(lambda authors: [f"author:{each.pk}" for each in authors])
def _texts(authors: list[Author]) -> list[Author]:
    prefetch_related_objects(authors, "texts", "portrait__renditions")
    return authors


def _person(author: Author, language: str) -> contexts.Person:
    role = setter.text(author.text(language).role)
    return contexts.Person(author.name, paths().listed("author", author.slug), role, show(author.portrait, "portrait"))


def _versions(author: Author) -> dict[str, str]:
    """The author's page in the other languages that have something of theirs or on them."""
    return {code: path for code, path in elsewhere(lambda there: there.listed("author", author.slug)).items() if _is_in(author, code)}


def _is_in(author: Author, language: str) -> bool:
    text = author.text(language)
    introduced = author.on_staff and (text.role or strip_tags(text.biography).strip())
    return bool(introduced or queries.of_author.count(f"{author.pk}-{locale_id_of(language)}"))


def _contact(author: Author) -> list[contexts.Link]:
    links = [contexts.Link(author.email, f"mailto:{author.email}")] if author.email else []
    return links + ([contexts.Link(author.profile.split("//")[-1], author.profile)] if author.profile else [])
