"""Raise the endings of French ordinals: 1er, 2e, XIXe."""

import re

from rotative.paper.typography.flow import Flow

_ORDINAL = re.compile(
    r"""\b(?:1(?=ers?\b|[eè]res?\b|res?\b)|[0-9]{1,3}(?=e\b|es\b|[eè]mes?\b|nde?s?\b)
        |I(?=ers?\b|res?\b)|(?=[VX])X{0,3}(?:IX|IV|V?I{0,3})(?=es?\b)|I{2,3}(?=es?\b|nde?\b))
        (?<![.,][0-9])(?<![.,][0-9]{2})([^\W\d_]+)""",
    re.VERBOSE,
)


def raise_endings(flow: Flow) -> None:
    """Put <sup> around the ending of each ordinal that no tag cuts in two."""
    endings = ((found.start(), *found.span(1)) for found in _ORDINAL.finditer(flow.text))
    flow.wrap([(start, end) for first, start, end in endings if not flow.has_tag_in(first, end)], "sup")
