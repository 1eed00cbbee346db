"""deploy/nginx.conf, run by the real nginx before a real front: printed files without Python, the rest through it."""
from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from rotative.press.front import policy
from tests.press.running_front import HOST, Served, is_open, presser, put, running, until

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy/nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
AROUND = """\
{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3; uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    include {folder}/paper.conf;
}}
"""
STORY = "<!doctype html><title>Le phare</title>" + "<p>Le gardien avait gardé la clé.</p>" * 40
TO_THE_FRONT_ALONE = {"server", "date", "server-timing", "etag", "last-modified", "connection", "accept-ranges", "content-disposition"}

pytestmark = [pytest.mark.slow, pytest.mark.skipif(NGINX is None, reason="nginx is not installed (make system)")]


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """nginx and the front behind it, over one paper."""
    home = tmp_path_factory.mktemp("paper")
    with running(home) as front, nginx(front, tmp_path_factory.mktemp("nginx")) as before:
        yield before, front


@pytest.fixture
def both(pair):
    before, front = pair
    for name in ("derived", "media"):
        shutil.rmtree(front.home / name, ignore_errors=True)
    front.prints("/pays/le-phare/", STORY)
    front.answers("/+missing/fr/", 404, "<p>Rien ici.")
    front.says(complete=True)
    return before, front


