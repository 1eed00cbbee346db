"""Readers sign in with Google, Facebook, Apple and Mastodon, with script and without; what is wrong opens nothing, and loses nothing."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.elsewhere.running import OTHER, Elsewhere, elsewhere
from tests.journeys.conftest import CHROMIUM, Visitor, served, working
from tests.journeys.mailbox import Mailbox, code_in, link_in, receiving
from tests.journeys.newsroom import Newsroom, at_browsers
from tests.journeys.test_readers import check, shoot
from tests.journeys.test_readers_ways import enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
NEXT = "/pays/"
NAMES = ("Google", "Facebook", "Apple", "Mastodon")
SOMEBODY = {"sub": "77", "id": "77", "email_verified": True, "first": "Inès", "last": "Caradec", "given_name": "Inès", "family_name": "Caradec", "name": "Inès Caradec", "username": "ines"}
Visit = Callable[..., Visitor]


class Paper(NamedTuple):
    """A paper that knows the providers, and that they know."""

    address: str
    newsroom: Newsroom
    mailbox: Mailbox
    elsewhere: Elsewhere


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    home = tmp_path_factory.mktemp("elsewhere")
    with receiving() as box, elsewhere(tmp_path_factory.mktemp("certificate")) as providers, pytest.MonkeyPatch.context() as patch:
        for name, value in {"EMAIL_URL": f"smtp://127.0.0.1:{box.port}", "MAIL_FROM": "L'Amer <desk@amer.example>", **providers.keys()}.items():
            patch.setenv(name, value)
        with served(home, "tests.journeys.seed", "localhost", "tests.elsewhere.settings") as address, working(home, address):
            providers.come_back_to(address)
            yield Paper(address, Newsroom(address, home), box, providers)


@pytest.fixture(scope="module")
def knowing(chromium: Any, paper: Paper) -> Iterator[Any]:
    """A browser that finds the instance by its name."""
    port = urlsplit(paper.elsewhere.mastodon.url).port
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", f"--host-resolver-rules=MAP toots.example:443 127.0.0.1:{port}"])
    yield browser
    browser.close()


@pytest.fixture
def visit(knowing: Any, paper: Paper) -> Iterator[Visit]:
    """Somebody at a browser; meanwhile the providers were asked nothing that they had to refuse."""
    paper.elsewhere.refused()
    yield from at_browsers(knowing, paper.address)
    assert paper.elsewhere.refused() == []


def at(visit: Visit, script: bool) -> Visitor:
    return visit(script=script, ignore_https_errors=True)


def be_nobody(visitor: Visitor) -> None:
    """As another browser would be, or the same on another day: nothing is known of who it is."""
    visitor.context.clear_cookies()


def go_to(visitor: Visitor, name: str) -> None:
    """From the ways in to the page of a provider's that asks for consent."""
    visitor.go(f"/_/account/sign-in/?next={NEXT}")
    choose(visitor, name)


def choose(visitor: Visitor, name: str) -> None:
    if name == "Mastodon":
        visitor.page.fill("#instance", "@ines@toots.example")
        visitor.page.locator("form:has(#instance) button").click()
    else:
        visitor.page.locator(f"form[action$='/with/{name.lower()}/'] button").click()
    visitor.page.locator("[name=account]").wait_for()
    assert urlsplit(visitor.page.url).hostname == ("toots.example" if name == "Mastodon" else "127.0.0.1")


def answer(visitor: Visitor, name: str, script: bool, account: str = "") -> None:
    """Agree there as somebody, or refuse; and come back."""
    visitor.page.fill("[name=account]", account)
    visitor.page.get_by_role("button", name="Agree" if account else "Refuse").click()
    if name == "Apple" and not script:
        visitor.page.get_by_role("button", name="Continue").click()
    visitor.page.wait_for_url(f"{visitor.address}/**")


