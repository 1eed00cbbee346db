"""Which form of a page a browser wants, and whether it has it already (RFC 9110, 12.5.3 and 13.1.2)."""
from __future__ import annotations

import re
from typing import Any

CODINGS = ("br", "gzip", "identity")
_TAG = re.compile(r'"[^"]*"')


def preferred(header: str | None) -> tuple[str, ...]:
    """The codings that a browser takes, best first; ours decides among equals.

    Without a coding it takes, it gets the page as it is: one may read that, an error not.
    """
    asked = _weights(header or "")
    rest = asked.get("*", 0.0)
    weights = {coding: asked.get(coding, rest) for coding in CODINGS}
    if "identity" not in asked and "*" not in asked:
        weights["identity"] = 1e-4  # less than anything that was named
    taken = [coding for coding in CODINGS if weights[coding] > 0]
    return tuple(sorted(taken, key=lambda coding: -weights[coding])) or ("identity",)


def _weights(header: str) -> dict[str, float]:
    found = {}
    for part in header.lower().split(","):
        coding, _, parameter = part.partition(";")
        found[coding.strip().replace("x-gzip", "gzip")] = _weight(parameter)
    found.pop("", None)
    return found


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0


def known_tags(headers: Any) -> str:
    """``If-None-Match`` as one list, however many lines it came in (RFC 9110, 5.3)."""
    return ", ".join(headers.get_all("if-none-match"))


def has_already(header: str, tag: str) -> bool:
    """Whether ``If-None-Match`` names a tag: a list, weak tags and ``*`` count."""
    return header.strip() == "*" or tag in _TAG.findall(header)
