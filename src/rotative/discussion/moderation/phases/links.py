"""How many links a text has, and whether one hides where it leads."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Span, Submission
from rotative.discussion.moderation.letters import level
from rotative.discussion.moderation.quoting import quoted
from rotative.discussion.moderation.wording import Said, _, ngettext

MANY = 50  # links that are looked at
_ENDINGS = "com|org|net|info|biz|fr|eu|be|ch|ca|uk|de|es|it|ru|cn|io|co|tv|xyz|shop|online|website|store|ly|gl"
# After a full stop without its blank, a sentence goes on with a capital: "la ville.De plus" is no link.
_ENDING = f"(?-i:{_ENDINGS}|{_ENDINGS.upper()})"
_LINK = re.compile(
    r"(?<![\w@.-])(?:"
    r"(?:https?|ftp|hxxps?)\s?:\s?//[^\s<>\"«»]{1,2000}"
    r"|www\.[^\s<>\"«»]{1,2000}"
    rf"|[a-z0-9][a-z0-9-]{{0,62}}(?:(?:\.|\[\.\]|\(\.\))[a-z0-9-]{{1,63}}){{0,4}}(?:\.|\[\.\]|\(\.\)){_ENDING}(?![\w@-])(?:/[^\s<>\"«»]{{0,2000}})?"
    r")",
    re.I,
)
_SCRIPT = re.compile(r"(?<!\w)(?:(?:javascript|vbscript):\S|data:\w{1,20}/\w)", re.I)
_SHORTENERS = frozenset(
    ("bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rebrand.ly", "s.id", "shorturl.at", "t.co", "tiny.cc", "tinyurl.com", "urlz.fr")
)
_HOST = re.compile(r"(?:[a-z]+\s?:\s?//)?([^/?#\s]*)", re.I)
_NUMBERS = re.compile(r"[\d.]+(?::\d+)?|\[[\da-f:]+\].*|0x[\da-f]+", re.I)


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Too many links, and each kind of disguise; the paper's own links are not counted."""
    text = level(submission.text)
    links = [found.span() for found, _place in zip(_LINK.finditer(text), range(MANY), strict=False)]
    foreign = [span for span in links if not _is_own(_host(text, span), rules.hosts)]
    if len(foreign) > rules.links:
        yield _hold(_count(len(foreign), rules.links), foreign, 0.5, _too_many(rules.links))
    hiding = [span for span in foreign if _hides(_host(text, span))]
    if hiding:
        yield _hold(_("A link hides where it leads: %(link)s", link=quoted(submission.text, *hiding[0])), hiding, 0.7, _("Your text has a link that hides where it leads. Write the full address of the page."))
    scripts = [found.span() for found, _place in zip(_SCRIPT.finditer(text), range(MANY), strict=False)]
    if scripts:
        yield _hold(_("What would be a program if it were a link: %(link)s", link=quoted(submission.text, *scripts[0], 20)), scripts, 0.6)


def _host(text: str, span: Span) -> str:
    found = _HOST.match(text[slice(*span)])
    return (found[1] if found else "").lower().replace("[.]", ".").replace("(.)", ".")


def _is_own(host: str, hosts: tuple[str, ...]) -> bool:
    return any(host == own or host.endswith(f".{own}") for own in hosts)


def _hides(host: str) -> bool:
    """A shortener, a bare number, a name and password before the host, letters that are not what they seem."""
    return host.removeprefix("www.") in _SHORTENERS or bool(_NUMBERS.fullmatch(host)) or "@" in host or "xn--" in host or not host.isascii()


def _count(number: int, allowed: int) -> Said:
    return ngettext("%(number)s link, where %(allowed)s may stand.", "%(number)s links, where %(allowed)s may stand.", number, allowed=allowed)


def _too_many(allowed: int) -> Said:
    if allowed == 0:
        return _("A text with a link is read before it appears.")
    return ngettext("A text with more than %(number)s link is read before it appears.", "A text with more than %(number)s links is read before it appears.", allowed)


def _hold(reason: Said, spans: list[Span], weight: float, told: Said | None = None) -> Finding:
    return Finding(phase="links", outcome=Outcome.HOLD, reason=reason, told=told, spans=tuple(spans), weight=weight)
