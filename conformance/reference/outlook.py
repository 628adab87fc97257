"""What the rest of a year must bring (ours, on §4): the mean of twelve months, some known."""

from fractions import Fraction

from . import data
from .classes import class_of, no_worse
from .exact import fixed_text


def year_mean(months, rest, open_months):
    return (sum(months, Fraction(0)) + rest * open_months) / (len(months) + open_months)


def most(item, body, comparison, target, months, open_months, decimals):
    """The greatest decimal of so many places that the open months may have as their mean; the
    least for dissolved oxygen; None where no number meets the target.

    Found by halving between 0, which is always good enough or never, and a number far above
    every limit."""
    unit = Fraction(1, 10**decimals)

    def meets(units):
        name = class_of(item, year_mean(months, units * unit, open_months), body, comparison)
        return no_worse(name, target)

    rising = item in data.AT_LEAST
    low, high = 0, 10**12
    if rising:
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if meets(middle) else (middle + 1, high)
        return fixed_text(low * unit, decimals)
    if not meets(0):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if meets(middle) else (low, middle - 1)
    return fixed_text(low * unit, decimals)
