"""Running papers in folders of their own, for tests of what goes wrong: real processes, and a desk that writes.

    python -m tests.press.papers found | desk | presser FOLDER | serve PORT
"""
from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import brotli
import pytest

from rotative.press.demands import ask
from rotative.project.folder import write_choices
from tests import postgres as clusters
from tests.prepared import ROOT, prepared_file
from tests.project.running import environment, free_port, until

ADDRESS = "http://amer.example"
HOST = "amer.example"
STORIES = 20
SOAK = bool(os.environ.get("SOAK"))
OURS = [sys.executable, "-W", "ignore", "-m", "tests.press.papers"]
ENDS = {"/": b"</html>", ".atom": b"</feed>", ".rss": b"</rss>", ".xml": b"</urlset>"}


@dataclass
class Paper:
    """A paper's folder, and the database it is kept in: a file of its own, or the one at ``database``."""

    home: Path
    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        told = {"DATABASE_URL": self.database} if self.database else {}
        return environment(self.home, PYTHONPATH=os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]), ROTATIVE_URL=ADDRESS, DJANGO_SETTINGS_MODULE="rotative.project.settings", **told)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command ``rotative``, to its end."""
        command = [sys.executable, "-W", "ignore", "-m", "rotative.project.command", *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)

    def starts(self, *words: str, log: Path | None = None, **pipes: Any) -> subprocess.Popen[str]:
        """One of the processes at the end of this module."""
        with open(log or os.devnull, "a") as out:
            return subprocess.Popen([*OURS, *words], env=self.environment, text=True, **{"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out, **pipes})

    def status(self) -> dict[str, Any]:
        """How the press fares; nothing when no presser answers."""
        return ask(self.home / "derived" / "press.sock", {"status": True}, 10) or {}

    def is_idle(self) -> bool:
        status = self.status()
        return bool(status) and status["complete"] and not status["stale"]

    def verified(self) -> str:
        """What ``rotative press --verify`` says last."""
        done = self.run("press", "--verify")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.splitlines()[-1]

    def file(self, path: str) -> Path:
        return self.home / "derived" / "edition" / HOST / path.strip("/") / "index.html"


def new(home: Path, database: str = "") -> Paper:
    """A paper with a section and twenty stories, ready to be served."""
    home.mkdir(parents=True)
    if not database:
        shutil.copy(prepared_file(), home / "paper.sqlite3")
    write_choices(home, "L'Amer", ["fr", "en"])
    paper = Paper(home, database)
    done = subprocess.run([*OURS, "found"], env=paper.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return paper


def beside(paper: Paper, home: Path) -> Paper:
    """Another node of the same paper: its database and its secret, and nothing printed."""
    (home / "derived").mkdir(parents=True)
    for name in ("paper.toml", "secret", "derived/ready"):
        shutil.copy(paper.home / name, home / name)
    return Paper(home, paper.database)


# ── Serving ────────────────────────────────────────────────────────────────────


@dataclass
class Served:
    """A paper that is served: ``rotative serve``, with a supervisor that never waits long to start a child again."""

    paper: Paper
    port: int
    supervisor: subprocess.Popen[str]
    log: Path

    def pid(self, name: str) -> int | None:
        """The process of a child; ``front`` is the one that answers readers, below the site."""
        for pid, parent, words in processes():
            if name == "front" and parent == self.pid("site"):
                return pid
            if parent == self.supervisor.pid and words[-6:].count(name) and "rotative.project.children" in words:
                return pid
        return None

    def get(self, path: str, **headers: str) -> Answer:
        return fetch(self.port, path, **headers)

    def shows(self, path: str, text: str) -> bool:
        return text.encode() in self.get(path).body

    def kill(self) -> None:
        """All at once, as a machine that loses its current."""
        pids = [pid for name in ("front", "site", "presser", "worker") if (pid := self.pid(name))]
        for pid in (self.supervisor.pid, *pids):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.supervisor.wait(10)


@contextmanager
def serving(paper: Paper) -> Iterator[Served]:
    """Serve a paper until the block ends; everything is printed when it begins."""
    port, log = free_port(), paper.home.with_suffix(".log")
    process = paper.starts("serve", str(port), log=log)
    try:
        until(lambda: process.poll() is not None or paper.is_idle(), 120)
        assert process.poll() is None, log.read_text()
        yield Served(paper, port, process, log)
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def pressing(paper: Paper, theme: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """The presser alone, with a folder of templates before the paper's own."""
    process = paper.starts("presser", *([str(theme)] if theme else []), log=paper.home.with_suffix(".log"))
    try:
        until(lambda: process.poll() is not None or paper.status())
        assert process.poll() is None, paper.home.with_suffix(".log").read_text()
        yield process
    finally:
        process.terminate()
        process.wait(20)


