"""The discussion of a story, what readers write in it, and what is decided about it."""
from rotative.discussion.models.contributions import (
    MINUTES_TO_EDIT,
    PART,
    Contribution,
    Edit,
    Guest,
    Respect,
    Standing,
    State,
    parts_of,
)
from rotative.discussion.models.decisions import AGAINST, Act, Appeal, Decision, Ground, Mute, Report, Trust, Turn
from rotative.discussion.models.learning import Lesson
from rotative.discussion.models.rules import DiscussionRules
from rotative.discussion.models.sealed import Sealed, Unsealing
from rotative.discussion.models.talks import Talk, state_at

__all__ = [
    "AGAINST", "MINUTES_TO_EDIT", "PART", "Act", "Appeal", "Contribution", "Decision", "DiscussionRules", "Edit", "Ground", "Guest",
    "Lesson", "Mute", "Report", "Respect", "Sealed", "Standing", "State", "Talk", "Trust", "Turn", "Unsealing", "parts_of", "state_at",
]
