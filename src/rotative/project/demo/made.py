"""What a demonstration leaves in its folder beside the paper: what it was made of, who may sign in."""
from __future__ import annotations

from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
PASSWORDS = "passwords.json"  # noqa: S105 (a file's name)
MADE_OF = "made-of"


def sources() -> str:
    """The digest of all that the demonstration is made of."""
    found = sha256()
    for file in sorted([*HERE.rglob("*.py"), *HERE.rglob("*.md"), *HERE.rglob("*.toml"), *HERE.glob("*.svg")]):
        found.update(f"{file.relative_to(HERE)}\0".encode() + file.read_bytes())
    return found.hexdigest()
