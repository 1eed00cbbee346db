"""A text under negotiation at its address: who stands where, in which words, what is contested, what changed; and its card."""
from __future__ import annotations

import json
import re
from datetime import date
from html import unescape

import html5lib
import pytest
import time_machine

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from rotative.press.front import policy
from rotative.record.actions import actors, texts
from rotative.record.actions.texts import Changed
from rotative.record.models import Event, NegotiatedText, Position
from tests import factories
from tests.factories import desk, negotiation, record

pytestmark = pytest.mark.django_db

TEXT, CARD, DOSSIER = "/textes/l-accord-de-l-orbance/", "/_/embed/fr/text/l-accord-de-l-orbance/", "/dossiers/orbance/"


@pytest.fixture(scope="module")
def world(lasting):
    factories.paper()
    roles.establish()
    factories.section()
    by = desk.staff(Role.PUBLISHER)
    return by, negotiation.accord(by, factories.DossierFactory(slug="orbance"), points=4, parties=3)


@pytest.fixture
def by(world, db):
    return world[0]


@pytest.fixture
def accord(world, db):
    return world[1]


def page(client, path: str = TEXT):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def tree(client, path: str = TEXT):
    return html5lib.parse(page(client, path), namespaceHTMLElements=False)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def part(found, name: str):
    return next(each for each in found.iter("section") if each.get("aria-labelledby") == name)


def table(found) -> dict[str, dict[str, str]]:
    """The table as a reader hears it: by point and by party, in words."""
    heard = {}
    for each in part(found, "positions").iter("table"):
        heads = [words(head) for head in each.iter("th") if head.get("scope") == "col"][1:]
        for row in each.find("tbody").iter("tr"):
            cells = [words(cell.findall("*")[1]) for cell in row.iter("td")]
            heard[words(row.find("th").findall("span")[0])] = dict(zip(heads, cells, strict=True))
    return heard


# ── The table ──────────────────────────────────────────────────────────────────


def test_the_table_says_in_words_where_each_party_stands(client, accord):
    found = table(tree(client))
    assert found["1"] == {"Compagnie": "accepte", "Port": "accepte", "Hautes vallées": "sous condition"}
    assert found["2"] == {"Compagnie": "sous condition", "Port": "accepte", "Hautes vallées": "rejette"}
    assert list(found) == ["1", "2", "3", "4"]


def test_it_is_a_table_for_who_hears_it(client, accord):
    one = next(part(tree(client), "positions").iter("table"))
    assert words(one.find("caption")) == "L’eau"
    assert {head.get("scope") for head in one.find("thead").iter("th")} == {"col"}
    assert [row.find("th").get("scope") for row in one.find("tbody").iter("tr")] == ["row"] * 4
    assert [each.get("title") for each in one.iter("abbr")] == ["Compagnie hydraulique de l’Orbance", "Port d’Aubrelle", "Syndicat des hautes vallées"]


def test_each_cell_is_one_touch_from_the_words_and_the_story(client, accord):
    found = tree(client)
    links = [link.get("href")[1:] for row in found.iter("tr") for link in row.iter("a") if "pos" in link.get("class", "")]
    places = {each.get("id"): each for each in found.iter("li") if each.get("id")}
    assert links and set(links) == set(places)
    statement = accord.said[1, 0]
    at = next(place for place in places.values() if "Syndicat des hautes vallées" in words(place) and "c’est non" in words(place))
    assert f"{statement.article.address}#s{statement.pk}" in {link.get("href") for link in at.iter("a")}
    assert "depuis le 20 novembre 2026" in words(at).replace("\N{NO-BREAK SPACE}", " ")


def test_silence_leads_nowhere(client, accord, by):
    texts.set_position(accord.text.points.all()[3], accord.parties[2], "silent", date(2026, 11, 20), by)
    assert table(tree(client))["4"]["Port"] in ("se tait", "silent")
    row = next(each for each in tree(client).iter("tr") if each.get("id") == "point-4")
    assert [cell.find("a") is None for cell in row.iter("td")] == [False, True, False]


