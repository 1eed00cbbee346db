"""Links: how many, and those that hide where they lead."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Rules

from .writing import found, seen

NONE = Rules(links=0)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Voir https://exemple.fr/page?a=1.", ["https://exemple.fr/page?a=1."]),
        ("voir www.exemple.fr", ["www.exemple.fr"]),
        ("voir exemple.com/port", ["exemple.com/port"]),
        ("voir sous.domaine.exemple.org", ["sous.domaine.exemple.org"]),
        ("exemple[.]com et exemple(.)com", ["exemple[.]com", "exemple(.)com"]),
        ("hxxps://exemple.fr", ["hxxps://exemple.fr"]),
        ("http : //exemple.fr", ["http : //exemple.fr"]),
        ("ｅｘｅｍｐｌｅ．ｃｏｍ", ["ｅｘｅｍｐｌｅ．ｃｏｍ"]),
        ("EXEMPLE.COM", ["EXEMPLE.COM"]),
        ("«https://exemple.fr»", ["https://exemple.fr"]),
    ],
)
def test_what_is_a_link(text, links):
    assert seen(text, "links", NONE) == links


@pytest.mark.parametrize("text", ["La ville.De plus, il pleut.", "etc.", "3.5 km", "M.Dupont", "jean@exemple.com", "Oui...non", "L’Amer.Fr", "12.30.com-", "version 2.0", "a.b.c.d"])
def test_what_is_none(text):
    assert not found(text, "links", NONE)


def test_as_many_as_the_paper_allows():
    two = "https://a.example.fr et https://b.example.fr"
    assert not found(two, "links", Rules(links=2))
    (finding,) = found(f"{two} et www.c.example.fr", "links", Rules(links=2))
    assert "3 links, where 2" in str(finding.reason)
    assert "more than 2 links" in str(finding.told)


def test_the_papers_own_are_not_counted():
    own = Rules(links=0, hosts=("amer.example",))
    assert not found("https://amer.example/port https://www.amer.example/", "links", own)
    assert found("https://amer.example.fr/ https://faux-amer.example/", "links", own)


@pytest.mark.parametrize(
    "text",
    ["https://bit.ly/3xYz", "bit.ly/3xYz", "http://192.168.0.1/x", "https://banque.fr@exemple.com/", "https://xn--exmple-cva.com/", "https://exеmple.com/", "http://[2001:db8::1]/", "https://www.tinyurl.com/x"],
)
def test_what_hides_where_it_leads_waits_even_alone(text):
    (finding,) = found(text, "links", Rules(links=5))
    assert "hides" in str(finding.reason)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_programs_wait(text):
    assert found(text, "links", Rules(links=5))


@pytest.mark.parametrize("text", ["Data : c’est tout", "Le javascript, c’est bien", "JavaScript : un langage", "les données (data) :"])
def test_words_about_programs_do_not(text):
    assert not [each for each in found(text, "links", Rules(links=5)) if each.spans and "program" in str(each.reason)]
