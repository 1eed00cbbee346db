"""What the record holds of a dossier: its texts, what happened, who is in it, what is contested. Each only where there is something."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rotative.newsroom import queries as newsroom
from rotative.newsroom.models import Article
from rotative.paper import contexts, dates, setter
from rotative.paper.frieze import NARROW, WIDE, Mark, frieze, scale_of
from rotative.paper.glance import glance
from rotative.paper.numbers import count
from rotative.paper.saying import say
from rotative.paper.site import paths
from rotative.paper.tenures import present
from rotative.press.rendering import current, hold_until
from rotative.record import company, queries
from rotative.record.models import Event

ACTORS = 12
CONTESTED = 20


def chronicle(dossier: int) -> contexts.Chronicle:
    """The record of a dossier, by its primary key."""
    texts, events = [glance(text) for text in queries.texts_of(dossier)], queries.timeline(dossier)
    marks = _marks(events, texts)
    return contexts.Chronicle(
        texts=texts,
        drawing=_drawn(marks, WIDE),
        narrow=_drawn(marks, NARROW),
        events=_happenings(events),
        actors=_actors(dossier),
        contested=_contested(dossier),
    )


# ── What happened ──────────────────────────────────────────────────────────────


def _marks(events: Iterable[Event], texts: Iterable[contexts.Glance]) -> list[Mark]:
    found = [Mark(event.first_day, _last_day(event), setter.text(event.what), ahead=_is_ahead(event.first_day)) for event in events if event.first_day]
    return found + [Mark(text.when, text.when, text.version, strong=True) for text in texts if found and text.when]


def _drawn(marks: Sequence[Mark], width: int) -> SafeString:
    if not marks:
        return SafeString()
    first, last, language = min(mark.first for mark in marks), max(mark.last for mark in marks), current().language
    told = ngettext("Timeline of %(number)s event, %(when)s. The list follows.", "Timeline of %(number)s events, %(when)s. The list follows.", len(marks))
    alt = setter.text(" ".join([told % {"number": count(len(marks), language), "when": dates.interval(first, last, language)}, *_cuts(marks, width)]))
    return mark_safe(frieze(marks, alt, _tick, width))  # noqa: S308


def _cuts(marks: Sequence[Mark], width: int) -> list[str]:
    """What the drawing leaves out, in words; the days are written as the list writes them."""
    language = current().language
    told = _("Between %(first)s and %(last)s there is nothing: the scale is cut there.")
    return [told % {"first": dates.day(first, language), "last": dates.day(last, language)} for first, last in scale_of(marks, width).cuts]


def _tick(day: date, unit: str) -> str:
    """The name of a day, of a month (of the first one, its year) or of a year."""
    language = current().language
    if unit == "year" or (unit == "month" and day.month == 1):
        return str(day.year)
    return dates.short_day(day, language) if unit == "day" else dates.month_name(day, language) or f"{day:%m}"


def _happenings(events: Sequence[Event]) -> list[contexts.Happening]:
    stories = newsroom.stories({event.article_id for event in events})
    known = company.with_pages({who.actor_id for event in events for who in event.who.all() if who.actor_id}, current().language)
    return [_happening(event, stories.get(event.article_id), known) for event in events if event.first_day]


def _happening(event: Event, story: Article | None, known: Collection[int]) -> contexts.Happening:
    ahead = _is_ahead(event.first_day)
    if ahead:
        hold_until(timezone.make_aware(datetime.combine(event.first_day, time.min)))
    return contexts.Happening(
        when=_when(event),
        day=event.first_day,
        what=setter.text(event.what),
        where=setter.text(event.where),
        who=[
            contexts.Link(setter.text(who.actor.name if who.actor else who.name), paths().listed("actor", who.actor.slug) if who.actor and who.actor_id in known else "")
            for who in event.who.all()
        ],
        story=contexts.Link(setter.text(story.title), story.address) if story else None,
        ahead=ahead,
    )


def _when(event: Event) -> str:
    first, last, language = event.first_day, _last_day(event), current().language
    if first == last and event.hour:
        return dates.date_and_time(datetime.combine(first, event.hour), language)
    return dates.interval(first, last, language)


def _last_day(event: Event) -> date:
    return max(event.first_day, event.last_day or event.first_day)


def _is_ahead(day: date) -> bool:
    return day > timezone.localtime(current().now).date()


# ── Who, and what is contested ─────────────────────────────────────────────────


def _actors(dossier: int) -> list[contexts.SomebodyIn]:
    found = company.actors_in(dossier)[:ACTORS]
    language, pks = current().language, [actor.pk for actor, _count in found]
    known, roles = company.with_pages(pks, language), company.roles_of_each(pks, language)
    return [
        contexts.SomebodyIn(setter.text(actor.name), number, paths().listed("actor", actor.slug) if actor.pk in known else "", setter.text(present(roles.get(actor.pk, ()))))
        for actor, number in found
    ]


def _contested(dossier: int) -> list[contexts.Said]:
    """Claims that somebody denies, the last first, each with its denials."""
    pairs = queries.contradictions_of(queries.in_dossier(dossier))
    claims = {pair.claim_id: pair.claim for pair in pairs}
    last = sorted(claims.values(), key=lambda claim: (claim.dated or date.min, claim.pk), reverse=True)
    return [said for said in say(last) if said.denials][:CONTESTED]
