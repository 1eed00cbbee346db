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

# How long an interpreter takes for a little work, in microseconds: one that was compiled carelessly takes half as long again.
time_of() {
    "$1" -c '
import time
def work():
    began, seen = time.perf_counter(), {}
    for number in range(20000):
        seen[str(number % 1000)] = "%s-%s" % (number, [each for each in (1, 2, 3)])
    return time.perf_counter() - began
print(int(min(work() for _ in range(5)) * 1e6))'
}

# The quickest interpreter that will do; of those that are about as quick, the first.
find_python() {
    best= least=0
    for each in python3.11 python3.12 python3.13 python3 /usr/bin/python3.11 /usr/bin/python3.12 /usr/bin/python3.13 /usr/bin/python3; do
        works "$each" && "$each" -c 'import ensurepip, venv' >/dev/null 2>&1 || continue
        took=$(time_of "$each")
        if [ -z "$best" ] || [ $((took * 100)) -lt $((least * 85)) ]; then best=$each least=$took; fi
    done
    printf '%s' "$best"
}

make_with_uv() { say "Making .venv with uv."; found=$(find_python); uv venv --quiet --no-project --python "${found:->=3.11}" .venv; }

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
