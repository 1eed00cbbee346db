"""How notices of a discussion are worded, and whether what they are about may still be shown."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rotative.discussion import addresses, statements
from rotative.discussion.models import Act, Appeal, Contribution, Decision, Mute, Report, State
from rotative.discussion.noticing import DECISION, PICK, REPLY
from rotative.masthead.readers.notices.kinds import Kind, Told, register
from rotative.masthead.readers.notices.models import Notice

FEW_WORDS = 40


def register_all() -> None:
    register(Kind(REPLY, gettext_lazy("Replies to what I wrote, and in threads that I began"), gettext_lazy("A reply that is no longer there"), _replies, _tell_replies))
    register(Kind(PICK, gettext_lazy("What the editors pick of it"), gettext_lazy("A choice of the editors that no longer stands"), _picks, _tell_picks))
    note = gettext_lazy("What is decided against you, and on your appeal, comes by a letter of its own in any case.")
    register(Kind(DECISION, gettext_lazy("What is decided on what I wrote or reported"), gettext_lazy("A decision about something that is no longer there"), _decisions, _tell_decisions, note))


def _replies(number: int) -> str:
    return ngettext("%(number)s reply to what you wrote", "%(number)s replies to what you wrote", number) % {"number": number}


def _picks(number: int) -> str:
    return ngettext("%(number)s choice of the editors", "%(number)s choices of the editors", number) % {"number": number}


def _decisions(number: int) -> str:
    return ngettext("%(number)s decision", "%(number)s decisions", number) % {"number": number}


# ── Replies and picks ──────────────────────────────────────────────────────────


def _tell_replies(notices: Sequence[Notice]) -> dict[int, Told]:
    """Those that readers may still see, of people whom the reader reads."""
    rows = _shown([notice.cause for notice in notices])
    muted = set(Mute.objects.filter(reader__in={notice.user_id for notice in notices if notice.user_id}).values_list("reader", "voice"))
    found = ((notice, rows.get(notice.cause)) for notice in notices)
    return {notice.pk: _reply(row, notice.subject) for notice, row in found if row and (notice.user_id, row.voice) not in muted}


def _reply(row: Contribution, subject: str) -> Told:
    """Whom it answers is told so; who began its thread, that it is there."""
    if subject == str(row.answers_id or row.thread_id or subject):
        title = _("%(name)s has answered you") % {"name": row.name} if row.name else _("Somebody has answered you")
    else:
        title = _("%(name)s has answered in a thread that you began") % {"name": row.name} if row.name else _("Somebody has answered in a thread that you began")
    return Told(title, addresses.own(row), _few(row), _under(row), row.language)


def _tell_picks(notices: Sequence[Notice]) -> dict[int, Told]:
    rows = _shown([notice.subject for notice in notices])
    found = ((notice, rows.get(notice.subject)) for notice in notices)
    return {notice.pk: Told(_("The editors have picked what you wrote"), addresses.own(row), _few(row), _under(row), row.language) for notice, row in found if row and row.is_picked}


def _shown(references: Sequence[str]) -> dict[str, Contribution]:
    rows = Contribution.objects.filter(pk__in=_numbers(references), state=State.SHOWN, article__live=True).select_related("article").defer("article__body")
    return {str(row.pk): row for row in rows}


# ── Decisions ──────────────────────────────────────────────────────────────────


def _tell_decisions(notices: Sequence[Notice]) -> dict[int, Told]:
    """Of a decision, a report and an appeal, each by its number. The words that it is about are not repeated."""
    told: dict[int, Told] = {}
    for what, tell in (("decision", _decided), ("report", _reported), ("appeal", _appealed)):
        of_it = {notice.pk: notice.cause.split(":")[1] for notice in notices if notice.cause.startswith(f"{what}:")}
        found = tell(list(of_it.values())) if of_it else {}
        told |= {pk: found[number] for pk, number in of_it.items() if number in found}
    return told


def _decided(numbers: Sequence[str]) -> dict[str, Told]:
    """Without those that were taken back and told nobody anything against them."""
    rows = Decision.objects.filter(pk__in=_numbers(numbers)).select_related("contribution__article", "undoes", "undone").defer("contribution__article__body")
    return {str(row.pk): _decision(row) for row in rows if row.is_against or not hasattr(row, "undone")}


def _decision(row: Decision) -> Told:
    if row.is_against:
        return Told(statements.title_of(row), f"/_/decision/{row.pk}/", "", _under(row.contribution))
    url = f"{addresses.own(row.contribution)}?mine" if row.contribution else "/_/contributions/"
    return Told(_title_of(row), url, "", _under(row.contribution))


def _title_of(row: Decision) -> str:
    if row.act == Act.ACCEPT:
        return _("Your change to a contribution was accepted") if row.is_of_edit else _("Your contribution was accepted")
    return statements.title_of_return(row)


def _reported(numbers: Sequence[str]) -> dict[str, Told]:
    rows = Report.objects.filter(pk__in=_numbers(numbers)).select_related("contribution__article", "decision").defer("contribution__article__body")
    return {str(row.pk): Told(_title_of_report(row), _where(row.contribution), "", _under(row.contribution)) for row in rows}


def _title_of_report(row: Report) -> str:
    if row.decision is None:
        return _("The decision on your report was taken back: it is examined again")
    return _("What you reported was removed") if row.decision.act == Act.REMOVE else _("What you reported was examined, and stays where it is")


def _appealed(numbers: Sequence[str]) -> dict[str, Told]:
    rows = Appeal.objects.filter(pk__in=_numbers(numbers)).select_related("decision__contribution__article").defer("decision__contribution__article__body")
    return {str(row.pk): Told(statements.title_of_appeal(row), f"/_/decision/{row.decision_id}/", "", _under(row.decision.contribution)) for row in rows}


# ── Their parts ────────────────────────────────────────────────────────────────


def _where(row: Contribution) -> str:
    """Where what was reported is, as long as readers may see it; else the story."""
    return addresses.own(row) if row.is_shown else str(row.article.address)


def _under(row: Contribution | None) -> str:
    return _("Under “%(title)s”") % {"title": row.article.title} if row is not None and row.article.live else ""


def _few(row: Contribution) -> str:
    return str(Truncator(row.text).words(FEW_WORDS, truncate="…"))


def _numbers(references: Sequence[Any]) -> list[int]:
    return [int(each) for each in references if str(each).isdecimal()]
