"""All four, running, and what a paper is told of them: its keys there, and where they are."""
from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.elsewhere.apple import Apple
from tests.elsewhere.facebook import Facebook
from tests.elsewhere.google import Google
from tests.elsewhere.mastodon import Mastodon
from tests.elsewhere.serving import listening
from tests.elsewhere.signing import certificate

OTHER = "potager.example"  # a site at the instance's address that is no Mastodon


class Elsewhere(NamedTuple):
    google: Google
    facebook: Facebook
    apple: Apple
    mastodon: Mastodon
    certificate: Path

    def keys(self) -> dict[str, str]:
        """What the environment of a paper says."""
        where = {"google": self.google.url, "facebook": self.facebook.url, "apple": self.apple.url, "mastodon": self.mastodon.url, "certificate": str(self.certificate)}
        return {
            "GOOGLE_CLIENT": self.google.client, "GOOGLE_SECRET": self.google.secret, "FACEBOOK_CLIENT": self.facebook.client, "FACEBOOK_SECRET": self.facebook.secret,
            "APPLE_CLIENT": self.apple.client, "APPLE_TEAM": self.apple.team, "APPLE_KEY_ID": self.apple.key_id, "APPLE_KEY": self.apple.key_in_one_line,
            "MASTODON": "true", "ELSEWHERE": json.dumps(where),
        }  # fmt: skip

    def come_back_to(self, paper: str) -> None:
        """Tell each where it sends its visitors back to, as an editor does."""
        for provider, name in ((self.google, "google"), (self.facebook, "facebook"), (self.apple, "apple"), (self.mastodon, f"mastodon/{self.mastodon.host}")):
            provider.callback = f"{paper}/_/account/back/{name}/"

    def refused(self) -> list[str]:
        """What they have refused since it was last asked."""
        found = [why for provider in self[:4] for why in provider.refused]
        for provider in self[:4]:
            provider.refused.clear()
        return found


@contextmanager
def elsewhere(folder: Path) -> Iterator[Elsewhere]:
    made = Elsewhere(Google(), Facebook(), Apple(), Mastodon(), certificate(folder, "toots.example", OTHER))
    with ExitStack() as stack:
        for provider in made[:3]:
            stack.enter_context(listening(provider))
        stack.enter_context(listening(made.mastodon, made.certificate))
        yield made
