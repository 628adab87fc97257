"""Limits, symbols, decimals and bounds, read from the data files of the suite."""

import json
import pathlib
from fractions import Fraction

FOLDER = pathlib.Path(__file__).resolve().parent.parent
CLASSES = ["I", "II", "III", "IV", "V"]
INFERIOR = "inferior_V"
RANKS = {name: rank for rank, name in enumerate(CLASSES + [INFERIOR], start=1)}
NAMES = {rank: name for name, rank in RANKS.items()}
BODIES = ["river", "lake"]


def read(name):
    with open(FOLDER / name, encoding="utf-8") as file:
        return json.load(file)


STANDARD = read("gb3838-2002.json")
GROUND_STANDARD = read("gbt14848-2017.json")


def numbers(tree):
    """A tree of texts as the same tree of fractions; names stay texts."""
    if isinstance(tree, dict):
        return {key: numbers(value) for key, value in tree.items()}
    if isinstance(tree, str):
        try:
            return Fraction(tree)
        except ValueError:
            return tree
    return tree


BOUNDS = numbers(read("bounds.json"))


def five_limits(limits):
    return None if limits is None else [Fraction(limits[name]) for name in CLASSES]


# Table 1: symbol, then body, then the five limits, I first; None where the body has no limits.
LIMITS = {}
PH_RANGE = []
AT_LEAST = set()  # items whose limits are lower bounds
DECIMALS = {}  # assessment decimals, §5
ORDER = []  # table order
REFERENCE_ONLY = set()  # reference items, §3
WITHOUT_MULTIPLE = set()
for row in STANDARD["table1"]:
    symbol, limits = row["symbol"], row["limits"]
    ORDER.append(symbol)
    DECIMALS[symbol] = row["assessment_decimals_2020"]
    if row["reference_only"]:
        REFERENCE_ONLY.add(symbol)
    if not row["exceedance_multiple_defined"]:
        WITHOUT_MULTIPLE.add(symbol)
    if row["direction"] == "ge":
        AT_LEAST.add(symbol)
    if row["direction"] == "range":
        PH_RANGE[:] = [Fraction(limits["all"]["min"]), Fraction(limits["all"]["max"])]
    elif limits is not None:
        LIMITS[symbol] = {body: five_limits(limits.get("all", limits.get(body))) for body in BODIES}
ASSESSED = [symbol for symbol in ORDER if symbol not in REFERENCE_ONLY]
FIVE = ["pH", "DO", "CODMn", "NH3-N", "TP"]

# Tables 2 and 3: (table, number), then the one limit.
SOURCE_LIMITS = {}
SOURCE_NAMES = {}
MONTHLY_33 = set()
for table in ("2", "3"):
    for row in STANDARD[f"table{table}"]:
        key = (table, str(row["no"]))
        SOURCE_LIMITS[key] = Fraction(row["limit"])
        SOURCE_NAMES[key] = row["name_cn"]
        if row.get("in_33_monthly_source_items"):
            MONTHLY_33.add(key)

# Ground water: number, then the limits of I to IV (three for radioactivity, None for "not
# detected"); texts and the range of pH apart.
GROUND_LIMITS = {}
GROUND_WORDS = set()
GROUND_PH = {}
GROUND_PH_NUMBER = None
GROUND_NAMES = {}
for row in GROUND_STANDARD["table1"]:
    no, limits = str(row["no"]), row["limits"]
    GROUND_NAMES[no] = row["name_cn"]
    if row["direction"] == "text":
        GROUND_WORDS.add(no)
    elif row["direction"] == "range":
        GROUND_PH_NUMBER = no
        for name, ends in limits.items():
            GROUND_PH[name] = [Fraction(ends["min"]), Fraction(ends["max"])]
    else:
        GROUND_LIMITS[no] = {
            name: None if limit is None else Fraction(limit) for name, limit in limits.items()
        }
