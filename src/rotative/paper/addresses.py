"""The paper's addresses, built and read back; a contract (docs/contracts/addresses.md).

The first language lives at the root, the others under their code, each with its own
words. Pure: knows neither the database nor the framework.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "author": "auteurs", "topic": "sujets", "dossier": "dossiers", "search": "recherche", "latest": "dernieres",
        "most_read": "plus-lues", "corrections": "corrections", "about": "a-propos", "legal": "mentions-legales",
        "principles": "principes", "privacy": "vie-privee", "accessibility": "accessibilite", "funding": "financement",
        "support": "soutenir", "staff": "redaction", "contact": "contact", "actor": "acteurs", "text": "textes",
        "statement": "declarations",
    },
    "en": {
        "author": "authors", "topic": "topics", "dossier": "dossiers", "search": "search", "latest": "latest",
        "most_read": "most-read", "corrections": "corrections", "about": "about", "legal": "legal",
        "principles": "principles", "privacy": "privacy", "accessibility": "accessibility", "funding": "funding",
        "support": "support", "staff": "newsroom", "contact": "contact", "actor": "actors", "text": "texts",
        "statement": "statements",
    },
}  # fmt: skip
LISTS = ("author", "topic", "dossier", "actor", "text", "statement")
NUMBERED = ("page", "author", "topic", "latest", "corrections", "actor")
RECORDED = ("actor", "article", "dossier", "text", "statement")  # what the record tells programs of
FEEDS = {"feed.atom": "atom", "feed.rss": "rss"}
API = re.compile(rf"/api/([\w-]+)/({'|'.join(RECORDED)})s/([^/]+)\.json")


@dataclass(frozen=True)
class Address:
    """A place in the paper.

    kind: front, page (a section or a story), author, topic, dossier, actor, text, statement, day, or one of
    the single pages (search, latest, legal…). parts: slugs (a statement's is its number), or year, month and day.
    feed: ``atom``, ``rss`` or nothing. number: of an older page, 0 for the newest.
    """

    language: str
    kind: str
    parts: tuple[str, ...] = ()
    feed: str = ""
    number: int = 0
    path: str = field(default="", compare=False)

    @property
    def slug(self) -> str:
        return self.parts[-1] if self.parts else ""

    @property
    def day(self) -> date:
        return date(*map(int, self.parts))

    def of(self, slug: str, languages: list[str]) -> str:
        """The same address of another thing of its kind: its page, its feed or its file for programs."""
        if self.path.endswith(".json"):
            return api(self.language, self.kind, slug)
        path = Paths(self.language, languages).listed(self.kind, slug)
        return feed(path, self.feed) if self.feed else path


class Paths:
    """Builds addresses in one language."""

    def __init__(self, language: str, languages: list[str]) -> None:
        self.language = language
        self.words = WORDS.get(language, WORDS["en"])
        self.front = "/" if language == languages[0] else f"/{language}/"

    def single(self, kind: str) -> str:
        return f"{self.front}{self.words[kind]}/"

    def listed(self, kind: str, slug: str) -> str:
        return f"{self.front}{self.words[kind]}/{slug}/"

    def day(self, day: date) -> str:
        return f"{self.front}{day:%Y/%m/%d}/"


def numbered(list_path: str, number: int) -> str:
    """An older page of a list: ``/pays/page/3/``."""
    return f"{list_path}page/{number}/" if number else list_path


def follow(kind: str, number: int, language: str) -> str:
    """Where a reader follows something: never printed."""
    return f"/_/follow/{kind}/{number}/?in={language}"


def feed(list_path: str, form: str) -> str:
    """The feed of a list: ``/pays/feed.atom``."""
    return f"{list_path}feed.{form}"


def api(language: str, kind: str, name: object) -> str:
    """What the record says of something, for programs: ``/api/fr/actors/ines-valmer.json``."""
    return f"/api/{language}/{kind}s/{name}.json"


def read_api(path: str, languages: list[str]) -> Address | None:
    """The address of a file for programs that a path names, or None when there can be none."""
    found = API.fullmatch(path)
    return Address(found[1], found[2], (found[3],), path=path) if found and found[1] in languages else None


def card_path(language: str, slug: str) -> str:
    """The card of a text under negotiation, for frames in other sites' pages."""
    return f"/_/embed/{language}/text/{slug}/"


def read(path: str, languages: list[str]) -> Address | None:
    """The address that a path names, or None when no page can be there.

    ``path`` begins with a slash and, but for feeds, ends with one.
    """
    parts = path.strip("/").split("/") if path.strip("/") else []
    language = languages[0]
    if parts and parts[0] in languages[1:]:
        language = parts.pop(0)
    form, number = "", 0
    if parts and parts[-1] in FEEDS:
        form = FEEDS[parts.pop()]
    elif len(parts) > 1 and parts[-2] == "page" and re.fullmatch(r"[1-9]\d{0,6}", parts[-1]):
        number = int(parts[-1])
        parts = parts[:-2]
    kind = _kind(parts, language)
    if number and kind and kind[0] not in NUMBERED:
        return None
    return kind and Address(language, kind[0], tuple(kind[1]), form, number, path)


def _kind(parts: list[str], language: str) -> tuple[str, list[str]] | None:
    if not parts:
        return "front", []
    words = WORDS.get(language, WORDS["en"])
    for kind, word in words.items():
        if parts[0] == word and kind in LISTS:
            return (kind, parts[1:]) if len(parts) == 2 else None
        if parts == [word]:
            return kind, []
    if re.fullmatch(r"\d{4}", parts[0]):
        return ("day", parts) if _is_day(parts) else None
    return "page", parts


def _is_day(parts: list[str]) -> bool:
    if [len(part) for part in parts] != [4, 2, 2]:
        return False
    try:
        date(*map(int, parts))
    except ValueError:
        return False
    return True
