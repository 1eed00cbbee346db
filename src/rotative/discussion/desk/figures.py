"""The figures of a year at the desk, to look at and to take along."""
from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from rotative.discussion import figures
from rotative.discussion.desk.frame import Page
from rotative.discussion.models import Act, Ground


class FiguresPage(Page):
    page_title = gettext_lazy("Figures of a year")
    header_icon = "history"
    template_name = "discussion/desk/figures.html"

    @cached_property
    def year(self) -> int:
        asked = self.request.GET.get("year", "")
        now = timezone.localtime().year
        return int(asked) if asked.isdecimal() and len(asked) == 4 and 2000 <= int(asked) <= now else now

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kind = request.GET.get("format")
        if kind == "json":
            return self._file(json.dumps(figures.of_year(self.year), ensure_ascii=False, indent=2), "application/json", "json")
        if kind == "csv":
            return self._file(figures.as_csv(figures.of_year(self.year)), "text/csv; charset=utf-8", "csv")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        told = figures.of_year(self.year)
        decisions = [{**row, "act": Act(row["act"]).label, "ground": Ground(row["ground"]).label if row["ground"] else "", "median": _time(row["median_seconds"])} for row in told["decisions"]]
        grounds = [(Ground(ground).label, number) for ground, number in told["notices"]["by_ground"].items()]
        medians = {part: _time(told[part]["median_seconds"]) for part in ("notices", "appeals")}
        return {**found, "year": self.year, "years": range(timezone.localtime().year, timezone.localtime().year - 5, -1), "told": told, "decisions": decisions, "grounds": grounds, "medians": medians}

    def _file(self, text: str, kind: str, ending: str) -> HttpResponse:
        return HttpResponse(text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="discussion-{self.year}.{ending}"'})


def _time(seconds: int | None) -> Any:
    return None if seconds is None else timedelta(seconds=seconds)
