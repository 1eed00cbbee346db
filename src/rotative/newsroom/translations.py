"""What goes with what in other languages: named reads that say what they stand on."""
from __future__ import annotations

from rotative.newsroom import rows
from rotative.newsroom.models import Article, Dossier, Section, Topic
from rotative.newsroom.queries import SHELF, SHELVED, if_live, known_by
from rotative.press.listings import Roll
from rotative.press.reads import derived, named_read

SUBJECTS: dict[str, type[Topic | Dossier]] = {"topic": Topic, "dossier": Dossier}

Roll("translations:section", Section, lambda section: [str(section.translation_key)] if section.live else [], SHELVED | {"translation_key"})
for _kind, _model in SUBJECTS.items():
    Roll(f"translations:{_kind}", _model, lambda subject: [str(subject.translation_key)], frozenset({"locale_id", "translation_key"}))
Roll("translations:article", Article, lambda article: if_live(article, [str(article.translation_key)]), SHELF | {"translation_key"})


@named_read(lambda article: [f"translations:article:{article.translation_key}"])
def translations_of(article: Article) -> list[Article]:
    """The other languages' versions of a story that readers may see."""
    key = str(article.translation_key)
    return known_by([each for each in rows.in_every_language.take([key]).get(key, []) if each.pk != article.pk], "url_path")


@derived()
@named_read(lambda key: [f"translations:section:{key}"])
def sections_like(key: str) -> list[tuple[str, str]]:
    """The language and the address of each section that has a translation key."""
    return [(section.language, section.address) for section in Section.objects.live().filter(translation_key=key).order_by("pk")]


@derived()
@named_read(lambda kind, key: [f"translations:{kind}:{key}"])
def subjects_like(kind: str, key: str) -> list[tuple[str, str, int]]:
    """The language, the slug and the primary key of each topic, or dossier, that has a translation key."""
    return [(subject.language, subject.slug, subject.pk) for subject in SUBJECTS[kind].objects.filter(translation_key=key).order_by("pk")]
