"""The builders: for each kind of page, rows of the database made into its context."""
from rotative.paper.pages import (
    about,
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
)

__all__ = ["about", "articles", "days", "discussions", "dossiers", "errors", "fronts", "likes", "lists", "panels", "people", "search", "statements"]
