"""Counts fifty million stays with Varde and with DuckDB, on the same files in the same run.

    cargo build --release
    python3 -m venv target/tools/duckdb && target/tools/duckdb/bin/pip install duckdb
    target/tools/duckdb/bin/python bench/events.py [--stays 50000000] [--folder target/bench-events] [--times 3]

The stays are made by DuckDB as CSV files and taken in by `varde events take`, as a delivery is. Each question is then
asked of the program as people ask it, `varde events compute`, in a process of its own; its CPU seconds (user and
system) and its largest memory are what the system says of that process when it has ended. DuckDB is asked the same of
the Parquet files that Varde has made. Where both count whole stays they must give the same counts, or the run fails.
"""

import argparse
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ["survival", "readmission", "courses"]
PROMISED = {"survival": (3, 300), "readmission": (10, 1000)}
DAY = 86_400
# The end of 2025 in Norway.
CUT_OFF = 1_767_221_999
PARTS = 10

SCOPE = "source: made for measuring\n    context: treating\n    age_bands: five-years\n    by_sex: true\n    standard: pooled"
NAME = "name: {nb: Måling, nn: Måling, en: Measuring}"
DEFINITIONS = f"""definitions:
  - code: survival
    version: 1
    valid_from: "2026-01-01"
    indicator: ind.surv.all
    {NAME}
    {SCOPE}
    scope: {{kind: stay, age_from: 18}}
    anchor: start
    outcome: {{alive_days: 30}}
    maturity_days: 30
    attribution: whole
    period: year
    min_denominator: 1
  - code: readmission
    version: 1
    valid_from: "2026-01-01"
    indicator: ind.readmission
    {NAME}
    {SCOPE}
    scope: {{kind: stay}}
    anchor: end
    link_hours: 8
    outcome: {{followed_by: {{scope: {{kind: stay, acute: true}}, after_hours: 8, within_days: 30}}}}
    must_live: true
    maturity_days: 30
    attribution: last
    period: tertial
    min_denominator: 1
  - code: courses
    version: 1
    valid_from: "2026-01-01"
    indicator: ind.surv.all
    {NAME}
    {SCOPE}
    scope: {{kind: stay, age_from: 18}}
    anchor: start
    link_hours: 24
    outcome: {{alive_days: 30}}
    maturity_days: 30
    attribution: time-fraction
    period: year
    min_denominator: 1
"""


def measured(command):
    """Runs a command; gives what it said, its CPU seconds, its largest memory in MB and its wall time."""
    began = os.times().elapsed
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return said.decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.times().elapsed - began


