"""What the demonstration lacks for a page of every kind, and where each kind is: ``python -m tests.journeys.reading_seed``.

Run in a process of its own on a copy of the demonstration. Prints addresses by kind.
"""
from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

LONG_AGO = datetime(2025, 3, 4, 9, 0, tzinfo=UTC)
SPORTS = 45


def main() -> None:
    from rotative.newsroom.actions import withdraw
    from rotative.newsroom.models import Article, Section
    from tests import factories
    from tests.factories.blocks import every_block
    from tests.journeys.record_seed import accept_everything

    sports = Section.objects.get(slug="sports", locale=factories.locale("fr"))
    story, other = Article.objects.live().filter(locale=factories.locale("fr"), picture__isnull=False).order_by("-first_published_at")[:2]
    body = every_block(story, story.picture, other.picture)
    every = factories.article("Toutes les formes d'un récit", sports, slug="toutes-les-formes", at=LONG_AGO, body=body, standfirst="Un exemple de chacune.")
    factories.article("Un récit retiré pour la journée", sports, slug="hors-page", at=LONG_AGO).unpublish()
    withdraw(factories.article("Un récit retiré", sports, slug="retire", at=LONG_AGO), by=None, reason="La source s'est rétractée.")
    said = _said(sports)
    for number in range(SPORTS):
        factories.article(f"Course de côte, {number + 1}e édition", sports, slug=f"course-{number + 1}", at=LONG_AGO - timedelta(days=number))
    orbance = Article.objects.get(slug="eau-de-l-orbance-sept-mois-de-pourparlers-secrets").dossier
    _negotiate()
    print(json.dumps({"pages": _pages(every) | accept_everything(orbance) | said, "longest": _longest().address}))  # noqa: T201


def _said(section: Any) -> dict[str, str]:
    """A story under which stands who says what: by name, denied, without a name, at second hand, over two paragraphs."""
    from rotative.masthead.models import User
    from rotative.newsroom.models import Article
    from rotative.record.actions.deciding import accept, mend
    from rotative.record.actions.proposing import contradict
    from tests.factories import locale, record

    story = record.story("Un accord, dit-elle", [*["Avant ce qui est dit, il y a de quoi lire."] * 30, *record.BODY], parent=section, slug="un-accord-dit-elle", at=LONG_AGO)
    claim, denial, unnamed = [accept(row, None) for row in record.read(story)]
    mend(unnamed, None, via="Le Courrier", addressee="le préfet", place="Verel")
    contradict(claim, denial, User.objects.get(is_superuser=True))
    checked = Article.objects.live().get(slug="les-loyers-ont-ils-double-en-dix-ans-a-aubrelle", locale=locale("fr"))
    return {"who says what": story.address, "statement": f"/declarations/{claim.pk}/", "denial": f"/declarations/{denial.pk}/", "fact-check": checked.address}


def _negotiate() -> None:
    """A text of twenty-four points and five parties in a dossier of its own, what happened, and what was denied."""
    from rotative.masthead import roles
    from rotative.newsroom.models import Section
    from rotative.record.actions.proposing import contradict
    from tests import factories
    from tests.factories import negotiation

    by = roles.group_of(roles.Role.PUBLISHER).user_set.first()
    dossier = factories.DossierFactory(slug="negociation", name="Négociation d'essai", headline="Une négociation d'essai")
    made = negotiation.accord(by, dossier, name="Le texte d'essai", parent=Section.objects.get(slug="sports", locale=factories.locale("fr")))
    negotiation.happenings(dossier, slug="essai-sept-mois", parent=made.stories[0].get_parent())
    contradict(made.said[1, 2], made.said[1, 0], by)


def _pages(every: Any) -> dict[str, str]:
    from django.utils import timezone

    from rotative.newsroom.models import Article, Correction, Dossier
    from tests.factories import locale

    french, english = (Article.objects.live().filter(locale=locale(code)) for code in ("fr", "en"))
    story = french.get(slug="eau-de-l-orbance-sept-mois-de-pourparlers-secrets")
    translated = english.get(translation_key=story.translation_key)
    yesterday = timezone.now().date() - timedelta(days=1)
    return {
        "front": "/", "section": "/pays/", "nested section": "/pays/hautes-vallees/", "older section": "/sports/page/1/",
        "article": story.address, "every block": every.address, "longest": _longest().address,
        "opinion": french.filter(genre="opinion", bylines__author__portrait__isnull=False).latest("first_published_at").address,
        "sponsored": french.filter(genre="sponsored").latest("first_published_at").address,
        "not translated": french.exclude(translation_key__in=english.values("translation_key")).exclude(pk=every.pk).latest("first_published_at").address,
        "corrected": Correction.objects.filter(article__in=french).latest("when").article.address,
        "author": "/auteurs/ines-quemener/", "authors": "/redaction/", "topic": f"/sujets/{story.topics.first().slug}/",
        "dossier": f"/dossiers/{Dossier.objects.get(pk=story.dossier_id).slug}/", "day": f"/{yesterday:%Y/%m/%d}/", "latest": "/dernieres/",
        "most read": "/plus-lues/", "search": "/recherche/", "results": "/recherche/?q=sanatorium", "no result": "/recherche/?q=xylophone",
        "corrections": "/corrections/", "about": "/a-propos/", "legal": "/mentions-legales/", "principles": "/principes/",
        "privacy": "/vie-privee/", "accessibility": "/accessibilite/", "funding": "/financement/", "contact": "/contact/", "support": "/soutenir/",
        "discussion": f"/_/discussion/fr/{story.pk}/", "like": f"/_/like/article/{story.pk}/", "like the paper": "/_/like/paper/?in=fr",
        "text": "/textes/le-texte-d-essai/", "card of a text": "/_/embed/fr/text/le-texte-d-essai/", "dossier with a record": "/dossiers/negociation/",
        "missing": "/rien/", "withdrawn": "/sports/retire/", "off the page": "/sports/hors-page/",
        "English front": "/en/", "English article": translated.address, "English section": "/en/country/", "English search": "/en/search/?q=sanatorium",
    }  # fmt: skip


def _longest() -> Any:
    """The longest ordinary story: the sponsored one is not."""
    from rotative.newsroom.models import Article
    from tests.factories import locale

    return Article.objects.live().filter(locale=locale("fr")).exclude(genre="sponsored").order_by("-word_count").first()


if __name__ == "__main__":
    import django

    django.setup()
    main()
