"""A discussion is printed in parts: a contribution prints one of them, and the counts; no story hears of it."""
from __future__ import annotations

import json
from datetime import timedelta

import pytest

from rotative.discussion.actions import showing
from rotative.discussion.models import Contribution, Respect, State, Talk
from rotative.masthead.models import User
from rotative.newsroom.models import Article
from tests.factories import NOON
from tests.factories.discussion import contribution
from tests.press.small import Press, edited, two_stories


@pytest.fixture
def press(tmp_path, db) -> Press:
    two_stories()
    made = Press(tmp_path)
    made.print()
    made.clock.pass_(seconds=10)
    return made


def story() -> Article:
    return Article.objects.get(slug="un")


def page(part: str = "") -> str:
    return f"/_/discussion/fr/{story().pk}/{part}"


def counts() -> str:
    return f"/_/counts/article/{story().pk}.json"


def respects(part: int = 1) -> str:
    return f"/_/counts/discussion/{story().pk}/{part}.json"


def later(press: Press) -> set[str]:
    """What is printed, counts too, which wait for a few seconds."""
    press.clock.pass_(seconds=10)
    return press.print()


def test_a_contribution_prints_the_part_and_the_counts(press):
    contribution(story(), "La deuxième coupe n’est pas dans le texte.")
    assert later(press) == {page(), counts(), respects()}
    assert "La deuxième coupe n’est pas dans le texte." in press.body(page())
    assert json.loads(press.body(counts()))["comments"] == 1
    contribution(story(), "Et l’eau ?", name="Idris Benhaddou", thread=Contribution.objects.get())
    assert later(press) == {page(), counts(), respects()}
    assert press.differing() == []


def test_a_part_that_many_write_in_is_printed_twice_a_second(press):
    contribution(story(), "La première.")
    assert page() in press.print()
    rendered = 0
    for number in range(25):
        contribution(story(), f"Mot {number}.", name=f"Lecteur {number}", thread=Contribution.objects.first())
        rendered += press.presser.drain().paths[page()]
        assert press.differing() == []
        press.clock.pass_(seconds=0.08)
    assert rendered == 3, "After half a second, one, and one and a half."
    press.clock.pass_(seconds=0.5)
    press.print()
    assert "Mot 24." in press.body(page())


def test_a_part_that_is_full_hears_nothing_of_those_after_it(press, monkeypatch):
    monkeypatch.setattr("rotative.discussion.models.contributions.PART", 2)
    for number in range(6):
        contribution(story(), f"Mot {number}.")
        later(press)
    assert {path for path in press.edition.paths() if path.startswith(page())} == {page(), page("1/"), page("2/")}
    contribution(story(), "Mot 6.")
    assert later(press) == {page(), page("2/"), page("3/"), counts(), respects(4)}, "The second leads to the third now."
    contribution(story(), "Mot 7.")
    assert later(press) == {page(), counts(), respects(4)}
    contribution(story(), "Encore.", thread=Contribution.objects.get(text="Mot 0."))
    assert later(press) == {page("1/"), counts(), respects(1)}
    assert press.differing() == []


def test_many_parts_that_begin_at_once_are_all_printed(press, monkeypatch):
    monkeypatch.setattr("rotative.discussion.models.contributions.PART", 2)
    for number in range(9):
        made = contribution(story(), f"Mot {number}.")
        if number > 1:
            showing.hide(made, State.REMOVED)
    later(press)
    assert press.differing() == []
    story().unpublish()
    later(press)
    assert not [path for path in press.edition.paths() if path.startswith(page())]
    edited("un")
    later(press)
    assert press.edition.body_of(page("4/")) is not None
    assert press.differing() == []


def test_what_waits_is_printed_by_a_press_that_begins_again(press):
    contribution(story(), "La première.")
    press.print()
    contribution(story(), "La seconde.")
    press.print()
    assert "La seconde." not in press.body(page())
    press.again()
    press.clock.pass_(seconds=0.5)
    press.print()
    assert "La seconde." in press.body(page())


def test_what_is_held_prints_nothing(press):
    made = contribution(story(), "Achetez !", shown=False)
    assert later(press) == set()
    showing.hide(made, State.REJECTED)
    assert later(press) == set()


def test_what_is_removed_goes_and_leaves_its_place_where_others_answered(press):
    first = contribution(story(), "Des mots de trop.")
    contribution(story(), "Allons.", name="Maud", thread=first)
    later(press)
    showing.hide(first, State.REMOVED)
    later(press)
    assert "Des mots de trop" not in press.body(page()) and "Yvonne" not in press.body(page())
    assert "Allons." in press.body(page()) and "n’est plus là" in press.body(page())
    assert json.loads(press.body(counts()))["comments"] == 1
    showing.hide(Contribution.objects.get(name="Maud"), State.WITHDRAWN)
    later(press)
    assert "n’est plus là" not in press.body(page())
    assert press.differing() == []


