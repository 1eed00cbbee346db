"""What programs are told: files that keep to their schema, of what is public and nothing else."""
from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from rotative.record.actions import texts
from rotative.record.actions.deciding import accept, reject
from rotative.record.actions.proposing import contradict
from rotative.record.actions.texts import Changed
from rotative.record.models import Event, Statement
from tests import factories
from tests.factories import NOON, desk, record

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/contracts/record.schema.json").read_text("utf-8"))
DESKS = {"state", "origin", "decided_by", "decided_at", "found", "standing", "proposed", "met_as", "block", "start", "end", "before", "after", "parts", "mentions", "is_shown"}


@pytest.fixture
def editor():
    factories.paper()
    roles.establish()
    return desk.staff(Role.EDITOR, [factories.section()])


@pytest.fixture
def dossier(editor):
    return factories.DossierFactory(slug="orbance")


@pytest.fixture
def story(dossier):
    return record.story(dossier=dossier, slug="accord")


@pytest.fixture
def said(story):
    return [accept(row, None) for row in record.read(story)]


@pytest.fixture
def text(said, dossier, editor):
    """A text with an axis, a point of none, two versions and the positions of two parties."""
    text = texts.draw_up(dossier, "L'accord de l'eau", editor, "Quatre points.")
    axis = texts.add_axis(text, "L'eau", editor)
    point, other = texts.add_point(text, "1", "Les vannes", editor, axis), texts.add_point(text, "2 bis", "Le prix", editor)
    texts.add_version(text, "version 1", date(2026, 11, 1), editor)
    texts.add_version(text, "version 2", date(2026, 11, 20), editor, {point: Changed("changed", "Vingt jours", "Dix jours"), other: Changed("new")}, said[0].article)
    texts.set_position(point, said[0].actor, "rejects", date(2026, 11, 2), editor, [said[0]])
    texts.set_position(point, said[0].actor, "conditional", date(2026, 11, 21), editor, [said[0]], "un seuil écrit")
    texts.set_position(other, said[1].actor, "silent", NOON.date(), editor)
    texts.show(text, editor)
    return text


