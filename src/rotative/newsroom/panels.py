"""The desk's forms for stories, sections, fronts, authors, topics and dossiers."""
from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from rotative.masthead.languages import languages
from rotative.newsroom import models
from rotative.newsroom.forms import ArticleForm, CopiedForm, FrontForm, SectionForm, SubjectForm

PUBLISHER = "masthead.change_masthead"
ADDRESS = _("The last part of the address. When it changes, the old address leads to the new one.")
SEARCH_ENGINES = [
    FieldPanel("slug", help_text=ADDRESS),
    FieldPanel("seo_title", heading=_("Title for search engines"), help_text=_("The headline otherwise. About sixty characters are shown.")),
    FieldPanel("search_description", heading=_("Description for search engines"), help_text=_("The standfirst otherwise. About a hundred and fifty characters are shown.")),
]

STORY = [
    FieldPanel("substantive"),
    TitleFieldPanel("title", heading=_("Headline"), placeholder=_("Headline"), help_text=_("As readers see it.")),
    FieldRowPanel([FieldPanel("kicker"), FieldPanel("genre")]),
    FieldPanel("standfirst"),
    FieldPanel("essentials", heading=_("The essentials"), help_text=_("Up to six points for readers in a hurry.")),
    InlinePanel("bylines", heading=_("Authors, in order"), label=_("Author")),
    FieldRowPanel([FieldPanel("editor"), FieldPanel("dateline")]),
    MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_caption")], heading=_("Lead picture")),
    FieldPanel("body"),
]
SHELF = [
    FieldPanel("topics", widget=forms.CheckboxSelectMultiple, classname="desk-topics"),
    FieldPanel("dossier"),
    InlinePanel(
        "picked",
        [PageChooserPanel("story", "newsroom.Article")],
        heading=_("Related stories, picked"),
        label=_("Related story"),
        max_num=3,
        help_text=_("Up to three. Left empty, they are chosen when the story is first published."),
    ),
    FieldPanel("discussion"),
    FieldPanel("sponsor", help_text=_("Who paid for this story. Its genre is then “Sponsored”.")),
]
TRUST = [
    FieldPanel("sources", help_text=_("What the story rests on: documents, people, places. Readers see it.")),
    FieldPanel("method", help_text=_("How it was reported and checked. Readers see it.")),
    InlinePanel("corrections", heading=_("Corrections"), label=_("Correction"), help_text=_("They stay with the story, dated. Say what was wrong and what is right.")),
    MultiFieldPanel(
        [FieldPanel("claim"), FieldRowPanel([FieldPanel("claimed_by"), FieldPanel("claimed_on")]), FieldPanel("claimed_at"), FieldPanel("verdict")],
        heading=_("Fact-check"),
        help_text=_("What a fact-check checks, and what it found: readers see both above the text, and search engines are told."),
    ),
    MultiFieldPanel([FieldPanel("outlet"), FieldPanel("outlet_url"), FieldPanel("rights")], heading=_("Where the story comes from")),
]
PROMOTE = [
    *SEARCH_ENGINES,
    FieldPanel("short_headline"),
    FieldPanel("first_published_at", heading=_("First published"), permission=PUBLISHER),
    PublishingPanel(),
    CommentPanel(),
]
PLACES = _(
    "<p>What you do not place is filled with the newest stories.</p><ul>"
    "<li><strong>Lead</strong>: one story, the largest.</li>"
    "<li><strong>Under the lead</strong>: stories that go with it.</li>"
    "<li><strong>Second</strong>: the next most important.</li>"
    "<li><strong>Opinion</strong>: the column of opinions.</li>"
    "<li><strong>Story in pictures</strong>: one with large pictures.</li></ul>"
    "<p>A story leaves its place by itself at the hour you set, or when it is unpublished.</p>"
)


def article() -> TabbedInterface:
    tabs = [(STORY, _("Story")), (SHELF, _("Shelf")), (TRUST, _("Trust")), (PROMOTE, _("Promote"))]
    return TabbedInterface([ObjectList(panels, heading=heading) for panels, heading in tabs], base_form_class=ArticleForm)


def section() -> TabbedInterface:
    content = [TitleFieldPanel("title", heading=_("Name"), placeholder=_("Name"), help_text=_("As readers see it.")), FieldPanel("description"), FieldPanel("in_bar")]
    promote = [*SEARCH_ENGINES, CommentPanel()]
    return TabbedInterface([ObjectList(content, heading=_("Section")), ObjectList(promote, heading=_("Promote"))], base_form_class=SectionForm)


def front() -> TabbedInterface:
    slots = InlinePanel(
        "slots",
        [FieldRowPanel([FieldPanel("place"), FieldPanel("until")]), PageChooserPanel("article", "newsroom.Article")],
        heading=_("Stories placed by hand"),
        label=_("Story"),
    )
    columns = InlinePanel("columns", [PageChooserPanel("section", "newsroom.Section")], heading=_("Columns at the foot"), label=_("Section"))
    content = [HelpPanel(content=PLACES, heading=_("The places of a front")), slots, FieldPanel("dossier"), FieldPanel("ear"), columns]
    promote = [FieldPanel("title", heading=_("Name at the desk"), help_text=_("Readers see the name of the paper.")), *SEARCH_ENGINES, CommentPanel()]
    return TabbedInterface([ObjectList(content, heading=_("Front")), ObjectList(promote, heading=_("Promote"))], base_form_class=FrontForm)


def author() -> ObjectList:
    count = len(languages())
    texts = InlinePanel("texts", heading=_("Role and biography, by language"), label=_("Language"), max_num=count)
    panels = [
        TitleFieldPanel("name", placeholder=False),
        FieldPanel("slug", help_text=ADDRESS),
        FieldRowPanel([FieldPanel("user"), FieldPanel("on_staff")]),
        FieldPanel("portrait"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("profile")]),
        FieldPanel("speaks"),
        texts,
    ]
    return ObjectList(panels)


def topic() -> ObjectList:
    panels = [TitleFieldPanel("name", placeholder=False), FieldPanel("slug", help_text=ADDRESS), FieldPanel("description")]
    return ObjectList(panels, base_form_class=SubjectForm)


def dossier() -> ObjectList:
    panels = [
        TitleFieldPanel("name", placeholder=False),
        FieldPanel("slug", help_text=ADDRESS),
        FieldPanel("headline"),
        FieldPanel("standfirst"),
        FieldPanel("is_open"),
        InlinePanel("followed_by", heading=_("Who follows it"), label=_("Author")),
    ]
    return ObjectList(panels, base_form_class=SubjectForm)


def furnish() -> None:
    """Give each page its forms; the desk looks for them on the model."""
    models.Article.edit_handler = article()
    models.Section.edit_handler = section()
    models.FrontPage.edit_handler = front()
    for page in (models.Article, models.Section, models.FrontPage):
        page.copy_form_class = CopiedForm
