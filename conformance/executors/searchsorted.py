#!/usr/bin/env python3
"""A program in numpy: classes by numpy.searchsorted, means by numpy.mean, numpy.round.

Needs numpy. side="left" makes limits inclusive; oxygen is searched with the sign turned."""

import numpy

from naive import DECIMALS, LAKE_TP, LIMITS, mean_counts, section_answer
from speaking import answer_all

NAMES = numpy.array(["I", "II", "III", "IV", "V", "inferior_V"])
TURNED = {"DO"}


def bounds(item, body):
    if item == "TP" and body == "lake":
        return numpy.array(LAKE_TP)
    if item == "TN" and body == "river":
        return None
    return numpy.array(LIMITS[item]) if item in LIMITS else None


def classes_of(item, values, body, comparison):
    values = numpy.asarray(values, dtype=float)
    if comparison == "round_first":
        values = numpy.round(values, DECIMALS[item])
    if item == "pH":
        return numpy.where((values >= 6) & (values <= 9), "I", "inferior_V")
    limits = bounds(item, body)
    if limits is None:
        return [None] * len(values)
    if item in TURNED:
        return NAMES[numpy.searchsorted(-limits, -values, side="left")]
    return NAMES[numpy.searchsorted(limits, values, side="left")]


def class_of(item, value, body, comparison):
    found = classes_of(item, [value], body, comparison)[0]
    return None if found is None else str(found)


def read(cells):
    """Numbers, with NaN for whatever is none; limits of detection are halved."""
    found = []
    for cell in cells:
        try:
            found.append(float(cell[:-1]) / 2 if cell.endswith("L") else float(cell))
        except ValueError:
            found.append(numpy.nan)
    return numpy.array(found)


def section(case):
    classes = {}
    for item, value in zip(case["items"], read(case["items"].values())):
        if item not in ("TN", "FC", "WT"):
            if numpy.isfinite(value):
                classes[item] = class_of(item, value, case["water_body"], case["comparison"])
    return section_answer(classes, case["target"])


def mean(case):
    values = read([cell for _, cell in case["samples"]])
    values = values[numpy.isfinite(values)]
    if not len(values):
        return {"mean": None, "class": None, **mean_counts(case, values)}
    average = float(numpy.mean(values))
    return {
        "mean": str(numpy.round(average, int(case["decimals"]))),
        "class": class_of(case["item"], average, case["water_body"], case["comparison"]),
        **mean_counts(case, values),
    }


def rounded(case):
    decimals = int(case["decimals"])
    return {"rounded": f"{numpy.round(float(case['value']), decimals):.{decimals}f}"}


def item_class(case):
    return {"class": class_of(case["item"], float(case["value"]), case["water_body"], case["comparison"])}


def share(case):
    parts = numpy.array([float(part) for part in case["parts"].values()])
    percents = numpy.round(parts / float(case["total"]) * 100, int(case["decimals"]))
    return {"percents": dict(zip(case["parts"], map(str, percents)))}


answer_all("numpy.searchsorted", {
    "round": rounded, "item_class": item_class, "section": section, "mean": mean, "share": share,
})
