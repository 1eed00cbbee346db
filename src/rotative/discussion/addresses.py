"""Where a discussion is read, and where readers write: the paper's contract of addresses (docs/contracts/addresses.md)."""
from __future__ import annotations

from rotative.discussion.models import Contribution
from rotative.newsroom.models import Article

RESPECTED = "respected"


def page_of(story: Article, part: int = 0) -> str:
    """A part of a story's discussion; the newest one without a number."""
    return page_named(story, str(part or ""))


def page_named(story: Article, part: str) -> str:
    """A page of it, by what names it in an address: a number, "respected", or nothing for the newest."""
    return f"/_/discussion/{story.language}/{story.pk}/" + (f"{part}/" if part else "")


def quiet(article_id: int, part: str = "") -> str:
    """The same without those whom a reader does not read; a page of that reader's own."""
    return f"/_/quiet/{article_id}/" + (f"?part={part}" if part else "")


def respected_page_of(story: Article) -> str:
    return page_named(story, RESPECTED)


def counts_of(story: Article, part: int) -> str:
    """The file that says how many respect each contribution of a part."""
    return f"/_/counts/discussion/{story.pk}/{part}.json"


def write_under(story: Article, to: int = 0) -> str:
    """The form under a story. to: the contribution that is answered."""
    return f"/_/comment/{story.pk}/" + (f"?to={to}" if to else "")


def own(contribution: Contribution) -> str:
    """A contribution by itself: it leads to where it is read; for its writer, to what became of it."""
    return f"/_/contribution/{contribution.pk}/"


def respect(contribution: Contribution) -> str:
    return f"/_/respect/{contribution.pk}/"


def mute(contribution: Contribution) -> str:
    return f"/_/mute/{contribution.pk}/"


def report(contribution: Contribution) -> str:
    return f"/_/report/{contribution.pk}/"


def read_at(contribution: Contribution, last_part: int) -> str:
    """Where a shown contribution is read."""
    return f"{page_of(contribution.article, _full_part(contribution, last_part))}#c{contribution.pk}"


def quiet_at(contribution: Contribution, last_part: int) -> str:
    """Where it would stand, for who does not read its writer."""
    part = _full_part(contribution, last_part)
    return f"{quiet(contribution.article_id, str(part or ''))}#c{contribution.pk}"


def _full_part(contribution: Contribution, last_part: int) -> int:
    """The number of its part, once that is full; none in the newest."""
    part = contribution.part or 0
    return part if part < last_part else 0