class nginx:
    """The configuration that we ship, with this machine's names in it."""

    def __init__(self, front: Served, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        ours = {"/srv/paper": str(front.home), "listen 80": f"listen 127.0.0.1:{self.port}", "127.0.0.1:8000": f"127.0.0.1:{front.port}"}
        text = CONFIGURATION.read_text()
        for theirs, own in ours.items():
            assert theirs in text
            text = text.replace(theirs, own)
        (folder / "paper.conf").write_text(text)
        # As root, nginx would read as somebody who may not enter the folders of a test.
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
        self.front, self.folder = front, folder

    def __enter__(self) -> Served:
        words = [str(NGINX), "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder)]
        checked = subprocess.run([*words, "-t"], capture_output=True, text=True)
        assert checked.returncode == 0 and "warn" not in checked.stderr, checked.stderr
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        served = Served(self.front.home, self.port, self.process.pid)
        until(lambda: is_open(self.port) or self.process.poll() is not None)
        return served

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)


@pytest.fixture
def without_front(both):
    """nginx, while the front is stopped dead: what comes now comes without Python."""
    before, front = both
    processes = [front.pid, *map(int, Path(f"/proc/{front.pid}/task/{front.pid}/children").read_text().split())]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    yield before, front
    for process in processes:
        os.kill(process, signal.SIGCONT)


def said(answer):
    return {name.lower(): value for name, value in answer.headers.items() if name.lower() not in TO_THE_FRONT_ALONE}


@pytest.mark.parametrize("path", ["/", "/pays/", "/pays/le-phare/?utm_source=x", "/pays/feed.atom", "/robots.txt", "/_/paper.0123456789abcdef.css", "/manifest.webmanifest", "/_/embed/fr/text/accord/", "/api/fr/actors/ines-valmer.json"])
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_what_is_printed_comes_without_the_front_as_it_would_from_it(both, path, accepted, request):
    before, front = both
    front.prints(path.partition("?")[0], STORY)
    theirs = front.get(path, Accept_Encoding=accepted)
    request.getfixturevalue("without_front")
    ours = before.get(path, Accept_Encoding=accepted)
    assert (ours.status, ours.body, said(ours)) == (200, theirs.body, said(theirs))
    assert ours["X-Press"] == "hit"


def test_a_page_printed_again_comes_at_once(without_front):
    before, front = without_front
    for number in range(10):
        front.prints("/pays/le-phare/", text := f"{STORY}{number}")
        assert gzip.decompress(before.get("/pays/le-phare/", Accept_Encoding="gzip").body).decode() == text


def test_who_has_a_page_is_not_sent_it_again(without_front):
    before, _ = without_front
    first = before.get("/pays/le-phare/")
    again = before.get("/pays/le-phare/", If_None_Match=first["ETag"])
    assert (again.status, again.body, again["Cache-Control"]) == (304, b"", policy.FRESH)
    assert before.get("/pays/le-phare/", "HEAD")["Content-Length"] == str(len(STORY.encode()))


@pytest.mark.parametrize("path", ["/pays/le-phare", "/Pays/le-phare/", "//pays/le-phare/", "/pays//le-phare/"])
def test_a_path_that_is_mistyped_a_little_leads_to_its_page(both, path):
    answer = both[0].get(f"{path}?a=1")
    assert (answer.status, answer["Location"]) == (301, "/pays/le-phare/?a=1")


@pytest.mark.parametrize("path", ["/absent/", "/pays/le-phare/index.html", "/pays/le-phare/index.html.gz", "/pays/le-phare/index.html.br", "/.half-a/", "/pays/.half-index.html", "/paper.json", "/pays/.git/a.txt"])
def test_what_is_no_address_is_missing(both, path):
    before, front = both
    put(front.home / "derived/edition" / HOST / "pays/.half-index.html", b"half")
    put(front.home / "derived/edition" / HOST / "pays/.git/a.txt", b"secret")
    with presser(front.home):
        answer = before.get(path)
    assert (answer.status, answer.body) == (404, b"<p>Rien ici.")
    assert answer.headers.get_all("Content-Security-Policy") == [policy.CONTENT]


@pytest.mark.parametrize("path", ["/../secret.txt", "/pays/../../secret.txt", "/%2e%2e/secret.txt", "/pays/%2e%2e%2f%2e%2e%2fsecret.txt", "/media/../secret.txt", "/media/images/..%2f..%2fsecret.svg"])
def test_no_path_leads_out(both, path):
    before, front = both
    for folder in ("derived/edition", "derived", "."):
        put(front.home / folder / "secret.txt", b"secret")
        put(front.home / folder / "secret.svg", b"secret")
    assert before.get(path).status in (400, 404)


def test_other_answers_come_from_the_front(both):
    before, front = both
    front.answers("/ancien/", 301, Location="/pays/le-phare/")
    front.answers("/parti/", 410, "<p>Parti.")
    assert (before.get("/ancien/").status, before.get("/parti/").body) == (301, b"<p>Parti.")


def test_what_readers_send_comes_through(both):
    before, _ = both
    answer = before.get("/_/like/paper/", "POST", body=b"x" * 300_000)
    told = json.loads(answer.body)
    assert (told["size"], told["method"], answer.headers.get_all("Set-Cookie")) == (300_000, "POST", ["a=1", "b=2"])
    assert json.loads(before.get("/desk/?a=%20b").body)["query"] == "a=%20b"


def test_the_open_shelves_of_the_media_and_no_other(both, request):
    before, front = both
    for name in ("images/a/b.avif", "masthead/logo.svg", "originals/a.jpg", "documents/a.pdf", "images/.a.png", "images/a.half"):
        put(front.home / "media" / name, b"bytes")
    closed = [before.get(f"/media/{name}").status for name in ("originals/a.jpg", "documents/a.pdf", "images/a.half", "images/", "")]
    assert closed == [404] * 5
    theirs = [front.get(f"/media/{name}") for name in ("images/a/b.avif", "masthead/logo.svg")]
    request.getfixturevalue("without_front")
    ours = [before.get(f"/media/{name}") for name in ("images/a/b.avif", "masthead/logo.svg")]
    assert [{**said(answer), "x-press": "hit"} for answer in theirs] == [said(answer) for answer in ours]
    assert [answer.body for answer in ours] == [b"bytes"] * 2


def test_any_site_may_frame_a_card_and_nothing_else(both, request):
    before, front = both
    front.prints("/_/embed/fr/text/accord/", STORY)
    request.getfixturevalue("without_front")
    card, page = before.get("/_/embed/fr/text/accord/"), before.get("/pays/le-phare/")
    assert (card["X-Frame-Options"], card["Content-Security-Policy"], card["Cross-Origin-Resource-Policy"]) == (None, policy.CARD, "cross-origin")
    assert (page["X-Frame-Options"], page["Content-Security-Policy"], page["Cross-Origin-Resource-Policy"]) == ("DENY", policy.CONTENT, "same-origin")


def test_a_card_that_is_not_there_is_not_framed(both):
    before, front = both
    with presser(front.home):
        answer = before.get("/_/embed/fr/text/rien/")
    assert (answer.status, answer["X-Frame-Options"], answer.headers.get_all("Content-Security-Policy")) == (404, "DENY", [policy.CONTENT])


def test_another_host_gets_no_paper(both):
    answer = both[0].get("/pays/le-phare/", host="other.example")
    assert (answer.status, b"phare" in answer.body) == (421, False)


def test_the_headers_are_the_fronts():
    """Caddy's configuration, which no test runs, says the same words."""
    for name in ("nginx.conf", "Caddyfile"):
        text = (CONFIGURATION.parent / name).read_text()
        for value in (policy.CONTENT, policy.CARD, policy.ALONE, policy.PERMISSIONS, policy.REFERRER, policy.TRANSPORT, policy.FRESH, policy.FOR_EVER):
            assert value in text, (name, value)
        for header, value in policy.ANY_SITE.items():
            assert re.search(rf"{header}\s+(?:{re.escape(value)}\n|\$paper_)", text, re.I), (name, header)
            assert value in text
