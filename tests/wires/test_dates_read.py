"""Dates as newspapers print them, each with the moment it means."""

from zoneinfo import ZoneInfo

import pytest

from rotative.wires.reading import dates

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Jeudi, 20 Nov. 2025 - 13h35", "2025-11-20T13:35:00+01:00"),
        ("mercredi 19 novembre 2025 à 8 h", "2025-11-19T08:00:00+01:00"),
        ("Nov 20, 2025, 1:35 p.m.", "2025-11-20T13:35:00+01:00"),
        ("Publié le 20/11/2025 à 13h35", "2025-11-20T13:35:00+01:00"),
        ("le 1er août 2025 à midi", "2025-08-01T12:00:00+02:00"),
        ("Le 1er janvier 2025 à minuit", "2025-01-01T00:00:00+01:00"),
        ("13h35 - 20/11/2025", "2025-11-20T13:35:00+01:00"),
        ("à 13h35 le 20 novembre 2025", "2025-11-20T13:35:00+01:00"),
        ("12.11.2025 | 17:45", "2025-11-12T17:45:00+01:00"),
        ("Mise en ligne : 12 sept. 2025, 22 h 05", "2025-09-12T22:05:00+02:00"),
        ("3 FÉVR. 2024 À 07H05", "2024-02-03T07:05:00+01:00"),
        ("3 mars 2024 - 07:05 (heure de Montréal)", "2024-03-03T07:05:00-05:00"),
        ("1:35 p.m. ET, November 20, 2025", "2025-11-20T13:35:00-05:00"),
        ("November 20, 2025 at 1 p.m. EST", "2025-11-20T13:00:00-05:00"),
        ("AUG. 4, 2025, 12:05 A.M. ET", "2025-08-04T00:05:00-04:00"),
        ("Wed 19 Nov 2025 16.20 GMT", "2025-11-19T16:20:00+00:00"),
        ("20 nov. 2025, 13:35 UTC+2", "2025-11-20T13:35:00+02:00"),
        ("Thu, 20 Nov 2025 13:35:12 +0100", "2025-11-20T13:35:12+01:00"),
        ("Sat Nov 22 2025 - 06:00", "2025-11-22T06:00:00+01:00"),
        ("2025-11-20T13:35:00+01:00", "2025-11-20T13:35:00+01:00"),
        ("2025-11-20T12:35:00Z", "2025-11-20T12:35:00+00:00"),
        ("2025-11-20T13:35:00+0100", "2025-11-20T13:35:00+01:00"),
        ("2025-11-20 13:35", "2025-11-20T13:35:00+01:00"),
        ("2025-07-20T13:35:00", "2025-07-20T13:35:00+02:00"),
    ],
)
def test_a_date_is_the_moment_it_says(printed, meant):
    assert dates.read(printed, PARIS).isoformat() == meant


def test_american_numbers_put_the_month_first():
    assert dates.read("11/02/2025 1:35 p.m.", PARIS, "en-us").isoformat() == "2025-11-02T13:35:00+01:00"
    assert dates.read("11/02/2025 13:35", PARIS, "en-gb").isoformat() == "2025-02-11T13:35:00+01:00"
    assert dates.read("11/20/2025 - 16:40", PARIS).isoformat() == "2025-11-20T16:40:00+01:00"


def test_an_update_is_told_from_the_publication():
    first, second = dates.find("Publié le 20/11/2025 à 13h35, mis à jour le 21/11/2025 à 09:10")
    assert (first.updated, second.updated) == (False, True)


def test_a_date_without_year_needs_one_from_elsewhere():
    assert dates.find("jeudi 20 novembre à 13 h 35") == []
    assert (
        dates.find("jeudi 20 novembre à 13 h 35", year=2025)[0].moment(PARIS).isoformat() == "2025-11-20T13:35:00+01:00"
    )


@pytest.mark.parametrize(
    "text", ["Jeudi 20 novembre 2025", "Publié le 20/11/2025 à 13h35", "Updated Nov. 5, 2025 7:15am PT"]
)
def test_a_line_can_be_only_a_date(text):
    assert dates.only_a_date(text)


@pytest.mark.parametrize(
    "text", ["Le plan du 20 mars 2025 divise la mairie", "28 points", "Le 31/02/2025", "Il y a 3 heures"]
)
def test_or_not(text):
    assert not dates.only_a_date(text)


def test_a_date_that_depends_on_today_is_known_as_such():
    assert dates.relative("Publié il y a 3 heures") == "il y a 3 heures"
    assert dates.relative("17 hours ago") == "17 hours ago"
    assert dates.relative("20 novembre 2025") is None
