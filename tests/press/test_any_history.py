"""The measure of the press: after any history of edits, every printed page is a fresh render of it.

A small paper is edited at random, one to four times before each drain; after each drain
nothing is stale, missing or left over.
Over the whole history, the pages rendered are at most 1.2 times the pages whose bytes changed.
"""
from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import TestCase
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from rotative.audience import ranking
from rotative.audience.actions import like
from rotative.audience.models import Reading
from rotative.discussion import ranking as of_threads
from rotative.discussion.actions import deciding as verdicts
from rotative.discussion.actions import opening, showing
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.actions.writing import CannotWrite, respect, unrespect
from rotative.discussion.models import Contribution, State
from rotative.library.models import Picture
from rotative.masthead.models import Masthead, MastheadText, User
from rotative.newsroom import actions, queries
from rotative.newsroom.models import Article, Author, Correction, Dossier, FrontPage, FrontSlot, Section, Topic
from rotative.project import clock as scheduling
from rotative.record import queries as of_record
from rotative.record.actions import actors, deciding, proposing, texts
from rotative.record.models import Actor, Appearance, Event, NegotiatedText, Point, Position, Statement
from rotative.search.index import index
from tests import factories
from tests.factories import discussion, record
from tests.press.small import Clock, Press

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STEPS = int(os.environ.get("SOAK_STEPS", "300"))
SOAK = STEPS > 300  # a failure is then made small, which takes long
EXAMPLES = 6
AT_MOST = 12  # stories
RATIO = 1.2
WORDS = st.sampled_from(["L’eau", "Le barrage", "La marée", "Un accord", "Le cap", "« Non »", "Sept mois", "Le sel : vingt ans"])
SLUGS = st.sampled_from(["eau", "barrage", "maree", "accord", "cap", "sel"])
OLD = st.sampled_from(["/vieux", "/annonce", "/pays/eau", "/en/old"])
PLACES = st.sampled_from(FrontSlot.Place.values)
some = st.integers(0, 1_000)
ratios: list[tuple[int, int]] = []
vain: Counter[str] = Counter()  # what was rendered for nothing, and why


