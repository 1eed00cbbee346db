"""A statement has an address of its own while it is accepted and its words stand in a story that readers may see."""
from __future__ import annotations

import pytest

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.record.actions.deciding import accept, reject
from rotative.record.actions.proposing import contradict
from tests import factories
from tests.factories import desk, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(client):
    factories.paper()
    roles.establish()
    factories.section()
    return [accept(row, None) for row in record.read(record.story())]


def test_a_statement_is_found_at_its_address_and_leads_to_its_words(client, said):
    page = client.get(f"/declarations/{said[0].pk}/")
    assert page.status_code == 200
    assert f'href="{said[0].article.address}#s{said[0].pk}"' in page.text
    assert "Inès Valmer" in page.text
    assert "signé avant la fin du mois" in page.text


def test_it_is_in_the_language_of_its_story_only(client, said):
    assert client.get(f"/en/statements/{said[0].pk}/").status_code == 404


def test_a_statement_that_was_rejected_or_rewritten_has_none(client, said):
    reject(said[1], None)
    record.rewrite(said[0].article, "la fin du mois", "la fin de l'année")
    assert [client.get(f"/declarations/{row.pk}/").status_code for row in said] == [404, 404, 200]


def test_what_denies_it_stands_beside_it(client, said):
    assert "Nous ne signerons rien" not in client.get(f"/declarations/{said[0].pk}/").text
    contradict(said[0], said[1], desk.staff(Role.PUBLISHER))
    assert "Nous ne signerons rien" in client.get(f"/declarations/{said[0].pk}/").text


@pytest.mark.parametrize("path", ["/declarations/999999/", "/declarations/x/", "/declarations/99999999999999999999999/"])
def test_there_is_nothing_at_numbers_that_none_has(client, said, path):
    assert client.get(path).status_code == 404
