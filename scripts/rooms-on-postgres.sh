#!/usr/bin/env bash
# The tests of the rooms once more, with the houses that they build standing on PostgreSQL. The binaries are those that
# `cargo test --workspace` has just run; VARDE_TEST_POSTGRES names the server.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo test --workspace --locked --no-run --message-format=json 2>/dev/null | node -e '
const { dirname } = require("node:path");
for (const line of require("node:fs").readFileSync(0, "utf8").split("\n")) {
  if (!line.startsWith("{")) continue;
  const { reason, target, executable, manifest_path } = JSON.parse(line);
  const ours = reason === "compiler-artifact" && executable && target.name === "it" && manifest_path.includes("/rooms/");
  if (ours) console.log(dirname(manifest_path) + "\t" + executable);
}' | while IFS=$'\t' read -r room program; do
    echo "$(basename "$room"): on PostgreSQL"
    # What says itself on which databases it runs has run on both already.
    (cd "$room" && VARDE_TEST_HOUSE=postgres CARGO_MANIFEST_DIR=$room "$program" --quiet </dev/null)
done
