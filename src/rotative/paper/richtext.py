"""Rich text as it is kept, made into what a page shows: links to addresses, no markup but ours."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from rotative.newsroom.queries import stories, tree
from rotative.paper import setter
from rotative.press.rendering import current
from rotative.record.marking import GOES_ON, RUNS_ON, Mark

_LINK = re.compile(r'<a (?:linktype="page" id="(\d+)"|id="(\d+)" linktype="page")[^>]*>')
_EDGES = re.compile(r"(<a\b[^>]*>)(\s+)|(\s+)(</a>)")
_BACK = re.compile(r'<a href="#([\w-]+)"[^>]*></a>')
_TAGS = {"p", "b", "strong", "i", "em", "a", "ul", "ol", "li", "br", "sup", "sub", "code", "h2", "h3", "h4"}


def linked_pages(sources: Iterable[str]) -> set[int]:
    """The pages that some texts link to."""
    return {int(match[1] or match[2]) for source in sources for match in _LINK.finditer(source)}


def expand(source: str, known: dict[int, str] | None = None, marks: Sequence[Mark] = ()) -> SafeString:
    """Rich text for a page, set. A link to a page that is not live keeps its words only; no line is drawn under a space.

    marks: those that stand in the source, which stay.
    """
    if not source:
        return SafeString()
    known = addresses(linked_pages([source])) if known is None else known
    linked = _LINK.sub(lambda match: _anchor(match, known), source)
    clean = nh3.clean(
        linked,
        tags=_TAGS | {"span"} if marks else _TAGS,
        attributes={"a": {"href"}},
        tag_attribute_values={"span": {"id": {mark.name for mark in marks}, "class": {GOES_ON, RUNS_ON}}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )
    return with_ways_back(setter.html(_EDGES.sub(lambda match: f"{match[2]}{match[1]}" if match[1] else f"{match[4]}{match[3]}", clean)), marks)


def with_ways_back(html: SafeString, marks: Sequence[Mark]) -> SafeString:
    """Markup whose marks say where the link at their end leads; it has no words, which would be words of the text."""
    names = {mark.back for mark in marks}
    label = escape(_("Back to who says what"))
    return mark_safe(_BACK.sub(lambda match: f'<a class="back" href="#{match[1]}" aria-label="{label}"></a>' if match[1] in names else match[0], html)) if names else html  # noqa: S308


def addresses(pks: Iterable[int]) -> dict[int, str]:
    """The addresses of the live stories and sections of the page's language among some pages."""
    found = addresses_of_sections(pks)
    rest = set(pks) - found.keys()
    return found | ({pk: story.address for pk, story in stories(sorted(rest)).items()} if rest else {})


def addresses_of_sections(pks: Iterable[int]) -> dict[int, str]:
    """The addresses of the sections among some pages, which every page knows already."""
    wanted = set(pks)
    return {each.pk: each.address for each in tree(current().language).sections if each.pk in wanted}


def _anchor(match: re.Match[str], known: dict[int, str]) -> str:
    pk = int(match[1] or match[2])
    return f'<a href="{known[pk]}">' if pk in known else "<a>"


def paragraphs(plain: str) -> SafeString:
    """Plain text with empty lines between paragraphs, as set paragraphs."""
    parts = [nh3.clean_text(part.strip()) for part in re.split(r"\n\s*\n", plain) if part.strip()]
    return setter.html("".join(f"<p>{part}</p>" for part in parts))


def anchor(text: str, taken: set[str]) -> str:
    """A short unique anchor for a heading."""
    name = base = slugify(text)[:40].strip("-") or "partie"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name
