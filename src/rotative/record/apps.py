from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Columns that only the desk reads: who decided, what the reading gave, what is around the words.
DESKS = ("origin", "decided_by", "decided_at", "found")
DESKS_OF_WORDS = (*DESKS, "before", "after")


class RecordConfig(AppConfig):
    name = "rotative.record"
    verbose_name = _("Record")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rotative.masthead.roles import Role, permit
        from rotative.press import keys
        from rotative.record import models, signals
        from rotative.record.models.events import Attendance

        keys.printed(models.Actor, "actor", unseen_columns=["plain", "ending"])
        keys.owned(models.Alias, "actor", "actor", unseen_columns=["merged_from", "plain", "ending"])
        keys.owned(models.ActorRole, "actor", "actor", unseen_columns=["merged_from"])
        keys.printed(models.Portrait, "portrait")
        keys.printed(models.Appearance, "appearance", unseen_columns=[*DESKS, "proposed", "met_as"])
        keys.printed(models.Statement, "statement", unseen_columns=DESKS_OF_WORDS)
        keys.printed(models.Contradiction, "contradiction", unseen_columns=["origin", "decided_by", "decided_at", "reasons"])
        keys.printed(models.Event, "event", unseen_columns=DESKS_OF_WORDS)
        keys.owned(Attendance, "event", "event")
        keys.printed(models.NegotiatedText, "text")
        for part in (models.Axis, models.Point, models.Version, models.Change, models.Position, models.Ground):
            keys.owned(part, "text", "text")
        keys.unseen(models.Essential, "readers see the story's own field")
        keys.unseen(models.SameActor, "what may be is the desk's")
        keys.unseen(models.Decision, "the desk's history")
        keys.unseen(models.LastReading, "the desk's")
        keys.unseen(models.WantedReading, "the desk's")
        signals.connect()

        kept = ("actor", "negotiatedtext")
        permit([Role.EDITOR, Role.PUBLISHER], *(f"record.{act}_{each}" for act in ("add", "change") for each in kept))
        permit([Role.PUBLISHER], *(f"record.delete_{each}" for each in kept))