class Newsroom(RuleBasedStateMachine):
    """People at work on a small paper; the press after so many of them, as many as its pace says."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.folder = Path(tempfile.mkdtemp(prefix="press-"))
        self.rendered = self.changed = 0
        self.edits = 0  # since the press was last let at work

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        self.press.ledger.close()
        index().rebuild([])
        ratios.append((self.rendered, self.changed))
        shutil.rmtree(self.folder)

    @initialize(pace=st.integers(1, 4))
    def found(self, pace: int) -> None:
        self.pace = pace
        with committed():
            factories.paper()
            factories.front("en")
            pays, mer = factories.section(), factories.section("Mer", "mer")
            factories.section("Country", "country", language="en")
            authors = [factories.AuthorFactory(name="Inès Valmer", slug="ines"), factories.AuthorFactory(name="Yann Le Goff", slug="yann")]
            topics = [factories.TopicFactory(name="Eau", slug="eau"), factories.TopicFactory(name="Sel", slug="sel")]
            dossier = factories.DossierFactory(slug="accord")
            for number, section in enumerate([pays, pays, mer, pays]):
                factories.article(f"Histoire {number}", section, authors=authors[: number % 3], topics=topics[number % 2 :], dossier=dossier if number else None, at=factories.NOON - timedelta(days=number))  # fmt: skip
            record.read(record.story(dossier=dossier, at=factories.NOON - timedelta(days=4)))
            text = texts.draw_up(dossier, "L’accord", None)
            for number in "12":
                texts.add_point(text, number, f"Point {number}", None)
        self.press = Press(self.folder, Clock())
        self.press.print()

    # ── Stories ────────────────────────────────────────────────────────────────

    @rule(words=WORDS, where=some, who=some, back=st.integers(0, 3))
    @precondition(lambda self: Article.objects.count() < AT_MOST)
    def publish(self, words: str, where: int, who: int, back: int) -> None:
        section, author = any_of(Section, where), any_of(Author, who)
        if section:
            with committed():
                factories.article(words, section, authors=[author] if author else [], at=self.press.clock.at - timedelta(days=back, minutes=where))

    @rule(which=some, words=WORDS, name=st.sampled_from(["title", "kicker", "standfirst", "short_headline", "seo_title", "dateline", "sponsor", "outlet"]))
    def write(self, which: int, words: str, name: str) -> None:
        self._edit(which, **{name: words})

    @rule(which=some, words=WORDS)
    def rewrite(self, which: int, words: str) -> None:
        self._edit(which, body=[("paragraph", f"<p>{words}, d’abord.</p>")])

    @rule(which=some, genre=st.sampled_from(["news", "opinion", "analysis", "sponsored"]), discussion=st.sampled_from(["open", "closed"]))
    def file(self, which: int, genre: str, discussion: str) -> None:
        self._edit(which, genre=genre, discussion=discussion)

    @rule(which=some, whose=some)
    def follow(self, which: int, whose: int) -> None:
        self._edit(which, dossier=any_of(Dossier, whose))

    @rule(which=some, topic=some)
    def tag(self, which: int, topic: int) -> None:
        article, found = any_of(Article, which), any_of(Topic, topic)
        if article and found:
            article.topics.set([found])
            publish(article)

    @rule(which=some, who=some)
    def sign(self, which: int, who: int) -> None:
        article, author = any_of(Article, which), any_of(Author, who)
        if article and author:
            article.bylines = [article.bylines.model(author=author)]
            publish(article)

    @rule(which=some, words=WORDS)
    def correct(self, which: int, words: str) -> None:
        article = any_of(Article, which)
        if article:
            article.corrections.add(Correction(text=words, when=self.press.clock.at))
            publish(article)

    @rule(which=some)
    def draft(self, which: int) -> None:
        article = any_of(Article, which)
        if article:
            article.title = "Un brouillon"
            article.save_revision()

    @rule(which=some)
    def take_off(self, which: int) -> None:
        article = any_of(Article, which)
        if article and article.live:
            with committed():
                article.unpublish()

    @rule(which=some)
    def withdraw(self, which: int) -> None:
        article = any_of(Article, which)
        if article and article.live:
            with committed():
                actions.withdraw(article, factories.UserFactory(is_superuser=True), "Une erreur de personne.")

    @rule(which=some)
    def delete(self, which: int) -> None:
        article = any_of(Article, which)
        if article:
            with committed():
                article.delete()

    @rule(which=some, where=some)
    def move(self, which: int, where: int) -> None:
        article, section = any_of(Article, which), any_of(Section, where)
        if article and section and section.locale_id == article.locale_id and not section.get_children().filter(slug=article.slug).exists():
            with committed():
                article.move(section, pos="last-child")

    @rule(which=some, slug=SLUGS)
    def rename(self, which: int, slug: str) -> None:
        article = any_of(Article, which)
        if article and not article.get_siblings().filter(slug=slug).exists():
            self._edit(which, slug=slug)

    @rule(which=some)
    def translate(self, which: int) -> None:
        article = Article.objects.filter(locale__language_code="fr", live=True).order_by("pk").first()
        english = factories.locale("en")
        parent = Section.objects.filter(locale=english).first()
        if article and parent and not article.has_translation(english):
            with committed():
                section = article.get_parent().specific
                if section.get_translation_or_none(english) is None:
                    Page.objects.filter(pk=parent.pk).update(translation_key=section.translation_key)
                    Section.objects.get(pk=parent.pk)
                made = CopyPageForTranslationAction(article, english, include_subtree=False).execute(skip_permission_checks=True)
                made.save_revision().publish()

    @rule(which=some, words=WORDS, hours=st.sampled_from([2, 26]))
    def schedule(self, which: int, words: str, hours: int) -> None:
        """Other words for a story, and their hour."""
        article = any_of(Article, which)
        if article:
            article.title, article.go_live_at = words, self.press.clock.at + timedelta(hours=hours)
            with self.hour(), committed():
                article.save_revision().publish()

    @rule(which=some, hours=st.sampled_from([2, 26]))
    def expire(self, which: int, hours: int) -> None:
        self._edit(which, expire_at=self.press.clock.at + timedelta(hours=hours))

    @rule(old=OLD, which=some, link=st.sampled_from(["", "/mer/", "https://phare.example/"]), is_permanent=st.booleans())
    def lead_on(self, old: str, which: int, link: str, is_permanent: bool) -> None:
        article = None if link else any_of(Article, which)
        if link or article:
            told = {"redirect_link": link, "redirect_page": article, "is_permanent": is_permanent}
            Redirect.objects.update_or_create(old_path=old, defaults=told)

    @rule(which=some)
    def lead_no_more(self, which: int) -> None:
        redirect = any_of(Redirect, which)
        if redirect:
            redirect.delete()

    # ── The paper around them ──────────────────────────────────────────────────

    @rule(which=some, place=PLACES, hours=st.sampled_from([None, 1, 30]))
    def place(self, which: int, place: str, hours: int | None) -> None:
        article, front = any_of(Article, which), FrontPage.objects.order_by("pk").first()
        if article:
            until = self.press.clock.at + timedelta(hours=hours) if hours else None
            FrontSlot.objects.create(front=front, place=place, article=article, until=until, sort_order=which)

    @rule(which=some)
    def clear_a_place(self, which: int) -> None:
        slot = any_of(FrontSlot, which)
        if slot:
            slot.delete()

    @rule(which=some, order=some)
    def reorder(self, which: int, order: int) -> None:
        FrontSlot.objects.filter(pk=getattr(any_of(FrontSlot, which), "pk", 0)).update(sort_order=order)

    @rule(which=some, words=WORDS)
    def rename_an_author(self, which: int, words: str) -> None:
        Author.objects.filter(pk=any_of(Author, which).pk).update(name=words)

    @rule(which=some, on=st.booleans())
    def hire(self, which: int, on: bool) -> None:
        Author.objects.filter(pk=any_of(Author, which).pk).update(on_staff=on)

    @rule(which=some, words=WORDS)
    def rename_a_topic(self, which: int, words: str) -> None:
        Topic.objects.filter(pk=any_of(Topic, which).pk).update(name=words)

    @rule(words=WORDS)
    def retell_a_dossier(self, words: str) -> None:
        Dossier.objects.update(headline=words)

    @rule(which=some, words=WORDS, bar=st.booleans())
    def change_the_menu(self, which: int, words: str, bar: bool) -> None:
        section = any_of(Section, which)
        section.title, section.in_bar = words, bar
        publish(section)

    @rule(name=st.sampled_from(["name", "publisher", "owners", "host"]), words=WORDS)
    def change_a_setting(self, name: str, words: str) -> None:
        Masthead.objects.update(**{name: words})

    @rule(name=st.sampled_from(["motto", "appeal_text", "legal_notice", "definition"]), words=WORDS)
    def change_a_text(self, name: str, words: str) -> None:
        MastheadText.objects.update_or_create(masthead=Masthead.objects.get(), language="fr", defaults={name: words})

    @rule(which=some, words=WORDS)
    def illustrate(self, which: int, words: str) -> None:
        with committed():
            picture = Picture.objects.first() or factories.PictureFactory()
        Picture.objects.filter(pk=picture.pk).update(description=words)
        self._edit(which, picture=picture)

    @rule(which=some)
    def like(self, which: int) -> None:
        article = any_of(Article, which)
        if article:
            like(article.pk, f"mark-{which}", "192.0.2.1")

    @rule(which=some, often=st.integers(1, 9))
    def read(self, which: int, often: int) -> None:
        article = any_of(Article, which)
        if article:
            day = self.press.clock.at.date() - timedelta(days=which % 3)
            Reading.objects.update_or_create(article=article, day=day, defaults={"count": often})

    @rule()
    def count(self) -> None:
        """As the clock does each quarter of an hour."""
        ranking.renew(self.press.clock.at)

    @rule(hours=st.sampled_from([1, 14, 25]))
    def wait(self, hours: int) -> None:
        self.press.clock.pass_(hours=hours)
        with self.hour(), committed():
            for agenda in scheduling.Clock().agendas:
                agenda.tick(self.press.clock.at)

    # ── What readers answer ────────────────────────────────────────────────────

    @rule(which=some, words=WORDS, is_reply=st.booleans())
    def contribute(self, which: int, words: str, is_reply: bool) -> None:
        answered = any_of(Contribution, which) if is_reply else None
        story = answered.article if answered else any_of(Article, which)
        if story:
            with committed():
                discussion.contribution(story, words, thread=answered and (answered.thread or answered), shown=which % 4 > 0)

    @rule(which=some, state=st.sampled_from([State.SHOWN, State.REMOVED, State.WITHDRAWN]))
    def moderate(self, which: int, state: State) -> None:
        """Shown, at last or again; or taken from readers."""
        said = any_of(Contribution, which)
        if said:
            with committed():
                showing.show(said, self.press.clock.at) if state == State.SHOWN else showing.hide(said, state)

    @rule(which=some, on=st.booleans())
    def pick(self, which: int, on: bool) -> None:
        said = any_of(Contribution, which)
        if said and said.is_shown:
            with committed(), suppress(CannotDecide):
                (verdicts.pick if on else verdicts.unpick)(said, moderator(), self.press.clock.at)

    @rule(which=some, who=st.integers(0, 2), back=st.booleans(), is_ranked=st.booleans())
    def respect(self, which: int, who: int, back: bool, is_ranked: bool) -> None:
        said = any_of(Contribution, which)
        if said:
            with suppress(CannotWrite):
                (unrespect if back else respect)(said, reader(who))
        if is_ranked:
            of_threads.renew(self.press.clock.at)

    @rule(which=some, state=st.sampled_from(["open", "moderated", "closed"]), because=st.sampled_from(["", "Trop d’injures."]))
    def stand(self, which: int, state: str, because: str) -> None:
        story = any_of(Article, which)
        if story:
            with committed():
                opening.stand(story, moderator(), state, None, because if state == "closed" else "")

    # ── The record ─────────────────────────────────────────────────────────────

    @rule(back=st.integers(0, 3))
    @precondition(lambda self: Article.objects.count() < AT_MOST)
    def report(self, back: int) -> None:
        """A story in which the same two people speak, and what is found in it."""
        section = Section.objects.filter(locale__language_code="fr").order_by("pk").first()
        if section:
            with committed():
                story = record.story("Encore l’accord", parent=section, dossier=any_of(Dossier, 0), at=self.press.clock.at - timedelta(days=back))
                record.read(story)

    @rule(which=some, kind=st.sampled_from([Statement, Statement, Event, Appearance]))
    def accept(self, which: int, kind: Any) -> None:
        self._decide(deciding.accept, any_of(kind, which))

    @rule(which=some, kind=st.sampled_from([Statement, Event, Appearance]))
    def reject(self, which: int, kind: Any) -> None:
        self._decide(deciding.reject, any_of(kind, which))

    @rule(which=some, act=st.sampled_from(["announces", "denies", "promises"]), via=st.sampled_from(["", "Le Courrier"]))
    def mend(self, which: int, act: str, via: str) -> None:
        self._decide(deciding.mend, any_of(Statement, which), act=act, via=via)

    @rule(which=some, role=st.sampled_from(["", "préfète", "élue"]))
    def call_otherwise(self, which: int, role: str) -> None:
        self._decide(deciding.mend, any_of(Appearance, which), role=role)

    @rule(which=some, was=st.sampled_from(["Inès Valmer", "avant la fin du mois", "Saint-Elme"]), now=st.sampled_from(["Claire Quéméner", "avant la fin", "Verel"]))
    def report_otherwise(self, which: int, was: str, now: str) -> None:
        """Words that the record rests on, changed or brought back; it is an edit of a story like another."""
        article = any_of(Article, which)
        if article:
            was, now = (was, now) if was in str(article.body.raw_data) else (now, was)
            body = [{**each, "value": each["value"].replace(was, now) if isinstance(each["value"], str) else each["value"]} for each in article.body.raw_data]
            article.body = Article._meta.get_field("body").to_python(body)
            publish(article)

    @rule(claim=some, denial=some)
    def contradict(self, claim: int, denial: int) -> None:
        one, other = any_of(Statement, claim), any_of(Statement, denial)
        if one and one != other:
            self._decide(proposing.contradict, one, other)

    @rule(which=some, other=some)
    def merge(self, which: int, other: int) -> None:
        if Actor.objects.exists():
            self._decide(actors.merge, any_of(Actor, which), any_of(Actor, other))

    @rule(which=some)
    def unmerge(self, which: int) -> None:
        self._decide(actors.unmerge, any_of(Actor, which))

    @rule(which=some, words=WORDS, slug=st.sampled_from(["", "qui", "que"]))
    def rename_an_actor(self, which: int, words: str, slug: str) -> None:
        actor = any_of(Actor, which)
        self._decide(actors.describe, actor, name=words)
        if actor and slug and not Actor.objects.filter(slug=slug).exists():
            actor.refresh_from_db()
            actor.slug = slug
            actor.save()

    @rule(which=some, who=some, said=some, stance=st.sampled_from(["accepts", "rejects", "silent"]))
    def set_a_position(self, which: int, who: int, said: int, stance: str) -> None:
        point, actor, statement = any_of(Point, which), any_of(Actor, who), any_of(Statement, said)
        if point and actor and statement and statement.is_kept:
            day = self.press.clock.at.date() - timedelta(days=said % 2)
            self._decide(texts.set_position, point, actor, stance, day, None, [statement])

    @rule(which=some)
    def drop_a_position(self, which: int) -> None:
        self._decide(texts.drop_position, any_of(Position, which))

    @rule(shown=st.booleans())
    def show_a_text(self, shown: bool) -> None:
        text = NegotiatedText.objects.first()
        if text:
            texts.show(text, None, shown)

    # ── At once, and not at all ────────────────────────────────────────────────

    @rule(words=WORDS)
    def write_in_bulk(self, words: str) -> None:
        Page.objects.filter(pk__in=list(Article.objects.values_list("pk", flat=True)[:3])).update(title=words)

    @rule()
    def delete_in_bulk(self) -> None:
        Correction.objects.all().delete()

    @rule(which=some)
    def think_better_of_it(self, which: int) -> None:
        """A transaction that is rolled back."""
        article = any_of(Article, which)
        with transaction.atomic():
            if article:
                Page.objects.filter(pk=article.pk).update(title="Jamais dit")
            transaction.set_rollback(True)

    @rule(which=some, other=some)
    def think_better_of_half_of_it(self, which: int, other: int) -> None:
        """A transaction of which a part is rolled back."""
        articles = [any_of(Article, which), any_of(Article, other)]
        if all(articles):
            with transaction.atomic():
                Page.objects.filter(pk=articles[0].pk).update(title="Dit")
                with transaction.atomic():
                    Page.objects.filter(pk=articles[1].pk).update(title="Jamais dit")
                    transaction.set_rollback(True)

    @rule()
    def begin_again(self) -> None:
        self.press.again()

    # ── What must hold ─────────────────────────────────────────────────────────

    @invariant()
    def every_page_is_a_fresh_render(self) -> None:
        if not hasattr(self, "press"):
            return
        self.edits += 1
        if self.edits < self.pace:
            return
        self.edits = 0
        self.press.clock.pass_(seconds=1)  # what may wait for its pause, as parts of discussions do, does so no longer
        done = self.press.presser.drain()
        self.rendered += done.rendered
        self.changed += done.changed
        vain.update(f"{re.sub(r'[0-9]+', 'N', path)} for {re.sub(r'[0-9a-f]{8}-[0-9a-f-]+|[0-9]+', 'N', why)}" for path, why in done.vain)
        assert self.press.ledger.failures() == []
        assert self.press.differing() == []
        assert self.press.misjudged() == {}

    @contextmanager
    def hour(self) -> Iterator[None]:
        """The paper's hour for whoever asks Django."""
        with patch.object(timezone, "now", lambda: self.press.clock.at):
            yield

    def _decide(self, act: Callable[..., Any], row: Any, /, *others: Any, **fields: Any) -> None:
        """Something that an editor decides, unless there is nothing to decide of, or it may not be."""
        if row is not None:
            by = () if act is texts.set_position else (None,)
            with committed(), suppress(ValidationError):
                act(row, *others, *by, **fields)

    def _edit(self, which: int, **fields: Any) -> None:
        article = any_of(Article, which)
        if article:
            for name, value in fields.items():
                setattr(article, name, value)
            publish(article)


