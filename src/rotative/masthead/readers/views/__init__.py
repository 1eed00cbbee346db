"""What a reader's browser may ask, under ``/_/account/`` and ``/_/follow/``."""
