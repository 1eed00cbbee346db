"""A sentence to begin with for each ground, in the language of who reads it: moderators mend it to what was written."""
from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext_noop as _

from rotative.discussion.models import Ground

SENTENCES = {
    Ground.INSULT: _("Your words insult or harass a person. One may contradict somebody here without that."),
    Ground.DEFAMATION: _("Your words charge a person with something that harms their honour, and do not show that it is true."),
    Ground.HATRED: _("Your words call for hatred or discrimination against people for what they are."),
    Ground.THREAT: _("Your words threaten a person, or call for violence."),
    Ground.PRIVACY: _("Your words make public something of a person’s private life, or data by which they can be found."),
    Ground.CRIME: _("Your words deny or defend crimes against humanity or terrorism, or have to do with the abuse of children."),
    Ground.COPYRIGHT: _("You copied what somebody else made, and more of it than a quotation may have."),
    Ground.ADVERTISING: _("Your contribution advertises something."),
    Ground.SUBJECT: _("Your contribution is not about the story under which it stands."),
    Ground.FALSEHOOD: _("Your contribution states as a fact something that is false."),
    Ground.FORM: _("Your contribution cannot be read, or says once more what is there already."),
}


def reason_for(ground: str, language: str) -> str:
    """The sentence for a ground; nothing for what is none."""
    with translation.override(language):
        return translation.gettext(SENTENCES[Ground(ground)]) if ground in Ground.values else ""
