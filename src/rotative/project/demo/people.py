"""The people of L'Amer: who signs, who has an account, and what stories are about."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from wagtail.models import Locale

from rotative.masthead.models import User
from rotative.masthead.roles import Role
from rotative.newsroom.models import Author, AuthorText, Dossier, DossierAuthor, FrontPage, Section, Topic
from rotative.project import founding
from rotative.project.demo.cast import LANGUAGES, Cast

STAFF = {
    Role.PUBLISHER: ("Camille Aubertin", "camille.aubertin@amer.example"),
    Role.EDITOR: ("Baptiste Rol", "baptiste.rol@amer.example"),
    Role.REPORTER: ("Inès Quéméner", "ines.quemener@amer.example"),
    Role.MODERATOR: ("Yann Le Goaziou", "moderation@amer.example"),
}


@dataclass
class Desk:
    """What stories are filed with: every row by its name in the story files, by language."""

    users: dict[Role, User]
    authors: dict[str, Author]
    sections: dict[str, dict[str, Section]]
    topics: dict[str, dict[str, Topic]]
    dossiers: dict[str, dict[str, Dossier]]


def engage(cast: Cast, fronts: dict[str, FrontPage], portraits: dict[str, int], passwords: dict[Role, str]) -> Desk:
    """Make everyone and everything that a story can name."""
    authors = {said["slug"]: _author(said, portraits) for said in cast.people["authors"]}
    sections = _sections(cast.people["sections"], fronts)
    users = {role: _account(role, passwords[role], sections, authors) for role in Role}
    topics = _translated(cast.people["topics"], Topic, ["name"])
    dossiers = _translated(cast.people["dossiers"], Dossier, ["name", "headline", "standfirst"])
    for said in cast.people["dossiers"]:
        for language in LANGUAGES:
            _follow(dossiers[language][said["slug"][language]], [authors[slug] for slug in said["authors"]])
    return Desk(users, authors, sections, topics, dossiers)


def _author(said: dict[str, Any], portraits: dict[str, int]) -> Author:
    author = Author(name=said["name"], slug=said["slug"], email=said.get("email", ""), speaks=" ".join(said.get("languages", [])))
    author.on_staff = bool(said.get("email"))
    author.portrait_id = portraits.get(said["slug"])
    author.texts = [AuthorText(language=code, role=said["role"][code], biography=f"<p>{said['bio'][code]}</p>") for code in LANGUAGES]
    author.save()
    return author


def _account(role: Role, password: str, sections: dict[str, dict[str, Section]], authors: dict[str, Author]) -> User:
    name, email = STAFF[role]
    top = {section.pk: section for each in sections.values() for section in each.values() if section.depth == 3}
    user = founding.account(email, name, role, password, list(top.values()) if role == Role.EDITOR else [])
    author = next((each for each in authors.values() if each.email == email), None)
    if author:
        author.user = user
        author.save(update_fields=["user"])
    return user


def _sections(said: Iterable[dict[str, Any]], fronts: dict[str, FrontPage]) -> dict[str, dict[str, Section]]:
    """Sections by language and slug; the French slug names a section in any language."""
    found: dict[str, dict[str, Section]] = {code: {} for code in LANGUAGES}
    for each in said:
        key = uuid4()
        for code in LANGUAGES:
            section = Section(title=each["name"][code], slug=each["slug"][code], description=each["description"][code], translation_key=key)
            section.locale_id = fronts[code].locale_id
            parent = found[code][each["parent"]] if "parent" in each else fronts[code]
            parent.add_child(instance=section)
            section.save_revision().publish()
            found[code][each["slug"]["fr"]] = found[code][each["slug"][code]] = section
    return found


def _translated(said: Iterable[dict[str, Any]], model: Any, fields: list[str]) -> dict[str, dict[str, Any]]:
    """Rows of a translatable model by language and slug; the French slug names them in any language."""
    found: dict[str, dict[str, Any]] = {code: {} for code in LANGUAGES}
    for each in said:
        key = uuid4()
        for code in LANGUAGES:
            words = {name: each[name][code] for name in fields}
            row = model(slug=each["slug"][code], locale=Locale.objects.get(language_code=code), translation_key=key, **words)
            row.save()
            found[code][each["slug"]["fr"]] = found[code][each["slug"][code]] = row
    return found


def _follow(dossier: Dossier, authors: Iterable[Author]) -> None:
    dossier.followed_by = [DossierAuthor(author=author) for author in authors]
    dossier.save()
