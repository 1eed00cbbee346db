"""Who acts, what they say, what happens, where each party stands, and who decided so."""
from rotative.record.models.actors import Actor, ActorRole, Alias, Portrait, SameActor
from rotative.record.models.appearances import Appearance
from rotative.record.models.decisions import Decision
from rotative.record.models.events import Essential, Event
from rotative.record.models.readings import LastReading, WantedReading
from rotative.record.models.statements import Contradiction, Statement
from rotative.record.models.suggestions import KEPT, Origin, Standing, State
from rotative.record.models.texts import Axis, Change, Ground, NegotiatedText, Point, Position, Version

__all__ = [
    "KEPT", "Actor", "ActorRole", "Alias", "Appearance", "Axis", "Change", "Contradiction", "Decision", "Essential", "Event", "Ground",
    "LastReading", "NegotiatedText", "Origin", "Point", "Portrait", "Position", "SameActor", "Standing", "State", "Statement", "Version",
    "WantedReading",
]  # fmt: skip
