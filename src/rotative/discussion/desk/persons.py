"""The record of a person at the desk: what they wrote, what was decided, whether they may write."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator

from rotative.discussion import statements, waiting
from rotative.discussion.actions import suspending
from rotative.discussion.desk.forms import SuspendForm
from rotative.discussion.desk.frame import Deed, Entered, FormPage
from rotative.discussion.desk.items import person_url
from rotative.discussion.models import Act, Contribution, Decision, Guest
from rotative.masthead.models import User

AT_ONCE = 20


class OfPerson(Entered):
    @cached_property
    def person(self) -> User | Guest:
        model: Any = Guest if self.kwargs["kind"] == "guest" else User
        found: User | Guest = get_object_or_404(model, pk=self.kwargs["pk"])
        return found

    @cached_property
    def over(self) -> Contribution | None:
        """The contribution that led here."""
        pk = self.request.GET.get("over", "")
        whose = {self.kwargs["kind"]: self.person.pk}
        return Contribution.objects.filter(pk=pk, **whose).first() if pk.isdecimal() and len(pk) < 19 else None


class PersonPage(OfPerson, FormPage):
    """Somebody who writes; here they are suspended."""

    template_name = "discussion/desk/person.html"
    header_icon = "user"
    form_class = SuspendForm
    submit_label = gettext_lazy("Suspend")
    said = gettext_lazy("Suspended. They were told why.")

    def get_page_title(self) -> str:
        return str(self.person)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "language": statements.language_of_person(self.person)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        whose = {self.kwargs["kind"]: self.person.pk}
        rows = Contribution.objects.filter(**whose).select_related("article").defer("article__body").order_by("-created_at", "-pk")
        return {
            **found,
            "person": self.person,
            "kind": self.kwargs["kind"],
            "history": waiting.history_of(self.person),
            "page": WagtailPaginator(rows, AT_ONCE).get_page(self.request.GET.get("p")),
            "decisions": Decision.objects.filter(Q(contribution=None) | Q(act=Act.SUSPEND) | Q(undoes__act=Act.SUSPEND), **whose).select_related("by", "undoes"),
            "over": self.over,
            "is_staff": isinstance(self.person, User) and self.person.has_perm("wagtailadmin.access_admin"),
        }

    def act(self, given: dict[str, Any]) -> Decision:
        now = timezone.now()
        until = now + timedelta(days=int(given["days"])) if given["days"] else None
        return suspending.suspend(self.person, self.request.user, now, given["ground"], given["because"], until, over=self.over)

    def after(self) -> str:
        return person_url(self.person)


class Stand(OfPerson, Deed):
    """Admitted again, or trusted."""

    def act(self) -> str:
        if self.kwargs["verb"] == "trust":
            suspending.trust(self.person, self.request.user, timezone.now())
            return _("What they write appears at once.")
        suspending.admit(self.person, self.request.user, timezone.now())
        return _("They write as any other again.")

    def after(self) -> str:
        return reverse("discussion_person", args=[self.kwargs["kind"], self.person.pk])
