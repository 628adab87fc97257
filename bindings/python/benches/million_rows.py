"""A million rows of nine items from a polars frame to classes, beside the Rust call.

    cargo build --release -p gb3838-c --example rust_call
    maturin develop --release
    python benches/million_rows.py [ROUNDS]

Both take the same columns, in turns, on one thread, each with memory of its own for its answers. What
is printed is the least processor time of each, which other work disturbs less than the clock does, and
their ratio. The answers are compared first. For Linux, where a process is asked for its time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"

import numpy  # noqa: E402
import polars  # noqa: E402

import gb3838  # noqa: E402

ROWS = 1_000_000
ITEMS = ["pH", "DO", "CODMn", "NH3-N", "TP", "COD", "BOD5", "Cu", "Zn"]
SPREAD = [9, 12, 12, 2, 0.4, 40, 10, 1, 2]
#: What is asked for: of Python, and of Rust.
CALLS = {
    "codes of classes": ({"outputs": ["class"], "as_names": False}, "class"),
    "names of classes": ({"outputs": ["class"]}, "class"),
    "all in codes and bits": ({"as_names": False}, "all"),
    "all in names, the default": ({}, "all"),
}


def columns() -> dict[str, numpy.ndarray]:
    """Random decimals with two holes in a hundred cells."""
    numbers = numpy.random.default_rng(3838)
    found = {}
    for item, most in zip(ITEMS, SPREAD):
        values = numpy.round(numbers.random(ROWS) * most, 3)
        values[numbers.random(ROWS) < 0.02] = numpy.nan
        found[item] = values
    return found


class Rust:
    """The program that makes the Rust call, one a line."""

    def __init__(self, file: str) -> None:
        target = os.environ.get("CARGO_TARGET_DIR") or Path(__file__).parents[3] / "target"
        program = Path(target) / "release" / "examples" / "rust_call"
        arguments = [str(program), file, str(ROWS), *ITEMS]
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def call(self, what: str) -> str:
        """What it answers: of `check`, the sum of the codes and the number of determining items."""
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def nanoseconds(self, what: str) -> int:
        """The processor time of a call; between calls the program sleeps."""
        before = self.time()
        self.call(what)
        return self.time() - before

    def time(self) -> int:
        status = Path(f"/proc/{self.process.pid}")
        while "S" not in (status / "stat").read_text().rpartition(")")[2].split()[0]:
            time.sleep(0.0001)
        return int((status / "schedstat").read_text().split()[0])


def main(rounds: int) -> None:
    data = columns()
    frame = polars.DataFrame(data)
    with tempfile.NamedTemporaryFile() as file:
        for values in data.values():
            file.write(values.astype("<f8").tobytes())
        file.flush()
        rust = Rust(file.name)
        codes = gb3838.classify(frame, as_names=False)
        bits = sum(codes["determining"].to_numpy() >> place & 1 for place in range(24)).sum()
        expected = f"{codes['class'].cast(polars.Int64).sum()} {bits}"
        assert rust.call("check") == expected, "answers differ"
        for what, (options, asked) in CALLS.items():
            own, theirs = [], []
            for _ in range(rounds):
                theirs.append(rust.nanoseconds(asked))
                started = time.process_time_ns()
                gb3838.classify(frame, **options)
                own.append(time.process_time_ns() - started)
            ours, its = min(own) / 1e6, min(theirs) / 1e6
            print(f"{what}: {ours:.2f} ms, Rust {its:.2f} ms, {ours / its:.2f} times")
        rust.process.stdin.close()
        rust.process.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
