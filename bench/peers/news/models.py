"""A section of news and its stories, as Wagtail's documentation makes them."""
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class NewsIndexPage(Page):
    subpage_types = ("news.NewsPage",)


class NewsPage(Page):
    standfirst = models.TextField(blank=True)
    author = models.CharField(max_length=100, blank=True)
    body = StreamField([("heading", CharBlock()), ("paragraph", RichTextBlock())])
    content_panels = [*Page.content_panels, FieldPanel("standfirst"), FieldPanel("author"), FieldPanel("body")]
    parent_page_types = ("news.NewsIndexPage",)

    def get_context(self, request, *args, **kwargs):
        latest = NewsPage.objects.live().exclude(pk=self.pk).order_by("-first_published_at")[:5]
        sections = Page.objects.live().in_menu().order_by("path")
        return {**super().get_context(request, *args, **kwargs), "latest": latest, "sections": sections}
