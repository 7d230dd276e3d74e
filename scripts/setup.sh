#!/usr/bin/env bash
# Installs what a fresh Debian machine with Rust still lacks, and nothing that is there already.
#   scripts/setup.sh demo   what `make demo` needs: a C compiler and Node
#   scripts/setup.sh test   what `make test` needs besides: PostgreSQL, Chromium, Python's venv
set -euo pipefail

for_what=${1:-test}
wanted=()

has() { command -v "$1" >/dev/null 2>&1; }
need() { wanted+=("$@"); }

has cc || need build-essential
has node || need nodejs
has npm || need npm
if [ "$for_what" = test ]; then
    has psql && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || has initdb || need postgresql
    has chromium || need chromium
    python3 -c 'import ensurepip, venv' 2>/dev/null || need python3 python3-venv
    has setpriv || need util-linux
fi

if [ "${#wanted[@]}" -gt 0 ]; then
    if ! has apt-get; then
        echo "Missing: ${wanted[*]}. This is no Debian: install them the way this system does." >&2
        exit 1
    fi
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        has sudo || { echo "Missing: ${wanted[*]}. Install them as root, or install sudo." >&2; exit 1; }
        as_root=(sudo)
    fi
    echo "Installing ${wanted[*]} …"
    log=$(mktemp)
    # A server that starts by itself is not wanted: the tests start one of their own.
    apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >>"$log" 2>&1; }
    if ! { apt update && apt install -y --no-install-recommends "${wanted[@]}"; }; then
        cat "$log" >&2
        exit 1
    fi
    rm -f "$log"
fi

if ! has cargo; then
    echo "Rust is missing: see https://www.rust-lang.org/tools/install (1.95 or newer)." >&2
    exit 1
fi
if [ "$for_what" = test ]; then
    for part in clippy fmt; do
        cargo "$part" --version >/dev/null 2>&1 || rustup component add "${part/fmt/rustfmt}" >/dev/null
    done
fi
