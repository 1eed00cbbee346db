"""A paper in which stories were read: a reporter's draft, one that readers see, one that was edited since.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations


def main() -> None:
    from rotative.masthead.models import User
    from rotative.newsroom.models import Article
    from rotative.record.actions.deciding import accept
    from rotative.record.models import Statement
    from tests.factories import record
    from tests.journeys import seed

    seed.main()
    reporter = User.objects.get(email="reporter@amer.example")
    for title in ("Brouillon lu", "Brouillon sans script", "Brouillon aux mots", "Brouillon pressé"):
        draft = record.story(title, publish=False, owner=reporter)
        record.read(draft)
    record.read(record.story("En ligne"))
    edited = record.story("Retouché")
    accept(record.read(edited)[0], None)
    edited = record.rewrite(edited, "sera signé avant la fin du mois", "pourrait être signé un jour", publish=False)
    record.ActorFactory(name="Anna Ossola", slug="anna-ossola")
    assert Article.objects.count() == 6 and Statement.objects.count() == 18


if __name__ == "__main__":
    import django

    django.setup()
    main()
