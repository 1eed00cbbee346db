"""What is kept of a person: exported whole, erased whole or not at all, and again from a backup."""
from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from rotative.masthead.models import User
from rotative.masthead.readers import erasing, follows, persons
from rotative.masthead.readers.models import Erased, Follow, Reader
from rotative.masthead.roles import Role, establish, group_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registered(monkeypatch: Any) -> None:
    monkeypatch.setattr(persons, "_parts", dict(persons._parts))
    monkeypatch.setattr(follows, "_kinds", {"author": lambda key, language: follows.Followed(f"Author {key}", f"/a/{key}/", "fr") if key != "0" else None})


@pytest.fixture
def user() -> Any:
    made = User.objects.create_user("", "ines@orbance.example", None)
    Reader.objects.create(user=made, name="Inès Caradec", language="fr")
    return made


def test_rooms_run_in_their_order_and_the_accounts_own_part_last(user: Any) -> None:
    ran: list[str] = []
    persons.register("last", lambda user: None, lambda user, keep: ran.append("last"), is_last=True)
    persons.register("first", lambda user: {"comments": 2}, lambda user, keep: ran.append(f"first {keep}"), lambda user: [persons.Section("Comments", "/c/", 2)])
    assert persons.export(user)["first"] == {"comments": 2}
    assert persons.sections(user)[0] == persons.Section("Comments", "/c/", 2)
    erasing.erase(user, keep_words=True)
    assert ran == ["first True", "last"]


def test_a_part_that_fails_erases_nothing(user: Any) -> None:
    def fail(user: Any, keep: bool) -> None:
        raise RuntimeError("no")

    persons.register("goes", lambda user: None, lambda user, keep: user.reader.delete())
    persons.register("fails", lambda user: None, fail)
    with pytest.raises(RuntimeError):
        erasing.erase(user, keep_words=False)
    assert Reader.objects.exists() and User.objects.filter(pk=user.pk).exists() and not Erased.objects.exists()


def test_an_account_that_a_backup_brings_back_is_erased_again(user: Any) -> None:
    other = User.objects.create_user("", "other@orbance.example", None)
    kept = User.objects.get(pk=user.pk)
    erasing.erase(user, keep_words=True)
    listed = list(Erased.objects.values_list("digest", "keep_words"))
    assert "orbance" not in listed[0][0] and str(kept.pk) != listed[0][0]
    kept.save(force_insert=True)
    assert erasing.erase_again(listed) == 1
    assert list(User.objects.filter(pk__in=[kept.pk, other.pk])) == [other]


def test_a_number_given_to_somebody_else_by_a_restored_database_is_not_erased(user: Any) -> None:
    pk = user.pk
    erasing.erase(user, keep_words=True)
    newcomer = User(pk=pk, email="new@orbance.example")
    newcomer.save(force_insert=True)
    assert erasing.erase_again(Erased.objects.values_list("digest", "keep_words")) == 0
    assert User.objects.filter(pk=pk).exists()


def test_who_works_for_the_paper_is_not_erased_by_a_form(user: Any) -> None:
    establish()
    user.groups.add(group_of(Role.REPORTER))
    with pytest.raises(erasing.WorksHere):
        erasing.erase(user, keep_words=True)
    assert User.objects.filter(pk=user.pk).exists()


def test_follows_are_kept_once_and_only_of_what_is_there(user: Any) -> None:
    follows.follow(user, "author", "7")
    follows.follow(user, "author", "7")
    assert [str(each) for each in follows.of(user)] == ["author:7"] and follows.is_followed(user, "author", "7")
    assert [each.user for each in follows.followers("author", "7")] == [user]
    for kind, key in (("author", "0"), ("planet", "7")):
        with pytest.raises(LookupError):
            follows.follow(user, kind, key)
    follows.unfollow(user, "author", "7")
    assert not Follow.objects.exists()


def test_the_command_writes_a_list_and_erases_it_again(user: Any, tmp_path: Any, capsys: Any) -> None:
    kept = User.objects.get(pk=user.pk)
    erasing.erase(user, keep_words=False)
    call_command("readers_erased")
    listed = tmp_path / "erased.txt"
    listed.write_text(capsys.readouterr().out)
    Erased.objects.all().delete()
    kept.save(force_insert=True)
    call_command("readers_erased", again=listed)
    assert capsys.readouterr().out == "1 erased again.\n" and not User.objects.filter(pk=kept.pk).exists() and Erased.objects.count() == 1
    listed.write_text("what is this?\n")
    with pytest.raises(CommandError, match="line 1"):
        call_command("readers_erased", again=listed)
    with pytest.raises(CommandError, match="can not be read"):
        call_command("readers_erased", again=tmp_path / "nowhere")
