"""Makes a paper with a large archive, to measure what depends on its size.

    python bench/archive.py FOLDER [articles] [--seed 7] [--until 2026-11-25T12:00] [--index]

A paper as `rotative new` makes it, then stories in bulk: words as often as words are in a
language, 300 to 900 a story, sections, authors, topics and dossiers, one story after the
other until now. The same seed and the same instant make the same stories. With DATABASE_URL
they are there, and the rest in the folder.

Left out, as it takes long and no reader sees it: revisions, and the index of references.
``--index`` fills the readers' search and the desk's, which takes longer than all else.
"""
from __future__ import annotations

import argparse
import random
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
from django.utils.text import slugify

from rotative.project import readiness
from rotative.project.commands import home
from rotative.project.demo import hurry
from rotative.project.folder import write_choices

NAME = "Les Archives"
VOCABULARY = 40_000
A_DAY = 27  # stories, when there are enough of them for a month
SECTIONS, UNDER_EACH, AUTHORS, TOPICS = 10, 2, 40, 200
DOSSIER_OF = 500  # a dossier for so many stories
BATCH = 1000
SYLLABLES = ["ba", "ca", "da", "fa", "ga", "la", "ma", "na", "pa", "ra", "sa", "ta", "va", "bé", "dé", "lé", "mé", "ré", "té", "ou", "on", "en", "in", "an", "eau", "ier", "eur", "ment", "tion", "age", "oir", "elle", "ette"]
GENRES = ["news"] * 14 + ["analysis", "opinion", "interview", "report", "report", "fact-check"]


def main() -> None:
    options = _options()
    began = time.perf_counter()
    _found(options.folder)
    filed = time.perf_counter()
    print(f"The paper is there after {filed - began:.0f} s.", flush=True)
    Archive(options.articles, options.seed, options.until).fill()
    took = time.perf_counter() - filed
    print(f"{options.articles} stories in {took:.1f} s: {options.articles / took:.0f} a second.", flush=True)
    if options.index:
        _index()
    _settle()
    asked = _look(random.Random(options.seed))
    print(f"{asked} of its pages were asked for, and answer. All in {time.perf_counter() - began:.0f} s.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make a paper with a large archive.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--until", type=datetime.fromisoformat, default=datetime.now(UTC))
    parser.add_argument("--index", action="store_true", help="fill the search, too")
    options = parser.parse_args()
    options.until = options.until if options.until.tzinfo else options.until.replace(tzinfo=UTC)
    return options


def _found(path: Path) -> None:
    """What `rotative new` does, without waiting for the disk."""
    if path.exists() and any(path.iterdir()):
        sys.exit(f"{path} is not empty.")
    folder = home.point(write_choices(path.absolute(), NAME, ["fr"]))
    hurry.load_django()
    from django.core.management import call_command

    from rotative.masthead.roles import Role
    from rotative.project import founding

    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    founding.found(NAME, ["fr"])
    password = founding.password()
    founding.account("publisher@localhost", "Publisher", Role.PUBLISHER, password)
    readiness.remember(folder)
    print(f"Sign in as publisher@localhost with {password}")


