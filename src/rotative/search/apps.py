from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "rotative.search"
    label = "rotative_search"
    default_auto_field = "django.db.models.BigAutoField"
