"""The paper's stylesheet, script, fonts and icon, each joined from its parts and named by its digest.

``stylesheet``, ``writing``, ``script``, ``proof``, ``discussion``, ``quote``, ``fonts``, ``icon`` and ``card`` make assets; they lie side by side
under ``/_/``, so that the stylesheet finds the fonts.
"""
from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import rcssmin

from rotative.paper import socialcard

STATIC = Path(__file__).parent / "static" / "paper"
FOLDER = "/_/"
FONTS = ("newsreader", "newsreader-italic", "public-sans")
RARE = ("more", "ext")  # The rest of the Latin script: a browser fetches these for a page that has such a letter.
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")
COMPONENTS = (
    "masthead", "label", "button", "teaser", "briefs", "ranking", "figure", "story", "portrait", "head", "essentials", "quote",
    "aside", "blocks", "notes", "appeal", "discussion", "band", "chronology", "actors", "positions", "statements", "rows", "calendar", "search", "plain",
    "pager", "error", "drawer", "colophon", "passages", "saying", "checked", "initials",
)  # fmt: skip
FOR_WRITERS = ("answers", "writing")  # components of discussions and of what readers write on, which other pages do not load
FIRST_ISLAND = "ready"
LIGHT_DARK = re.compile(r"(--[\w-]+):\s*light-dark\(((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)")


class Asset(NamedTuple):
    """A file for readers; ``name`` holds the digest of ``body``, so it may be kept for ever."""

    name: str
    body: bytes

    @property
    def url(self) -> str:
        return FOLDER + self.name


def stylesheet(accent: str, on_accent: str, accent_dark: str, on_accent_dark: str) -> Asset:
    """All the style of a paper in one file, in the publisher's colours."""
    colours = {"--accent": (accent, accent_dark), "--on-accent": (on_accent, on_accent_dark)}
    return _named("paper", "css", rcssmin.cssmin(_with_colours(_joined_style(), colours)).encode())


@cache
def writing() -> Asset:
    """The style of what readers write on, which a page asks for beside the paper's own."""
    return _beside("writing", *(STATIC / "css" / "components" / f"{name}.css" for name in FOR_WRITERS))


@cache
def script() -> Asset:
    """The islands in one file, each in a scope of its own."""
    paths = sorted((STATIC / "islands").glob("*.island.js"), key=lambda path: (not path.name.startswith(FIRST_ISLAND), path.name))
    islands = [_without_comments(path.read_text()) for path in paths]
    return _named("paper", "js", "\n".join([islands[0], *(f"{{\n{island}\n}}" for island in islands[1:])]).encode())


@cache
def proof() -> Asset:
    """The island that a comment's form asks for when it opens: a module by itself, so that readers do not load it."""
    return _module("proof", STATIC / "islands" / "asked" / "proof.island.js")


@cache
def discussion() -> Asset:
    """The island that a page asks for where a reader comes near its discussion."""
    return _module("discussion", STATIC / "islands" / "asked" / "discussion.island.js")


@cache
def quote() -> Asset:
    """The island that a story asks for once a reader has words of it selected."""
    return _module("quote", STATIC / "islands" / "asked" / "quote.island.js")


@cache
def account_style() -> Asset:
    """What only the pages of a reader's account need."""
    return _beside("account", STATIC / "account" / "account.css")


@cache
def account_script() -> Asset:
    return _module("account", STATIC / "account" / "passkey.island.js")


def _beside(name: str, *files: Path) -> Asset:
    """Components of a sheet of their own, which takes its place among those of the paper's."""
    css = "\n".join(file.read_text() for file in files)
    return _named(name, "css", rcssmin.cssmin(f"@layer components {{\n{css}\n}}").encode())


def _module(name: str, file: Path) -> Asset:
    return _named(name, "js", _without_comments(file.read_text()).encode())


@cache
def fonts() -> tuple[Asset, ...]:
    """The fonts that every page uses."""
    return tuple(map(_font, FONTS))


@cache
def rare_fonts() -> tuple[Asset, ...]:
    """The fonts of rarer letters."""
    return tuple(_font(f"{name}-{part}") for name in FONTS for part in RARE)


def _font(name: str) -> Asset:
    return _named(name, "woff2", (STATIC / "fonts" / f"{name}.woff2").read_bytes())


def icon(accent: str) -> Asset:
    """The seamark in the publisher's colour."""
    return _named("icon", "svg", (STATIC / "icon.svg").read_text().replace("#00604f", accent).encode())


@lru_cache(maxsize=8)
def card(name: str, ground: str, ink: str) -> Asset:
    """What social networks show of a page without a picture."""
    return _named("card", "png", socialcard.drawing(name, ground, ink))


def _joined_style() -> str:
    parts = [f"@layer {', '.join(LAYERS)};", (STATIC / "css" / "fonts.css").read_text()]
    for layer in LAYERS:
        names = [f"components/{name}" for name in COMPONENTS] if layer == "components" else [layer]
        css = "\n".join((STATIC / "css" / f"{name}.css").read_text() for name in names)
        parts.append(f"@layer {layer} {{\n{css}{_places() if layer == 'utilities' else ''}\n}}")
    return _with_fonts("\n".join(parts))


def _places() -> str:
    """The colours that stand in for pictures, and their focal points."""
    steps = range(0, 101, 10)
    shade = "26ae"
    tones = "".join(f".ph-{n}{{background:#{shade[n // 16]}{shade[n // 4 % 4]}{shade[n % 4]}}}" for n in range(64))
    return "\n" + tones + "".join(f".fp-{x}-{y}{{object-position:{x}% {y}%}}" for x in steps for y in steps if (x, y) != (50, 50))


def _with_fonts(css: str) -> str:
    for font in (*fonts(), *rare_fonts()):
        css = css.replace(f"../fonts/{font.name.split('.')[0]}.woff2", font.name)
    return css


def _with_colours(css: str, colours: dict[str, tuple[str, str]]) -> str:
    """Set the publisher's colours, and say every pair again for browsers without ``light-dark()``."""
    for name, (light, dark) in colours.items():
        css = re.sub(rf"{name}: light-dark\([^()]*\)", f"{name}: light-dark({light}, {dark})", css)
    pairs = LIGHT_DARK.findall(css)
    light_ones = "".join(f"{name}:{light};" for name, light, _ in pairs)
    dark_ones = "".join(f"{name}:{dark};" for name, _, dark in pairs)
    return css + (
        "\n@supports not (color: light-dark(red, red)) { @layer tokens {"
        f":root {{ {light_ones} }} @media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ {dark_ones} }} }}"
        f":root[data-theme=dark] {{ {dark_ones} }} }} }}"
    )


def _without_comments(code: str) -> str:
    lines = (line.strip() for line in code.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _named(name: str, kind: str, body: bytes) -> Asset:
    return Asset(f"{name}.{blake2b(body, digest_size=8).hexdigest()}.{kind}", body)
