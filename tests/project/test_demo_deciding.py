"""An editor's decisions, taken of what was read in a story: accepted, mended, added, rejected; and twice is once."""
from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from rotative.project.demo.days import Calendar
from rotative.project.demo.record import files
from rotative.project.demo.record.deciding import Deciding
from rotative.project.demo.record.entries import Person, Record
from rotative.project.demo.record.identity import Identity
from rotative.record.models import Actor, Appearance, Decision, Event, SameActor, Statement
from tests import factories
from tests.factories import desk, record

pytestmark = pytest.mark.django_db

CALENDAR = Calendar(datetime(2026, 11, 30, 11, 0, tzinfo=UTC), ZoneInfo("Europe/Paris"))
DECISIONS = """
who = [
  { name = "Inès Valmer", role = "négociatrice" },
  { name = "communes", is = "les-communes", kind = "body" },
]

[[said]]
words = "l'accord sera signé avant la fin du mois"
by = "Inès Valmer"
id = "fin-du-mois"

[[said]]
words = "« Nous ne signerons rien sans les bateliers », a démenti Anna Ossola"
source = "qui parle pour les communes"
days = [-7]

[[said]]
words = "Les cinq parties se sont réunies"
by = "communes"
"""
EVENT = """
[[happened]]
words = "Les cinq parties se sont réunies mardi à Saint-Elme"
what = "Réunion des cinq parties"
where = "Saint-Elme"
days = [-6]
hour = "10:00"
who = ["Inès Valmer"]
"""


@pytest.fixture(scope="module")
def editor(lasting):
    factories.paper()
    pays = factories.section()
    roles.establish()
    return desk.staff(Role.EDITOR, [pays], name="Maël Kergoat", email="mael@amer.example")


@pytest.fixture
def story(editor, db):
    made = record.story()
    record.read(made)
    return Article.objects.get(pk=made.pk)


def decide(story: Article, editor: object, text: str = DECISIONS) -> Deciding:
    deciding = Deciding(story, files.read_decisions(text, "fr/orbance", CALENDAR), editor, CALENDAR)
    deciding.run()
    return deciding


def verbs(model: type) -> list[tuple[str, str]]:
    """What was decided last of each row, by what it says."""
    return [(str(row), Decision.objects.filter(kind=model._meta.model_name, row=row.pk).last().verb) for row in model.objects.order_by("pk")]


def test_what_is_right_is_accepted_what_is_not_quite_is_mended_and_the_rest_is_rejected(story, editor):
    said = decide(story, editor).said
    assert verbs(Appearance) == [("Inès Valmer", "mended"), ("Anna Ossola", "rejected"), ("communes", "added")]
    assert [(words[:20], verb) for words, verb in verbs(Statement)] == [
        ("l'accord sera signé ", "accepted"), ("« Nous ne signerons ", "mended"), ("les onze feuillets s", "rejected"), ("Les cinq parties se ", "added"),
    ]  # fmt: skip
    assert verbs(Event) == [("Réunion des cinq parties", "rejected")]
    assert list(said) == ["fin-du-mois"]
    assert {row.decided_by for row in Statement.objects.all()} == {editor}


def test_what_is_mended_says_what_the_file_says_and_keeps_the_rest(story, editor):
    decide(story, editor)
    mended = Statement.objects.get(state="mended")
    assert (mended.words, mended.unnamed, mended.described, mended.actor) == (
        "« Nous ne signerons rien sans les bateliers », a démenti Anna Ossola", True, "qui parle pour les communes", None,
    )  # fmt: skip
    assert (mended.act, mended.mode, mended.said_from, mended.said_to) == ("denies", "direct", date(2026, 11, 23), date(2026, 11, 23))
    added = Statement.objects.get(origin="hand")
    assert (added.actor.name, added.act, added.mode, added.is_public) == ("communes", "says", "indirect", True)


def test_an_event_that_is_right_is_accepted(story, editor):
    Event.objects.update(first_day=date(2026, 11, 24), last_day=date(2026, 11, 24))
    text = DECISIONS + EVENT
    decide(story, editor, text.replace("réunies mardi à Saint-Elme", "réunies mardi à Saint-Elme."))
    assert verbs(Event) == [("Réunion des cinq parties", "accepted")]
    assert [row.name for row in Event.objects.get().who.all()] == ["Inès Valmer"]


def test_decided_again_nothing_changes(story, editor):
    decide(story, editor, DECISIONS + EVENT)
    before = Decision.objects.count()
    decide(story, editor, DECISIONS + EVENT)
    assert Decision.objects.count() == before


def test_the_same_in_two_stories_is_one_by_whatever_name(story, editor):
    other = Article.objects.get(pk=record.story("Ailleurs", ["Valmer a parlé. La délégation aussi, et Inès Valmer."]).pk)
    people = {"les-communes": Person(1, "les-communes", "Communes du haut", "body", ("Les trente et une",), ({"fr": "au-dessus du barrage", "en": "above the dam", "since": "2019-01-01"},))}
    identity = Identity(Record((), people, (), {}, ()), editor)
    identity.learn(decide(story, editor))
    identity.learn(decide(other, editor, 'who = [{ name = "Inès Valmer" }, { name = "délégation", is = "les-communes", kind = "body" }]'))
    identity.settle()
    assert [(actor.name, sorted(actor.names)) for actor in Actor.objects.whole().order_by("name")] == [
        ("Communes du haut", ["Communes du haut", "Les trente et une", "communes", "délégation"]), ("Inès Valmer", ["Inès Valmer"]),
    ]  # fmt: skip
    assert [(role.role, role.since) for role in identity.actors["les-communes"].roles.filter(language="fr")] == [("au-dessus du barrage", date(2019, 1, 1))]
    assert not SameActor.objects.filter(state="suggested").exists()
