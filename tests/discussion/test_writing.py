"""Writing under a story: what is shown, held and given back; five minutes to mend; taking back."""
from __future__ import annotations

from datetime import timedelta

import pytest

from rotative.discussion.actions import showing, writing
from rotative.discussion.actions.writing import CannotWrite, contribute, edit, withdraw
from rotative.discussion.models import Contribution, DiscussionRules, Edit, State, Talk, Trust
from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db
TEXT = "Chez nous, trente-huit millions, c’est une date : si l’eau part avant juillet, il n’y a pas de deuxième coupe."


@pytest.fixture
def story():
    factories.paper()
    return factories.article(discussion="open")


@pytest.fixture
def yvonne() -> User:
    """A reader whom the paper has known for years, with three accepted contributions."""
    user = User.objects.create_user("yvonne@example.org", date_joined=NOON - timedelta(days=900))
    Reader.objects.create(user=user, name="Yvonne Castagnet", language="fr")
    Trust.objects.create(writer=user, state=Trust.TRUSTED)
    return user


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_what_raises_no_doubt_is_shown_at_once_under_the_readers_name(story, yvonne):
    made = contribute(story, yvonne, f"  {TEXT}\r\n\r\n\r\n\r\nVoilà. ", NOON).contribution
    assert (made.state, made.place, made.part, made.shown_at) == (State.SHOWN, 1, 1, NOON)
    assert made.text == f"{TEXT}\n\nVoilà."
    assert (made.name, made.standing, made.language) == ("Yvonne Castagnet", "", "fr")
    assert Talk.objects.get(pk=story.pk).shown == 1


def test_where_each_is_read_first_it_waits(story, yvonne):
    story.discussion = "moderated"
    made = contribute(story, yvonne, TEXT, NOON).contribution
    assert (made.state, made.place) == (State.HELD, None)
    assert not Talk.objects.filter(pk=story.pk, shown__gt=0).exists()
    showing.show(made, NOON + minutes(9))
    assert (made.state, made.place, made.created_at) == (State.SHOWN, 1, NOON)


def test_what_the_writer_can_mend_is_given_back_and_nothing_is_kept(story, yvonne):
    answer = contribute(story, yvonne, "x" * 9000, NOON)
    assert answer.is_bounced and answer.contribution is None and answer.problems
    assert not Contribution.objects.exists()


def test_a_banned_word_holds_it_and_the_desk_is_told_why(story, yvonne):
    DiscussionRules.objects.update_or_create(defaults={"banned": "saltimbanque\n"})
    made = contribute(story, yvonne, "Ce ministre est un s a l t i m b a n q u e, et je pèse mes mots en l’écrivant ici.", NOON).contribution
    assert made.state == State.HELD
    assert "banned" in {each["phase"] for each in made.findings}


def test_a_closed_discussion_takes_nothing(story, yvonne):
    Talk.objects.create(article=story, closes_at=NOON, because="La rédaction dort.")
    with pytest.raises(CannotWrite, match="La rédaction dort"):
        contribute(story, yvonne, TEXT, NOON)
    assert contribute(story, yvonne, TEXT, NOON - minutes(1)).contribution


def test_a_reply_stands_under_its_thread_two_levels_deep(story, yvonne):
    first = contribute(story, yvonne, TEXT, NOON).contribution
    second = contribute(story, yvonne, "D’accord avec cela, et je le dirai au port en décembre.", NOON + minutes(2), answers=first).contribution
    third = contribute(story, yvonne, "Voilà une négociation publique : deux phrases, deux noms.", NOON + minutes(4), answers=second).contribution
    assert (second.thread, second.answers) == (first, None)
    assert (third.thread, third.answers) == (first, second)
    assert third.part == 1 and Contribution.objects.get(pk=first.pk).answered == 2
    assert Talk.objects.get(pk=story.pk).threads == 1


def test_nobody_answers_what_is_gone(story, yvonne):
    first = contribute(story, yvonne, TEXT, NOON).contribution
    withdraw(first)
    first.refresh_from_db()
    with pytest.raises(CannotWrite):
        contribute(story, yvonne, "Mais si, et je le maintiens devant tout le monde.", NOON + minutes(1), answers=first)


def test_words_are_mended_for_five_minutes(story, yvonne):
    made = contribute(story, yvonne, TEXT, NOON).contribution
    edit(made, f"{TEXT} Le texte ne le dit nulle part.", NOON + minutes(4))
    made.refresh_from_db()
    assert made.text.endswith("nulle part.") and made.edited_at == NOON + minutes(4) and made.is_shown
    with pytest.raises(CannotWrite, match=r"cinq|five"):
        edit(made, TEXT, NOON + minutes(6))


def test_a_held_edit_leaves_what_was_accepted(story, yvonne):
    DiscussionRules.objects.update_or_create(defaults={"banned": "saltimbanque"})
    made = contribute(story, yvonne, TEXT, NOON).contribution
    edit(made, f"{TEXT} Ce saltimbanque le sait.", NOON + minutes(1))
    made.refresh_from_db()
    assert made.text == TEXT and made.is_shown
    assert Edit.objects.get(contribution=made).text.endswith("Ce saltimbanque le sait.")
    edit(made, f"{TEXT} Le ministre le sait.", NOON + minutes(2))
    made.refresh_from_db()
    assert made.text.endswith("Le ministre le sait.") and not Edit.objects.exists()


def test_an_edit_that_is_given_back_changes_nothing(story, yvonne):
    made = contribute(story, yvonne, TEXT, NOON).contribution
    assert edit(made, "y" * 9000, NOON + minutes(1)).is_bounced
    made.refresh_from_db()
    assert made.text == TEXT and made.edited_at is None


def test_what_is_taken_back_is_counted_no_more(story, yvonne):
    made = contribute(story, yvonne, TEXT, NOON).contribution
    withdraw(made)
    withdraw(made)
    assert Contribution.objects.get().state == State.WITHDRAWN
    assert Talk.objects.get(pk=story.pk).shown == 0


def test_one_who_is_suspended_writes_nothing_until_then(story, yvonne):
    Trust.objects.update(state=Trust.SUSPENDED, until=NOON + timedelta(days=3))
    assert contribute(story, yvonne, TEXT, NOON).is_bounced
    assert contribute(story, yvonne, TEXT, NOON + timedelta(days=4)).contribution


def test_the_author_and_the_newsroom_are_known(story, yvonne):
    author = factories.AuthorFactory(user=yvonne)
    story.bylines.create(author=author)
    story.save()
    assert contribute(story, yvonne, TEXT, NOON).contribution.standing == "author"


def test_a_voice_is_the_same_for_all_one_writes_and_tells_nothing(story, yvonne):
    one = contribute(story, yvonne, TEXT, NOON).contribution
    other = factories.article("Un autre", slug="autre", discussion="open")
    two = contribute(other, yvonne, "Je l’écris ici aussi, car cela vaut pour ce sujet également.", NOON + minutes(9)).contribution
    assert one.voice == two.voice and len(one.voice) == 12
    assert writing.people.voice_of(User.objects.create_user("x@example.org")) != one.voice
