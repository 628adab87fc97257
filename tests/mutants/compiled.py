"""Errors for which no switch can stand: each is compiled by itself, and meets the tests that are
nearest to its part first."""

from __future__ import annotations

from collections.abc import Iterator

from plant import planted, text_of
from tree import ROOT, SUITE, Tree, command_of

#: Of each part, the programs whose tests it meets, in stages: a program and names of tests that are
#: run, those that hold one of these words; all of them without a word.
STAGES = {
    "src/standard": [
        ("oracle", "tables ground_water printed classes::known"),
        (SUITE, ""),
        ("sheet", "names"),
        ("rules", ""),
    ],
    "src/number": [
        ("oracle", "fractions rounding::examples decimals::whole"),
        (SUITE, ""),
        ("rules", ""),
    ],
    "src/classify/batch": [
        ("batch", "calls long_limits values ground_water a_few_columns"),
        ("reading", "text_table"),
        (SUITE, ""),
        ("rules", "paths"),
    ],
    "src/assess": [("rules", ""), (SUITE, "")],
    "src/plan": [("rules", ""), (SUITE, "")],
}
#: Seconds of CPU that a stage may take: some ten times what the longest takes without an error.
MOST = 300


def found_by(tree: Tree, stages: list[tuple[str, str]]) -> str | None:
    """Which of some stages finds the error that stands in a tree; "" where none does, None where it
    does not compile."""
    if tree.check():
        return None
    programs: dict[str, str] = {}
    for name, words in stages:
        if name not in programs:
            built = tree.programs([name])
            if built is None:
                return None
            programs |= built
        tests = tree.tests_of(name, programs[name])
        chosen = [it for it in tests if not words or any(word in it for word in words.split())]
        if not tree.run(name, command_of(name, programs[name], chosen), MOST).passed:
            return f"{name} {words}".strip()
    return ""


def judged_by_compiling(tree: Tree, errors, numbers: list[int]) -> Iterator[tuple[int, str | None]]:
    """Each of some errors, and what finds it. The stages of its part must pass without it first."""
    passed: set[str] = set()
    for number in numbers:
        mutant = errors[number]
        part = next(it for it in STAGES if mutant.path.startswith(it))
        if part not in passed:
            if by := found_by(tree, STAGES[part]):
                raise SystemExit(f"{by}: fails without an error")
            passed.add(part)
        text = text_of(ROOT / mutant.path)
        tree.write(mutant.path, planted(text, mutant).encode("latin-1"))
        try:
            yield number, found_by(tree, STAGES[part])
        finally:
            tree.write(mutant.path, text.encode("latin-1"))
