"""A publisher erases an account at the desk: through the same rooms, with the same choice, as its holder would."""
from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from rotative.discussion import holding, people
from rotative.discussion.models import Contribution, Sealed, State
from rotative.masthead import roles
from rotative.masthead.models import User
from rotative.masthead.readers import erasing
from rotative.masthead.readers.models import Erased, Reader
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import desk
from tests.factories.discussion import contribution

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    factories.paper()
    roles.establish()
    return at_desk(Role.PUBLISHER)


def at_desk(role: Role) -> Client:
    staff, client = desk.staff(role), Client()
    UserProfile.objects.update_or_create(user=staff, defaults={"preferred_language": "en"})
    client.force_login(staff)
    return client


@pytest.fixture
def reader(office: Client) -> User:
    """Somebody who wrote, was answered, and is signed in."""
    user = User.objects.create_user("yvonne@lac.example")
    Reader.objects.create(user=user, name="Yvonne Castagnet", language="fr")
    row = contribution(factories.article(discussion="open"), "Des mots d’Yvonne.", writer=user, voice=people.voice_of(user))
    contribution(row.article, "Une réponse.", name="Idris", thread=row)
    holding.keep(row, "192.0.2.1")
    return user


def erase(client: Client, user: User, **told: str) -> Any:
    return client.post(reverse("wagtailusers_users:delete", args=[user.pk]), told)


def test_the_page_says_what_goes_and_asks_what_becomes_of_their_words(office: Client, reader: User) -> None:
    page = office.get(reverse("wagtailusers_users:delete", args=[reader.pk])).content.decode()
    assert "yvonne@lac.example" in page and 'value="keep"' in page and 'value="remove"' in page and "Contributions: 1" in page
    answer = erase(office, reader)
    assert answer.status_code == 200 and "Choose what becomes of their words." in answer.content.decode()
    assert erase(office, reader, words="both").status_code == 200 and User.objects.filter(pk=reader.pk).exists()


@pytest.mark.parametrize(("words", "text", "state"), [("keep", "Des mots d’Yvonne.", State.SHOWN), ("remove", "", State.WITHDRAWN)])
def test_all_rooms_are_gone_through_with_the_choice(office: Client, reader: User, words: str, text: str, state: str) -> None:
    theirs = Client()
    theirs.force_login(reader, "rotative.masthead.readers.backend.ReaderBackend")
    assert theirs.get("/_/account/").status_code == 200
    UserSession.objects.create(user=reader, ip="192.0.2.1", user_agent="Firefox", session_key=theirs.cookies["session"].value)
    assert erase(office, reader, words=words).status_code == 302
    row = Contribution.objects.get(thread=None)
    assert (row.text, row.state, row.name, row.voice, row.writer_id) == (text, state, "", "", None)
    assert Erased.objects.get().keep_words == (words == "keep") and not User.objects.filter(email="yvonne@lac.example").exists()
    assert all(each.until for each in Sealed.objects.all()), "The time that the law gives runs from now on."
    assert theirs.get("/_/account/").status_code == 302 and not UserSession.objects.filter(session_key=theirs.cookies["session"].value).exists()
    assert not Session.objects.filter(session_key=theirs.cookies["session"].value).exists()


def test_that_it_was_done_is_noted_and_not_who_it_was(office: Client, reader: User) -> None:
    pk = reader.pk
    erase(office, reader, words="keep")
    entries = ModelLogEntry.objects.filter(object_id=str(pk))
    assert [each.action for each in entries] == ["masthead.erase"] and not any("vonne" in str(each.__dict__) for each in entries)


def test_a_colleague_is_erased_by_a_publisher_and_again_after_a_backup(office: Client) -> None:
    colleague = desk.staff(Role.REPORTER, email="parti@amer.example")
    kept = User.objects.get(pk=colleague.pk)
    page = office.get(reverse("wagtailusers_users:delete", args=[colleague.pk])).content.decode()
    assert "They work for the paper." in page
    assert erase(office, colleague, words="keep").status_code == 302 and not User.objects.filter(pk=kept.pk).exists()
    kept.save(force_insert=True)
    kept.groups.add(roles.group_of(Role.REPORTER))
    assert erasing.erase_again(list(Erased.objects.values_list("digest", "keep_words"))) == 1
    assert not User.objects.filter(pk=kept.pk).exists()


def test_nobody_erases_themselves_or_an_administrator(office: Client) -> None:
    me = User.objects.get(pk=int(office.session["_auth_user_id"]))
    root = User.objects.create_superuser("", "root@amer.example", "long and wet as the Orbance")
    for user in (me, root):
        erase(office, user, words="keep")
        assert User.objects.filter(pk=user.pk).exists()
        with pytest.raises(PermissionDenied):
            erasing.erase(user, keep_words=True, by=me)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.MODERATOR])
def test_who_is_no_publisher_erases_nobody(office: Client, reader: User, role: Role) -> None:
    erase(at_desk(role), reader, words="remove")
    assert User.objects.filter(pk=reader.pk).exists() and Contribution.objects.filter(name="Yvonne Castagnet").exists()
    with pytest.raises(PermissionDenied):
        erasing.erase(reader, keep_words=True, by=desk.staff(role, email="else@amer.example"))


def test_many_are_not_deleted_at_once(office: Client, reader: User) -> None:
    where = reverse("wagtail_bulk_action", args=["masthead", "user", "delete"])
    assert office.post(f"{where}?id={reader.pk}").status_code == 404 and User.objects.filter(pk=reader.pk).exists()
    assert where not in office.get(reverse("wagtailusers_users:index")).content.decode()
    with pytest.raises(NoReverseMatch):
        reverse("wagtailusers_users:copy", args=[reader.pk])
