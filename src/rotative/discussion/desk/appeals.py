"""An appeal before another person than the one who decided."""
from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from rotative.discussion import statements, waiting
from rotative.discussion.actions import appealing
from rotative.discussion.desk.forms import AnswerForm
from rotative.discussion.desk.frame import FormPage, Trail
from rotative.discussion.desk.items import person_url
from rotative.discussion.desk.lists import NAMES
from rotative.discussion.models import Appeal


class AppealPage(FormPage):
    """What was decided, on what, why; what the writer says; the answer."""

    page_title = gettext_lazy("Appeal")
    template_name = "discussion/desk/appeal.html"
    form_class = AnswerForm
    submit_label = gettext_lazy("Answer")
    said = gettext_lazy("Answered. The writer was told.")

    def trail(self) -> Trail:
        return [*super().trail(), (NAMES[waiting.APPEALS], self.after())]

    @cached_property
    def appeal(self) -> Appeal:
        rows = Appeal.objects.select_related("decision__contribution__article", "decision__by", "decision__writer", "decision__guest", "by")
        found: Appeal = get_object_or_404(rows, pk=self.kwargs["pk"])
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        decision = self.appeal.decision
        person = statements.person_of(decision)
        contribution = decision.contribution
        return {
            **found,
            "appeal": self.appeal,
            "decision": decision,
            "is_mine": decision.by_id == self.request.user.pk,
            "person": person,
            "person_url": person_url(person),
            "history": waiting.history_of(person) if person else None,
            "thread": waiting.thread_of(contribution) if contribution else [],
        }

    def act(self, given: dict[str, Any]) -> Appeal:
        return appealing.answer(self.appeal, self.request.user, timezone.now(), given["is_upheld"], given["answer"])

    def after(self) -> str:
        return reverse("discussion_queue") + "?tab=appeals"
