"""What a cell says (§4): a value, a result below a detection limit, or nothing."""

import re
from fractions import Fraction

from .exact import DECIMAL, number

# Words for "no value": not monitored, suppressed, empty.
NO_VALUE = {"", "-1", "-", "--", "*", "/"}
# Words for a result below a detection limit that the cell does not name.
NOT_DETECTED = {"ND", "未检出"}
LIMIT = re.compile(rf"(?:<({DECIMAL.pattern})|({DECIMAL.pattern})L)")


def read(cell, detection_limit=None):
    """(state, amount): "value" with its number, "below" with the detection limit, "missing"
    for a word that is no value, "void" for a cell with other marks."""
    text = cell.strip()
    if text in NO_VALUE:
        return "missing", None
    if text in NOT_DETECTED:
        if detection_limit is None:
            return "missing", None
        return "below", detection_limit
    below = LIMIT.fullmatch(text)
    if below:
        return "below", number(below.group(1) or below.group(4))
    if DECIMAL.fullmatch(text):
        return "value", number(text)
    return "void", None


def entering(cell, detection_limit=None):
    """The number with which a cell enters a calculation: half the limit for a result below
    it (82号 point 7); None where there is no value. A number that is one already stays."""
    if isinstance(cell, Fraction):
        return cell
    state, amount = read(cell, detection_limit)
    if state == "below":
        return amount / 2
    return amount


def is_below(cell):
    return isinstance(cell, str) and read(cell)[0] == "below"


def all_entering(cells):
    """The numbers of the cells that have one."""
    return [value for value in map(entering, cells) if value is not None]


def of_item(sections, item):
    """The numbers of one item in some sections; a section without it has none."""
    return all_entering([section[item] for section in sections if item in section])
