"""The record's files are sound: what they say stands in the stories, and each party has its place on each point."""
from __future__ import annotations

import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rotative.project.demo import cast as casting
from rotative.project.demo.cast import Cast
from rotative.project.demo.copyfile import CopyError
from rotative.project.demo.days import Calendar
from rotative.project.demo.record import files, proofs, stands
from rotative.project.demo.record.entries import Denial, Record
from rotative.project.demo.record.words import NotInTheStory, piece_of, text_of

CALENDAR = Calendar(datetime(2026, 11, 24, 11, 0, tzinfo=UTC), ZoneInfo("Europe/Paris"))
STORY = "fr/la-prefecture-prend-acte-et-ne-dement-pas"
WHO = '[[who]]\nname = "préfecture"\nkind = "body"\n'
PARTIES = {"Vallées": "syndicat", "Compagnie": "compagnie", "Port": "port", "Pêcheurs": "peches", "Dockers": "quais"}
STANCES = {"accepte": "accepts", "rejette": "rejects", "sous condition": "conditional", "se tait": "silent"}
NUMBERS = {"quinze": 15, "douze": 12, "onze": 11, "dix": 10, "cinq": 5}


@pytest.fixture(scope="module")
def cast() -> Cast:
    return casting.read(CALENDAR)


@pytest.fixture(scope="module")
def record() -> Record:
    return files.read(CALENDAR)


@pytest.fixture(scope="module")
def points(cast):
    """The rows of the tables of the story that has them, and its whole file."""
    story = cast.by_name["fr/les-vingt-quatre-points-partie-par-partie"]
    tables = [block.values for block in story.body if block.kind == "table"]
    return story, [dict(zip(table["head"], row, strict=True)) for table in tables for row in table["rows"]]


# ── As they are ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("days", [0, 37, 100, 215, 300])
def test_the_files_are_sound_on_any_day(days):
    calendar = Calendar(CALENDAR.now + timedelta(days=days), CALENDAR.zone)
    assert proofs.read_proofs(files.read(calendar), casting.read(calendar)) == []


def test_every_story_of_the_negotiation_and_its_english_one_have_decisions(record, cast):
    decided = {story.name for story in record.stories}
    open_to_opinion = {story.name.removesuffix(".md") for story in cast.stories if story.genre == "opinion"}
    dossier = {name for name, story in cast.by_name.items() if story.dossier == "accord-de-l-orbance" and story.language == "fr"}
    assert dossier - open_to_opinion <= decided
    assert "en/orbance-water-seven-months-of-secret-talks" in decided


def test_each_party_has_a_position_on_each_point_and_most_rest_on_words(record):
    cells = [point[party][-1] for point in record.text["points"] for party in record.text["parties"]]
    grounded = [cell for cell in cells if cell.get("on")]
    assert len(record.text["points"]) == 24
    assert len(cells) == 120
    assert len(grounded) >= 80
    assert all(cell["stance"] == "silent" for cell in cells if cell not in grounded)


def test_the_tables_of_the_story_say_the_same(record, points):
    _, rows = points
    said = {row["Point"]: {key: STANCES[row[name]] for name, key in PARTIES.items()} for row in rows}
    assert said == {f"{point['number']}. {point['fr']}": {key: point[key][-1]["stance"] for key in PARTIES.values()} for point in record.text["points"]}


def test_the_numbers_in_the_prose_agree_with_the_table(record, points):
    story, _ = points
    accepted = {key: sum(point[key][-1]["stance"] == "accepts" for point in record.text["points"]) for key in PARTIES.values()}
    words = {"peches": "Les pêcheurs acceptent quinze points", "port": "le port douze", "quais": "les dockers onze", "syndicat": "les hautes vallées dix", "compagnie": "la Compagnie cinq"}
    assert ", ".join(words.values()) in story.essentials[1]
    assert accepted == {key: next(NUMBERS[word] for word in said.split() if word in NUMBERS) for key, said in words.items()}
    changed = [change["number"] for change in record.text["versions"][-1]["changes"]]
    assert f"les {', '.join(changed[:-1])} et {changed[-1]}" in story.essentials[2]


