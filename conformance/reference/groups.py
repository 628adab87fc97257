"""Groups of sections: shares, the state of a river, basin or region, and change (§6, §8, §9)."""

from fractions import Fraction

from . import data, means, readings
from .classes import is_worse
from .sections import assess

LEVELS = ["excellent", "good", "lightly_polluted", "moderately_polluted", "heavily_polluted"]


def percent(part, total):
    return Fraction(part) * 100 / Fraction(total)


def state(total, good, inferior):
    """The five rows of the table, on exact shares. 60 % with 40 % is in no row and heavy."""
    rule = data.BOUNDS["region_state"]
    good, inferior = percent(good, total), percent(inferior, total)
    if good >= rule["excellent_from"]:
        return "excellent"
    if good >= rule["good_from"]:
        return "good"
    if inferior < rule["light_below"]:
        return "lightly_polluted"
    if inferior < rule["moderate_below"]:
        return "moderately_polluted"
    return "heavily_polluted"


def region_method(total):
    return "shares" if total >= data.BOUNDS["region_state"]["shares_from_sections"] else "item_means"


def region_of_means(body, comparison, sections):
    """Fewer than five sections: the mean of each item over the sections, then the section
    method."""
    return assess(body, comparison, mean_cells(sections))


def mean_cells(sections):
    """The exact mean of each item over the sections that have a value of it."""
    values = {item: readings.of_item(sections, item) for item in data.ORDER}
    return {item: means.mean_of(item, found) for item, found in values.items() if found}


def region_main_items(sections):
    """Items over class III by the share of sections over III; the first three, table order on
    ties. sections: maps of item classes."""
    counts = {}
    for item in data.ORDER:
        over = sum(item in section and is_worse(section[item], "III") for section in sections)
        if over:
            counts[item] = over
    first = sorted(counts, key=lambda item: -counts[item])[:3]
    return first, {item: percent(counts[item], len(sections)) for item in first}


def section_change(before, now):
    """Better or worse, by the quality of one section."""
    step = LEVELS.index(now) - LEVELS.index(before)
    return "same" if step == 0 else "worse" if step > 0 else "better"


def graded(strength, improves):
    if strength == "none":
        return "none"
    return f"{strength}_{'better' if improves else 'worse'}"


def change_by_level(before, now):
    """One level is some change, two or more are marked."""
    step = LEVELS.index(now) - LEVELS.index(before)
    if step == 0:
        return "none"
    return graded("some" if abs(step) == 1 else "marked", step < 0)


def change_by_shares(before, now):
    """Points of I to III less points of inferior V: up to 10 none, up to 20 some, else marked."""
    rule = data.BOUNDS["change"]
    points = (percent(now["I_to_III"], now["total"]) - percent(before["I_to_III"], before["total"])) - (
        percent(now["inferior_V"], now["total"]) - percent(before["inferior_V"], before["total"])
    )
    if abs(points) <= rule["none_up_to_points"]:
        strength = "none"
    elif abs(points) <= rule["some_up_to_points"]:
        strength = "some"
    else:
        strength = "marked"
    return points, graded(strength, points > 0)


def counts_of(sections):
    """Sections with a class, those of I to III, those of inferior V."""
    classes = [name for name in sections if name is not None]
    good = sum(not is_worse(name, "III") for name in classes)
    return len(classes), good, classes.count(data.INFERIOR)


def with_background(sections):
    """The shares as measured, and without what natural background made: always both."""
    measured = counts_of([section["class"] for section in sections])
    reduced = counts_of(
        [section["class_without_background"] or section["class"] for section in sections]
    )
    return measured, reduced
