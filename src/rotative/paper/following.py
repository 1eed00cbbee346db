"""What readers can follow, as they find it: an author, a topic, a dossier, a section."""
from __future__ import annotations

from collections.abc import Callable

from rotative.masthead.languages import languages
from rotative.masthead.readers import follows
from rotative.masthead.readers.follows import Followed
from rotative.newsroom import queries
from rotative.newsroom.models import Author, Dossier, Section, Topic
from rotative.paper.addresses import Paths

LONGEST = 18  # figures: a longer number is larger than any primary key


def register() -> None:
    for kind, find in (("author", _author), ("topic", _topic), ("dossier", _dossier), ("section", _section)):
        follows.register(kind, _by_number(find))


def _by_number(find: Callable[[int, str], Followed | None]) -> follows.Find:
    return lambda key, language: find(int(key), language) if key.isascii() and key.isdecimal() and len(key) <= LONGEST else None


def _author(pk: int, language: str) -> Followed | None:
    """In the language of the visit, where the paper has a page of theirs."""
    found = Author.objects.filter(pk=pk).first()
    if found is None or not (found.on_staff or queries.has_page(pk, language)):
        return None
    return Followed(found.name, Paths(language, languages()).listed("author", found.slug), language)


def _topic(pk: int, _language: str) -> Followed | None:
    found = Topic.objects.filter(pk=pk).first()
    if found is None or not queries.on_topic.count(str(pk)):
        return None
    return Followed(found.name, Paths(found.language, languages()).listed("topic", found.slug), found.language)


def _dossier(pk: int, _language: str) -> Followed | None:
    found = Dossier.objects.filter(pk=pk).first()
    if found is None or not queries.has_stories(pk):
        return None
    return Followed(found.name, Paths(found.language, languages()).listed("dossier", found.slug), found.language)


def _section(pk: int, _language: str) -> Followed | None:
    found = Section.objects.live().filter(pk=pk).first()
    return Followed(found.title, found.address, found.language) if found else None