def test_a_changed_point_is_now_as_its_title_says(record):
    titles = {point["number"]: point for point in record.text["points"]}
    changes = record.text["versions"][-1]["changes"]
    for language in ("fr", "en"):
        assert all(titles[each["number"]][language].startswith(each["now"][language]) for each in changes)


def test_the_files_are_read_without_what_reads_stories():
    code = "import sys; from rotative.project.demo.record import files, proofs; print({'spacy', 'django'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"


# ── As they may not be ─────────────────────────────────────────────────────────


def faults(record: Record, cast: Cast, text: str, name: str = STORY) -> str:
    """What is wrong with decisions of one story, its file's text given."""
    story = files.read_decisions(text, name, CALENDAR)
    others = tuple(each for each in record.stories if each.name != name)
    found = proofs.read_proofs(replace(record, stories=(*others, story)), cast)
    return "\n".join(fault for fault in found if fault.startswith(story.file))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[said]]\nwords = "« ne dit rien »"\nby = "préfecture"', "line 4: “« ne dit rien »” does not stand in the story."),
        ('[[said]]\nwords = "préfecture"\nby = "préfecture"', "line 4: “préfecture” stands 2 times in the story: say near what."),
        ('[[said]]\nwords = "le communiqué « se suffisait »"', "line 4: say who says “le communiqué « se suffisait »”"),
        ('[[said]]\nwords = "le communiqué « se suffisait »"\nby = "Maud Lartigau"', "line 4: “Maud Lartigau” is not among who is in this story."),
        ('[[said]]\nwords = "le communiqué « se suffisait »"\nby = "préfecture"\nact = "sings"', "line 4: “sings” is not an act: one of says"),
        ('[[said]]\nwords = "le communiqué « se suffisait »"\nby = "préfecture"\nmode = "loud"', "line 4: “loud” is not a mode: one of direct"),
        ('[[said]]\nwords = "le communiqué « se suffisait »"\nsource = "un ministre"', "line 4: “un ministre” does not stand in the story."),
        ('[[said]]\nwords = "le communiqué « se suffisait »"\nby = "préfecture"\ndates = ["lundi"]', "line 4: “lundi” is not a date: write 2022-08-18."),
        ('[[who]]\nname = "Armand Vuillet"\nrole = "ministre"', "line 4: “ministre” does not stand in the story."),
        ('[[who]]\nname = "Claire Vuillet"', "line 4: “Claire Vuillet” does not stand in the story."),
        ('[[who]]\nname = "Armand Vuillet"\nkind = "dog"', "line 4: “dog” is not a kind of actor: one of person"),
        ('[[who]]\nname = "préfecture"\nkind = "body"', "line 4: “préfecture” is there twice."),
        ('[[happened]]\nwords = "un communiqué de quatre lignes"\nwhat = "Communiqué"', "line 4: say when it was: “Communiqué”."),
        ('[[happened]]\nwords = "un communiqué de quatre lignes"\nwhat = "C"\ndays = [0]\nhour = "midi"', "line 4: “midi” is not an hour: write 20:30."),
        ('[[happened]]\nwords = "un communiqué de quatre lignes"\nwhat = "C"\ndays = [0]\nwho = ["Armand"]', "line 4: “Armand” is not among who is in this story."),
    ],
)
def test_a_wrong_file_is_told_by_its_name_its_line_and_its_words(record, cast, text, fault):
    assert f"record/{STORY}.toml, {fault}" in faults(record, cast, WHO + text)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[[said]]\nwords = ", r"line 2: Invalid value"),
        ("[[said]]\nwords = a\n", r"line 2: Invalid value"),
        ('\n[[said]]\nwords = "a"\nspeaker = "b"', r"line 2: “speaker” is not a thing that can be said here: one of act, by"),
        ('[[said]]\nby = "a"', r"line 1: “words” is missing"),
        ('[[sings]]\nwords = "a"', r"line 1: “sings” is not a thing that can be said here: one of happened, said, who"),
        ('[[said]]\nwords = "le {{jour 3}}"', r"line 2: “\{\{jour 3\}\}” is not a date"),
    ],
)
def test_a_file_that_can_not_be_read_is_told_by_its_line(text, error):
    with pytest.raises(CopyError, match=rf"^record/{STORY}.toml, {error}"):
        files.read_decisions(text, STORY, CALENDAR)


