"""A discussion on a paper that really runs: readers, a guest and a moderator over HTTP, and what is in its database.

    python -m tests.press.discussing found NUMBER | tell
"""
from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.press.papers import Answer, Paper, fetch

TOKEN = "k" * 32  # a cookie of one's own, and the token that goes with it
NUMBER = re.compile(r"Voici la remarque numéro (\d+) de ")


class Discussed(Paper):
    """Such a paper: behind a proxy, so that each reader has an address of their own; with a mail server."""

    mail = ""

    @property
    def environment(self) -> dict[str, str]:
        return {**super().environment, "BEHIND_PROXY": "true", "EMAIL_URL": self.mail}

    def asks(self, *words: str) -> Any:
        """One of the processes at the end of this module, and what it says."""
        done = subprocess.run([sys.executable, "-W", "ignore", "-m", "tests.press.discussing", *words], env=self.environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])


@dataclass
class Crowd:
    """Who writes, and what was acknowledged: texts by number, guests by address, decisions by contribution."""

    story: int
    sessions: list[str]
    moderator: str
    held: list[tuple[int, str]]  # what waits, each with what a moderator's page says of it
    taken: dict[int, int] = field(default_factory=dict)  # the contribution's number in the database, by the number in its text
    guests: list[str] = field(default_factory=list)
    decided: list[int] = field(default_factory=list)
    refused: Counter[int] = field(default_factory=Counter)
    numbers: Any = field(default_factory=lambda: count(1))

    def write(self, port: int) -> bool:
        """A reader writes. Whether it was acknowledged; a connection that is cut was not."""
        number = next(self.numbers)
        session = self.sessions[number % len(self.sessions)]
        answer = _post(port, f"/_/comment/{self.story}/", {"text": text(number)}, number, session)
        if answer is not None and answer.status == 201:
            self.taken[number] = json.loads(answer.body)["id"]
        return self._noted(answer, 201)

    def write_as_guest(self, port: int) -> bool:
        number = next(self.numbers)
        address = f"invite{number}@lac.example"
        answer = _post(port, f"/_/comment/{self.story}/", {"text": text(number), "as": "guest", "name": "Maud Lartigau", "email": address}, number)
        if answer is not None and answer.status == 201:
            self.guests.append(address)
        return self._noted(answer, 201)

    def reject(self, port: int) -> bool:
        row, stamp = self.held.pop()
        told = {"verb": "reject", "ground": "insult", "because": f"Un motif pour {row}.", "seen": stamp}
        answer = _post(port, f"/desk/discussion/{row}/decide/", told, row, self.moderator)
        if answer is not None and answer.status == 302 and "/desk/discussion/next/" in answer.headers["Location"]:
            self.decided.append(row)
            return True
        return self._noted(answer, 0)

    def _noted(self, answer: Answer | None, wanted: int) -> bool:
        if answer is not None and answer.status != wanted:
            self.refused[answer.status] += 1
        return answer is not None and answer.status == wanted


def text(number: int) -> str:
    return f"Voici la remarque numéro {number} de quelqu’un qui a lu le récit jusqu’au bout : le niveau {number * 7919} du lac n’y est pas, ni le nom {number:b} de la vanne."


def _post(port: int, path: str, form: dict[str, str], number: int, session: str = "") -> Answer | None:
    cookies = f"csrf={TOKEN}" + (f"; session={session}" if session else "")
    told = {"Cookie": cookies, "Accept": "application/json" if path.startswith("/_/") else "text/html", "X-Forwarded-For": f"198.51.{number // 200 % 200}.{number % 200}", "X-Forwarded-Proto": "http"}
    try:
        return fetch(port, path, {"csrfmiddlewaretoken": TOKEN, **form}, 30, **told)
    except (OSError, http.client.HTTPException):
        return None


# ── The processes themselves ───────────────────────────────────────────────────


def main(which: str, *words: str) -> None:
    import django

    django.setup()
    print(json.dumps({"found": _found, "tell": _tell}[which](*words)))  # noqa: T201


def _found(number: str) -> dict[str, Any]:
    """Opens a story to discussion, and makes readers who are signed in, a moderator at the desk, and what waits for them."""
    from datetime import timedelta

    from django.test import Client
    from django.utils import timezone

    from rotative.discussion import seen
    from rotative.discussion.models import DiscussionRules, Trust
    from rotative.masthead import roles
    from rotative.masthead.models import User
    from rotative.masthead.readers.backend import NAME
    from rotative.masthead.readers.models import Reader
    from rotative.newsroom.models import Article
    from tests.factories import desk
    from tests.factories.discussion import contribution

    roles.establish()
    DiscussionRules.objects.update_or_create(defaults={"allows_guests": True})
    story = Article.objects.get(slug="recit-3")
    story.discussion = "open"
    story.save_revision().publish()

    def session(user: User, backend: str) -> str:
        client = Client()
        client.force_login(user, backend)
        return str(client.session.session_key)

    def reader(place: int) -> User:
        user: User = User.objects.create_user(f"lecteur{place}@lac.example", date_joined=timezone.now() - timedelta(days=900))
        Reader.objects.create(user=user, name=f"Lecteur {chr(97 + place % 26)}{chr(97 + place // 26)}", language="fr")
        Trust.objects.create(writer=user, state=Trust.TRUSTED)
        return user

    people = [reader(place) for place in range(int(number))]
    held = [contribution(story, f"Des mots {place} qui attendent.", writer=people[0], shown=False, created_at=timezone.now()) for place in range(60)]
    moderator = desk.staff(roles.Role.MODERATOR)
    return {
        "story": story.pk,
        "sessions": [session(user, NAME) for user in people[1:]],
        "moderator": session(moderator, "django.contrib.auth.backends.ModelBackend"),
        "held": [(row.pk, seen.stamp(row)) for row in held],
    }


def _tell() -> dict[str, Any]:
    """What is in the database."""
    from rotative.discussion.models import Contribution, Decision, Talk
    from rotative.masthead.models import Letter

    rows = list(Contribution.objects.order_by("pk").values("pk", "text", "state", "place", "part", "guest__email"))
    return {
        "rows": rows,
        "shown": Talk.objects.get().shown,
        "threads": Talk.objects.get().threads,
        "decisions": list(Decision.objects.order_by("pk").values_list("contribution", "act", "because")),
        "letters": [[letter.to, letter.subject, letter.text] for letter in Letter.objects.order_by("pk")],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
