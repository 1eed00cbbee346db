"""Files the stories: pages through revisions, published in the order of their days."""
from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from wagtail.models import PageLogEntry, Revision

from rotative.masthead.roles import Role
from rotative.newsroom.models import Article, Byline, Correction, PickedStory
from rotative.project.demo import markup
from rotative.project.demo.blocks import Setter
from rotative.project.demo.cast import Cast, captioned
from rotative.project.demo.copyfile import Story
from rotative.project.demo.days import Calendar, past
from rotative.project.demo.people import Desk

KEYS = UUID("5b0b9d9e-0f3d-4b8e-9a55-1887188718ff")


class Filing:
    """The stories of the paper, from their files to published pages."""

    def __init__(self, cast: Cast, calendar: Calendar, desk: Desk, pictures: dict[str, int]) -> None:
        self.cast, self.calendar, self.desk, self.pictures = cast, calendar, desk, pictures
        self.clock = past(self._instants(), calendar.now)
        self.pages: dict[str, Article] = {}

    def run(self) -> dict[str, Article]:
        """Every story, by language and slug: first a place in the tree, so that they can name one another."""
        ordered = sorted(self.cast.stories, key=lambda story: (self.at(story.days, story.time), story.language != "fr", story.name))
        for story in ordered:
            self.pages[f"{story.language}/{story.slug}"] = self._place(story)
        for story in ordered:
            self._publish(story, self.pages[f"{story.language}/{story.slug}"])
        return self.pages

    def _instants(self) -> list[datetime]:
        hours = [(story.days, hour) for story in self.cast.stories for hour in (story.time, story.updated) if hour]
        hours += [(row.days, row.time) for story in self.cast.stories for row in story.corrections]
        return [self.calendar.at(days, hour) for days, hour in hours]

    def at(self, days: int, hour: str) -> datetime:
        """When something happened; never in the future."""
        return self.clock[self.calendar.at(days, hour)]

    def _place(self, story: Story) -> Article:
        section = self.desk.sections[story.language][story.section]
        original = self.cast.original(story) or story
        page = Article(
            title=story.headline,
            slug=story.slug,
            locale_id=section.locale_id,
            translation_key=uuid5(KEYS, original.slug),
            live=False,
            owner=self.desk.users[Role.REPORTER],
            first_published_at=self.at(story.days, story.time),
            updated_at=self.at(story.days, story.updated) if story.updated else None,
        )
        section.add_child(instance=page)
        return page

    def _publish(self, story: Story, page: Article) -> None:
        self._write(story, page)
        self._link(story, page)
        editor = self.desk.users[Role.EDITOR]
        revision = page.save_revision(user=editor, log_action=True)
        revision.publish(user=editor)
        self._date(page, self.at(story.days, story.updated or story.time))

    def _write(self, story: Story, page: Article) -> None:
        """The words."""
        for name in ("kicker", "standfirst", "genre", "dateline", "discussion", "sponsor", "claim", "claimed_by", "verdict"):
            setattr(page, name, getattr(story, name))
        page.short_headline = story.short
        page.claimed_on = self.calendar.at(story.claimed, "12:00").date() if story.claimed else None
        page.essentials = [("essential", each) for each in story.essentials]
        page.sources = markup.paragraphs(story.sources, self._page_at)
        page.method = markup.paragraphs(story.method, self._page_at)
        page.picture_id = self.pictures.get(story.picture)
        page.picture_caption = captioned(story.caption)
        page.search_description = story.standfirst[:200]
        raw = Setter(self.pictures, self._slugs(story.language), self._page_at).body(story.body)
        page.body = Article._meta.get_field("body").stream_block.to_python(raw)

    def _link(self, story: Story, page: Article) -> None:
        """Who and what it has to do with."""
        desk, language = self.desk, story.language
        page.editor = desk.authors.get(story.editor)
        page.dossier = desk.dossiers[language].get(story.dossier)
        page.bylines = [Byline(author=desk.authors[slug]) for slug in story.authors]
        page.picked = [PickedStory(story=self.pages[f"{language}/{slug}"]) for slug in story.related]
        page.corrections = [Correction(when=self.at(row.days, row.time), text=markup.plain(row.text)) for row in story.corrections]
        page.topics = [desk.topics[language][slug] for slug in story.topics]

    def _date(self, page: Article, when: datetime) -> None:
        """Let the desk's history say when, as if it had been done then."""
        Article.objects.filter(pk=page.pk).update(last_published_at=when, latest_revision_created_at=when)
        Revision.objects.for_instance(page).update(created_at=when)
        PageLogEntry.objects.filter(page_id=page.pk).update(timestamp=when)

    def _slugs(self, language: str) -> dict[str, int]:
        return {name.partition("/")[2]: page.pk for name, page in self.pages.items() if name.startswith(f"{language}/")}

    def _page_at(self, address: str) -> int | None:
        """The page at an address of the paper: ``/pays/le-bar/``, ``/en/country/the-bass/``."""
        parts = address.strip("/").split("/")
        language = "en" if parts[0] == "en" else "fr"
        page = self.pages.get(f"{language}/{parts[-1]}") or self.desk.sections[language].get(parts[-1])
        return page.pk if page else None
