"""The press as the desk sees it: is it idle, how far behind, what failed and why."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rotative.press import demands

PATIENCE = 2.0  # seconds that the desk waits for the presser's word


@dataclass(frozen=True)
class Failure:
    """A page that could not be printed; the old one stays."""

    path: str
    at: datetime
    times: int
    what: str


@dataclass(frozen=True)
class State:
    """How the press fares. is_running: a presser answers; trouble: what it waits for; unpurged: why a cache was not told."""

    is_running: bool
    pages: int = 0
    stale: int = 0
    behind: float = 0.0
    rate: float = 0.0
    is_complete: bool = False
    trouble: str = ""
    unpurged: str = ""
    failures: tuple[Failure, ...] = ()

    @property
    def has_trouble(self) -> bool:
        return not self.is_running or bool(self.trouble or self.failures or self.unpurged)


def state() -> State:
    said = demands.ask(settings.HOME.press_socket, {"status": True}, PATIENCE)
    return State(is_running=False) if said is None or "pages" not in said else _read(said)


def _read(said: dict[str, Any]) -> State:
    failures = tuple(Failure(each["path"], datetime.fromtimestamp(each["at"], UTC), each["times"], each["what"]) for each in said["failures"])
    return State(True, said["pages"], said["stale"], said["behind"], said["rate"], said["complete"], said["trouble"], said.get("unpurged", ""), failures)


def show(request: HttpRequest) -> HttpResponse:
    return render(request, "press/desk/press.html", {"press": state()})
