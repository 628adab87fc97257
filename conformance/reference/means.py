"""Means (§4): of readings, of months, of pH by hydrogen ions, of lakes by points."""

import functools
import itertools
from decimal import Decimal, localcontext
from fractions import Fraction

from . import data, readings
from .classes import class_of

DIGITS = 50  # of the logarithms of pH; far more than any rounding looks at
POOLED = {"day", "ten_days", "month", "station_report"}


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def as_decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


@functools.lru_cache(maxsize=None)
def hydrogen_ions(ph):
    with localcontext() as context:
        context.prec = DIGITS
        return Decimal(10) ** -as_decimal(ph)


def mean_ph(values):
    """Minus the logarithm of the mean hydrogen-ion concentration."""
    if min(values) == max(values):
        return values[0]
    with localcontext() as context:
        context.prec = DIGITS
        ions = sum(hydrogen_ions(value) for value in values) / len(values)
        return Fraction(-ions.log10())


def mean_of(item, values):
    return mean_ph(values) if item == "pH" else mean(values)


def of_months(item, dated):
    """The mean of the means of the months. dated: (text of a date, value)."""
    dated = sorted(dated, key=lambda entry: entry[0])
    months = [
        mean_of(item, [value for _, value in month])
        for _, month in itertools.groupby(dated, key=lambda entry: entry[0][:7])
    ]
    return mean_of(item, months)


def of_period(item, period, dated):
    """All values at once up to a month, and in the report of a station; from a quarter on the
    mean of the months."""
    if period in POOLED:
        return mean_of(item, [value for _, value in dated])
    return of_months(item, dated)


def needed(period, ice_or_drought=False):
    """What a period needs: (number, whether it counts months and not samples); None for a
    period without a rule."""
    rule = data.BOUNDS["means"]
    if period == "month":
        return rule["month_samples"], False
    if period == "quarter":
        return rule["quarter_samples"], False
    if period == "year":
        if ice_or_drought:
            return rule["year_months_ice_or_drought"], True
        return rule["year_months"], True
    return None


def is_sufficient(period, samples, months, ice_or_drought=False):
    need = needed(period, ice_or_drought)
    if need is None:
        return None
    number, counts_months = need
    return (months if counts_months else samples) >= number


def statistics(item, period, cells, body, comparison, ice_or_drought=False):
    """cells: (date, cell). The mean is returned also where there are too few values."""
    entering = [(date, readings.entering(cell)) for date, cell in cells]
    dated = [(date, value) for date, value in entering if value is not None]
    below = sum(readings.is_below(cell) for _, cell in cells)
    months = len({date[:7] for date, _ in dated})
    value = of_period(item, period, dated) if dated else None
    return {
        "mean": value,
        "class": None if value is None else class_of(item, value, body, comparison),
        "values": len(dated),
        "below": below,
        "without_value": len(cells) - len(dated),
        "months": months,
        "sufficient": is_sufficient(period, len(dated), months, ice_or_drought),
    }


def of_lake(item, points):
    """Over time at each point, then over the points; points without a value do not count."""
    means = []
    for point in points:
        values = readings.all_entering(point)
        if values:
            means.append(mean_of(item, values))
    return mean_of(item, means) if means else None


def is_section_sufficient(months, ice_or_drought=False):
    """A section's year rests on its five items; eight months need a declared reason."""
    return all(
        item in months and is_sufficient("year", None, months[item], ice_or_drought)
        for item in data.FIVE
    )


def column(item, cells, factor, body, comparison):
    """Mean, least, greatest and class of a column; the class is that of the mean in the unit
    of the limits. A column without a value has none of them."""
    values = readings.all_entering(cells)
    if not values:
        return dict.fromkeys(("mean", "min", "max", "class"))
    value = mean_of(item, values)
    return {
        "mean": value,
        "min": min(values),
        "max": max(values),
        "class": None if item is None else class_of(item, value * factor, body, comparison),
    }


def remarks(cells):
    """Values that no water has: named, never dropped."""
    rule = data.BOUNDS["remarks"]
    values = {item: readings.entering(cell) for item, cell in cells.items()}
    values = {item: value for item, value in values.items() if value is not None}
    found = []
    if "pH" in values and not rule["pH_below"] <= values["pH"] <= rule["pH_above"]:
        found.append("pH")
    for item, value in values.items():
        five = data.LIMITS.get(item, {}).get("lake")
        if five and item not in data.AT_LEAST and value > five[4] * rule["times_limit_of_class_V"]:
            found.append(item)
    if "DO" in values and values["DO"] > rule["DO_above"]:
        found.append("DO")
    for part in ("CODMn", "BOD5"):
        if part in values and "COD" in values and values["COD"] < values[part]:
            found.append(f"COD<{part}")
    nitrogen = [values[item] for item in ("NH3-N", "NO3-N") if item in values]
    if "TN" in values and nitrogen and values["TN"] < sum(nitrogen):
        found.append("TN<NH3-N+NO3-N")
    return found