class Writer:
    """Invented words, as often as words are in a language: a few everywhere, most hardly ever."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.numbers = np.random.Generator(np.random.PCG64(seed))
        found: dict[str, None] = {}
        while len(found) < VOCABULARY:
            found["".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4)))] = None
        self.vocabulary = sorted(found, key=len)
        weights = np.cumsum(1 / np.arange(3, VOCABULARY + 3))
        self.steps = weights / weights[-1]

    def words(self, count: int) -> list[str]:
        return [self.vocabulary[place] for place in np.searchsorted(self.steps, self.numbers.random(count)).tolist()]

    def phrase(self, least: int, most: int) -> str:
        """A sentence of so many words."""
        return " ".join(self.words(self.chance.randint(least, most))).capitalize() + "."

    def name(self) -> str:
        return " ".join(self.vocabulary[self.chance.randrange(400, VOCABULARY)].capitalize() for _ in range(2))

    def headline(self) -> str:
        """Six to twelve words, some of them names."""
        drawn = self.words(self.chance.randint(6, 12))
        return " ".join(word.capitalize() if place == 0 or self.chance.random() < 0.15 else word for place, word in enumerate(drawn))

    def body(self) -> tuple[list[dict[str, Any]], int]:
        """A story's body as the database keeps it, and how many words it has."""
        drawn = self.words(self.chance.randint(300, 900))
        said, blocks, heads = list(self._sentences(drawn)), [], 0
        while said:
            size = self.chance.randint(2, 5)
            blocks.append(self.block("paragraph", f"<p>{' '.join(said[:size])}</p>"))
            del said[:size]
            if said and len(blocks) % 5 == 4:
                blocks.append(self.block("heading", {"text": " ".join(self.words(4)).capitalize(), "level": "2"}))
                heads += 1
        return blocks, len(drawn) + 4 * heads

    def _sentences(self, words: list[str]) -> Iterator[str]:
        """The words cut into sentences, the long ones with a comma and a name."""
        start = 0
        while start < len(words):
            cut = words[start : start + self.chance.randint(8, 26)]
            start += len(cut)
            if len(cut) > 12:
                cut[self.chance.randrange(4, 9)] += ","
                cut[-3] = cut[-3].capitalize()
            yield f"{cut[0].capitalize()} {' '.join(cut[1:])}".strip() + "."

    def block(self, kind: str, value: Any) -> dict[str, Any]:
        return {"type": kind, "value": value, "id": str(self.key())}

    def key(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)


@dataclass
class Shelf:
    """A section that stories stand in: where the next one goes in the tree."""

    section: Any
    taken: int
    slugs: set[str] = field(default_factory=set)
    newest: deque[int] = field(default_factory=lambda: deque(maxlen=60))

    def place(self, title: str) -> dict[str, Any]:
        """The next place, under a name that nothing in the section has."""
        self.taken += 1
        slug = slugify(title)[:80].strip("-")
        slug = f"{slug}-{self.taken}" if slug in self.slugs else slug
        self.slugs.add(slug)
        above = self.section
        path = above._get_path(above.path, above.depth + 1, self.taken)
        return {"path": path, "depth": above.depth + 1, "slug": slug, "url_path": f"{above.url_path}{slug}/"}


