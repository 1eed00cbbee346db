"""What the paper says of itself: each duty on its own page, made from the masthead's fields."""
from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rotative.masthead.languages import languages
from rotative.masthead.models import Masthead, MastheadText
from rotative.masthead.queries import masthead
from rotative.paper import contexts, dates, setter
from rotative.paper.addresses import Address
from rotative.paper.head import head
from rotative.paper.pages.articles import appeal
from rotative.paper.printing import page
from rotative.paper.richtext import expand
from rotative.paper.site import elsewhere, elsewhere_on_the_web, paths, site
from rotative.press.rendering import current

Rows = list[tuple[str, str | list[str]]]

# What the newsroom writes of a page in each language.
TEXTS = {
    "about": ("about",),
    "principles": ("principles", "unnamed_sources", "corrections_policy", "independence"),
    "accessibility": ("accessibility",),
    "funding": ("funding",),
    "support": ("money", "appeal_text"),
}


def titles() -> dict[str, str]:
    return {
        "about": _("About the paper"),
        "principles": _("Our principles"),
        "legal": _("Legal notice"),
        "privacy": pgettext("readers", "Privacy"),
        "accessibility": _("Accessibility"),
        "funding": _("Who funds us"),
        "contact": _("Write to us"),
        "support": _("Support the paper"),
    }


def plain(kind: str, body: Callable[[Masthead, MastheadText], SafeString]) -> None:
    """Declare one of the paper's own pages."""

    @page(kind)
    def build(address: Address) -> contexts.PlainPage:
        paper = masthead()
        written = {code for code in languages() if _is_written(kind, paper.text(code))}
        versions = {code: path for code, path in elsewhere(lambda there: there.single(kind)).items() if code in written}
        title = titles()[kind]
        return contexts.PlainPage(
            site=site(versions=versions),
            head=head(title, paths().single(kind), versions=versions if address.language in written else {}),
            title=title,
            body=setter.html(body(paper, paper.text(address.language))) or _nothing_yet(),
            siblings=[contexts.Link(name, paths().single(each), each == kind) for each, name in titles().items()],
            appeal=appeal() if kind == "support" else None,
            updated=paper.ownership_reviewed if kind == "funding" else None,
        )


def _is_written(kind: str, text: MastheadText) -> bool:
    """Whether a page says anything in a language; some are made of facts and of the program's own words."""
    return kind not in TEXTS or any(strip_tags(getattr(text, field)).strip() for field in TEXTS[kind])


def _nothing_yet() -> SafeString:
    return format_html("<p>{}</p>", _("The paper has not written this page yet."))


def _details(rows: Rows, under: bool = False) -> SafeString:
    """A list of terms and what they are; empty ones are left out. One ``under`` a heading belongs to it."""
    kept = format_html_join("", "<dt>{}</dt>{}", ((term, _entries(value)) for term, value in rows if value))
    return format_html("<dl>{}</dl>" if under else '<dl class="facts">{}</dl>', kept) if kept else SafeString()


def _entries(value: str | list[str]) -> SafeString:
    each = value if isinstance(value, list) else [value]
    return format_html_join("", "<dd>{}</dd>", ((_lines(entry),) for entry in each))


def _lines(value: str) -> SafeString:
    if isinstance(value, SafeString):
        return value
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in str(value).splitlines()))


def _mail(address: str) -> SafeString:
    return format_html('<a href="mailto:{}">{}</a>', address, address) if address else SafeString()


def _call(number: str) -> str:
    """A telephone number that a phone may call, where it is nothing but a number."""
    if not re.fullmatch(r"\+?[\d\s().-]{3,}", number):
        return number
    return format_html('<a href="tel:{}">{}</a>', re.sub(r"\(0\)|[^\d+]", "", number), number)


def _titled(*parts: tuple[str, str]) -> SafeString:
    """Texts under their headings; those that are empty are left out."""
    return format_html_join("", "<h2>{}</h2>{}", ((title, body) for title, body in parts if body))


def about(paper: Masthead, text: MastheadText) -> SafeString:
    founded = str(paper.founded) if paper.founded else ""
    return expand(text.about) + _details([(_("Founded in"), founded), (_("Editor in chief"), paper.editor_in_chief)]) + _profiles()


def _profiles() -> SafeString:
    links = elsewhere_on_the_web()
    items = format_html_join("", '<li><a href="{}" rel="me noopener">{}</a></li>', ((link.url, link.text) for link in links))
    return format_html("<h2>{}</h2><ul>{}</ul>", _("Follow us elsewhere"), items) if links else SafeString()


def principles(paper: Masthead, text: MastheadText) -> SafeString:
    return expand(text.principles) + _titled(
        (_("Unnamed sources"), expand(text.unnamed_sources)),
        (_("Corrections"), expand(text.corrections_policy)),
        (_("Independence and conflicts of interest"), expand(text.independence)),
    )


