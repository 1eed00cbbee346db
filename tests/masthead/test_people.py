"""The list of accounts: called as the desk calls people, in its language."""
from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.users.models import UserProfile

from rotative.masthead import roles
from rotative.masthead.actions import appoint
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    """The desk of a publisher who reads French; someone edits Pays."""
    factories.paper()
    section = factories.section("Pays", "pays")
    roles.establish()
    appoint(factories.UserFactory(), Role.EDITOR, [section])
    publisher = desk.staff(Role.PUBLISHER)
    profile = UserProfile.get_for_user(publisher)
    profile.preferred_language = "fr"
    profile.save()
    client = Client()
    client.force_login(publisher)
    return client


def test_groups_are_called_as_people_call_them(office):
    page = office.get(reverse("wagtailusers_users:index")).content.decode()
    assert "Chef de rubrique (Pays)" in page
    assert "Journaliste" in page
    assert roles.SECTION_EDITORS not in page
    assert "Publishers" not in page


def test_an_account_is_not_copied():
    with pytest.raises(NoReverseMatch):
        reverse("wagtailusers_users:copy", args=[1])
