"""The statement of reasons of a decision against somebody (DSA art. 17), in the language of the moment: for a letter and for a page."""
from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rotative.discussion.models import Act, Appeal, Decision, Ground, Guest
from rotative.masthead.languages import first
from rotative.masthead.models import User
from rotative.masthead.queries import zone
from rotative.masthead.readers.models import Reader

SALT = "rotative.discussion.decision"
OF_THE_HOUSE = frozenset({Ground.ADVERTISING, Ground.SUBJECT, Ground.FALSEHOOD, Ground.FORM})


@dataclass(frozen=True, slots=True)
class Statement:
    """title: what was decided, in a sentence. lines: what article 17 asks for, each with its name. words: what it is about."""

    title: str
    lines: tuple[tuple[str, str], ...]
    words: str


def statement_of(decision: Decision) -> Statement:
    told = (
        (_("Where"), _where(decision)),
        (_("How long"), _how_long(decision)),
        (_("Facts"), decision.because),
        (_("How it came to be examined"), _how_found(decision)),
        (_("By whom"), _by_whom(decision)),
        (_("Ground"), _ground(decision)),
        (_("What you can do"), redress()),
    )
    return Statement(title_of(decision), told, decision.words)


def title_of(decision: Decision) -> str:
    if decision.act == Act.SUSPEND:
        return _("You can no longer write in the discussions")
    if decision.is_of_edit:
        return _("Your change to a contribution was rejected")
    return _("Your contribution was removed") if decision.act == Act.REMOVE else _("Your contribution was rejected")


def title_of_return(decision: Decision) -> str:
    """Of what takes back a decision against somebody."""
    is_of_person = (decision.undoes or decision).act in (Act.SUSPEND, Act.ADMIT)
    return _("You can write in the discussions again") if is_of_person else _("A decision about your contribution was taken back")


def title_of_appeal(appeal: Appeal) -> str:
    return _("Your appeal was upheld") if appeal.is_upheld else _("Your appeal was not upheld")


def redress() -> str:
    return _(
        "You may appeal once, free of charge, within six months; another person than the one who decided answers it. "
        "You may also go to court, now or later."
    )


def address_of(decision: Decision) -> str:
    """Where the writer reads it and appeals; a guest's has a key in it."""
    key = f"?key={key_of(decision)}" if decision.guest_id else ""
    return f"{settings.ROTATIVE_URL}/_/decision/{decision.pk}/{key}"


def key_of(decision: Decision) -> str:
    return signing.Signer(salt=SALT).signature(str(decision.pk))


def has_key(decision: Decision, key: str) -> bool:
    return bool(constant_time_compare(key_of(decision), key))


def person_of(decision: Decision) -> User | Guest | None:
    person: User | Guest | None = decision.writer or decision.guest
    return person


def language_of(decision: Decision) -> str:
    """The language in which it is told: the contribution's, else the person's, else the paper's first."""
    if decision.contribution is not None:
        return str(decision.contribution.language)
    return language_of_person(person_of(decision))


def language_of_person(person: User | Guest | None) -> str:
    if isinstance(person, Guest):
        return str(person.language)
    return str(Reader.objects.filter(user=person).values_list("language", flat=True).first() or first())


# ── Its lines ──────────────────────────────────────────────────────────────────


def _where(decision: Decision) -> str:
    if decision.act == Act.SUSPEND:
        return _("In all discussions of this paper. You can still read everything.")
    if decision.contribution is None:
        return _("On this paper.")
    article = decision.contribution.article
    return _("Under “%(title)s”, %(url)s, for all readers.") % {"title": article.title, "url": f"{settings.ROTATIVE_URL}{article.address}"}


def _how_long(decision: Decision) -> str:
    if decision.until is None:
        return _("For good, unless it is decided otherwise.")
    return _("Until %(when)s.") % {"when": date_format(timezone.localtime(decision.until, zone()), "DATETIME_FORMAT")}


def _how_found(decision: Decision) -> str:
    if decision.reports.exists():
        return _("Somebody reported it to us (DSA, article 16).")
    held = any(finding.get("outcome") == "hold" for finding in decision.findings)
    return _("On our own initiative. A program held it for a moderator to read.") if held else _("On our own initiative.")


def _by_whom(decision: Decision) -> str:
    return _("A program decided it; nobody had read it before.") if decision.is_automated else _("A person of the paper read it and decided. No program did.")


def _ground(decision: Decision) -> str:
    ground = Ground(decision.ground)
    kind = _("It is against the rules of our discussions") if ground in OF_THE_HOUSE else _("We hold it to be against the law")
    return _("%(kind)s: %(ground)s.") % {"kind": kind, "ground": ground.label}
