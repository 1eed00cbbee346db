"""Marks, salts and sources: enough to tell acts apart, not enough to tell who acted."""
import pytest
from hypothesis import given
from hypothesis import strategies as some

from rotative.audience import marks

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
CHROME = "Mozilla/5.0 (Linux; Android 15; CUBOT X90) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1"


def test_a_mark_is_random_and_only_its_hash_is_kept():
    one, other = marks.new_mark(), marks.new_mark()
    assert one != other and marks.is_mark(one) and len(marks.hashed(one)) == 64 and one not in marks.hashed(one)


@pytest.mark.parametrize("text", ["", "a", "a" * 23, "é" * 22, "a" * 21 + ";", "a" * 21 + "\n"])
def test_what_is_no_mark(text):
    assert not marks.is_mark(text)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
        ("[2001:db8:1::4]", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("nowhere", ""),
        ("", ""),
    ],
)
def test_addresses_are_shortened(address, network):
    assert marks.shortened(address) == network


def test_a_source_is_the_same_within_a_network_and_a_day():
    today, tomorrow = marks.new_salt(), marks.new_salt()
    assert marks.source("203.0.113.1", today) == marks.source("203.0.113.200", today)
    assert marks.source("203.0.113.1", today) != marks.source("203.0.114.1", today)
    assert marks.source("203.0.113.1", today) != marks.source("203.0.113.1", tomorrow)


@given(some.text(max_size=60))
def test_any_address_has_a_source(text):
    assert len(marks.source(text, "salt")) == 64


@pytest.mark.parametrize("agent", [FIREFOX, CHROME, SAFARI])
def test_browsers_are_no_bots(agent):
    assert not marks.is_bot(agent)


@pytest.mark.parametrize(
    "agent",
    ["", " ", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.5", "python-requests/2.32", "Feedly/1.0",
     "facebookexternalhit/1.1", "Mozilla/5.0 HeadlessChrome/142", "Mozilla/5.0 (compatible; bingbot/2.0)", "ia_archiver", "Bytespider"],
)  # fmt: skip
def test_programs_are(agent):
    assert marks.is_bot(agent)
