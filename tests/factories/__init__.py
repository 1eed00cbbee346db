"""One cast for every test: L'Amer, daily of Aubrelle, and the people who make it."""
from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import factory
import time_machine
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale, Page, Site

from rotative.library.models import Picture
from rotative.masthead.languages import locale_id_of
from rotative.masthead.models import Masthead, User
from rotative.newsroom.models import Article, Author, Byline, Correction, Dossier, FrontPage, Section, Topic

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    name = "Inès Quéméner"
    email = factory.Sequence(lambda n: f"ines{n}@amer.example")
    is_active = True


class AuthorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Author

    name = "Inès Quéméner"
    slug = factory.Sequence(lambda n: f"ines-quemener-{n}")


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    name = "Sécheresse"
    slug = factory.Sequence(lambda n: f"secheresse-{n}")
    locale_id = factory.LazyFunction(lambda: locale("fr").pk)


class DossierFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Dossier

    name = "Accord de l'Orbance"
    slug = factory.Sequence(lambda n: f"accord-{n}")
    headline = "L'accord de l'Orbance, point par point"
    standfirst = "Qui aura l'eau, quand, et à quel prix ?"
    locale_id = factory.LazyFunction(lambda: locale("fr").pk)


def locale(language: str) -> Locale:
    """A language's locale, made when the paper does not have it yet."""
    found, _ = Locale.objects.get_or_create(language_code=language)
    from rotative.masthead import languages

    languages._codes.cache_clear()
    assert locale_id_of(language) == found.pk
    return found


def paper(name: str = "L'Amer") -> FrontPage:
    """A paper with its masthead and the front of its first language."""
    Masthead.objects.get_or_create(defaults={"name": name})
    return front("fr")


def front(language: str) -> FrontPage:
    found = FrontPage.objects.filter(locale=locale(language)).first()
    if found:
        return found
    Page.objects.filter(depth=2).not_type(FrontPage).delete()
    root = Page.objects.get(depth=1)
    made = FrontPage(title=f"Une ({language})", slug=f"une-{language}", locale=locale(language))
    other = FrontPage.objects.first()
    if other:
        made.translation_key = other.translation_key
    root.add_child(instance=made)
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": FrontPage.objects.first()})
    return made


def section(title: str = "Pays", slug: str = "pays", parent: Any = None, language: str = "fr") -> Section:
    made = Section(title=title, slug=slug, locale=locale(language))
    (parent or front(language)).add_child(instance=made)
    return made


def article(title: str = "Sept mois de pourparlers", parent: Any = None, publish: bool = True, authors: Any = (), at: datetime = NOON, **fields: Any) -> Article:
    """A story under a section; published at ``at`` through a revision, as the desk does."""
    parent = parent or Section.objects.filter(locale=locale("fr")).first() or section()
    topics = fields.pop("topics", ())
    made = Article(title=title, locale_id=parent.locale_id, live=False, first_published_at=at if publish else None, **fields)
    made.bylines = [Byline(author=author) for author in authors]
    parent.add_child(instance=made)
    if topics:
        made.topics.set(topics)
    revision = made.save_revision()
    if publish:
        revision.publish()
        made.refresh_from_db()
    return made


def correct(story: Article, when: datetime, text: str) -> None:
    """Publish a story again with a correction, as the desk does."""
    story.corrections.add(Correction(when=when, text=text))
    with time_machine.travel(when, tick=False):
        story.save_revision().publish()
    story.refresh_from_db()


def paragraph(html: str) -> tuple[str, str]:
    return "paragraph", f"<p>{html}</p>"


class PictureFactory(factory.django.DjangoModelFactory):
    """A small engraving: sea below, sky above."""

    class Meta:
        model = Picture

    title = factory.Sequence(lambda n: f"Vue {n}")
    description = "Un barrage entre deux versants."
    credit = "Gravure Lou Amsellem / L'Amer"
    file = factory.LazyFunction(lambda: ContentFile(engraving(), name="vue.webp"))
    width, height = 64, 48


def engraving(width: int = 64, height: int = 48, kind: str = "webp") -> bytes:
    """The bytes of a small picture in two tones."""
    drawn = Image.new("RGB", (width, height), (176, 197, 188))
    drawn.paste((13, 40, 42), (0, height // 2, width, height))
    out = io.BytesIO()
    drawn.save(out, kind)
    return out.getvalue()
