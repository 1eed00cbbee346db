"""Who speaks in a quotation, and whether a line is one."""

import re
from typing import Any

from .lines import Line
from .names import has_word
from .wording import clean, key

_SIGNED = re.compile(r"^[\s\u00a0]*(?:[-–—―]{1,3}|~)[\s\u00a0]*(?=\S)")
_WHOLE = re.compile(r"^[«“\"„][^«»“”\"„]{20,}[»”\"][\s\u00a0]*[.!?]?$")
_SOURCE = ("cite", "attribution", "author", "source", "auteur", "speaker", "byline", "credit", "name")
_NAMED = ("quote", "citation", "pullquote", "blockquote", "exergue", "verbatim")


def is_signature(line: Line) -> bool:
    """A line that says who spoke: after a dash, or marked as the source."""
    if len(line.text) > 160:
        return False
    inner = [element for element in line.within[:2] if element.tag != "blockquote" and element is not line.group]
    return bool(_SIGNED.match(line.text)) or any(
        element.tag in ("cite", "footer", "figcaption") or has_word(element, *_SOURCE) for element in inner
    )


def in_quoting_figure(line: Line) -> bool:
    """The caption of a figure that holds a block quotation names its speaker."""
    figure = next((element for element in line.within[:4] if element.tag == "figure"), None)
    return figure is not None and figure.find(".//blockquote") is not None


def speaker(text: str) -> str:
    """The name without its dash and brackets."""
    return clean(_SIGNED.sub("", text)).strip(" ()").rstrip(",.") or clean(text)


def is_whole_quote(text: str) -> bool:
    """Nothing stands outside its quotation marks."""
    return bool(_WHOLE.match(clean(text)))


def quote_element(line: Line, limit: Any) -> Any:
    """The element that sets this line as a quotation, by its tag or by its name."""
    tagged = next((element for element in line.within[:5] if element.tag == "blockquote"), None)
    if tagged is not None:
        return tagged
    for element in line.within[:4]:
        if element is limit or element.tag in ("body", "article", "main"):
            return None
        if element.tag in ("div", "p", "figure", "section", "span") and has_word(element, *_NAMED):
            return element
    return None


def is_pulled(text: str, others: list[str]) -> bool:
    """A pull quote only repeats what the text says."""
    level = key(text).strip(' ".')
    return len(level) > 15 and any(level in key(other) for other in others)
