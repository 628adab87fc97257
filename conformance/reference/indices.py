"""The standard index of impact assessment and oxygen at saturation (§13)."""

from . import data


def saturation(temperature, salinity=None):
    """468 / (31.6 + T) for rivers, (491 - 2.65 S) / (33.5 + T) for saline waters."""
    rule = data.BOUNDS["standard_index"]
    if salinity is None:
        return rule["river"] / (rule["river_offset"] + temperature)
    return (rule["saline"] - rule["saline_slope"] * salinity) / (rule["saline_offset"] + temperature)


def oxygen_2018(value, limit, full):
    if value <= full:
        return limit / value
    return abs(full - value) / (full - limit)


def oxygen_1993(value, limit, full):
    rule = data.BOUNDS["standard_index"]
    if value >= limit:
        return abs(full - value) / (full - limit)
    return rule["form_1993_constant"] - rule["form_1993_slope"] * value / limit


def ph(value):
    rule = data.BOUNDS["standard_index"]
    middle = rule["pH_middle"]
    if value <= middle:
        return (middle - value) / (middle - rule["pH_low"])
    return (value - middle) / (rule["pH_high"] - middle)


def of_item(form, item, value, limit, full):
    if item == "pH":
        return ph(value)
    if item == "DO":
        return oxygen_2018(value, limit, full) if form == "2018" else oxygen_1993(value, limit, full)
    return value / limit


def exceeding(indices):
    """An index of 1 does not exceed."""
    return sum(index > 1 for index in indices)
