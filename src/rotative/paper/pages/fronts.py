"""The front: what the publisher placed, the rest filled with the newest."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from rotative.audience.queries import most_read
from rotative.audience.ranking import WEEK
from rotative.masthead.languages import languages, locale_id_of
from rotative.masthead.queries import masthead
from rotative.newsroom import queries
from rotative.newsroom.models import Article, FrontPage
from rotative.paper import contexts, jsonld, setter
from rotative.paper.addresses import Address
from rotative.paper.cards import deal, load
from rotative.paper.head import head
from rotative.paper.printing import page
from rotative.paper.site import elsewhere, paths, site
from rotative.press.documents import Missing
from rotative.press.keys import key_of
from rotative.press.pieces import facts
from rotative.press.rendering import current, hold_until, stand_on

SECONDS, BRIEFS, OTHERS, COLUMN, STEPS, RANKED = 3, 7, 4, 3, 4, 5


@page("front")
def front(address: Address) -> contexts.FrontPage:
    """The front of a language, printed for the day."""
    shown = queries.tree(address.language).front
    if shown is None and address.language != languages()[0]:
        raise Missing(address.path)
    hold_until(_midnight_after(timezone.localtime(current().now)))
    return page_of(shown, address.language)


def page_of(shown: FrontPage | None, language: str) -> contexts.FrontPage:
    """A front as it stands, live or a draft; a new paper has none yet."""
    return _build(Plan(language, shown), shown, timezone.localtime(current().now))


class Plan:
    """Which stories stand where. A story stands once; everything is loaded at once."""

    def __init__(self, language: str, shown: FrontPage | None) -> None:
        self.here = str(locale_id_of(language))
        self.slots = queries.slots_of(shown) if shown else []
        self.newest = queries.in_language.newest(self.here)
        opinions = queries.of_genre.newest(f"opinion-{self.here}", 6)
        self.columns = self._columns(language, shown)
        ranked = most_read(WEEK, language, RANKED)
        known = queries.stories(ranked)
        self.taken: set[int] = set()
        self.lead = self._placed("lead")[:1] or self._fill([*self._news(with_picture=True), *self._news()], 1)
        self.beside = self._placed("beside")[:2]
        self.opinions = (self._placed("opinion") + self._fill(opinions, 3))[:3]
        self.story = self._placed("story")[:1]
        self.seconds = (self._placed("second") + self._fill(self._news(with_picture=True), 1))[:SECONDS]
        self.seconds += self._fill(self._news(), SECONDS - len(self.seconds))
        self.briefs = self._fill(self._news(), BRIEFS)
        self.briefs.sort(key=lambda story: story.first_published_at, reverse=True)
        self.others = self._fill(self._news(), OTHERS)
        self.third = self._fill(self._news(with_picture=True), 1)
        self.story = self.story or self._fill(self._news(with_picture=True), 1)
        self.ranked = [known[pk] for pk in ranked if pk in known]
        self.filled = [(section, self._fill(rows, COLUMN)) for section, rows in self.columns]
        load(*self._cards())

    def _columns(self, language: str, shown: FrontPage | None) -> list[tuple[object, list[Article]]]:
        tree = queries.tree(language)
        chosen = queries.columns_of(shown) if shown else []
        sections = [each for pk in chosen for each in tree.sections if each.pk == pk] or tree.bar[:2]
        return [(each, [row for row in queries.in_section.newest(each.path, 30) if row.genre != "sponsored"]) for each in sections[:2]]

    def _placed(self, place: str) -> list[Article]:
        found = [slot.article for slot in self.slots if slot.place == place and slot.article_id not in self.taken]
        self.taken.update(article.pk for article in found)
        return found

    def _fill(self, rows: Iterable[Article], count: int) -> list[Article]:
        found = [row for row in rows if row.pk not in self.taken and not self._is_placed(row)][: max(count, 0)]
        self.taken.update(row.pk for row in found)
        return found

    def _is_placed(self, row: Article) -> bool:
        return any(slot.article_id == row.pk for slot in self.slots)

    def _news(self, with_picture: bool = False) -> list[Article]:
        """What may fill a place by itself: neither opinion nor paid for."""
        return [row for row in self.newest if row.genre not in ("opinion", "sponsored", "satire") and (row.picture_id or not with_picture)]

    def _cards(self) -> Iterator[tuple[str, list[Article]]]:
        """Which stories are cards of which form."""
        yield from (("lead", self.lead), ("second", self.seconds[:1]), ("plain", self.seconds[1:]), ("brief", self.briefs), ("story", self.story))
        yield from (("opinion", self.opinions[:1]), ("plain", self.opinions[1:]), ("plain", self.others), ("second", self.third), ("rank", self.ranked))
        yield from (("plain", rows) for _section, rows in self.filled)


def _build(plan: Plan, shown: FrontPage | None, today: datetime) -> contexts.FrontPage:
    paper = masthead()
    text = paper.text(current().language)
    versions = elsewhere(lambda there: there.front)
    return contexts.FrontPage(
        site=site(today=today.date(), versions=versions),
        head=head(
            title=paper.name,
            path=paths().front,
            description=setter.text(text.description or text.motto),
            versions=versions,
            data=[jsonld.organisation(paper)],
        ),
        day=today.date(),
        lead=_one(plan.lead, "lead"),
        lead_links=[_link(each) for each in plan.beside],
        seconds=deal(plan.seconds[:1], "second", True) + deal(plan.seconds[1:], "plain", True),
        briefs=_briefs(plan.briefs, today.date()),
        dossier=_band(shown),
        opinions=deal(plan.opinions[:1], "opinion", True) + deal(plan.opinions[1:], "plain", True),
        others=deal(plan.others, "plain", True),
        third=deal(plan.third, "second", True),
        columns=[contexts.SectionColumn(setter.text(each.title), each.address, deal(rows, "plain", True)) for each, rows in plan.filled if rows],
        story=_one(plan.story, "story"),
        most_read=deal(plan.ranked, "rank", True),
        ear=[setter.text(line.strip()) for line in shown.ear.split("|") if line.strip()] if shown else [],
    )


def _briefs(articles: list[Article], today: date) -> list[contexts.Brief]:
    """Briefs say the hour; the first one of an earlier day says the day as well."""
    days = [timezone.localtime(each.first_published_at).date() for each in articles]
    told = [day if day != today and day not in days[:place] else None for place, day in enumerate(days)]
    return [contexts.Brief(*each) for each in zip(told, deal(articles, "brief", True), strict=True)]


def _one(articles: list[Article], form: str) -> str:
    return deal(articles[:1], form, True)[0] if articles else ""


def _link(article: Article) -> contexts.Link:
    facts(article, "short_headline", "title", "url_path")
    return contexts.Link(setter.headline(article.short_headline or article.title), article.address)


def _band(shown: FrontPage | None) -> contexts.Band | None:
    """The dossier across the page, with its latest steps."""
    dossier = shown and shown.dossier
    if not dossier:
        return None
    stand_on(key_of(dossier))
    part = str(dossier.pk)
    rows = queries.in_dossier.newest(part, STEPS)
    return contexts.Band(
        headline=setter.headline(dossier.headline),
        url=paths().listed("dossier", dossier.slug),
        label=setter.text(dossier.name),
        standfirst=setter.text(dossier.standfirst),
        count=queries.in_dossier.count(part),
        chronology=[step(row) for row in rows],
    )


def step(article: Article) -> contexts.Step:
    """A story as a step of its dossier."""
    facts(article, "first_published_at", "short_headline", "title", "url_path", "genre", "standfirst")
    return contexts.Step(
        when=timezone.localtime(article.first_published_at),
        headline=setter.headline(article.short_headline or article.title),
        url=article.address,
        label="" if article.genre == "news" else str(article.get_genre_display()),
        standfirst=setter.text(article.standfirst),
    )


def _midnight_after(instant: datetime) -> datetime:
    return datetime.combine(instant.date() + timedelta(days=1), time(), tzinfo=instant.tzinfo)
