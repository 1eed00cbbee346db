"""The paper by the clock: a day with its calendar, the latest, the most read, the corrections."""
from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rotative.audience.queries import counted_since, most_read
from rotative.audience.ranking import LATELY
from rotative.masthead.languages import locale_id_of
from rotative.masthead.queries import masthead
from rotative.newsroom import queries
from rotative.newsroom.calendar import days_with_stories, has_story_after, has_story_before
from rotative.newsroom.models import Article
from rotative.paper import contexts, dates, setter
from rotative.paper.addresses import Address, numbered
from rotative.paper.cards import deal, load
from rotative.paper.head import head
from rotative.paper.pages import articles
from rotative.paper.pages.pagers import pager, rows_of
from rotative.paper.printing import page
from rotative.paper.richtext import expand
from rotative.paper.site import elsewhere, paths, site
from rotative.press.documents import Missing
from rotative.press.pieces import facts
from rotative.press.rendering import current

RANKED = 10


@page("day")
def day(address: Address) -> contexts.DayPage:
    """What was published on one day."""
    shown, here = address.day, address.language
    if not _has_page(here, shown):
        raise Missing(address.path)
    rows = queries.of_day.newest(f"{shown.isoformat()}@{locale_id_of(here)}")
    before, after = has_story_before(here, shown), has_story_after(here, shown)
    title = dates.long_date(shown, address.language)
    return contexts.DayPage(
        site=site(versions=_same_day(shown)),
        head=head(title, paths().day(shown), robots=""),
        day=shown,
        calendar=_calendar(shown),
        cards=deal(rows, "timed"),
        previous=_neighbour(shown, -1) if before else None,
        next=_neighbour(shown, 1) if after else None,
    )


def _calendar(shown: date) -> contexts.Calendar:
    language = current().language
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(shown.year, shown.month)
    busy = days_with_stories(language, shown.year, shown.month)
    monday = weeks[0][:7]
    first = shown.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return contexts.Calendar(
        month=dates.month_title(shown, language),
        weeks=[[_day(each, shown, busy) for each in week] for week in weeks],
        weekdays=[(dates.weekday_name(each, language)[:1].upper(), dates.weekday_name(each, language)) for each in monday],
        previous=_month_link(first - timedelta(days=1)) if has_story_before(language, first) else None,
        next=_month_link(following) if has_story_after(language, following - timedelta(days=1)) else None,
    )


def _day(each: date, shown: date, busy: set[date]) -> contexts.Day | None:
    if each.month != shown.month:
        return None
    return contexts.Day(each.day, paths().day(each) if each in busy else None, each == shown)


def _month_link(day: date) -> contexts.Link:
    """A neighbouring month, at its day nearest to the one shown."""
    return contexts.Link(dates.month_title(day, current().language), paths().day(day))


def _neighbour(shown: date, step: int) -> contexts.Link:
    near = shown + timedelta(days=step)
    return contexts.Link(dates.day(near, current().language), paths().day(near))


@page("latest")
def latest(address: Address) -> contexts.LatestPage:
    """Everything, newest first, by day."""
    part, path = str(locale_id_of(address.language)), paths().single("latest")
    rows = rows_of(queries.in_language, part, address.number)
    load(("timed", rows))
    return contexts.LatestPage(
        site=site(versions=elsewhere(lambda there: there.single("latest"))),
        head=head(pgettext("news", "Latest"), numbered(path, address.number)),
        groups=[_group(day, list(of_day)) for day, of_day in groupby(rows, _local_day)],
        pager=pager(queries.in_language, part, path, address.number),
    )


def _local_day(article: Article) -> date:
    return timezone.localtime(article.first_published_at).date()


def _group(day: date, rows: list[Article]) -> contexts.DayGroup:
    return contexts.DayGroup(day=day, cards=deal(rows, "timed", ready=True), url=paths().day(day))


@page("most_read")
def ranking(address: Address) -> contexts.MostReadPage:
    """The most read since yesterday, as last counted."""
    since = counted_since(LATELY, address.language)
    return contexts.MostReadPage(
        site=site(versions=elsewhere(lambda there: there.single("most_read"))),
        head=head(_("Most read"), paths().single("most_read")),
        cards=deal(ranked(address.language, RANKED), "rank"),
        since=since and datetime.combine(since, time(), tzinfo=timezone.get_current_timezone()),
    )


def ranked(language: str, count: int) -> list[Article]:
    """The stories read most since yesterday, most read first."""
    order = most_read(LATELY, language, count)
    found = queries.stories(order)
    return [found[pk] for pk in order if pk in found]


@page("corrections")
def corrections(address: Address) -> contexts.CorrectionsPage:
    """Every correction of the paper with its story."""
    part, path = str(locale_id_of(address.language)), paths().single("corrections")
    rows = rows_of(queries.corrected, part, address.number)
    text = masthead().text(address.language)
    lines = [articles.correction(row, _corrected(row.article)) for row in rows]
    return contexts.CorrectionsPage(
        site=site(versions=elsewhere(lambda there: there.single("corrections"))),
        head=head(_("Corrections"), numbered(path, address.number)),
        corrections=lines,
        policy=expand(text.corrections_policy),
        report_error_url=paths().single("contact"),
        pager=pager(queries.corrected, part, path, address.number),
    )


def _corrected(article: Article) -> contexts.Link:
    facts(article, "title", "url_path")
    return contexts.Link(setter.headline(article.title), article.address)


def _same_day(shown: date) -> dict[str, str]:
    """The same day in the other languages whose stories it is among."""
    return {code: path for code, path in elsewhere(lambda there: there.day(shown)).items() if _has_page(code, shown)}


def _has_page(language: str, shown: date) -> bool:
    return has_story_before(language, shown + timedelta(days=1)) and has_story_after(language, shown - timedelta(days=1))