def made(n_stays):
    """Stays of people who have five each on average, of whom one in eight dies within the ten years; nobody comes
    to hospital after having died. Everything follows from the stay's number."""
    people = max(1, n_stays // 5)
    return f"""
        SELECT person, i AS event, 'stay' AS kind, 'h' || unit AS unit,
            strftime(began, '%Y-%m-%dT%H:%M:%S') AS start, strftime(began + to_minutes(stayed), '%Y-%m-%dT%H:%M:%S') AS "end",
            'area' || (hash(person, 3) % 357) AS residence, 1920 + (hash(person, 4) % 95)::INT || '-07-01' AS born,
            CASE hash(person, 5) % 2 WHEN 0 THEN 'm' ELSE 'k' END AS sex,
            CASE WHEN hash(i, 6) % 10 < 6 THEN 'ja' ELSE 'nei' END AS acute,
            CASE hash(i, 7) % 5 WHEN 0 THEN 'I63' WHEN 1 THEN 'S720' WHEN 2 THEN 'J18' WHEN 3 THEN 'N39' ELSE 'R10' END AS code,
            CASE WHEN dies THEN strftime(death, '%Y-%m-%d') END AS died
        FROM (
            SELECT i, person, hash(person, 8) % 8 = 0 AS dies,
                TIMESTAMP '2016-01-02' + to_days((hash(person, 9) % 3640)::INT) AS death,
                TIMESTAMP '2016-01-01 00:00' + to_seconds((hash(i, 1) % 315532800)::INT) AS began,
                (60 + hash(i, 10) % 8640 + CASE WHEN hash(i, 11) % 10 = 0 THEN 20000 ELSE 0 END)::INT AS stayed,
                CASE WHEN hash(i, 12) % 100 < 85 THEN hash(person, 2) % 60 ELSE hash(i, 13) % 60 END AS unit
            FROM (SELECT i, hash(i, 0) % {people} AS person FROM range($first, $last) t(i))
        )
        WHERE NOT dies OR began + to_minutes(stayed) < date_trunc('day', death)"""


def linked(gap):
    """Stays with the number of their course; a stay belongs to the one before it when the gap is shorter."""
    return f"""
        WITH stays AS (SELECT *, coalesce(ended, 9223372036854775807) AS until FROM events WHERE kind = 1),
        marked AS (
            SELECT *, CASE WHEN began - max(until) OVER before < {gap} THEN 0 ELSE 1 END AS opens
            FROM stays WINDOW before AS (
                PARTITION BY person ORDER BY began, until, event ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        ),
        numbered AS (
            SELECT *, sum(opens) OVER (PARTITION BY person ORDER BY began, until, event
                ROWS UNBOUNDED PRECEDING) AS course
            FROM marked
        )"""


# Numerator and denominator by hospital and period; shares of courses as their sums of time.
SURVIVAL = f"""
        SELECT unit, month - month % 12 AS month,
            count(*) FILTER (died IS NULL OR died - began > {30 * DAY}) AS n, count(*) AS d
        FROM events
        WHERE kind = 1 AND 18 <= age AND began <= {CUT_OFF - 30 * DAY}
        GROUP BY ALL ORDER BY ALL"""

READMISSION = linked(8 * 3600) + f""",
        courses AS (
            SELECT person, course, arg_max(unit, ROW(until, began, event)) AS unit, max(until) AS until,
                arg_max(end_month, until) AS month, min(died) AS died, min(CASE WHEN acute THEN began END) AS again
            FROM numbered GROUP BY person, course
        ),
        followed AS (
            SELECT *, min(again) OVER (PARTITION BY person ORDER BY course
                ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next
            FROM courses
        )
        SELECT unit, month - month % 4 AS month,
            count(*) FILTER (next - until BETWEEN {8 * 3600} AND {30 * DAY}) AS n, count(*) AS d
        FROM followed
        WHERE until <= {CUT_OFF - 30 * DAY} AND (died IS NULL OR until < died)
        GROUP BY ALL ORDER BY ALL"""

COURSES = linked(24 * 3600) + f""",
        courses AS (
            SELECT *, min(began) OVER course AS first, max(CASE WHEN opens = 1 THEN month END) OVER course AS first_month,
                max(CASE WHEN opens = 1 THEN age END) OVER course AS first_age
            FROM numbered WINDOW course AS (PARTITION BY person, course)
        ),
        parts AS (
            SELECT person, course, unit, any_value(first) AS first, any_value(first_month) AS month,
                min(died) AS died
            FROM courses
            WHERE began < first + {30 * DAY} AND first <= {CUT_OFF - 30 * DAY} AND 18 <= first_age
            GROUP BY person, course, unit
        )
        SELECT unit, month - month % 12 AS month,
            count(*) FILTER (died IS NULL OR died - first > {30 * DAY}) AS n, count(*) AS d
        FROM parts GROUP BY ALL ORDER BY ALL"""

ASKED = {"survival": SURVIVAL, "readmission": READMISSION, "courses": COURSES}


def files_of(folder):
    """The store's Parquet files."""
    manifest = json.loads((Path(folder) / "store" / "manifest.json").read_text())
    return manifest, [str(Path(folder) / "store" / file["path"]) for file in manifest["files"]]


def duck(question, folder):
    """Answers a question with DuckDB: what the child process does."""
    import duckdb

    db = duckdb.connect()
    db.execute("SET threads = 2")
    db.execute("SET preserve_insertion_order = false")
    db.execute(f"CREATE VIEW events AS SELECT * FROM read_parquet({files_of(folder)[1]})")
    for row in db.execute(ASKED[question]).fetchall():
        print(",".join(str(part) for part in row))


def make(folder, n_stays, varde):
    """Makes the delivery and takes it in."""
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "definitions.yaml").write_text(DEFINITIONS, encoding="utf-8")
    (folder / "key").write_bytes(b"a key that protects nobody, for measuring")
    db = duckdb.connect()
    names = []
    for part in range(PARTS):
        first, last = n_stays * part // PARTS, n_stays * (part + 1) // PARTS
        name = folder / f"stays-{part}.csv"
        query = made(n_stays).replace("$first", str(first)).replace("$last", str(last))
        db.execute(f"COPY ({query}) TO '{name}' (HEADER, DELIMITER ';')")
        names.append(str(name))
    del db
    take = [varde, "events", "--store", str(folder / "store"), "take", "--source", "bench", "--key", str(folder / "key")]
    _, cpu, memory, wall = measured(take + names)
    for name in names:
        Path(name).unlink()
    manifest, files = files_of(folder)
    rows, size = sum(file["n_rows"] for file in manifest["files"]), sum(os.path.getsize(file) for file in files)
    print(f"{rows} events in {len(files)} files, {size / 1e6:.0f} MB; taken in with {cpu:.0f} CPU s, {memory:.0f} MB, {wall:.0f} s wall")


