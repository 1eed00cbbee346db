#!/bin/sh
# What the tests need of the system: Chromium, gettext and nginx. Installed when that is allowed
# (root, apt-get); otherwise said in one line. Never asks.
set -eu

missing=""
has_chromium() { for each in chromium chromium-browser google-chrome; do command -v "$each" >/dev/null 2>&1 && return 0; done; return 1; }
has_chromium || missing="$missing chromium"
command -v msgfmt >/dev/null 2>&1 || missing="$missing gettext"
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing with apt-get."
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq </dev/null >/dev/null && apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null; then exit 0; fi
fi
echo "Missing:$missing. On Debian: sudo apt-get install$missing"
