#!/usr/bin/env bash
# A private PostgreSQL for the tests: made in a temporary folder, gone when it is stopped.
#   scripts/postgres.sh start FOLDER   prints the line to set VARDE_TEST_POSTGRES
#   scripts/postgres.sh stop FOLDER
set -euo pipefail

action=${1:?start or stop}
folder=${2:?a folder}

tool() {
    # A server's own pg_config is newest first; Debian keeps its programs out of the path.
    for found in "$(command -v "$1" 2>/dev/null)" $(ls -d /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | sort -rV); do
        [ -x "$found" ] && { echo "$found"; return; }
    done
    echo "PostgreSQL is not installed: run scripts/setup.sh" >&2
    exit 1
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        if id postgres >/dev/null 2>&1; then account=postgres; else account=nobody; fi
        setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups "$@"
    else
        "$@"
    fi
}

case $action in
start)
    initdb=$(tool initdb)
    ctl=$(tool pg_ctl)
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then
        chown "$(id -u postgres 2>/dev/null || id -u nobody)" "$folder"
    fi
    chmod 755 "$folder"
    port=$((20000 + RANDOM % 20000))
    cd /
    as_postgres "$initdb" -D "$folder/data" -U varde --auth=trust --encoding=UTF8 --locale=C >"$folder.log" 2>&1
    # Tests may lose everything in a crash: no syncing. Nothing listens but the loopback address.
    as_postgres "$ctl" -D "$folder/data" -w -l "$folder/server.log" -o \
        "-p $port -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=64MB" \
        start >>"$folder.log" 2>&1
    echo "export VARDE_TEST_POSTGRES=postgres://varde@127.0.0.1:$port/postgres"
    ;;
stop)
    ctl=$(tool pg_ctl)
    cd /
    as_postgres "$ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder" "$folder.log"
    ;;
*)
    echo "start or stop" >&2
    exit 2
    ;;
esac
