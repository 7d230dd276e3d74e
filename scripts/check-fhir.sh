#!/usr/bin/env bash
# Reads the FHIR resources that tests leave with models that others wrote: the bundle of the indicators' room, and one
# resource of each sort that core/fhir writes. What these models do not check stands at the top of tests/fhir/check.py.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=target/tools/fhir
wanted=$(sha256sum tests/fhir/pinned.txt | cut -d' ' -f1)
if [ "$(cat $tools/wanted 2>/dev/null)" != "$wanted" ]; then
    rm -rf $tools
    python3 -m venv $tools
    $tools/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tests/fhir/pinned.txt
    echo "$wanted" >$tools/wanted
fi
made=target/tmp
bundle=$made/export.fhir.json
if [ ! -e $bundle ]; then
    cargo test --quiet --locked -p varde-indicators --test it a_bundle_is_left_for_the_validator
fi
lines=$made/core-fhir.ndjson
if [ ! -e $lines ]; then
    cargo test --quiet --locked -p varde-fhir --test it left_for_the_validator
fi
exec $tools/bin/python tests/fhir/check.py $bundle $lines
