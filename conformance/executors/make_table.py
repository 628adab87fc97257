#!/usr/bin/env python3
"""Prints the table "who passes what" of README.md: runs each executor, counts by kind and flag."""

import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
PROGRAMS = ["reference", "float_ladder", "searchsorted", "spreadsheet"]


def results(program):
    command = f"{sys.executable} {FOLDER / program}.py"
    run = subprocess.run(
        [sys.executable, str(FOLDER.parent / "run.py"), "--against", command, "--format", "json"],
        capture_output=True, text=True, check=False,
    )
    return json.loads(run.stdout)


def cell(counts):
    """Right of all that were answered, and a dash where none was."""
    right = counts.get("pass", 0) + counts.get("conflict", 0)
    answered = right + counts.get("fail", 0)
    return f"{right}/{answered}" if answered else "–"


def table(title, found, part):
    names = sorted({name for result in found for name in result[part]})
    names = [name for name in names if any(cell(result[part].get(name, {})) != "–" for result in found[1:])]
    yield f"| {title} | " + " | ".join(result["program"] for result in found) + " |"
    yield "|---" * (len(found) + 1) + "|"
    for name in names:
        yield f"| {name} | " + " | ".join(cell(result[part].get(name, {})) for result in found) + " |"


def main():
    found = [results(program) for program in PROGRAMS]
    print("\n".join(table("kind", found, "kinds")), end="\n\n")
    print("\n".join(table("flag", found, "flags")))


if __name__ == "__main__":
    main()
