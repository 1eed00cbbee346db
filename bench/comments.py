"""Contributions accepted a second, through the whole stack and durably.

    python bench/comments.py FOLDER [--seconds 15] [--hands 8] [--rate 30] [--reads 5000]

FOLDER is a paper, such as `bench/archive.py` makes; 3,000 readers are signed in there, and its newest
story is opened to discussion. First so many hands write as fast as they are answered; each contribution
is another reader's, from another address. What was answered 201 must then be in the database. Then an
open loop (``arrivals.py``): so many contributions a second, while readers read the same story and its
discussion. Last, a discussion of 5,000 contributions: how long one of its parts takes to print.
The exit code is 1 when a bar is missed.
"""
from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import statistics
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlencode

import load
from arrivals import Asked, run

READERS = 3_000
BARS = {"sqlite": 80, "postgresql": 120}  # a second
P99 = 100.0  # milliseconds
PART = 50.0  # milliseconds
CSRF = "c" * 32
WORDS = ["eau", "vanne", "barrage", "rivière", "port", "vallée", "séance", "accord", "texte", "point", "version", "témoin", "juillet", "coupe", "sel", "baie", "dragage", "quai", "docker", "pêcheur", "préfet", "salle", "hiver", "pluie"]


def main() -> int:
    options = _options()
    os.environ["ROTATIVE_HOME"] = str(options.folder.resolve())
    os.environ["ROTATIVE_URL"] = f"http://127.0.0.1:{load.PORT}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")
    import django

    django.setup()
    from django.db import connection

    story, sessions = _prepare()
    load._print_all()
    with load._serving(2):
        accepted, took, waits = _as_fast_as_answered(story.pk, sessions, options)
        kept = _kept(story.pk)
        asked = _at_a_rate(story, sessions[READERS // 2 :], options)
    rate, bar = accepted / took, BARS[connection.vendor]
    print(f"{connection.vendor}: {accepted} accepted in {took:.1f} s: {rate:.0f} a second (bar {bar}); p50 {_at(waits, 0.5):.0f} ms, p99 {_at(waits, 0.99):.0f} ms; {kept} kept")
    posts = [each.took * 1000 for each in asked if each.kind == "post"]
    reads = [each.took * 1000 for each in asked if each.kind == "read"]
    wrong = [each for each in asked if each.status != each.expected]
    print(f"{options.rate} a second beside {options.reads} reads a second: POST p50 {_at(posts, 0.5):.0f} ms, p99 {_at(posts, 0.99):.0f} ms (bar {P99:.0f}); reads p50 {_at(reads, 0.5):.1f} ms, p99 {_at(reads, 0.99):.1f} ms; {len(wrong)} wrong")
    part = _print_a_part(story)
    print(f"a part of a discussion of 5,000: printed in {part:.0f} ms (bar {PART:.0f})")
    return 0 if rate >= bar and kept == accepted and _at(posts, 0.99) <= P99 and not wrong and part <= PART else 1


def _prepare() -> tuple[object, list[str]]:
    """The newest story, open, and the sessions of readers whom the paper trusts."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.utils import timezone

    from rotative.discussion.models import Contribution, Talk, Trust
    from rotative.masthead.models import User
    from rotative.masthead.readers.backend import NAME
    from rotative.masthead.readers.models import Reader
    from rotative.newsroom.models import Article

    story = Article.objects.live().filter(first_published_at__isnull=False).order_by("-first_published_at").first()
    Contribution.objects.filter(article=story).delete()
    Talk.objects.filter(article=story).delete()
    Talk.objects.create(article=story, state="open")
    User.objects.filter(email__endswith="@bench.invalid").delete()
    User.objects.bulk_create(User(username=f"{n}@bench.invalid", email=f"{n}@bench.invalid", password="!") for n in range(READERS))
    users = list(User.objects.filter(email__endswith="@bench.invalid"))
    Reader.objects.bulk_create(Reader(user=user, name=f"Lecteur {user.pk}", language="fr") for user in users)
    Trust.objects.bulk_create(Trust(writer=user, state=Trust.TRUSTED) for user in users)
    store, sessions = SessionStore(), []
    made = []
    for user in users:
        key = f"{random.getrandbits(128):032x}"
        told = {SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: NAME, HASH_SESSION_KEY: user.get_session_auth_hash()}
        made.append(store.model(session_key=key, session_data=store.encode(told), expire_date=timezone.now() + timedelta(days=1)))
        sessions.append(key)
    store.model.objects.bulk_create(made)
    return story, sessions


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(12, 60))).capitalize() + "."


def _headers(session: str) -> dict[str, str]:
    from django.conf import settings

    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}", "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{load.PORT}"}


def _as_fast_as_answered(story: int, sessions: list[str], options: argparse.Namespace) -> tuple[int, float, list[float]]:
    """How many were answered 201, in how long; what each waited, in milliseconds."""
    waits: list[float] = []
    statuses: dict[int, int] = {}
    left, lock, end = iter(range(READERS // 2)), threading.Lock(), time.perf_counter() + options.seconds

    def write(hand: int) -> None:
        chance = random.Random(hand)
        while time.perf_counter() < end:
            with lock:
                number = next(left, None)
            if number is None:
                return
            line = http.client.HTTPConnection("127.0.0.1", load.PORT, 30, source_address=(f"127.1.{number // 250}.{number % 250 + 1}", 0))
            began = time.perf_counter()
            line.request("POST", f"/_/comment/{story}/", urlencode({"csrfmiddlewaretoken": CSRF, "text": _text(chance)}), _headers(sessions[number]))
            answer = line.getresponse()
            answer.read()
            line.close()
            with lock:
                waits.append((time.perf_counter() - began) * 1000)
                statuses[answer.status] = statuses.get(answer.status, 0) + 1

    began = time.perf_counter()
    hands = [threading.Thread(target=write, args=(number,)) for number in range(options.hands)]
    for each in hands:
        each.start()
    for each in hands:
        each.join()
    took = time.perf_counter() - began
    print("answers:", statuses, flush=True)
    return statuses.get(201, 0), took, waits


def _kept(story: int) -> int:
    from rotative.discussion.models import Contribution

    return Contribution.objects.filter(article=story).count()


def _at_a_rate(story: object, sessions: list[str], options: argparse.Namespace) -> list[Asked]:
    chance = random.Random(5)
    plan = []
    for number in range(options.rate * options.seconds):
        body = urlencode({"csrfmiddlewaretoken": CSRF, "text": _text(chance)}).encode()
        head = "".join(f"{name}: {value}\r\n" for name, value in {**_headers(sessions[number]), "Host": f"127.0.0.1:{load.PORT}", "Content-Length": str(len(body))}.items())
        words = f"POST /_/comment/{story.pk}/ HTTP/1.1\r\n{head}\r\n".encode() + body
        plan.append(Asked(number / options.rate, "post", words, 201, source=f"127.2.{number // 250}.{number % 250 + 1}"))
    for number in range(options.reads * options.seconds):
        path = story.address if number % 2 else f"/_/discussion/{story.language}/{story.pk}/"
        plan.append(Asked(number / options.reads, "read", f"GET {path} HTTP/1.1\r\n{load.ASKING}\r\n".encode(), 200))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(run, load.PORT, plan).result()[0]


def _print_a_part(story: object) -> float:
    """The middle of several prints of one part of a discussion of 5,000 contributions, in milliseconds."""
    from django.utils import timezone

    from rotative.discussion.actions import showing
    from rotative.discussion.models import Contribution
    from rotative.paper.redirects import kind_of
    from rotative.press.documents import render

    chance, thread = random.Random(6), None
    Contribution.objects.filter(article=story).delete()
    for number in range(5_000):
        told = {"article": story, "text": _text(chance), "name": f"Lecteur {number}", "voice": str(number), "language": "fr", "created_at": timezone.now()}
        made = Contribution.objects.create(**told, thread=thread if number % 5 else None)
        showing.show(made, timezone.now())
        thread = made if number % 5 == 0 else thread
    kind, address = kind_of(f"/_/discussion/{story.language}/{story.pk}/5/")
    took = []
    for _ in range(9):
        began = time.perf_counter()
        render(kind, address, timezone.now())
        took.append((time.perf_counter() - began) * 1000)
    print(f"   the first time {took[0]:.0f} ms, then {json.dumps([round(each) for each in took[1:]])}")
    return statistics.median(took)


def _at(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)] if values else float("inf")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=15)
    parser.add_argument("--hands", type=int, default=8)
    parser.add_argument("--rate", type=int, default=30)
    parser.add_argument("--reads", type=int, default=5000)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
