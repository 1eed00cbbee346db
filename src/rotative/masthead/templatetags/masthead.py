"""The paper's name, and a menu without script, for the pages of the desk."""
from typing import Any

from django import template
from django.template import Context

from rotative.masthead.plainmenu import entries
from rotative.masthead.queries import masthead

register = template.Library()


@register.simple_tag
def paper_name() -> str:
    """The name of the paper, as its publisher writes it."""
    return masthead().name


@register.inclusion_tag("masthead/desk/plain_menu.html", takes_context=True)
def plain_menu(context: Context) -> dict[str, Any]:
    """The sections of the desk, as links."""
    return {"entries": entries(context["request"]), "csrf_token": context.get("csrf_token")}
