"""A story's page."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from django.conf import settings
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _

from rotative.discussion import addresses
from rotative.library.models import Picture
from rotative.masthead.queries import masthead
from rotative.newsroom import queries, translations
from rotative.newsroom.models import Article, Author, Dossier, Topic
from rotative.newsroom.models.articles import Discussion, Genre, Rights, Verdict
from rotative.paper import assets, claims, contexts, jsonld, numbers, setter
from rotative.paper.addresses import api
from rotative.paper.body import Body
from rotative.paper.cards import deal, kicker, section_link
from rotative.paper.head import head
from rotative.paper.images import address_of_card, show
from rotative.paper.passages import marks_of
from rotative.paper.richtext import expand, paragraphs
from rotative.paper.saying import say_in
from rotative.paper.site import absolute, naming, paths, site
from rotative.press.documents import Gone, Missing, TakenOff
from rotative.press.pieces import facts
from rotative.press.rendering import current, hold_until
from rotative.record import queries as record
from rotative.record.models import Statement

RELATED = 3


def build(article: Article) -> contexts.ArticlePage:
    """The page of a story. Raises Gone when it was withdrawn, TakenOff when it is off for now."""
    if not article.live:
        _refuse(article)
    hold_until(article.expire_at)
    return page_of(article)


def draft_of(article: Article) -> contexts.ArticlePage:
    """The page of a draft, with all that was accepted and stands in it."""
    return page_of(article, record.accepted_statements_of(article))


def page_of(article: Article, said: Sequence[Statement] | None = None) -> contexts.ArticlePage:
    """The page of a story as it stands; said: what is told of who says what, else what readers may see."""
    related = queries.related_to(article)
    statements = _statements(article) if said is None else said
    body = Body(article, extra=(article.sources, article.method), beside=related, marks=marks_of(statements, article.body.raw_data))
    lead = body.pictures.get(article.picture_id or 0)
    versions = {each.language: each.address for each in translations.translations_of(article)}
    page = contexts.ArticlePage(
        site=site(article.section_path, versions=versions),
        head=contexts.Head(title=""),
        crumbs=_crumbs(article),
        genre=article.genre,
        genre_label="" if article.genre == "news" else str(article.get_genre_display()),
        headline=conditional_escape(setter.headline(article.title)),
        kicker=kicker(article),
        section=section_link(article),
        dossier=_subject("dossier", article.dossier) if article.dossier else None,
        standfirst=setter.text(article.standfirst),
        essentials=[setter.text(each["value"]) for each in article.essentials.raw_data],
        authors=[_person(row.author, body.pictures if article.genre == "opinion" else {}) for row in article.bylines.all()],
        editor=_editor(article) if article.editor else None,
        dateline=setter.text(article.dateline),
        published=timezone.localtime(article.first_published_at or current().now),
        updated=article.updated_at and timezone.localtime(article.updated_at),
        minutes=numbers.reading_time(article.word_count),
        picture=show(lead, "head", article.picture_caption),
        blocks=body.blocks(),
        sources=expand(article.sources, body.links),
        method=expand(article.method, body.links),
        corrections=[correction(row) for row in article.corrections.all()],
        topics=[_subject("topic", topic) for topic in article.topics.all()],
        related=deal(body.beside[:RELATED], "related", ready=True),
        translations=_translations(article, versions),
        discussion=_discussion(article),
        like_url=f"/_/like/article/{article.pk}/",
        counts_url=f"/_/counts/article/{article.pk}.json",
        read_url=f"/_/read/{article.pk}/",
        share=share_links(article),
        first_published_by=_outlet(article),
        sponsored_by=setter.text(article.sponsor) if article.genre == "sponsored" else "",
        report_error_url=paths().single("contact"),
        notice=_notice(article),
        appeal=None if article.genre == "sponsored" else appeal(),
        language=article.language,
    )
    return _with_head(_with_record(page, article, statements), article, versions, address_of_card(lead), statements)


def _discussion(article: Article) -> contexts.Discussion:
    """As the story says; what a moderator decided since is on the discussion's own page, which changes without it."""
    quote = naming(assets.quote()) if article.discussion != Discussion.CLOSED else ""
    return contexts.Discussion(article.discussion, addresses.page_of(article), naming(assets.discussion()), naming(assets.writing()), naming(assets.proof()), quote)


def _statements(article: Article) -> Sequence[Statement]:
    """What readers may see of who says what; most stories have no record, and many are asked about at once."""
    return record.public_statements_of(article) if record.is_recorded(article.pk) else []


def _refuse(article: Article) -> None:
    withdrawn = queries.withdrawal_of(article)
    if withdrawn:
        raise Gone(withdrawn.reason)
    if article.last_published_at:
        raise TakenOff
    raise Missing(article.url_path)


def _with_record(page: contexts.ArticlePage, article: Article, rows: Sequence[Statement]) -> contexts.ArticlePage:
    return replace(page, said_in=say_in(article, rows), checked=_checked(article))


