"""A story in a paper of ours beside the same words in what else a newspaper could run.

    python bench/peers/measure.py FOLDER [--runs 3] [--seconds 4]

FOLDER is a paper, such as `bench/archive.py` makes. The front and nginx are started here; of the
peers, those are asked that were started before: `sh bench/peers/wordpress.sh start STORY.json`,
`sh bench/peers/wagtail.sh start STORY.json`, with what `python bench/story.py` writes. ``wrk`` asks
all in turn, 32 connections, gzip; the median counts. The processor's time is that of all processes
that answer: PHP's and the database's, too.
"""
from __future__ import annotations

import argparse
import os
import socket
import sys
import tempfile
import urllib.request
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from front import nginx  # noqa: E402
from measuring import children_of, is_lacking, load, middle, print_table  # noqa: E402
from unprinted import front, print_a_story  # noqa: E402

SERVERS = {"WordPress": ("wordpress", 8380), "WordPress, nginx's cache": ("wordpress", 8381), "Wagtail": ("wagtail", 8390)}


def main() -> int:
    options = _options()
    if is_lacking("nginx", "wrk"):
        return 2
    os.environ["ROTATIVE_HOME"] = str(options.folder.resolve())
    os.environ.setdefault("ROTATIVE_URL", "http://127.0.0.1:8360")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")
    path = print_a_story()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-peers-")))
        edition = options.folder.resolve() / "derived" / "edition" / "127.0.0.1"
        servers = {"nginx, the file": stack.enter_context(nginx(folder, edition, page=path))}
        at, workers = stack.enter_context(front())
        servers["Rotative's front"] = f"{at}{path}", workers
        servers |= _peers()
        sizes = {name: _size(url) for name, (url, _) in servers.items()}
        runs = {name: [] for name in servers}
        for url, workers in servers.values():
            load(url, workers, 2)
        for _ in range(options.runs):
            for name, (url, workers) in servers.items():
                runs[name].append(load(url, workers, options.seconds))
    print_table(runs)
    file = middle(runs["nginx, the file"]).requests
    for name, of_name in runs.items():
        print(f"{name}: {sizes[name] / 1024:.1f} KB; 1 : {file / middle(of_name).requests:,.1f} of what nginx serves")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A story of ours beside the same one elsewhere.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4, help="of each run")
    return parser.parse_args()


def _peers() -> dict[str, tuple[str, list[int]]]:
    """The address of the story in each peer that runs, and the processes that answer."""
    found = {}
    for name, (kind, port) in SERVERS.items():
        folder = Path(os.environ.get(f"{kind.upper()}_FOLDER") or Path(tempfile.gettempdir(), f"bench-{kind}"))
        if _listens(port):
            found[name] = f"http://localhost:{port}{(folder / 'path').read_text().strip()}", _processes(folder)
        else:
            print(f"{name} does not run: sh bench/peers/{kind}.sh start STORY.json")
    return found


def _processes(folder: Path) -> list[int]:
    parents = [int(file.read_text()) for file in (*folder.glob("*.pid"), *folder.glob("pid"))]
    return [*parents, *(child for parent in parents for child in children_of(parent))]


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def _size(url: str) -> int:
    """How many bytes are sent for the page."""
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "gzip"}), timeout=30) as answer:
        return len(answer.read())


if __name__ == "__main__":
    sys.exit(main())
