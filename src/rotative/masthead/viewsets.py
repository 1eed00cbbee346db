"""The desk's views of accounts. Only publishers come here (docs/decisions/0010-roles.md)."""
from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.log_actions import log
from wagtail.users.views import users

from rotative.masthead.forms import AccountForm, EraseForm, NewAccountForm
from rotative.masthead.queries import role_of, sections_of
from rotative.masthead.readers import erasing, persons
from rotative.masthead.roles import called


class RoleField(users.GroupFilter.field_class):
    def label_from_instance(self, group: Group) -> str:
        return called(group)


class RoleFilter(users.GroupFilter):
    """Groups, called as the desk calls them."""

    field_class = RoleField


class PeopleFilters(users.UserFilterSet):
    def __init__(self, *args: Any, is_searching: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, is_searching=is_searching, **kwargs)
        self.filters["group"] = RoleFilter(
            field_name="groups", queryset=Group.objects.order_by("pk"), label=_("Role"), use_subquery=is_searching, widget=CheckboxSelectMultiple
        )


class PeopleView(users.IndexView):
    """The accounts, with what each is for the paper."""

    page_title = _("People")
    add_item_label = _("Add someone")

    @cached_property
    def columns(self) -> list[Column]:
        name = self._get_title_column_class(users.UserColumn)
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
            name("name", accessor="get_full_name", label=_("Name"), sort_key="name", get_url=self.get_edit_url, classname="name"),
            Column("email", label=_("E-mail address"), sort_key="email"),
            Column("role", accessor=_role, label=_("Role")),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last login"), sort_key="last_login"),
        ]

    @cached_property
    def search_fields(self) -> set[str]:
        return {"name", "email"}

    def order_queryset(self, queryset: Any) -> Any:
        if self.ordering in ("name", "-name"):
            return queryset.order_by(self.ordering, "pk")
        return super().order_queryset(queryset)


def _role(user: Any) -> str:
    if user.is_superuser:
        return gettext("Administrator")
    role = role_of(user)
    sections = ", ".join(section.title for section in sections_of(user))
    label = str(role.label) if role else gettext("Reader")
    return f"{label} ({sections})" if sections else label


class NewAccountView(users.CreateView):
    page_title = _("Add someone")
    success_message = _("%(object)s has an account.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.request.user}


class AccountView(users.EditView):
    success_message = _("The account of %(object)s is saved.")

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.request.user}


class EraseView(users.DeleteView):
    """An account is erased as its holder would: with all that rooms keep of them, and the choice of what becomes of their words."""

    page_title = _("Erase an account")
    form_class = EraseForm
    success_message = _("The account of %(object)s is erased.")

    def form_valid(self, form: Any) -> Any:
        self.keep_words = form.cleaned_data["words"] == "keep"
        return super().form_valid(form)

    def delete_action(self) -> None:
        log(self.object, "masthead.erase", user=self.request.user)
        erasing.erase(self.object, self.keep_words, by=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return {**found, "sections": persons.sections(self.object), "works_here": erasing.works_here(self.object)}


class PeopleViewSet(users.UserViewSet):
    menu_label = _("People")
    copy_view_enabled = False  # everyone has an account of their own
    ordering = "name"
    filterset_class = PeopleFilters
    index_view_class = PeopleView
    add_view_class = NewAccountView
    edit_view_class = AccountView
    delete_view_class = EraseView
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"
    delete_template_name = "masthead/desk/erase.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        return AccountForm if for_update else NewAccountForm
