"""A small paper for the browser: two sections, someone in each role, a picture, a topic.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations

from typing import Any

PASSWORD = "un phare dans la brume"


def main() -> None:
    from wagtail.images.tests.utils import get_test_image_file

    from rotative.library.models import Picture
    from rotative.masthead import roles
    from rotative.masthead.roles import Role
    from tests import factories
    from tests.factories import desk

    factories.paper()
    factories.front("en")
    pays = factories.section()
    factories.section("Culture", "culture")
    roles.establish()
    for role in Role:
        someone = desk.staff(role, [pays] if role == Role.EDITOR else [], email=f"{role.value}@amer.example")
        someone.set_password(PASSWORD)
        someone.save()
    image = get_test_image_file("port.png", size=(640, 480))
    Picture.objects.create(title="Le port d'Aubrelle", file=image, description="Le port au matin.", credit="L'Amer")
    factories.TopicFactory(name="Eau", slug="eau")
    seed_record(factories.DossierFactory())


def seed_record(dossier: Any) -> None:
    """A story of a dossier in which two people were accepted and speak, something waits, and a namesake is in another one."""
    from rotative.record.actions.deciding import accept
    from rotative.record.models import Appearance, Contradiction, Event
    from tests.factories import record

    story, other = record.story(dossier=dossier), record.story("Le barrage ouvre", ["Mme Valmer, ministre de l'Eau, ouvre le barrage jeudi."], dossier=dossier)
    claim, denial = (accept(row, None) for row in record.read(story)[:2])
    accept(Event.objects.get(article=story.pk), None)
    Contradiction.objects.create(claim=claim, denial=denial, reasons=[{"why": "same words", "words": "accord, signer"}])
    mention = record.at(other, "Mme Valmer").as_json()
    accept(Appearance.objects.create(article=other, kind="person", name="Mme Valmer", role="ministre de l'Eau", mentions=[mention]), None)


if __name__ == "__main__":
    import django

    django.setup()
    main()
