"""Letters: sent after the transaction, tried again with patience, and no address in a log."""
from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from rotative.masthead import posting
from rotative.masthead.models import Letter

pytestmark = pytest.mark.django_db
ADDRESS = "ines.caradec@orbance.example"


@pytest.fixture
def templates(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "hello.txt").write_text("{% load i18n %}{% translate 'Reader' %} {{ word|safe }} — {{ paper }}")
    (tmp_path / "hello.html").write_text('{% extends "masthead/letters/frame.html" %}{% block letter %}<p>{{ word }}</p>{% endblock %}')
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]


@pytest.fixture
def refused(monkeypatch: Any) -> None:
    def refuse(self: Any, fail_silently: bool = False) -> int:
        raise SMTPRecipientsRefused({ADDRESS: (550, b"no such user")})

    monkeypatch.setattr(EmailMultiAlternatives, "send", refuse)


def letter(**fields: Any) -> Letter:
    return Letter.objects.create(**{"to": ADDRESS, "subject": "A word", "text": "Hello.\n", **fields})


def test_a_letter_is_sent_once_its_transaction_is_kept(templates: None, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks() as kept:
        posting.send(ADDRESS, "fr", "Un\nmot", "hello", {"word": "<b>"}, headers={"List-Unsubscribe": "<https://amer.example/u>"})
    assert not mail.outbox and Letter.objects.count() == 1
    for callback in kept:
        callback()
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.extra_headers["List-Unsubscribe"]) == ([ADDRESS], "Un mot", "<https://amer.example/u>")
    assert sent.body.startswith("Lecteur") and "<b>" in sent.body and "&lt;b&gt;" in sent.alternatives[0].content
    assert not Letter.objects.exists()


def test_a_letter_that_is_refused_waits_longer_each_time_and_is_given_up(refused: None, caplog: Any) -> None:
    waits, waiting = [], letter()
    with caplog.at_level(logging.INFO):
        for _try in range(len(posting.PATIENCE) + 1):
            Letter.objects.update(next_at=timezone.now())
            assert not posting.deliver.call(waiting.pk)
            waits += [row.next_at - timezone.now() for row in Letter.objects.all()]
    assert waits == sorted(waits) and len(waits) == len(posting.PATIENCE) and not Letter.objects.exists()
    assert "given up" in caplog.text and ADDRESS not in caplog.text and "no such user" not in caplog.text


def test_a_letter_that_is_not_due_or_in_hand_is_nobody_elses() -> None:
    waiting = letter(next_at=timezone.now() + timedelta(minutes=3))
    assert not posting.deliver.call(waiting.pk) and not mail.outbox and Letter.objects.exists()


def test_a_letter_past_its_hour_is_not_sent() -> None:
    stale = letter(until=timezone.now() - timedelta(seconds=1))
    assert not posting.deliver.call(stale.pk) and not mail.outbox and not Letter.objects.exists()


def test_what_a_worker_left_is_handed_over_again() -> None:
    letter(), letter(next_at=timezone.now() + timedelta(hours=1))
    assert posting.sweep.call() == 1
    assert len(mail.outbox) == 1 and Letter.objects.count() == 1


def test_a_worker_that_is_away_costs_no_request(monkeypatch: Any, caplog: Any, django_capture_on_commit_callbacks: Any) -> None:
    def away(self: Any, *args: Any, **kwargs: Any) -> None:
        raise OSError("away")

    monkeypatch.setattr(type(posting.deliver), "enqueue", away)
    with django_capture_on_commit_callbacks(execute=True):
        posting.post(Letter(to=ADDRESS, subject="A word", text="Hello.\n"))
    assert Letter.objects.exists() and ADDRESS not in caplog.text
