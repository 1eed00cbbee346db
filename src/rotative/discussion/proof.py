"""Proof of work for guests: a browser computes for a second before it sends, which costs one person little and a flood much.

The protocol is ALTCHA's, version 2; nothing is asked of a third party. ``challenge`` makes one for a story,
``verify`` takes what the browser made of it, once.
"""
from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import Any

from altcha import Challenge, Payload, create_challenge, verify_solution
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rotative.masthead import tallies

ALGORITHM = "PBKDF2/SHA-256"
COST = 3_000  # rounds a key: about a millisecond
LEAST, MOST = 300, 700  # keys: which of them is the right one is drawn, so that all have about the same work
MINUTES = 20
LONGEST = 4_096  # letters of a payload; ours have about 900


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that holds. mark: its challenge's; of a mark that is kept in a unique column, no second text can be accepted by any process."""

    mark: str
    seconds: float


class Refused(Exception):
    """The proof does not hold. told: what the writer, who keeps the text, can do."""

    told: str | Promise = _("Your browser’s work before sending could not be checked. Send the text again.")


class Missing(Refused):
    """There is none: a browser without script."""

    told = _("Your browser did not do its work before sending. With scripts switched on it does; without, confirm your e-mail address.")


class Expired(Refused):
    """More than twenty minutes old."""

    told = _("You took longer than twenty minutes, which is fine. Send the text again.")


class Replayed(Refused):
    """Taken once already."""

    told = _("This was sent once already. If your text is not there, send it again.")


class Elsewhere(Refused):
    """Made for another story."""

    told = _("This was prepared for another story. Send the text again.")


class Forged(Refused):
    """Not signed by this paper, or not solved."""


def challenge(article_id: int) -> dict[str, Any]:
    """What a browser is asked to do, as JSON. It knows the story, and lasts twenty minutes."""
    made = create_challenge(
        ALGORITHM,
        COST,
        counter=LEAST + secrets.randbelow(MOST - LEAST),
        expires_at=int(time.time()) + 60 * MINUTES,
        data={"article": article_id, "most": MOST},
        hmac_secret=_secret("challenge"),
        hmac_key_secret=_secret("key"),
    )
    return made.to_dict()


def verify(payload: str, article_id: int) -> Proof:
    """Take a proof, once. Raises Refused."""
    sent = _read(payload)
    result = verify_solution(sent, _secret("challenge"), hmac_key_secret=_secret("key"))
    if result.expired:
        raise Expired
    if not result.verified:
        raise Forged
    mark = _mark(sent.challenge)
    if (sent.challenge.parameters.data or {}).get("article") != article_id:
        raise Elsewhere
    if tallies.add(f"proof:{mark}", 60 * MINUTES + 60) > 1:
        raise Replayed
    return Proof(mark, _seconds(sent.solution.time))


def _read(payload: str) -> Payload:
    if not payload:
        raise Missing
    if len(payload) > LONGEST:
        raise Forged
    try:
        return Payload.from_base64(payload)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Forged from error


def _mark(taken: Challenge) -> str:
    """The challenge's own signature: the payload around it could be written in many ways."""
    return str(taken.signature)


def _seconds(milliseconds: Any) -> float:
    """How long the browser says it took; nobody relies on it."""
    return min(3_600.0, max(0.0, milliseconds / 1_000)) if isinstance(milliseconds, int | float) and milliseconds == milliseconds else 0.0


def _secret(what: str) -> bytes:
    """A key of this use alone, from the paper's secret."""
    return salted_hmac("rotative.discussion.proof", what, algorithm="sha256").digest()
