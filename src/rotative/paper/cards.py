"""Cards: a story as a list shows it, rendered from the story alone."""
from __future__ import annotations

from collections.abc import Iterable

from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from rotative.newsroom.models import Article
from rotative.newsroom.queries import enrich, tree
from rotative.paper import contexts, setter
from rotative.paper.images import show
from rotative.paper.numbers import reading_time
from rotative.press import cards
from rotative.press.keys import key_of
from rotative.press.pieces import facts
from rotative.press.rendering import stand_on

PLACES = {"lead": "lead", "second": "second", "row": "small", "story": "story", "plain": "second"}
UNSIGNED = {"brief", "rank", "related"}
WITHOUT_PICTURE = {"brief", "timed", "rank", "related", "result", "opinion"}


def deal(articles: Iterable[Article], form: str, ready: bool = False) -> list[SafeString]:
    """The cards of some stories in one form; what they show is loaded at once, unless it is ``ready``."""
    return [cards.card(article, form) for article in articles] if ready else cards.deal(articles, form)


def load(*dealt: tuple[str, list[Article]]) -> None:
    """Load at once what the cards of several forms show, of those that are to be made: they may be dealt as ``ready`` then."""
    waiting = [(form, story) for form, rows in dealt for story in cards.unmade(rows, form)]
    if waiting:
        enrich([story for _form, story in waiting], portraits=any(form == "opinion" for form, _story in waiting))


def prepare(articles: list[Article], form: str) -> None:
    """Load at once what cards of a form show."""
    enrich(articles, portraits=form == "opinion")


def render(article: Article, form: str) -> SafeString:
    """One card. Registered with the press as the renderer of articles' cards."""
    stand_on(key_of(article))
    return through_template(context(article, form))


def through_template(card: contexts.Card) -> SafeString:
    return get_template(card.template).render({"card": card})


def context(article: Article, form: str, passage: str = "") -> contexts.Card:
    authors = [] if form in UNSIGNED else [row.author for row in article.bylines.all()]
    for author in authors:
        facts(author, "name", "portrait_id")
    return contexts.Card(
        form=form,
        url=article.address,
        headline=conditional_escape(setter.headline(article.short_headline or article.title)),
        genre_label="" if article.genre == "news" else str(article.get_genre_display()),
        kicker=kicker(article),
        section=section_link(article),
        standfirst=setter.text(article.standfirst),
        picture=None if form in WITHOUT_PICTURE else show(article.picture, PLACES.get(form, "small"), article.picture_caption),
        authors=[author.name for author in authors],
        published=timezone.localtime(article.first_published_at),
        updated=article.updated_at and timezone.localtime(article.updated_at),
        minutes=reading_time(article.word_count),
        portrait=show(authors[0].portrait, "portrait") if form == "opinion" and authors else None,
        passage=passage,
    )


def kicker(article: Article) -> str:
    """The words over a headline; none where they would only say the genre again."""
    says_the_genre = article.kicker.strip().casefold() == str(article.get_genre_display()).casefold()
    return "" if says_the_genre and article.genre != "news" else setter.text(article.kicker)


def section_link(article: Article, current: bool = False) -> contexts.Link | None:
    section = tree(article.language).section_at(article.section_path)
    if section is None:
        return None
    return contexts.Link(setter.text(section.title), section.address, current)


cards.register(Article, render, prepare)
