"""A small paper for the browser: two sections, someone in each role, a picture, a topic.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations

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
    factories.DossierFactory()


if __name__ == "__main__":
    import django

    django.setup()
    main()