def test_a_condition_and_what_a_party_said_before_are_kept(client, accord, by):
    point, valleys = accord.text.points.all()[1], accord.parties[0]
    texts.set_position(point, valleys, "conditional", date(2026, 11, 23), by, [accord.said[1, 0]], "si l'été est sec")
    cell = next(each for each in tree(client).iter("li") if each.get("id") == f"said-2-by-{valleys.pk}")
    assert "si l’été est sec" in words(cell)
    before = cell.findall("ul")[-1]
    assert words(before).startswith("rejette depuis le 20")
    assert f"#s{accord.said[1, 0].pk}" in next(before.iter("a")).get("href")


def test_numbers_that_look_alike_are_told_apart(client, accord, by):
    for number in ("4 bis", "4-bis"):
        texts.add_point(accord.text, number, "Un point", by)
    ids = [row.get("id") for row in tree(client).iter("tr") if row.get("id")]
    assert len(set(ids)) == 6
    assert {"point-1", "point-4"} <= set(ids)


def test_a_name_on_the_page_is_of_one_thing(client, accord, by):
    valleys = accord.parties[0]
    point = texts.add_point(accord.text, f"1-{valleys.pk}", "Un point", by)
    texts.set_position(point, valleys, "accepts", date(2026, 11, 20), by, [accord.said[0, 0]])
    ids = re.findall(r'\sid="([^"]+)"', page(client))
    assert len(ids) == len(set(ids))


def test_parties_that_would_be_called_the_same_keep_their_whole_names(client, accord, by):
    actors.call(accord.parties[0], "Port", by)
    heads = [words(head) for head in next(tree(client).iter("thead")).iter("th")][1:]
    assert "Hautes vallées" not in heads or heads.count("Port") == 1


# ── What is contested, what changed ────────────────────────────────────────────


def test_a_point_is_contested_that_some_accept_and_some_reject(client, accord):
    found = part(tree(client), "contested")
    assert "2" in words(found.find("header"))
    assert [each.get("href") for each in found.iter("a")] == ["#said-2", "#said-3"]
    assert re.search("accepte Port.*rejette Hautes vallées", words(found))


def test_nothing_is_contested_where_all_accept(client, accord, by):
    for place, number in ((1, 0), (2, 2)):
        texts.set_position(accord.text.points.all()[place], accord.parties[number], "accepts", date(2026, 11, 24), by, [accord.said[place, number]])
    assert 'id="contested"' not in page(client)


def test_what_changed_is_struck_out_and_written_in_with_its_story(client, accord):
    found = part(tree(client), "changes")
    assert [words(each) for each in found.iter("h3")] == ["Version 3", "Version 2", "Version 1"]
    first = next(each for each in found.iter("li") if "Point 1" in words(each))
    assert [words(each) for each in first.iter("del")][0].endswith("9 m³/s")
    assert [words(each) for each in first.iter("ins")][0].endswith("11 m³/s")
    assert accord.stories[0].address in {link.get("href") for link in found.iter("a")}


def test_it_says_who_asked_and_who_moved(client, accord, by):
    second, company = accord.text.points.all()[1], accord.parties[1]
    texts.set_position(second, company, "rejects", date(2026, 11, 21), by, [accord.said[1, 1]])
    moved = words(part(tree(client), "changes"))
    assert re.search(r"Compagnie.{0,9}sous condition.{0,9}rejette", moved)
    texts.add_version(accord.text, "Version 4", date(2026, 11, 22), by, {second: Changed("changed", "38 millions", "36 millions")})
    assert re.search(r"(Asked for by:|Demandé par\W*:) Compagnie", words(part(tree(client), "changes")))


def test_a_story_that_is_off_gives_no_version(client, accord):
    Article.objects.get(pk=accord.stories[0].pk).unpublish()
    assert accord.stories[0].address not in page(client)


def test_a_point_that_was_dropped_is_no_longer_contested_and_is_kept_apart(client, accord, by):
    second = accord.text.points.all()[1]
    texts.add_version(accord.text, "Version 4", date(2026, 11, 24), by, {second: Changed("dropped", second.title)})
    found = tree(client)
    assert [each.get("href") for each in part(found, "contested").iter("a")] == ["#said-3"]
    assert list(table(found)) == ["1", "3", "4", "2"]
    assert len(re.findall('text-anchor="middle"', page(client, CARD))) == 3