def prove(visitor: Visitor, paper: Paper, address: str) -> None:
    """Write the code of a letter that came to an address."""
    arrive(visitor, "/_/account/code/")
    visitor.page.fill("#code", code_in(paper.mailbox.next_to(address)))
    visitor.page.keyboard.press("Enter")


def arrive(visitor: Visitor, path: str) -> None:
    """Whatever comes after it: Facebook sends its visitors back with ``#_=_``."""
    visitor.page.wait_for_url(lambda url: urlsplit(url).path == path)


def take_the_name(visitor: Visitor, name: str) -> None:
    """The name that was told elsewhere stands there already; then one goes on to where one wanted to go."""
    arrive(visitor, "/_/account/welcome/")
    expect(visitor.page.locator("#name")).to_have_value(name)
    visitor.page.locator("main form button").click()
    arrive(visitor, NEXT)


def linked(paper: Paper, address: str) -> list[Any]:
    """What an account is linked to: the provider, who they are there, and what is kept of it."""
    return paper.newsroom.ask(
        "select provider, uid, extra_data from socialaccount_socialaccount where user_id in (select id from masthead_user where email = ?)", address
    )


def has_failed(visitor: Visitor, words: str, goes_to: str = NEXT) -> None:
    """Back at the ways in, which say so, and lead to where one wanted to go."""
    visitor.page.wait_for_url("**/_/account/**")
    expect(visitor.page.get_by_role("alert").filter(visible=True)).to_contain_text(words)
    for hidden in visitor.page.locator("main form [name=next]").all():
        assert hidden.get_attribute("value") == goes_to


@SCRIPT
@pytest.mark.parametrize("name", ["Google", "Apple"])
def test_a_verified_address_makes_an_account_to_which_the_same_way_leads_back(visit: Visit, paper: Paper, name: str, script: bool) -> None:
    address = f"{name}-{script}@orbance.example".lower()
    if name == "Google":
        paper.elsewhere.google.knows(address, sub=f"1{script:d}", email=address.title(), email_verified=True, given_name="Inès", family_name="Caradec", name="Inès Caradec", picture="https://x.example/a.png")
    else:
        paper.elsewhere.apple.knows(address, sub=f"0017.{script:d}", email=address, email_verified="true", is_private_email="false", first="Inès", last="Caradec")
    visitor = at(visit, script)
    posts: list[Any] = []
    visitor.page.on("request", lambda request: posts.append(request) if request.method == "POST" and "/back/apple/" in request.url else None)
    for time in ("first", "second"):
        be_nobody(visitor)
        go_to(visitor, name)
        answer(visitor, name, script, address)
        if time == "first":
            take_the_name(visitor, "Inès Caradec")
        arrive(visitor, NEXT)
        visitor.go("/_/account/")
        expect(visitor.page.locator(".initials").first).to_have_text("IC")
        expect(visitor.page.locator("main")).to_contain_text(address)
        assert linked(paper, address) == [(name.lower(), f"{'1' if name == 'Google' else '0017.'}{script:d}", '{"name": "In\\u00e8s Caradec"}')]
    assert [("cookie" in post.all_headers(), "user" in parse_qs(post.post_data)) for post in posts] == ([(False, True), (False, False)] if name == "Apple" else [])


