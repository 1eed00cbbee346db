"""Words as they stand on a page: tidied for print, or levelled for comparing."""

import html
import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e]")
_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_ANY_SPACE = re.compile(r"\s+")
_LEVEL = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "…": "...",
        "œ": "oe",
        "æ": "ae",
    }
)
_SENTENCE_END = re.compile(r"[.!?…:;][\s\u202f]*[»”\")\]]*$|[»”\"]$")


def gettext_noop(message: str) -> str:
    """The message as it is: the mark by which xgettext finds what others will translate."""
    return message


def clean(text: str) -> str:
    """The text on one line, its typographic spaces kept, nothing unseen left."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(" \u00a0\u202f\u3000")


def unescape(text: str) -> str:
    """Text from data, where entities are often escaped twice and tags linger."""
    once = html.unescape(html.unescape(text))
    return clean(re.sub(r"</?[a-zA-Z][^<>]{0,300}>", " ", once)) if "<" in once else clean(once)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Lower case, no accents, straight quotes: for comparing and for patterns."""
    level = unicodedata.normalize("NFKD", text.translate(_LEVEL).casefold())
    return _ANY_SPACE.sub(" ", "".join(c for c in level if not unicodedata.combining(c))).strip()


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", key(text))


def alike(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same, whatever their case, quotes and spaces."""
    return bool(one and other and words(one) == words(other))


def begins(text: str, start: str) -> bool:
    """Whether the text begins with these words, a final ellipsis aside."""
    many, few = words(text), words(start)
    return bool(few) and (many[: len(few)] == few or (len(few) > 4 and many[: len(few) - 1] == few[:-1]))


def ends_a_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text.strip()))


def is_prose(text: str) -> bool:
    """A line long enough, and closed as a sentence is, to belong to a text."""
    return (len(text) >= 60 and ends_a_sentence(text)) or len(text) >= 180


def is_title(text: str) -> bool:
    """A line that could be a headline or a cross-head."""
    return 2 <= len(text) <= 220 and not re.search(r"(?<![.…])[.;,]$", text) and bool(re.search(r"[^\W\d_]{2}", text))