# ── Where it is ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", [TEXT, CARD])
def test_a_text_that_is_hidden_or_of_another_language_is_not_there(client, accord, by, path):
    texts.show(accord.text, by, shown=False)
    assert client.get(path).status_code == 404
    assert client.get(path.replace("/fr/", "/en/").replace("/textes/", "/en/texts/")).status_code == 404


@pytest.mark.parametrize("path", ["/_/embed/fr/text/rien/", "/_/embed/xx/text/rien/", "/_/embed/fr/autre/rien/", "/textes/rien/", f"{TEXT}page/2/", f"{TEXT}feed.atom"])
def test_there_is_nothing_elsewhere(client, accord, path):
    assert client.get(path).status_code == 404


def test_a_text_that_is_renamed_leads_on_and_so_does_its_card(client, accord):
    text = NegotiatedText.objects.get()
    text.slug = "orbance"
    text.save()
    for old, new in ((TEXT, "/textes/orbance/"), (CARD, "/_/embed/fr/text/orbance/")):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
        assert client.get(new).status_code == 200


def test_a_text_without_points_or_positions_says_so(client, accord, by):
    made = texts.draw_up(accord.dossier, "Un autre accord", by)
    texts.show(made, by)
    assert "<table" not in page(client, "/textes/un-autre-accord/")
    assert 'id="embed"' not in page(client, "/textes/un-autre-accord/")
    texts.add_point(made, "1", "Un quai", by)
    assert "Un quai" in page(client, "/textes/un-autre-accord/")
    assert "<svg" not in page(client, "/_/embed/fr/text/un-autre-accord/")
    assert "Un autre accord" in page(client, DOSSIER)


def test_machines_read_a_work_in_parts(client, accord):
    data = [json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(client))]
    found = next(each for each in data if each["@type"] == "CreativeWork")
    assert (found["version"], found["dateModified"]) == ("Version 3", "2026-11-19")
    assert [each["position"] for each in found["hasPart"]] == ["1", "2", "3", "4"]
    assert found["isPartOf"]["url"].endswith(DOSSIER)


# ── The card ───────────────────────────────────────────────────────────────────


def test_the_snippet_frames_the_card(client, accord):
    area = next(tree(client).iter("textarea"))
    assert "readonly" in area.attrib
    source = re.search(r'<iframe src="([^"]+)"', area.text)[1]
    assert source.endswith(CARD)
    assert next(each for each in tree(client).iter("label") if each.get("for") == area.get("id")) is not None


def test_every_link_of_the_card_leaves_the_frame_and_it_has_no_script(client, accord):
    body = page(client, CARD)
    links = re.findall(r"<a [^>]+>", body)
    assert links and all('target="_top"' in link and f'{TEXT}"' in link for link in links)
    assert "<script" not in body


def test_any_site_may_frame_the_card_and_nothing_else(client, accord):
    card, text, missing = client.get(CARD), client.get(TEXT), client.get("/_/embed/fr/text/rien/")
    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "script-src 'none'" in card["Content-Security-Policy"]
    assert ("X-Frame-Options" in card, card["Cross-Origin-Resource-Policy"]) == (False, "cross-origin")
    for answer in (text, missing):
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert (answer["X-Frame-Options"], answer["Cross-Origin-Resource-Policy"]) == ("DENY", "same-origin")
    again = client.get(CARD, headers={"if-none-match": card["ETag"]})
    assert (again.status_code, "X-Frame-Options" in again) == (304, False)


def test_django_says_of_the_card_what_the_front_does(client, accord):
    said = {name.lower(): value for name, value in client.get(CARD).headers.items()}
    split = {name: {each.strip() for each in value.split(";")} if name == "content-security-policy" else value for name, value in policy.for_page(CARD)}
    assert {name: {each.strip() for each in said[name].split(";")} if name == "content-security-policy" else said[name] for name in split} == split


# ── The dossier ────────────────────────────────────────────────────────────────


def test_the_dossier_shows_only_what_there_is(client, accord):
    body = page(client, DOSSIER)
    assert 'id="text-1"' in body and 'id="actors"' in body
    assert 'id="chronology"' not in body and 'id="denied"' not in body


