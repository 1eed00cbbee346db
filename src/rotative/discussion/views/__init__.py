"""What readers do in a discussion, with script and without."""
from rotative.discussion.views.confirming import confirm
from rotative.discussion.views.muting import mute, mutes
from rotative.discussion.views.own import edit, mine, own, withdraw
from rotative.discussion.views.quiet import quiet
from rotative.discussion.views.respecting import respect
from rotative.discussion.views.writing import write

__all__ = ["confirm", "edit", "mine", "mute", "mutes", "own", "quiet", "respect", "withdraw", "write"]
