"""The paper by the clock: a day with its calendar, the latest, the most read, the corrections."""
from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rotative.audience.queries import most_read_now
from rotative.masthead.languages import languages, locale_id_of
from rotative.masthead.queries import masthead
from rotative.newsroom import queries
from rotative.newsroom.models import Article
from rotative.paper import contexts, dates, setter
from rotative.paper.addresses import Address, numbered
from rotative.paper.cards import deal
from rotative.paper.head import head
from rotative.paper.pages import articles
from rotative.paper.pages.pagers import pager, rows_of
from rotative.paper.printing import page
from rotative.paper.richtext import expand
from rotative.paper.site import paths, site
from rotative.press.documents import Missing
from rotative.press.rendering import current, hold_until

RANKED = 10


@page("day")
def day(address: Address) -> contexts.DayPage:
    """What was published on one day."""
    shown = address.day
    span = queries.first_and_last_day(address.language)
    if span is None or not span[0] <= shown <= span[1]:
        raise Missing(address.path)
    part = f"{shown.isoformat()}@{locale_id_of(address.language)}"
    title = dates.long_date(shown, address.language)
    return contexts.DayPage(
        site=site(versions=_same("", shown)),
        head=head(title, paths().day(shown), robots=""),
        day=shown,
        calendar=_calendar(shown, span),
        cards=deal(queries.of_day.newest(part), "timed"),
        previous=_neighbour(shown, span, -1),
        next=_neighbour(shown, span, 1),
    )


def _calendar(shown: date, span: tuple[date, date]) -> contexts.Calendar:
    language = current().language
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(shown.year, shown.month)
    busy = queries.days_with_stories(language, shown.replace(day=1), weeks[-1][-1])
    monday = weeks[0][:7]
    return contexts.Calendar(
        month=dates.month_title(shown, language),
        weeks=[[_day(each, shown, busy) for each in week] for week in weeks],
        weekdays=[(dates.weekday_name(each, language)[:1].upper(), dates.weekday_name(each, language)) for each in monday],
        previous=_month_link(shown.replace(day=1) - timedelta(days=1), span),
        next=_month_link((shown.replace(day=1) + timedelta(days=32)).replace(day=1), span),
    )


def _day(each: date, shown: date, busy: set[date]) -> contexts.Day | None:
    if each.month != shown.month:
        return None
    return contexts.Day(each.day, paths().day(each) if each in busy else None, each == shown)


def _month_link(day: date, span: tuple[date, date]) -> contexts.Link | None:
    """A neighbouring month, at its day nearest to the one shown, when the paper has one."""
    inside = min(max(day, span[0]), span[1])
    same = (inside.year, inside.month) == (day.year, day.month)
    return contexts.Link(dates.month_title(day, current().language), paths().day(inside)) if same else None


def _neighbour(shown: date, span: tuple[date, date], step: int) -> contexts.Link | None:
    near = shown + timedelta(days=step)
    return contexts.Link(dates.day(near, current().language), paths().day(near)) if span[0] <= near <= span[1] else None


@page("latest")
def latest(address: Address) -> contexts.LatestPage:
    """Everything, newest first, by day."""
    part, path = str(locale_id_of(address.language)), paths().single("latest")
    rows = rows_of(queries.in_language, part, address.number)
    queries.enrich(rows)
    return contexts.LatestPage(
        site=site(versions=_same("latest")),
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
    """The most read since the day before yesterday; printed again every quarter of an hour."""
    now = timezone.localtime(current().now)
    hold_until(now + timedelta(minutes=15))
    return contexts.MostReadPage(
        site=site(versions=_same("most_read")),
        head=head(_("Most read"), paths().single("most_read")),
        cards=deal(ranked(address.language, RANKED), "rank"),
        since=datetime.combine(now.date() - timedelta(days=1), time(), tzinfo=now.tzinfo),
    )


def ranked(language: str, count: int) -> list[Article]:
    """The stories read most since yesterday, most read first."""
    order = most_read_now(language, count=count)
    found = queries.stories(order)
    return [found[pk] for pk in order if pk in found]


@page("corrections")
def corrections(address: Address) -> contexts.CorrectionsPage:
    """Every correction of the paper with its story."""
    part, path = str(locale_id_of(address.language)), paths().single("corrections")
    rows = rows_of(queries.corrected, part, address.number)
    text = masthead().text(address.language)
    lines = [articles.correction(row, contexts.Link(setter.headline(row.article.title), row.article.address)) for row in rows]
    return contexts.CorrectionsPage(
        site=site(versions=_same("corrections")),
        head=head(_("Corrections"), numbered(path, address.number)),
        corrections=lines,
        policy=expand(text.corrections_policy),
        report_error_url=paths().single("contact"),
        pager=pager(queries.corrected, part, path, address.number),
    )


def _same(kind: str, day: date | None = None) -> dict[str, str]:
    """The same page in the paper's other languages."""
    others = [code for code in languages() if code != current().language]
    return {code: paths(code).day(day) if day else paths(code).single(kind) for code in others}
