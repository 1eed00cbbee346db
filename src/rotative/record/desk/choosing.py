"""Choose an actor: the likely ones, and those that a search finds."""
from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from rotative.record import who
from rotative.record.desk.frame import Page
from rotative.record.models import Actor

FOUND = 50


class ChooseActor(Page):
    """Actors to choose from; each leads to where it is chosen for."""

    template_name = "record/desk/choose.html"
    header_icon = "user"
    lead: Any = ""

    def likely(self) -> list[tuple[Actor, Any]]:
        """Actors that are probably meant, each with why."""
        return []

    def address_of(self, actor: Actor) -> str:
        """Where choosing an actor leads."""
        raise NotImplementedError

    def is_offered(self, actor: Actor) -> bool:
        return True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        words = self.request.GET.get("q", "").strip()
        rows = [actor for actor in who.counted(who.named(words)).order_by("name", "pk")[:FOUND] if self.is_offered(actor)] if words else []
        return {
            **found,
            "lead": self.lead,
            "words": words,
            "likely": [(actor, why, self.address_of(actor)) for actor, why in self.likely()],
            "found": [(actor, self.address_of(actor)) for actor in rows],
            "none_label": _("Nobody of that name."),
        }
