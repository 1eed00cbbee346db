"""Letters of what was decided: to who wrote, to who reported. Each lies in the same transaction as what it tells of."""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from rotative.discussion import noticing, statements
from rotative.discussion.models import Act, Appeal, Decision, Report
from rotative.masthead import posting


def of_decision(decision: Decision) -> None:
    """The statement of reasons, to the writer. Who has no address reads it on their page."""
    with translation.override(statements.language_of(decision)):
        told = statements.statement_of(decision)
        _tell(decision, told.title, "decision", {"statement": told, "address": statements.address_of(decision)})
    noticing.of_decision(decision, has_letter=True)


def of_return(decision: Decision) -> None:
    """To the writer, that what was decided against them no longer holds; to who reported, that the decision they were told of does not."""
    if decision.undoes is None or decision.undoes.is_against:  # of what was left where it is, the writer has heard nothing
        _of_return(decision)
    for report in decision.undoes.reports.all() if decision.undoes else ():
        _tell_reporter(report, lambda: _("The decision on your report was taken back"), "report_reopened", {})


def of_appeal(appeal: Appeal) -> None:
    decision = appeal.decision
    with translation.override(statements.language_of(decision)):
        _tell(decision, statements.title_of_appeal(appeal), "appeal", {"appeal": appeal, "statement": statements.statement_of(decision), "address": statements.address_of(decision)})
    noticing.of_appeal(appeal)


# ── To who reported ────────────────────────────────────────────────────────────


def of_receipt(report: Report) -> None:
    """That a report has come (DSA art. 16, 4)."""
    _tell_reporter(report, lambda: _("We have received your report"), "report_received", {})


def of_report(report: Report) -> None:
    """What was decided on it, whether a program did, and what they can do (DSA art. 16, 5 and 6)."""
    _tell_reporter(report, lambda: _("What was decided on your report"), "report_decided", {"decision": report.decision, "is_removed": report.decision and report.decision.act == Act.REMOVE})
    noticing.of_report(report)


def _of_return(decision: Decision) -> None:
    with translation.override(statements.language_of(decision)):
        title = statements.title_of_return(decision)
        _tell(decision, title, "return", {"title": title, "words": decision.words, "where": _where(decision), "is_shown": _is_shown(decision)})
    noticing.of_decision(decision, has_letter=True)


def _tell_reporter(report: Report, subject: Any, template: str, told: dict[str, Any]) -> None:
    if not report.email:
        return
    with translation.override(report.language):
        where = f"{settings.ROTATIVE_URL}/_/contribution/{report.contribution_id}/"
        posting.send(report.email, report.language, subject(), f"discussion/letters/{template}", {"report": report, "where": where, **told})


def _tell(decision: Decision, subject: str, template: str, told: dict[str, Any]) -> None:
    person = statements.person_of(decision)
    if person is None or not person.email:
        return
    posting.send(person.email, statements.language_of(decision), subject, f"discussion/letters/{template}", {"decision": decision, **told})
    decision.told_at = timezone.now()
    decision.save(update_fields=["told_at"])


def _where(decision: Decision) -> str:
    return f"{settings.ROTATIVE_URL}/_/contribution/{decision.contribution_id}/" if decision.contribution_id and not _is_of_person(decision) else ""


def _is_of_person(decision: Decision) -> bool:
    return bool((decision.undoes or decision).act in (Act.SUSPEND, Act.ADMIT))


def _is_shown(decision: Decision) -> bool:
    return bool(decision.contribution and decision.contribution.is_shown)
