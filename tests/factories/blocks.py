"""A body with every block that a story may have."""
from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile

from rotative.library.models import Picture, SourceDocument
from rotative.newsroom.models import Article
from tests.factories import paragraph


def every_block(story: Article, first: Picture, second: Picture, link: str = "") -> list[tuple[str, Any]]:
    """``story`` is set within the text, ``link`` ends its first paragraph, its quotation and its box."""
    file = SourceDocument.objects.create(title="Le règlement de la course", file=ContentFile(b"%PDF-1.4 reglement", name="reglement.pdf"), file_size=18)
    points = [{"label": label, "value": value} for label, value in (("2023", "12.5"), ("2024", "9.1"), ("2025", "14"))]
    return [
        paragraph(f"Au départ, personne ne parlait : il faisait <b>deux degrés</b> et l'on comptait les dossards. {link}".strip()),
        ("heading", {"text": "Ce que dit le règlement", "level": "2"}),
        paragraph("Le texte tient en trois articles, que chacun connaît par cœur."),
        paragraph("</p><ul><li>on part ensemble ;</li><li>on attend le dernier.</li></ul><p>"),
        ("heading", {"text": "Une exception", "level": "3"}),
        ("quotation", {"text": f"<p>{f'« On a toujours attendu le dernier. » {link}'.strip()}</p>", "speaker": "Nadège Ferrand", "role": "juge à l'arrivée"}),
        ("pull", {"text": "« On a toujours attendu le dernier. »", "speaker": "Nadège Ferrand", "role": "juge à l'arrivée"}),
        ("picture", {"picture": first, "caption": "Le col, vu du départ."}),
        ("gallery", {"title": "Deux vues du col", "pictures": [{"picture": first, "caption": ""}, {"picture": second, "caption": "Le soir."}]}),
        ("document", {"document": file, "title": "Le règlement"}),
        ("table", {"caption": "Temps des trois premiers", "head": ["", "2024", "2025"], "rows": [["Première", "31:04", "30:58"], ["Deuxième", "31:40", "31:12"]], "source": "Club."}),
        ("key_figure", {"title": "Le chiffre", "value": "412", "unit": "dossards", "text": "Jamais la course n'en avait compté autant."}),
        ("timeline", {"title": "La course en trois dates", "entries": [{"when": "1936", "text": "La première", "state": ""}, {"when": "1951", "text": "Une édition cachée", "state": "secret"}, {"when": "2027", "text": "La prochaine", "state": "next"}]}),
        ("box", {"title": "Pour y aller", "text": f"<p>Par la route du col, <a href=\"https://example.org/\">ouverte dès mars</a>. {link}</p>"}),
        ("chart", {"title": "Temps moyen, en minutes", "alt": "Trois barres : 12,5, puis 9,1, puis 14.", "unit": "min", "points": points, "threshold": "10", "source": "Club."}),
        ("embed", {"url": "https://video.example.org/course", "title": "La course, filmée du col"}),
        ("related", {"story": story}),
        paragraph("Au sommet, la soupe était chaude."),
    ]  # fmt: skip
