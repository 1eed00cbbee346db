"""A paper with one open story, and readers whom it has known for years: pairs, of whom one has written what the other answers.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations

from datetime import timedelta

STORY = "Dernière séance"
PAIRS = ("script", "noscript", "shots", "clicks")


def main() -> None:
    from django.utils import timezone

    from rotative.discussion.models import Contribution, Trust
    from rotative.masthead.models import User
    from rotative.masthead.readers.models import Reader
    from rotative.masthead.roles import Role
    from tests import factories
    from tests.factories import desk
    from tests.factories.discussion import contribution
    from tests.journeys import seed

    seed.main()
    now = timezone.now()
    story = factories.article(STORY, slug="derniere-seance", discussion="open", at=now - timedelta(hours=3))
    moderator = desk.staff(Role.MODERATOR, name="Maël Kergoat")
    for pair in PAIRS:
        for name, email in (("Yvonne Castagnet", f"yvonne-{pair}@lac.example"), ("Idris Benhaddou", f"idris-{pair}@lac.example")):
            user = User.objects.create_user(email, date_joined=now - timedelta(days=900))
            Reader.objects.create(user=user, name=name, language="fr")
            Trust.objects.create(writer=user, state=Trust.TRUSTED)
        writer = User.objects.get(email=f"yvonne-{pair}@lac.example")
        first = contribution(story, f"On parle de trente-huit millions comme d’une somme. Chez nous c’est une date ({pair}).", writer=writer, voice=f"yvonne-{pair}")
        Contribution.objects.filter(pk=first.pk).update(created_at=now - timedelta(hours=2))
        if pair == "shots":
            fill(story, first, moderator, now)


def fill(story: object, first: object, moderator: object, now: object) -> None:
    """What somebody finds who was away for a day."""
    from rotative.discussion.actions import deciding, showing
    from tests.factories.discussion import contribution

    for name, text in (
        ("Idris Benhaddou", "Vous avez raison, et c’est le point 4 qui devrait le dire. Je le demanderai à la prochaine séance."),
        ("grand_largue", "Voilà une négociation publique : deux phrases, deux noms, et tout le monde a compris."),
        ("Rosalie Quintin", "À retirer."),
    ):
        reply = contribution(story, text, name=name, thread=first, voice=name[:12], shown=False)
        showing.show(reply, now)
    deciding.pick(first, moderator, now)
    deciding.remove(reply, moderator, now, "subject", "Cela ne parle pas du sujet.")
    held = contribution(story, "Une chose de plus.", writer=first.writer, shown=False)
    deciding.accept(held, moderator, now)


if __name__ == "__main__":
    import django

    django.setup()
    main()
