"""The last part of an address, made of a headline: plain letters, a hyphen for an apostrophe.

Letters of other scripts stay as they are.
"""
from __future__ import annotations

import re

from django.utils.text import slugify

PLAIN = {
    "a": "àáâãäå", "ae": "æ", "c": "çćč", "e": "èéêëě", "i": "ìíîï", "l": "ł", "n": "ñńň", "o": "òóôõöø", "oe": "œ", "r": "ř", "s": "śšş", "ss": "ß",
    "u": "ùúûüů", "y": "ýÿ", "z": "źžż",
}  # fmt: skip
FORMATTERS = [("['’]", " "), *((f"[{letters}{letters.upper() if letters != 'ß' else ''}]", plain) for plain, letters in PLAIN.items())]


def slug_of(title: str) -> str:
    """``N'est-ce pas l'été ?`` is ``n-est-ce-pas-l-ete``. The desk does the same as one types, by ``FORMATTERS``."""
    for pattern, plain in FORMATTERS:
        title = re.sub(pattern, plain, title)
    return slugify(title, allow_unicode=True)[:200].strip("-")
