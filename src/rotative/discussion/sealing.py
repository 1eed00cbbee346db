"""How what is held is sealed: Fernet, under a key derived from a secret of the paper's own. Pure, but for the setting."""
from __future__ import annotations

import base64
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

INFO = b"rotative.discussion.sealed"


class Unreadable(Exception):
    """It was sealed with another secret, or changed since."""


def seal(told: dict[str, Any]) -> str:
    return _fernet(settings.SEALING_KEY).encrypt(json.dumps(told, ensure_ascii=False).encode()).decode()


def opened(held: str) -> dict[str, Any]:
    """Raises Unreadable."""
    try:
        told: dict[str, Any] = json.loads(_fernet(settings.SEALING_KEY).decrypt(held.encode()))
    except InvalidToken:
        raise Unreadable from None
    return told


@lru_cache(maxsize=4)
def _fernet(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=INFO).derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
