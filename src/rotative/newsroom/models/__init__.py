"""Sections, people, subjects, articles and the front."""
from rotative.newsroom.models.articles import Article, Byline, Correction, PickedStory, RelatedStory, Withdrawal
from rotative.newsroom.models.fronts import FrontPage, FrontSection, FrontSlot
from rotative.newsroom.models.people import Author, AuthorText
from rotative.newsroom.models.sections import Section
from rotative.newsroom.models.subjects import Dossier, DossierAuthor, Topic

__all__ = [
    "Article",
    "Author",
    "AuthorText",
    "Byline",
    "Correction",
    "Dossier",
    "DossierAuthor",
    "FrontPage",
    "FrontSection",
    "FrontSlot",
    "PickedStory",
    "RelatedStory",
    "Section",
    "Topic",
    "Withdrawal",
]
