#!/bin/sh
# WordPress of Debian with one story, as most sites run it: nginx, php-fpm with opcache, MariaDB.
#
#     sh bench/peers/wordpress.sh start STORY.json    installs what is missing (as root, with apt), starts it
#     sh bench/peers/wordpress.sh stop
#
# Everything that it writes is in FOLDER (WORDPRESS_FOLDER, or bench-wordpress in the temporary
# folder), but for Debian's packages and /etc/wordpress/config-localhost.php, which `stop` removes.
# Port 8380 asks PHP for each page; on port 8381 nginx keeps pages for a minute (fastcgi_cache),
# because Debian has no page-cache plugin for WordPress.
set -eu
folder=${WORDPRESS_FOLDER:-${TMPDIR:-/tmp}/bench-wordpress}
here=$(cd "$(dirname "$0")" && pwd)
config=/etc/wordpress/config-localhost.php
packages="wordpress wordpress-theme-twentytwentythree php-fpm php-cli php-mysql mariadb-server nginx-light"
database="mariadb --no-defaults --socket=$folder/mysql.sock"

install() {
    # shellcheck disable=SC2086 (the list is words)
    dpkg -s $packages >/dev/null 2>&1 || DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages
}

start_database() {
    mariadb-install-db --no-defaults --datadir="$folder/mysql" --auth-root-authentication-method=normal --user=mysql >"$folder/install.log" 2>&1
    mariadbd --no-defaults --datadir="$folder/mysql" --socket="$folder/mysql.sock" --pid-file="$folder/mysql.pid" \
        --skip-networking --user=mysql --innodb-buffer-pool-size=256M >"$folder/mysql.log" 2>&1 &
    for _ in $(seq 100); do $database -e '' 2>/dev/null && break; sleep 0.2; done
    $database -e "CREATE DATABASE wordpress; CREATE USER wordpress@localhost IDENTIFIED BY 'wordpress'; GRANT ALL ON wordpress.* TO wordpress@localhost"
}

configure() {
    mkdir -p /etc/wordpress
    cat >"$config" <<PHP
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', 'wordpress');
define('DB_HOST', 'localhost:$folder/mysql.sock');
define('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_HOME', 'http://' . (\$_SERVER['HTTP_HOST'] ?? 'localhost')); define('WP_SITEURL', WP_HOME);
PHP
    cat >"$folder/php.conf" <<PHP
[global]
error_log = $folder/php.log
pid = $folder/php.pid
[www]
user = www-data
group = www-data
listen = $folder/php.sock
listen.mode = 0666
pm = static
pm.max_children = 2
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.validate_timestamps] = 0
php_admin_value[zlib.output_compression] = 1
PHP
    sed "s|FOLDER|$folder|g" "$here/wordpress.nginx.conf" >"$folder/nginx.conf"
}

start() {
    [ ! -e "$folder" ] || { echo "$folder is there already: stop it first." >&2; exit 2; }
    install
    mkdir -p "$folder" && chmod 755 "$folder" && mkdir "$folder/mysql" && chown mysql "$folder" "$folder/mysql"
    start_database
    configure
    HTTP_HOST=localhost php "$here/wordpress.php" "$1" >"$folder/path"
    php-fpm8.2 --nodaemonize --fpm-config "$folder/php.conf" >/dev/null 2>&1 &
    nginx -c "$folder/nginx.conf" -p "$folder" >/dev/null 2>&1 &
    sleep 2
    cat "$folder/path"
}

stop() {
    for name in nginx php mysql; do
        [ ! -e "$folder/$name.pid" ] || kill "$(cat "$folder/$name.pid")" || true
    done
    sleep 3
    rm -rf "$folder" "$config"
}

case ${1:-} in
    start) start "$(realpath "$2")" ;;
    stop) stop ;;
    *) sed -n '2,12s/^# *//p' "$0"; exit 2 ;;
esac
