"""Bank accounts, proven by their check digits (ISO 13616, ISO 7064)."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Rules, Span, Submission
from rotative.discussion.moderation.letters import level
from rotative.discussion.moderation.private import finding
from rotative.discussion.moderation.wording import _

# How long each country's are.
_LENGTHS = """
    AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BR:29 CH:21 CR:22 CY:28 CZ:24 DE:22 DK:18 DO:28 EE:20 EG:29 ES:24 FI:18 FO:18 FR:27 GB:22 GE:22 GI:23
    GL:18 GR:27 GT:28 HR:21 HU:28 IE:22 IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30 KZ:20 LB:28 LI:21 LT:20 LU:20 LV:21 MC:27 MD:24 ME:22 MK:19 MR:27 MT:31 NL:18 NO:15
    PK:24 PL:28 PS:29 PT:25 QA:29 RO:24 RS:22 SA:24 SE:24 SI:19 SK:24 SM:27 TN:24 TR:26 UA:29 VG:24 XK:20
"""
LENGTHS = {pair[:2]: int(pair[3:]) for pair in _LENGTHS.split()}
_START = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[ .-]?[0-9][ .-]?[0-9](?=[ .-]?[A-Z0-9])", re.I)
_REST = re.compile(r"(?:[ .-]{0,2}[A-Z0-9]){1,30}", re.I)
_GAPS = re.compile(r"[ .-]")


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """In groups or not."""
    yield from finding("iban", submission.text, _accounts(level(submission.text)), _("A bank account: %(seen)s"), _("the number of a bank account"), 0.9)


def _accounts(text: str) -> Iterator[Span]:
    for start in _START.finditer(text):
        head = _GAPS.sub("", start[0]).upper()
        rest = _REST.match(text, start.end())
        end = rest and _end(text, start.end(), LENGTHS.get(head[:2], 0) - len(head), rest.end())
        if end and is_iban(_GAPS.sub("", text[start.start() : end]).upper()):
            yield start.start(), end


def _end(text: str, start: int, letters: int, last: int) -> int:
    """Where so many letters and digits end, or 0 if there are fewer."""
    places = [place for place in range(start, last) if text[place].isalnum()]
    return places[letters - 1] + 1 if 0 < letters <= len(places) else 0


def is_iban(account: str) -> bool:
    """Whether the check digits are right."""
    turned = account[4:] + account[:4]
    return turned.isascii() and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
