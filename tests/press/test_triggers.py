"""Whatever way a row that readers see is changed, the log says so; and of the rest nothing.

Every test here runs on PostgreSQL too: see test_changes_on_postgres.py.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, models, transaction
from django.urls import reverse
from django.utils import timezone

from rotative.audience import totals
from rotative.audience.actions import count_reading, like
from rotative.audience.models import Like
from rotative.library.models import PictureSize
from rotative.masthead import roles
from rotative.masthead.models import Masthead, MastheadText
from rotative.masthead.roles import Role
from rotative.newsroom import actions
from rotative.newsroom.models import Article, Author, Byline, Correction
from rotative.press import keys, triggers
from rotative.press.models import Change
from rotative.press.triggers.watched import Watched
from tests import factories
from tests.factories.desk import staff, story_form

pytestmark = pytest.mark.django_db

PAPER = Path(__file__).resolve().parents[2] / "src/rotative/paper"


@contextmanager
def writing() -> Iterator[set[str]]:
    """The changes that are written inside, as keys."""
    last = newest()
    written: set[str] = set()
    yield written
    written.update(str(change) for change in Change.objects.filter(pk__gt=last))


def newest() -> int:
    return Change.objects.order_by("pk").values_list("pk", flat=True).last() or 0


def run(sql: str, *params: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def quote(name: str) -> str:
    return connection.ops.quote_name(name)


def page(article: Article) -> str:
    return f"page:{article.pk}"


def story(article: Article) -> str:
    return f"article:{article.pk}"


# ── Every way to write ─────────────────────────────────────────────────────────


def test_an_update_of_a_queryset_names_each_row():
    authors = factories.AuthorFactory.create_batch(3)
    with writing() as written:
        Author.objects.filter(pk__in=[author.pk for author in authors[:2]]).update(name="Ada Kerbrat")
    assert written == {f"author:{author.pk}" for author in authors[:2]}


def test_the_headline_is_the_page_and_the_standfirst_the_article():
    article = factories.article()
    with writing() as written:
        Article.objects.filter(pk=article.pk).update(title="Huit mois de pourparlers")
    assert written == {page(article)}
    with writing() as written:
        Article.objects.filter(pk=article.pk).update(standfirst="Et toujours pas d'eau.")
    assert written == {story(article)}


def test_rows_made_and_changed_in_bulk_are_named():
    with writing() as written:
        made = Author.objects.bulk_create([Author(name=name, slug=name) for name in ("ada", "ewen")])
    assert written == {f"author:{author.pk}" for author in Author.objects.filter(slug__in=["ada", "ewen"])}
    for author in made:
        author.speaks = "br"
    with writing() as written:
        Author.objects.bulk_update(made, ["speaks"])
    assert len(written) == 2


def test_what_follows_from_a_deletion_is_named():
    dossier, author = factories.DossierFactory(), factories.AuthorFactory()
    followed, other = factories.article(dossier=dossier, authors=[author]), factories.article("Autre")
    with writing() as written:
        dossier_key = f"dossier:{dossier.pk}"
        dossier.delete()
    assert written == {dossier_key, story(followed)}
    Correction.objects.create(article=other, text="Le barrage est à Aubrelle.")
    with writing() as written:
        keys_of_other = {page(other), story(other)}
        other.delete()
    assert written == keys_of_other


def test_raw_sql_is_seen():
    author = factories.AuthorFactory()
    with writing() as written:
        run("UPDATE newsroom_author SET profile = %s WHERE id = %s", "https://amer.example/", author.pk)
    assert written == {f"author:{author.pk}"}
    with writing() as written:
        run("DELETE FROM newsroom_author WHERE id = %s", author.pk)
    assert written == {f"author:{author.pk}"}


def test_a_primary_key_that_changes_names_both():
    author = factories.AuthorFactory()
    with writing() as written:
        run("UPDATE newsroom_author SET id = %s WHERE id = %s", author.pk + 1000, author.pk)
    assert written == {f"author:{author.pk}", f"author:{author.pk + 1000}"}


def test_topics_given_and_taken_name_the_article():
    article, topic = factories.article(), factories.TopicFactory()
    for act in (lambda: article.topics.add(topic), lambda: article.topics.remove(topic)):
        with writing() as written:
            act()
            article.save()
        assert written == {story(article)}


def test_a_row_that_changes_hands_names_both_owners():
    one, other = factories.article(authors=[factories.AuthorFactory()]), factories.article("Autre")
    with writing() as written:
        Byline.objects.filter(article=one).update(article=other)
    assert written == {story(one), story(other)}


def test_rows_that_a_thing_owns_name_it():
    factories.paper()
    article, picture, masthead = factories.article(), factories.PictureFactory(), Masthead.objects.get()
    with writing() as written:
        Correction.objects.create(article=article, text="Le barrage est à Aubrelle.")
        PictureSize.objects.create(image=picture, filter_spec="width-8", file="images/vue.webp", width=8, height=6)
        MastheadText.objects.create(masthead=masthead, language="en", motto="Salt water")
    assert written == {story(article), f"picture:{picture.pk}", f"masthead:{masthead.pk}"}


def test_a_withdrawal_names_the_article():
    article = factories.article()
    with writing() as written:
        actions.withdraw(article, by=None, reason="Erreur sur la personne.")
    assert written == {page(article), story(article)}


def test_a_moved_section_names_all_that_is_under_it():
    away, there = factories.section("Eau", "eau"), factories.section("Pays", "pays-2")
    stories = [factories.article(f"Récit {n}", parent=away) for n in range(3)]
    with writing() as written:
        away.move(there, "last-child")
    assert {f"page:{away.pk}", *map(page, stories)} <= written
    assert not {key for key in written if key.startswith(("article", "section"))}


def test_a_transaction_rolled_back_writes_nothing():
    author = factories.AuthorFactory()
    with writing() as written, transaction.atomic():
        Author.objects.filter(pk=author.pk).update(name="Ada Kerbrat")
        transaction.set_rollback(True)
    assert not written


# ── What readers do not see ────────────────────────────────────────────────────


def test_a_draft_saved_writes_nothing_and_its_publication_does():
    article = factories.article(authors=[factories.AuthorFactory()], topics=[factories.TopicFactory()])
    with writing() as written:
        article.title, article.standfirst = "Huit mois de pourparlers", "Et toujours pas d'eau."
        revision = article.save_revision()
    assert not written
    with writing() as written:
        revision.publish()
    assert written == {page(article), story(article)}


@pytest.mark.parametrize("action", ["", "submit"])
def test_a_draft_of_a_published_story_saved_or_submitted_at_the_desk_writes_nothing(client, action):
    front = factories.paper()
    roles.establish()
    reporter = staff(Role.REPORTER)
    article = factories.article(parent=factories.section(parent=front), authors=[reporter.author], owner=reporter)
    client.force_login(reporter)
    with writing() as written:
        answer = client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), story_form("Huit mois", [reporter.author], action))
    assert answer.status_code == 302
    article = Article.objects.get(pk=article.pk)
    assert article.has_unpublished_changes
    assert article.workflow_in_progress is bool(action)
    assert not written


def test_a_lock_writes_nothing():
    article = factories.article(authors=[factories.AuthorFactory()])
    with writing() as written:
        article.locked, article.locked_by, article.locked_at = True, factories.UserFactory(), timezone.now()
        article.save()
    assert not written


def test_a_publication_planned_writes_nothing():
    article = factories.article()
    with writing() as written:
        article.go_live_at = timezone.now() + timedelta(days=1)
        article.save_revision().publish()
    assert not written


def test_what_a_row_says_again_is_no_change():
    author = factories.AuthorFactory()
    with writing() as written:
        author.save()
    assert not written


# ── Every column of every table ────────────────────────────────────────────────

DAY = date(2026, 11, 24)
TWO_VALUES = {
    models.UUIDField: (UUID(int=1), UUID(int=2)),
    models.DateTimeField: (factories.NOON, factories.NOON + timedelta(days=1)),
    models.DateField: (DAY, DAY + timedelta(days=1)),
    models.TimeField: (time(8), time(9)),
    models.BooleanField: (False, True),
    models.JSONField: ([], [1]),
    models.IntegerField: (8001, 8002),
    models.ForeignKey: (9001, 9002),
    models.Field: ("one", "two"),
}


def stored(field: models.Field) -> tuple[object, object]:
    """Two values of a field as the database takes them."""
    if field.get_internal_type() == "JSONField":
        return "[]", "[1]"
    kind = next(kind for kind in TWO_VALUES if isinstance(field, kind))
    first, second = (field.get_db_prep_save(value, connection) for value in TWO_VALUES[kind])
    return first, second


@pytest.mark.parametrize("model", keys.printed_models(), ids=lambda model: model._meta.db_table)
def test_every_column_that_readers_see_fires_and_no_other(model):
    """The row is only put there, with keys that lead nowhere, and taken back."""
    values = {field.column: stored(field) for field in model._meta.local_concrete_fields}
    unseen = {model._meta.get_field(name).column for name in keys.unseen_columns_of(model)}
    with transaction.atomic():
        names, marks = ", ".join(map(quote, values)), ", ".join(["%s"] * len(values))
        run(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", *(first for first, _ in values.values()))
        quiet = {column for column in values if not _fires(model, column, values)}
        transaction.set_rollback(True)
    assert quiet == unseen


def _fires(model: type[models.Model], column: str, values: dict[str, tuple[object, object]]) -> bool:
    first, second = values[column]
    key = model._meta.pk.column
    change = f"UPDATE {quote(model._meta.db_table)} SET {quote(column)} = %s WHERE {quote(key)} = %s"
    with writing() as written:
        run(change, second, values[key][0])
    run(change, first, second if column == key else values[key][0])
    return bool(written)


def is_never_printed(template: Path) -> bool:
    """Whether it is of a letter, or of a page on which a reader writes or has an account."""
    never = {"write.html", "own.html", "mine.html", "respect.html", "report.html", "decision.html"}
    return bool({"masthead", "letters"} & set(template.parts[:-1])) or (template.parent.name == "discussion" and template.name in never)


def test_no_page_reads_a_column_that_is_declared_unseen():
    sources = "\n".join(path.read_text() for path in PAPER.rglob("*") if path.suffix in {".py", ".html", ".xml"} and not is_never_printed(path))
    unseen = {name for model in keys.printed_models() for name in keys.unseen_columns_of(model)}
    # The size of a document is read, that of a picture is not; so is the source of a chart, and not that of a like; and
    # the sign of a stance, and where a party stood before, not a visitor's mark, nor what is before an anchor;
    # and when a contribution was written, not a like.
    read = {name for name in unseen - {"file_size", "source", "mark", "before", "created_at"} if re.search(rf"\.{name}(_id)?\b", sources)}
    assert unseen
    assert not read


# ── A table of the database's own ──────────────────────────────────────────────


@pytest.fixture
def notes() -> str:
    """A table that no model knows, whose rows count as an author and go with an article."""
    run("""
        CREATE TABLE note (
            id integer PRIMARY KEY, author_id integer,
            article_id integer REFERENCES newsroom_article (page_ptr_id) ON DELETE CASCADE
        )
    """)
    for trigger in triggers.WORDS[connection.vendor].triggers(Watched("note", "author", "author_id", ("author_id",))):
        for statement in trigger.statements:
            run(statement)
    return "note"


def test_a_cascade_of_the_database_itself_is_seen(notes):
    article = factories.article()
    run(f"INSERT INTO {notes} VALUES (1, 7, %s)", article.pk)
    with writing() as written:
        run("DELETE FROM newsroom_article WHERE page_ptr_id = %s", article.pk)
    assert written == {story(article), "author:7"}


def test_an_owner_that_is_not_there_is_not_named(notes):
    statements = {f"INSERT INTO {notes} VALUES (1, NULL, NULL)": set(), f"UPDATE {notes} SET author_id = 7": {"author:7"}}
    statements |= {f"UPDATE {notes} SET author_id = NULL": {"author:7"}, f"DELETE FROM {notes}": set()}
    for statement, expected in statements.items():
        with writing() as written:
            run(statement)
        assert written == expected, statement


def test_what_readers_move_is_said_of_its_numbers_alone():
    factories.paper()
    story = factories.article()
    with writing() as written:
        like(story.pk, "a" * 22, "192.0.2.1")
        like(None, "a" * 22, "192.0.2.1")
    assert written == {f"counts:{story.pk}", "counts:paper"}
    with writing() as written:
        Like.objects.update(source="", created_at=timezone.now())
        count_reading(story.pk)
    assert written == set()
    with writing() as written:
        totals.renew()
        Like.objects.filter(article=story).update(counted=False)
        Like.objects.filter(article=None).delete()
    assert written == {f"counts:{story.pk}", "counts:paper"}
