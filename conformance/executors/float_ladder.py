#!/usr/bin/env python3
"""A program as it is often written: floats, a ladder of ifs, round(), plain averages.

Its errors are left in on purpose: they are those of programs in use."""

import math

from naive import DECIMALS, LAKE_TP, LIMITS, NAMES, QUALITY, mean_counts, section_answer
from speaking import answer_all

def class_of(item, value, body, comparison):
    if comparison == "round_first":
        value = round(value, DECIMALS[item])
    if item == "pH":
        return "I" if 6 <= value <= 9 else "inferior_V"
    if item == "DO":
        for name, limit in zip(NAMES, [7.5, 6, 5, 3, 2]):
            if value >= limit:
                return name
        return "inferior_V"
    if item not in LIMITS or (item == "TN" and body == "river"):
        return None
    limits = LAKE_TP if item == "TP" and body == "lake" else LIMITS[item]
    for name, limit in zip(NAMES, limits):
        if value <= limit:
            return name
    return "inferior_V"


def number(cell):
    """Half the detection limit; nothing for what float() does not read."""
    try:
        if cell.endswith("L"):
            return float(cell[:-1]) / 2
        if cell.startswith("<"):
            return float(cell[1:]) / 2
        return float(cell)
    except ValueError:
        return None


def item_class(case):
    return {"class": class_of(case["item"], float(case["value"]), case["water_body"], case["comparison"])}


def rounded(case):
    return {"rounded": f"{round(float(case['value']), int(case['decimals'])):.{case['decimals']}f}"}


def multiple(case):
    body, item, value = case["water_body"], case["item"], float(case["value"])
    name = class_of(item, value, body, case["comparison"])
    found = None
    if item in LIMITS and item != "DO":
        limits = LAKE_TP if item == "TP" and body == "lake" else LIMITS[item]
        limit = limits[NAMES.index(case["base"])]
        if value > limit:
            found = str(round((value - limit) / limit, int(case["decimals"])))
    return {"multiple": found, "class": name, "quality": name and QUALITY[NAMES.index(name)]}


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
        name: str(round(float(part) / total * 100, decimals)) for name, part in case["parts"].items()}}


def mean(case):
    values = [value for _, cell in case["samples"] if (value := number(cell)) is not None]
    if not values:
        return {"mean": None, "class": None, **mean_counts(case, values)}
    average = sum(values) / len(values)
    return {
        "mean": str(round(average, int(case["decimals"]))),
        "class": class_of(case["item"], average, case["water_body"], case["comparison"]),
        **mean_counts(case, values),
    }


def lake_mean(case):
    values = [value for point in case["points"] for cell in point if (value := number(cell)) is not None]
    if not values:
        return {"mean": None, "class": None}
    average = sum(values) / len(values)
    return {
        "mean": str(round(average, int(case["decimals"]))),
        "class": class_of(case["item"], average, "lake", case["comparison"]),
    }


def region_state(case):
    total = int(case["total"])
    decimals = int(case["decimals"])
    good = round(int(case["I_to_III"]) / total * 100, decimals)
    bad = round(int(case["inferior_V"]) / total * 100, decimals)
    if total < 5:
        state = None
    elif good >= 90:
        state = "excellent"
    elif good >= 75:
        state = "good"
    elif bad < 20:
        state = "lightly_polluted"
    elif bad < 40:
        state = "moderately_polluted"
    else:
        state = "heavily_polluted"
    percents = {"I_to_III": str(good), "IV_or_V": str(round(100 - good - bad, decimals)), "inferior_V": str(bad)}
    return {"method": "shares" if total >= 5 else "item_means", "state": state, "percents": percents}


def goal(case):
    share_of = int(case["count"]) / int(case["total"]) * 100
    target = float(case["target_percent"])
    met = share_of >= target if case["direction"] == "at_least" else share_of <= target
    return {"percent": str(round(share_of, int(case["decimals"]))), "verdict": "met" if met else "missed"}


def tli(case):
    formulas = {
        "chl-a": (2.5, 1.086, 1), "TP": (9.436, 1.624, 0.84), "TN": (5.453, 1.694, 0.82),
        "SD": (5.118, -1.94, -0.83), "CODMn": (0.109, 2.66, 0.83),
    }
    singles, weights = {}, {}
    for name, value in case["values"].items():
        constant, slope, r = formulas[name]
        singles[name] = 10 * (constant + slope * math.log(float(value)))
        weights[name] = r * r
    index = sum(singles[name] * weights[name] for name in singles) / sum(weights.values())
    decimals = int(case["decimals"])
    return {
        "tli": str(round(index, decimals)), "singles": {name: str(round(value, decimals)) for name, value in singles.items()},
        "grade": grade(index), "complete": len(singles) == 5,
    }


def grade(index):
    names = ["oligotrophic", "mesotrophic", "lightly_eutrophic", "moderately_eutrophic", "heavily_eutrophic"]
    for name, bound in zip(names, (30, 50, 60, 70)):
        if index < bound:
            return name
    return names[-1]


answer_all("float if-ladder", {
    "round": rounded, "item_class": item_class, "exceedance_multiple": multiple, "section": section,
    "share": share, "mean": mean, "lake_mean": lake_mean, "region_state": region_state, "goal": goal,
    "tli": tli, "tli_grade": lambda case: {"grade": grade(float(case["tli"]))},
})
