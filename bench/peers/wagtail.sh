#!/bin/sh
# A plain Wagtail site: its own project template, and an app `news` with a page for stories.
#
#     sh bench/peers/wagtail.sh start STORY.json    makes an environment of its own, the site, and serves it
#     sh bench/peers/wagtail.sh stop
#
# Everything is in FOLDER (WAGTAIL_FOLDER, or bench-wagtail in the temporary folder). It is served
# on port 8390 as in production (no DEBUG, templates cached), by Granian's WSGI with one worker.
set -eu
folder=${WAGTAIL_FOLDER:-${TMPDIR:-/tmp}/bench-wagtail}
here=$(cd "$(dirname "$0")" && pwd)
export DJANGO_SETTINGS_MODULE=peer.settings.production

start() {
    [ ! -e "$folder" ] || { echo "$folder is there already: stop it first." >&2; exit 2; }
    mkdir -p "$folder/site"
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'wagtail>=8.0,<8.1' granian
    "$folder/venv/bin/wagtail" start peer "$folder/site" >/dev/null
    cp -r "$here/news" "$folder/site/news"
    mv "$folder/site/news/settings.py" "$folder/site/peer/settings/production.py"
    cd "$folder/site"
    for words in "makemigrations news" migrate "collectstatic --noinput"; do
        # shellcheck disable=SC2086 (the words are words)
        "$folder/venv/bin/python" manage.py $words >"$folder/install.log" 2>&1 || { cat "$folder/install.log" >&2; exit 1; }
    done
    "$folder/venv/bin/python" -m news.fill "$1" >"$folder/path"
    "$folder/venv/bin/granian" --interface wsgi --workers 1 --blocking-threads 1 --port 8390 --log-level warning peer.wsgi:application >"$folder/log" 2>&1 &
    echo $! >"$folder/pid"
    sleep 4
    cat "$folder/path"
}

stop() {
    [ ! -e "$folder/pid" ] || kill "$(cat "$folder/pid")" || true
    sleep 2
    rm -rf "$folder"
}

case ${1:-} in
    start) start "$(realpath "$2")" ;;
    stop) stop ;;
    *) sed -n '2,9s/^# *//p' "$0"; exit 2 ;;
esac
