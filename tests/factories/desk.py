"""What a browser sends from the desk's forms, and the people who fill them in."""
from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from rotative.masthead.actions import appoint
from rotative.masthead.models import User
from rotative.masthead.roles import Role
from tests.factories import AuthorFactory, UserFactory


def staff(role: Role, sections: Any = (), **fields: Any) -> User:
    """Someone who works for the paper, signed authors included."""
    user: User = UserFactory(name=fields.pop("name", str(role.label)), **fields)
    appoint(user, role, sections)
    AuthorFactory(name=user.name, user=user)
    return User.objects.get(pk=user.pk)


def story_form(title: str = "Sept mois de pourparlers", authors: Any = (), action: str = "", **fields: Any) -> dict[str, Any]:
    """The story form as a browser posts it; ``action`` is publish or submit."""
    data = {
        "title": title, "slug": "", "kicker": "", "genre": "news", "standfirst": "", "editor": "", "dateline": "", "picture": "",
        "picture_caption": "", "dossier": "", "discussion": "moderated", "sponsor": "", "claim": "", "claimed_by": "", "claimed_on": "", "claimed_at": "", "verdict": "", "outlet": "", "outlet_url": "", "rights": "own",
        "seo_title": "", "search_description": "", "short_headline": "", "first_published_at": "", "go_live_at": "", "expire_at": "",
        "essentials": streamfield([]), "body": streamfield([("paragraph", rich_text("<p>L'eau d'abord.</p>"))]),
        "sources": rich_text(""), "how_we_worked": rich_text(""),
        "bylines": inline_formset([{"author": author.pk} for author in authors]),
        "picked": inline_formset([]), "corrections": inline_formset([]), "comments": inline_formset([]),
    }  # fmt: skip
    topics = fields.pop("topics", [])
    form: dict[str, Any] = {**nested_form_data({**data, **fields}), "topics": topics}
    if action:
        form[f"action-{action}"] = "1"
    return form


def section_form(title: str = "Culture", slug: str = "", **fields: Any) -> dict[str, Any]:
    data = {"title": title, "slug": slug, "description": "", "in_bar": "on", "seo_title": "", "search_description": ""}
    form: dict[str, Any] = nested_form_data({**data, "comments": inline_formset([]), **fields})
    form["action-publish"] = "1"
    return form
