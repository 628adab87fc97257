"""Items of Tables 2 and 3 at their limit, over it, and below a detection limit; sources."""

from fractions import Fraction

from reference import data
from subjects.limits import decimal_text, places
from writing import case


def item_cases(key, limit):
    table, no = key
    hair = Fraction(1, 10 ** (places(limit) + 3))
    for value, mark, flags in (
        (limit, "", {"exclusive-limit"}),
        (limit + hair, "", set()),
        (limit - hair, "", set()),
        (limit * 2, "L", {"censored-as-limit", "undecidable-as-failing"}),
        (limit * 2 + hair, "L", {"undecidable-as-failing", "censored-as-zero"}),
        (limit, "--", {"missing-as-zero"}),
    ):
        if mark == "--" and no != "1":
            continue
        shown = mark if mark == "--" else decimal_text(value) + mark
        yield case(
            f"source-item-{table}-{no}-{shown}", "source_item", [1, 2, 10],
            {"table": table, "no": no, "name_zh": data.SOURCE_NAMES[key], "value": shown},
            flags, certainty="P", title=f"GB 3838-2002, Table {table}, No. {no}",
        )


GOOD = {
    "pH": "7.4", "DO": "6.8", "CODMn": "3.1", "BOD5": "2.2", "NH3-N": "0.31", "TP": "0.03",
    "Cu": "0.002", "Zn": "0.02", "F-": "0.31", "As": "0.0021", "Hg": "0.00002", "Cd": "0.0002",
    "Cr6+": "0.004L", "Pb": "0.002", "CN-": "0.004L", "VP": "0.0006", "Oil": "0.01L",
    "LAS": "0.05L", "S2-": "0.01L", "Se": "0.0004L",
}


def source(name, flags, changes, target="III", body="lake", comparison="round_first", note=None):
    items = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    return case(
        f"source-{name}", "source", [2, 4, 10],
        {"water_body": body, "comparison": comparison, "target": target, "items": items},
        flags, certainty="S", note=note,
    )


NOTHING = {key: None for key in GOOD}


def source_cases():
    yield source("good", (), {})
    yield source("only-other-tables", (), {**NOTHING, "2-4": "0.1"})
    yield source("only-one-other-failing", (), {**NOTHING, "2-4": "0.4"})
    yield source("only-reference-items", ("reference-items-counted",), {**NOTHING, "TN": "0.3", "WT": "12"})
    yield source("basic-only", (), {**NOTHING, "NH3-N": "0.3"})
    yield source("iron-at-limit", ("exclusive-limit",), {"2-4": "0.3"})
    yield source("iron-over", (), {"2-4": "0.31"})
    yield source("two-tables", (), {"2-1": "251", "2-2": "250", "3-16": "0.06"})
    yield source("acetaldehyde-not-detected", ("undecidable-as-failing",), {"3-16": "0.24L"},
                 note="The only listed method of acetaldehyde detects 0.24; the limit is 0.05.")
    yield source("target-II", (), {"NH3-N": "0.51"}, target="II")
    yield source("target-II-at", ("exclusive-limit",), {"NH3-N": "0.5"}, target="II")
    yield source("nitrogen-apart", ("reference-items-counted",), {"TN": "3.2", "FC": "54000", "WT": "31"})
    yield source("lake-phosphorus", ("river-tp-on-lake",), {"TP": "0.06"})
    yield source("river-phosphorus", ("river-tp-on-lake",), {"TP": "0.06"}, body="river")
    yield source("full-value", ("round-after-comparing",), {"CODMn": "6.04"}, comparison="full_value")
    yield source("round-first", ("round-after-comparing",), {"CODMn": "6.04"})
    yield source("oxygen-over", ("do-as-upper-bound",), {"DO": "12.9"})
    yield source("oxygen-under", ("do-as-upper-bound",), {"DO": "4.2"})


def volume_cases():
    def rated(name, sources, decimals, flags=()):
        return case(
            f"source-volume-{name}", "source_volume", [9, 10],
            {"sources": sources, "unit": "10^4 t", "decimals": decimals}, flags, certainty="S",
        )

    def one(name, volume, exceedances=(), exempt=False):
        return {
            "name": name, "volume": volume, "exceedances": list(exceedances), "exempt": exempt,
        }

    yield rated("all", [one("a", "12.5"), one("b", "7.5")], "1")
    yield rated("one-fails", [one("a", "12.5", ["铁"]), one("b", "7.5")], "1")
    yield rated("tie", [one("a", "999.5"), one("b", "0.5", ["铁"])], "1", ("half-up", "float-tie"))
    yield rated("exempt", [one("a", "3", ["氟化物"], True), one("b", "5", ["锰"]), one("c", "8")], "2",
                ("background-only-reduced",))


def cases():
    for key, limit in data.SOURCE_LIMITS.items():
        yield from item_cases(key, limit)
    yield from source_cases()
    yield from volume_cases()
