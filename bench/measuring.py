"""What the measures of this folder share: servers started for a while, and runs of ``wrk`` against them."""
from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

CONNECTIONS = 32
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Run:
    """One run of the load generator; cpu: microseconds of the server a request; times in ms."""

    requests: float
    cpu: float
    p50: float
    p99: float


def is_lacking(*programs: str) -> bool:
    """Whether a program is missing; if so it is said how it comes."""
    missing = [name for name in programs if not shutil.which(name)]
    if missing:
        print(f"Missing: {', '.join(missing)}. On Debian: sudo apt-get install nginx-light wrk")
    return bool(missing)


def load(url: str, workers: Sequence[int], seconds: int) -> Run:
    """One run of ``wrk``, and the processor's time that the server's processes took for it."""
    before = cpu(workers)
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout=10s", "--latency", "-H", "Accept-Encoding: gzip", url]
    said = subprocess.run(words, capture_output=True, text=True, check=True, timeout=seconds + 60).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    number = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
    each = (cpu(workers) - before) / number * 1e6
    return Run(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), each, _time(said, 50), _time(said, 99))  # type: ignore[index]


def cpu(pids: Sequence[int]) -> float:
    """Seconds of the processor that processes have taken; one that is gone counts nothing."""
    return sum(_cpu(pid) for pid in pids)


def _cpu(pid: int) -> float:
    try:
        parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / TICKS


def _time(said: str, share: int) -> float:
    value, unit = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", said).groups()  # type: ignore[union-attr]
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    return Run(*(statistics.median(getattr(run, each.name) for run in runs) for each in fields(Run)))


def print_table(runs: dict[str, list[Run]]) -> None:
    """The median of each figure of each server."""
    width = max(map(len, runs))
    times = len(next(iter(runs.values())))
    print(f"{'':{width}} {'requests/s':>11} {'CPU µs/request':>15} {'p50 ms':>8} {'p99 ms':>8}   medians of {times}")
    for name, of_name in runs.items():
        run = middle(of_name)
        print(f"{name:{width}} {run.requests:>11,.0f} {run.cpu:>15,.1f} {run.p50:>8.2f} {run.p99:>8.2f}")


@contextmanager
def running(words: list[str], port: int, patience: float = 20, **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """A server, from when it listens; it is ended afterwards."""
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    try:
        wait_for(port, patience)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def wait_for(port: int, patience: float = 20) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing listens on port {port}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def children_of(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
