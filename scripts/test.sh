#!/usr/bin/env bash
# Everything that must hold, in layers; each layer's time and budget are told at the end.
#   scripts/test.sh         what every change must pass
#   scripts/test.sh long    more kills, more cases, longer fuzzing
set -euo pipefail
cd "$(dirname "$0")/.."

how=${1:-short}
if [ "$how" = long ]; then
    export VARDE_KILLS=${VARDE_KILLS:-50} PROPTEST_CASES=${PROPTEST_CASES:-4000} VARDE_FUZZ_SECONDS=${VARDE_FUZZ_SECONDS:-600}
    factor=6
else
    factor=1
fi

folder=$(mktemp -d)
log="$folder.out"
told=()
began=$SECONDS
failed=

finish() {
    scripts/postgres.sh stop "$folder" || true
    rm -rf "$folder" "$log"
    echo
    printf '%-28s %8s %8s\n' layer seconds budget
    for line in "${told[@]}"; do echo "$line"; done
    printf '%-28s %8s %8s\n' all $((SECONDS - began)) $((1800 * factor))
    if [ -n "$failed" ]; then echo "FAILED: $failed"; else echo "All layers passed."; fi
}
trap finish EXIT

# layer NAME BUDGET COMMAND…: runs it, keeps its time, stops everything when it fails.
layer() {
    local name=$1 budget=$(($2 * factor)) start=$SECONDS
    shift 2
    echo
    echo "== $name"
    failed=$name
    "$@"
    failed=
    local took=$((SECONDS - start)) mark=
    [ "$took" -le "$budget" ] || mark='  over budget'
    told+=("$(printf '%-28s %8s %8s%s' "$name" "$took" "$budget" "$mark")")
}

# Straight to the tests: a plain build first would compile shared crates twice.
build() { cargo test --workspace --no-run --locked; }
rules() { cargo run --quiet --locked -p xtask -- tidy; }
lint() { cargo fmt --all --check && cargo clippy --workspace --all-targets --locked -- -D warnings; }

run_tests() {
    eval "$(scripts/postgres.sh start "$folder")"
    export VARDE_TEST_POSTGRES
    cargo test --workspace --locked 2>&1 | tee "$log"
    echo "== the rooms' pages once more, on PostgreSQL"
    scripts/rooms-on-postgres.sh 2>&1 | tee -a "$log"
    # One line for all binaries together.
    awk '/^test result:/ { passed += $4; failed += $6; ignored += $8 }
        END { printf "\nIn all: %d passed; %d failed; %d ignored\n", passed, failed, ignored }' "$log"
    scripts/postgres.sh stop "$folder"
}

layer build 900 build
layer "house rules" 30 rules
layer "tests, both databases" 480 run_tests
layer browser 300 node --test --test-concurrency=1 tests/browser/
layer "API fuzzed" 120 scripts/fuzz-api.sh
layer "FHIR read by others" 60 scripts/check-fhir.sh
layer "PDF read by others" 30 scripts/check-pdf.sh
layer "format and clippy" 300 lint
