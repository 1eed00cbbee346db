"""The discussion of one story at the desk: open, moderated first or closed, until when and why. And which stories have one."""
from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator

from rotative.discussion.actions import opening
from rotative.discussion.desk.forms import TalkForm
from rotative.discussion.desk.frame import FormPage, Page, Trail
from rotative.discussion.models import Contribution, State, Talk, state_at
from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Discussion

AT_ONCE = 30


class TalksPage(Page):
    """Stories whose discussion has words in it or was decided on, the newest first."""

    page_title = gettext_lazy("Discussions")
    template_name = "discussion/desk/talks.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        words = self.request.GET.get("q", "").strip()[:100]
        stories = Article.objects.live().filter(Q(talk__isnull=False) | Q(title__icontains=words) if words else Q(talk__isnull=False))
        rows = stories.filter(title__icontains=words).select_related("talk").defer("body").order_by("-first_published_at", "-pk")
        page = WagtailPaginator(rows, AT_ONCE).get_page(self.request.GET.get("p"))
        return {**found, "page": page, "q": words, "rows": [(story, label_of(story)) for story in page]}


class TalkPage(FormPage):
    """How it stands, and what is in it."""

    template_name = "discussion/desk/talk.html"
    form_class = TalkForm

    @cached_property
    def story(self) -> Article:
        found: Article = get_object_or_404(Article.objects.select_related("talk"), pk=self.kwargs["pk"])
        return found

    @cached_property
    def talk(self) -> Talk | None:
        return getattr(self.story, "talk", None)

    def trail(self) -> Trail:
        return [*super().trail(), (gettext_lazy("Discussions"), reverse("discussion_talks"))]

    def get_page_title(self) -> str:
        return str(self.story.title)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "of_story": self.story.discussion}

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.talk, name) for name in ("state", "closes_at", "because")} if self.talk else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        counts = Contribution.objects.filter(article=self.story.pk).aggregate(**{state.value: Count("pk", filter=Q(state=state)) for state in State})
        return {**found, "story": self.story, "stand": label_of(self.story), "counts": [(state.label, counts[state.value]) for state in State if counts[state.value]]}

    def act(self, given: dict[str, Any]) -> Talk:
        return opening.stand(self.story, self.request.user, given["state"], given["closes_at"], given["because"])


def label_of(story: Article) -> str:
    """How a story's discussion stands now, in a word."""
    talk = getattr(story, "talk", None)
    state = state_at(timezone.now(), story.discussion, talk.state, talk.closes_at) if talk else story.discussion
    return str(Discussion(state).label)
