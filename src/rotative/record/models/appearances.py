"""An actor in a story, as the story names it."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.masthead.printable import Printable
from rotative.record.anchors import WORD, Anchor, Blocks
from rotative.record.models.actors import Actor
from rotative.record.models.suggestions import Found, found_again


class Appearance(Printable, Found):
    """A story names somebody: the name and the role as it gives them, and where it does.

    actor: who it is for the whole paper, known once it is accepted. proposed: who it probably is, by its name.
    mentions: anchors; it stands while one of them does. met_as: who it was before a merge.
    """

    actor = models.ForeignKey(Actor, verbose_name=_("actor"), null=True, blank=True, on_delete=models.SET_NULL, related_name="appearances")
    proposed = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    met_as = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(_("kind"), max_length=6, choices=Actor.Kind)
    name = models.CharField(_("name"), max_length=160)
    role = models.CharField(pgettext_lazy("actor", "role"), max_length=200, blank=True)
    mentions = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("actor in a story")
        verbose_name_plural = _("actors in stories")
        indexes = [models.Index(fields=["article", "state"], name="appearances_of_a_story")]

    def __str__(self) -> str:
        return self.name

    def carry(self, blocks: Blocks) -> bool:
        """Move its mentions to where they stand in a text. Whether one does; where none does, they stay as they were."""
        found = found_again(self.mentions, blocks)
        if found:
            self.mentions = [anchor.as_json() for anchor in found]
        return bool(found)

    def naming(self, place: Anchor, blocks: Blocks) -> Anchor | None:
        """The mention by which a reader knows whom the sentence at a place means: the last one before it that names them."""
        order = {name: number for number, name in enumerate(blocks)}
        anchors = [Anchor(**each) for each in self.mentions]
        named = [each for each in anchors if each.block in order and self.is_named_by(each.words)]
        before = [each for each in named if (order[each.block], each.start) <= (order.get(place.block, 0), place.start)]
        return (before or named or [None])[-1 if before else 0]

    def is_named_by(self, words: str) -> bool:
        """Whether some words have a word of the name: "Mme Verel" does, "la négociatrice" does not."""
        return not {each.casefold() for each in WORD.findall(words)}.isdisjoint(each.casefold() for each in WORD.findall(self.name))
