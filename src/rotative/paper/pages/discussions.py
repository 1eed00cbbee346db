"""The page of a story's discussion: its state. Taking contributions is not built yet."""
from __future__ import annotations

from django.utils.html import format_html
from django.utils.translation import gettext as _

from rotative.newsroom import queries
from rotative.paper import contexts, setter
from rotative.paper.addresses import Address
from rotative.paper.head import head
from rotative.paper.printing import page
from rotative.paper.site import paths, site
from rotative.press.documents import Missing
from rotative.press.pieces import facts


def states() -> dict[str, str]:
    return {
        "open": _("Contributions will appear at once."),
        "moderated": _("Each contribution will be read before it appears."),
        "closed": _("This discussion is closed."),
    }


@page("discussion")
def discussion(address: Address) -> contexts.PlainPage:
    """Says whether a story may be discussed, that nobody has yet, and how to be heard today."""
    story = queries.stories([int(address.slug)]).get(int(address.slug))
    if story is None or story.language != address.language:
        raise Missing(address.path)
    facts(story, "title", "discussion", "path", "locale_id")
    title = setter.headline(story.title)
    closed = story.discussion == "closed"
    invitation = "" if closed else _("This edition of the paper cannot take contributions yet. Until it can, write to the newsroom:")
    return contexts.PlainPage(
        site=site(story.section_path),
        head=head(_("Discussion"), address.path, robots="noindex"),
        crumbs=[contexts.Link(title, story.address)],
        title=_("Discussion"),
        body=setter.html(
            format_html(
                '<p><a href="{}">{}</a></p><p>{}</p><p>{}</p>',
                story.address,
                story.title,
                states()[story.discussion],
                format_html('{} <a href="{}">{}</a>', invitation, paths().single("contact"), _("write to us")) if invitation else _("No contribution was published."),
            )
        ),
    )
