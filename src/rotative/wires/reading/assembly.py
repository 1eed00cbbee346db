"""A story put together from what the page claims and what it shows."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from . import bylines, dates, headline, language
from .claims import Claims
from .story import Block, Picture, Story, Warned
from .surroundings import Surroundings, first_step
from .wording import alike, begins, clean, key

_REPORTED = (
    "standfirst",
    "authors",
    "editor",
    "published",
    "section",
    "essentials",
    "pictures",
    "topics",
    "canonical",
    "outlet",
    "language",
)
_NOBODY = {
    "admin",
    "administrateur",
    "administrator",
    "webmaster",
    "editor",
    "user",
    "root",
    "author",
    "auteur",
    "anonymous",
    "anonyme",
    "wordpress",
}


@dataclass
class Draft:
    """The parts of a story while they are gathered."""

    headline: str
    body: list[Block]
    claims: Claims
    seen: Surroundings
    zone: str
    standfirst: str | None = None
    essentials: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    canonical: str | None = None
    guessed: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def story(self) -> Story:
        """All fields settled, with what was guessed and what was not found."""
        said: dict[str, Any] = {"outlet": self._outlet(), "language": self._language()}
        said |= {
            "authors": self._authors(said["outlet"]),
            "editor": self._editor(),
            "published": self._published(said["language"]),
            "section": self._section(),
            "standfirst": self._standfirst(),
            "topics": self._topics(),
            "essentials": tuple(self.essentials),
            "pictures": tuple(self.pictures),
            "canonical": self.canonical,
        }
        if self.claims.first("paywall"):
            self.warnings.append(Warned("paywall"))
        missing = tuple(name for name in _REPORTED if not said[name])
        said["language"] = (said["language"] or "")[:2] or None
        return Story(
            headline=self.headline,
            body=tuple(self.body),
            guessed=tuple(sorted(self.guessed - set(missing))),
            missing=missing,
            left_out=tuple(self.left_out),
            warnings=tuple(dict.fromkeys(self.warnings)),
            **said,
        )

    def _text(self) -> str:
        return " ".join(block.text for block in self.body)

    def _language(self) -> str | None:
        said: str | None = self.claims.first("language")
        guess = language.guess(self._text())
        if said and re.match(r"[a-zA-Z]{2}\b|[a-zA-Z]{2}_", said) and (guess is None or said[:2].lower() == guess):
            return said.lower().replace("_", "-")
        self.guessed.add("language")
        return guess

    def _outlet(self) -> str | None:
        said = self.claims.first("outlet")
        if said:
            return re.sub(r"^https?://(www\.)?|^@", "", said)
        self.guessed.add("outlet")
        title = self.claims.first("title") or ""
        rest = title[len(self.headline) :] if title.startswith(self.headline) else ""
        ending = re.sub(r"^[\s|\-–—•·:]+", "", rest).split(" | ")[-1]
        host = urlsplit(self.canonical or "").hostname
        return clean(ending) or (host.removeprefix("www.") if host else None)

    def _authors(self, outlet: str | None) -> tuple[str, ...]:
        for source in ("json-ld", "meta", "microdata"):
            for said in self.claims.all("authors", source):
                people = [name for text in said for name in _people(text)]
                people = [name for name in people if key(name) not in _NOBODY and not alike(name, outlet)]
                if people:
                    return tuple(dict.fromkeys(self._as_shown(name) for name in people))
        if self.seen.capitals:
            self.warnings.append(Warned("capitals"))
            self.guessed.add("authors")
        return tuple(name for name in self.seen.authors if not alike(name, outlet) or len(self.seen.authors) == 1)

    def _as_shown(self, name: str) -> str:
        return next((shown for shown in self.seen.authors if alike(shown, name)), bylines.calm(name))

    def _editor(self) -> str | None:
        said: str | None = self.claims.first("editor")
        return next(iter(_people(said)), said) if said else self.seen.editor

    def _published(self, tongue: str | None) -> datetime | None:
        zone = ZoneInfo(self.zone)
        said = [
            text for source in ("json-ld", "meta", "microdata", "time") for text in self.claims.all("published", source)
        ]
        told = [(text, dates.read(text, zone, tongue)) for text in said]
        exact = next(((text, moment) for text, moment in told if moment and dates.has_hour(text)), None)
        days = [moment for _, moment in told if moment]
        if exact:
            return self._zoned(exact[1], bool(re.search(r"(z|utc|gmt|[+-]\d\d:?\d\d)$", exact[0].strip().lower())))
        return self._from_sight(days, zone)

    def _from_sight(self, days: list[datetime], zone: ZoneInfo) -> datetime | None:
        """The visible date, if it is of the day that was claimed; the first that is no update."""
        shown = [one for one, _ in self.seen.dates if not one.updated] or [one for one, _ in self.seen.dates]
        same = [one for one in shown if not days or one.day == days[0].date()]
        best = next((one for one in same if one.hour), None if days else next(iter(same), None))
        if best:
            if not best.hour:
                self._day_only()
            if best.updated or best.ambiguous:
                self.guessed.add("published")
            return self._zoned(best.moment(zone), best.zone is not None)
        if days:
            self._day_only()
            return days[0]
        if self.seen.relative:
            self.warnings.append(Warned("relative_date", text=self.seen.relative))
        return None

    def _day_only(self) -> None:
        self.warnings.append(Warned("no_hour"))
        self.guessed.add("published")

    def _zoned(self, moment: datetime, given: bool) -> datetime:
        if not given:
            self.warnings.append(Warned("no_zone", zone=self.zone))
        return moment

    def _section(self) -> str | None:
        said = next((text for text in self.claims.all("section") if len(text) <= 60), None)
        trail = next(
            (step for steps in self.claims.all("trail") for step in [first_step(steps, self.headline)] if step), None
        )
        if said or trail:
            return re.split(r"\s*[,;>]\s*", said)[0] if said else trail
        self.guessed.add("section")
        return self.seen.section or _from_address(self.canonical)

    def _standfirst(self) -> str | None:
        if self.standfirst:
            return self.standfirst
        for said in self.claims.all("standfirst"):
            text: str = said.strip()
            known = [block.text for block in self.body] + self.essentials + [self.headline]
            if (
                len(text) > 30
                and not any(begins(one, text.rstrip(" .…[]")) or key(text).rstrip(" .…[]") in key(one) for one in known)
                and not begins(self._text(), text.rstrip(" .…[]"))
            ):
                self.guessed.add("standfirst")
                return text
        return None

    def _topics(self) -> tuple[str, ...]:
        said = self.topics or next(iter(self.claims.all("topics")), [])
        return tuple(dict.fromkeys(clean(topic).lstrip("#") for topic in said if 1 < len(topic) <= 60))[:30]


def title_of(claims: Claims, shown: str) -> str:
    """The headline as the reader sees it, spaces tidied."""
    return clean(headline.bare(shown, claims.first("outlet")) if not claims.first("headline") else shown)


def _people(text: str) -> list[str]:
    named = bylines.names(re.sub(r"^(par|by)\s+", "", clean(text), flags=re.I))
    return named or ([clean(text)] if 0 < len(text) <= 60 and not re.match(r"https?:|@", text) else [])


def _from_address(address: str | None) -> str | None:
    """The first part of the path, when it is a word: /monde/europe/titre → Monde."""
    parts = [part for part in unquote(urlsplit(address or "").path).split("/") if part]
    first = parts[0] if len(parts) > 1 else ""
    generic = re.fullmatch(
        r"(article|articles|news|actualites?|actu|story|blog|post|node|fr|en|p|spip.*|index.*|\d+|amp|www)s?",
        first.lower(),
    )
    return first.replace("-", " ").capitalize() if re.fullmatch(r"[^\W\d_][\w-]{2,24}", first) and not generic else None
