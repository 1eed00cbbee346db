"""What the desk may fetch: pages of the public web, and nothing of the house it runs in."""

import contextlib
import gzip
import ipaddress
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rotative.wires import fetching
from rotative.wires.fetching import Unreachable, fetch, is_public

PAGE = "<html><body><p>À la criée de Valmorin</p></body></html>".encode()


class Site(BaseHTTPRequestHandler):
    """A small site that also plays the bad ones."""

    def do_GET(self):
        name = self.path.strip("/").split("?")[0] or "page"
        getattr(self, f"send_{name}", self.send_missing)()

    def send_page(self, body=PAGE, **headers):
        self.send_response(200)
        for key, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_missing(self):
        self.send_error(404)

    def send_packed(self):
        self.send_page(gzip.compress(PAGE), Content_Encoding="gzip")

    def send_bomb(self):
        with contextlib.suppress(OSError):
            self.send_page(gzip.compress(b"0" * (fetching.LIMIT * 4)), Content_Encoding="gzip")

    def send_huge(self):
        with contextlib.suppress(OSError):
            self.send_page(b"0" * (fetching.LIMIT + 70_000))

    def send_claims(self):
        self.send_page(b"", Content_Length=str(fetching.LIMIT + 1))

    def send_brotli(self):
        self.send_page(b"x", Content_Encoding="br")

    def send_drip(self):
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(100):
                self.wfile.write(b".")
                self.wfile.flush()
                time.sleep(0.05)

    def redirect(self, to):
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def send_moved(self):
        self.redirect("/page")

    def send_inside(self):
        self.redirect("http://10.0.0.8/")

    def send_metadata(self):
        self.redirect("http://169.254.169.254/latest/meta-data/")

    def send_file(self):
        self.redirect("file:///etc/passwd")

    def send_round(self):
        self.redirect("/round")

    def send_port(self):
        self.redirect("http://lefanal.example:22/")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(site):
    """Fetch from the small site: loopback is allowed here, and its port."""

    def asked(path):
        return fetch(
            f"http://127.0.0.1:{site}/{path}", allow=lambda ip: ip.is_loopback, ports=frozenset({80, 443, site})
        )

    return asked


def resolving(monkeypatch, *addresses):
    asked = []

    def resolve(host, port):
        asked.append(host)
        return [ipaddress.ip_address(address) for address in addresses]

    monkeypatch.setattr(fetching, "resolve", resolve)
    return asked


def refused(address, **options):
    with pytest.raises(Unreachable) as refusal:
        fetch(address, **options)
    return refusal.value.code


def test_a_page_comes_with_its_type_and_final_address(ask, site):
    assert ask("moved") == (PAGE, "text/html; charset=utf-8", f"http://127.0.0.1:{site}/page")


def test_a_packed_page_is_unpacked(ask):
    assert ask("packed")[0] == PAGE


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("bomb", "too_large"),
        ("huge", "too_large"),
        ("claims", "too_large"),
        ("brotli", "compression"),
        ("nothing", "status"),
        ("inside", "private"),
        ("metadata", "private"),
        ("file", "scheme"),
        ("round", "redirects"),
        ("port", "port"),
    ],
)
def test_what_a_site_may_not_do(ask, path, code):
    with pytest.raises(Unreachable) as refusal:
        ask(path)
    assert refusal.value.code == code
    assert refusal.value.sentence.endswith((".", "/"))


def test_a_site_that_drips_is_cut_off(ask, monkeypatch):
    monkeypatch.setattr(fetching, "IN_ALL", 0.5)
    begun = time.monotonic()
    with pytest.raises(Unreachable) as refusal:
        ask("drip")
    assert refusal.value.code == "too_slow"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:a00:1::",
        "2001:0:53aa:64c::",
        "::127.0.0.1",
        "fec0::1",
        "2001:db8::1",
    ],
)
def test_these_addresses_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450:4007::200e"])
def test_these_are(address):
    assert is_public(ipaddress.ip_address(address))


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    resolving(monkeypatch, "192.168.0.10")
    assert refused("http://intranet.example/") == "private"


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    resolving(monkeypatch, "93.184.215.14", "10.0.0.1")
    assert refused("https://both.example/") == "private"


def test_a_name_is_asked_once_and_its_answer_is_where_we_connect(monkeypatch, site):
    asked = resolving(monkeypatch, "127.0.0.1")
    body, _, final = fetch(
        f"http://lefanal.example:{site}/page", allow=lambda ip: ip.is_loopback, ports=frozenset({site})
    )
    assert (asked, body, final) == (["lefanal.example"], PAGE, f"http://lefanal.example:{site}/page")


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0"])
def test_other_spellings_of_loopback_are_refused(host):
    assert refused(f"http://{host}/") in ("private", "unknown_host", "address")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://a.example/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://u:p@a.example/", "credentials"),
        ("http://a.example:8080/", "port"),
        ("http://a.example:99999/", "address"),
        ("http:///x", "address"),
        ("http://a b/", "address"),
        ("http://[fe80::1%25eth0]/", "address"),
        ("http://a.example\\@b.example/", "address"),
        ("http://a.example/\r\nHost: b", "address"),
    ],
)
def test_addresses_that_are_refused_before_any_name_is_asked(monkeypatch, address, code):
    asked = resolving(monkeypatch, "8.8.8.8")
    assert refused(address) == code
    assert asked == []


def test_a_name_nobody_has(monkeypatch):
    resolving(monkeypatch)
    assert refused("http://nowhere.example/") == "unknown_host"
