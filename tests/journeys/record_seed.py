"""What is recorded of the demonstration for the journeys: two actors with long and short pages, a text on which both stand."""
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

STATEMENTS = 24  # more than a page holds


def accept_everything(dossier: Any) -> dict[str, str]:
    """Read and accept stories of a dossier; addresses by kind."""
    from django.utils import timezone

    from rotative.newsroom.models import Section
    from rotative.record.actions import actors, texts
    from rotative.record.actions.deciding import accept
    from rotative.record.actions.proposing import contradict
    from rotative.record.models import Event, Statement
    from tests.factories import locale, record

    parent, noon = Section.objects.get(slug="pays", locale=locale("fr")), timezone.now().replace(hour=9, minute=0, second=0, microsecond=0)
    for number in range(STATEMENTS, 0, -1):
        story = record.story(f"L'accord de l'Orbance, jour {number}", parent=parent, slug=f"accord-jour-{number}", dossier=dossier if number < 3 else None, at=noon - timedelta(days=number))
        rows = record.read(story)
        Statement.objects.filter(article=story.pk).update(said_from=(noon - timedelta(days=number)).date(), said_to=None)
        for row in rows[: 3 if number < 4 else 1]:
            accept(row, None)
    said = list(Statement.objects.filter(article=story.pk).order_by("pk"))
    contradict(said[0], said[1], None)
    accept(Event.objects.get(article=story.pk), None)
    valmer, ossola = said[0].speaker.actor, said[1].speaker.actor
    actors.describe(valmer, None, wikidata="Q42")
    actors.call(valmer, "La dame du lac", None)
    for role, since, until in (("conseillère de bassin", date(2011, 1, 1), date(2019, 6, 1)), ("négociatrice de l'Orbance pour les cinq parties", date(2019, 6, 1), None)):
        actors.appoint(valmer, role, "fr", None, since, until)
    text = texts.draw_up(dossier, "Le protocole des vannes", None)
    points = [texts.add_point(text, str(number), title, None) for number, title in enumerate(("Les vannes", "La cote du lac", "Le prix de l'eau", "La durée", "Les bateliers"), 1)]
    texts.add_version(text, "version 4", date(2026, 11, 20), None)
    for point, stance in zip(points, ("accepts", "accepts", "conditional", "rejects"), strict=False):
        texts.set_position(point, valmer, stance, date(2026, 11, 20), None, [said[0]], "un seuil écrit" if stance == "conditional" else "")
    texts.show(text, None)
    return {"actor": f"/acteurs/{valmer.slug}/", "older actor": f"/acteurs/{valmer.slug}/page/1/", "short actor": f"/acteurs/{ossola.slug}/", "statement": f"/declarations/{said[0].pk}/"}
