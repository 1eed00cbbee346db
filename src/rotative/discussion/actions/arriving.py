"""Guests: who writes without an account, where the paper allows it. What they write appears once their address is confirmed.

A letter with a link goes to the address that was typed. The link opens a page with one button, so that scanners of mail
do not use it up; it is good once, for two days.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rotative.discussion import holding, judging, noticing, queries
from rotative.discussion.actions import showing
from rotative.discussion.models import Contribution, Guest, State
from rotative.discussion.moderation.findings import Outcome
from rotative.masthead import posting
from rotative.masthead.readers import accounts
from rotative.masthead.readers.notices import wishes
from rotative.masthead.readers.notices.models import How
from rotative.newsroom.models.articles import Discussion

GOOD_FOR = timedelta(days=2)
SALT = "discussion.guest"
UNCONFIRMED = 3  # contributions of one address that may wait for it at once


@dataclass(frozen=True, slots=True)
class Arrival:
    """A guest at one browser. is_known: whether it was there that they confirmed their address. proof: the mark of the browser's work, if it did any."""

    guest: Guest
    is_known: bool
    proof: str | None = None


def arrive(name: str, email: str, language: str) -> Guest:
    """Who a guest says they are. Raises ValidationError, with what to do."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(_("Write your e-mail address, such as name@example.org.")) from None
    name = accounts.clean_name(name)
    Guest.objects.bulk_create([Guest(email=email, name=name, language=language)], ignore_conflicts=True)  # as long for who is known
    guest = Guest.objects.get(email=email)
    if Contribution.objects.filter(guest=guest, state=State.UNSIGNED).count() >= UNCONFIRMED:
        raise ValidationError(_("Several of your contributions wait until you confirm your address. Open the letter that we have sent you."))
    guest.name = name  # for this contribution; the row keeps the one that was confirmed
    return guest


def ask(contribution: Contribution, wants_replies: bool = False) -> None:
    """Send the letter by which a guest confirms that the address is theirs. wants_replies: whether they ticked that they be told of replies."""
    assert contribution.guest is not None
    with translation.override(contribution.language):
        told = {"name": contribution.name, "story": contribution.article.title, "words": contribution.text, "address": settings.ROTATIVE_URL + link_of(contribution, wants_replies), "days": GOOD_FOR.days}
        posting.send(contribution.guest.email, contribution.language, _("Confirm your address, and your contribution is on its way"), "discussion/letters/confirm", told)


def link_of(contribution: Contribution, wants_replies: bool = False) -> str:
    return reverse("comment_confirm", args=[signing.dumps([contribution.pk, wants_replies], salt=SALT)])


def waiting(token: str) -> Contribution | None:
    """The contribution that a link confirms, as long as it waits for that."""
    pk, _wants_replies = _read(token)
    return Contribution.objects.select_related("guest", "article").filter(pk=pk, state=State.UNSIGNED, guest__isnull=False, article__live=True).first()


def wants_replies(token: str) -> bool:
    """Whether who wrote has ticked that they be told of replies. They are asked once more where they confirm: until then it may be anybody."""
    return _read(token)[1]


def tell_of_replies(guest: Guest, language: str, now: datetime) -> None:
    """A guest who has confirmed the address asks for letters, in a language, until they end them."""
    wishes.ask(guest.email, noticing.REPLY, language, now)


def is_told_of_replies(guest: Guest) -> bool:
    return wishes.of(None, guest.email)[noticing.REPLY] != How.NEVER


def _read(token: str) -> tuple[int, bool]:
    """What a link says; nothing of a contribution, where it is not ours or too old."""
    try:
        pk, is_wanted = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except (signing.BadSignature, TypeError):  # or of the form that it had before
        return 0, False
    return pk, is_wanted


@transaction.atomic
def confirm(contribution: Contribution, now: datetime) -> None:
    """A guest has shown that the address is theirs: what they wrote is looked at, and shown or held. Without proof of work it is held."""
    showing.talk_of(contribution.article_id)
    contribution.refresh_from_db(fields=["state"])
    guest = contribution.guest
    if contribution.state != State.UNSIGNED or guest is None:
        return
    guest.confirmed_at, guest.name = guest.confirmed_at or now, contribution.name
    guest.save(update_fields=["confirmed_at", "name"])
    verdict = judging.judge(contribution.article, guest, contribution.text, now, moderated_first=queries.stand_now(contribution.article).state != Discussion.OPEN, edited=contribution)
    contribution.state, contribution.findings = State.HELD, judging.kept(verdict)
    contribution.save(update_fields=["state", "findings"])
    holding.keep(contribution, "")
    if verdict.outcome is Outcome.PUBLISH and contribution.is_vouched_for:
        showing.show(contribution, now)


def forget(now: datetime) -> int:
    """What was never confirmed goes after its two days, and guests who have nothing here. How many contributions."""
    gone = Contribution.objects.filter(state=State.UNSIGNED, created_at__lt=now - GOOD_FOR).delete()[1].get("discussion.Contribution", 0)
    Guest.objects.filter(contributions=None, trust=None, confirmed_at=None, created_at__lt=now - GOOD_FOR).delete()
    return gone
