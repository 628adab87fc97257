#!/usr/bin/env python3
"""Runs a program against the suite, by the protocol of PROTOCOL.md.

    python3 run.py --against "python3 executors/float_ladder.py"

Needs Python 3.11 and nothing else. Exit code 0 when no case failed, 1 when one did, 2 for a bad
call or a program that does not speak the protocol."""

import argparse
import json
import pathlib
import random
import shlex
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

from compare import differences  # noqa: E402
from running.program import Program, ProtocolError  # noqa: E402
from running.results import Result, as_json, as_junit, as_table  # noqa: E402

FORMATS = {"table": as_table, "json": as_json, "junit": as_junit}
GREATEST_NUMBER_OF_STARTS = 50


def arguments():
    parser = argparse.ArgumentParser(description="Runs a program against the conformance suite.")
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="files of cases (default: all of the suite)")
    parser.add_argument("--against", required=True, metavar="CMD", help="the command of the program")
    parser.add_argument("--seed", type=int, default=1, help="the order of the cases (default 1)")
    parser.add_argument("--seconds", type=float, default=10, help="time limit of one case (default 10)")
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("--verbose", action="store_true", help="a table also lists each failed case")
    return parser.parse_args()


def read_cases(files):
    files = files or [FOLDER / "conformance.json", *sorted((FOLDER / "cases").glob("*.json"))]
    cases = []
    for path in files:
        suite = json.loads(path.read_text(encoding="utf-8"))
        cases += [{"file": path.name, **case} for case in suite["cases"]]
    return cases


def judge(case, reply):
    """What became of a case, and why."""
    if reply.get("unsupported"):
        return "unsupported", case["kind"]
    if "error" in reply:
        return "fail", f"the program says: {reply['error']}"
    found = differences(case["expected"], reply.get("answer"))
    if found:
        return "fail", "; ".join(found)
    return ("conflict" if case["status"] == "conflict" else "pass"), None


def run(cases, options):
    """Answers in the order of the seed, results in the order of the files."""
    order = list(range(len(cases)))
    random.Random(options.seed).shuffle(order)
    results = [None] * len(cases)
    program = Program(shlex.split(options.against), FOLDER, options.seconds)
    try:
        for number, place in enumerate(order, start=1):
            case = cases[place]
            if case["status"] == "narrative":
                outcome, why = "narrative", case.get("why")
            elif program.starts > GREATEST_NUMBER_OF_STARTS:
                outcome, why = "fail", "not asked: the program had to be started too often"
            else:
                try:
                    outcome, why = judge(case, program.ask(number, case["kind"], case["input"]))
                except ProtocolError as error:
                    outcome, why = "fail", str(error)
            results[place] = Result(case, outcome, why)
    finally:
        program.close()
    return program.name, results


def main():
    options = arguments()
    try:
        cases = read_cases(options.files)
        name, results = run(cases, options)
    except (OSError, ValueError, KeyError, ProtocolError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    print(FORMATS[options.format](name, results, options.verbose))
    return 1 if any(result.outcome == "fail" for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
