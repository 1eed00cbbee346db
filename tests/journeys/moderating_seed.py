"""A paper whose discussion has work for a moderator: held, reported, edited, appealed.

Run in a process of its own against the paper that the journey will use.
"""
from __future__ import annotations

from datetime import timedelta

BODY = (
    "La quatrième version du texte tient en vingt-quatre points. Elle donne neuf vannes à la Compagnie, « et pas une de plus », a dit le médiateur.",
    "À Port-Lagunaire, les bateliers attendaient depuis six heures. Personne n’est venu leur dire que la séance était finie : ils l’ont lu sur la porte.",
    "La dernière séance aura lieu jeudi, à neuf heures, dans la salle des fêtes. Elle sera publique.",
)


def main() -> None:
    from django.utils import timezone

    from rotative.discussion import holding, people
    from rotative.discussion.actions import appealing, deciding, showing
    from rotative.discussion.models import Contribution, DiscussionRules, Edit, Ground, State
    from rotative.discussion.moderation.findings import Finding, Outcome
    from rotative.discussion.moderation.wording import _, ngettext
    from rotative.masthead.models import User
    from rotative.masthead.roles import Role
    from rotative.newsroom.models import Section
    from tests import factories
    from tests.factories import desk
    from tests.factories.discussion import report
    from tests.journeys import seed

    seed.main()
    DiscussionRules.objects.update_or_create(defaults={"allows_guests": True})
    second = desk.staff(Role.MODERATOR, name="Maël Kergoat", email="second@amer.example")
    second.set_password(seed.PASSWORD)
    second.save()
    now = timezone.now()
    story = factories.article("Orbance : une quatrième version, et une dernière séance", parent=Section.objects.get(slug="pays"), slug="derniere-seance", discussion="open", at=now - timedelta(days=1))
    door = factories.article("Les bateliers l’ont lu sur la porte", parent=Section.objects.get(slug="pays"), slug="sur-la-porte", discussion="open", at=now - timedelta(days=1), body=[factories.paragraph(line) for line in BODY])
    moderator = User.objects.get(email="moderator@amer.example")
    readers = {name: factories.UserFactory(name=name, email=f"{number}@lac.example") for number, name in enumerate(("Yvonne Castagnet", "Idris Benhaddou", "Odile Marrec"))}
    readers["Yvonne Castagnet"].set_password(seed.PASSWORD)
    readers["Yvonne Castagnet"].save()

    def wrote(name: str, text: str, hours: float, *, shown: bool = False, **fields: object) -> Contribution:
        at, by = now - timedelta(hours=hours), readers[name]
        made = Contribution.objects.create(
            text=text, language="fr", created_at=at, **{"article": story, "writer": by, "name": name, "voice": people.voice_of(by), "state": State.HELD, **fields}
        )
        holding.keep(made, "203.0.113.7")
        if shown:
            showing.show(made, at)
        return made

    first = wrote("Odile Marrec", "La quatrième version donne neuf vannes à l’aval. La troisième en donnait onze. Qui a rendu les deux autres ?", 9, shown=True)
    wrote("Idris Benhaddou", "Personne ne les a rendues : elles n’étaient pas dans le texte, page 14.", 8, shown=True, thread=first)
    word = Finding(phase="banned", outcome=Outcome.HOLD, reason=_("On the paper’s list: “%(seen)s” (%(word)s).", seen="voleuse", word="voleu*"), spans=((3, 10),))
    new = Finding(phase="account", outcome=Outcome.HOLD, reason=ngettext("The account is %(number)s hour old.", "The account is %(number)s hours old.", 3))
    wrote("Yvonne Castagnet", "La voleuse de l’eau, c’est la Compagnie, et tout le monde le sait aux Airelles.", 5, thread=first, findings=[word.as_json(), new.as_json()], passage="une quatrième version, et une dernière séance")
    for number, text in enumerate(("Et le péage des bateliers, qui le paiera ?", "J’étais à la séance : personne n’a parlé du lac.", "ACHETEZ NOS CURES THERMALES À MOITIÉ PRIX", "Le lac est à 612 mètres, c’est écrit sur l’échelle.", "Merci pour les vingt-quatre points, enfin on comprend.")):
        wrote(("Idris Benhaddou", "Odile Marrec", "Yvonne Castagnet")[number % 3], text, 4 - number / 2)
    insult = wrote("Yvonne Castagnet", "Le médiateur est un vendu, comme son frère.", 7, shown=True)
    report(insult, because="« Vendu » est une injure envers une personne nommée dans l’article.")
    edited = wrote("Idris Benhaddou", "La séance finit à minuit.", 3, shown=True)
    Edit.objects.create(contribution=edited, text="La séance finit à minuit, et les bateliers rentrent à pied.", created_at=now)
    removed = wrote("Yvonne Castagnet", "Qu’on le jette dans le lac, ce médiateur.", 30, shown=True)
    wrote("Odile Marrec", "Neuf, dit-on. Qui les a comptées ?", 6, shown=True, article=door, passage="Elle donne neuf vannes à la Compagnie")
    decision = deciding.remove(removed, moderator, now - timedelta(hours=20), Ground.THREAT, "Vous appelez à une violence contre une personne.")
    appealing.appeal(decision, "C’était une image : on jette les pêcheurs dans le lac à chaque fête des vannes.", now - timedelta(hours=10))


if __name__ == "__main__":
    import django

    django.setup()
    main()
