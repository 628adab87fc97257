"""The class of one value (§1, §2), of ground water (§17), and of Tables 2 and 3 (§10)."""

from . import data
from .exact import rounded_keeping_digit


def worst(classes):
    """The worst of some classes; None of none."""
    ranks = [data.RANKS[name] for name in classes]
    return data.NAMES[max(ranks)] if ranks else None


def is_worse(left, right):
    return data.RANKS[left] > data.RANKS[right]


def no_worse(left, right):
    return data.RANKS[left] <= data.RANKS[right]


def compared(item, value, comparison):
    """The value that is held against the limits: rounded first (82号) or in full."""
    if comparison == "round_first":
        return rounded_keeping_digit(value, data.DECIMALS[item])
    return value


def limit(item, body, name):
    """The limit of a class; None where the item has none in this body of water."""
    five = data.LIMITS.get(item, {}).get(body)
    return None if five is None else five[data.RANKS[name] - 1]


def meets(item, value, bound):
    """Inclusive; the limits of dissolved oxygen are lower bounds."""
    return value >= bound if item in data.AT_LEAST else value <= bound


def class_of(item, value, body, comparison):
    """The best class whose limit holds; None where the standard sets no limits."""
    value = compared(item, value, comparison)
    if item == "pH":
        low, high = data.PH_RANGE
        return "I" if low <= value <= high else data.INFERIOR
    five = data.LIMITS.get(item, {}).get(body)
    if five is None:
        return None
    for name, bound in zip(data.CLASSES, five):
        if meets(item, value, bound):
            return name
    return data.INFERIOR


def multiple(item, value, bound):
    """(C - S) / S where the value is over the limit; none for pH, DO and temperature (§3)."""
    if item in data.WITHOUT_MULTIPLE or bound is None or value <= bound:
        return None
    return (value - bound) / bound


def quality(name):
    """The quality of a section of a class (§3)."""
    return {
        "I": "excellent",
        "II": "excellent",
        "III": "good",
        "IV": "lightly_polluted",
        "V": "moderately_polluted",
        "inferior_V": "heavily_polluted",
    }[name]


def source_item(table, no, state, amount):
    """An item of Table 2 or 3 passes or fails its one limit; half a detection limit above the
    limit decides nothing (§2)."""
    bound = data.SOURCE_LIMITS[(table, no)]
    if amount is None:
        return "not_assessed"
    if state == "below":
        return "met" if amount / 2 <= bound else "undecidable"
    return "met" if amount <= bound else "missed"


GROUND_CLASSES = ["I", "II", "III", "IV"]


def ground_class(no, value, is_below=False):
    """The classes of ground water that a value can have, best first: one, but for
    radioactivity above class III, which is IV or V (6.2: the better of equal limits)."""
    if no in data.GROUND_WORDS:
        return ["I"] if value == "无" else ["V"]
    if no == data.GROUND_PH_NUMBER:
        for name in GROUND_CLASSES:
            low, high = data.GROUND_PH[name]
            if low <= value <= high:
                return [name]
        return ["V"]
    limits = data.GROUND_LIMITS[no]
    for name in GROUND_CLASSES:
        if name not in limits:
            return ["IV", "V"]
        if limits[name] is None:  # printed "not detected"
            if is_below:
                return [name]
        elif value <= limits[name]:
            return [name]
    return ["V"]
