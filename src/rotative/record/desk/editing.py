"""The panel in the editor of a story, and the reading that follows each save there."""
from __future__ import annotations

from typing import Any

from django.forms import Media
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from rotative.newsroom.models import Article
from rotative.newsroom.viewsets import PagesViewSet
from rotative.record import tasks


class ReadPanel(BaseSidePanel):
    """What was read in the story, beside its form. Its content is asked for when it is opened, so that the form does not wait."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle what was read")
        icon_name = "openquote"
        has_counter = False
        keyboard_shortcut = "mod+e"

    name = "record"
    title = _("What was read")
    template_name = "record/desk/side_panel.html"
    order = 350

    @property
    def media(self) -> Media:
        scripts = [f"record/{name}.js" for name in ("looking", "words", "review", "offers")]
        return Media(css={"all": ["record/review.css"]}, js=scripts)


class WithReadPanel:
    """A view of the editor with the panel among those at its side; answers that bring no page have none."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()  # type: ignore[misc]
        if getattr(self, "expects_json_response", False) or getattr(self, "hydrate_create_view", False):
            return panels
        return MediaContainer([*panels, ReadPanel(self.page, self.request)])  # type: ignore[attr-defined]


class WriteView(WithReadPanel, CreateView):
    """A story that is begun."""


class EditStoryView(WithReadPanel, EditView):
    """A story that is gone on with."""


class StoriesViewSet(PagesViewSet):
    """The editor of stories; all else is as for any page."""

    model = Article
    parent_models: tuple[type[Any], ...] = ()
    add_view_class = WriteView
    edit_view_class = EditStoryView


def read_when_saved(request: HttpRequest, page: Page) -> None:
    """Whatever was saved at the desk, by hand or by itself, is read soon, if its text is new."""
    if isinstance(page, Article):
        tasks.ask_when_saved(page, page)
