from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "rotative.project"
    label = "rotative_project"