def test_a_full_part_has_a_number_and_never_gains_a_thread(press):
    for number in range(51):
        contribution(story(), f"Contribution numéro {number}.", minutes=number)
    printed = later(press)
    assert {page(), page("1/"), respects(1), respects(2)} <= printed
    assert "Contribution numéro 49." in press.body(page("1/")) and "numéro 50." not in press.body(page("1/"))
    assert "Contribution numéro 50." in press.body(page()) and "numéro 49." not in press.body(page())
    contribution(story(), "Une de plus.", minutes=60)
    assert later(press) == {page(), counts(), respects(2)}
    contribution(story(), "Une réponse à la première.", minutes=61, thread=Contribution.objects.get(place=1))
    assert later(press) == {page("1/"), counts(), respects(1)}
    assert press.differing() == []


def test_respect_moves_numbers_and_no_page(press):
    made = contribution(story())
    later(press)
    reader = User.objects.create_user("reader@example.org")
    Respect.objects.create(contribution=made, reader=reader)
    assert later(press) == {respects()}
    assert json.loads(press.body(respects())) == {"respects": {str(made.pk): 1}}
    assert press.differing() == []


def test_who_wrote_it_is_on_no_page(press):
    writer = User.objects.create_user("secret@example.org", name="Maud")
    contribution(story(), name="Maud", writer=writer)
    later(press)
    assert "secret" not in press.body(page())
    writer.delete()
    assert later(press) == set()


def test_a_discussion_closes_at_its_instant_with_its_reason(press):
    contribution(story())
    Talk.objects.filter(pk=story().pk).update(closes_at=NOON + timedelta(hours=1), because="Nous dormons.")
    later(press)
    assert "Écrire une contribution" in press.body(page())
    press.clock.pass_(hours=2)
    assert press.print() == {page()}
    assert "Nous dormons." in press.body(page()) and "Écrire une contribution" not in press.body(page())
    assert press.differing() == []


def test_what_is_respected_most_is_printed_when_it_is_ranked_again(press):
    first, second = contribution(story(), "Première."), contribution(story(), "Seconde.", minutes=1)
    later(press)
    Talk.objects.filter(pk=story().pk).update(ranking=[second.pk, first.pk])
    assert page("respected/") in later(press)
    body = press.body(page("respected/"))
    assert body.index("Seconde.") < body.index("Première.")
    showing.hide(second, State.REMOVED)
    later(press)
    assert "Seconde." not in press.body(page("respected/"))
    assert press.differing() == []


def test_the_title_is_the_storys(press):
    contribution(story())
    later(press)
    edited("un", title="Un autre titre")
    later(press)
    assert "Un autre titre" in press.body(page())
    story().unpublish()
    later(press)
    assert press.edition.body_of(page()) is None and press.edition.body_of(respects()) is None
    assert press.differing() == []


def test_words_are_set_and_nothing_of_them_is_markup(press):
    contribution(story(), "<script>alert(1)</script> L'eau : oui !\n\n> « Non »\nhttps://example.org/a?b=1&c=2. javascript:alert(1)")
    later(press)
    body = press.body(page())
    assert "<script>alert" not in body and "&lt;script&gt;" in body
    assert "L’eau\u00a0: oui\u202f!" in body
    assert '<blockquote><p>' in body
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer"' in body
    assert 'href="javascript' not in body


@pytest.mark.parametrize("path", ["0/", "01/", "2/", "respected/", "x/"])
def test_there_is_no_other_address(press, path, client):
    contribution(story())
    assert client.get(page(path), HTTP_HOST="localhost").status_code == 404


def test_a_quotation_leads_to_its_words_until_they_are_corrected(press):
    article = story()
    article.standfirst = "Il reste onze vannes à l’aval du lac."
    article.save_revision().publish()
    contribution(article, "Et qui les ouvre ?", passage="onze vannes à l’aval")
    later(press)
    way = f'<a href="{article.address}#:~:text=onze%20vannes%20%C3%A0%20l%E2%80%99aval">onze vannes à l’aval</a>'
    assert way in press.body(page())
    article.title = "Un autre titre"
    article.save_revision().publish()
    assert way in press.body(page())
    article.standfirst = "Il reste neuf vannes à l’aval du lac."
    article.save_revision().publish()
    assert page() in later(press)
    assert "#:~:text=" not in press.body(page()) and "<p>onze vannes à l’aval</p>" in press.body(page())
    assert "rédaction antérieure" in press.body(page())
    assert press.differing() == []


def test_a_correction_prints_no_discussion_that_it_does_not_touch(press):
    contribution(story(), "Sans citation.")
    contribution(story(), "Avec.", name="Maud", passage=story().title)
    later(press)
    article = story()
    article.standfirst = "Autre chose."
    article.save_revision().publish()
    assert page() not in later(press)
    assert press.differing() == []
