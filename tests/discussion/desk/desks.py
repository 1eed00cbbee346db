"""Someone at the desk, in English; pages by the names of their addresses."""
from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from rotative.masthead.models import User


class Desk:
    def __init__(self, user: User) -> None:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        self.user = user
        self.client = Client()
        self.client.force_login(user)

    def get(self, name: str, /, *args: Any, query: str = "") -> Any:
        return self.client.get(reverse(name, args=args) + query)

    def post(self, name: str, /, *args: Any, query: str = "", **data: Any) -> Any:
        return self.client.post(reverse(name, args=args) + query, data)

    def sees(self, name: str, /, *args: Any, query: str = "") -> str:
        """The words of a page."""
        answer = self.get(name, *args, query=query)
        assert answer.status_code == 200
        return words_of(answer)


def words_of(answer: Any) -> str:
    main = answer.content.decode().split("<main", 1)[-1]
    return " ".join(unescape(re.sub(r"<(script|template).*?</\1>|<[^>]+>", " ", main, flags=re.S)).split())


def is_refused(answer: Any) -> bool:
    """The desk sends who may not to its first page, with a sentence."""
    return (answer.status_code, answer.headers.get("Location")) == (302, reverse("wagtailadmin_home"))