class Desk:
    """Everyone and everything that a story can name."""

    def __init__(self, front: Any, writer: Writer, stories: int) -> None:
        self.front, self.writer = front, writer
        self.shelves = [Shelf(section, section.numchild) for section in self._sections()]
        self.authors = [self._author(place) for place in range(AUTHORS)]
        self.topics = self._topics()
        self.dossiers = [self._dossier(place) for place in range(max(5, stories // DOSSIER_OF))]
        self.often = list(accumulate(1 / (place + 2) for place in range(len(self.shelves))))

    def _sections(self) -> list[Any]:
        top = [self._section(self.front, place) for place in range(SECTIONS)]
        under = [self._section(section, place) for section in top for place in range(UNDER_EACH)]
        for section in top:
            section.refresh_from_db()
        return [*top, *under]

    def _section(self, parent: Any, place: int) -> Any:
        from rotative.newsroom.models import Section

        name = self.writer.name()
        section = Section(title=name, slug=f"{slugify(name)}-{place}", description=self.writer.phrase(6, 12), locale_id=self.front.locale_id)
        parent.add_child(instance=section)
        return section

    def _author(self, place: int) -> int:
        from rotative.newsroom.models import Author, AuthorText

        name = self.writer.name()
        author = Author(name=name, slug=f"{slugify(name)}-{place}")
        author.texts = [AuthorText(language="fr", role="Journaliste", biography=f"<p>{self.writer.phrase(20, 40)}</p>")]
        author.save()
        return int(author.pk)

    def _topics(self) -> list[int]:
        from rotative.newsroom.models import Topic

        named = [Topic(name=self.writer.name(), slug=f"sujet-{place}", **self._ours()) for place in range(TOPICS)]
        return [topic.pk for topic in Topic.objects.bulk_create(named)]

    def _dossier(self, place: int) -> int:
        from rotative.newsroom.models import Dossier, DossierAuthor

        dossier = Dossier(name=self.writer.name(), headline=self.writer.headline(), standfirst=self.writer.phrase(18, 30), slug=f"dossier-{place}", **self._ours())
        dossier.followed_by = [DossierAuthor(author_id=pk) for pk in self.writer.chance.sample(self.authors, 2)]
        dossier.save()
        return int(dossier.pk)

    def _ours(self) -> dict[str, Any]:
        return {"locale_id": self.front.locale_id, "translation_key": self.writer.key()}


class Archive:
    """The stories, filed in the order of their days, a table at a time."""

    def __init__(self, number: int, seed: int, until: datetime) -> None:
        from django.contrib.contenttypes.models import ContentType

        from rotative.newsroom.models import Article, FrontPage

        self.number, self.until = number, until
        self.writer = Writer(seed)
        self.chance = self.writer.chance
        self.front = FrontPage.objects.get()
        self.desk = Desk(self.front, self.writer, number)
        self.kind = ContentType.objects.get_for_model(Article)

    def fill(self) -> None:
        from django.db import transaction
        from wagtail.models import Page

        instants, began = self._instants(), time.perf_counter()
        first = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
        for done in range(0, self.number, BATCH):
            with transaction.atomic():
                self._file(first + done, instants[done : done + BATCH])
            if done % (10 * BATCH) == 9 * BATCH:
                print(f"  {done + BATCH} of {self.number}, {(done + BATCH) / (time.perf_counter() - began):.0f} a second", flush=True)
        with transaction.atomic():
            self._close(first + self.number - 1)

    def _instants(self) -> list[datetime]:
        """When each story came out: most before noon, the last one a minute ago."""
        days = max(30, self.number // A_DAY)
        midnight, last = self.until.replace(hour=0, minute=0, second=0, microsecond=0), self.until - timedelta(minutes=1)
        drawn = (midnight - timedelta(days=self.chance.randrange(days), hours=-self.chance.triangular(5, 23, 10)) for _ in range(self.number - 1))
        return [*sorted(when if when < last else when - timedelta(days=1) for when in drawn), last]

    def _file(self, first: int, instants: list[datetime]) -> None:
        from wagtail.models import Page

        from rotative.newsroom.models import Article, Byline, Correction, RelatedStory

        pks, through = range(first, first + len(instants)), Article.topics.through
        shelves = [self.chance.choices(self.desk.shelves, cum_weights=self.desk.often)[0] for _ in pks]
        Page.objects.bulk_create([self._page(*each) for each in zip(pks, shelves, instants, strict=True)])
        # A model with a parent can not be created in bulk; its own table can be written to.
        Article._base_manager._insert([self._article(pk) for pk in pks], fields=Article._meta.local_concrete_fields)
        Byline.objects.bulk_create([Byline(article_id=pk, author_id=author, sort_order=place) for pk in pks for place, author in enumerate(self._signed())])
        through.objects.bulk_create([through(article_id=pk, topic_id=topic) for pk in pks for topic in self._about()])
        near = {pk: self._near(pk, shelf) for pk, shelf in zip(pks, shelves, strict=True)}
        RelatedStory.objects.bulk_create([RelatedStory(article_id=pk, story_id=story, place=place) for pk in pks for place, story in enumerate(near[pk])])
        wrong = [(pk, when) for pk, when in zip(pks, instants, strict=True) if self.chance.random() < 0.02]
        Correction.objects.bulk_create([Correction(article_id=pk, when=when, text=self.writer.phrase(12, 24)) for pk, when in wrong])

    def _page(self, pk: int, shelf: Shelf, when: datetime) -> Any:
        """Wagtail's row of a story."""
        from wagtail.models import Page

        title = self.writer.headline()
        page = Page(id=pk, title=title, draft_title=title, content_type=self.kind, **shelf.place(title), **self.desk._ours())
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = when
        return page

    def _article(self, pk: int) -> Any:
        """The newsroom's row of a story."""
        from rotative.newsroom.models import Article

        body, count = self.writer.body()
        article = Article(page_ptr_id=pk, genre=self.chance.choice(GENRES), standfirst=self.writer.phrase(18, 32), word_count=count)
        article.editor_id = self.chance.choice(self.desk.authors)
        article.dossier_id = self.chance.choice(self.desk.dossiers) if self.chance.random() < 0.15 else None
        essentials = [self.writer.block("essential", self.writer.phrase(10, 18)) for _ in range(self.chance.randint(3, 5))]
        # As the database keeps them: reading every body as blocks first would take as long as all else.
        vars(article).update(body=body, essentials=essentials)
        return article

    def _signed(self) -> list[int]:
        return self.chance.sample(self.desk.authors, self.chance.choice((1, 1, 1, 2)))

    def _about(self) -> list[int]:
        return self.chance.sample(self.desk.topics, self.chance.randint(2, 4))

    def _near(self, pk: int, shelf: Shelf) -> list[int]:
        """Three stories that came before it in its section."""
        near = self.chance.sample(shelf.newest, min(3, len(shelf.newest)))
        shelf.newest.append(pk)
        return near

    def _close(self, last: int) -> None:
        """What the tree and the database know of how many there are; the newest lead the front."""
        from django.core.management.color import no_style
        from django.db import connection
        from wagtail.models import Page

        from rotative.newsroom.models import FrontSlot

        for shelf in self.desk.shelves:
            Page.objects.filter(pk=shelf.section.pk).update(numchild=shelf.taken)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
                cursor.execute(statement)
        self.front.slots = [FrontSlot(place=place, article_id=last - back) for back, place in enumerate(("lead", "second", "second"))]
        self.front.save_revision().publish()


def _index() -> None:
    """What the worker would have done, story by story."""
    from django.core.management import call_command

    from rotative.newsroom import searching

    began = time.perf_counter()
    searching.rebuild()
    print(f"The readers' search is filled after {time.perf_counter() - began:.0f} s.", flush=True)
    call_command("update_index", verbosity=0)
    print(f"The desk's search is filled after {time.perf_counter() - began:.0f} s.", flush=True)


def _settle() -> None:
    """Leave nothing to the worker, and no log to the press, which prints a new paper from the start."""
    from django.db import connection
    from django_tasks_db.models import DBTaskResult

    from rotative.press import changes

    DBTaskResult.objects.all().delete()
    changes.prune(timedelta())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)" if connection.vendor == "sqlite" else "ANALYZE")


def _look(chance: random.Random) -> int:
    """Ask for stories and for one of each kind of page, as a reader would. Says how many."""
    from django.test import Client

    from rotative.newsroom.models import Article, Author, Dossier, Section, Topic

    pks = list(Article.objects.values_list("pk", flat=True))
    stories = [Article.objects.get(pk=pk) for pk in chance.sample(pks, min(12, len(pks)))]
    assert all(story.get_parent().specific_class is Section and story.get_parent().get_children().filter(pk=story.pk).exists() for story in stories)
    assert {story.word_count for story in stories} == {story.body.stream_block.word_count(story.body) for story in stories}
    paths = {story.address: story.title.split()[0] for story in stories} | {"/": NAME, "/sitemap.xml": "sitemap", Section.objects.first().address: NAME}
    paths |= {f"/{kind}/{model.objects.first().slug}/": str(model.objects.first()) for kind, model in (("auteurs", Author), ("sujets", Topic), ("dossiers", Dossier))}
    client = Client(headers={"host": "localhost"})
    for path, word in paths.items():
        answer = client.get(path)
        assert (answer.status_code, word in answer.content.decode()) == (200, True), (path, answer.status_code)
    return len(paths)


if __name__ == "__main__":
    main()