def processes() -> Iterator[tuple[int, int, list[str]]]:
    """The id, the parent's and the words of every process that runs."""
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit():
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
                if state not in "XZ":
                    yield int(folder.name), int(parent), (folder / "cmdline").read_text().split("\0")


# ── Reading ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Any
    body: bytes
    sent: bytes = b""


def fetch(port: int, path: str, form: dict[str, str] | None = None, timeout: float = 60, **headers: str) -> Answer:
    """One request on a connection of its own; the body as a browser shows it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if form is not None:
            told["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST" if form is not None else "GET", path, urlencode(form) if form is not None else None, told)
        found = connection.getresponse()
        sent = found.read()
        return Answer(found.status, found.headers, _unpacked(sent, found.headers["Content-Encoding"]), sent)
    finally:
        connection.close()


def _unpacked(sent: bytes, coding: str | None) -> bytes:
    return brotli.decompress(sent) if coding == "br" else gzip.decompress(sent) if coding == "gzip" else sent


def like(port: int, path: str = "/_/like/paper/", patience: float = 60) -> Callable[[], Answer]:
    """A reader who has the page of a like before them; what is given sends it."""
    page = fetch(port, path)
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)
    cookie = (page.headers["Set-Cookie"] or "").partition(";")[0]
    assert token and cookie, page
    form = {"csrfmiddlewaretoken": token[1].decode(), "want": "1"}
    return lambda: fetch(port, path, form, patience, Cookie=cookie, Accept="text/html")


@dataclass
class Seen:
    """What readers got. cut: connections that ended without an answer; wrong: half a page, or none."""

    whole: int = 0
    cut: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def reads(self, port: int, path: str, coding: str) -> None:
        try:
            answer = fetch(port, path, Accept_Encoding=coding)
        except (OSError, http.client.HTTPException) as problem:
            self.cut[type(problem).__name__] += 1
        except (brotli.error, EOFError, ValueError) as problem:
            self.wrong.append(f"{path} as {coding}: {problem!r}")
        else:
            self._looks_at(path, coding, answer)

    def _looks_at(self, path: str, coding: str, answer: Answer) -> None:
        end = next(end for ending, end in ENDS.items() if path.endswith(ending))
        is_whole = answer.headers["Content-Length"] == str(len(answer.sent)) and answer.body.rstrip().endswith(end)
        if answer.status == 200 and is_whole:
            self.whole += 1
        else:
            self.wrong.append(f"{path} as {coding}: {answer.status}, {len(answer.sent)} bytes, {answer.body[-20:]!r}")


@contextmanager
def reading(port: int, *paths: str) -> Iterator[Seen]:
    """Readers who ask for some pages without rest, in every form."""
    seen, enough = Seen(), threading.Event()

    def read(coding: str) -> None:
        while not enough.is_set():
            for path in paths:
                seen.reads(port, path, coding)
                time.sleep(0.005)

    with running(*[lambda coding=coding: read(coding) for coding in ("identity", "br", "gzip")], until_set=enough):
        until(lambda: seen.whole or seen.wrong)
        yield seen


@contextmanager
def running(*works: Callable[[], None], until_set: threading.Event) -> Iterator[None]:
    """Threads that run while the block does; what goes wrong in one is raised at the end."""
    problems: list[BaseException] = []

    def attempt(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as problem:  # noqa: BLE001 (raised below)
            problems.append(problem)

    threads = [threading.Thread(target=attempt, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        until_set.set()
        for thread in threads:
            thread.join()
    for problem in problems:
        raise problem


# ── Writing ────────────────────────────────────────────────────────────────────


class Desk:
    """The newsroom in a process of its own: what it is told is committed when ``do`` returns."""

    def __init__(self, paper: Paper) -> None:
        self.process = paper.starts("desk", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=None)
        self._one = threading.Lock()

    def do(self, verb: str, *words: Any) -> None:
        with self._one:
            assert self.process.stdin and self.process.stdout
            self.process.stdin.write(json.dumps([verb, *words]) + "\n")
            self.process.stdin.flush()
            assert self.process.stdout.readline() == "done\n", f"the desk could not {verb}"


@contextmanager
def desk(paper: Paper) -> Iterator[Desk]:
    made = Desk(paper)
    try:
        yield made
    finally:
        with suppress(BrokenPipeError):
            made.process.stdin.close()  # type: ignore[union-attr]
        made.process.stdout.close()  # type: ignore[union-attr]
        made.process.wait(30)


class Work:
    """What a desk can be told."""

    def __init__(self) -> None:
        self._open = ExitStack()

    def publish(self, slug: str, title: str) -> None:
        from django.utils import timezone

        from tests import factories

        factories.article(title, slug=slug, at=timezone.now(), body=[factories.paragraph("Le gardien est remonté dans la lanterne. " * 40)])

    def edit(self, slug: str, title: str) -> None:
        from rotative.newsroom.models import Article

        story = Article.objects.get(slug=slug)
        story.title = title
        story.save_revision().publish()

    def edit_all(self, number: int, title: str) -> None:
        """So many changes, each a transaction of its own unless one is open."""
        from wagtail.models import Page

        from rotative.newsroom.models import Article

        slugs = list(Article.objects.order_by("pk").values_list("slug", flat=True)[:STORIES])
        for each in range(number):
            Page.objects.filter(slug=slugs[each % len(slugs)]).update(title=f"{title} {each}")

    def begin(self) -> None:
        from django.db import transaction

        self._open.enter_context(transaction.atomic())

    def commit(self) -> None:
        self._open.close()

    def undo(self) -> None:
        from django.db import transaction

        transaction.set_rollback(True)
        self._open.close()


# ── PostgreSQL ─────────────────────────────────────────────────────────────────


class Cluster:
    """A PostgreSQL of these tests' own, which they stop and start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running = ExitStack()

    @property
    def url(self) -> str:
        return clusters.Postgres(self.folder).url(clusters.PAPER)

    def start(self) -> None:
        self._running.enter_context(clusters._running(self.folder))

    def stop(self) -> None:
        self._running.close()


