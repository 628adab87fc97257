#!/usr/bin/env python3
"""Plants errors in the library and prints which of them no test finds; README.md tells how.

    pip install tree-sitter tree-sitter-rust
    python3 tests/mutants/run.py [--count 1000] [--compiled 60] [--only src/number] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

sys.dont_write_bytecode = True
from compiled import judged_by_compiling  # noqa: E402
from plant import Mutant, keys_of, mutants_of, text_of  # noqa: E402
from switches import Switched  # noqa: E402
from tree import FOLDERS, HERE, ROOT, SUITE, WORK, Tree, command_of  # noqa: E402

#: The parts of the library that are judged.
PARTS = (
    "src/standard",
    "src/number",
    "src/classify/batch",
    "src/assess/target",
    "src/assess/trend",
    "src/assess/region",
    "src/plan/goal",
)
#: All test programs but those that read the source.
PROGRAMS = [name for names in FOLDERS.values() for name in names] + [SUITE]
#: Tests that reach an error run in groups of about so many seconds, the fastest first.
GROUPS = (0.2, 1.0, 5.0, 30.0)


class Errors:
    """All errors of all parts, numbered from 1, and what names each although lines move."""

    def __init__(self) -> None:
        self.all: list[Mutant] = []
        self.key: dict[int, str] = {}
        self.part: dict[int, str] = {}
        self.files: dict[str, list[tuple[int, Mutant]]] = {}
        for part in PARTS:
            for file in sorted((ROOT / part).rglob("*.rs")):
                name = str(file.relative_to(ROOT))
                found = mutants_of(ROOT, name)
                for mutant, key in zip(found, keys_of(text_of(file), found)):
                    self.all.append(mutant)
                    number = len(self.all)
                    self.key[number], self.part[number] = key, part
                    self.files.setdefault(name, []).append((number, mutant))

    def __getitem__(self, number: int) -> Mutant:
        return self.all[number - 1]


def switch_all(tree: Tree, errors: Errors) -> tuple[set[int], set[int], set[int], set[int]]:
    """Puts all errors behind switches; gives the numbers of those that stand there, of those that
    cannot, of those that the compiler refused, and of those that stand in functions of constants."""
    tree.copy()
    tree.write("src/planted.rs", (HERE / "planted.rs").read_bytes())
    face = (ROOT / "src/lib.rs").read_text(encoding="utf-8")
    features = "#![feature(core_intrinsics, const_eval_select)]\n#![allow(internal_features)]\n"
    tree.write("src/lib.rs", f"{features}{face}\nmod planted;\n".encode())
    for file in sorted((ROOT / "src").rglob("*.rs")):
        # What is compiled into each branch that calls it would grow by the power of their depth.
        name = str(file.relative_to(ROOT))
        if name not in errors.files and name != "src/lib.rs":
            tree.write(name, file.read_bytes().replace(b"#[inline(always)]", b"#[inline        ]"))
    refused: set[int] = set()
    while True:
        texts = {}
        for name, numbered in errors.files.items():
            left = [it for it in numbered if it[0] not in refused]
            texts[name] = Switched(text_of(ROOT / name), left)
            text = texts[name].text.replace("#[inline(always)]", "#[inline        ]")
            tree.write(name, text.encode("latin-1"))
        found = tree.check()
        if not found:
            break
        blamed: set[int] = set()
        for places in found:
            for name, start, end in places:
                if owners := texts[name].owners(start, end) if name in texts else []:
                    blamed.update(owners)
                    break
            else:
                print(f"no error stands at {places}", flush=True)
        print(f"{len(found)} complaints of the compiler about {len(blamed)} errors", flush=True)
        if not blamed:
            raise SystemExit("the switches do not compile")
        refused |= blamed
    without = {number for text in texts.values() for number in text.without}
    const = {number for text in texts.values() for number in text.const}
    return set(range(1, len(errors.all) + 1)) - refused - without, without, refused, const


def reached_by(tree: Tree, programs: dict[str, str], jobs: int, most: float) -> dict:
    """Of each test of the switched programs, without an error: its seconds, and the switches that
    it asks. A test that fails ends the run; one that takes longer than asked for is ended, and its
    seconds are infinite."""
    folder = WORK / "reached"

    def one(place: tuple[str, str]) -> tuple[str, float, list[int]]:
        name, test = place
        title = f"{name} {test}".replace("/", ".").replace(":", ".")
        file, kept = folder / title, folder / f"{title}.seconds"
        built = os.stat(programs[name]).st_mtime
        if not kept.exists() or kept.stat().st_mtime < built or most < float(kept.read_text()) < 1e9:
            file.unlink(missing_ok=True)
            command = command_of(name, programs[name], [test])
            ran = tree.run(name, command, min(3_600, most), GB3838_REACHED=str(file))
            if not ran.passed and ran.seconds < most:
                raise SystemExit(f"{name} {test}: fails without an error")
            kept.write_text(str(ran.seconds if ran.passed else 1e9))
        seen = sorted(map(int, set(file.read_text().split()))) if file.exists() else []
        return f"{name} {test}", float(kept.read_text()), seen

    folder.mkdir(exist_ok=True)
    tests = [(name, test) for name in programs for test in tree.tests_of(name, programs[name])]
    with ThreadPoolExecutor(jobs) as pool:
        told = list(pool.map(one, tests))
    dear = [name for name, seconds, _ in told if seconds >= 1e9]
    print(f"{len(told) - len(dear)} tests pass without an error; not awaited: {', '.join(dear) or 'none'}", flush=True)
    return {name: (seconds, seen) for name, seconds, seen in told}


class Judge:
    """The tests of the switched programs, and how often each has found an error."""

    def __init__(self, tree: Tree, programs: dict[str, str], reach: dict, each: float, dear: float) -> None:
        """``each``: the seconds that tests may take for one error; ``dear``: the seconds that each
        of those may take that were not awaited."""
        self.tree, self.programs, self.each, self.dear = tree, programs, each, dear
        self.seconds = {test: seconds for test, (seconds, _) in reach.items()}
        self.found = dict.fromkeys(reach, 0)
        self.tests: dict[int, list[str]] = defaultdict(list)
        for test, (_, seen) in reach.items():
            for number in seen:
                self.tests[number].append(test)

    def groups(self, number: int) -> list[list[str]]:
        """The tests that reach an error, the most likely and the fastest first."""
        seconds = {test: min(self.seconds[test], self.dear) for test in self.tests[number]}
        tests = sorted(seconds, key=lambda it: (seconds[it] + 0.01) / (1 + self.found[it]))
        groups: list[list[str]] = []
        spent = in_all = 0.0
        for test in tests:
            in_all += seconds[test]
            if groups and in_all > self.each:
                break
            most = GROUPS[min(len(groups), len(GROUPS)) - 1] if groups else 0.0
            if not groups or spent + seconds[test] > most or self.seconds[test] >= 1e9:
                groups.append([])
                spent = 0.0
            groups[-1].append(test)
            spent += 1e9 if self.seconds[test] >= 1e9 else seconds[test]
        return groups

    def by(self, number: int) -> str:
        """What finds an error: a test, or one of some; "" where none does."""
        for group in self.groups(number):
            split = defaultdict(list)
            for test in group:
                name, _, told = test.partition(" ")
                split[name].append(told)
            for name, tests in split.items():
                usual = sum(self.seconds[f"{name} {test}"] for test in tests)
                command = command_of(name, self.programs[name], tests)
                limit = 5 * usual + 5 if usual < 1e9 else self.dear
                ran = self.tree.run(name, command, limit, GB3838_PLANTED=str(number))
                # Of a test that nobody awaited, nobody knows that it takes too long.
                if not ran.passed and (usual < 1e9 or ran.seconds < limit):
                    for test in tests:
                        self.found[f"{name} {test}"] += 1 / len(tests)
                    return f"{name} {tests[0]}" + (f" or {len(tests) - 1} more" if len(tests) > 1 else "")
        return ""


def equal() -> dict[str, str]:
    """Errors that change no result, by what names them, with the reason."""
    file, known = HERE / "equal.txt", {}
    for row in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
        if row and not row.startswith("#"):
            key, why = row.rsplit("\t", 1)
            known[key] = why
    return known


class Told:
    """What became of each error, printed and kept as it comes."""

    def __init__(self, errors: Errors, file: Path | None) -> None:
        self.errors, self.file, self.rows, self.known = errors, file, [], equal()
        self.kept = json.loads(file.read_text()) if file and file.exists() else []

    def tell(self, number: int, sort: str, by: str) -> None:
        key = self.errors.key[number]
        outcome = "killed" if by else "equal" if key in self.known else "survived"
        row = {"number": number, "part": self.errors.part[number], "sort": sort, "outcome": outcome,
               "by": by or self.known.get(key, ""), "key": key}  # fmt: skip
        self.rows.append(row)
        if outcome == "survived" or len(self.rows) % 50 == 0:
            print(f"{len(self.rows):5} {outcome:8} {self.errors[number]}  {row['by']}", flush=True)
        if self.file:
            self.file.write_text(json.dumps(self.rows, ensure_ascii=False, indent=1))

    def table(self, sizes: dict[str, float]) -> float:
        """Prints what was found by part and by sort, and gives the share of what was found, each sort
        weighted by its number."""
        print("\n| part | planted | killed | equal | survived |\n|---|---|---|---|---|")
        sorts = sorted({row["sort"] for row in self.rows})
        found = all_of_them = 0.0
        for title, rows in [
            *((part, [row for row in self.rows if row["part"] == part]) for part in PARTS),
            *((sort, [row for row in self.rows if row["sort"] == sort]) for sort in sorts),
            ("all", self.rows),
        ]:
            counts = [sum(row["outcome"] == it for row in rows) for it in ("killed", "equal", "survived")]
            if rows:
                print(f"| {title} | {len(rows)} | {' | '.join(map(str, counts))} |")
            if title in sorts:
                weight = sizes[title] / len(rows)
                found += weight * counts[0]
                all_of_them += weight * (counts[0] + counts[2])
        share = found / all_of_them if all_of_them else 0.0
        for sort in sorts:
            print(f"{sort}: {sizes[sort]:.0f} in all")
        print(f"killed, each sort by its number: {share:.1%} of those that can change a result")
        return share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10**6, help="errors behind switches, of all")
    parser.add_argument("--compiled", type=int, default=60, help="of each other sort, errors that are "
                        "compiled; 0 compiles nothing, nor what survives in functions of constants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="src/", help="a folder or file")
    parser.add_argument("--json", type=Path, help="where the outcomes are kept")
    parser.add_argument("--survivors", type=Path, help="only those that survived by such a file")
    parser.add_argument("--most", type=float, default=1e9, help="leave out tests that take longer")
    parser.add_argument("--each", type=float, default=1e18, help="seconds of tests for one error")
    parser.add_argument("--dear", type=float, default=600, help="seconds for a test not awaited")
    parser.add_argument("--jobs", type=int, default=2, help="tests at a time")
    parser.add_argument("--again", action="store_true", help="the library of the last run, with the tests as they are now")
    asked = parser.parse_args()
    os.nice(10)
    errors, tree = Errors(), Tree("switched", 1)
    if asked.again and asked.count:
        tree.copy("tests/", "conformance/", "cli/tests/")
        tree.programs(PROGRAMS)
    state, began = WORK / "state.json", time.monotonic()
    if not asked.again:
        switched, without, refused, const = switch_all(tree, errors)
        programs = tree.programs(PROGRAMS)
        if programs is None:
            raise SystemExit("the switched programs do not compile")
        print(f"{len(switched)} of {len(errors.all)} errors behind switches, built in {time.monotonic() - began:.0f} s", flush=True)
        shutil.rmtree(WORK / "reached", ignore_errors=True)
        state.write_text(json.dumps([*map(sorted, (switched, without, refused, const)), programs]))
    switched, without, refused, const, programs = json.loads(state.read_text())
    numbers, told = random.Random(asked.seed), Told(errors, asked.json)
    only = None
    if asked.survivors:
        only = {row["key"] for row in json.loads(asked.survivors.read_text()) if row["outcome"] != "killed"}

    def drawn(all_of_them: list[int]) -> list[int]:
        shuffled = numbers.sample(all_of_them, len(all_of_them))
        asked_for = [it for it in shuffled if errors[it].path.startswith(asked.only)]
        return [it for it in asked_for if only is None or errors.key[it] in only]

    reach = reached_by(tree, programs, asked.jobs, asked.most) if asked.count else {}
    judge = Judge(tree, programs, reach, asked.each, asked.dear)
    chosen = drawn(switched)[: asked.count]
    again = []
    with ThreadPoolExecutor(asked.jobs) as pool:
        judged = {pool.submit(judge.by, number): number for number in chosen}
        for done in as_completed(judged):
            number, by = judged[done], done.result()
            # A constant may have been worked out without the error: it is judged in full.
            if by == "" and number in set(const):
                again.append(number)
            else:
                told.tell(number, "switched", by)
    sizes = {"switched": float(len(switched))}
    plain = Tree("compiled", 0)
    if asked.compiled:
        plain.copy()
    else:
        print(f"not judged, in functions that constants use: {len(again)}", flush=True)
    for number, by in judged_by_compiling(plain, errors, again if asked.compiled else []):
        told.tell(number, "switched", by or "")
    sorts = (("constant", without), ("refused", refused)) if asked.compiled else ()
    for sort, all_of_them in sorts:
        valid = tried = 0
        for number, by in judged_by_compiling(plain, errors, drawn(all_of_them)):
            if valid == asked.compiled:
                break
            tried += 1
            if by is not None:
                valid += 1
                told.tell(number, sort, by)
        sizes[sort] = len(all_of_them) * valid / tried if tried else 0.0
        print(f"{sort}: {valid} of {tried} compile", flush=True)
    raise SystemExit(told.table(sizes) < 0.95)


if __name__ == "__main__":
    main()
