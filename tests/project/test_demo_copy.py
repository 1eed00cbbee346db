"""The demonstration's own copy is sound: every story reads, and names what is there."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rotative.project.demo import cast as casting
from rotative.project.demo.cast import Cast, plates_of
from rotative.project.demo.copyfile import CopyError
from rotative.project.demo.days import Calendar
from rotative.project.demo.proof import read_proofs

CALENDAR = Calendar(datetime(2026, 11, 24, 11, 0, tzinfo=UTC), ZoneInfo("Europe/Paris"))
STORY = '+++\ndays = 1\ntime = "06:30"\nsection = "port"\nheadline = "H"\nstandfirst = ""\n{}+++\n\n{}\n'


@pytest.fixture(scope="module")
def cast() -> Cast:
    return casting.read(CALENDAR)


def faults(cast: Cast, front: str = "", body: str = "Un texte.") -> list[str]:
    story = casting.read_story(STORY.format(front, body), "fr/x.md", CALENDAR)
    return [fault for fault in read_proofs(Cast(cast.people, cast.masthead, (*cast.stories, story))) if fault.startswith("fr/x.md")]


def test_the_copy_is_sound(cast):
    assert read_proofs(cast) == []
    assert faults(cast) == []


def test_nothing_is_left_to_expand(cast):
    assert not [story.name for story in cast.stories if "{{" in repr(story)]


def test_there_is_enough_to_fill_a_paper(cast):
    french = cast.in_language("fr")
    assert len(french) >= 40
    assert len(cast.in_language("en")) >= 5
    assert {story.genre for story in french} >= {"news", "analysis", "opinion", "interview", "report", "fact-check"}
    assert {story.section for story in french} >= {each["slug"]["fr"] for each in cast.people["sections"]} - {"hautes-vallees"}
    assert [story.front for story in french].count("lead") == 1


def test_a_translation_shows_its_originals_pictures(cast):
    for story in cast.in_language("en"):
        shown, of_the_original = ({plate.picture for plate in plates_of(each)} for each in (story, cast.original(story)))
        assert shown <= of_the_original


@pytest.mark.parametrize(
    ("front", "body", "fault"),
    [
        ('authors = ["nobody"]\n', "", "no author is called “nobody”"),
        ('topics = ["rien"]\n', "", "no topic is called “rien”"),
        ('dossier = "rien"\n', "", "no dossier is called “rien”"),
        ('related = ["rien"]\n', "", "no story is called “rien”"),
        ('picture = "x-1"\nscene = "sea"\n', "", "lacks its alternative text"),
        ('kicker = "' + "k" * 61 + '"\n', "", "60 fit"),
        ("", "::: chart\nid = 'a'\n:::", "the chart lacks"),
        ("", "::: related\nstory = 'rien'\n:::", "no story is called “rien”"),
        ("", ">> « Pas dit »", "not in the story"),
        ("", "::: table\ncaption='a'\nhead=['','b']\nrows=[['c']]\n:::", "not as many cells"),
    ],
)
def test_faults_are_found(cast, front, body, fault):
    assert fault in " ".join(faults(cast, front, body))


def test_a_wrong_date_names_its_line():
    with pytest.raises(CopyError, match=r"^fr/x.md, line 9: “\{\{jour 3\}\}” is not a date"):
        casting.read_story(STORY.format("", "{{jour 3}}"), "fr/x.md", CALENDAR)


@pytest.mark.parametrize("hour", range(24))
def test_the_copy_reads_at_any_hour(hour):
    now = CALENDAR.now.replace(hour=hour) + timedelta(days=hour * 15)
    assert read_proofs(casting.read(Calendar(now, CALENDAR.zone))) == []
