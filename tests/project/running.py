"""The command as people run it: in a process of its own, in a clean environment."""
from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OURS = ("ROTATIVE_", "DJANGO_", "DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL", "DEBUG", "PYTEST_")
COMMAND = [sys.executable, "-m", "rotative.project.command"]


def environment(home: Path | None = None, **more: str) -> dict[str, str]:
    """What a shell has that never heard of the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    clean.pop("PYTHONDONTWRITEBYTECODE", None)
    # Many papers are served at once here: none has the time to pack its pages for the years to come.
    return {**clean, "PACK_BEST": "false", **({"ROTATIVE_HOME": str(home)} if home else {}), **more}


def rotative(*words: str, home: Path | None = None, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, with nothing to read."""
    return subprocess.run(
        [*COMMAND, *words], env=environment(home, **more), cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=600
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass
class Served:
    """A paper being served, and its supervisor."""

    process: subprocess.Popen[str]
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str = "/") -> tuple[int, str]:
        return get(self.port, path)

    def children(self) -> dict[str, int]:
        """The process ids of the children, by name."""
        found = {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and _parent_of(folder) == self.process.pid:
                _, _, words = (folder / "cmdline").read_bytes().decode().partition("rotative.project.children\0")
                found |= {words.split("\0")[1]: int(folder.name)} if words else {}
        return found

    def stop(self, number: signal.Signals = signal.SIGTERM, within: float = 10) -> int:
        self.process.send_signal(number)
        return self.process.wait(within)


def _parent_of(folder: Path) -> int:
    return int(_state_of(folder)[1])


def _state_of(folder: Path) -> list[str]:
    """What /proc says of a process after its name: its state, its parent and so on."""
    try:
        return (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["X", "0"]


def is_running(pid: int) -> bool:
    """Whether a process is there, and more than a dead one that nobody has buried."""
    return _state_of(Path(f"/proc/{pid}"))[0] not in "XZ"


def get(port: int, path: str = "/") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def until(true: object, within: float = 60) -> None:
    """Wait until something holds; ``true`` is a function."""
    end = time.monotonic() + within
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end, f"did not come true within {within} seconds"
        time.sleep(0.05)


def answers(port: int) -> bool:
    try:
        return bool(get(port)[0])
    except (OSError, http.client.HTTPException):
        return False


@contextmanager
def serving(*words: str, home: Path | None = None, log: Path | None = None, **more: str) -> Iterator[Served]:
    """``rotative serve`` (or other words) on a free port, until the block ends."""
    port = free_port()
    out = open(log, "w") if log else subprocess.DEVNULL  # noqa: SIM115
    command = [*COMMAND, *(words or ("serve",)), "--port", str(port)]
    process = subprocess.Popen(command, env=environment(home, **more), stdin=subprocess.DEVNULL, stdout=out, stderr=out, text=True)
    try:
        until(lambda: answers(port) or process.poll() is not None, 120)
        assert process.poll() is None, log.read_text() if log else process.returncode
        yield Served(process, port)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(15)
        if log:
            out.close()  # type: ignore[union-attr]
