#!/usr/bin/env python3
"""Checks the suite itself: schema, heads, ids, flags, rules, and that the scripts give the files.

Needs Python 3.11 and nothing else. Exit code 0 when all is well."""

import json
import pathlib
import re
import subprocess
import sys
from collections import Counter

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

from compare import differences  # noqa: E402
from reference.answers import KINDS, answer  # noqa: E402
from schema_check import problems, unknown_keywords  # noqa: E402


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def suite_files():
    return [FOLDER / "conformance.json", *sorted((FOLDER / "cases").glob("*.json"))]


def head_problems(name, suite, flags):
    """The head counts the cases, and explains the flags that they carry."""
    cases = suite["cases"]
    kinds = Counter(case["kind"] for case in cases)
    statuses = Counter(case["status"] for case in cases)
    used = {flag for case in cases for flag in case.get("flags", ())}
    if suite["count"] != len(cases) or suite["kinds"] != kinds or suite["statuses"] != statuses:
        yield f"{name}: the head does not count the cases"
    if set(suite.get("flags", ())) != used:
        yield f"{name}: the head explains other flags than the cases carry"
    for flag, words in suite.get("flags", {}).items():
        if flags.get(flag) != words:
            yield f"{name}: the flag {flag} is explained otherwise in flags.json"


def whole_problems(cases, flags, sections):
    """What no file alone can tell: ids used once, flags all in use, rules all in the book."""
    for name, count in Counter(case["id"] for case in cases).items():
        if count > 1:
            yield f"the id {name} is used {count} times"
    unused = set(flags) - {flag for case in cases for flag in case.get("flags", ())}
    if unused:
        yield f"flags without a case: {sorted(unused)}"
    missing = set(KINDS) - {case["kind"] for case in cases}
    if missing:
        yield f"kinds without a case: {sorted(missing)}"
    for case in cases:
        for rule in case["rules"]:
            if rule not in sections:
                yield f"{case['id']}: RULES.md has no section {rule}"


def reference_problems(cases):
    for case in cases:
        found = differences(case["expected"], answer(case["kind"], case["input"]))
        if found:
            yield f"{case['id']}: the reference says otherwise: {'; '.join(found)}"


def script_problems():
    for script in ("make_cases.py", "make_schema.py"):
        run = subprocess.run(
            [sys.executable, str(FOLDER / "scripts" / script), "--check"],
            capture_output=True, text=True, check=False,
        )
        if run.returncode:
            yield f"scripts/{script}: {run.stderr.strip()}"


def main():
    schema = read(FOLDER / "schema" / "suite.json")
    flags = read(FOLDER / "flags.json")
    book = (FOLDER / "RULES.md").read_text(encoding="utf-8")
    sections = {int(number) for number in re.findall(r"^## (\d+) ", book, re.MULTILINE)}
    found = [f"the validator does not know {word}" for word in sorted(unknown_keywords(schema))]
    cases = []
    for path in suite_files():
        suite = read(path)
        found += [f"{path.name}: {problem}" for problem in problems(suite, schema, schema)]
        if not found:
            found += head_problems(path.name, suite, flags)
        cases += suite.get("cases", [])
    if not found:
        found += whole_problems(cases, flags, sections)
        found += reference_problems(cases)
        found += script_problems()
    for problem in found[:50]:
        print(problem)
    if len(found) > 50:
        print(f"… and {len(found) - 50} more")
    kinds = len({case["kind"] for case in cases})
    print(f"{len(cases)} cases of {kinds} kinds, {len(found)} problems")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
