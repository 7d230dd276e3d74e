#!/usr/bin/env bash
# Reads the document that the program's tests leave with a reader that others wrote.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=target/tools/pdf
wanted=$(sha256sum tests/pdf/pinned.txt | cut -d' ' -f1)
if [ "$(cat $tools/wanted 2>/dev/null)" != "$wanted" ]; then
    rm -rf $tools
    python3 -m venv $tools
    $tools/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tests/pdf/pinned.txt
    echo "$wanted" >$tools/wanted
fi
made=target/tmp
document=$made/document.pdf
if [ ! -e $document ]; then
    cargo test --quiet --locked -p varde --test it a_file_becomes_a_document
fi
exec $tools/bin/python tests/pdf/check.py $document
