"""Holds the API against its own description: no 5xx, no answer that the description does not know.

Starts the demo on a port of its own, makes a user who may do everything, and lets schemathesis
send what the description allows and what it does not. `VARDE_FUZZ_SECONDS` bounds the time.
"""

import http.cookiejar
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("VARDE_BIN", str(ROOT / "target/debug/varde"))
SECONDS = int(os.environ.get("VARDE_FUZZ_SECONDS", "75"))
PASSWORD = "grønn-elv-7-sykkel"
ROLES = ["administrator", "planner", "top_leader", "quality_adviser", "board_member", "privacy_officer"]


def start(folder):
    """Starts the demo and waits until it says where it listens."""
    environment = {**os.environ, "VARDE_LOG": "error", "VARDE_SIGN_IN_TRIES": "1000"}
    program = subprocess.Popen(
        [BINARY, "demo", "--data", folder, "--listen", "127.0.0.1:0"],
        env=environment, stdout=subprocess.PIPE, text=True,
    )
    for line in program.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return program, found.group(0)
    sys.exit("the demo did not start")


def make_user(folder):
    """Makes a user with every role over the whole country."""
    command = [BINARY, "--database", f"sqlite:{folder}/varde-demo.sqlite", "user", "create",
               "--username", "fuzz", "--password-stdin"]
    for role in ROLES:
        command += ["--role", f"{role}@no"]
    subprocess.run(command, input=PASSWORD, text=True, check=True, stdout=subprocess.DEVNULL)


def make_token(address):
    """Signs in by the form and makes a token that may write."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    browser.addheaders = [("Origin", address)]

    def guard(path):
        page = browser.open(address + path).read().decode()
        return re.search(r'name="_csrf" value="([^"]*)"', page).group(1)

    def post(path, page, **fields):
        body = urllib.parse.urlencode({"_csrf": guard(page), **fields}).encode()
        return browser.open(address + path, body).read().decode()

    post("/sign-in", "/sign-in", username="fuzz", password=PASSWORD)
    made = post("/me/tokens", "/me/tokens", name="fuzz", scope="write", days="1")
    return re.search(r"varde_[A-Za-z0-9_-]{16,}", made).group(0)


def real_ids(address, token, description):
    """Lets half of the ids in paths be ids of things that are there, else nearly all answers are 404."""
    asker = urllib.request.build_opener()
    asker.addheaders = [("Authorization", f"Bearer {token}")]
    known = {}
    for path, operations in description["paths"].items():
        needed = [one for one in operations.get("get", {}).get("parameters", []) if one.get("required")]
        if "get" not in operations or "{" in path or needed:
            continue
        answer = json.load(asker.open(address + path))
        rows = answer if isinstance(answer, list) else answer.get("items", [])
        # Never the one who asks: it would lock itself out.
        ids = [row["id"] for row in rows if isinstance(row, dict) and "id" in row and "fuzz" not in json.dumps(row)]
        if ids:
            known[path] = ids[:5]
    for path, operations in description["paths"].items():
        prefix, _, rest = path.partition("/{")
        name = rest.partition("}")[0]
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path" and parameter["name"] == name and prefix in known:
                    parameter["schema"] = {"type": "string", "anyOf": [{"enum": known[prefix]}, {"type": "string"}]}
                    parameter["example"] = known[prefix][0]
    return len(known)


def main():
    folder = tempfile.mkdtemp(prefix="varde-fuzz-")
    program, address = start(folder)
    try:
        make_user(folder)
        token = make_token(address)
        description = json.load(urllib.request.urlopen(address + "/api/v1/openapi.json"))
        operations = sum(len(path) for path in description["paths"].values())
        kinds = real_ids(address, token, description)
        Path(folder, "openapi.json").write_text(json.dumps(description))
        print(f"{operations} operations, ids of {kinds} kinds, {SECONDS} seconds", flush=True)
        report = subprocess.run(
            [sys.executable, "-m", "schemathesis.cli", "run", "openapi.json", "--url", address,
             "--header", f"Authorization: Bearer {token}", "--workers", "2", "--seed", "1814",
             "--phases", "examples,coverage,fuzzing,stateful", "--max-time", str(SECONDS),
             "--max-examples", "60", "--request-timeout", "20", "--generation-allow-x00", "true",
             "--suppress-health-check", "all", "--warnings", "off", "--no-color",
             # Ending the token or the account that asks would end the run.
             "--exclude-path-regex", r"/(tokens|sessions)(/|$)",
             "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
             "response_headers_conformance,response_schema_conformance"],
            cwd=folder,
        )
        if program.poll() is not None:
            sys.exit(f"the program stopped with {program.returncode}")
        sys.exit(report.returncode)
    finally:
        program.terminate()
        program.wait()
        shutil.rmtree(folder, ignore_errors=True)


main()
