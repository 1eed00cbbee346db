"""The paper's identity, and the people who have an account."""
from rotative.masthead.models.identity import Masthead, MastheadText, SocialLink
from rotative.masthead.models.users import User

__all__ = ["Masthead", "MastheadText", "SocialLink", "User"]
