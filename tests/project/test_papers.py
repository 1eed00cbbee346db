"""A paper from nothing: made, looked over, told what it lacks. In processes of their own."""
from __future__ import annotations

import sqlite3

import pytest

from tests.project.running import rotative

pytestmark = pytest.mark.slow


def rows(path, query):
    with sqlite3.connect(f"file:{path / 'paper.sqlite3'}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def test_new_says_what_to_do(new_paper):
    assert "“Le Phare” is made" in new_paper.said
    assert "sign in as     claire@phare.test" in new_paper.said
    assert "rotative serve" in new_paper.said
    assert len(new_paper.password) == 19
    assert not new_paper.path.with_name("le phare.part").exists()


def test_new_makes_all_that_a_paper_needs(new_paper):
    fronts = rows(new_paper.path, "select slug from newsroom_frontpage join wagtailcore_page on id = page_ptr_id order by path")
    assert fronts == [("une-fr",), ("une-en",)]
    sections = rows(new_paper.path, "select slug from newsroom_section join wagtailcore_page on id = page_ptr_id order by path")
    assert sections == [("actualites",), ("news",)]
    assert rows(new_paper.path, "select name from masthead_masthead") == [("Le Phare",)]
    assert len(rows(new_paper.path, "select name from auth_group where name in ('Reporters', 'Editors', 'Publishers', 'Moderators')")) == 4
    assert rows(new_paper.path, "select email, is_superuser from masthead_user") == [("claire@phare.test", 1)]


def test_nobody_else_reads_the_secret(new_paper):
    assert (new_paper.path / "secret").stat().st_mode & 0o077 == 0


def test_new_does_not_touch_a_paper(new_paper):
    done = rotative("new", str(new_paper.path))
    assert done.returncode == 2
    assert "is a paper already" in done.stderr


def test_check_says_what_stops_it(paper):
    done = rotative("check", home=paper)
    assert done.returncode == 1, done.stderr
    for words in ("without encryption", "can not send mail", "The legal notice lacks a publisher", "No story is published", "backups"):
        assert words in done.stdout
    assert "migrations" not in done.stdout


def test_check_asks_the_environment(paper):
    done = rotative("check", home=paper, ROTATIVE_URL="https://phare.test", EMAIL_URL="smtp://localhost", MAIL_FROM="desk@phare.test", DEBUG="true", ALLOWED_HOSTS="*")
    assert "without encryption" not in done.stdout
    assert "can not send mail" not in done.stdout
    assert "DEBUG is on" in done.stdout
    assert "answers to any host" in done.stdout


def test_django_has_its_words(paper):
    done = rotative("showmigrations", "newsroom", home=paper)
    assert done.returncode == 0
    assert "[X] 0001_initial" in done.stdout
    assert "rebuild_references_index" in rotative("django", home=paper).stdout
    assert "there is no command “sing”" in rotative("sing", home=paper).stderr
    assert "wants one more word" in rotative("import", home=paper).stderr
    assert "usage: rotative import_page" in rotative("import", "page", "--help", home=paper).stdout
