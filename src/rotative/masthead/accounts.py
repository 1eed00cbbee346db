"""Wagtail's people, with the paper's own forms (it looks for them in its configuration)."""
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    user_viewset = "rotative.masthead.viewsets.PeopleViewSet"
