#!/bin/sh
# Makes .venv in the checkout, from the hashed requirements: `tools/install.sh run|test`.
# Does nothing when what is there is what the requirements say.
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}
python=.venv/bin/python
stamp=.venv/installed-$what

say() { printf '%s\n' "$*"; }
fail() { say "$@" >&2; exit 2; }
digest() { cat pyproject.toml requirements/build.txt "requirements/$what.txt" | cksum; }
works() { command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for each in python3.11 python3.12 python3.13 python3; do
        if works "$each"; then printf '%s' "$each"; return; fi
    done
}

make_with_uv() { say "Making .venv with uv."; uv venv --quiet --no-project --python '>=3.11' .venv; }

make_with_venv() {
    found=$(find_python)
    [ -n "$found" ] || fail "Rotative needs Python 3.11 or later. Install it (on Debian: apt install python3 python3-venv), or install uv, and run make again."
    say "Making .venv with $found -m venv."
    "$found" -m venv .venv || { rm -rf .venv; fail "This Python can not make environments. Install its venv module (on Debian: apt install python3-venv), or install uv, and run make again."; }
}

install() {
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$python" "$@"
    else
        "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null || fail "This .venv was made with uv, which is gone. Remove .venv and run make again."
        "$python" -m pip install --quiet --disable-pip-version-check --no-input "$@"
    fi
}

if [ -x "$python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(digest)" ]; then exit 0; fi
if ! "$python" -c '' >/dev/null 2>&1; then
    rm -rf .venv
    if command -v uv >/dev/null 2>&1; then make_with_uv; else make_with_venv; fi
fi
say "Installing what requirements/$what.txt lists (a minute or so, the first time)."
install --require-hashes -r requirements/build.txt -r "requirements/$what.txt"
install --no-build-isolation --no-deps -e .
# Compiled once here, so that every start is quick, whatever the environment says of bytecode.
"$python" -m compileall -q -j 0 .venv/lib src >/dev/null 2>&1 || true
digest > "$stamp"
say "Installed."
