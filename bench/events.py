"""Counts fifty million stays with Varde's engine and with DuckDB, on the same files in the same run.

    cargo build --release -p varde-query --example bench
    python3 -m venv target/tools/duckdb && target/tools/duckdb/bin/pip install duckdb
    target/tools/duckdb/bin/python bench/events.py [--stays 50000000] [--folder target/bench-events] [--times 3]

Each question is asked in a process of its own; its CPU seconds (user and system) and its largest memory are what the
system says of that process when it has ended. Both must give the same counts, or the run fails.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ["survival", "readmission", "courses"]
PROMISED = {"survival": (3, 300), "readmission": (10, 1000)}
CUT_OFF = 1_767_225_599
DAY = 86_400


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
READMISSION = linked(8 * 3600) + f""",
        courses AS (
            SELECT person, course, arg_max(unit, until) AS unit, max(until) AS until,
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


def by_key(sql):
    """Figures from the engine's own question, whose key holds unit, month, age, sex and verdict."""
    return f"""
        SELECT key >> 30 AS unit, (key >> 14) & 65535 AS month,
            sum(CASE WHEN key & 15 = 1 THEN n ELSE 0 END)::BIGINT AS n,
            sum(CASE WHEN key & 15 < 2 THEN n ELSE 0 END)::BIGINT AS d
        FROM ({sql}) GROUP BY ALL ORDER BY ALL"""


def duck(question, folder, sql):
    """Answers a question with DuckDB: what the child process does."""
    import duckdb

    manifest = json.loads((Path(folder) / "manifest.json").read_text())
    files = [str(Path(folder) / file["path"]) for file in manifest["files"]]
    db = duckdb.connect()
    db.execute("SET threads = 2")
    db.execute("SET preserve_insertion_order = false")
    db.execute(f"CREATE VIEW events AS SELECT * FROM read_parquet({files})")
    asked = {"survival": lambda: by_key(sql), "readmission": lambda: READMISSION, "courses": lambda: COURSES}
    for row in db.execute(asked[question]()).fetchall():
        print(",".join(str(part) for part in row))


def counts(said):
    """Numerators and denominators by unit and period, where anyone was counted."""
    rows = [tuple(int(part) for part in line.split(",")[:4]) for line in said.splitlines()]
    return {row[:2]: row[2:] for row in rows if row[3]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stays", type=int, default=50_000_000)
    parser.add_argument("--folder", default=str(ROOT / "target" / "bench-events"))
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", action="append", choices=QUESTIONS)
    parser.add_argument("--bench", default=str(ROOT / "target" / "release" / "examples" / "bench"))
    parser.add_argument("--duck", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.duck:
        return duck(*asked.duck)
    bench = asked.bench
    if not (Path(asked.folder) / "manifest.json").exists():
        said, cpu, memory, wall = measured([bench, "make", asked.folder, str(asked.stays)])
        print(f"made {said.strip()}; {cpu:.0f} CPU s, {memory:.0f} MB, {wall:.0f} s wall")
    print(f"{'question':12} {'engine':8} {'CPU s':>7} {'MB':>6} {'wall s':>7}   best of {asked.times}")
    manifest = json.loads((Path(asked.folder) / "manifest.json").read_text())
    # What is promised is promised of fifty million.
    whole = 50_000_000 <= sum(file["n_rows"] for file in manifest["files"])
    failed = False
    for question in asked.only or QUESTIONS:
        sql = subprocess.run([bench, "sql", question], check=True, capture_output=True, text=True).stdout
        commands = {
            "varde": [bench, "ask", question, asked.folder],
            "duckdb": [sys.executable, __file__, "--duck", question, asked.folder, sql],
        }
        answers = {}
        for name, command in commands.items():
            runs = [measured(command) for _ in range(asked.times)]
            said, cpu, memory, wall = min(runs, key=lambda run: run[1])
            memory = max(run[2] for run in runs)
            answers[name] = counts(said)
            bar = PROMISED.get(question) if whole and name == "varde" else None
            verdict = "" if bar is None else "   kept" if cpu <= bar[0] and memory <= bar[1] else f"   MISSED {bar}"
            print(f"{question:12} {name:8} {cpu:7.2f} {memory:6.0f} {wall:7.2f}{verdict}", flush=True)
        if answers["varde"] != answers["duckdb"]:
            different = [key for key in answers["varde"] if answers["varde"][key] != answers["duckdb"].get(key)]
            print(f"{question}: the two differ in {len(different)} of {len(answers['varde'])}, first {different[:3]}")
            failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
