#!/usr/bin/env python3
"""A spreadsheet: a lookup formula for classes, ROUND for rounding, run by the library formulas.

Needs the package formulas. A lookup finds the last bound that is not above the value, so a value
at its limit falls into the next class; ROUND takes ties away from zero."""

import functools
import json

import formulas

from naive import DECIMALS, LAKE_TP, LIMITS, NAMES, mean_counts, section_answer
from speaking import answer_all


@functools.cache
def compiled(formula):
    return formulas.Parser().ast(formula)[1].compile()


def computed(formula, *cells):
    """The value of a formula, its cells given in the order A1, B1, …"""
    return compiled(formula)(*cells).reshape(-1)[0]


def array(values):
    return "{" + ",".join(json.dumps(value) for value in values) + "}"


def formula_of(item, body, comparison):
    value = f"ROUND(A1,{DECIMALS[item]})" if comparison == "round_first" else "A1"
    if item == "pH":
        return f'=IF(AND({value}>=6,{value}<=9),"I","inferior_V")'
    limits = LAKE_TP if item == "TP" and body == "lake" else LIMITS.get(item)
    if limits is None or (item == "TN" and body == "river"):
        return None
    if item == "DO":
        bounds, names = [0, *reversed(limits)], list(reversed(NAMES))
    else:
        bounds, names = [0, *limits], NAMES
    return f"=INDEX({array(names)},MATCH({value},{array(bounds)},1))"


def class_of(item, value, body, comparison):
    formula = formula_of(item, body, comparison)
    return None if formula is None else str(computed(formula, value))


def number(cell):
    """What a column of =IF(RIGHT(A1)="L",LEFT(A1,LEN(A1)-1)/2,A1) makes of a cell."""
    try:
        return float(cell[:-1]) / 2 if cell.endswith("L") else float(cell)
    except ValueError:
        return None


def item_class(case):
    return {"class": class_of(case["item"], float(case["value"]), case["water_body"], case["comparison"])}


def rounded(case):
    decimals = int(case["decimals"])
    return {"rounded": f"{float(computed('=ROUND(A1,B1)', float(case['value']), decimals)):.{decimals}f}"}


def section(case):
    classes = {}
    for item, cell in case["items"].items():
        value = number(cell)
        if value is not None and item not in ("TN", "FC", "WT"):
            classes[item] = class_of(item, value, case["water_body"], case["comparison"])
    return section_answer(classes, case["target"])


def share(case):
    total, decimals = float(case["total"]), int(case["decimals"])
    return {"percents": {
        name: str(computed("=ROUND(A1/B1*100,C1)", float(part), total, decimals))
        for name, part in case["parts"].items()
    }}


def mean(case):
    values = [value for _, cell in case["samples"] if (value := number(cell)) is not None]
    if not values:
        return {"mean": None, "class": None, **mean_counts(case, values)}
    average = sum(values) / len(values)
    return {
        "mean": str(computed("=ROUND(A1,B1)", average, int(case["decimals"]))),
        "class": class_of(case["item"], average, case["water_body"], case["comparison"]),
        **mean_counts(case, values),
    }


answer_all("spreadsheet lookup", {
    "round": rounded, "item_class": item_class, "section": section, "share": share, "mean": mean,
})
