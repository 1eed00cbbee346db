"""What an editor decides of a statement prints its story, its own page and its speaker's, and nothing else."""
from __future__ import annotations

from datetime import timedelta

import pytest

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from rotative.record.actions.deciding import accept, mend, reject
from rotative.record.actions.proposing import contradict
from tests import factories
from tests.factories import NOON, desk, record
from tests.press.small import Press, edited

pytestmark = pytest.mark.django_db

STORY, OTHER = "/pays/accord/", "/pays/deux/"


@pytest.fixture
def suggested():
    factories.paper()
    roles.establish()
    pays = factories.section()
    factories.article("Deux", pays, slug="deux", at=NOON - timedelta(days=1))
    return record.read(record.story(slug="accord", at=NOON - timedelta(days=2)))


@pytest.fixture
def press(tmp_path, suggested):
    press = Press(tmp_path)
    press.print()
    return press


def printed(press: Press) -> set[str]:
    """What was printed, but for who spoke, and for programs: ``test_the_record`` has these."""
    return {path for path in press.print() if not path.startswith(("/acteurs/", "/api/", "/sitemap"))}


def address(row) -> str:
    return f"/declarations/{row.pk}/"


def test_what_is_accepted_prints_its_story_and_itself(press, suggested):
    row = accept(suggested[0], None)
    assert printed(press) == {STORY, address(row)}
    assert f'id="s{row.pk}"' in press.body(STORY)
    assert "Inès Valmer" in press.body(address(row))
    assert press.differing() == []


def test_what_is_mended_or_rejected_prints_the_same(press, suggested):
    row = accept(suggested[0], None)
    press.print()
    row = mend(row, None, act="promises")
    assert printed(press) == {STORY, address(row)}
    reject(row, None)
    assert STORY in printed(press)
    assert press.edition.body_of(address(row)) is None
    assert f's{row.pk}"' not in press.body(STORY)
    assert press.differing() == []


def test_a_suggestion_prints_nothing(press):
    record.read(Article.objects.get(slug="accord"))
    assert press.print() == set()


def test_another_story_prints_nothing_of_it(press, suggested):
    row = accept(suggested[0], None)
    press.print()
    edited("deux", title="Deux, autrement", body=[("paragraph", "<p>Encore.</p>")])
    assert not {STORY, address(row)} & printed(press)


def test_a_headline_prints_the_statements_page_which_names_its_story(press, suggested):
    row = accept(suggested[0], None)
    press.print()
    edited("accord", title="L'accord, enfin")
    assert address(row) in printed(press)
    assert "L’accord, enfin" in press.body(address(row))


def test_words_that_are_rewritten_take_the_page_with_them(press, suggested):
    row = accept(suggested[0], None)
    press.print()
    record.rewrite(Article.objects.get(slug="accord"), record.VALMER, "tout est à refaire")
    press.print()
    assert press.edition.body_of(address(row)) is None
    assert f's{row.pk}"' not in press.body(STORY)
    assert press.differing() == []


def test_words_around_a_statement_print_its_page(press, suggested):
    row = accept(suggested[0], None)
    press.print()
    record.rewrite(Article.objects.get(slug="accord"), "Inès Valmer, nég", "C'était attendu. Inès Valmer, nég")
    assert {STORY, address(row)} <= printed(press)
    assert "C’était attendu." in press.body(address(row))


def test_a_contradiction_prints_the_story_and_both_sides(press, suggested):
    first, second, _ = [accept(row, None) for row in suggested]
    publisher = desk.staff(Role.PUBLISHER)
    press.print()
    contradict(first, second, publisher)
    assert printed(press) == {STORY, address(first), address(second)}
    assert "statement--denial" in press.body(STORY)
    assert press.differing() == []


def test_a_story_taken_off_takes_its_statements_along(press, suggested):
    row = accept(suggested[0], None)
    press.print()
    Article.objects.get(slug="accord").unpublish()
    press.print()
    assert press.edition.body_of(address(row)) is None
    assert press.differing() == []
