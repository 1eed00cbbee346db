"""The record of the demonstration, as it was made: every position by public words, everybody with their own words, and twice is once."""
from __future__ import annotations

import json
import sqlite3
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from rotative.project.demo.days import Calendar
from rotative.project.demo.record import files
from tests.project.demo_fixture import copy_of
from tests.project.running import rotative

pytestmark = pytest.mark.slow

TABLES = """
import json
from rotative.record import queries
from rotative.record.models import NegotiatedText
found = {}
for text in NegotiatedText.objects.all():
    table = queries.positions_of(text)
    found[text.language] = {
        "parties": [party.name for party in table.parties],
        "cells": [
            [row.point.number, party.name, row.cells[party.pk].position.stance, [[each.actor.name, each.is_public] for each in row.cells[party.pk].statements]]
            for _axis, rows in table.axes for row in rows for party in table.parties if party.pk in row.cells
        ],
        "versions": [[version.name, len(changes)] for version, changes in queries.versions_of(text)],
    }
print(json.dumps(found))
"""
AGAIN = """
from datetime import datetime
from zoneinfo import ZoneInfo
from rotative.masthead.models import User
from rotative.newsroom.models import Article, Dossier
from rotative.project.demo.days import Calendar
from rotative.project.demo.record import files, keeping
calendar = Calendar(datetime.fromisoformat("MADE"), ZoneInfo("Europe/Paris"))
stories = {f"{story.language}/{story.slug}": story for story in Article.objects.live()}
dossiers = {"fr": {}, "en": {}}
for dossier in Dossier.objects.order_by("pk"):
    dossiers[dossier.locale.language_code][dossier.slug] = dossier
dossiers["en"]["accord-de-l-orbance"] = dossiers["en"]["orbance-accord"]
keeping.keep(files.read(calendar), calendar, User.objects.get(email="baptiste.rol@amer.example"), dossiers, stories)
"""
DESK = """
import json
from rotative.record import reviews
print(json.dumps({
    "precision": {kind: [each.accepted, each.mended, each.rejected] for kind, each in reviews.precision().items()},
    "waiting": reviews.unreviewed().count(), "flagged": len(reviews.flagged()), "same": reviews.same_actors().count(),
}))
"""


def asked(demo, code):
    """What a paper's own program says."""
    done = rotative("shell", "--no-imports", "-c", code, home=demo.path)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def record(demo):
    return files.read(Calendar(demo.made, ZoneInfo("Europe/Paris")))


@pytest.fixture(scope="module")
def ask(demo):
    database = sqlite3.connect(f"file:{demo.path / 'paper.sqlite3'}?mode=ro&immutable=1", uri=True)
    yield lambda query: database.execute(query).fetchall()
    database.close()


@pytest.fixture(scope="module")
def tables(demo):
    return json.loads(asked(demo, TABLES))


def test_each_party_stands_somewhere_on_each_point_in_both_languages(tables, record):
    names = {record.people[party].name: party for party in record.text["parties"]}
    wanted = {(point["number"], party): point[party][-1]["stance"] for point in record.text["points"] for party in record.text["parties"]}
    for language in ("fr", "en"):
        assert {(number, names[party]): stance for number, party, stance, _ in tables[language]["cells"]} == wanted
        assert sum(number for _, number in tables[language]["versions"]) == 8


def test_every_position_rests_on_public_words_of_those_who_speak_for_the_party(tables, record):
    speak_for = {person.name: person.speaks_for or person.key for person in record.people.values()}
    names = {person.name: person.key for person in record.people.values()}
    for language in ("fr", "en"):
        for number, party, stance, grounds in tables[language]["cells"]:
            assert bool(grounds) == (stance != "silent"), (number, party)
            assert all(is_public for _, is_public in grounds), (number, party)
            assert {speak_for[speaker] for speaker, _ in grounds} <= {names[party]}, (number, party)


def test_every_statement_is_given_to_whom_the_files_give_it(ask, record):
    rows = ask(
        "select p.slug, s.language, s.words, coalesce(a.name, ''), s.described, s.standing from record_statement s join wagtailcore_page p on p.id = s.article_id "
        "left join record_actor a on a.id = s.actor_id where s.state in ('accepted', 'mended')"
    )
    named = {person.key: person.name for person in record.people.values()}
    wanted = Counter()
    for story in record.stories:
        for said in story.said:
            key = record.key_of(story, said.by) if said.by else ""
            wanted[story.name, said.words, named.get(key, key), said.source, "stands"] += 1
    assert Counter((f"{language}/{slug}", words, actor, "" if actor else described, standing) for slug, language, words, actor, described, standing in rows) == wanted


def test_who_is_in_several_stories_is_one_actor(ask):
    assert ask("select name, kind, count(*) from record_actor where merged_into_id is null group by name, kind having count(*) > 1") == []
    assert ask("select count(distinct article_id) from record_appearance ap join record_actor a on a.id = ap.actor_id where a.name = 'Maud Lartigau'")[0][0] >= 10


def test_denials_stand_beside_their_claims(ask, record):
    assert ask("select count(*) from record_contradiction where state = 'accepted'") == [(len(record.denials),)]


def test_the_desk_has_figures_and_something_left_to_review(demo):
    found = json.loads(asked(demo, DESK))
    assert {"appearance", "statement", "event"} <= set(found["precision"])
    assert all(count > 20 for count in found["precision"]["statement"])
    assert found["waiting"] > 20
    assert (found["flagged"], found["same"]) == (0, 0)


def test_every_story_was_read(ask):
    assert ask("select count(*) from newsroom_article where page_ptr_id not in (select article_id from record_lastreading)") == [(0,)]


def test_kept_again_nothing_changes(demo, tmp_path):
    copy = copy_of(demo, tmp_path)
    before = dump(copy)
    asked(copy, AGAIN.replace("MADE", copy.made.isoformat()))
    assert dump(copy) == before


def dump(demo):
    """Every row of the record, in order."""
    database = sqlite3.connect(demo.path / "paper.sqlite3")
    tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table' and name like 'record_%' order by name")]
    rows = {name: database.execute(f"select * from {name} order by 1").fetchall() for name in tables}
    database.close()
    return rows
