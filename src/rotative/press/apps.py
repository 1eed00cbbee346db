from django.apps import AppConfig
from django.db.models.signals import post_init


class PressConfig(AppConfig):
    name = "rotative.press"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rotative.press import keys, triggers
        from rotative.press.models import Change
        from rotative.press.rendering import note_instance

        keys.unseen(Change, "the log itself")
        post_init.connect(note_instance, dispatch_uid="press.note_instance")
        triggers.connect(self)
