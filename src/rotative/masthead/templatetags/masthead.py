"""The paper's name, for the pages of the desk."""
from django import template

from rotative.masthead.queries import masthead

register = template.Library()


@register.simple_tag
def paper_name() -> str:
    """The name of the paper, as its publisher writes it."""
    return masthead().name
