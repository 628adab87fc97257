"""Every limit of Table 1: the value at it, a hair better, a hair worse, and ties of rounding."""

from fractions import Fraction

from reference import data
from reference.exact import fixed_text
from writing import case

TITLE = "GB 3838-2002, Table 1"
COMPARISONS = ["full_value", "round_first"]


def decimal_text(value):
    """A decimal as short as it is."""
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    return fixed_text(value, decimals)


def places(value):
    return len(decimal_text(value).partition(".")[2])


def around(limit, item, comparison, falling):
    """(value, what it is): the limit, a hair on either side, and for rounding the ties."""
    worse = -1 if falling else 1
    hair = Fraction(1, 10 ** (places(limit) + 3))
    yield limit, "at"
    if comparison == "full_value":
        yield limit + worse * hair, "over"
        yield limit - worse * hair, "under"
        return
    unit = Fraction(1, 10 ** data.DECIMALS[item])
    hair = unit / 1000
    yield limit + worse * unit / 2, "tie"
    yield limit + worse * (unit / 2 + hair), "over"
    yield limit + worse * (unit / 2 - hair), "kept"
    # Where a tie to the even digit comes back to the limit from the better side.
    yield limit - worse * unit / 2, "tie-better"


def flags_of(item, body, place, comparison):
    flags = set()
    if place == "at":
        flags.add("exclusive-limit")
    if place in ("tie", "tie-better"):
        flags |= {"half-up", "float-tie"}
    if place == "kept" and comparison == "round_first":
        flags.add("round-after-comparing")
    if item == "DO":
        flags.add("do-as-upper-bound")
    if item == "TP" and body == "lake":
        flags.add("river-tp-on-lake")
    if item == "TN" and body == "river":
        flags.add("tn-in-river-class")
    return flags


def given(item, value, body, comparison):
    return {
        "item": item, "value": decimal_text(value), "water_body": body, "comparison": comparison,
    }


def classed(item, value, body, comparison, flags):
    shown = decimal_text(value)
    return case(
        f"class-{item}-{body}-{comparison}-{shown}", "item_class", [1, 2, 5],
        given(item, value, body, comparison), flags, certainty="P", title=TITLE,
    )


def item_cases(item, body, comparison):
    five = data.LIMITS[item][body]
    seen = {}
    for rank, limit in enumerate(five):
        equal = five.count(limit) > 1
        for value, place in around(limit, item, comparison, item in data.AT_LEAST):
            flags = flags_of(item, body, place, comparison)
            if equal and place == "at":
                flags.add("best-of-equal-limits")
            if item == "NH3-N" and rank == 0:
                flags.add("nh3n-0.015")
            seen.setdefault(value, set()).update(flags)
    worst = five[4] / 10 if item in data.AT_LEAST else five[4] * 10
    best = five[0] * 2 if item in data.AT_LEAST else five[0] / 5
    seen.setdefault(worst, set())
    seen.setdefault(best, set())
    for value, flags in seen.items():
        yield classed(item, value, body, comparison, flags)


def ph_cases(body, comparison):
    for shown in ("5.49", "5.5", "5.51", "5.99", "5.999", "6", "6.01", "6.5", "8.99", "9", "9.001",
                  "9.01", "9.49", "9.5", "9.51", "3", "12"):
        flags = {"round-after-comparing"} if shown in ("5.5", "5.99", "9.01", "9.49") else set()
        if shown in ("6", "9"):
            flags.add("exclusive-limit")
        if shown in ("5.5", "9.5"):
            flags.add("half-up")
        yield classed("pH", Fraction(shown), body, comparison, flags)


def multiples(item, body):
    """Over the limit of each class, so that limits hidden behind an equal better one show too."""
    for name, limit in zip(data.CLASSES, data.LIMITS[item][body]):
        value = limit * Fraction("1.28")
        yield case(
            f"multiple-{item}-{body}-{name}-1.28", "exceedance_multiple", [1, 3],
            {**given(item, value, body, "full_value"), "base": name, "decimals": "4"},
            {"multiple-of-oxygen"} if item in data.WITHOUT_MULTIPLE else set(),
            keys=("multiple",), certainty="P", title=TITLE,
        )


def cases():
    for item in data.ORDER:
        for body in data.BODIES:
            for comparison in COMPARISONS:
                if item == "pH":
                    yield from ph_cases(body, comparison)
                elif data.LIMITS.get(item, {}).get(body):
                    yield from item_cases(item, body, comparison)
                else:
                    flags = flags_of(item, body, None, comparison)
                    yield classed(item, Fraction("1.5"), body, comparison, flags)
            if data.LIMITS.get(item, {}).get(body):
                yield from multiples(item, body)
