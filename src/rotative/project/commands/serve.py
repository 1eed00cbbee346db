"""``rotative serve``: the site, the presser and the worker, until it is told to stop."""
from __future__ import annotations

import os

from rotative.project import readiness, server
from rotative.project.commands import Parser, home
from rotative.project.folder import Folder


def run(words: list[str]) -> int:
    parser = Parser("serve", "Serve the paper: the site, the press, the background work and what is scheduled. Ctrl-C stops it; SIGHUP reloads it.")
    options = with_address(parser).parse_args(words)
    folder = home.enter()
    server.check_port(options.host, options.port)
    say_address(folder, options.host, options.port)
    readiness.prepare(folder)
    return server.serve(options.host, options.port, options.workers, renew=lambda: readiness.prepare(folder))


def with_address(parser: Parser) -> Parser:
    """The options of every command that serves."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes that answer readers (one a core)")
    return parser


def say_address(folder: Folder, host: str, port: int) -> None:
    """Without an address of its own, a paper is known by where it listens. Commands that print by hand learn it, too."""
    seen = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104
    folder.remember_address(os.environ.setdefault("ROTATIVE_URL", f"http://{seen}:{port}"))