def any_of(model: Any, which: int) -> Any:
    pks = list(model.objects.order_by("pk").values_list("pk", flat=True))
    return model.objects.get(pk=pks[which % len(pks)]) if pks else None


def reader(number: int) -> Any:
    return User.objects.get_or_create(email=f"lecteur-{number}@mer.example", defaults={"username": f"lecteur-{number}"})[0]


def moderator() -> Any:
    return User.objects.filter(is_superuser=True).first() or User.objects.create_superuser("modere", "modere@mer.example")


def publish(page: Any) -> None:
    """Publish a page that readers may see already; keep the others for their writers."""
    with committed():
        revision = page.save_revision()
        if page.live:
            revision.publish()


@contextmanager
def committed() -> Iterator[None]:
    """What waits for the commit is done."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lists of two or three, so that a small paper has older pages."""
    for listing, length in ((queries.in_section, 2), (queries.in_language, 3), (queries.of_author, 2), (queries.on_topic, 2), (queries.corrected, 2), (of_record.said_by, 2)):
        monkeypatch.setitem(listing.__dict__, "length", length)
    for room in ("models.contributions", "ranking"):
        monkeypatch.setattr(f"rotative.discussion.{room}.PART", 2)


def test_after_any_history_every_page_is_a_fresh_render(short_lists: None) -> None:
    ratios.clear()
    vain.clear()
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS // EXAMPLES, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate, *([Phase.reuse, Phase.shrink] if SOAK else [])],
        ),
    )  # fmt: skip
    rendered, changed = (sum(numbers) for numbers in zip(*ratios, strict=True))
    assert rendered <= RATIO * changed, f"{rendered} pages were rendered, {changed} changed; for nothing: {vain.most_common(12)}"
