"""A fragment of a page that is read elsewhere keeps its links and its pictures."""
from __future__ import annotations

import pytest

from rotative.paper.files.outside import absolute

PAGE = "https://amer.example/pays/un/"


@pytest.mark.parametrize(
    ("html", "outside"),
    [
        ('<a href="/mer/deux/">x</a>', '<a href="https://amer.example/mer/deux/">x</a>'),
        ('<a href="#notes">x</a>', '<a href="https://amer.example/pays/un/#notes">x</a>'),
        ('<a href="https://example.org/a?b=1&amp;c=2">x</a>', '<a href="https://example.org/a?b=1&amp;c=2">x</a>'),
        ('<a href="mailto:a@amer.example">x</a>', '<a href="mailto:a@amer.example">x</a>'),
        ("<img alt='' src='/media/a.webp'>", "<img alt='' src='https://amer.example/media/a.webp'>"),
        (
            '<source type="image/avif" srcset="/media/a.avif 320w, /media/b.avif 640w">',
            '<source type="image/avif" srcset="https://amer.example/media/a.avif 320w, https://amer.example/media/b.avif 640w">',
        ),
        ('<p>Write href="/a" here</p>', '<p>Write href="/a" here</p>'),
    ],
)
def test_addresses_are_absolute(html: str, outside: str) -> None:
    assert absolute(html, PAGE) == outside
    assert absolute(outside, PAGE) == outside
