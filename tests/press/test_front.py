"""The front, on a real port: what is printed comes at once and as it should, all else goes its way."""
from __future__ import annotations

import gzip
import http.client
import json
import shutil
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, suppress
from pathlib import Path

import brotli
import pytest
from django.test import Client

from rotative.press.front import negotiation, paths, policy, printed
from rotative.press.front.behind import AT_ONCE, PATIENCE, Behind, Unavailable
from rotative.press.front.bridge import AT_MOST
from rotative.press.front.hosts import Hosts
from rotative.press.front.memory import Memory
from rotative.record.actions.deciding import accept
from tests import factories
from tests.factories import record
from tests.loops import run
from tests.press.running_front import HOST, presser, put, running, until

STORY = "<!doctype html><title>Le phare</title>" + "<p>Le gardien avait gardé la clé.</p>" * 40


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with running(tmp_path_factory.mktemp("paper with a space")) as found:
        yield found


@pytest.fixture
def front(served):
    """A front over a paper with one story, and nothing of the test before."""
    shutil.rmtree(served.home / "derived", ignore_errors=True)
    shutil.rmtree(served.home / "media", ignore_errors=True)
    served.prints("/pays/le-phare/", STORY)
    served.says(complete=True)
    return served


# ── What is printed ────────────────────────────────────────────────────────────


def test_a_page_comes_with_all_that_is_said_of_it(front):
    answer = front.get("/pays/le-phare/")
    assert (answer.status, answer.body.decode()) == (200, STORY)
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert answer["Cache-Control"] == policy.FRESH
    assert answer["Vary"] == "Accept-Encoding"
    assert answer["Content-Length"] == str(len(STORY.encode()))
    assert answer["X-Press"] == "hit"
    assert answer["Server-Timing"].startswith("press;dur=")
    assert "Set-Cookie" not in answer.headers


def test_any_site_may_frame_a_card_and_nothing_else(front):
    front.prints("/_/embed/fr/text/accord/", STORY)
    card, page = front.get("/_/embed/fr/text/accord/"), front.get("/pays/le-phare/")
    for answer, content, options, origin in ((card, policy.CARD, None, "cross-origin"), (page, policy.CONTENT, "DENY", "same-origin")):
        assert answer.headers.get_all("Content-Security-Policy") == [content]
        assert (answer["X-Frame-Options"], answer["Cross-Origin-Resource-Policy"]) == (options, origin)
    again = front.get("/_/embed/fr/text/accord/", If_None_Match=card["ETag"])
    assert (again.status, again["X-Frame-Options"], again["Content-Security-Policy"]) == (304, None, policy.CARD)


@pytest.mark.parametrize("said", ["utm_source=x&fbclid=y", "a=1", "%00", ""])
def test_a_query_means_nothing_to_a_page(front, said):
    assert front.get(f"/pays/le-phare/?{said}").body.decode() == STORY


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        (None, None), ("", None), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("*", "br"), ("br;q=0, *", "gzip"), ("identity", None), ("zstd", None), ("identity;q=0.5, gzip;q=0.2", None), ("X-GZIP", "gzip"),
        ("br;q=nonsense, gzip", "gzip"), ("identity;q=0", None), ("*;q=0", None), ("gzip;q=1.000;x=y", None),
    ],
)  # fmt: skip
def test_the_form_that_the_browser_prefers(front, accepted, coding):
    answer = front.get("/pays/le-phare/", **({} if accepted is None else {"Accept_Encoding": accepted}))
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert answer["Content-Encoding"] == coding
    assert unpack(answer.body).decode() == STORY


def test_each_form_has_a_tag_of_its_own(front):
    tags = [front.get("/pays/le-phare/", Accept_Encoding=coding)["ETag"] for coding in ("br", "gzip", "identity")]
    assert len(set(tags)) == 3
    assert all(tag.startswith('"') for tag in tags)


