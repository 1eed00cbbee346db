"""Lets the desk work without inline scripts (docs/decisions/0011-desk-policy.md).

Wagtail starts its choosers and lists with a line of script after each. Here they leave a
mark instead, which ``desk.js`` starts; so the desk's policy can forbid inline scripts.
"""
from __future__ import annotations

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets.chooser import BaseChooser


def mark(constructor: str, *arguments: Any) -> SafeString:
    """The mark that ``desk.js`` turns into ``new constructor(*arguments)``."""
    return format_html('<template data-desk-start="{}" data-desk-arguments="{}"></template>', constructor, json.dumps(arguments))


def teach_choosers() -> None:
    """Wagtail writes the line of script in one method, the same for every chooser."""
    BaseChooser.render = _render


def _render(self: BaseChooser, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
    value_data = self.get_value_data(value)
    html = self.render_html(name, value_data, attrs)
    options = self.get_js_init_options(attrs["id"], name, value_data)
    return format_html("{}{}", html, mark(self.js_constructor, attrs["id"], options))
