"""A paper into whose discussion everything of the corpus was written, shown, held and reported.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations

from datetime import timedelta


def main() -> None:
    from django.utils import timezone

    from rotative.discussion.models import Report
    from rotative.masthead.models import User
    from rotative.masthead.readers.models import Reader
    from rotative.newsroom.models import Section
    from tests import factories
    from tests.factories.discussion import contribution
    from tests.hostile.vectors import NAMES, VECTORS
    from tests.journeys import seed

    seed.main()
    now = timezone.now()
    story = factories.article("Orbance : une quatrième version", parent=Section.objects.get(slug="pays"), slug="quatrieme", discussion="open", at=now - timedelta(days=1))
    writer = User.objects.get(email="reporter@amer.example")
    Reader.objects.create(user=writer, name=NAMES[1], language="fr")
    for number, vector in enumerate(VECTORS):
        name = NAMES[number % len(NAMES)]
        row = contribution(story, vector, name=name, passage=vector, writer=writer, shown=number % 8 != 7, created_at=now - timedelta(minutes=number))
        if number % 8 == 0:
            Report.objects.create(contribution=row, ground="insult", because=vector, name=name, email="odile@mer.example", in_good_faith=True, language="fr", created_at=now)


if __name__ == "__main__":
    import django

    django.setup()
    main()
