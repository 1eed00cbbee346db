"""What a reader does with their own words: write, mend for five minutes, take back, respect another's."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rotative.discussion import holding, judging, noticing, people, quotations, words
from rotative.discussion.actions import showing
from rotative.discussion.models import (
    MINUTES_TO_EDIT,
    Contribution,
    Edit,
    Guest,
    Respect,
    State,
    Talk,
    state_at,
)
from rotative.discussion.moderation.findings import Outcome, Verdict
from rotative.masthead.models import User
from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Discussion
from rotative.newsroom.wording import words_of


class CannotWrite(Exception):
    """Why somebody cannot do what they ask, in a sentence for them."""


class NotQuoted(CannotWrite):
    """What is said to be quoted is not in the story, or too much of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a text: the contribution where there is one, and what the pipeline said. parts: of the discussion, where it appeared at once."""

    contribution: Contribution | None
    verdict: Verdict
    parts: int = 0

    @property
    def is_bounced(self) -> bool:
        return self.verdict.outcome is Outcome.BOUNCE

    @property
    def problems(self) -> tuple[str, ...]:
        """What the writer can mend, a sentence each."""
        return tuple(str(each.told) for each in self.verdict.findings if each.told and each.outcome is Outcome.BOUNCE)

    @property
    def notes(self) -> list[str]:
        """Why it waits, as far as the writer is told."""
        return [str(each.told) for each in self.verdict.findings if each.told and each.outcome is Outcome.HOLD]


def contribute(article: Article, by: User | Guest, text: str, now: datetime, *, answers: Contribution | None = None, passage: str = "", address: str = "", proof: str | None = None, is_known: bool = True) -> Answer:
    """Write under a story. What the writer can mend is bounced, and nothing is kept of it.

    passage: words of the story that are quoted; they are kept as they stand there. address: where it comes from, which is sealed.
    proof: of the work of a guest's browser, without which what they write is held; is_known: whether they confirmed their address there,
    before which nothing that the paper knows of them has a say. Raises CannotWrite when the discussion is closed, or what is answered
    is gone; NotQuoted when the passage is not in the story.
    """
    text = words.tidied(text)
    state = _state(article, now)
    _may_answer(article, answers)
    passage = _quoted(article, passage)
    known = people.known(by, article)
    verdict = judging.judge(article, by if is_known else None, text, now, moderated_first=state == Discussion.MODERATED, known=known)
    if verdict.outcome is Outcome.BOUNCE:
        return Answer(None, verdict)
    made = Contribution(
        article=article,
        thread=answers and (answers.thread or answers),
        answers=answers if answers and answers.thread_id else None,
        text=text,
        passage=passage,
        language=article.language,
        state=State.HELD if is_known else State.UNSIGNED,
        work=proof,
        findings=judging.kept(verdict),
        created_at=now,
        **people.signature(by, known.standing),
    )
    # On SQLite one writes at a time: what can be known before is not asked in there.
    is_shown, parts = verdict.outcome is Outcome.PUBLISH and is_known and made.is_vouched_for, 0
    held, answered = holding.ready(made, address), noticing.answered_by(made, now) if is_shown else []
    with transaction.atomic():
        if is_shown:
            parts = showing.begin(made, now)
            noticing.store(answered, made, now)
        else:
            made.save(force_insert=True)
        holding.store(held, made)
    return Answer(made, verdict, parts)


def edit(contribution: Contribution, text: str, now: datetime) -> Answer:
    """Mend one's words, through the whole pipeline again. A held edit of what is shown leaves what was accepted in place.

    Raises CannotWrite after five minutes, and for what is gone.
    """
    text = words.tidied(text)
    if now - contribution.created_at > MINUTES_TO_EDIT or contribution.state not in (State.SHOWN, State.HELD, State.UNSIGNED):
        raise CannotWrite(words.too_late())
    by = people.writer_of(contribution)
    state = _state(contribution.article, now)
    verdict = judging.judge(contribution.article, by, text, now, moderated_first=state == Discussion.MODERATED, edited=contribution)
    if verdict.outcome is Outcome.BOUNCE:
        return Answer(contribution, verdict)
    _keep_edit(contribution, text, verdict, now)
    return Answer(contribution, verdict)


@transaction.atomic
def _keep_edit(contribution: Contribution, text: str, verdict: Verdict, now: datetime) -> None:
    showing.talk_of(contribution.article_id)
    contribution.refresh_from_db(fields=["state"])
    if contribution.is_shown and verdict.outcome is Outcome.HOLD:
        told = {"text": text, "findings": judging.kept(verdict), "created_at": now}
        Edit.objects.update_or_create(contribution=contribution, defaults=told)
        return
    Edit.objects.filter(contribution=contribution).delete()
    contribution.text, contribution.edited_at, contribution.findings = text, now, judging.kept(verdict)
    contribution.save(update_fields=["text", "edited_at", "findings"])
    if verdict.outcome is Outcome.PUBLISH and contribution.state == State.HELD and contribution.is_vouched_for:
        showing.show(contribution, now)


def withdraw(contribution: Contribution) -> None:
    """Take one's words back: readers see that there were some only where others answered."""
    if contribution.state in (State.SHOWN, State.HELD, State.UNSIGNED):
        with transaction.atomic():
            Edit.objects.filter(contribution=contribution).delete()
            showing.hide(contribution, State.WITHDRAWN)


def respect(contribution: Contribution, reader: User) -> None:
    """Say that a contribution is worth reading. Not one's own; once more changes nothing."""
    if contribution.writer_id == reader.pk or not contribution.is_shown:
        raise CannotWrite(words.not_this_one())
    with transaction.atomic():
        if Respect.objects.get_or_create(contribution=contribution, reader=reader)[1]:
            _unrank(contribution)


def unrespect(contribution: Contribution, reader: User) -> None:
    """Take it back. Where there is none, nothing happens."""
    with transaction.atomic():
        if Respect.objects.filter(contribution=contribution, reader=reader).delete()[0]:
            _unrank(contribution)


def _unrank(contribution: Contribution) -> None:
    Talk.objects.filter(article_id=contribution.article_id, is_unranked=False).update(is_unranked=True)


def _state(article: Article, now: datetime) -> str:
    talk = getattr(article, "talk", None) or Talk()  # none in the database
    state = state_at(now, article.discussion, talk.state, talk.closes_at)
    if state == Discussion.CLOSED:
        raise CannotWrite(words.closed(talk.because))
    return state


def _may_answer(article: Article, answers: Contribution | None) -> None:
    if answers is not None and (answers.article_id != article.pk or not answers.is_shown):
        raise CannotWrite(words.gone())


def _quoted(article: Article, passage: str) -> str:
    if not passage.strip():
        return ""
    if len(passage) > quotations.LONGEST:
        raise NotQuoted(words.too_much_quoted(quotations.LONGEST))
    if not (found := quotations.found(words_of(article), passage)):
        raise NotQuoted(words.not_in_the_story())
    return found[: quotations.LONGEST]
