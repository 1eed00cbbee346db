"""What would stop a paper from going public, in plain words: ``examine()``. Django is loaded.

Each check is a function that yields findings; ``CHECKS`` lists them in the order in which
one would settle them.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.db.models import Q

from rotative.library.models import Picture
from rotative.masthead.languages import languages
from rotative.masthead.models import Masthead, User
from rotative.masthead.roles import GROUPS, Role
from rotative.newsroom.models import Article
from rotative.press import migrated

NOTICE = {
    "publisher": "a publisher",
    "publisher_address": "the publisher's address",
    "director": "a director of publication",
    "host": "a host",
    "host_address": "the host's address",
    "host_telephone": "the host's telephone number",
    "email": "an e-mail address of the newsroom",
}
SAID = {"principles": "publishing principles", "corrections_policy": "a corrections policy", "accessibility": "an accessibility statement", "funding": "a word on who pays for it"}
SHORTEST_SECRET = 40


@dataclass(frozen=True)
class Finding:
    """Something to settle. ``stops``: the paper should not go public before."""

    what: str
    todo: str
    stops: bool = True


Check = Callable[[], Iterator[Finding]]


def examine() -> list[Finding]:
    """All that is to be settled; when the database is behind, only that."""
    behind = list(database())
    return behind or [finding for check in CHECKS for finding in check()]


def database() -> Iterator[Finding]:
    if pending := migrated.pending():
        yield Finding(f"The database is {len(pending)} migrations behind the program.", "Run `rotative migrate`; `rotative serve` does it, too.")


def demonstration() -> Iterator[Finding]:
    if settings.HOME.is_demonstration:
        yield Finding("This is a demonstration paper: it answers to any host, and its passwords lie in its folder.", "Make your own with `rotative new FOLDER`.")


def address() -> Iterator[Finding]:
    if not settings.ROTATIVE_URL.startswith("https://"):
        yield Finding(f"The paper's address is {settings.ROTATIVE_URL}, without encryption.", "Set ROTATIVE_URL to its public https:// address.")
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding("The paper answers to any host.", "Remove ALLOWED_HOSTS: it then answers to the host of ROTATIVE_URL.")


def proxy() -> Iterator[Finding]:
    """`rotative serve` speaks no TLS: with https, a web server stands in front, and is who asks."""
    if settings.ROTATIVE_URL.startswith("https://") and not settings.BEHIND_PROXY:
        yield Finding(
            "No proxy is believed, so every reader seems to come from the web server in front: likes and readings are counted as those of one network.",
            "Set BEHIND_PROXY=true, and let the web server set X-Forwarded-For and X-Forwarded-Proto.",
            stops=False,
        )


def debugging() -> Iterator[Finding]:
    if settings.DEBUG:
        yield Finding("DEBUG is on: errors would show the program's insides to readers.", "Remove DEBUG from the environment.")


def secret() -> Iterator[Finding]:
    weak = len(settings.SECRET_KEY) < SHORTEST_SECRET or "insecure" in settings.SECRET_KEY or len(set(settings.SECRET_KEY)) < 10
    if weak:
        yield Finding("The secret key is easy to guess.", "Remove SECRET_KEY: the paper then keeps a secret of its own in its folder.")


def mail() -> Iterator[Finding]:
    if not settings.EMAIL_URL:
        yield Finding("The paper can not send mail: forgotten passwords and notices to the newsroom go nowhere.", "Set EMAIL_URL, such as smtps://user:password@mail.example.org.")
    elif not settings.DEFAULT_FROM_EMAIL:
        yield Finding("Mail has no sender.", "Set MAIL_FROM to an address of the paper.")


def accounts() -> Iterator[Finding]:
    publishers = Group.objects.filter(name=GROUPS[Role.PUBLISHER])
    people = User.objects.filter(Q(groups__in=publishers) | Q(is_superuser=True), is_active=True)
    if not any(user.has_usable_password() for user in people):
        yield Finding("Nobody can sign in as publisher.", "Make an account: `rotative createsuperuser`.")
    invented = list(User.objects.filter(is_active=True).filter(Q(email__endswith=".example") | Q(email__endswith="@localhost")).values_list("email", flat=True))
    if invented:
        yield Finding(f"Accounts with invented addresses can sign in: {', '.join(invented[:5])}.", "Give them real addresses at the desk, under Settings, Users; or close them.")


def legal_notice() -> Iterator[Finding]:
    """What French law demands of an online press publisher (LCEN, art. 1-1)."""
    paper = Masthead.objects.first() or Masthead()
    missing = [words for field, words in NOTICE.items() if not getattr(paper, field).strip()]
    if missing:
        yield Finding(f"The legal notice lacks {_list(missing)}.", "Fill it in at the desk, under Settings, Masthead.")


def principles() -> Iterator[Finding]:
    """What readers expect to find, though no law stops a paper without it."""
    paper = Masthead.objects.first() or Masthead()
    for language in languages():
        text = paper.text(language)
        missing = [words for field, words in SAID.items() if not getattr(text, field).strip()]
        if missing:
            yield Finding(f"In “{language}”, readers do not find {_list(missing)}.", "Write it at the desk, under Settings, Masthead.", stops=False)


def pictures() -> Iterator[Finding]:
    waiting = Picture.objects.filter(sizes_ready=False).count()
    if waiting:
        yield Finding(f"{waiting} pictures have no sizes yet, and show late or not at all.", "Let `rotative serve` run until its worker has made them.", stops=False)


def logo() -> Iterator[Finding]:
    paper = Masthead.objects.first() or Masthead()
    if paper.logo and not paper.logo.storage.exists(paper.logo.name):
        yield Finding("The logo's file is missing: the paper's name is set in type.", "Upload it again at the desk, under Settings, Masthead.", stops=False)


def stories() -> Iterator[Finding]:
    if not Article.objects.live().exists():
        yield Finding("No story is published.", "Write one at the desk.", stops=False)


def backup() -> Iterator[Finding]:
    yield Finding(f"Rotative does not see your backups. All of the paper is in {settings.HOME.path}.", "Copy it every night; docs/how-to/back-up-a-paper.md says how.", stops=False)


CHECKS: tuple[Check, ...] = (demonstration, address, proxy, debugging, secret, mail, accounts, legal_notice, principles, logo, pictures, stories, backup)


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
