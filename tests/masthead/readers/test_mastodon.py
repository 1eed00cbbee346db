"""Signing in with Mastodon: a real instance over HTTPS, of which nothing else is public here; and no way into private networks."""
from __future__ import annotations

import datetime
import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from rotative.masthead.models import User
from rotative.masthead.readers import instances
from rotative.masthead.readers.models import Instance
from tests.masthead.readers.conftest import ADDRESS, Browser, code_of
from tests.masthead.readers.oidc import target_of

HOST, SIGN_IN, GO, JOIN = "toots.example", "/_/account/sign-in/", "/_/account/with/mastodon/", "/_/account/join/"


class Mastodon(BaseHTTPRequestHandler):
    """Registers papers, gives tokens for a code, and says whose a token is."""

    asked: list[tuple[str, dict[str, list[str]]]] = []
    answers: dict[str, tuple[int, bytes]] = {}

    def do_POST(self) -> None:
        told = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append((self.path, told))
        if self.path == "/api/v1/apps":
            self._say({"client_id": "paper-1", "client_secret": "secret-1"})
        elif told.get("code") == ["good"] and told.get("client_secret") == ["secret-1"] and told.get("code_verifier"):
            self._say({"access_token": "token-1", "token_type": "Bearer"})
        else:
            self._say({"error": "invalid_grant"}, 400)

    def do_GET(self) -> None:
        self.asked.append((self.path, {"token": [self.headers.get("Authorization", "")]}))
        self._say({"id": "42", "username": "ines", "acct": "ines", "display_name": "Inès", "note": "<p>secret life</p>", "avatar": "https://x.example/a.png"})

    def _say(self, told: dict[str, Any], status: int = 200) -> None:
        status, body = self.answers.get(self.path, (status, json.dumps(told).encode()))
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "https://127.0.0.1/inside")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing."""


def certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    signed = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), False).add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256())
    file = folder / "instance.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    file = certificate(tmp_path_factory.mktemp("instance"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Mastodon)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_port, file
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def instance(served: tuple[int, Path], settings: Any, monkeypatch: Any) -> type[Mastodon]:
    """The instance, as if its address were public."""
    settings.MASTODON = True
    monkeypatch.setattr(instances, "PORT", served[0])
    monkeypatch.setattr(instances, "public_address", lambda host: "127.0.0.1")
    monkeypatch.setattr(instances, "trust", lambda: ssl.create_default_context(cafile=str(served[1])))
    Mastodon.asked, Mastodon.answers = [], {}
    return Mastodon


def through(browser: Browser, code: str = "good") -> Any:
    """To the instance and back, as somebody who agreed there."""
    url = urlsplit(target_of(browser.send(SIGN_IN, GO, instance=HOST)))
    asked = dict(parse_qsl(url.query))
    assert url.netloc == HOST and asked["code_challenge_method"] == "S256" and asked["scope"] == "read:accounts"
    return browser.get(f"{urlsplit(asked['redirect_uri']).path}?{urlencode({'code': code, 'state': asked['state']})}")


class TestTheWay:
    def test_registers_once_and_the_address_is_proven_by_a_letter(self, browser: Browser, instance: type[Mastodon], letters: Any) -> None:
        assert through(browser)["Location"] == JOIN
        assert "@ines@toots.example" in browser.get(JOIN).content.decode()
        browser.send(JOIN, address=ADDRESS)
        browser.send("/_/account/code/", code=code_of(letters[-1]))
        account = SocialAccount.objects.get()
        assert (account.provider, account.uid, account.user.email, account.extra_data) == (HOST, "42", ADDRESS, {"acct": "@ines@toots.example"})
        other = Browser()
        assert through(other)["Location"].startswith("/_/account/welcome/")
        assert [path for path, _told in instance.asked].count("/api/v1/apps") == 1 and Instance.objects.count() == 1
        assert instance.asked[0][1]["redirect_uris"] == [f"http://localhost/_/account/back/mastodon/{HOST}/"]
        assert ("/api/v1/accounts/verify_credentials", {"token": ["Bearer token-1"]}) in instance.asked

    def test_a_code_that_is_no_good(self, browser: Browser, instance: type[Mastodon]) -> None:
        assert through(browser, "bad")["Location"] == "/_/account/sign-in/?failed=provider" and not User.objects.exists()

    def test_an_answer_of_another_instance_opens_nothing(self, browser: Browser, instance: type[Mastodon]) -> None:
        Instance.objects.create(host="other.example", client_id="x", secret="y")
        url = urlsplit(target_of(browser.send(SIGN_IN, GO, instance=HOST)))
        state = parse_qs(url.query)["state"][0]
        assert browser.get(f"/_/account/back/mastodon/other.example/?code=good&state={state}")["Location"] == "/_/account/sign-in/?failed=provider"
        assert browser.get("/_/account/back/mastodon/unknown.example/?code=good&state=x").status_code == 404

    @pytest.mark.parametrize("answer", [(302, b"{}"), (200, b"[]"), (200, b"<html>"), (200, b"{}"), (200, b'{"client_id": 7, "client_secret": "x"}'), (500, b"{}"), (200, b"x" * 300_000)])
    def test_what_does_not_answer_as_mastodon_does_is_told_so(self, browser: Browser, instance: type[Mastodon], answer: tuple[int, bytes]) -> None:
        instance.answers["/api/v1/apps"] = answer
        page = browser.send(SIGN_IN, GO, instance=HOST)
        assert page.status_code == 400 and f'value="{HOST}"' in page.content.decode() and not Instance.objects.exists()

    def test_a_certificate_of_another_name_is_refused(self, browser: Browser, instance: type[Mastodon]) -> None:
        assert browser.send(SIGN_IN, GO, instance="evil.example").status_code == 400 and not instance.asked

    def test_it_is_offered_when_it_is_set(self, browser: Browser, settings: Any) -> None:
        assert GO not in browser.get(SIGN_IN).content.decode() and browser.send(SIGN_IN, GO, instance=HOST).status_code == 404
        settings.MASTODON = True
        assert GO in browser.get(SIGN_IN).content.decode()


class TestPrivateNetworks:
    @pytest.mark.parametrize("typed", ["mastodon.social", " https://Mastodon.Social/ ", "@ines@mastodon.social", "ines@mastodon.social"])
    def test_an_instance_is_named_in_many_ways(self, typed: str) -> None:
        assert instances.host_of(typed) == "mastodon.social"

    @pytest.mark.parametrize(
        "typed",
        [
            "", "localhost", "127.0.0.1", "[::1]", "http://mastodon.social", "mastodon.social:8080", "mastodon.social/x", "a..b", "-a.example", "2130706433", "0x7f.1", "a.example#b", "a.example?b",
            "a b.example", "a.example\r\nHost: b", "x" * 300 + ".example", "169.254.169.254", "10.1", "a.example@", "ftp://a.example", "a.example\x00",
        ],
    )  # fmt: skip
    def test_what_is_no_name_of_an_instance(self, browser: Browser, settings: Any, typed: str) -> None:
        settings.MASTODON = True
        assert instances.host_of(typed) == ""
        assert browser.send(SIGN_IN, GO, instance=typed).status_code == 400 and not Instance.objects.exists()

    @pytest.mark.parametrize("addresses", [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["::1"], ["::ffff:127.0.0.1"], ["fd00::1"], ["64:ff9b::7f00:1"], ["93.184.216.34", "192.168.1.1"], ["0.0.0.0"], ["100.64.0.1"], []])
    def test_a_name_that_leads_inside_is_not_asked(self, monkeypatch: Any, addresses: list[str]) -> None:
        monkeypatch.setattr(instances.socket, "getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", (each, 443)) for each in addresses])
        monkeypatch.setattr(instances.socket, "create_connection", lambda *args: pytest.fail("it was asked"))
        with pytest.raises(instances.Unreachable):
            instances.ask(HOST, "/api/v1/apps", {})

    def test_the_address_that_was_looked_at_is_the_one_that_is_asked(self, monkeypatch: Any) -> None:
        answers = iter([["93.184.216.34"], ["127.0.0.1"]])
        asked: list[str] = []
        monkeypatch.setattr(instances.socket, "getaddrinfo", lambda *args, **kwargs: [(0, 0, 0, "", (each, 443)) for each in next(answers)])

        def connect(address: Any, *args: Any) -> Any:
            asked.append(address[0])
            raise OSError

        monkeypatch.setattr(instances.socket, "create_connection", connect)
        with pytest.raises(instances.Unreachable):
            instances.ask(HOST, "/api/v1/apps", {})
        assert asked == ["93.184.216.34"] and ip_address(asked[0]).is_global
