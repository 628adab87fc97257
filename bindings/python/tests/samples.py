"""Ten thousand samples with the answers of Rust, which C gives too.

`cargo test -p gb3838-c --test same` makes them; where Cargo's target folder is another,
GB3838_SAMPLES says where they are.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

#: The answers, in the order of the file.
ANSWERS = ["class", "determining", "participating", "undecidable"]
#: The options of each kind of sample.
KINDS = {
    "river readings": {"body": "river", "means": False},
    "river means": {"body": "river", "means": True},
    "lake readings": {"body": "lake", "means": False},
    "lake means": {"body": "lake", "means": True},
}


def path() -> Path:
    """Where they are; an error that says how to make them where they are not."""
    target = os.environ.get("CARGO_TARGET_DIR") or Path(__file__).parents[3] / "target"
    found = Path(os.environ.get("GB3838_SAMPLES") or Path(target) / "tmp" / "ten_thousand_samples.csv")
    if not found.exists():
        raise FileNotFoundError(f"{found}: `cargo test -p gb3838-c --test same` makes it")
    return found


def samples(kind: str) -> tuple[dict[str, list[str]], list[tuple[str | None, str, str, str]]]:
    """The columns of cells, and the answer of each row."""
    with path().open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == kind]
    items = [name for name in rows[0] if name not in ("kind", *ANSWERS)]
    columns = {item: [row[item] for row in rows] for item in items}
    return columns, [(row["class"] or None, *(row[name] for name in ANSWERS[1:])) for row in rows]
