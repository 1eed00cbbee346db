"""Read a fragment of rich text into a flow: its words together, its tags aside."""

import re
from functools import cache
from html import unescape

from rotative.paper.typography.addresses import set_aside_quoted
from rotative.paper.typography.flow import Flow
from rotative.paper.typography.spaces import BLOCK, KEPT, LINE, primary


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


INLINE = _names(
    "a abbr b bdi bdo big cite code dfn em font i kbd label mark q s samp small span"
    " strike strong sub sup time tt u var wbr"
)
"""Elements that a word or a quotation may run across; any other ends a paragraph."""

THINGS = _names("audio button embed img input math object picture select svg video")
"""Elements that stand in a line as one character would."""

BREAKS = _names("br del ins")
"""Elements that part words but not a quotation: two versions make no one number."""

UNTOUCHED = _names("code pre kbd samp var script style textarea template svg math tt")
"""Elements whose whole content comes back as it was."""

VOID = _names("area base br col embed hr img input link meta param source track wbr")
"""Elements without content or end (HTML, "13.1.2 Elements")."""

RAW = _names("script style textarea")
"""Of these, those in which HTML reads no tags (HTML, "13.1.2 Elements")."""

# A tag, a comment or a declaration. One that is never closed runs to the end,
# as it does in a browser; so the pattern never looks at a character twice.
_TAG = re.compile(
    r"""<(?:!--.*?(?:-->|\Z)
        | /?([a-zA-Z][^\s/>]*+) (?>(?:[^>"'] | "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z))*) >?
        | [!?/][^>]*+>?)""",
    re.DOTALL | re.VERBOSE,
)
_FOREIGN = re.compile(r"""\s(?:lang=["']?([\w-]+)|translate=["']?no\b)""", re.IGNORECASE)


def read(html: str, language: str) -> Flow:
    """The flow of a fragment of HTML; `joined(escape_text)` gives it back."""
    return _Reader(html, primary(language)).flow


class _Reader:
    def __init__(self, html: str, language: str) -> None:
        self.html, self.language = html, language
        self.flow = Flow()
        self.text: list[str] = []
        self.length = 0
        self._read()
        self.flow.text = "".join(self.text)

    def _read(self) -> None:
        at = 0
        while found := _TAG.search(self.html, at):
            self._add_text(self.html[at : found.start()])
            at = self._add_tag(found)
        self._add_text(self.html[at:])

    def _add_text(self, source: str) -> None:
        if source:
            text, kept = set_aside_quoted(unescape(source) if "&" in source else source)
            self._add(text, kept)

    def _add_tag(self, found: re.Match[str]) -> int:
        """Take in the tag, or the element if it stays as it is; say where it ends."""
        tag, name = found[0], (found[1] or "").lower()
        end = found.end()
        if name and tag[1] != "/" and self._is_untouched(name, tag):
            end = _end_of_element(self.html, name, end)
            self._add(_stand_in(name), [self.html[found.start() : end]])
        elif not name or name in INLINE:
            self.flow.tags.append((self.length, tag))
        else:
            self._add(_stand_in(name), [tag])
        return end

    def _add(self, text: str, kept: list[str]) -> None:
        self.text.append(text)
        self.length += len(text)
        self.flow.kept += kept

    def _is_untouched(self, name: str, tag: str) -> bool:
        return name in UNTOUCHED or (name not in VOID and self._is_foreign(tag))

    def _is_foreign(self, tag: str) -> bool:
        found = _FOREIGN.search(tag) if "lang=" in tag or "translate=" in tag else None
        return found is not None and primary(found[1] or "") != self.language


def _stand_in(name: str) -> str:
    if name in BREAKS:
        return LINE
    return KEPT if name in INLINE | THINGS else BLOCK


def _end_of_element(html: str, name: str, at: int) -> int:
    depth = 1
    while depth and (found := _tags_named(name).search(html, at)):
        closes = found[0][1] == "/"
        depth += -1 if closes else name not in RAW
        at = html.find(">", found.end()) + 1 or len(html)
    return len(html) if depth else at


@cache
def _tags_named(name: str) -> re.Pattern[str]:
    return re.compile(rf"</?{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
