#!/usr/bin/env bash
# Fuzzes the API with schemathesis, from a Python environment of its own under target/.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=target/tools/python
wanted=$(sha256sum tests/api/pinned.txt | cut -d' ' -f1)
if [ "$(cat $tools/wanted 2>/dev/null)" != "$wanted" ]; then
    rm -rf $tools
    python3 -m venv $tools
    $tools/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tests/api/pinned.txt
    echo "$wanted" >$tools/wanted
fi
exec $tools/bin/python tests/api/fuzz.py
