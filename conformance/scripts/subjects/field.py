"""The rows of field/*.csv in the one shape of a section; the class is the printed one.

Where no rule gives the printed class (limits_that_fit is none) the case is a conflict."""

import csv
import re

from reference.answers import answer
from writing import FOLDER

ITEMS = {"ph": "pH", "do": "DO", "codmn": "CODMn", "nh3n": "NH3-N", "tp": "TP", "cod": "COD"}
POINTS = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "劣Ⅴ": "inferior_V"}
NUMBERS = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "inferior_V"}
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def rows(name):
    with open(FOLDER / "field" / f"{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def made(name, number, row, body, printed, columns, expected, subject=None, flags=(), why=None):
    items, absent = {}, []
    for column, item in columns.items():
        cell = row.get(column, "").strip()
        if NUMBER.fullmatch(cell):
            items[item] = cell
        else:
            absent.append(item)
    found = {
        "id": f"field-{name}-{number}",
        "kind": "section",
        "rules": [2, 3, 5],
        "status": "normative",
        "certainty": "F",
    }
    if subject:
        found["subject"] = subject
    if absent:
        flags = [*flags, "missing-as-class-I", "missing-as-zero"]
    if flags:
        found["flags"] = sorted(set(flags))
    found["source"] = {"title": f"field/{name}.csv"}
    target = "II" if expected.get("verdict") else None
    found["input"] = {
        "water_body": body, "comparison": "full_value", "items": items, "absent": absent,
        "target": target,
    }
    if why:
        found["status"] = "conflict"
        expected = {"class": answer("section", found["input"])["class"]}
        found["derived"] = ["expected"]
        found["why"] = why
    found["expected"] = expected
    found["printed"] = {"class": printed}
    return found


def stations(name, number_of, classes, suffix="", subject_of=None):
    """Rows of automatic stations: the five items in full value, river or lake as found."""
    columns = {f"{column}{suffix}": item for column, item in ITEMS.items() if column != "cod"}
    for place, row in enumerate(rows(name), start=1):
        printed = row["class_printed"]
        fit = row.get("limits_that_fit", "river")
        if printed not in classes or fit == "":
            continue
        body = "lake" if fit == "lake" else "river"
        flags = ["river-tp-on-lake"] if fit == "lake" else ["round-after-comparing"] * hidden(row, columns)
        why = None
        if fit == "none":
            why = (
                "No rule gives the printed class from the printed values: the class belongs to "
                "digits or to an hour that the page does not show."
            )
        yield made(
            name, number_of(row, place), row, body, printed, columns,
            {"class": classes[printed]}, subject_of(row) if subject_of else None, flags, why,
        )


def hidden(row, columns):
    """Whether rounding first could matter: a value has more digits than the assessment's."""
    return any(len(row.get(column, "").partition(".")[2]) > 3 for column in columns)


def laboratory():
    """Classes I and II are printed as one: there the case asks for no worse than II."""
    name = "lab-rivers-2025"
    columns = {column: ITEMS[column] for column in ("cod", "nh3n", "tp", "codmn")}
    for row in rows(name):
        printed = row["overall_class"]
        expected = {}
        if printed == "Ⅱ类":
            expected["verdict"] = "met"
        elif "黑臭" in printed:
            expected["class"] = "inferior_V"
        else:
            expected["class"] = POINTS[printed.removesuffix("类")]
        item_classes = {
            ITEMS[column]: POINTS[row[f"{column}_class"].removesuffix("类")]
            for column in columns
            if row[f"{column}_class"].removesuffix("类") in POINTS and row[f"{column}_class"] != "Ⅱ类"
        }
        if item_classes:
            expected["item_classes"] = item_classes
        yield made(name, row["row"], row, "river", printed, columns, expected, row["river"])


def cases():
    def by_row(row, _):
        return row["row"]

    def section(row):
        return row["section"]

    yield from stations("cnemc-2026-08-21", by_row, NUMBERS, "_raw", section)
    yield from stations("cnemc-2026-02-04", by_row, POINTS, "", section)
    yield from stations("cnemc-2024-spring", by_row, POINTS)
    yield from stations("qinzhou-readings", lambda _, place: str(place), NUMBERS, "", section)
    yield from laboratory()