def _with_head(page: contexts.ArticlePage, article: Article, versions: dict[str, str], image: object, rows: Sequence[Statement]) -> contexts.ArticlePage:
    paper = masthead()
    said = claims.within(rows, page.said_in.by_number) if page.said_in else {}
    data = [jsonld.article(article, page, paper, image, said), *([claims.review(article, page.checked, paper)] if page.checked else []), *([jsonld.crumbs(page.crumbs)] if page.crumbs else [])]
    made = head(
        title=setter.text(article.seo_title or article.title),
        path=article.address,
        description=setter.text(article.search_description or article.standfirst),
        versions=versions,
        kind="article",
        og=_open_graph(page, article, image),
        data=data,
        canonical=article.outlet_url if article.rights != Rights.OWN else "",
        programs=api(article.language, "article", article.pk) if record.is_recorded(article.pk) else "",
    )
    return replace(page, head=made)


def _open_graph(page: contexts.ArticlePage, article: Article, image: object) -> list[tuple[str, str]]:
    rows = [("article:published_time", page.published.isoformat())]
    rows += [("article:modified_time", page.updated.isoformat())] if page.updated else []
    rows += [("article:expiration_time", article.expire_at.isoformat())] if article.expire_at else []
    rows += [("article:author", absolute(person.url)) for person in page.authors]
    rows += [("article:section", page.section.text)] if page.section else []
    rows += [("article:tag", topic.text) for topic in page.topics]
    if image is not None:
        rows += [("og:image", absolute(image.url)), ("og:image:width", str(image.width)), ("og:image:height", str(image.height))]
        rows += [("og:image:alt", page.picture.alt)] if page.picture and page.picture.alt else []
    return rows


def _crumbs(article: Article) -> list[contexts.Link]:
    tree = queries.tree(article.language)
    section = tree.section_at(article.section_path)
    found = [tree.above(section), section] if section else []
    return [contexts.Link(setter.text(each.title), each.address) for each in found if each]


def _person(author: Author, faces: dict[int, Picture] | None = None) -> contexts.Person:
    facts(author, "name", "slug", "portrait_id")
    face = show((faces or {}).get(author.portrait_id or 0), "portrait")
    return contexts.Person(author.name, paths().listed("author", author.slug), portrait=face)


def _editor(article: Article) -> contexts.Person:
    """Who edited it, with a link to their page when they are on the staff or sign the story: others may have none."""
    editor, shown = article.editor, _person(article.editor)
    facts(editor, "on_staff")
    signs = any(row.author_id == editor.pk for row in article.bylines.all())
    return shown if signs or editor.on_staff else replace(shown, url="")


def _subject(kind: str, subject: Topic | Dossier) -> contexts.Link:
    facts(subject, "name", "slug")
    return contexts.Link(setter.text(subject.name), paths().listed(kind, subject.slug))


def _translations(article: Article, versions: dict[str, str]) -> list[contexts.Link]:
    names = dict(settings.LANGUAGES)
    return [contexts.Link(str(names[code]), address, False, code) for code, address in versions.items()]


def _outlet(article: Article) -> contexts.Link | None:
    if article.rights == Rights.OWN or not article.outlet:
        return None
    return contexts.Link(setter.text(article.outlet), article.outlet_url)


def _checked(article: Article) -> contexts.Checked | None:
    """What a fact-check found of a claim."""
    if article.genre != Genre.FACT_CHECK or not (article.claim and article.verdict):
        return None
    verdict = Verdict(article.verdict)
    return contexts.Checked(
        claim=setter.text(article.claim), by=setter.text(article.claimed_by), verdict=str(verdict.label), step=verdict.step, when=article.claimed_on, url=article.claimed_at
    )


def _notice(article: Article) -> str:
    return {
        "opinion": _("This is an opinion: it commits its author alone."),
        "satire": _("This is satire: nothing in it is news."),
        "sponsored": _("This text was paid for. The newsroom did not write it."),
    }.get(article.genre, "")


def correction(row: object, story: contexts.Link | None = None) -> contexts.Correction:
    """A correction's dated line."""
    when: datetime = timezone.localtime(row.when)
    return contexts.Correction(when=when, text=paragraphs(row.text), kind_label=str(row.get_kind_display()), story=story)


def share_links(article: Article) -> Sequence[contexts.Link]:
    """Ways to pass a story on that need no script and no third party's code."""
    address = absolute(article.address)
    line = quote(f"{article.title} {address}")
    return [
        contexts.Link(_("E-mail"), f"mailto:?subject={quote(article.title)}&body={quote(address)}"),
        contexts.Link(_("Message"), f"sms:?&body={line}"),
    ]


def appeal() -> contexts.Appeal | None:
    """The paper's appeal, when its publisher wrote one."""
    text = masthead().text(current().language)
    if not text.appeal_text:
        return None
    return contexts.Appeal(title=setter.text(text.appeal_title), text=setter.text(text.appeal_text), url=paths().single("support"), money=expand(text.money))
