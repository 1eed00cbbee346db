"""The link that ends letters with one click (RFC 8058): it says whose and which, to the paper alone, and opens nothing.

What it says is encrypted and signed under a key derived from the paper's secret: nobody reads a name or a number in it, nor makes one
for somebody else. It holds as long as the secret does, for a letter may be opened years later.
"""
from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.urls import reverse

INFO = b"rotative.masthead.readers.notices"


@dataclass(frozen=True, slots=True)
class Ending:
    """Letters that end: of some kinds, to an account; or those that an address without one asked for by a wish."""

    user: int | None
    wish: int | None
    kinds: tuple[str, ...]


def url_of(ending: Ending, language: str) -> str:
    """The whole address, as a letter has it."""
    return f"{settings.ROTATIVE_URL}{reverse('unsubscribe', args=[token_of(ending)])}?in={language}"


def token_of(ending: Ending) -> str:
    told = json.dumps([ending.user, ending.wish, *ending.kinds], separators=(",", ":"))
    return _fernet(settings.SECRET_KEY).encrypt(told.encode()).decode()


def read(token: str) -> Ending | None:
    """What a link ends; none for one that is not the paper's."""
    try:
        user, wish, *names = json.loads(_fernet(settings.SECRET_KEY).decrypt(token.encode()))
    except InvalidToken:
        return None
    return Ending(user, wish, tuple(names))


def headers(url: str, host: str) -> dict[str, str]:
    """What a letter has so that a mail program shows a button. The paper's mail server signs them (RFC 8058, 4)."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "List-Id": f"<notices.{host}>"}


def only(user: int | None, wish: int | None, names: Sequence[str]) -> Ending:
    """For the kinds of one letter, each named once."""
    return Ending(user, wish, tuple(dict.fromkeys(names)))


@lru_cache(maxsize=4)
def _fernet(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