@SCRIPT
@pytest.mark.parametrize("name", ["Facebook", "Mastodon"])
def test_where_no_address_is_verified_a_letter_proves_it_once(visit: Visit, paper: Paper, name: str, script: bool) -> None:
    address = f"{name}-{script}@orbance.example".lower()
    paper.elsewhere.facebook.knows(address, id=f"10{script:d}", email=address, name="Maël Kergoat", birthday="01/02/1990")
    paper.elsewhere.mastodon.knows(address, id=f"11{script:d}", username=f"mael{script:d}", acct=f"mael{script:d}", display_name="Maël Kergoat")
    kept = '{"name": "Ma\\u00ebl Kergoat"}' if name == "Facebook" else f'{{"acct": "@mael{script:d}@toots.example"}}'
    visitor = at(visit, script)
    go_to(visitor, name)
    answer(visitor, name, script, address)
    arrive(visitor, "/_/account/join/")
    expect(visitor.page.locator("#address")).to_have_value(address if name == "Facebook" else "")
    if script and name == "Mastodon":
        check(visitor)
        shoot(visitor, "join")
    assert linked(paper, address) == [] and paper.newsroom.ask("select count(*) from masthead_user where email = ?", address) == [(0,)]
    visitor.page.fill("#address", address)
    visitor.page.keyboard.press("Enter")
    prove(visitor, paper, address)
    take_the_name(visitor, "Maël Kergoat")
    assert linked(paper, address) == [(name.lower() if name == "Facebook" else "toots.example", f"1{name == 'Mastodon':d}{script:d}", kept)]
    be_nobody(visitor)
    go_to(visitor, name)
    answer(visitor, name, script, address)
    arrive(visitor, NEXT)
    visitor.go("/_/account/")
    expect(visitor.page.locator("main")).to_contain_text(address)


@pytest.mark.parametrize(("name", "script"), [("Google", True), ("Apple", False), ("Facebook", False)])
def test_who_has_somebody_elses_address_elsewhere_gets_nothing_of_theirs(visit: Visit, paper: Paper, name: str, script: bool) -> None:
    owner = f"{'publisher' if name == 'Google' else 'reporter'}@amer.example"
    provider: Any = getattr(paper.elsewhere, name.lower())
    provider.knows(owner, **{**SOMEBODY, "email": owner, "email_verified": "false" if name == "Apple" else False})
    thief = at(visit, script)
    go_to(thief, name)
    answer(thief, name, script, owner)
    arrive(thief, "/_/account/join/")
    expect(thief.page.locator("#address")).to_have_value(owner)
    thief.page.locator("main form button").click()
    arrive(thief, "/_/account/code/")
    thief.page.fill("#code", "1234 5678")
    thief.page.keyboard.press("Enter")
    expect(thief.page.get_by_role("alert").filter(visible=True)).to_be_visible()
    thief.go("/_/account/")
    assert "/sign-in/" in thief.page.url
    be_nobody(thief)  # the owner opens the letter that the thief asked for: it signs the owner in, and joins nothing
    thief.page.goto(link_in(paper.mailbox.next_to(owner)))
    thief.page.locator("main form button").click()
    arrive(thief, "/_/account/welcome/")
    assert linked(paper, owner) == [] and paper.newsroom.ask("select count(*) from masthead_user where email = ?", owner) == [(1,)]


@SCRIPT
def test_who_refuses_there_is_told_that_nothing_was_done_and_goes_on_another_way(visit: Visit, paper: Paper, script: bool) -> None:
    visitor = at(visit, script)
    for name in NAMES:
        go_to(visitor, name)
        answer(visitor, name, script)
        has_failed(visitor, "Rien n’a été fait")
    shoot(visitor, "refused")


@pytest.mark.parametrize("name", ["Google", "Apple"])
def test_what_is_not_signed_for_this_visit_opens_nothing(visit: Visit, paper: Paper, name: str) -> None:
    visitor, address, provider = at(visit, False), "forged@orbance.example", getattr(paper.elsewhere, name.lower())
    provider.knows(address, **SOMEBODY, email=address)
    for forges, says in ((True, {}), (False, {"nonce": "another visit's"})):
        provider.signer.forges, provider.says = forges, says
        try:
            go_to(visitor, name)
            answer(visitor, name, False, address)
        finally:
            provider.signer.forges, provider.says = False, {}
        has_failed(visitor, "n’a pas abouti")
    assert paper.newsroom.ask("select count(*) from masthead_user where email = ?", address) == [(0,)]


