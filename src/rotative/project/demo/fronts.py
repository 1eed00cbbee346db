"""The fronts and the masthead: what the publisher of L'Amer has set."""
from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile

from rotative.masthead.models import Masthead, MastheadText
from rotative.newsroom.models import Article, FrontPage, FrontSection, FrontSlot
from rotative.project.demo.cast import HERE, LANGUAGES, Cast
from rotative.project.demo.days import Calendar
from rotative.project.demo.people import Desk

PLACES = ("lead", "second", "opinion", "story")  # briefs are the newest, by themselves
BESIDE = 2


def set_masthead(cast: Cast, calendar: Calendar) -> None:
    """Fill in the paper's identity and its texts."""
    paper = Masthead.objects.get()
    said = cast.people["paper"]
    values = {"name": said["name"], "time_zone": said["timezone"], "accent": said["accent"], "accent_dark": said["accent_dark"]}
    values |= {name: value.strip() if isinstance(value, str) else value for name, value in cast.masthead["fields"].items()}
    values |= {name: calendar.day(days) for name, days in cast.masthead["days"].items()}
    for name, value in values.items():
        setattr(paper, name, value)
    paper.texts = [MastheadText(language=code, **_stripped(cast.masthead[code])) for code in LANGUAGES]
    paper.logo.save("amer.svg", ContentFile((HERE / "logo.svg").read_bytes()), save=False)
    paper.full_clean()
    paper.save()


def _stripped(texts: dict[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in texts.items()}


def set_front(front: FrontPage, cast: Cast, desk: Desk, pages: dict[str, Article]) -> None:
    """Place the stories that say where they stood, the dossier's band and the columns."""
    language, said = front.locale.language_code, cast.masthead["front"]
    front.ear = said["ear"][language]
    front.dossier = desk.dossiers[language][said["dossier"]]
    front.slots = [FrontSlot(place=place, article=page) for place, page in _slots(language, cast, pages)]
    front.columns = [FrontSection(section=desk.sections[language][slug]) for slug in said["columns"]]
    front.save_revision().publish()


def _slots(language: str, cast: Cast, pages: dict[str, Article]) -> list[tuple[str, Any]]:
    near = {slug for story in cast.in_language(language) if story.front == "lead" for slug in story.related}
    stories = sorted(cast.in_language(language), key=lambda story: (story.slug not in near, story.days, story.time))
    placed = {place: [story for story in stories if story.front == place] for place in PLACES}
    standing = {story.slug for rows in placed.values() for story in rows}
    beside = [slug for story in placed["lead"] for slug in story.related if slug not in standing][:BESIDE]
    slots = [(place, pages[f"{language}/{story.slug}"]) for place, rows in placed.items() for story in rows]
    return slots + [("beside", pages[f"{language}/{slug}"]) for slug in beside]
