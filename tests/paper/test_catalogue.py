"""In which order a whole paper is printed: what readers ask for most comes first."""
from __future__ import annotations

from datetime import timedelta

import pytest

from rotative.audience import ranking
from rotative.audience.models import Reading
from rotative.newsroom.models import Article
from rotative.paper.catalogue import every
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_front_then_sections_then_what_is_read_then_what_is_new() -> None:
    factories.paper()
    pays = factories.section()
    for number in range(4):
        factories.article(f"Récit {number}", pays, slug=f"recit-{number}", at=factories.NOON - timedelta(days=number))
    Reading.objects.create(article=Article.objects.get(slug="recit-3"), day=factories.NOON.date(), count=9)
    ranking.renew(factories.NOON)
    order = [path for path in every() if path in ("/", "/pays/") or path.startswith("/pays/recit")]
    assert list(dict.fromkeys(order)) == ["/", "/pays/", "/pays/recit-3/", "/pays/recit-0/", "/pays/recit-1/", "/pays/recit-2/"]