def legal(paper: Masthead, text: MastheadText) -> SafeString:
    """The legal notice (LCEN, art. 1-1)."""
    until = dates.day(paper.press_number_until, current().language) if paper.press_number_until else ""
    return _details(
        [
            (_("Title"), paper.name),
            (_("Publisher"), paper.publisher),
            (_("Address"), paper.publisher_address),
            (_("Registration and capital"), paper.publisher_registration),
            (_("Director of publication"), paper.director),
            (_("Editor in chief"), paper.editor_in_chief),
            (_("Telephone"), _call(paper.telephone)),
            (_("E-mail"), _mail(paper.email)),
            (_("Host"), paper.host),
            (_("Host’s address"), paper.host_address),
            (_("Host’s telephone"), _call(paper.host_telephone)),
            (_("Press registration"), paper.press_number),
            (_("Valid until"), until),
            (_("ISSN"), paper.issn),
        ]
    ) + expand(text.legal_notice)


def privacy(paper: Masthead, text: MastheadText) -> SafeString:
    """Said from what the program really does; see rotative.audience and rotative.masthead.readers."""
    sentences = [
        _("Reading this paper leaves nothing in your browser: no cookie, no tracker, no third party."),
        _("We count how often each article is read. A count is a number; we keep neither your address nor what you read."),
        _("When you say that you like an article or the paper, your browser keeps a random mark for thirteen months, so that you can take it back. It is set by that act only and tells us nothing else."),  # noqa: E501
        _("To leave out bursts of likes from one place, we keep a scrambled form of the network your address belongs to. The key that scrambles it is thrown away each day."),  # noqa: E501
        _("Counts of readings are deleted after twenty-five months."),
        _("If you sign in, your browser keeps a session for two weeks, and only then. We keep your address, the name you sign with, what you follow and what you write; of each place where you are signed in, the browser and the network."),  # noqa: E501
        _("Your address is shown to nobody. Codes and links that we send you are forgotten after a day. On your page you take a copy of everything, and erase your account at once."),  # noqa: E501
        _("Whom you hide in discussions is kept with your account, or by your browser alone if you have not signed in; nobody else learns of it. A second mark in your browser tells our pages that you have signed in, and goes when you sign out."),  # noqa: E501
        _("What we tell you, of replies and decisions, is on your page for a year; each of our letters has a link that ends such letters at once, without signing in."),  # noqa: E501
    ]  # fmt: skip
    body = format_html_join("", "<p>{}</p>", ((sentence,) for sentence in sentences))
    return body + (format_html("<p>{} {}</p>", _("Questions and requests:"), _mail(paper.email)) if paper.email else "")


def accessibility(paper: Masthead, text: MastheadText) -> SafeString:
    return expand(text.accessibility)


def funding(paper: Masthead, text: MastheadText) -> SafeString:
    """Ownership and funding (European Media Freedom Act, art. 6; JTI clauses 4 to 8)."""
    return _details([*_owners(paper), *_public_money(paper)]) + expand(text.funding)


def _owners(paper: Masthead) -> Rows:
    return [(_("Owners"), _written_once(paper.owners)), (_("Beneficial owners"), _written_once(paper.beneficial_owners))]


def _public_money(paper: Masthead) -> Rows:
    return [(_("Public advertising received last year"), _written_once(paper.public_advertising))]


def _written_once(value: str) -> list[str]:
    """The lines of a field that has one text for all languages: it is in the paper's first, and says so elsewhere."""
    first = languages()[0]
    if first == current().language:
        return value.splitlines()
    return [format_html('<span lang="{}">{}</span>', first, setter.text(line, first)) for line in value.splitlines()]


def contact(paper: Masthead, text: MastheadText) -> SafeString:
    ways = _details(_ways(paper))
    error = _("Found a mistake? Tell us which article, what is wrong, and how you know. We answer, and we correct in public.")
    return format_html("{}<p>{}</p>", ways, error) if ways else SafeString()


def _ways(paper: Masthead) -> Rows:
    """How to reach the paper."""
    return [(_("Newsroom"), _mail(paper.email)), (_("Telephone"), _call(paper.telephone)), (_("Post"), paper.publisher_address)]


def support(paper: Masthead, text: MastheadText) -> SafeString:
    """What whoever may give wants to know: where the money goes and comes from, whose paper it is, whom to write to."""
    return _titled(
        (_("Where the money goes"), expand(text.money)),
        (_("Where it comes from"), expand(text.funding) + _details(_public_money(paper), under=True)),
        (_("Whose paper it is"), _details([*_owners(paper), (_("Ownership last reviewed"), _reviewed(paper))], under=True) if paper.owners else ""),
        (_("Write to us"), _details(_ways(paper), under=True)),
    )


def _reviewed(paper: Masthead) -> str:
    return dates.day(paper.ownership_reviewed, current().language) if paper.ownership_reviewed else ""


for _kind, _body in {
    "about": about,
    "principles": principles,
    "legal": legal,
    "privacy": privacy,
    "accessibility": accessibility,
    "funding": funding,
    "contact": contact,
    "support": support,
}.items():
    plain(_kind, _body)
