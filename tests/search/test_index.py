"""What is found, in which order, and that nothing a reader types is an error."""
import sqlite3
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rotative.search.index import Found
from tests.search.conftest import NOON, told


def ids(found):
    return [hit.id for hit in found.hits]


def filled(index, *documents):
    for document in documents:
        index.put(*document)
    return index


@pytest.mark.parametrize("query", ["l’eau", "l'eau", "eau", "EAU", "L'Eau", "\"l'eau\"", "« répartition de l'eau »", "repartition EAU", "répart"])
def test_elisions_accents_and_case_do_not_matter(index, query):
    filled(index, told(1, "Le plan", "La répartition de l’eau"))
    assert ids(index.search(query, "fr")) == [1]


@pytest.mark.parametrize(("query", "text"), [("coeur", "Cœur"), ("cœur", "coeur"), ("porte-avions", "un porte-avions"), ("negociat", "Négociations")])
def test_ligatures_hyphens_and_beginnings(index, query, text):
    filled(index, told(1, "Le plan", text))
    assert ids(index.search(query, "fr")) == [1]


def test_all_that_is_asked_must_be_there_and_quotes_hold_words_together(index):
    filled(index, told(1, "a", "plan de paix"), told(2, "b", "paix sans plan"), told(3, "c", "paix"))
    assert set(ids(index.search("plan paix", "fr"))) == {1, 2}
    assert ids(index.search('"plan de paix"', "fr")) == [1]
    assert ids(index.search('"plan de paix', "fr")) == [1]


def test_the_very_word_comes_before_those_that_begin_as_it_does(index):
    filled(index, told(1, "a", "le lac et la rive de la vallée"), told(2, "b", "des lâchers, des lacets, un lacis de Lacaze"), told(3, "c", "rien"))
    assert ids(index.search("lac", "fr")) == [1, 2]


def test_only_the_last_word_may_be_a_beginning(index):
    filled(index, told(1, "a", "négociations ouvertes"))
    assert index.search("ouvertes négo", "fr").total == 1
    assert index.search("négo ouvertes", "fr").total == 0


def test_titles_weigh_more_than_text(index):
    filled(index, told(1, "Le canal", "On parle de sécheresse ici, " + "et d’autres choses " * 20),
           told(2, "La sécheresse", "Et d’autres choses " * 20, days_ago=30))  # fmt: skip
    assert ids(index.search("sécheresse", "fr")) == [2, 1]


def test_among_equals_the_newest_comes_first(index):
    filled(index, told(1, "La sécheresse", "texte", 900), told(2, "La sécheresse", "texte", 2), told(3, "La sécheresse", "texte", 400))
    assert ids(index.search("sécheresse", "fr")) == [2, 3, 1]


def test_newness_does_not_beat_a_better_answer(index):
    filled(index, told(1, "L’écluse de Saint-Aubre", "L’écluse.", 700), told(2, "Le marché", "Près de l’écluse " + "et d’autres mots " * 30))
    assert ids(index.search("écluse", "fr")) == [1, 2]


def test_languages_are_apart(index):
    filled(index, told(1, "Le plan"), told(2, "The plan", language="en"))
    assert ids(index.search("plan", "en")) == [2] and index.search("plan", "de") == Found(0, [])


def test_pages_of_answers(index):
    filled(index, *(told(number, "Le plan", days_ago=number) for number in range(1, 26)))
    assert index.search("plan", "fr", 0, 10).total == 25
    assert ids(index.search("plan", "fr", 20, 10)) == [21, 22, 23, 24, 25]
    assert index.search("plan", "fr", 100, 10) == Found(25, [])


def test_a_document_takes_the_place_of_itself(index):
    filled(index, told(1, "Le plan", "eau"), told(1, "Le projet", "sel"))
    assert index.search("eau", "fr").total == index.search("plan", "fr").total == 0
    assert index.search("sel", "fr").total == 1
    index.remove(1)
    index.remove(1)
    assert index.search("sel", "fr").total == 0 and index.numbers() == set()


def test_the_passage_is_marked_and_safe(index):
    filled(index, told(1, "Le plan", "Le <b>plan</b> pour l’eau"))
    assert index.search("plan", "fr").hits[0].passage == "Le &lt;b&gt;<mark>plan</mark>&lt;/b&gt; pour l’eau"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(some.characters(exclude_categories=[]), max_size=120))
def test_anything_may_be_asked(index, query):
    if not index.numbers():
        filled(index, told(1, "Le plan", "Tout"))
    found = index.search(query, "fr")
    assert found.total == len(found.hits) <= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(some.characters(exclude_categories=[]), max_size=80), some.text(some.characters(exclude_categories=[]), max_size=80))
def test_anything_may_be_indexed_and_forgotten(index, title, text):
    filled(index, told(1, title, text), told(1, "autre", "chose"))
    assert index.search("autre", "fr").total == 1
    with sqlite3.connect(index.path) as database:
        database.execute("INSERT INTO words(words) VALUES('integrity-check')")
    database.close()


@pytest.mark.parametrize("query", ["*", '"', "a OR", "NEAR(", "title:", "^", "-", "(", "AND", "eau AND", "{", "';--", "\x00", "\ud800",
     "a" * 5000, '"' * 500, "a " * 500, "ﬃ", "𞤀𞤁"])  # fmt: skip
def test_no_question_is_an_error(index, query):
    filled(index, told(1, "Le plan", "eau"))
    assert index.search(query, "fr").total in (0, 1)


def test_a_file_that_is_no_index_is_made_anew(index):
    index.path.parent.mkdir(parents=True)
    index.path.write_bytes(b"This is no database at all, but it is quite long." * 50)
    assert index.search("plan", "fr") == Found(0, [])
    filled(index, told(1, "Le plan"))
    assert index.search("plan", "fr").total == 1


def test_a_file_that_is_deleted_is_made_anew(index):
    filled(index, told(1, "Le plan"))
    index.path.unlink()
    assert index.search("plan", "fr") == Found(0, [])


def test_rebuilding_replaces_all_at_one_stroke(index):
    filled(index, told(1, "Le vieux plan"))
    assert index.rebuild([told(2, "Le plan"), told(3, "Le plan")]) == 2
    assert index.numbers() == {2, 3}
    filled(index, told(2, "Le sel"))
    assert index.search("plan", "fr").total == 1


def test_a_rebuilding_that_fails_leaves_the_index_before(index):
    filled(index, told(1, "Le vieux plan"))

    def documents():
        yield told(2, "Le plan")
        raise KeyError("stop")

    with pytest.raises(KeyError):
        index.rebuild(documents())
    assert index.numbers() == {1}
    assert [file.name for file in index.path.parent.iterdir() if "new" in file.name] == []


def test_readers_see_the_index_before_or_after_never_between(index):
    index.rebuild([told(number, "Le plan") for number in range(200)])
    seen, stop = set(), threading.Event()

    def ask():
        while not stop.is_set():
            seen.add(index.search("plan", "fr").total)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for size in (300, 200, 300):
        index.rebuild([told(number, "Le plan") for number in range(size)])
    stop.set()
    for thread in threads:
        thread.join()
    assert seen <= {200, 300} and 300 in seen | {index.search("plan", "fr").total}


def test_many_writers_at_once(index):
    def write(start):
        for number in range(start, start + 20):
            index.put(number, "fr", NOON, "Le plan", "eau")

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert index.search("plan", "fr").total == 60
