"""What became of one page: what was kept, or why nothing was. One that fails stops no other."""
from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_noop

from rotative.newsroom.models import Article
from rotative.wires.actions import Known
from rotative.wires.fetching import Unreachable
from rotative.wires.models import Import
from rotative.wires.reading import Unreadable
from rotative.wires.shelving import NoSection
from rotative.wires.spoken import Told, spoken, spoken_report

UNFORESEEN = gettext_noop("Rotative itself failed on this page; the reason is in its log.")

log = logging.getLogger(__name__)


class Refused(Exception):
    """One page could not even be opened; the sentence says why."""


@dataclass(frozen=True)
class Outcome:
    """kept: what was made. why: what hindered it, to be spoken or, as a str, in English. known: what was there before."""

    source: str
    kept: Import | None = None
    why: Any = None
    known: Article | None = None

    @property
    def error(self) -> str:
        return spoken(self.why) if self.why else ""

    @property
    def report(self) -> dict[str, Any]:
        return spoken_report(self.kept.report) if self.kept else {}


def outcome(source: str, bring: Callable[[], Import]) -> Outcome:
    """Bring a page in. What nobody foresaw is logged, and told as a sentence."""
    try:
        return Outcome(source, bring())
    except (Unreadable, Unreachable) as error:
        return Outcome(source, why=error)
    except (NoSection, Refused) as error:
        return Outcome(source, why=error.args[0])
    except Known as error:
        return Outcome(source, why=error.args[0], known=error.article)
    except ValidationError as error:
        return Outcome(source, why=" ".join(error.messages))
    except Exception:
        log.exception("%s could not be brought in.", source)
        return Outcome(source, why=Told(UNFORESEEN))