def told(client, path: str) -> dict[str, Any]:
    """A file, which must be as the schema has it."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    made = json.loads(answer.content)
    kind = path.split("/")[3][:-1]
    faults = list(Draft202012Validator({**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{kind}"}]}).iter_errors(made))
    assert not faults, faults[0]
    return made


def files(said, text) -> list[str]:
    return [
        "/api/fr/actors/ines-valmer.json", f"/api/fr/articles/{said[0].article_id}.json", "/api/fr/dossiers/orbance.json",
        f"/api/fr/texts/{text.slug}.json", *(f"/api/fr/statements/{row.pk}.json" for row in said),
    ]  # fmt: skip


# ── The schema ─────────────────────────────────────────────────────────────────


def test_the_schema_lets_nothing_else_in():
    Draft202012Validator.check_schema(SCHEMA)
    objects = [each for each in every(SCHEMA) if each.get("type") == "object"]
    assert len(objects) > 15
    assert all(each["additionalProperties"] is False and each["required"] == list(each["properties"]) for each in objects)


def every(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) else []
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []:
        found += every(each)
    return found


def test_the_reference_names_every_field():
    named = set(re.findall(r"`(\w+)`", (ROOT / "docs/reference/api.md").read_text("utf-8")))
    fields = {name for each in every(SCHEMA) if each.get("type") == "object" for name in each["properties"]}
    assert fields - named - {"atom", "rss"} == set()


def test_every_file_is_as_the_schema_has_it_and_nothing_of_the_desk_is_in_one(client, said, text, editor):
    accept(Event.objects.get(), None)
    contradict(said[0], said[1], editor)
    for path in files(said, text):
        names = {name for each in every(told(client, path)) for name in each}
        assert not names & DESKS, path
        assert editor.email not in client.get(path).text
        assert not re.search(r'"(?:address|api|passage|atom|rss)":"/', client.get(path).text), "an address is not absolute"


# ── Each kind ──────────────────────────────────────────────────────────────────


def test_a_statement(client, said, editor):
    contradict(said[0], said[1], editor)
    made = told(client, f"/api/fr/statements/{said[0].pk}.json")
    assert made["words"] == record.VALMER
    assert (made["act"], made["mode"], made["source"], made["date"]) == ("announces", "indirect", "named", "2026-11-23")
    assert (made["denies"], made["denied_by"]) == ([], [said[1].pk])
    assert made["speaker"] == {
        "name": "Inès Valmer", "described": None, "role": "négociatrice de l'Orbance",
        "actor": {"name": "Inès Valmer", "kind": "person", "address": "http://localhost/acteurs/ines-valmer/", "api": "http://localhost/api/fr/actors/ines-valmer.json"},
    }  # fmt: skip
    assert made["article"]["title"] == "L'accord de l'Orbance"
    assert made["passage"] == f"http://localhost/pays/accord/#s{said[0].pk}"
    assert client.get(made["address"].removeprefix("http://localhost")).status_code == 200


def test_a_source_without_a_name_is_described_and_no_actor(client, said):
    made = told(client, f"/api/fr/statements/{said[2].pk}.json")
    assert made["source"] == "unnamed"
    assert made["speaker"] == {"name": None, "described": "une source proche des communes", "role": None, "actor": None}


def test_a_story(client, said):
    event = accept(Event.objects.get(), None)
    made = told(client, f"/api/fr/articles/{said[0].article_id}.json")
    assert [row["number"] for row in made["statements"]] == [row.pk for row in said]
    assert [(row["name"], row["role"]) for row in made["actors"]] == [("Inès Valmer", "négociatrice de l'Orbance"), ("Anna Ossola", None)]
    assert [(row["number"], row["what"], row["from"], row["hour"]) for row in made["events"]] == [(event.pk, "Réunion des cinq parties", "2026-11-24", "10:00")]
    assert [who["name"] for who in made["events"][0]["who"]] == ["Inès Valmer"]


def test_an_actor(client, said, text):
    made = told(client, "/api/fr/actors/ines-valmer.json")
    assert (made["name"], made["statements_count"], len(made["statements"])) == ("Inès Valmer", 1, 1)
    assert [row["number"] for row in made["articles"]] == [said[0].article_id]
    assert [(row["actor"]["name"], row["articles"]) for row in made["company"]] == [("Anna Ossola", 1)]
    assert [row["name"] for row in made["dossiers"]] == ["Accord de l'Orbance"]
    assert [(row["text"]["name"], row["points"], row["conditional"], row["silent"]) for row in made["positions"]] == [("L'accord de l'eau", 2, 1, 1)]


def test_a_dossier(client, said, text):
    accept(Event.objects.get(), None)
    made = told(client, "/api/fr/dossiers/orbance.json")
    assert [row["what"] for row in made["events"]] == ["Réunion des cinq parties"]
    assert sorted(row["actor"]["name"] for row in made["actors"]) == ["Anna Ossola", "Inès Valmer"]
    assert [row["name"] for row in made["texts"]] == ["L'accord de l'eau"]


def test_a_text(client, said, text):
    made = told(client, f"/api/fr/texts/{text.slug}.json")
    assert [(axis["name"], [point["number"] for point in axis["points"]]) for axis in made["axes"]] == [("L'eau", ["1"]), (None, ["2 bis"])]
    (position,) = made["axes"][0]["points"][0]["positions"]
    assert (position["party"]["name"], position["stance"], position["condition"]) == ("Inès Valmer", "conditional", "un seuil écrit")
    assert [row["number"] for row in position["statements"]] == [said[0].pk]
    assert [row["stance"] for row in position["earlier"]] == ["rejects"]
    assert [(row["name"], [change["point"] for change in row["changes"]]) for row in made["versions"]] == [("version 2", ["1", "2 bis"]), ("version 1", [])]


def test_a_text_names_its_dossier_once_readers_find_it(client, editor, dossier):
    text = texts.draw_up(dossier, "L'accord", editor)
    texts.show(text, editor)
    path = f"/api/fr/texts/{text.slug}.json"
    assert told(client, path)["dossier"] is None
    factories.article("Une histoire", dossier=dossier)
    made = told(client, path)["dossier"]
    assert made["name"] == dossier.name
    assert client.get(made["address"].removeprefix("http://localhost")).status_code == 200


# ── What there is not ──────────────────────────────────────────────────────────


def test_where_nothing_is_recorded_there_is_no_file(client, story):
    record.read(story)
    paths = [f"/api/fr/articles/{story.pk}.json", "/api/fr/dossiers/orbance.json", "/api/fr/actors/ines-valmer.json", *(f"/api/fr/statements/{row.pk}.json" for row in Statement.objects.all())]
    assert {client.get(path).status_code for path in paths} == {404}


@pytest.mark.parametrize("undo", ["reject", "rewrite", "unpublish", "hide"])
def test_what_readers_may_no_longer_see_is_in_no_file(client, said, text, editor, undo, story):
    if undo == "reject":
        reject(said[0], None)
    elif undo == "rewrite":
        record.rewrite(story, record.VALMER, "tout est à refaire")
    elif undo == "unpublish":
        Article.objects.get(pk=story.pk).unpublish()
    else:
        texts.show(text, editor, shown=False)
    gone = "Dix jours" if undo == "hide" else "signé avant"
    answers = [client.get(path) for path in files(said, text)]
    assert any(answer.status_code == 404 for answer in answers)
    assert not [answer for answer in answers if answer.status_code == 200 and gone in answer.text]


@pytest.mark.parametrize("path", ["/api/en/actors/ines-valmer.json", "/api/de/actors/ines-valmer.json", "/api/fr/statements/x.json", "/api/fr/statements/99999999999999999999.json", "/api/fr/articles/0.json", "/api/fr/actors/.json", "/api/fr/actors/", "/api/"])
def test_there_is_nothing_elsewhere(client, said, path):
    factories.front("en")
    assert client.get(path).status_code == 404


def test_a_number_has_one_address(client, said):
    assert client.get(f"/api/fr/statements/0{said[0].pk}.json").status_code == 404
    assert client.get(f"/api/fr/articles/0{said[0].article_id}.json").status_code == 404


# ── Who may read them ──────────────────────────────────────────────────────────


def test_programs_of_other_sites_may_read_them_and_nothing_else(client, said):
    answer = client.get("/api/fr/actors/ines-valmer.json")
    assert (answer["Access-Control-Allow-Origin"], answer["Cross-Origin-Resource-Policy"]) == ("*", "cross-origin")
    page = client.get("/acteurs/ines-valmer/")
    assert ("Access-Control-Allow-Origin" in page.headers, page["Cross-Origin-Resource-Policy"]) == (False, "same-origin")


def test_a_page_of_what_has_no_record_names_none(client, story):
    record.read(story)
    for path in ("/pays/accord/", "/dossiers/orbance/"):
        assert "application/json" not in client.get(path).text.split("</head>")[0]


def test_a_page_names_its_file(client, said):
    named = {
        "/acteurs/ines-valmer/": "/api/fr/actors/ines-valmer.json", f"/declarations/{said[0].pk}/": f"/api/fr/statements/{said[0].pk}.json",
        "/pays/accord/": f"/api/fr/articles/{said[0].article_id}.json", "/dossiers/orbance/": "/api/fr/dossiers/orbance.json",
    }  # fmt: skip
    for path, programs in named.items():
        assert f'<link rel="alternate" type="application/json" href="{programs}">' in client.get(path).text
