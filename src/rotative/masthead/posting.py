"""One letter to one address in one language, sent by the worker once what it tells of is kept.

    send("a@b.example", "fr", _("Subject"), "masthead/letters/sign_in", {"code": "…"})

renders ``….txt`` and ``….html`` now, in that language; what repeats words that readers may see is worded when it leaves
(``wording``). The letter lies in the database until it is gone, is tried again with patience, and no failure costs the
request. No address is in a log.
"""
from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from rotative.masthead import wording
from rotative.masthead.models import Letter
from rotative.masthead.wording import Words, words_of

PATIENCE = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440)]  # between two tries
LENDING = timedelta(minutes=10)  # a letter in hand is nobody else's for so long

log = logging.getLogger(__name__)


def send(
    to: str,
    language: str,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    headers: Mapping[str, str] | None = None,
    until: datetime | None = None,
) -> None:
    """Post a letter after the transaction. ``template``: without its ending; one without ``.html`` is plain text."""
    words = wording.render(language, subject, template, context, headers)
    post(Letter(to=to, subject=words.subject, text=words.text, html=words.html, headers=dict(words.headers), until=until))


def post(letter: Letter) -> None:
    """Keep a letter and have the worker send it, once it is kept for good. Tried again, it is the same letter, and says so."""
    letter.headers.setdefault("Message-ID", make_msgid(domain=settings.FEED_HOST))
    letter.save()
    transaction.on_commit(lambda: _hand_over(letter.pk))


@task()
def deliver(pk: int) -> bool:
    """Send one letter, put it off, or drop it if there is nothing left to say. Whether it is gone."""
    letter = _take(pk)
    if letter is None:
        return False
    try:
        is_sent = _send(letter)
    except Exception as problem:  # noqa: BLE001 - whatever a mail server does costs no other letter
        _put_off(letter, type(problem).__name__)  # its words may hold the address
        return False
    letter.delete()
    return is_sent


@task()
def sweep() -> int:
    """Hand over again what waits past its hour: of a worker that is gone, or put off. How many."""
    waiting = list(Letter.objects.filter(next_at__lte=timezone.now()).order_by("next_at", "pk").values_list("pk", flat=True)[:1000])
    for pk in waiting:
        _hand_over(pk)
    return len(waiting)


def _hand_over(pk: int, at: datetime | None = None) -> None:
    """At once, or at an hour, where the worker can wait for one; the sweep comes round each quarter of an hour."""
    try:
        if at is None:
            deliver.enqueue(pk)
        elif deliver.get_backend().supports_defer:
            deliver.using(run_after=at).enqueue(pk)
    except Exception as problem:  # noqa: BLE001 - the sweep hands it over again
        log.warning("Letter %s could not be handed to the worker: %s.", pk, type(problem).__name__)


def _take(pk: int) -> Letter | None:
    """The letter, if it is due and nobody else has it in hand."""
    now = timezone.now()
    if not Letter.objects.filter(pk=pk, next_at__lte=now).update(next_at=now + LENDING):
        return None
    letter = Letter.objects.get(pk=pk)
    if letter.until and letter.until <= now:
        letter.delete()
        return None
    return letter


def _send(letter: Letter) -> bool:
    words = words_of(letter)
    if words is not None:
        _message(letter, words).send()
    return words is not None


def _message(letter: Letter, words: Words) -> EmailMultiAlternatives:
    headers = {"Auto-Submitted": "auto-generated", **letter.headers, **words.headers}
    message = EmailMultiAlternatives(words.subject, words.text, to=[letter.to], headers=headers)
    if words.html:
        message.attach_alternative(words.html, "text/html")
    return message


def _put_off(letter: Letter, problem: str) -> None:
    """For a little at first, then for longer; given up once patience is at its end."""
    if letter.tries >= len(PATIENCE):
        log.error("Letter %s was tried %s times and is given up: %s.", letter.pk, letter.tries + 1, problem)
        letter.delete()
        return
    log.warning("Letter %s could not be sent (%s) and is tried again.", letter.pk, problem)
    again = timezone.now() + PATIENCE[letter.tries]
    Letter.objects.filter(pk=letter.pk).update(tries=letter.tries + 1, next_at=again)
    _hand_over(letter.pk, again)
