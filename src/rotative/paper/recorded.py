"""Which addresses the record has: those of statements and actors, and its files for programs.

Part of the catalogue: ``catalogue`` joins it with the addresses of stories and lists.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from rotative.masthead.languages import languages
from rotative.newsroom.models import Article, Dossier
from rotative.paper.addresses import Paths, api, card_path, feed, numbered
from rotative.record.models import Actor, Appearance, Event, NegotiatedText, Statement
from rotative.record.queries import said_by

IsKnown = Callable[[str], bool]
SITEMAP = "/sitemap-record.xml"
IN_STORIES = (Appearance, Statement, Event)

# ── All of them ────────────────────────────────────────────────────────────────


def every() -> Iterator[str]:
    """Every address of the record: texts with their cards, then statements, the newest first, then what leads to them."""
    for text in NegotiatedText.objects.filter(is_shown=True).order_by("pk"):
        yield from _with_card(text)
    rows = Statement.objects.public().order_by("-pk").values_list("pk", "language")
    for pk, language in rows.iterator(2000):
        yield from _statement(pk, language)
    yield from _actors()
    yield from _stories()
    for pk in Dossier.objects.order_by("pk").values_list("pk", flat=True):
        yield from of_dossier(pk)
    yield SITEMAP


def _actors() -> Iterator[str]:
    seen = Appearance.objects.public().filter(actor__isnull=False).order_by("actor", "language")
    for pk, language in seen.values_list("actor", "language").distinct():
        yield from _seen_as(f"{pk}-{language}", lambda _path: False)
        yield from (numbered(path, number) for path, number in _older(f"{pk}-{language}"))


def _stories() -> Iterator[str]:
    recorded = set(chain.from_iterable(model.objects.public().order_by().values_list("article", "language").distinct() for model in IN_STORIES))
    yield from (api(language, "article", pk) for pk, language in sorted(recorded, reverse=True))


# ── Those of one thing ─────────────────────────────────────────────────────────


def _of_statement(pk: int) -> Iterator[str]:
    for language in Statement.objects.public().filter(pk=pk).values_list("language", flat=True):
        yield from _statement(pk, language)


def _of_actor(pk: int) -> Iterator[str]:
    """Its own addresses; those of one that was merged lead to the actor that it is."""
    for whose in Actor.objects.filter(pk=pk).values_list("merged_into", flat=True):
        for language in languages():
            if Appearance.objects.public().filter(actor=whose or pk, language=language).exists():
                yield from _seen_as(f"{whose or pk}-{language}", lambda _path: False)


def of_dossier(pk: int) -> Iterator[str]:
    """A dossier's file for programs, where something is recorded in it."""
    for dossier in Dossier.objects.filter(pk=pk):
        if _is_recorded(dossier):
            yield api(dossier.language, "dossier", dossier.slug)


def _of_text(pk: int) -> Iterator[str]:
    for text in NegotiatedText.objects.filter(pk=pk, is_shown=True):
        yield from _with_card(text)
        yield from of_dossier(text.dossier_id)


def _with_card(text: NegotiatedText) -> Iterator[str]:
    """A text's page, its card and its file for programs."""
    yield _paths(text.language).listed("text", text.slug)
    yield card_path(text.language, text.slug)
    yield api(text.language, "text", text.slug)


def _is_recorded(dossier: Dossier) -> bool:
    told = Event.objects.public().filter(dossier=dossier, first_day__isnull=False), Appearance.objects.public().filter(article__dossier=dossier)
    return any(each.exists() for each in told) or NegotiatedText.objects.filter(dossier=dossier, is_shown=True).exists()


# ── Those of a part of a list ──────────────────────────────────────────────────


def _seen_as(part: str, is_known: IsKnown) -> Iterator[str]:
    """An actor's page with its feeds and its file, and the same of those that were merged into it."""
    pk, _, language = part.partition("-")
    for slug in [*Actor.objects.filter(pk=pk).values_list("slug", flat=True), *Actor.objects.filter(merged_into=pk).order_by("pk").values_list("slug", flat=True)]:
        path = _paths(language).listed("actor", slug)
        yield path
        yield from (feed(path, form) for form in ("atom", "rss"))
        yield api(language, "actor", slug)


def _said_by(part: str, is_known: IsKnown) -> Iterator[str]:
    """The older pages of what an actor said, from the highest down to one that is known."""
    for path, number in _older(part):
        yield numbered(path, number)
        if is_known(numbered(path, number)):
            return


def _older(part: str) -> Iterator[tuple[str, int]]:
    pk, _, language = part.partition("-")
    for slug in Actor.objects.filter(pk=pk).values_list("slug", flat=True):
        path = _paths(language).listed("actor", slug)
        yield from ((path, number) for number in range(said_by.older(part), 0, -1))


def _in_story(part: str, is_known: IsKnown) -> Iterator[str]:
    """The file of a story, and that of its dossier."""
    for story in Article.objects.filter(pk=part).only("locale_id", "dossier_id"):
        yield api(story.language, "article", story.pk)
        yield from of_dossier(story.dossier_id) if story.dossier_id else ()


def _in_dossier(part: str, is_known: IsKnown) -> Iterator[str]:
    yield from of_dossier(int(part))


def _in_paper(_part: str, _is_known: IsKnown) -> Iterator[str]:
    yield SITEMAP


def _statement(pk: int, language: str) -> Iterator[str]:
    yield _paths(language).listed("statement", str(pk))
    yield api(language, "statement", pk)


def _paths(code: str) -> Paths:
    return Paths(code, languages())


# By kind of row, and by list: the addresses that one gives rise to.
FINDERS: dict[str, Callable[[int], Iterable[str]]] = {"statement": _of_statement, "actor": _of_actor, "text": _of_text}
LISTS: dict[str, Callable[[str, IsKnown], Iterable[str]]] = {
    "seen-as": _seen_as, "said-by": _said_by, "said-in": _in_story, "seen-in": _in_story, "happened-in": _in_story, "timeline": _in_dossier, "texts": _in_dossier,
    "known-in": _in_paper, "texts-shown": _in_paper,
}  # fmt: skip
