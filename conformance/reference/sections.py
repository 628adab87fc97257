"""A section of a river or a point of a lake: its class, and what makes it (§2, §3, §9)."""

from . import data, readings
from .classes import (
    class_of, compared, is_worse, limit, meets, multiple, no_worse, quality, worst,
)

DECISIVE = "III"
PRIORITY = ["CN-", "Hg", "Cd", "Cr6+", "Pb", "As"]
GREATEST_NUMBER_OF_MAIN_ITEMS = 3


def decisive_class(target):
    """The class against which a non-detect must decide: III, or the target where stricter."""
    if target is not None and is_worse(DECISIVE, target):
        return target
    return DECISIVE


def is_undecidable(item, value, body, name):
    """Half a detection limit, as it is compared, above the limit of a class: the true value may
    still meet it."""
    bound = limit(item, body, name)
    return bound is not None and item not in data.AT_LEAST and value > bound


def local_class(item, value, name, local_limits):
    """The class where local limits are stricter than the standard's: a class whose local limit
    is missed is not reached (法典 Art. 69)."""
    for local in local_limits:
        if local["item"] == item and not meets(item, value, local["limit"]):
            if no_worse(name, local["class"]):
                name = data.NAMES[data.RANKS[local["class"]] + 1]
    return name


def assess(body, comparison, cells, target=None, asked=None, without=(), local_limits=()):
    """Everything that the readings of one section say.

    asked: the items that take part; without: items taken out by the caller's word, such as COD
    in water of high chloride."""
    asked = data.ASSESSED if asked is None else asked
    item_classes, reference, values = {}, {}, {}
    undecidable, absent, not_limited = [], [], []
    for item in data.ORDER:
        if item in without:
            continue
        cell = cells.get(item)
        value = None if cell is None else readings.entering(cell)
        if value is None:
            if item in asked:
                absent.append(item)
            continue
        name = class_of(item, value, body, comparison)
        if name is None:
            if item in asked:
                not_limited.append(item)
            continue
        if item not in asked:
            if item in data.REFERENCE_ONLY:
                reference[item] = name
            continue
        half = compared(item, value, comparison)
        if readings.is_below(cell) and is_undecidable(item, half, body, decisive_class(target)):
            undecidable.append(item)
            continue
        item_classes[item] = local_class(item, compared(item, value, comparison), name, local_limits)
        values[item] = compared(item, value, comparison)
    return {
        **of_item_classes(
            item_classes,
            {item: multiple(item, value, limit(item, body, "III")) for item, value in values.items()},
            target,
        ),
        "item_classes": item_classes,
        "reference_classes": reference,
        "undecidable": undecidable,
        "absent": absent,
        "not_limited": not_limited,
        "worse_than_target": worse_than_target(item_classes, values, body, target),
    }


def of_item_classes(item_classes, multiples, target=None):
    """What the classes of the items say of the section (single factor: the worst decides)."""
    name = worst(item_classes.values())
    main = main_items(item_classes, multiples)
    return {
        "class": name,
        "determining": [item for item in data.ORDER if item_classes.get(item) == name is not None],
        "main_items": main,
        "main_items_any_order": main,
        "quality": None if name is None else quality(name),
        "verdict": verdict(name, target),
    }


def main_items(item_classes, multiples):
    """Items worse than III: cyanide and heavy metals first, then the worse class, the larger
    multiple (none counts as 0), table order; the first three."""
    over = [item for item in data.ORDER if item in item_classes]
    over = [item for item in over if is_worse(item_classes[item], "III")]
    over.sort(
        key=lambda item: (
            item not in PRIORITY,
            -data.RANKS[item_classes[item]],
            -(multiples.get(item) or 0),
        )
    )
    return over[:GREATEST_NUMBER_OF_MAIN_ITEMS]


def worse_than_target(item_classes, values, body, target):
    """Items worse than the target, each with its multiple over the target's limit."""
    if target is None:
        return {}
    return {
        item: multiple(item, values[item], limit(item, body, target))
        for item, name in item_classes.items()
        if is_worse(name, target)
    }


def verdict(name, target):
    if name is None or target is None:
        return "not_assessed"
    return "met" if no_worse(name, target) else "missed"


def own_items(years, target):
    """The items of "5+X" (714号): the five, and those worse than III in this or last year, or
    than the target where that is I or II."""
    base = decisive_class(target)
    everywhere = data.FIVE + ["WT", "TN"]
    return data.FIVE + [
        item
        for item in data.ORDER
        if item not in everywhere
        and any(item in year and is_worse(year[item], base) for year in years)
    ]


def judge_target(body, comparison, cells, target, limits, last_year=None, no_worse_than_last_year=False):
    """A target of a class, of limits of single items beside or instead of it, and of being no
    worse than last year, which must be known for a verdict of met. A limit may be strict ("below"); an item with a limit of its own is
    not judged by the class."""
    failing, undecidable = [], []
    for own in limits:
        item, bound = own["item"], own["limit"]
        value = readings.entering(cells[item]) if item in cells else None
        if value is None:
            continue
        value = compared(item, value, comparison)
        holds = meets(item, value, bound) and not (own["strict"] and value == bound)
        if not holds and readings.is_below(cells[item]) and item not in data.AT_LEAST:
            undecidable.append(item)
        elif not holds:
            failing.append(item)
    with_limit = {own["item"] for own in limits}
    others = {item: cell for item, cell in cells.items() if item not in with_limit}
    section = assess(body, comparison, others, target)
    failing += [item for item in section["worse_than_target"]]
    whole = assess(body, comparison, cells, target)["class"]
    grown_worse = (
        no_worse_than_last_year
        and whole is not None
        and last_year is not None
        and is_worse(whole, last_year)
    )
    last_year_open = no_worse_than_last_year and last_year is None
    return {
        "verdict": "missed" if failing or grown_worse else "not_assessed" if last_year_open else "met",
        "failing": failing,
        "undecidable": undecidable,
    }


def target_in(targets, year):
    """The target of a year: the latest whose first year is not after it."""
    valid = [target for target in targets if target["from"] <= year]
    return max(valid, key=lambda target: target["from"])["class"] if valid else None
