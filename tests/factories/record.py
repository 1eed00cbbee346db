"""A story of the Orbance, what is read in it, and what an editor makes of it."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import factory

from rotative.library.models import Picture
from rotative.newsroom.models import Article
from rotative.record.actions.deciding import accept
from rotative.record.actions.taking import take
from rotative.record.anchors import Anchor, anchor
from rotative.record.models import Actor, Statement
from rotative.record.reading import findings
from rotative.record.reading.findings import Essential, Event, Interval, Reading, Span
from rotative.record.typed import Typed, typed
from tests import factories

VALMER = "l'accord sera signé avant la fin du mois"
OSSOLA = "« Nous ne signerons rien sans les bateliers »"
UNNAMED = "les onze feuillets sont déjà imprimés"
BODY = [
    f"Inès Valmer, négociatrice de l'Orbance, a annoncé lundi à Verel que {VALMER}.",
    f"{OSSOLA}, a démenti Anna Ossola, qui parle pour les communes.",
    f"Selon une source proche des communes, {UNNAMED}.",
    "Les cinq parties se sont réunies mardi à Saint-Elme.",
]


class ActorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Actor

    kind = "person"
    name = "Inès Valmer"
    slug = factory.Sequence(lambda n: f"ines-valmer-{n}")


def picture(**fields: Any) -> Picture:
    """A picture of the library whose square size is ready."""
    made: Picture = factories.PictureFactory(**fields)
    for kind in ("webp", "avif"):
        made.renditions.create(filter_spec=f"fill-480x480|format-{kind}", width=480, height=480, file=f"images/{made.pk}.{kind}", focal_point_key="")
    return made


def story(title: str = "L'accord de l'Orbance", body: Iterable[str] = BODY, **fields: Any) -> Article:
    """A story whose body is these paragraphs."""
    return factories.article(title, body=[factories.paragraph(each) for each in body], **fields)


def rewrite(article: Article, was: str, now: str, publish: bool = True) -> Article:
    """Change words in a story, as the desk does: a draft, then published."""
    draft = article.get_latest_revision_as_object()
    blocks = [dict(each) for each in draft.body.raw_data]
    assert any(was in str(each["value"]) for each in blocks)
    for each in blocks:
        each["value"] = each["value"].replace(was, now)
    draft.body = Article._meta.get_field("body").to_python(blocks)
    revision = draft.save_revision()
    if publish:
        revision.publish()
    return Article.objects.get(pk=article.pk)


def text_of(article: Article) -> Typed:
    """The text of a story's latest draft, as typed."""
    return typed(article.get_latest_revision_as_object().body.raw_data)


def at(article: Article, words: str) -> Anchor:
    """The anchor of some words in a story's latest draft."""
    blocks = text_of(article).by_id
    block = next(name for name, each in blocks.items() if words in each)
    start = blocks[block].index(words)
    return anchor(blocks, block, start, start + len(words))


# ── Readings ───────────────────────────────────────────────────────────────────


def span(text: Typed, words: str) -> Span:
    start = text.words.index(words)
    return Span(start, start + len(words))


def named(text: Typed, name: str, kind: Any = "person", role: str | None = None) -> findings.Actor:
    return findings.Actor(name, kind, (span(text, name),), role)


def said(text: Typed, content: str, cue: str, speaker: str, name: str | None = None, **more: Any) -> findings.Statement:
    more.setdefault("mode", "direct")
    return findings.Statement(span(text, content), cue=span(text, cue), speaker=span(text, speaker), speaker_name=name, **more)


def reading(text: Typed) -> Reading:
    """What a good reader finds in the story."""
    return Reading(
        "fr",
        (named(text, "Inès Valmer", role="négociatrice de l'Orbance"), named(text, "Anna Ossola")),
        (
            said(text, VALMER, "annoncé", "Inès Valmer", "Inès Valmer", mode="indirect", act="announces", date=Interval("2026-11-23", "2026-11-23")),
            said(text, OSSOLA, "démenti", "Anna Ossola", "Anna Ossola", mode="direct", act="denies"),
            said(text, UNNAMED, "Selon", "une source proche des communes", mode="indirect", unnamed=True),
        ),
        (Event(span(text, BODY[3]), "Réunion des cinq parties", ("Inès Valmer",), "Saint-Elme", Interval("2026-11-24T10:00+01:00", "2026-11-24T10:00+01:00")),),
        (),
        (Essential("L'accord serait signé avant la fin du mois.", span(text, VALMER)),),
    )


def read(article: Article) -> list[Statement]:
    """Take the reading of a story's latest draft; its statements in the order of the text."""
    text = text_of(article)
    take(article, reading(text), text)
    return list(Statement.objects.filter(article=article.pk).order_by("pk"))


def accepted(article: Article, number: int = 0) -> Statement:
    """A statement of the story, read and accepted."""
    return accept(read(article)[number], None)
