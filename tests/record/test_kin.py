"""Which earlier stories are shown to an editor who makes a thread."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.record.reading import kin
from rotative.record.reading.kin import Archive

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)

STORIES = [
    ("port", 40, "Le port de Verel ferme", "Le port de Verel fermera lundi, dit la mairie. Les dockers bloquent les quais."),
    ("match", 30, "Verel gagne à la fin", "L’équipe de Verel gagne le match de lundi, dit son entraîneur."),
    ("dockers", 20, "Les dockers de Verel cessent la grève", "Les quais rouvrent. La mairie de Verel promet un port ouvert lundi."),
    ("théâtre", 10, "Une saison au théâtre", "Le théâtre de Verel ouvre lundi. La mairie dit sa joie."),
    ("pluie", 5, "La pluie revient", "Il pleuvra lundi à Verel, dit la météo."),
]


@pytest.fixture
def archive() -> Archive:
    made = Archive()
    for story, age, title, body in STORIES:
        made.add(story, title, body, NOW - timedelta(days=age))
    return made


def test_the_affair_comes_first_and_what_every_story_says_tells_nothing(archive: Archive) -> None:
    ranked = archive.rank("Verel : les quais du port", "Les dockers ont voté lundi.", NOW)
    assert {story for story, _ in ranked[:2]} == {"dockers", "port"}
    assert dict(ranked).get("pluie", 0) < 0.1


def test_case_accents_and_endings_make_no_difference() -> None:
    assert kin.stems("Négociatrice, NEGOCIATRICES de l’Été 2026") == ["negoci", "negoci", "ete", "2026"]


def test_the_same_words_on_the_same_day_are_of_likeness_one(archive: Archive) -> None:
    _, age, title, body = STORIES[0]
    assert archive.rank(title, body, NOW - timedelta(days=age)) == [("port", pytest.approx(1))]


def test_a_story_is_kin_to_earlier_ones_only(archive: Archive) -> None:
    _, _, title, body = STORIES[0]
    assert "dockers" not in dict(archive.rank(title, body, NOW - timedelta(days=30)))


def test_of_two_alike_the_later_is_nearer_and_the_old_one_is_not_lost(archive: Archive) -> None:
    _, _, title, body = STORIES[0]
    archive.add("port, again", title, body, NOW - timedelta(days=1))
    archive.add("port, long ago", title, body, NOW - timedelta(days=4000))
    ranked = dict(archive.rank(title, body, NOW))
    assert ranked["port, again"] > ranked["port"] > ranked["port, long ago"] > 0.2


def test_the_story_itself_can_be_left_out(archive: Archive) -> None:
    _, _, title, body = STORIES[0]
    assert "port" not in dict(archive.rank(title, body, NOW, but=["port", "never filed"]))


def test_a_story_filed_again_is_held_as_it_is_now(archive: Archive) -> None:
    archive.add("port", "Un concert", "Un concert de musique sacrée.", NOW)
    assert len(archive) == len(STORIES)
    assert archive.rank("Un concert", "Un concert de musique sacrée.", NOW)[0] == ("port", pytest.approx(1))
    assert "port" not in dict(archive.rank("Le port ferme", "Les quais.", NOW))


def test_a_story_that_is_gone_is_kin_to_none(archive: Archive) -> None:
    archive.discard("port")
    archive.discard("never filed")
    _, _, title, body = STORIES[0]
    assert "port" not in archive
    assert "port" not in dict(archive.rank(title, body, NOW))


def test_an_empty_archive_and_a_story_without_words_have_no_kin(archive: Archive) -> None:
    assert Archive().rank("Le port", "Les quais", NOW) == []
    assert archive.rank("", "…", NOW) == []
    assert archive.rank("Le port", "Les quais", NOW, limit=0) == []


def test_words_of_many_stories_are_passed_over_in_a_large_archive(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kin, "SMALL_ARCHIVE", 3)
    assert archive.rank("Verel", "lundi", NOW) == []
    assert archive.rank("Le théâtre", "", NOW)[0][0] == "théâtre"


words = st.text(max_size=60) | st.lists(st.sampled_from(["port", "quai", "dockers", "mairie", "grève", "2026", "Verel"]), max_size=12).map(" ".join)
days = st.integers(min_value=0, max_value=5000).map(lambda age: NOW - timedelta(days=age))
filed = st.lists(st.tuples(st.sampled_from("abcdefgh"), words, words, days, st.booleans()), max_size=15)


@given(filed, words, words, days, st.integers(min_value=0, max_value=9))
def test_whatever_is_filed_a_rank_is_in_order_and_of_stories_that_are_there(
    history: list[tuple[str, str, str, datetime, bool]], title: str, body: str, published: datetime, limit: int
) -> None:
    archive, held = Archive(), {}
    for story, head, text, when, leaves in history:
        archive.add(story, head, text, when)
        held[story] = when
        if leaves:
            archive.discard(story)
            del held[story]
    ranked = archive.rank(title, body, published, limit)
    assert len(archive) == len(held)
    assert len(ranked) <= limit
    assert len(dict(ranked)) == len(ranked)
    assert all(held[story] <= published for story, _ in ranked)
    assert all(0 < likeness <= 1 for _, likeness in ranked)
    assert [likeness for _, likeness in ranked] == sorted((likeness for _, likeness in ranked), reverse=True)
    assert ranked == archive.rank(title, body, published, 9)[:limit]
    assert ranked == archive.rank(title, body, published, limit)


@given(words, words, days)
def test_a_story_of_the_same_words_is_never_beaten(title: str, body: str, published: datetime) -> None:
    archive = Archive()
    archive.add("other", "Le port", "Les dockers et la mairie", published)
    archive.add("same", title, body, published)
    ranked = archive.rank(title, body, published)
    assert not ranked or ranked[0][0] == "same"
