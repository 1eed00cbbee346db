"""One story for measures that need a page of a given size: the same words for the paper and for its peers.

    python bench/story.py > story.json

With it, a page of the paper packs to about 11 KB.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SEED = 11
WORDS = 2750
SLUG = "banc-d-essai"


def written() -> dict[str, Any]:
    """The story: title, standfirst, and a body of paragraphs and headings, as pairs of a kind and a text."""
    from archive import Writer

    writer = Writer(SEED)
    body: list[tuple[str, str]] = []
    while sum(len(text.split()) for _, text in body) < WORDS:
        if body and len(body) % 5 == 0:
            body.append(("heading", " ".join(writer.words(4)).capitalize()))
        body.append(("paragraph", " ".join(writer.phrase(8, 26) for _ in range(4))))
    return {"title": writer.headline(), "slug": SLUG, "standfirst": writer.phrase(18, 32), "body": body}


def published() -> Any:
    """The story in the paper whose Django is loaded, published when it is not there yet."""
    from django.utils import timezone

    from rotative.newsroom.models import Article, Author, Byline, Section

    if found := Article.objects.live().filter(slug=SLUG).first():
        return found
    told, section = written(), Section.objects.filter(depth=3, live=True).order_by("path").first()
    body = [{"type": kind, "value": f"<p>{text}</p>" if kind == "paragraph" else {"text": text, "level": "2"}} for kind, text in told["body"]]
    story = Article(title=told["title"], slug=SLUG, standfirst=told["standfirst"], body=json.dumps(body), locale_id=section.locale_id, live=False, first_published_at=timezone.now())
    story.bylines = [Byline(author=Author.objects.order_by("pk").first())]
    section.add_child(instance=story)
    story.save_revision().publish()
    return Article.objects.get(pk=story.pk)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    json.dump(written(), sys.stdout, ensure_ascii=False, indent=1)
