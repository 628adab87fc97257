"""Calls with arguments of every kind: an answer or an error of Python, never a crash.

    python tests/hostile.py CALLS [SEED]

The tests run some thousands of them; a crash would end the process.
"""

from __future__ import annotations

import random
import sys
import warnings

import pyarrow

import gb3838

#: What a caller may be told: an error of the library, or that of a wrong type or number.
ERRORS = (gb3838.GB3838Error, TypeError, ValueError, OverflowError)
NAMES = ["pH", "DO", "氨氮", "NH3-N", "TP", "Cu(μg/L)", "w21003", "lake", "DO_below", "class", "", "x" * 300, "\x00", "汞 ng/L"]
TYPES = [
    pyarrow.float64(), pyarrow.float32(), pyarrow.int8(), pyarrow.uint64(), pyarrow.string(),
    pyarrow.large_string(), pyarrow.string_view(), pyarrow.bool_(), pyarrow.null(), pyarrow.date32(),
    pyarrow.timestamp("us"), pyarrow.timestamp("ns", "Asia/Shanghai"), pyarrow.decimal128(30, 7),
    pyarrow.list_(pyarrow.float64()), pyarrow.binary(), pyarrow.time64("us"), pyarrow.float16(),
]  # fmt: skip


class Hostile:
    """Random arguments, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.numbers = random.Random(seed)
        warnings.simplefilter("ignore", gb3838.GB3838Warning)
        sums = gb3838.AnnualSums()
        sums.feed(pyarrow.table({"section": ["x"], "time": ["2024-01-05"], "TP": [0.1]}))
        self.state = sums.state()

    def text(self) -> str:
        kind = self.numbers.randrange(3)
        if kind == 0:
            return "".join(chr(self.numbers.randrange(1, 0xD800)) for _ in range(self.numbers.randrange(12)))
        if kind == 1:
            return "".join(self.numbers.choice("0123456789.-<>LeE+,/* 未检出") for _ in range(self.numbers.randrange(24)))
        return self.numbers.choice(["0.025L", "7.66", "--", "1e999", "-0", "9" * 400, "\x00", "III", "劣Ⅴ"])

    def value(self):
        return self.numbers.choice(
            [None, self.text(), self.text(), -1, 7, 10**30, 0.1, float("nan"), float("inf"), True, b"\xff", [], {}, object()]
        )

    def column(self, rows: int) -> pyarrow.Array:
        kind = self.numbers.choice(TYPES)
        if pyarrow.types.is_null(kind):
            return pyarrow.nulls(rows)
        size = {"string": 4, "large_string": 8, "binary": 4}.get(str(kind))
        noise = pyarrow.py_buffer(self.numbers.randbytes(rows * 32 + 64))
        valid = self.numbers.choice([None, noise])
        if size:
            ends, at = [0], 0
            for _ in range(rows):
                at += self.numbers.randrange(12)
                ends.append(at)
            offsets = b"".join(end.to_bytes(size, "little") for end in ends)
            return pyarrow.Array.from_buffers(
                kind, rows, [valid, pyarrow.py_buffer(offsets), pyarrow.py_buffer(self.numbers.randbytes(at + 1))]
            )
        if str(kind) == "string_view" or pyarrow.types.is_list(kind):
            return pyarrow.nulls(rows, kind)
        column = pyarrow.Array.from_buffers(kind, rows, [valid, noise])
        return column.slice(self.numbers.randrange(rows + 1)) if self.numbers.random() < 0.3 else column

    def options(self) -> dict:
        known = {
            "target": self.text(), "body": self.numbers.choice(["river", "lake", self.text()]),
            "items": self.numbers.choice(["five", [self.text()], ["TP", "TP"], 7]), "means": self.value(),
            "threads": self.numbers.choice([0, 1, 2, -1, 10**20]), "names": {self.text(): self.text()},
            "lake_column": "lake", "target_column": self.text(), "minus_one_is_missing": True,
            "negative_is_below": True, "any_letters_void": True, "standard": self.value(),
        }  # fmt: skip
        chosen = self.numbers.sample(sorted(known), self.numbers.choice([0, 0, 0, 1, 2]))
        return {name: known[name] for name in chosen}

    def table(self) -> pyarrow.Table:
        rows = self.numbers.randrange(9)
        names = self.numbers.sample(NAMES, self.numbers.randrange(1, 5))
        columns = [self.column(rows) for _ in names]
        least = min(map(len, columns))
        return pyarrow.table([column.slice(0, least) for column in columns], names=names)

    def call(self) -> bool:
        """One call; whether it gave an answer."""
        kind = self.numbers.randrange(10)
        try:
            if kind < 4:
                sample = {self.numbers.choice(NAMES + ["Hg"]): self.value() for _ in range(self.numbers.randrange(4))}
                gb3838.assess(sample, **self.options())
            elif kind < 7:
                table = self.table()
                found = gb3838.classify(table, **self.options())
                assert found.num_rows == table.num_rows
            elif kind == 7:
                state = bytearray(self.state)
                for _ in range(self.numbers.randrange(3)):
                    state[self.numbers.randrange(len(state))] = self.numbers.randrange(256)
                gb3838.AnnualSums.from_state(bytes(state[: self.numbers.randrange(len(state) + 2)])).classes()
            elif kind == 8:
                gb3838.annual(self.table(), section=self.text(), time=self.numbers.choice(NAMES), **self.options())
            else:
                gb3838.Standard.from_json({"river": {self.text(): {self.text(): self.value()}}})
        except ERRORS:
            return False
        return True


def run(calls: int, seed: int) -> int:
    """The number of calls that gave an answer."""
    hostile = Hostile(seed)
    return sum(hostile.call() for _ in range(calls))


if __name__ == "__main__":
    count = int(sys.argv[1])
    print(f"{count} calls, {run(count, int(sys.argv[2]) if len(sys.argv) > 2 else 1)} answers, no crash")
