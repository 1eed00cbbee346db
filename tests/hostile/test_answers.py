"""Every answer in JSON of readers' addresses, by whoever asks, against the one table of schemas; and nothing in it of anybody else."""
from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.cache import cache
from django.urls import URLPattern
from django.utils import timezone

from rotative.discussion import holding
from rotative.discussion.actions import deciding, reporting
from rotative.discussion.models import Contribution, Ground, Respect, State
from rotative.masthead.models import Letter, User
from rotative.masthead.readers import follows
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from tests.factories import desk
from tests.factories.discussion import contribution, guest
from tests.hostile.answers import ANSWERS, COUNTS, REFUSED
from tests.hostile.conftest import TEXT, Browser, reader
from tests.hostile.test_other_sites import PATTERNS, paths
from tests.prepared import ROOT
from tests.press.small import Press

JSON = {"Accept": "application/json"}
# What belongs to others: none of it is in any answer to anybody but the one whose it is.
OTHERS = ("odile.marrec@mer.example", "Odile Marrec", "203.0.113.77", "Un texte d’Odile qui attend.", "Un motif de la modération.", "Une raison d’Odile.", "maud@lac.example", "Un courrier pour Odile.")


@pytest.fixture
def world(story: Article, monkeypatch: Any) -> dict[str, Any]:
    """Somebody else has written, reported, was decided about; one asks with an account, as a guest, as nobody."""
    monkeypatch.setattr(follows, "_kinds", {"author": lambda key, language: follows.Followed("Ada", "/a/", "fr")})
    now, odile, mine = timezone.now(), reader("Odile Marrec", "odile.marrec@mer.example"), reader("Idris Benhaddou", "idris@lac.example")
    shown = contribution(story, "Des mots que chacun lit.", name="O. M.", writer=odile)
    held = contribution(story, "Un texte d’Odile qui attend.", writer=odile, shown=False)
    own = contribution(story, "Mes mots à moi.", name="Idris Benhaddou", writer=mine, thread=shown, created_at=now)
    removed = contribution(story, "Mes mots de trop.", name="Idris Benhaddou", writer=mine)
    Respect.objects.create(contribution=shown, reader=odile)
    reporting.report(own, now, ground="insult", because="Une raison d’Odile.", name="Odile Marrec", email="odile.marrec@mer.example", in_good_faith=True, language="fr", by=odile)
    deciding.reject(held, desk.staff(Role.MODERATOR), now, Ground.INSULT, "Un motif de la modération.")
    deciding.remove(removed, desk.staff(Role.MODERATOR, name="Maël"), now, Ground.INSULT, "Un motif pour Idris.")
    for row in (shown, own):
        holding.keep(row, "203.0.113.77")
    Letter.objects.create(to=odile.email, subject="Un courrier pour Odile.", text="…")
    maud = guest("Maud Lartigau", "maud@lac.example")
    return {"mine": mine, "guest": maud, "article_id": story.pk, "shown": shown.pk, "own": own.pk, "held": held.pk, "story": story}


def askers(world: dict[str, Any]) -> dict[str, Browser]:
    nameless = User.objects.create_user("nameless@lac.example", date_joined=timezone.now() - timedelta(days=9))
    known = Browser(REMOTE_ADDR="198.51.100.4")
    session = known.session
    session["discussion.guest"] = world["guest"].pk
    session.save()
    return {
        "nobody": Browser(REMOTE_ADDR="198.51.100.1"),
        "reader": Browser(REMOTE_ADDR="198.51.100.2").enters(world["mine"]),
        "nameless": Browser(REMOTE_ADDR="198.51.100.3").enters(nameless),
        "guest": known,
    }


def asked(name: str, world: dict[str, Any]) -> list[str]:
    """The addresses of a name: of what is there for all, of one's own, of another's, of nothing."""
    path = paths()[name]
    if "article" in name or name in ("comment", "read"):
        return [path.replace("/1/", f"/{world['article_id']}/"), path.replace("/1/", "/999999/")]
    if name.startswith(("contribution_", "contribution", "respect", "report", "mute")) and "/1/" in path:
        return [path.replace("/1/", f"/{world[which]}/") for which in ("shown", "own", "held")] + [path.replace("/1/", "/999999/")]
    return [path]


