"""Sets what the newsroom typed: typography of the page's language, safe for templates.

What cannot be printed is left out, though the desk cleans what is saved: copy has other ways in.
"""
from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from rotative.masthead.printable import printable
from rotative.masthead.queries import masthead
from rotative.paper import typography
from rotative.press.rendering import current, once


def text(typed: str, language: str = "") -> str:
    """Plain text, set. Still to be escaped by the template."""
    return typography.set_text(printable(typed), language or current().language, narrow=narrow()) if typed else ""


def headline(typed: str, language: str = "") -> str:
    """A headline, set, with no orphan at its end."""
    return typography.set_headline(printable(typed), language or current().language, narrow=narrow()) if typed else ""


def html(fragment: str, language: str = "") -> SafeString:
    """A fragment of rich text that the desk has let through, set."""
    return mark_safe(typography.set_html(printable(fragment), language or current().language, narrow=narrow())) if fragment else SafeString()  # noqa: S308


def marked(typed: str) -> SafeString:
    """A line in which *stars* make bold and _lines_ italic, as those who type without buttons write them."""
    bold = re.sub(r"\*(\S(?:[^*]*\S)?)\*", r"<b>\1</b>", escape(typed))
    return html(re.sub(r"(?<!\w)_(\S(?:[^_]*\S)?)_(?!\w)", r"<i>\1</i>", bold))


def narrow() -> bool:
    """Whether the paper has narrow spaces throughout."""
    return once("narrow", lambda: masthead().narrow_spaces)
