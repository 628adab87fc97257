#!/usr/bin/env python3
"""Plants errors in the library, one at a time, and prints which of them no test finds.

    python3 tests/mutants/run.py [--count 200] [--seed 1] [--only src/number] [--json FILE]

Works in a copy of the repository under `target/mutants`. Each error is compiled, and the tests
that are nearest run first; an error that they miss meets all tests of its part, the examples of
the documentation last. A test that takes ten times what it took without an error has found it.
Errors that do not compile are drawn again. What is known to change no result is listed in
`equal.txt`, with the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
from plant import Mutant, mutants_of, plant  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TREE = ROOT / "target" / "mutants" / "tree"

#: Of each part of the library: its folder, and its tests in stages, the nearest first. A stage is a
#: target and filters of its tests.
PARTS = {
    "src/standard": [
        ("oracle", "tables ground_water cutoffs classes::known"),
        ("rules", "limits names local_limits own_items many_names"),
        ("rules", ""),
        ("reading", ""),
        ("sheet", ""),
    ],
    "src/number": [
        ("oracle", "fractions rounding::examples wide::what wide::wide decimals::whole"),
        ("oracle", "decimals cutoffs"),
        ("rules", ""),
        ("oracle", "wide rounding"),
    ],
    "src/classify/batch": [
        ("batch", "calls long_limits values"),
        ("batch", "ground_water exact"),
        ("batch", "random"),
        ("reading", "text"),
        ("rules", "paths"),
    ],
    "src/assess/target": [("rules", "targets outlook shares paths progress"), ("rules", ""), ("annual", "")],
    "src/assess/trend": [("rules", "trend statistics"), ("rules", "")],
    "src/assess/region": [("rules", "regions change statistics paths"), ("rules", "")],
    "src/plan/goal": [("rules", "goals plans paths progress"), ("rules", ""), ("progress", ""), ("plan", "")],
}
#: What says for itself why it is not judged here.
LEFT_OUT = ("/avx512.rs",)
PACKAGE = {"oracle": "gb3838", "batch": "gb3838"}
FLAGS = ["-p", "gb3838", "-p", "gb3838-tests", "--features", "gb3838/rayon,gb3838/serde"]


def environment() -> dict[str, str]:
    added = {
        "CARGO_TARGET_DIR": str(ROOT / "target" / "mutants" / "built"),
        "CARGO_PROFILE_TEST_OPT_LEVEL": "0",
        "CARGO_PROFILE_TEST_DEBUG": "0",
        "CARGO_PROFILE_DEV_DEBUG": "0",
        "CARGO_INCREMENTAL": "1",
        "RUSTFLAGS": "--cap-lints allow",
    }
    return {**os.environ, **added}


def copy_tree() -> None:
    """The files that git knows, as they are now."""
    shutil.rmtree(TREE, ignore_errors=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in names.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, TREE / name)
    lock = ROOT / "Cargo.lock"
    if lock.exists():
        shutil.copy2(lock, TREE / "Cargo.lock")


def build(target: str) -> str | None:
    """The program of a test target; None where it does not compile."""
    command = ["cargo", "test", *FLAGS, "--test", target, "--no-run", "--message-format=json", "-q"]
    done = subprocess.run(command, cwd=TREE, env=environment(), capture_output=True, text=True)
    if done.returncode != 0:
        return None
    for line in done.stdout.splitlines():
        told = json.loads(line) if line.startswith("{") else {}
        if told.get("executable") and told["target"]["name"] == target:
            return told["executable"]
    raise SystemExit(f"there is no program of {target}")


def run(program: str, filters: str, seconds: int) -> tuple[bool, float]:
    """Whether the tests pass, and the seconds of CPU that they took."""
    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [program, "-q", "--test-threads=1", *filters.split()],
        cwd=TREE / ("" if "/oracle-" in program or "/batch-" in program else "tests"),
        env={**environment(), "RUST_BACKTRACE": "0"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=limits,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode == 0, after.ru_utime - before.ru_utime


def examples(path: str) -> bool:
    """Whether the examples in the documentation of a file pass."""
    command = ["cargo", "test", "-q", "--doc", "-p", "gb3838", "--features", "rayon,serde", "--", path]
    done = subprocess.run(command, cwd=TREE, env=environment(), capture_output=True)
    return done.returncode == 0


def found_by(mutant: Mutant, part: str, took: dict, with_examples: bool) -> str | None:
    """What finds an error: a target and filters; "" where nothing does, None where it does not
    compile."""
    programs: dict[str, str] = {}
    stages = [stage for stage in PARTS[part] if stage in took]
    for target, filters in stages:
        if target not in programs:
            program = build(target)
            if program is None:
                return None
            programs[target] = program
        limit = int(10 * took[target, filters]) + 10
        if not run(programs[target], filters, limit)[0]:
            return f"{target} {filters}".strip()
    return "" if not with_examples or examples(mutant.path) else "examples"


def equal() -> dict[str, str]:
    """Errors that change no result: the file, the planted line and the reason, tab by tab."""
    file, known = HERE / "equal.txt", {}
    for row in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
        if row and not row.startswith("#"):
            place, planted, why = row.split("\t")
            known[f"{place}\t{planted}"] = why
    return known


def key(mutant: Mutant) -> str:
    """What names an error although lines move: the file, and the line with the error in it."""
    text = (TREE / mutant.path).read_text(encoding="utf-8")
    planted = text[: mutant.start] + mutant.new + text[mutant.end :]
    start = planted.rfind("\n", 0, mutant.start) + 1
    end = planted.find("\n", mutant.start + len(mutant.new))
    return f"{mutant.path}\t{' '.join(planted[start:end].split()) or f'without {mutant.old}'}"


def draw(only: str, count: int, seed: int) -> list[tuple[str, list[Mutant]]]:
    """Errors of each part in a random order, and how many of each are asked for by `count`."""
    numbers, parts = random.Random(seed), []
    for part in PARTS:
        files = sorted((ROOT / part).rglob("*.rs"))
        names = [str(file.relative_to(ROOT)) for file in files if not str(file).endswith(LEFT_OUT)]
        found = [mutant for name in names for mutant in mutants_of(ROOT, name)]
        numbers.shuffle(found)
        if part.startswith(only) or only.startswith(part):
            parts.append((part, [mutant for mutant in found if mutant.path.startswith(only)]))
    return parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="src/")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop drawing after these")
    parser.add_argument("--nearest", type=int, default=9, help="only so many stages of each part")
    parser.add_argument("--trust", type=int, metavar="SECONDS", help="no run without an error first: "
                        "a stage may take so many seconds of CPU; and no examples")
    parser.add_argument("--nice", type=int, default=10)
    asked = parser.parse_args()
    os.nice(asked.nice)
    copy_tree()
    parts = draw(asked.only, asked.count, asked.seed)
    known, started, told = equal(), time.monotonic(), []
    took: dict = {}
    for part, _ in parts:
        for target, filters in PARTS[part][: asked.nearest]:
            if asked.trust:
                took[target, filters] = asked.trust / 10
            elif (target, filters) not in took:
                program = build(target)
                if program is None:
                    raise SystemExit(f"{target}: does not compile without an error")
                passed, seconds = run(program, filters, 3_600)
                if not passed:
                    raise SystemExit(f"{target} {filters}: fails without an error")
                took[target, filters] = seconds
    # One of each part in turn, so that a run that is stopped has seen all of them.
    place = 0
    while len(told) < asked.count and any(mutants for _, mutants in parts):
        part, mutants = parts[place % len(parts)]
        place += 1
        if time.monotonic() - started > 60 * asked.minutes:
            break
        while mutants:
            mutant = mutants.pop()
            text = plant(TREE, mutant)
            try:
                by = found_by(mutant, part, took, not asked.trust)
            finally:
                (TREE / mutant.path).write_text(text, encoding="utf-8")
            if by is None:
                continue
            why = known.get(key(mutant))
            outcome = "equal" if by == "" and why else "survived" if by == "" else "killed"
            told.append((part, mutant, outcome, by or why or ""))
            print(f"{outcome:8} {mutant}  {by or why or ''}", flush=True)
            if asked.json:
                rows = [{**vars(m), "part": p, "outcome": o, "by": b, "key": key(m)} for p, m, o, b in told]
                asked.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1))
            break
    print(f"\n| part | planted | killed | equal | survived |\n|---|---|---|---|---|")
    survived = 0
    for name in [*PARTS, ""]:
        rows = [row for row in told if row[0].startswith(name)]
        if rows:
            counts = [sum(row[2] == outcome for row in rows) for outcome in ("killed", "equal", "survived")]
            print(f"| {name or 'all'} | {len(rows)} | {' | '.join(map(str, counts))} |")
            survived = counts[2]
    planted = len(told) - sum(row[2] == "equal" for row in told)
    share = (planted - survived) / planted if planted else 0.0
    print(f"\nkilled: {share:.1%} of {planted} that can change a result")
    raise SystemExit(share < 0.95)


if __name__ == "__main__":
    main()