@pytest.mark.parametrize("known", ["{0}", "W/{0}", '"a", {0}', '"a,b",W/{0}', "*", " * "])
def test_who_has_a_page_is_not_sent_it_again(front, known):
    first = front.get("/pays/le-phare/", Accept_Encoding="br")
    again = front.get("/pays/le-phare/", Accept_Encoding="br", If_None_Match=known.format(first["ETag"]))
    assert (again.status, again.body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary"):
        assert again[name] == first[name]
    assert again["Content-Encoding"] is None and again["Content-Type"] is None


@pytest.mark.parametrize("path", ["/pays/le-phare/", "/media/images/a.png"])
@pytest.mark.parametrize(("before", "after", "status"), [(['"a"'], [], 304), ([], ['"a"'], 304), (["", 'W/"a"'], ['"b", "c"'], 304), (None, ['"a"', '"b"'], 200)])
def test_who_says_in_several_lines_what_it_has_is_heard(front, path, before, after, status):
    put(front.home / "media/images/a.png", b"bytes")
    has = [] if before is None else [*before, front.get(path)["ETag"]]
    connection = http.client.HTTPConnection("127.0.0.1", front.port, timeout=20)
    connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
    for name, value in [("Host", HOST), *(("If-None-Match", each) for each in [*has, *after])]:
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()


@pytest.mark.parametrize("known", ['"a"', "", "nonsense"])
def test_who_has_another_one_is(front, known):
    assert front.get("/pays/le-phare/", If_None_Match=known).status == 200


def test_head_says_the_same_and_sends_nothing(front):
    head, whole = front.get("/pays/le-phare/", "HEAD", Accept_Encoding="br"), front.get("/pays/le-phare/", Accept_Encoding="br")
    assert (head.status, head.body) == (200, b"")
    varying = ("date", "server-timing")
    assert {name.lower(): value for name, value in head.headers.items() if name.lower() not in varying} == {
        name.lower(): value for name, value in whole.headers.items() if name.lower() not in varying
    }


@pytest.mark.parametrize(
    ("path", "content_type", "caching"),
    [
        ("/pays/feed.atom", "application/atom+xml; charset=utf-8", policy.FRESH),
        ("/pays/feed.rss", "application/rss+xml; charset=utf-8", policy.FRESH),
        ("/sitemap.xml", "application/xml; charset=utf-8", policy.FRESH),
        ("/robots.txt", "text/plain; charset=utf-8", policy.FRESH),
        ("/_/paper.0123456789abcdef.css", "text/css; charset=utf-8", policy.FOR_EVER),
        ("/_/paper.0123456789abcdef.js", "text/javascript; charset=utf-8", policy.FOR_EVER),
        ("/_/serif.0123456789abcdef.woff2", "font/woff2", policy.FOR_EVER),
        ("/_/icon.0123456789abcdef.svg", "image/svg+xml", policy.FOR_EVER),
        ("/_/icon.0123.svg", "image/svg+xml", policy.FRESH),
        ("/manifest.webmanifest", "application/manifest+json; charset=utf-8", policy.FRESH),
        ("/api/fr/actors/ines-valmer.json", "application/json; charset=utf-8", policy.FRESH),
    ],
)
def test_a_file_keeps_its_name_and_has_its_type(front, path, content_type, caching):
    front.prints(path, "some text")
    answer = front.get(path)
    assert (answer.status, answer.body, answer["Content-Type"], answer["Cache-Control"]) == (200, b"some text", content_type, caching)


# ── What is printed changes ────────────────────────────────────────────────────


def test_a_page_printed_again_is_served_at_once(front):
    for number in range(20):
        front.prints("/pays/le-phare/", text := f"{STORY}{number:03}")  # the same length, within one tick of many clocks
        assert brotli.decompress(front.get("/pays/le-phare/", Accept_Encoding="br").body).decode() == text


def test_a_page_taken_away_is_missing_at_once(front):
    assert front.get("/pays/le-phare/").status == 200
    shutil.rmtree(front.home / "derived/edition" / HOST / "pays")
    assert front.get("/pays/le-phare/")["X-Press"] == "bypass"


def test_a_form_of_an_older_print_is_never_served(front):
    file = front.prints("/pays/le-phare/", "the first print " * 30)
    assert front.get("/pays/le-phare/", Accept_Encoding="br")["Content-Encoding"] == "br"
    put(file, b"the second print " * 30)  # the page first, its forms not yet
    answer = front.get("/pays/le-phare/", Accept_Encoding="br, gzip")
    assert (answer["Content-Encoding"], answer.body) == (None, b"the second print " * 30)
    front.prints("/pays/le-phare/", "the second print " * 30)
    until(lambda: front.get("/pays/le-phare/", Accept_Encoding="br")["Content-Encoding"] == "br")


@pytest.mark.parametrize("damaged", [b"", b"\x1f\x8b\x08", b"nonsense", gzip.compress(STORY.encode(), mtime=0)[:-5]], ids=["empty", "a beginning", "nonsense", "cut short"])
def test_a_damaged_form_is_never_served(front, damaged):
    file = front.prints("/pays/le-phare/", STORY)
    for ending in (".br", ".gz"):
        put(file.with_name(file.name + ending), damaged)
    answer = front.get("/pays/le-phare/", Accept_Encoding="br, gzip")
    assert (answer["Content-Encoding"], answer.body.decode()) == (None, STORY)


def test_no_half_answer_while_a_page_is_printed_again_and_again(front):
    texts, stop = [f"{letter} " * 5000 for letter in "abcd"], threading.Event()

    def print_on():
        while not stop.is_set():
            for text in texts:
                front.prints("/pays/le-phare/", text)

    printing = threading.Thread(target=print_on)
    front.prints("/pays/le-phare/", texts[0])
    printing.start()
    try:
        for number in range(300):
            answer = front.get("/pays/le-phare/", Accept_Encoding=("br", "gzip", "identity")[number % 3])
            unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[answer["Content-Encoding"]]
            assert answer.status == 200 and unpack(answer.body).decode() in texts
    finally:
        stop.set()
        printing.join()


def test_a_page_that_can_not_be_read_any_more_is_served_as_it_was(tmp_path):
    edition = printed.Edition(tmp_path, Memory(1 << 20))
    file = put(tmp_path / "a/index.html", b"as it was")
    assert edition.find("/a/").state == "hit"
    file.unlink()
    file.symlink_to(file)  # a loop, which the disk refuses to follow
    assert (edition.find("/a/").state, edition.find("/a/").forms["identity"].body) == ("stale", b"as it was")


# ── Paths and hosts ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["/pays/le-phare", "/PAYS/Le-Phare/", "//pays///le-phare/", "/Pays/le-phare", "/pays/le%2Dphare"])
def test_a_path_that_is_mistyped_a_little_leads_to_its_page(front, path):
    answer = front.get(f"{path}?utm_source=x&b=%20")
    assert (answer.status, answer["Location"]) == (301, "/pays/le-phare/?utm_source=x&b=%20")
    assert answer["Cache-Control"] == "public, max-age=10"
    assert front.get(path)["Location"] == "/pays/le-phare/"


@pytest.mark.parametrize(
    "path",
    [
        "/pays/../secret/", "/pays/%2e%2e/secret/", "/../../secret.txt", "/..%2f..%2fsecret.txt", "/pays/le-phare/index.html", "/.half-x/", "/pays/.git/config.txt",
        "/pays/le-phare/index.html.br", "/pays/le-phare/index.html.gz", "/pays%00/", "/pays\\le-phare/", "/pays%5cle-phare/", "/%ff/", "/pays%252fle-phare/",
        "/" + "a" * 300 + "/", "/" + "a/" * 3000, "/%E2%80%AE/", "/pays/absent", "/Absent/",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_edition(front, path):
    put(front.home / "derived/edition/secret.txt", b"secret")
    put(front.home / "derived/edition/secret/index.html", b"secret")
    put(front.home / "derived/edition" / HOST / "pays/.git/config.txt", b"secret")
    put(front.home / "derived/edition" / HOST / ".half-x/index.html", b"secret")
    front.answers("/+missing/fr/", 404, "<p>Rien ici.")
    with presser(front.home):
        answer = front.get(path)
    assert (answer.status, answer.body) == (404, b"<p>Rien ici.")


@pytest.mark.parametrize("path", ["/a/", "/", "/a/b/feed.atom", "/a-b_c~d/", "/é/", "/a/b.c/"])
def test_a_clean_path_has_a_file_beneath(path):
    assert paths.file_of(path) == path[1:] + ("index.html" if path.endswith("/") else "")


@pytest.mark.parametrize("host", [HOST, f"{HOST}:8000", HOST.upper(), f"{HOST}.", "localhost", "127.0.0.1:80"])
def test_the_papers_own_hosts_get_the_paper(front, host):
    assert front.get("/pays/le-phare/", host=host).status == 200


@pytest.mark.parametrize("host", ["other.example", f"x{HOST}", f"{HOST}.other.example", "", None, f"{HOST}:80:80", "[::1"])
def test_another_host_gets_none(front, host):
    for _ in range(2):
        answer = front.get("/pays/le-phare/", host=host)
        assert answer.status == 421 or (host is None and answer.status == 400)
        assert b"Le phare" not in answer.body


def test_hosts_are_written_as_django_writes_them():
    assert [Hosts([".a.fr"]).admit(host) for host in ("a.fr", "b.a.fr", "xa.fr", "a.fr:1")] == [True, True, False, True]
    assert Hosts(["*"]).admit("anything.example") and not Hosts(["*"]).admit(None)
    assert Hosts(["[::1]"]).admit("[::1]:8000") and Hosts(["[::1]"]).admit("[::1]")


def test_hosts_that_are_remembered_are_few():
    hosts = Hosts(["*"])
    assert all(hosts.admit(f"{number}.example") for number in range(1000))
    assert len(hosts.admitted) == 256


def test_a_demonstration_answers_to_any_host(tmp_path):
    with running(tmp_path, hosts=["*"]) as front:
        front.prints("/", STORY)
        assert front.get("/", host="any.example").status == front.get("/", host="10.0.0.1:8000").status == 200


# ── What is not a page ─────────────────────────────────────────────────────────


def test_a_page_that_moved(front):
    front.answers("/ancien/", 301, Location="/pays/é/")
    answer = front.get("/ancien/?q=1")
    assert (answer.status, answer["Location"], answer["X-Press"]) == (301, "/pays/%C3%A9/?q=1", "hit")
    assert front.get("/ancien").status == 301


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("path", ["/Pays/Ancien/", "//pays/ancien/", "/PAYS//ancien", "/pays/ancien"])
def test_a_path_that_moved_and_is_mistyped_a_little_leads_on_at_once(front, path, complete):
    front.says(complete=complete)
    front.answers("/pays/ancien/", 301, Location="/pays/le-phare/")
    front.answers("/pays/parti/", 410, "<p>Parti.")
    with presser(front.home) as asked:
        answer = front.get(f"{path}?q=1")
        gone = front.get(path.lower().replace("ancien", "Parti"))
    assert (answer.status, answer["Location"], answer["X-Press"]) == (301, "/pays/le-phare/?q=1", "hit")
    assert (gone.status, gone.body, asked, asked.in_doubt) == (410, b"<p>Parti.", [], [])


def test_a_page_is_before_the_answer_of_its_path(front):
    front.answers("/pays/le-phare/", 410, "<p>Parti.")
    assert front.get("/Pays/le-phare/")["Location"] == "/pays/le-phare/"


def test_a_page_that_is_gone_or_off(front):
    front.answers("/parti/", 410, "<p>Parti." * 100)
    front.answers("/coupe/", 503, "<p>Coupé.", Retry_After="3600")
    gone, off = front.get("/parti/", Accept_Encoding="gzip"), front.get("/coupe/")
    assert (gone.status, gzip.decompress(gone.body), gone["Cache-Control"]) == (410, b"<p>Parti." * 100, "public, max-age=10")
    assert (off.status, off.body.decode(), off["Retry-After"]) == (503, "<p>Coupé.", "3600")
    assert front.get("/parti/", "HEAD")["Content-Length"] == "900"


def test_a_page_printed_where_there_was_an_answer(front):
    front.answers("/retour/", 410, "<p>Parti.")
    assert front.get("/retour/").status == 410
    front.prints("/retour/", "<p>Revenu.")
    assert front.get("/retour/").status == 200


def test_what_is_not_there_is_missing_in_the_language_of_its_path(front):
    front.answers("/+missing/fr/", 404, "<p>Rien ici.")
    front.answers("/+missing/en/", 404, "<p>Nothing here.")
    with presser(front.home):
        assert [front.get(path).body for path in ("/absent/", "/en/absent/", "/en", "/absent.xml")] == [b"<p>Rien ici.", b"<p>Nothing here."] + [b"<p>Nothing here.", b"<p>Rien ici."]
        assert front.get("/absent/").status == 404


def test_a_damaged_answer_is_none(front):
    put(front.home / "derived/answers" / HOST / "abime/answer", b"nonsense")
    assert front.get("/abime/")["X-Press"] == "bypass"


# ── What goes to Django ────────────────────────────────────────────────────────


def test_paths_that_are_never_printed_and_other_methods(front):
    for path, method in (("/desk/login/", "GET"), ("/desk", "GET"), ("/static/a.css", "GET"), ("/pays/le-phare/", "POST"), ("/absent/", "DELETE")):
        answer = front.get(f"{path}?a=%20b", method)
        said = json.loads(answer.body)
        assert (said["path"], said["method"], said["query"], answer["X-Press"]) == (path, method, "a=%20b", "bypass")
    assert answer.headers.get_all("Set-Cookie") == ["a=1", "b=2"]


@pytest.mark.parametrize("size", [0, 1, 3_000_000])
def test_what_is_sent_comes_through_whole(front, size):
    assert json.loads(front.get("/desk/upload/", "POST", body=b"x" * size).body)["size"] == size


def test_more_than_the_paper_takes_is_refused(front):
    """At once where the length is told, else when it is reached; nothing of it is kept."""
    told = front.get("/desk/upload/", "POST", Content_Length=str(AT_MOST + 1))
    assert (told.status, told.headers.get_content_type()) == (413, "text/plain")
    with socket.create_connection(("127.0.0.1", front.port), 20) as sending:
        sending.sendall(f"POST /desk/upload/ HTTP/1.1\r\nHost: {HOST}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        piece = b"%x\r\n" % 2**20 + b"x" * 2**20 + b"\r\n"
        with suppress(ConnectionError):
            for _ in range(AT_MOST // 2**20 + 1):
                sending.sendall(piece)
        assert b" 413 " in sending.recv(1000)


def test_an_answer_in_pieces(front):
    assert front.get("/desk/pieces/").body.startswith(b'one two {"number"')


def test_few_requests_are_at_django_at_once(front):
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: json.loads(front.get("/desk/together/").body), range(12)))
    assert max(said["together"] for said in answers) == AT_ONCE


def test_who_sends_slowly_keeps_nobody_from_django(front):
    with ExitStack() as slow:
        for _ in range(AT_ONCE + 1):
            sending = slow.enter_context(socket.create_connection(("127.0.0.1", front.port), 5))
            sending.sendall(f"POST /desk/upload/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 9\r\n\r\nhalf".encode())
        began = time.monotonic()
        assert front.get("/desk/").status == 200
        assert time.monotonic() - began < PATIENCE / 2


def test_who_finds_no_place_at_django_is_told_to_come_again():
    async def wait():
        behind = Behind(lambda: None, patience=0.01)
        async with AsyncExitStack() as there:
            turns = [await there.enter_async_context(behind.turn()) for _ in range(AT_ONCE)]
            with pytest.raises(Unavailable):
                await there.enter_async_context(behind.turn())
            turns[0].end()  # its answer is being sent
            await there.enter_async_context(behind.turn())
        async with behind.turn(), behind.turn():
            assert AT_ONCE == 2

    run(wait())


def test_pages_do_not_wait_for_what_django_computes(front):
    def seconds():
        began = time.monotonic()
        assert front.get("/pays/le-phare/").status == 200
        return time.monotonic() - began

    with ThreadPoolExecutor(1) as pool:
        computing = pool.submit(front.get, "/desk/computing/")
        time.sleep(0.3)  # by then it does
        times = [seconds() for _ in range(40)]
        assert not computing.done()
    # Five milliseconds are what a thread usually keeps the interpreter for, from each of them; a busy machine may slow down some.
    assert sorted(times)[3] < 0.004


def test_without_a_state_everything_unprinted_is_djangos(front):
    (front.home / "derived/answers" / HOST / "paper.json").unlink()
    assert front.get("/absent/")["X-Press"] == "bypass"
    assert front.get("/pays/le-phare/")["X-Press"] == "hit"


def test_an_error_for_a_page_is_remembered_for_two_seconds(front):
    front.says(complete=False)
    first, began = front.get("/broken/a/"), time.monotonic()
    again = front.get("/broken/a/")
    assert first.status == again.status == 500
    assert again.body == first.body
    assert front.get("/broken/b/").body != first.body
    until(lambda: front.get("/broken/a/").body != first.body)
    assert time.monotonic() - began > 1.5


def test_an_error_of_the_front_says_nothing_of_itself(front):
    front.says(complete=False)
    answer = front.get("/raising/?name=claire")
    assert answer.status == 500 and b"secret" not in answer.body and answer["Content-Type"] == "text/plain; charset=utf-8"
    log = (front.home / "log").read_text()
    assert "RuntimeError at running_front.py:" in log and "claire" not in log and "secret" not in log


def test_printed_pages_do_not_wait_for_django(tmp_path):
    with running(tmp_path, slow=1.5) as front:
        front.prints("/", STORY)
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(front.get, "/desk/")
            began = time.monotonic()
            assert front.get("/").status == 200
            assert time.monotonic() - began < 1 and not waiting.done()
            assert waiting.result().status == 200


def test_printed_pages_do_without_django(tmp_path):
    with running(tmp_path, slow=-1) as front:
        front.prints("/", STORY)
        assert front.get("/").status == 200
        refused = front.get("/desk/")
        assert (refused.status, refused["Retry-After"]) == (503, "10")


# ── What the presser prints on demand ──────────────────────────────────────────


def test_a_page_is_printed_when_it_is_asked_for(front):
    front.says(complete=False)
    with presser(front.home, lambda path: bool(front.prints(path, STORY))) as asked:
        first, again = front.get("/nouveau/"), front.get("/nouveau/")
    assert (first.body.decode(), first["X-Press"], again["X-Press"], asked) == (STORY, "miss", "hit", ["/nouveau/"])


def test_many_who_ask_for_one_page_are_one_question(front):
    front.says(complete=False)
    many = threading.Barrier(10)

    def print_it(path):
        many.wait(10)
        return bool(front.prints(path, STORY))

    def ask(_):
        with ThreadPoolExecutor() as one:
            found = one.submit(front.get, "/couru/")
            many.wait(10)
            return found.result()["X-Press"]

    with presser(front.home, print_it) as asked, ThreadPoolExecutor(9) as pool:
        assert set(pool.map(ask, range(9))) <= {"miss", "hit"}
    assert asked == ["/couru/"]


def test_who_is_refused_is_served_by_django(front):
    front.says(complete=False)
    with presser(front.home, lambda path: False) as asked:
        assert front.get("/refus/")["X-Press"] == "bypass"
    assert asked == ["/refus/"]
    assert front.get("/personne/")["X-Press"] == "bypass"  # nobody listens


@pytest.mark.slow
def test_a_presser_that_is_slow_is_waited_for_three_seconds(front):
    front.says(complete=False)
    with presser(front.home, lambda path: bool(time.sleep(4))):
        began = time.monotonic()
        assert front.get("/lent/")["X-Press"] == "bypass"
        assert 2.9 < time.monotonic() - began < 3.9


# ── What was committed a moment ago ────────────────────────────────────────────


@pytest.fixture
def complete(front):
    front.answers("/+missing/fr/", 404, "<p>Rien ici.")
    return front


def test_nobody_is_told_that_a_page_is_missing_before_the_presser_was_asked(complete):
    with presser(complete.home, lambda path: bool(complete.prints(path, STORY)), lambda path: path) as asked:
        first, again = complete.get("/nouveau/"), complete.get("/nouveau/")
    assert (first.body.decode(), first["X-Press"], again["X-Press"]) == (STORY, "miss", "hit")
    assert (asked, asked.in_doubt) == (["/nouveau/"], [["/nouveau/"]])


def test_a_page_to_come_that_is_mistyped_a_little_is_printed_and_led_to(complete):
    with presser(complete.home, lambda path: bool(complete.prints(path, STORY)), lambda path: "/nouveau/") as asked:
        answer = complete.get("/Nouveau")
    assert (answer.status, answer["Location"], asked, asked.in_doubt) == (301, "/nouveau/", ["/nouveau/"], [["/Nouveau"]])


def test_a_page_that_was_printed_meanwhile_is_served(complete):
    def awaited(path):
        complete.prints(path, STORY)
        return ""

    with presser(complete.home, awaited=awaited) as asked:
        assert complete.get("/nouveau/").body.decode() == STORY
    assert asked == []


def test_where_nobody_can_say_django_does(complete):
    assert complete.get("/absent/")["X-Press"] == "bypass"


def test_a_crowd_that_asks_for_what_is_nowhere_is_few_questions(complete):
    def slowly(path):
        if path.startswith("/0/"):
            time.sleep(0.3)
        return ""

    with presser(complete.home, awaited=slowly) as asked, ThreadPoolExecutor(60) as pool:
        assert {answer.status for answer in pool.map(complete.get, [f"/{number}/" for number in range(60)])} == {404}
    assert len(asked.in_doubt) < 30
    assert sorted(path for question in asked.in_doubt for path in question) == sorted(f"/{number}/" for number in range(60))


# ── Media ──────────────────────────────────────────────────────────────────────


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["images/a/b.avif", "images/é.webp", "masthead/logo.svg", "images/B.JPG", "images/absent.png", "images/a/b.half", "originals/a.jpg", "documents/a.pdf", "images/", "images/../originals/a.jpg"],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_files_of_the_media_are_what_django_sends(front, settings, path, method):
    settings.MEDIA_ROOT = str(front.home / "media")
    for name in ("images/a/b.avif", "images/é.webp", "masthead/logo.svg", "images/B.JPG", "images/a/b.half", "originals/a.jpg", "documents/a.pdf"):
        put(front.home / "media" / name, b"bytes")
    ours = front.get(f"/media/{paths.quote(path)}", method)
    theirs = Client().generic(method, f"/media/{path}")
    assert ours.status == theirs.status_code
    assert ours.body == (b"" if method == "HEAD" else theirs.getvalue())
    assert said(ours.headers) == said(theirs.headers)
    theirs.close()
    if ours["ETag"]:
        assert front.get(f"/media/{paths.quote(path)}", If_None_Match=ours["ETag"]).status == 304


# ── The same headers as Django's ───────────────────────────────────────────────

OURS_ALONE = {"server", "date", "x-press", "server-timing", "content-length", "transfer-encoding", "vary", "etag"}


def said(headers):
    """Headers in small letters, the policy as a set of rules, without what one side has alone."""
    found = {name.lower(): value for name, value in headers.items() if name.lower() not in OURS_ALONE}
    return {**found, "content-security-policy": set(found["content-security-policy"].split("; "))}


@pytest.mark.django_db
def test_a_printed_page_has_the_headers_of_the_same_page_made_by_django(front):
    theirs = Client().get("/")
    front.prints("/", theirs.content.decode())
    ours = front.get("/")
    assert said(ours.headers) == said(theirs.headers)
    assert ours["ETag"] == theirs["ETag"]


@pytest.mark.django_db
def test_a_file_for_programs_has_the_headers_of_the_same_made_by_django(front):
    path = "/api/fr/actors/ines-valmer.json"
    factories.paper()
    accept(record.read(record.story())[0], None)
    theirs = Client().get(path)
    front.prints(path, theirs.content.decode())
    ours = front.get(path)
    assert said(ours.headers) == said(theirs.headers)
    assert ours["Access-Control-Allow-Origin"] == "*"
    front.answers("/api/fr/actors/ancienne.json", 301, Location=path)
    assert front.get("/api/fr/actors/ancienne.json")["Access-Control-Allow-Origin"] == "*"
    assert front.get(path, If_None_Match=ours["ETag"])["Access-Control-Allow-Origin"] == "*"


@pytest.mark.django_db
def test_over_https_browsers_are_told_to_insist(tmp_path, settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS, settings.SECURE_HSTS_PRELOAD = 63072000, True, True
    theirs = Client().get("/", secure=True)
    with running(tmp_path, is_secure=True, behind_proxy=True) as front:
        front.prints("/", theirs.content.decode())
        assert said(front.get("/", X_Forwarded_Proto="https").headers) == said(theirs.headers)
        assert front.get("/", X_Forwarded_Proto="http")["Strict-Transport-Security"] is None
        assert front.get("/")["Strict-Transport-Security"] is None


# ── Memory ─────────────────────────────────────────────────────────────────────


def test_memory_is_bounded_and_the_latest_used_stays(tmp_path):
    memory = Memory(20_000)
    edition = printed.Edition(tmp_path, memory)
    for number in range(20):
        put(tmp_path / f"{number}/index.html", b"x" * 100)
        edition.find(f"/{number}/")
        edition.find("/0/")
    assert memory.held <= 20_000
    assert memory.held == sum(each.size for each in memory.values())
    assert {"/0/", "/19/"} <= set(memory) and "/1/" not in memory


def test_a_page_that_did_not_change_is_not_read_again(tmp_path):
    edition = printed.Edition(tmp_path, Memory(1 << 20))
    for number, ending in enumerate(("", ".br", ".gz")):
        body = STORY.encode()
        put(tmp_path / f"a/index.html{ending}", [body, brotli.compress(body), gzip.compress(body)][number])
    assert edition.find("/a/") is edition.find("/a/")


def test_a_page_too_large_for_memory_is_served_all_the_same(tmp_path):
    edition = printed.Edition(tmp_path, Memory(1000))
    put(tmp_path / "a/index.html", b"x" * 2000)
    assert edition.find("/a/").forms["identity"].body == b"x" * 2000 and not edition.memory


def test_codings_are_read_for_every_header_that_comes():
    assert negotiation.preferred("gzip;q=0, br;q=0") == ("identity",)
    assert negotiation.preferred("*;q=0, gzip;q=0.1") == ("gzip",)


def test_requests_are_answered_outside_the_event_loop(front):
    """Granian's inside, which ``serving`` relies on, is as it was: otherwise a page costs twice as much."""
    from granian import _futures

    assert callable(_futures._cbsched_aioschedule)
    before = _switches(front)
    for _ in range(50):
        front.get("/pays/le-phare/")
    assert _switches(front) - before < 25


def _switches(front):
    """How often the thread of the event loop was woken: it waits, unless it is given something."""
    worker = Path(f"/proc/{front.pid}/task/{front.pid}/children").read_text().split()[0]
    status = Path(f"/proc/{worker}/task/{worker}/status").read_text()
    return int(status.rsplit("\nvoluntary_ctxt_switches:\t", 1)[1].split()[0])


@pytest.mark.parametrize(
    ("to", "query", "header"),
    [
        ("/pays/", "", "/pays/"), ("/pays/", "utm_source=x", "/pays/?utm_source=x"), ("/pays/?a=1", "b=2", "/pays/?a=1&b=2"),
        ("/pays/#haut", "b=2", "/pays/?b=2#haut"), ("/pays/?a=1#haut", "b=2", "/pays/?a=1&b=2#haut"), ("/été/", "", "/%C3%A9t%C3%A9/"),
    ],
)  # fmt: skip
def test_a_redirect_keeps_the_query_that_came(to: str, query: str, header: str) -> None:
    assert paths.location(to, query) == header
