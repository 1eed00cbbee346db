"""A database of which nothing is heard any more: it is given up within seconds, not when the system thinks of it."""
from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import psycopg
import pytest

from tests.postgres import PAPER, Postgres
from tests.project.running import environment

OPTIONS = ("connect_timeout", "tcp_user_timeout", "keepalives_idle", "sslmode")
SAY = "import json; from rotative.project import settings; print(json.dumps(settings.DATABASES['default'].get('OPTIONS')))"
DJANGOS = ("server_side_binding",)  # not the driver's


def options(home: Path, url: str) -> dict[str, Any]:
    """What the settings have the database's driver told."""
    said = subprocess.run([sys.executable, "-c", SAY], env=environment(home, DATABASE_URL=url), capture_output=True, text=True, check=True)
    return {name: value for name, value in json.loads(said.stdout).items() if name not in DJANGOS}


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", [5, 15_000, 10, None]), ("?sslmode=require", [5, 15_000, 10, "require"]), ("?connect_timeout=30&tcp_user_timeout=1000", [30, 1000, 10, None])],
)  # fmt: skip
def test_a_postgres_server_is_waited_for_a_few_seconds_unless_its_address_says_otherwise(tmp_path, more, expected):
    told = options(tmp_path, f"postgres://someone:secret@db.example/paper{more}")
    assert [int(told[name]) if name in told and name != "sslmode" else told.get(name) for name in OPTIONS] == expected


def test_sqlite_is_told_nothing_of_it(tmp_path):
    assert not set(OPTIONS) & set(options(tmp_path, f"sqlite:///{tmp_path / 'paper.sqlite3'}"))


@pytest.mark.slow
def test_a_server_that_never_answers_is_given_up(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        began = time.monotonic()
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(f"postgres://someone@127.0.0.1:{port}/paper?sslmode=disable", **options(tmp_path, f"postgres://someone@127.0.0.1:{port}/paper"))
        assert time.monotonic() - began < 8


@pytest.mark.slow
def test_the_system_is_told_when_a_connection_is_silent(tmp_path, postgres):
    with _over_tcp(postgres) as port, psycopg.connect(f"postgres://postgres@127.0.0.1:{port}/{PAPER}", **options(tmp_path, f"postgres://postgres@127.0.0.1:{port}/{PAPER}")) as open_one:
        with socket.socket(fileno=os.dup(open_one.fileno())) as ours:
            told = [ours.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE), *(ours.getsockopt(socket.IPPROTO_TCP, each) for each in (socket.TCP_USER_TIMEOUT, socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT))]
        assert open_one.execute("SELECT 1").fetchone() == (1,)
    assert told == [1, 15_000, 10, 5, 3]


@contextmanager
def _over_tcp(server: Postgres) -> Iterator[int]:
    """The server of the tests listens on a Unix socket alone; a port that leads there, for one who comes."""
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket(socket.AF_UNIX) as there:
        there.connect(str(server.folder / ".s.PGSQL.5432"))

        def lead() -> None:
            with listener.accept()[0] as here:
                back = Thread(target=_pump, args=(there, here))
                back.start()
                _pump(here, there)
                back.join()

        leading = Thread(target=lead)
        leading.start()
        yield listener.getsockname()[1]
        leading.join(10)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
