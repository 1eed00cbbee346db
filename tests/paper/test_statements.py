"""A statement has an address of its own while it is accepted and its words stand in a story that readers may see."""
from __future__ import annotations

from datetime import UTC, datetime

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


def test_a_number_has_one_address(client, said):
    pk = str(said[0].pk)
    other_digits = pk.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert [client.get(f"/declarations/{number}/").status_code for number in (pk, f"0{pk}", other_digits)] == [200, 404, 404]


def test_it_is_cited_with_the_day_that_its_story_says(client, said):
    """Half past midnight of the 24th, in the paper's zone."""
    late = record.story("Dans la nuit", slug="nuit", at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    row = accept(record.read(late)[0], None)
    cite = client.get(f"/declarations/{row.pk}/").text.partition('id="cite"')[2].replace("\N{NO-BREAK SPACE}", " ")
    assert "24 novembre 2026" in cite
    assert "23 novembre" not in cite
