"""The index of a city, CWQI (§12)."""

from fractions import Fraction

from . import data, readings
from .classes import limit
from .means import mean


def item_index(item, value, body):
    """C / S of class III; S / C for oxygen; the distance from 7 for pH."""
    rule = data.BOUNDS["city_index"]
    if item == "pH":
        middle = rule["pH_middle"]
        return middle - value if value <= middle else (value - middle) / rule["pH_above_divided_by"]
    bound = limit(item, body, "III")
    return bound / value if item in data.AT_LEAST else value / bound


def water_index(body, sections):
    """The mean of each item over all sections first, then the sum of the indices of the 21."""
    total = Fraction(0)
    for item in data.ASSESSED:
        values = readings.of_item(sections, item)
        if values:
            total += item_index(item, mean(values), body)
    return total


def city(rivers, lakes):
    """(river · M + lake · N) / (M + N): M sections, N points."""
    parts = [(water_index("river", rivers), len(rivers)), (water_index("lake", lakes), len(lakes))]
    return sum(index * count for index, count in parts) / (len(rivers) + len(lakes))


def change(now, base):
    """Negative is better."""
    return (now - base) / base