@contextmanager
def cluster() -> Iterator[Cluster]:
    prepared = clusters._prepared()
    with clusters._folder() as folder:
        shutil.copytree(prepared, folder / "data")
        clusters._hand_over(folder)
        made = Cluster(folder)
        made.start()
        try:
            yield made
        finally:
            made.stop()


# ── The processes themselves ───────────────────────────────────────────────────


def main(which: str, *words: str) -> None:
    from rotative.project.children import die_with

    die_with(os.getppid())
    {"found": _found, "desk": _desk, "presser": _presser, "serve": _serve}[which](*words)


def _found() -> None:
    import django

    django.setup()
    from datetime import timedelta

    from django.conf import settings
    from django.utils import timezone

    from rotative.project import founding, readiness
    from tests import factories

    founding.found("L'Amer", ["fr", "en"])
    section, author = factories.section(), factories.AuthorFactory(slug="ines")
    for number in range(STORIES):
        body = [factories.paragraph(f"Le gardien est remonté {number} fois dans la lanterne. " * 40)]
        factories.article(f"Récit {number}", section, slug=f"recit-{number}", at=timezone.now() - timedelta(hours=number + 1), authors=[author], body=body)
    readiness.remember(settings.HOME)


def _desk() -> None:
    import django

    django.setup()
    from django.db import connection

    work = Work()
    for line in sys.stdin:
        verb, *told = json.loads(line)
        getattr(work, verb)(*told)
        if not connection.in_atomic_block:
            connection.close()  # as at the end of a request
        sys.stdout.write("done\n")
        sys.stdout.flush()


def _presser(theme: str = "") -> None:
    from django.conf import settings

    from rotative.project.children import presser

    settings.TEMPLATES[0]["DIRS"] = [theme] if theme else []
    presser()


def _serve(port: str) -> None:
    from rotative.project import server
    from rotative.project.command import main as command

    server.LONGEST_PAUSE = 0.1
    raise SystemExit(command(["serve", "--port", port, "--workers", "1"]))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """A paper on SQLite, made once for a module's tests: copy it with ``copied``."""
    return new(tmp_path_factory.mktemp("papers") / "amer")


if __name__ == "__main__":
    main(*sys.argv[1:])
