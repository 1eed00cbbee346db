"""The paper's identity, the people who have an account, and the review of what they write."""
from rotative.masthead.models.identity import Masthead, MastheadText, SocialLink
from rotative.masthead.models.letters import Letter
from rotative.masthead.models.review import DeskReview
from rotative.masthead.models.tallies import Tally
from rotative.masthead.models.users import User

__all__ = ["DeskReview", "Letter", "Masthead", "MastheadText", "SocialLink", "Tally", "User"]
