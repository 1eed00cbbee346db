"""The builders: for each kind of page, rows of the database made into its context."""
from rotative.paper.pages import (
    about,
    actors,
    articles,
    days,
    discussions,
    dossiers,
    errors,
    fronts,
    likes,
    lists,
    panels,
    people,
    search,
    statements,
    texts,
)

__all__ = ["about", "actors", "articles", "days", "discussions", "dossiers", "errors", "fronts", "likes", "lists", "panels", "people", "search", "statements", "texts"]
