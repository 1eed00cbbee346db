"""What happened, and when: told by the paper, with a date of its own, in the text's own words."""
from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rotative.record.reading import events
from rotative.record.reading.findings import Actor, Date, Event, Interval, Span, Statement
from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Text, divide

DAY = "2026-11-19"


def found(words: str, dated: str, language: str = "fr", people: tuple[str, ...] = (), interval: Interval | None = None) -> list[Event]:
    """The events of a text in which one date stands."""
    text = Text(words, divide(words), language, datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Paris")))
    date = Date(at(words, dated), "DATE", DAY, interval or Interval(DAY, DAY))
    actors = [Actor(name, "person", (at(words, name),)) for name in people]
    return events.find(text, parse(text), actors, [date])


def at(words: str, part: str) -> Span:
    return Span(words.index(part), words.index(part) + len(part))


def test_who_what_where_and_when() -> None:
    words = "Jeudi 19 novembre, Inès Valmer a rencontré le préfet à Aubrelle."
    (event,) = found(words, "Jeudi 19 novembre", people=("Inès Valmer",))
    assert event == Event(at(words, "Inès Valmer a rencontré le préfet à Aubrelle"), "Inès Valmer a rencontré le préfet à Aubrelle", ("Inès Valmer",), "Aubrelle", Interval(DAY, DAY))


@pytest.mark.parametrize(
    ("words", "dated", "what"),
    [
        ("La route du col a été fermée jeudi par la préfecture.", "jeudi", "La route du col a été fermée par la préfecture"),
        ("Les pilotes et la mairie se sont rencontrés jeudi.", "jeudi", "Les pilotes et la mairie se sont rencontrés"),
        ("Le port de Verel rouvrira le 19 novembre.", "le 19 novembre", "Le port de Verel rouvrira"),
        ("La mairie a refusé l’offre après la réunion du 19 novembre.", "19 novembre", "la réunion du 19 novembre"),
    ],
)
def test_in_the_texts_own_words(words: str, dated: str, what: str) -> None:
    assert [event.what for event in found(words, dated)] == [what]


@pytest.mark.parametrize(
    ("words", "dated", "what"),
    [
        ("The town council closed the port on Thursday.", "Thursday", "The town council closed the port"),
        ("Inès Valmer met the prefect in Verel on 19 November.", "19 November", "Inès Valmer met the prefect"),
    ],
)
def test_in_english(words: str, dated: str, what: str) -> None:
    assert [event.what[: len(what)] for event in found(words, dated, "en")] == [what]


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("Inès Valmer a annoncé jeudi que le port fermerait.", "jeudi"),
        ("Inès Valmer a annoncé que le port avait fermé jeudi.", "jeudi"),
        ("Selon Inès Valmer, le port a fermé ses portes jeudi.", "jeudi"),
        ("Le préfet aurait rencontré la maire jeudi.", "jeudi"),
        ("Le préfet n’a pas rencontré la maire jeudi.", "jeudi"),
        ("La maire veut fermer le port jeudi.", "jeudi"),
        ("« La préfète a fermé le port jeudi », dit Inès Valmer.", "jeudi"),
        ("Le port a fermé ses portes depuis jeudi.", "jeudi"),
        ("Elle a rencontré le préfet jeudi.", "jeudi"),
        ("La réunion du 19 novembre a été annulée.", "19 novembre"),
        ("Le port était calme jeudi.", "jeudi"),
    ],
)
def test_what_is_said_wished_denied_or_goes_on_is_none(words: str, dated: str) -> None:
    assert found(words, dated) == []


def test_a_time_without_an_end_is_no_moment() -> None:
    words = "La route du col a été fermée jeudi par la préfecture."
    assert found(words, "jeudi", interval=Interval(DAY, None)) == []
    assert found(words, "jeudi", interval=Interval("1990-01-01", "2026-11-19")) == []


def test_what_is_in_somebodys_words_is_theirs() -> None:
    words = "La route du col a été fermée jeudi par la préfecture."
    events_found = found(words, "jeudi")
    assert events.told(events_found, [Statement(Span(0, 20), "direct")]) == []
    assert events.told(events_found, [Statement(Span(300, 320), "direct")]) == events_found
