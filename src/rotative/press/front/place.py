"""Where a paper is, and who may ask for it: all that the front is told."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Place:
    """Where a paper is. host: the one of its address. hosts: those it answers to.

    is_secure: its address is HTTPS. behind_proxy: who says so is a web server in front.
    memory: bytes of printed pages to remember.
    """

    derived: Path
    media: Path
    host: str
    hosts: tuple[str, ...]
    is_secure: bool = False
    behind_proxy: bool = False
    memory: int = 256 * MEBIBYTE
