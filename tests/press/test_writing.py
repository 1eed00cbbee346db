"""Pages written side by side: each whole or not at all, and in their order."""
from __future__ import annotations

import errno
import gzip
import threading

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rotative.press import writing
from rotative.press.edition import Edition
from tests import factories
from tests.press.small import Press

OLD, NEW = b"<p>The old page.</p>" * 100, b"<p>The new page.</p>" * 100


@pytest.fixture
def edition(tmp_path):
    return Edition(tmp_path, "localhost")


def forms(edition: Edition, path: str) -> set[bytes]:
    """What a reader gets, whatever they accept."""
    file = edition.page_file(path)
    packed = (file.with_name(file.name + ending) for ending in (".br", ".gz"))
    return {file.read_bytes(), brotli.decompress(next(packed).read_bytes()), gzip.decompress(next(packed).read_bytes())}


def halves(edition: Edition) -> list[object]:
    return list(edition.pages.rglob(f"{writing.HALF}*"))


def test_many_pages_at_once_are_each_whole(edition):
    last, begun = None, []
    for number in range(40):
        last = edition.begin(f"/{number}/", NEW + str(number).encode(), after=last)
        begun.append(last)
    for each in begun:
        each.end()
    assert all(forms(edition, f"/{number}/") == {NEW + str(number).encode()} for number in range(40))
    assert halves(edition) == []


def test_a_page_waits_for_the_one_before_it(edition, monkeypatch):
    """A stylesheet that is slow to write is there before the page that names it."""
    leave, plain = threading.Event(), writing.write_half
    monkeypatch.setattr(writing, "write_half", lambda file, *rest: (file.name == "a.css" and leave.wait(5), plain(file, *rest)))
    style = edition.begin("/_/a.css", NEW)
    page = edition.begin("/", NEW, after=style)
    assert not edition.page_file("/").exists()
    leave.set()
    page.end()
    assert edition.page_file("/_/a.css").exists() and forms(edition, "/") == {NEW}


def failing(monkeypatch, name: str, code: int) -> None:
    """Have one file not be written."""
    plain = writing.write_half

    def write(file, *rest):
        if file.name == name:
            raise OSError(code, "no")
        plain(file, *rest)

    monkeypatch.setattr(writing, "write_half", write)


@pytest.mark.parametrize("name", ["index.html", "index.html.br", "index.html.gz"])
def test_a_page_that_cannot_be_written_stays_as_it_was(edition, monkeypatch, name):
    edition.write("/", OLD)
    with monkeypatch.context() as patched:
        failing(patched, name, errno.ENOSPC)
        with pytest.raises(OSError):
            edition.write("/", NEW)
    assert forms(edition, "/") == {OLD}
    assert halves(edition) == []


@pytest.mark.parametrize(("code", "follows"), [(errno.ENOSPC, False), (errno.ENAMETOOLONG, True)])
def test_where_there_is_no_room_for_a_page_there_is_none_for_the_next(edition, monkeypatch, code, follows):
    failing(monkeypatch, "a.css", code)
    style = edition.begin("/_/a.css", NEW)
    page = edition.begin("/", NEW, after=style)
    style.abandon()
    page.abandon()
    assert edition.page_file("/").exists() is follows
    assert halves(edition) == []


@pytest.mark.django_db
def test_a_backlog_asks_for_the_rows_of_many_stories_at_once(tmp_path):
    """Each story, each discussion and each file of counts by itself would ask eight times."""
    factories.paper()
    section, author = factories.section(), factories.AuthorFactory()
    for number in range(30):
        factories.article(f"Récit {number}", section, authors=[author], slug=f"recit-{number}")
    press = Press(tmp_path)
    asked = pages = 0
    while some := press.ledger.next_alike(writing.SIDE_BY_SIDE):
        with CaptureQueriesContext(connection) as queries:
            press.presser.print_next()
        if all(stale.path.startswith(("/pays/recit", "/_/discussion", "/_/counts/article")) for stale in some):  # and nothing else beside them
            asked, pages = asked + len(queries), pages + len(some)
    assert pages >= 72
    assert asked < 60
