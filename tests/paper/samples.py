"""One page of each kind, filled in every field, and one with as little as it may hold."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from rotative.paper import chart
from rotative.paper import contexts as c
from tests.paper import record_samples

NOON = datetime(2026, 11, 24, 12, 5, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = NOON.date()
LINK = c.Link("Port", "/port/", True)
ENGLISH = c.Link("English", "/en/", False, "en")
PICTURE = c.Picture("/media/a.webp", 960, 640, "A dam.", "The dam.", "Lou Amsellem", [c.Source("image/avif", "/media/a.avif 960w")], "92vw", "ph-5 fp-20-60")
PERSON = c.Person("Inès Quéméner", "/auteurs/ines/", "Reporter", PICTURE)
NOBODY = c.Person("Collective")
HTML = mark_safe("<p>Some <a href='/port/'>words</a>.</p>")
SITE = c.Site(
    name="L’Amer", motto="A fixed point", language="fr", languages=[LINK, ENGLISH], home="/",
    logo_svg=mark_safe("<svg aria-hidden='true'><path d='M0 0h9v9z'/></svg>"), stylesheet="/_/paper.1.css", script="/_/paper.1.js", writing="/_/writing.1.css",
    fonts=["/_/newsreader.1.woff2"], icon="/_/icon.1.svg", feed_atom="/feed.atom", feed_rss="/feed.rss", search_url="/recherche/",
    latest_url="/dernieres/", most_read_url="/plus-lues/", support_url="/soutenir/", like_url="/_/like/paper/", counts_url="/_/counts/paper.json",
    today=TODAY, address="http://localhost",
)  # fmt: skip
HEAD = c.Head(
    title="L’Amer", description="News", canonical="http://localhost/", alternates=[c.Alternate("en", "http://localhost/en/")], robots="noindex",
    og=[("og:title", "News")], meta=[("citation_title", "News")], json_ld=[mark_safe('{"@type": "NewsArticle"}')], feeds=[c.Feed("News", "application/atom+xml", "/feed.atom")],
)  # fmt: skip
BARE_SITE = c.Site(
    name="The Aubrelle Evening Courier", language="en", home="/", stylesheet="/_/a.css", script="/_/a.js", icon="/_/a.svg", writing="/_/w.css",
    search_url="/search/", latest_url="/latest/", most_read_url="/most-read/",
)  # fmt: skip
SECTIONS = {SITE.language: [LINK, c.Link("Mer", "/mer/")]}
FEET = {
    SITE.language: c.Foot(
        site=SITE, columns=[c.Column("The paper", [LINK])], profiles=[c.Link("Mastodon", "https://social.example/@amer")],
        legal_line="Published by nobody.", definition=mark_safe("<b>amer</b>"),
        search_panel_url="/_/panel/fr/search/", latest_panel_url="/_/panel/fr/latest/", most_read_panel_url="/_/panel/fr/most-read/",
    ),
    BARE_SITE.language: c.Foot(site=BARE_SITE),
}  # fmt: skip
FRAME = {"site": SITE, "head": HEAD, "crumbs": [LINK, c.Link("Mer", "/mer/")]}
BARE = {"site": BARE_SITE, "head": c.Head(title="Courier")}
FORMS = ("lead", "second", "plain", "opinion", "brief", "timed", "rank", "row", "story", "related", "result")


def _answered(number: int, **fields: object) -> c.Answered:
    return c.Answered(**{
        "number": number, "name": "Maud", "voice": "abc", "standing": "author", "at": NOON, "edited": NOON, "words": HTML, "passage": "The dam", "is_picked": True,
        "to": LINK, "url": f"/_/contribution/{number}/", "answer_url": "/_/comment/1/?to=1", "respect_url": "/_/respect/1/", "report_url": "/_/report/1/", "mute_url": "/_/mute/1/", **fields,
    })  # fmt: skip


def gone(number: int) -> c.Answered:
    return c.Answered(number=number, name="", voice="", standing="", at=NOON, edited=None, words="", is_gone=True)


def card(form: str) -> c.Card:
    return c.Card(
        form=form, url="/port/a/", headline=mark_safe("A <i>headline</i>"), genre_label="Analysis", kicker="Quays", section=LINK, standfirst="Why.",
        picture=PICTURE, authors=["Inès Quéméner", "Tom Vasquier"], published=NOON, updated=NOON, minutes=4, language="en", portrait=PICTURE,
        passage=mark_safe("found <mark>here</mark>"),
    )  # fmt: skip


def bare_card(form: str) -> c.Card:
    return c.Card(form=form, url="/port/a/", headline=mark_safe("A headline"), published=NOON)


STEP = c.Step(when=NOON, headline=mark_safe("A step"), url="/port/a/", label="Report", standfirst="Why.")
POINTS = [c.Point("one", Decimal(1)), c.Point("two", Decimal(3))]
CORRECTION = c.Correction(when=NOON, text=HTML, kind_label="Correction", story=LINK)
APPEAL = c.Appeal(title="Support us", text="Three sentences.", url="/soutenir/", money=HTML)
CALENDAR = c.Calendar(
    month="November 2026", weeks=[[None, c.Day(1, "/2026/11/01/"), c.Day(2, None, True), c.Day(3), None, None, None]],
    weekdays=[(day[:1], day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")], previous=LINK, next=LINK,
)  # fmt: skip


def blocks(card_html: SafeString) -> list[c.Block]:
    return [
        c.Paragraph(html=HTML),
        c.Heading(text="A cross-head", id="a-cross-head"),
        c.Heading(text="A minor one", level=3),
        c.List(html=mark_safe("<ul><li>one</li></ul>")),
        c.Quotation(html=HTML, speaker="Maud Lartigau", role="president"),
        c.Pull(text="Words.", speaker="Idris Benhaddou", role="director"),
        c.PictureBlock(picture=PICTURE),
        c.Gallery(pictures=[PICTURE, PICTURE], title="Six days"),
        c.Document(title="The text", url="/documents/1/", size_label="1.2 MB", type="PDF"),
        c.Table(caption="Hay", head=["", "2026"], rows=[["Hay", "2.9"]], source="Chamber"),
        c.KeyFigure(title="The figure", value="1", unit="of 24", text="One point."),
        c.Timeline(title="Dates", entries=[c.Moment("April", "First", "secret"), c.Moment("May", "Then"), c.Moment("June", "Last", "next")]),
        c.Box(title="Who", html=HTML),
        c.Chart(title="Flow", alt="It falls.", points=POINTS, svg=mark_safe(chart.bars(POINTS, "It falls.")), source="Port"),
        c.Embed(title="A film", url="https://example.org/film", provider="example.org"),
        c.Related(card=card_html),
    ]


def pages(deal: Callable[[str], SafeString]) -> dict[str, c.Page]:
    """Every kind of page; ``deal`` renders the sample card in a form."""
    three = {form: [deal(form)] * 3 for form in FORMS}
    band = c.Band(headline="A dossier", url="/dossiers/a/", label="Accord", standfirst="Why.", count=36, chronology=[STEP, STEP])
    article = {"headline": mark_safe("A <i>story</i>"), "published": NOON}
    found = {
        "front": c.FrontPage(
            **FRAME, day=TODAY, lead=deal("lead"), lead_links=[LINK], seconds=three["second"], briefs=[c.Brief(TODAY, card) for card in three["brief"]], dossier=band, opinions=three["opinion"],
            others=three["plain"], third=three["second"], columns=[c.SectionColumn("Port", "/port/", three["plain"])], story=deal("story"),
            most_read=three["rank"], ear=["High tide", "at noon"],
        ),
        "front without stories": c.FrontPage(**BARE, day=TODAY),
        "front with one story": c.FrontPage(**BARE, day=TODAY, lead=deal("lead")),
        "front with opinions only below": c.FrontPage(**BARE, day=TODAY, lead=deal("lead"), opinions=three["opinion"]),
        "section": c.SectionPage(
            **FRAME, name="Port", description="Quays.", parent=LINK, subsections=[LINK], lead=deal("lead"), seconds=three["plain"], cards=three["row"],
            pager=c.Pager("/port/", "/port/page/3/", 2, 14), feeds=HEAD.feeds, follow_url="/_/follow/section/3/?in=en",
        ),
        "empty section": c.SectionPage(**BARE, name="Port"),
        "latest": c.LatestPage(**FRAME, groups=[c.DayGroup(TODAY, three["timed"], "/2026/11/24/"), c.DayGroup(TODAY, three["timed"])], pager=c.Pager("", "/2/", 1, 2)),
        "empty latest": c.LatestPage(**BARE),
        "most read": c.MostReadPage(**FRAME, cards=three["rank"], since=NOON),
        "empty most read": c.MostReadPage(**BARE),
        "day": c.DayPage(**FRAME, day=TODAY, calendar=CALENDAR, cards=three["timed"], previous=LINK, next=LINK),
        "empty day": c.DayPage(**BARE, day=TODAY, calendar=c.Calendar(month="November 2026", weeks=[], weekdays=[])),
        "search": c.SearchPage(**FRAME, actors=[LINK], suggestions=[LINK]),
        "results": c.SearchPage(**FRAME, query="<dam>", results=three["result"], total=3, pager=c.Pager("", "/2/", 1, 2)),
        "no result": c.SearchPage(**BARE, query="xylophone"),
        "article": c.ArticlePage(
            **FRAME, **article, genre="news", genre_label="Investigation", kicker="Water", section=LINK, dossier=LINK, standfirst="Why.",
            essentials=["One.", "Two."], authors=[PERSON, NOBODY, PERSON], editor=PERSON, dateline="Aubrelle", updated=NOON, minutes=7, picture=PICTURE,
            blocks=blocks(deal("related")), sources=HTML, method=HTML, corrections=[CORRECTION], topics=[LINK], related=three["related"],
            translations=[ENGLISH], discussion=c.Discussion("moderated", "/_/discussion/1/"), like_url="/_/like/1/", counts_url="/_/counts/1.json",
            read_url="/_/read/1/", share=[LINK], first_published_by=LINK, report_error_url="/contact/", appeal=APPEAL, language="en", said_in=record_samples.SAID_IN, checked=record_samples.CHECKED,
        ),
        "bare article": c.ArticlePage(**BARE, **article, genre="news"),
        "opinion": c.ArticlePage(**FRAME, **article, genre="opinion", authors=[PERSON], notice="An opinion.", discussion=c.Discussion("closed", "/_/d/1/")),
        "sponsored": c.ArticlePage(**FRAME, **article, genre="sponsored", sponsored_by="The Company", notice="Not ours.", discussion=c.Discussion("open", "/_/d/1/")),
        "author": c.AuthorPage(
            **FRAME, person=PERSON, biography=HTML, contact=[LINK], languages=["French"], follow_url="/_/follow/author/1/?in=en", cards=three["row"], count=3, pager=c.Pager("", "/2/", 1, 2)
        ),
        "bare author": c.AuthorPage(**BARE, person=NOBODY),
        "newsroom": c.AuthorsPage(**FRAME, staff=[PERSON, NOBODY], contributors=[PERSON], introduction=HTML),
        "topic": c.TopicPage(**FRAME, name="Drought", follow_url="/_/follow/topic/1/?in=en", description="Water.", cards=three["row"], count=3, pager=c.Pager("", "/2/", 1, 2)),
        "empty topic": c.TopicPage(**BARE, name="Drought"),
        "dossier": c.DossierPage(
            **FRAME, headline="The accord", label="Accord", standfirst="Why.", authors=[PERSON, NOBODY], cards=[deal("lead"), *three["plain"]],
            chronology=[STEP, STEP], count=36, since=NOON, updated=NOON, record=record_samples.CHRONICLE, follow_url="/_/follow/dossier/1/?in=en",
        ),
        "empty dossier": c.DossierPage(**BARE, headline="The accord"),
        "discussion": c.DiscussionPage(
            **FRAME, story=LINK, state="open", because="", closes_at=NOON, write_url="/_/comment/1/", order="newest", orders=[LINK, c.Link("Oldest", "/_/d/1/")],
            number=2, older="/_/d/1/", newer="/_/d/", counts="/_/c.json", script="/_/discussion.1.js", style="/_/writing.1.css", proof="/_/proof.1.js", threads=[_answered(1, passage_url="/port/a/#:~:text=The%20dam", replies=[_answered(2), gone(3)]), gone(4)],
        ),
        "closed discussion": c.DiscussionPage(
            **BARE, story=LINK, state="closed", because="It was long.", closes_at=None, write_url="", order="respected", orders=[], number=0, older="", newer="",
            counts="", script="", style="", proof="", threads=[],
        ),
        "quiet discussion": c.DiscussionPage(
            **BARE, story=LINK, state="open", because="", closes_at=None, write_url="/_/comment/1/", order="newest", orders=[], number=0, older="", newer="", counts="",
            script="", style="", proof="", threads=[_answered(1, is_hushed=True, words="", name="", replies=[_answered(2)])], quiet_url="/_/quiet/1/", whole_url="/_/discussion/en/1/",
        ),
        "plain": c.PlainPage(**FRAME, title="Our principles", body=HTML, siblings=[LINK], appeal=APPEAL, updated=date(2026, 3, 12)),
        "bare plain": c.PlainPage(**BARE, title="Legal notice", body=HTML),
        "corrections": c.CorrectionsPage(**FRAME, corrections=[CORRECTION], policy=HTML, report_error_url="/contact/", pager=c.Pager("", "/2/", 1, 2)),
        "no corrections": c.CorrectionsPage(**BARE),
        "like": c.LikePage(**FRAME, title="A story", url="/port/a/", action="/_/like/1/", token="abc", liked=True, count=12),
        "not liked": c.LikePage(**BARE, title="A story", url="/port/a/", action="/_/like/1/", token="abc"),
    }  # fmt: skip
    found["error 410 with a reason"] = c.ErrorPage(**FRAME, status=410, reason="The source took it back.", ways=[LINK])
    found["error 503 in a moment"] = c.ErrorPage(**FRAME, status=503, reason="Try again in a moment.")
    found |= record_samples.pages(FRAME, BARE)
    return found | {f"error {status}": c.ErrorPage(**FRAME, status=status, latest=three["brief"], ways=[LINK]) for status in (404, 410, 500, 503)}


def panels(deal: Callable[[str], SafeString]) -> list[c.LatestPanel | c.MostReadPanel | c.SearchPanel]:
    return [
        c.LatestPanel(cards=[deal("brief")], url="/dernieres/"),
        c.LatestPanel(cards=[], url="/dernieres/"),
        c.MostReadPanel(cards=[deal("rank")], url="/plus-lues/"),
        c.MostReadPanel(cards=[], url="/plus-lues/"),
        c.SearchPanel(suggestions=[LINK]),
    ]
