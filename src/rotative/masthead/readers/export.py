"""Everything that is kept of someone, as a page that reads without the paper. Pure."""
from __future__ import annotations

from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

STYLE = "body{max-width:44em;margin:2em auto;padding:0 1em;font:17px/1.5 Georgia,serif;color-scheme:light dark}dt{font-weight:bold}dd{margin:0 0 .6em 1.2em;overflow-wrap:anywhere}"


def page(title: str, language: str, kept: dict[str, Any]) -> str:
    """A page of its own, to keep."""
    rooms = "".join(format_html("<h2>{}</h2>\n{}", _name(room), _shown(told)) for room, told in kept.items())
    head = format_html('<!doctype html>\n<html lang="{}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title>', language, title)
    return f"{head}<style>{STYLE}</style></head>\n<body>\n<h1>{escape(title)}</h1>\n{rooms}</body>\n</html>\n"


def _shown(told: Any) -> SafeString:
    if isinstance(told, dict):
        return mark_safe("<dl>" + "".join(format_html("<dt>{}</dt><dd>{}</dd>\n", _name(key), _shown(value)) for key, value in told.items()) + "</dl>")  # noqa: S308
    if isinstance(told, (list, tuple)):
        return mark_safe("<ol>" + "".join(format_html("<li>{}</li>\n", _shown(value)) for value in told) + "</ol>") if told else escape("–")  # noqa: S308
    return escape("–" if told in (None, "") else {True: "yes", False: "no"}.get(told, told) if isinstance(told, bool) else told)


def _name(key: Any) -> str:
    return str(key).replace("_", " ")