def test_the_dossier_tells_what_happened_and_leads_to_the_story(client, accord):
    negotiation.happenings(accord.dossier, slug="sept-mois")
    found = part(tree(client, DOSSIER), "chronology")
    items = [each for each in found.iter("li")]
    assert [each.find("time").get("datetime") for each in items] == sorted(first for first, *_ in negotiation.HAPPENED)
    assert "24–26 octobre 2026" in words(items[4]).replace("\N{NO-BREAK SPACE}", " ")
    assert "/pays/sept-mois/" in {link.get("href") for link in found.iter("a")}
    assert sum(str(each.tag).endswith("}svg") for each in found.iter()) == 2


def test_years_without_anything_are_cut_out_of_the_drawing_and_said_to_be(client, accord):
    first = negotiation.happenings(accord.dossier, slug="sept-mois")[0]
    assert "coupée" not in page(client, DOSSIER)
    Event.objects.filter(pk=first.pk).update(first_day=date(2009, 4, 14), last_day=date(2009, 4, 14))
    drawn = [each.get("aria-label").replace("\N{NO-BREAK SPACE}", " ") for each in part(tree(client, DOSSIER), "chronology").iter() if str(each.tag).endswith("}svg")]
    assert [label.partition("La liste suit. ")[2] for label in drawn] == ["Rien entre le 14 avril 2009 et le 6 mai 2026 : l’échelle y est coupée."] * 2


def test_who_is_in_the_dossier_has_a_role_and_a_number_of_stories(client, accord):
    found = part(tree(client, DOSSIER), "actors")
    assert any("Port d’Aubrelle" in words(each) and "1 article" in words(each).replace("\N{NO-BREAK SPACE}", " ") for each in found.iter("li"))
    assert f"/acteurs/{accord.parties[2].slug}/" in {link.get("href") for link in found.iter("a")}


def test_who_is_in_the_dossier_has_the_role_of_today(client, accord, by):
    port = accord.parties[2]
    actors.appoint(port, "autorité du fleuve", "fr", by, date(2190, 1, 1))
    assert "autorité du fleuve" not in page(client, DOSSIER)
    actors.appoint(port, "autorité portuaire", "fr", by, date(2019, 1, 1), date(2189, 12, 31))
    assert "autorité portuaire" in words(part(tree(client, DOSSIER), "actors"))


def test_a_leak_is_shown_nowhere(client, accord):
    """What rests on words that were rewritten is in none of the three pages."""
    record.rewrite(accord.stories[1], "nous le signons tel quel", "nous verrons")
    assert not any(f"#s{accord.said[0, 1].pk}\"" in page(client, path) for path in (TEXT, CARD, DOSSIER))
    assert table(tree(client))["1"]["Compagnie"] != "accepte"
    assert Position.objects.filter(party=accord.parties[1]).exists()


def test_the_snippet_is_copied_as_it_must_stand_elsewhere(client, accord, by):
    text = NegotiatedText.objects.get()
    text.name = 'Un quai de 12" & plus'
    text.save()
    frame = html5lib.parseFragment(next(tree(client).iter("textarea")).text, namespaceHTMLElements=False).find("iframe")
    assert frame.get("title") == 'Un quai de 12" & plus'
    assert set(frame.attrib) == {"src", "title", "width", "height", "loading", "style"}


def test_the_snippet_cannot_break_out(client, accord, by):
    text = NegotiatedText.objects.get()
    text.name = '</textarea><script>"'
    text.save()
    body = page(client)
    assert "</textarea><script>" not in body
    assert unescape(unescape(next(tree(client).iter("textarea")).text)).count("<iframe") == 1


@pytest.mark.parametrize(("now", "ahead"), [("2026-11-24T12:00+01:00", 1), ("2026-12-02T23:59+01:00", 1), ("2026-12-03T00:00+01:00", 0)])
def test_what_is_still_to_come_is_marked(client, accord, now, ahead):
    negotiation.happenings(accord.dossier, slug="sept-mois")
    with time_machine.travel(now, tick=False):
        body = page(client, DOSSIER)
    assert body.count('class="next"') == ahead
    assert body.count('class="open stroke"') == 2 * ahead