def counted(said):
    """Numerators and denominators by unit and period, as the program prints them."""
    rows = csv.DictReader(io.StringIO(said))
    return {(row["unit"], row["period"]): (row["numerator"], row["denominator"]) for row in rows if row["denominator"]}


def duck_counted(said, places, months):
    """The same of DuckDB's rows."""
    found = {}
    for line in said.splitlines():
        unit, month, n, d = line.split(",")
        year, month = int(month) // 12, int(month) % 12
        period = str(year) if months == 12 else f"{year}-T{month // 4 + 1}"
        found[(places[int(unit)], period)] = (n, d)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stays", type=int, default=52_500_000, help="some are left out: of those who have died")
    parser.add_argument("--folder", default=str(ROOT / "target" / "bench-events"))
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", action="append", choices=QUESTIONS)
    parser.add_argument("--varde", default=str(ROOT / "target" / "release" / "varde"))
    parser.add_argument("--duck", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.duck:
        return duck(*asked.duck)
    folder = Path(asked.folder)
    if not (folder / "store" / "manifest.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        make(folder, asked.stays, asked.varde)
    manifest, _ = files_of(folder)
    # What is promised is promised of fifty million.
    whole = 50_000_000 <= sum(file["n_rows"] for file in manifest["files"])
    print(f"{'question':12} {'engine':8} {'CPU s':>7} {'MB':>6} {'wall s':>7}   best of {asked.times}")
    failed = False
    for question in asked.only or QUESTIONS:
        compute = ["events", "--store", str(folder / "store"), "compute", "--definitions", str(folder / "definitions.yaml")]
        asks = ["--definition", question, "--as-of", "2025-12-31", "--whole", "--format", "csv", "--memory", "256"]
        commands = {
            "varde": [asked.varde, *compute, *asks],
            "duckdb": [sys.executable, __file__, "--duck", question, str(folder)],
        }
        answers = {}
        for name, command in commands.items():
            runs = [measured(command) for _ in range(asked.times)]
            said, cpu, memory, wall = min(runs, key=lambda run: run[1])
            memory = max(run[2] for run in runs)
            answers[name] = said
            bar = PROMISED.get(question) if whole and name == "varde" else None
            verdict = "" if bar is None else "   kept" if cpu <= bar[0] and memory <= bar[1] else f"   MISSED {bar}"
            print(f"{question:12} {name:8} {cpu:7.2f} {memory:6.0f} {wall:7.2f}{verdict}", flush=True)
        # Shares of courses by time are no whole stays: the engine's tests hold them against the reference.
        if question != "courses":
            ours = counted(answers["varde"])
            theirs = duck_counted(answers["duckdb"], manifest["places"], 12 if question == "survival" else 4)
            different = [key for key in ours if tuple(map(float, ours[key])) != tuple(map(float, theirs.get(key, (-1, -1))))]
            if different or len(ours) != len(theirs):
                print(f"{question}: {len(different)} of {len(ours)} differ, first {[(k, ours[k], theirs.get(k)) for k in different[:3]]}")
                failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