def answers_of(name: str, world: dict[str, Any]) -> Iterator[tuple[str, str, Any, str]]:
    """Who asked, how, the answer."""
    token_of = f"/_/report/{world['shown']}/"
    forms: list[dict[str, Any]] = [{}, {"want": "1", "text": TEXT}, {"want": "0", "text": "x", "as": "guest", "name": "Quelqu’un", "email": "q@lac.example"}, {"want": "9", "to": "999999", "text": TEXT}]
    forms.append({"as": "guest", "name": "Quelqu’un", "email": "q@lac.example", "text": f"{TEXT} Bien.", "credential": "{}"})
    for who, client in askers(world).items():
        for path in asked(name, world):
            cache.clear()
            yield who, "GET", client.get(path, headers=JSON), path
            for told in forms:
                yield who, "POST", client.post(path, {"csrfmiddlewaretoken": client.token(token_of), **told}, headers=JSON), path


def is_json(answer: Any) -> bool:
    return answer.headers.get("Content-Type", "").startswith("application/json")


@pytest.mark.parametrize("name", [str(each.name) for each in PATTERNS])
def test_each_answer_is_as_the_table_says(world: dict[str, Any], name: str) -> None:
    met = set()
    for who, method, answer, path in answers_of(name, world):
        if not is_json(answer):
            continue
        told = json.loads(answer.content)
        if set(told) == {"error"}:
            jsonschema.validate(told, REFUSED)
            continue
        assert (name, method) in ANSWERS, f"{method} {path} answers in JSON: give it a line in tests/hostile/answers.py."
        jsonschema.validate(told, ANSWERS[name, method])
        met.add((name, method))
        said = answer.content.decode() + json.dumps(told, ensure_ascii=False)
        leaks = [secret for secret in OTHERS if secret in said and not (who == "guest" and secret == "Maud Lartigau")]
        assert leaks == [], (who, path)
        assert answer["Cache-Control"] == "no-store" or "no-cache" in answer["Cache-Control"], path
    assert met == {each for each in ANSWERS if each[0] == name}, "A line of the table that nothing answers by."


def test_every_view_that_can_answer_in_json_is_in_the_table() -> None:
    """A module that makes JSON serves an address of the table: an answer that no request above brings about is not overlooked."""
    rooms = [ROOT / f"src/rotative/{room}" for room in ("audience", "discussion/views", "masthead/readers")]
    makes = {_module(file) for room in rooms for file in room.rglob("*.py") if re.search(r"JsonResponse\(|content_type=.*json", file.read_text())}
    callbacks: dict[str, URLPattern] = {str(each.name): each for each in PATTERNS}
    listed = {callbacks[name].callback.__module__ for name, _method in ANSWERS}
    assert makes == listed


def _module(file: Path) -> str:
    name = ".".join(file.relative_to(ROOT / "src").with_suffix("").parts)
    assert name in sys.modules
    return name


def test_no_schema_leaves_room_for_anything_else() -> None:
    def look(schema: Any) -> Iterator[str]:
        if isinstance(schema, list):
            for each in schema:
                yield from look(each)
        elif isinstance(schema, dict):
            if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
                yield str(schema)
            for each in schema.values():
                yield from look(each)

    assert list(look([*ANSWERS.values(), *COUNTS.values(), REFUSED])) == []


def test_files_of_numbers_hold_numbers_alone(tmp_path: Path, world: dict[str, Any]) -> None:
    press = Press(tmp_path)
    press.print()
    press.clock.pass_(seconds=30)
    press.print()
    for path, schema in COUNTS.items():
        jsonschema.validate(json.loads(press.body(path.replace("<article_id>", str(world["article_id"])))), schema)


def test_every_json_address_of_the_contract_has_its_schema() -> None:
    told = (ROOT / "docs/contracts/addresses.md").read_text()
    files = set(re.findall(r"`(/_/counts/[^`]+\.json)`", told))
    assert files == set(COUNTS)
    assert set(re.findall(r"`(/_/account/[^`]+\.json)`", told)) == {"/_/account/everything.json"}


def test_what_is_taken_along_holds_ones_own_and_all_of_it(world: dict[str, Any]) -> None:
    client = Browser().enters(world["mine"])
    told = json.loads(client.get("/_/account/everything.json").content)
    texts = {row["text"]: row["decisions"] for row in told["discussion"]["contributions"]}
    assert set(texts) == {"Mes mots à moi.", "Mes mots de trop."} and texts["Mes mots de trop."][0]["because"] == "Un motif pour Idris."
    assert told["account"]["email"] == "idris@lac.example" and Contribution.objects.filter(state=State.SHOWN).count() == 2
