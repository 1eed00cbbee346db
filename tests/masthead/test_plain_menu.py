"""The desk's menu for a browser without script: what the drawn one has, as links that work."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from django.contrib.auth import SESSION_KEY

from rotative.masthead import roles
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import desk

pytestmark = pytest.mark.django_db

HOME = "/desk/"
ROLES = pytest.mark.parametrize("role", [Role.REPORTER, Role.MODERATOR, Role.EDITOR, Role.PUBLISHER])


@pytest.fixture(autouse=True)
def paper(db: None) -> None:
    factories.paper()
    factories.section()
    roles.establish()


def menu(page: str) -> Any:
    """What stands in the page for who has no script. It is text to a parser that has script, so it is read by itself."""
    found = re.search(r'<details class="plain-menu">.*?</details>', page, re.S)
    assert found
    assert page[: found.start()].rstrip().endswith("<noscript>")
    return html5lib.parseFragment(found[0], namespaceHTMLElements=False)


def drawn(page: str) -> Iterator[str]:
    """The addresses of the menu that script draws."""
    props = re.search(r'<script id="wagtail-sidebar-props" type="application/json">(.*?)</script>', page, re.S)
    assert props
    waiting = [json.loads(props[1])]
    while waiting:
        one = waiting.pop()
        waiting += one if isinstance(one, list) else one.values() if isinstance(one, dict) else []
        if isinstance(one, dict) and isinstance(one.get("url"), str):
            yield one["url"]


@ROLES
def test_it_leads_to_all_that_the_drawn_one_leads_to_and_every_page_opens(client: Any, role: Role) -> None:
    client.force_login(desk.staff(role))
    page = client.get(HOME).content.decode()
    links = [link.get("href") for link in menu(page).iter("a")]
    assert set(drawn(page)) - {"#"} <= set(links)
    assert "#" not in links
    for link in links:
        answer = client.get(link, follow=True)
        assert (answer.status_code, answer.redirect_chain and answer.redirect_chain[-1][0] == HOME) in ((200, []), (200, False)), link


def test_each_finds_their_own_sections(client: Any) -> None:
    client.force_login(desk.staff(Role.MODERATOR))
    links = {link.get("href") for link in menu(client.get(HOME).content.decode()).iter("a")}
    assert "/desk/discussion/" in links
    assert not {"/desk/users/", "/desk/record/waiting/", "/desk/stories/"} & links


def test_it_tells_where_one_is(client: Any) -> None:
    client.force_login(desk.staff(Role.EDITOR))
    here = [link.get("href") for link in menu(client.get("/desk/discussion/").content.decode()).iter("a") if link.get("aria-current") == "page"]
    assert here == ["/desk/discussion/"]


def test_one_signs_out_without_script(client: Any) -> None:
    client.force_login(desk.staff(Role.EDITOR))
    form = next(menu(client.get(HOME).content.decode()).iter("form"))
    assert (form.get("method"), any(field.get("name") == "csrfmiddlewaretoken" and field.get("value") for field in form.iter("input"))) == ("post", True)
    client.post(form.get("action"))
    assert SESSION_KEY not in client.session


def test_who_has_not_signed_in_sees_none(client: Any) -> None:
    assert "plain-menu" not in client.get("/desk/login/").content.decode()
