"""What the pipeline of moderation is told of a text and who wrote it, and what is kept of its answer."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet

from rotative.discussion import classifying, people
from rotative.discussion.models import Contribution, DiscussionRules, Guest, State, Trust
from rotative.discussion.moderation.findings import Recent, Rules, Submission, Verdict, Writer
from rotative.discussion.moderation.pipeline import moderate
from rotative.masthead.languages import languages
from rotative.masthead.models import User
from rotative.newsroom.models import Article
from rotative.press.prepared import Prepared

LATELY = timedelta(days=2)
SOME = 100  # texts of somebody, by which they are judged
FOR_GOOD = datetime(9999, 12, 31, tzinfo=UTC)


def judge(article: Article, by: User | Guest | None, text: str, now: datetime, *, moderated_first: bool, edited: Contribution | None = None, known: people.Known | None = None) -> Verdict:
    """What is to become of a text: shown, held, or given back to who wrote it, and why. known: of who writes, where it was asked already."""
    house, written = DiscussionRules.present(), _written_by(by) if by else []
    submission = Submission(
        text=text,
        title=article.title,
        article_id=article.pk,
        writer=_writer(by, article, now, known, Counter(each.state for each in written)),
        recent=tuple(each.before(now) for each in written if each.created_at > now - LATELY and each.pk != (edited and edited.pk)),
        now=now,
        is_edit=edited is not None,
    )
    return moderate(submission, rules(house, moderated_first), classifying.current() if house.reads_with_classifier else None)


def rules(house: DiscussionRules, moderated_first: bool) -> Rules:
    banned = tuple(line.strip() for line in house.banned.splitlines() if line.strip())
    return Rules(languages=tuple(languages()), banned=banned, links=house.links, hosts=_own_hosts(), longest=house.longest, moderated_first=moderated_first)


def _own_hosts() -> tuple[str, ...]:
    host = urlsplit(settings.ROTATIVE_URL).hostname
    return (host,) if host else ()


def kept(verdict: Verdict) -> list[dict[str, Any]]:
    """The findings as the desk keeps them."""
    return [finding.as_json() for finding in verdict.findings]


def _writer(by: User | Guest | None, article: Article, now: datetime, known: people.Known | None, states: Mapping[str, int]) -> Writer:
    if by is None:
        return Writer(is_guest=True, is_verified=False, accepted=0, rejected=0, known_for=0.0, trusted=False, suspended_until=None, standing="")
    known = known or people.known(by, article)
    since = by.created_at if isinstance(by, Guest) else by.date_joined
    return Writer(
        is_guest=isinstance(by, Guest),
        is_verified=people.is_confirmed(by),
        accepted=states[State.SHOWN],
        rejected=states[State.REJECTED] + states[State.REMOVED],
        known_for=(now - since).total_seconds(),
        trusted=known.trust == Trust.TRUSTED,
        suspended_until=(known.until or FOR_GOOD) if known.trust == Trust.SUSPENDED else None,
        standing=known.standing,
    )


class _Written(NamedTuple):
    """One of the texts of somebody, in any state."""

    pk: int
    state: str
    text: str
    created_at: datetime
    article_id: int

    def before(self, now: datetime) -> Recent:
        return Recent(text=self.text, seconds_ago=(now - self.created_at).total_seconds(), article_id=self.article_id)


def _written_by(by: User | Guest) -> list[_Written]:
    """The last of what somebody wrote, newest first: what it is judged by, and compared with."""
    return [_Written(*row) for row in (_by_a_guest if isinstance(by, Guest) else _by_a_reader)(by.pk)]


def _newest(**by: object) -> QuerySet[Contribution, Any]:
    return Contribution.objects.filter(**by).order_by("-created_at").values_list(*_Written._fields)[:SOME]


_by_a_guest, _by_a_reader = Prepared(lambda pk: _newest(guest=pk)), Prepared(lambda pk: _newest(writer=pk))