def test_words_that_stand_twice_are_told_by_what_they_are_near(cast):
    text = text_of(cast.by_name[STORY])
    place = piece_of("préfecture", text, "la préfecture a répondu")
    assert text.by_id[place.block][place.start :].startswith("préfecture a répondu")
    with pytest.raises(NotInTheStory, match="near “à 7 h 12”"):
        piece_of("préfecture", text, "à 7 h 12")
    with pytest.raises(NotInTheStory):
        piece_of("fecture", text)
    assert piece_of("l’existence", text) == piece_of("l'existence", text)


def test_decisions_of_a_story_that_is_not_there(record, cast):
    assert "record/fr/rien.toml, line 1: no story is called “fr/rien”." in faults(record, cast, "", "fr/rien")


def of_text(record: Record, cast: Cast, number: str, **changes: object) -> str:
    """What is wrong with the text when a point of it is changed."""
    text = deepcopy(dict(record.text))
    next(point for point in text["points"] if point["number"] == number).update(changes)
    return "\n".join(stands.read_proofs(replace(record, text=text), cast))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"port": []}, "“port” has no position. Where nothing was said, write that it is silent."),
        ({"port": [{"stance": "accepts"}]}, "“port”: a position rests on words, and silence on none."),
        ({"port": [{"stance": "silent", "on": ["p-1-2"]}]}, "“port”: a position rests on words, and silence on none."),
        ({"port": [{"stance": "agrees", "on": ["p-1-2"]}]}, "“port”: “agrees” is not a position: one of accepts"),
        ({"port": [{"stance": "conditional", "on": ["p-1-2"]}]}, "“port”: a condition is named"),
        ({"port": [{"stance": "accepts", "on": ["rien"]}]}, "“port”: no statement has the id “rien”."),
        ({"port": [{"stance": "accepts", "on": ["v-1"]}]}, "is said by Maud Lartigau, who does not speak for it."),
        ({"axis": "ciel"}, "no axis is called “ciel”."),
    ],
)
def test_a_wrong_position_is_told_by_its_point(record, cast, changes, fault):
    line = record.line_of('number = "2"')
    assert record.lines[line - 1] == 'number = "2"'
    assert f"record/accord.toml, line {line}: point 2: " in of_text(record, cast, "2", **changes)
    assert fault in of_text(record, cast, "2", **changes)


def test_a_denial_of_nothing_is_told(record, cast):
    wrong = replace(record, denials=(*record.denials, Denial(7, "v-1", "rien")))
    assert stands.read_proofs(wrong, cast) == ["record/denials.toml, line 7: no statement has the id “rien”."]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": "dog"}, "“dog” is not a kind of actor"),
        ({"speaks_for": "ciel"}, "“ciel” is not a party of the text."),
        ({"roles": ({"fr": "maire"},)}, "a role of Maud Lartigau is not named in “en”."),
        ({"roles": ({"fr": "maire", "en": "mayor", "since": "2014"},)}, "“2014” is not a date"),
    ],
)
def test_somebody_who_is_not_well_described_is_told(record, cast, changes, fault):
    person = replace(record.people["lartigau"], **changes)
    found = proofs.read_proofs(replace(record, people={**record.people, "lartigau": person}), cast)
    assert any(each.startswith(f"record/people.toml, line {person.line}: {fault}") for each in found)
