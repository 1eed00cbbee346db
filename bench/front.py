"""How fast the front serves a printed page, beside nginx serving the same file.

    python bench/front.py [--pairs 5] [--seconds 5] [--open-file-cache] [--json]

Each has one worker, 32 connections kept alive, and a page of 10 to 12 KB packed. They are
measured in turn, as pairs, and the median counts: a busy machine is busy for both. Needs
``nginx`` and ``wrk`` (Debian's packages nginx-light and wrk). See bench/README.md.
"""
from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import brotli
from measuring import Run, children_of, free_port, is_lacking, load, print_table, running

from rotative.press.front import policy
from rotative.press.front.application import Front
from rotative.press.front.place import Place
from rotative.press.front.serving import serve

HOST = "localhost"
PAGE = "/pays/un-titre/"
PACKED = 11 * 1024
BARS = {"requests": 0.75, "cpu": 2.0}
NGINX = """\
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    types {{ text/html html; }} charset utf-8; access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{
        {more} listen 127.0.0.1:{port}; root {root}; gzip_static on; gzip_vary on;
        add_header Cache-Control "{fresh}";
        {headers}
        location / {{ try_files $uri $uri/index.html =404; }}
    }}
}}
"""
CACHING = "open_file_cache max=1000; open_file_cache_valid 1s;"


def main(words: list[str] | None = None) -> int:
    options = _options(words)
    if is_lacking("nginx", "wrk"):
        return 2
    with tempfile.TemporaryDirectory(prefix="bench-front-") as folder:
        runs = measure(Path(folder), options)
    return report(runs, options.json)


def _options(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The front beside nginx, one worker each.")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5, help="of each run")
    parser.add_argument("--open-file-cache", action="store_true", help="let nginx look at the file once a second only")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, too")
    return parser.parse_args(words)


def measure(folder: Path, options: argparse.Namespace) -> dict[str, list[Run]]:
    """Runs of both, in turn, each pair in the other order than the one before."""
    root = write_page(folder)
    with nginx(folder, root, options.open_file_cache) as of_nginx, front(folder) as of_front:
        servers = {"nginx": of_nginx, "front": of_front}
        runs: dict[str, list[Run]] = {name: [] for name in servers}
        for server in servers.values():
            load(*server, 1)
        for pair in range(options.pairs):
            for name in sorted(servers, reverse=bool(pair % 2)):
                runs[name].append(load(*servers[name], options.seconds))
    return runs


def write_page(folder: Path) -> Path:
    """A page that packs like an article does, in the edition of a paper in ``folder``."""
    chance = random.Random(7)  # noqa: S311
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyzéèà", k=chance.randint(2, 11))) for _ in range(3000)]
    text = '<!doctype html><html lang="fr"><title>Un titre</title><body>'
    while len(gzip.compress(text.encode(), 9)) < PACKED:
        text += f"<p>{' '.join(chance.choices(words, k=60))}</p>\n"
    root = folder / "derived" / "edition" / HOST
    file = root / PAGE.strip("/") / "index.html"
    file.parent.mkdir(parents=True)
    file.with_name("index.html.br").write_bytes(brotli.compress(text.encode(), quality=5))
    file.with_name("index.html.gz").write_bytes(gzip.compress(text.encode(), 9))
    file.write_text(text)
    return root


@contextmanager
def nginx(folder: Path, root: Path, is_caching: bool = False, page: str = PAGE) -> Iterator[tuple[str, list[int]]]:
    """nginx over the edition, with the headers that the front sends; its page's address and its worker."""
    port = free_port()
    headers = "\n".join(f'add_header {name} "{value}";' for name, value in policy.for_readers())
    file = folder / "nginx.conf"
    file.write_text(NGINX.format(folder=folder, port=port, root=root, more=CACHING if is_caching else "", fresh=policy.FRESH, headers=headers))
    folder.chmod(0o755)
    with running(["nginx", "-c", str(file), "-p", str(folder)], port) as process:
        yield f"http://{HOST}:{port}{page}", children_of(process.pid)[:1]


@contextmanager
def front(folder: Path) -> Iterator[tuple[str, list[int]]]:
    port = free_port()
    with running([sys.executable, __file__, "--serve", str(folder), str(port)], port) as process:
        yield f"http://{HOST}:{port}{PAGE}", children_of(process.pid)[:1]


def serve_front(folder: str, port: str) -> None:
    """The front of a paper with nothing behind it, in this process."""

    async def nothing(scope: object, receive: object, send: object) -> None:
        raise LookupError("the benchmark asks only for what is printed")

    place = Place(Path(folder, "derived"), Path(folder, "media"), HOST, (HOST, "127.0.0.1"))
    serve(Front(place, lambda: nothing), "127.0.0.1", int(port), 1)


def report(runs: dict[str, list[Run]], as_json: bool) -> int:
    print_table(runs)
    pairs = list(zip(runs["front"], runs["nginx"], strict=True))
    requests = statistics.median(ours.requests / theirs.requests for ours, theirs in pairs)
    cpu = statistics.median(ours.cpu / theirs.cpu for ours, theirs in pairs)
    print(f"requests/s, front : nginx   {requests:.2f}   (bar: at least {BARS['requests']})")
    print(f"CPU a request               {cpu:.2f}   (bar: at most {BARS['cpu']})")
    if as_json:
        print(json.dumps({"requests": requests, "cpu": cpu, "runs": {name: [asdict(run) for run in each] for name, each in runs.items()}}))
    return int(requests < BARS["requests"] or cpu > BARS["cpu"])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve_front(*sys.argv[2:])
    else:
        sys.exit(main())
