"""A paper in which stories were read: a reporter's draft, one that readers see, one that was edited since.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations


def main() -> None:
    from rotative.masthead.models import User
    from rotative.record import tasks
    from rotative.record.actions.deciding import accept
    from rotative.record.models import Actor, Statement
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
    tasks.ask_again(record.story("Jamais lu", publish=False, owner=reporter))  # no worker is there to read it
    assert Actor.objects.filter(slug="anna-ossola").exists()  # of the seed's own record
    assert Statement.objects.filter(article__owner=reporter).count() == 12


if __name__ == "__main__":
    import django

    django.setup()
    main()
