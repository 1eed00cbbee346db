"""Where readers have accounts elsewhere: Google, Facebook, Apple and an instance of Mastodon, each small, real and strict."""
