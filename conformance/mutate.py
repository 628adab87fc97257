#!/usr/bin/env python3
"""Plants errors in the reference, one at a time, and prints those that no case finds.

An error is found when the expected values of some case are no longer what the reference gives,
or when it raises or runs for ever. Exit code 0 when at least 98 % are found, and all named ones.
"""

import json
import pathlib
import random
import signal
import sys
import time
from collections import Counter, defaultdict

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

from compare import differences  # noqa: E402
from mutation.planted import all_errors  # noqa: E402
from reference.answers import KINDS, answer  # noqa: E402

PERCENT_TO_FIND = 98
SECONDS_FOR_ONE = 6


class TooLong(BaseException):
    """A planted error made the reference run for ever."""


def read_cases():
    """All cases, in an order that mixes subjects and is the same each time; files of readings
    last, as they take long."""
    cases = []
    for path in [FOLDER / "conformance.json", *sorted((FOLDER / "cases").glob("*.json"))]:
        cases += json.loads(path.read_text(encoding="utf-8"))["cases"]
    random.Random(3838).shuffle(cases)
    cases.sort(key=lambda case: (case["kind"] == "period_mean", case["id"].startswith("field-")))
    return cases


def is_right(case):
    try:
        return not differences(case["expected"], answer(case["kind"], case["input"]))
    except Exception:  # a planted error may raise anything
        return False


def functions_of(cases):
    """For each function of the reference the cases that reach it."""
    reached = defaultdict(list)
    for case in cases:
        codes = set()

        def note(frame, event, _):
            if event == "call":
                codes.add(frame.f_code)

        sys.setprofile(note)
        right = is_right(case)
        sys.setprofile(None)
        if not right:
            sys.exit(f"the reference fails case {case['id']} without a planted error")
        for code in codes:
            reached[code].append(case)
    return reached


class Order:
    """The cases that a planted error may change, the likeliest first."""

    def __init__(self, cases):
        self.cases = cases
        self.reached = functions_of(cases)
        self.by_input = defaultdict(list)
        for case in cases:
            given = case["input"]
            self.by_input[given.get("item")].append(case)
            self.by_input[(given.get("table"), given.get("no"))].append(case)
        limits = {"item_class", "exceedance_multiple", "source_item", "ground_item"}
        self.others = [case for case in cases if case["kind"] not in limits]

    def worth_asking(self, where):
        """where: a code of a function, a limit by item or by table and number, bounds, or
        nothing known."""
        if where is None:
            return self.cases
        if where == ("bounds",):
            return self.others
        if isinstance(where, tuple) and where[0] == "item":
            return self.by_input[where[1]] + self.others
        if isinstance(where, tuple):
            return self.by_input[where] + self.others
        if isinstance(where, str):
            return self.by_input[(None, where)] + self.others
        return self.reached.get(where, [])


def is_found(plant, cases):
    def too_long(*_):
        raise TooLong

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(SECONDS_FOR_ONE)
    try:
        with plant():
            return not all(is_right(case) for case in cases)
    except TooLong:
        return True
    finally:
        signal.alarm(0)


def main():
    start = time.monotonic()
    cases = read_cases()
    unknown = {case["kind"] for case in cases} ^ set(KINDS)
    if unknown:
        sys.exit(f"kinds without a case, or without an answer: {sorted(unknown)}")
    order = Order(cases)
    print(f"ready in {time.monotonic() - start:.0f} s")
    planted, found, surviving, took = Counter(), Counter(), [], Counter()
    for group, label, plant, where in all_errors():
        planted[group] += 1
        seconds = time.monotonic()
        if is_found(plant, order.worth_asking(where)):
            found[group] += 1
        else:
            surviving.append((group, label))
        took[group] += time.monotonic() - seconds
    for group, label in surviving:
        print(f"survives ({group}): {label}")
    print(f"\n{'group':<10} {'planted':>8} {'found':>8} {'percent':>8}")
    for group in [*planted, "all"]:
        count, hits = (planted[group], found[group]) if group != "all" else (planted.total(), found.total())
        print(f"{group:<10} {count:>8} {hits:>8} {hits * 100 / count:>8.1f} {took[group]:>8.1f}")
    print(f"{len(cases)} cases, {time.monotonic() - start:.0f} s")
    enough = found.total() * 100 >= PERCENT_TO_FIND * planted.total()
    sys.exit(0 if enough and found["named"] == planted["named"] else 1)


if __name__ == "__main__":
    main()
