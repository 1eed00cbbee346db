"""Takes what was read in a story as suggestions. Taken again, after an edit or not, nothing that was decided is lost."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rotative.newsroom.models import Article
from rotative.record.actions import findings
from rotative.record.actions.findings import Finding
from rotative.record.actions.matching import pair, same_name
from rotative.record.actions.naming import known_as
from rotative.record.models import Appearance, Essential, Event, LastReading, Origin, Standing, State, Statement
from rotative.record.quoted import with_typed_speakers
from rotative.record.reading.findings import Reading
from rotative.record.typed import Typed


def digest(text: Typed) -> str:
    """A digest of a text, by which one knows that it was read already."""
    return blake2b(text.words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def is_read(article: Article, text: Typed) -> bool:
    """Whether this very text of a story was read last."""
    return LastReading.objects.filter(article=article.pk, digest=digest(text)).exists()


@transaction.atomic
def take(article: Article, reading: Reading, text: Typed, by: Any = None) -> None:
    """Take a reading of a text of a story, live or draft. Raises PermissionDenied.

    What is found again is brought up to date while it is undecided, and left alone when it was decided; what is new is
    suggested; undecided suggestions that are found no more go.
    """
    if by is not None and not article.permissions_for_user(by).can_edit():
        raise PermissionDenied
    # First of all: it holds what was read until the end, and what an editor decides meanwhile waits (``holding.hold``).
    LastReading.objects.update_or_create(article_id=article.pk, defaults={"language": reading.language, "digest": digest(text)})
    reading = with_typed_speakers(reading, text)
    cast = _take_cast(article, reading, text)
    _take(Statement, article, [findings.statement(each, text, cast) for each in reading.statements], text)
    _take(Event, article, [findings.event(each, text, cast) for each in reading.events], text)
    _take(Essential, article, [findings.essential(each, rank, text) for rank, each in enumerate(reading.essentials)], text)
    _forget(Appearance, article, cast.values())


def _take_cast(article: Article, reading: Reading, text: Typed) -> dict[str, Appearance]:
    """The actors of the story by the names that the reading gives them; those that an editor rejected are none."""
    known, cast = list(Appearance.objects.filter(article=article.pk).order_by("pk")), dict[str, Appearance]()
    for actor in reading.actors:
        fields = findings.appearance(actor, text)
        row = same_name(known, fields["name"], actor.kind) or Appearance(article_id=article.pk, language=article.language)
        if fields["mentions"] and row.state != State.REJECTED:
            cast[actor.name] = _meet(row, fields)
    return cast


def _meet(row: Appearance, fields: dict[str, Any]) -> Appearance:
    """Bring an actor of the story up to date: what was decided stays, and where it is named is what was read last.

    Of one that readers see, the stored mentions are those of the live text: these are of the draft.
    """
    if row.state == State.SUGGESTED:
        for name, value in fields.items():
            setattr(row, name, value)
        row.proposed, row.found = known_as(row.name, row.kind), {"name": row.name, "role": row.role}
    row.mentions = fields["mentions"]
    if row.is_kept:  # Publishing may say just now that it stands: that is not written over.
        Appearance.objects.filter(pk=row.pk).exclude(standing=Standing.STANDS).update(mentions=row.mentions)
    else:
        row.save()
    return row


def _take(model: Any, article: Article, found: Sequence[Finding], text: Typed) -> None:
    found = [each for each in found if each.grounds]
    rows = list(model.objects.filter(article=article.pk).order_by("pk"))
    kept = [_keep(row or model(article_id=article.pk, language=article.language), each) for row, each in zip(pair(rows, found, text.by_id), found, strict=True)]
    _forget(model, article, kept)


def _keep(row: Any, finding: Finding) -> Any:
    if row.state == State.SUGGESTED and row.origin == Origin.READING:
        for name, value in finding.fields.items():
            setattr(row, name, value)
        row.put(finding.grounds)
        row.found = {"anchor": row.anchor.as_json(), **{name: value for name, value in finding.fields.items() if isinstance(value, str | bool | int)}}
        row.save()
        if isinstance(row, Event):
            row.who.set(finding.who)
    return row


def _forget(model: Any, article: Article, kept: Iterable[Any]) -> None:
    """Let go of suggestions that nobody decided and the text no longer has."""
    undecided = model.objects.filter(article=article.pk, state=State.SUGGESTED, origin=Origin.READING)
    undecided.exclude(pk__in=[row.pk for row in kept]).delete()