def test_an_answer_that_nobody_here_asked_for_opens_nothing(visit: Visit, paper: Paper) -> None:
    visitor, address = at(visit, True), "stateless@orbance.example"
    for name in NAMES:
        provider: Any = getattr(paper.elsewhere, name.lower())
        provider.knows(address, **SOMEBODY, email=address)
        provider.state = "somebody-elses-state"
        try:
            go_to(visitor, name)
            answer(visitor, name, True, address)
        finally:
            provider.state = ""
        has_failed(visitor, "n’a pas abouti", "")
    assert paper.newsroom.ask("select count(*) from masthead_user where email = ?", address) == [(0,)]


@pytest.mark.parametrize(("name", "path", "script"), [("Google", "/token", True), ("Apple", "/auth/keys", False), ("Mastodon", "/api/v1/accounts/verify_credentials", True)])
def test_a_provider_that_is_away_when_one_comes_back_is_tried_again(visit: Visit, paper: Paper, name: str, path: str, script: bool) -> None:
    visitor, address, provider = at(visit, script), f"away-{name}@orbance.example".lower(), getattr(paper.elsewhere, name.lower())
    provider.knows(address, **{**SOMEBODY, "sub": address, "id": address}, email=address)
    provider.away.add(path)
    try:
        go_to(visitor, name)
        answer(visitor, name, script, address)
    finally:
        provider.away.clear()
    has_failed(visitor, "n’a pas abouti")
    choose(visitor, name)
    answer(visitor, name, script, address)
    arrive(visitor, "/_/account/join/") if name == "Mastodon" else take_the_name(visitor, "Inès Caradec")


@SCRIPT
def test_the_name_of_an_instance_that_is_none_stays_to_be_mended(visit: Visit, paper: Paper, script: bool) -> None:
    visitor, mastodon = at(visit, script), paper.elsewhere.mastodon
    visitor.go(f"/_/account/sign-in/?next={NEXT}")
    for typed, words in (("pas un nom", "Écrivez le nom de votre instance"), ("silent.example", "ne répond pas"), (OTHER, "ne répond pas")):
        visitor.page.fill("#instance", typed)
        visitor.page.locator("form:has(#instance) button").click()
        visitor.page.wait_for_url("**/_/account/with/mastodon/")
        has_failed(visitor, words)
        expect(visitor.page.locator("#instance")).to_have_value(typed)
    if script:
        check(visitor)
        shoot(visitor, "instance")
    assert [f"No Mastodon is at {OTHER}"] == paper.elsewhere.refused()
    choose(visitor, "Mastodon")
    mastodon.away.add("/oauth/token")  # it is known, and away: nobody is sent to where nothing is
    try:
        visitor.go(f"/_/account/sign-in/?next={NEXT}")
        visitor.page.fill("#instance", "toots.example")
        visitor.page.locator("form:has(#instance) button").click()
        has_failed(visitor, "ne répond pas")
    finally:
        mastodon.away.clear()
    mastodon.papers.clear()  # it has forgotten the paper, which registers itself again
    choose(visitor, "Mastodon")
    assert len(mastodon.papers) == 1 and paper.elsewhere.refused() == ["Client authentication failed"]


def test_from_ones_page_an_account_elsewhere_is_linked_unless_it_is_anothers(visit: Visit, paper: Paper) -> None:
    visitor, own, anothers, elsewhere = at(visit, True), "links@orbance.example", "comes-late@orbance.example", "private@relay.example"
    paper.elsewhere.apple.knows(elsewhere, sub="0042", email=elsewhere, email_verified=True, is_private_email=True, first="Katell", last="")
    for address in (own, anothers):
        be_nobody(visitor)
        enter(visitor, paper, address, "Fañch Le Bihan")  # type: ignore[arg-type]
        choose(visitor, "Apple")
        answer(visitor, "Apple", True, elsewhere)
        arrive(visitor, "/_/account/")
    assert linked(paper, own) == [("apple", "0042", '{"name": "Katell"}')] and linked(paper, anothers) == []
    expect(visitor.page.get_by_role("status")).to_contain_text("déjà lié à un autre compte")
    choose(visitor, "Apple")
    answer(visitor, "Apple", True)
    expect(visitor.page.get_by_role("status")).to_contain_text("Rien n’a été fait")
