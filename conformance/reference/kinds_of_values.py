"""Answers to the kinds about one value, one cell or one series."""

import csv

from . import black_odorous, classes, data, indices, lakes, means, outlook, readings, trends, zones
from .exact import number, rounded_text, rounded_text_keeping_digit


def optional(text):
    return None if text is None else number(text)


def as_text(value, decimals):
    return None if value is None else rounded_text_keeping_digit(value, decimals)


def plain(value):
    """A decimal as short as it is; for values that are decimals already."""
    if value is None:
        return None
    return format(means.as_decimal(value).normalize(), "f")


def round_number(case):
    return {"rounded": rounded_text_keeping_digit(number(case["value"]), int(case["decimals"]))}


def item_class(case):
    value = number(case["value"])
    return {"class": classes.class_of(case["item"], value, case["water_body"], case["comparison"])}


def exceedance_multiple(case):
    item, body, value = case["item"], case["water_body"], number(case["value"])
    name = classes.class_of(item, value, body, case["comparison"])
    over = classes.multiple(item, value, classes.limit(item, body, case["base"]))
    return {
        "multiple": as_text(over, int(case["decimals"])),
        "class": name,
        "quality": None if name is None else classes.quality(name),
    }


def source_item(case):
    state, amount = readings.read(case["value"])
    return {"verdict": classes.source_item(case["table"], case["no"], state, amount)}


def ground_item(case):
    no, cell = case["no"], case["value"]
    if no in data.GROUND_WORDS:
        return {"classes": classes.ground_class(no, cell)}
    found = classes.ground_class(no, readings.entering(cell), readings.is_below(cell))
    return {"classes": found}


def cell(case):
    state, amount = readings.read(case["text"], optional(case["detection_limit"]))
    entering = readings.entering(case["text"], optional(case["detection_limit"]))
    return {"state": state, "amount": plain(amount), "entering": plain(entering)}


UNITS = {"mg/L": 1, "µg/L": number("0.001"), "dimensionless": 1, "℃": 1, "μg/L": number("0.001")}


def period_mean(case):
    with open(data.FOLDER / case["file"], encoding="utf-8", newline="") as file:
        cells = [row[case["column"]] for row in csv.DictReader(file)]
    factor = UNITS.get(case["unit"], 1)
    found = means.column(case["item"], cells, factor, case["water_body"], case["comparison"])
    return {
        "mean": as_text(found["mean"], int(case["decimals"])),
        "min": plain(found["min"]),
        "max": plain(found["max"]),
        "class": found["class"],
    }


def mean(case):
    found = means.statistics(
        case["item"], case["period"], [tuple(sample) for sample in case["samples"]],
        case["water_body"], case["comparison"], case["ice_or_drought"],
    )
    return {
        "mean": as_text(found["mean"], int(case["decimals"])),
        "class": found["class"],
        "values": str(found["values"]),
        "below_detection": str(found["below"]),
        "without_value": str(found["without_value"]),
        "sufficient": found["sufficient"],
    }


def lake_mean(case):
    value = means.of_lake(case["item"], case["points"])
    item, comparison = case["item"], case["comparison"]
    return {
        "mean": as_text(value, int(case["decimals"])),
        "class": None if value is None else classes.class_of(item, value, "lake", comparison),
    }


def remarks(case):
    return {"remarked": means.remarks(case["items"])}


def year_outlook(case):
    return {
        "rest": outlook.most(
            case["item"], case["water_body"], case["comparison"], case["target"],
            [number(value) for value in case["months"]], int(case["open_months"]),
            int(case["decimals"]),
        )
    }


def tli_weights(case):
    squares, weights = lakes.weights({name: number(r) for name, r in case["r"].items()})
    decimals = int(case["decimals"])
    return {
        "r_squared": {name: plain(square) for name, square in squares.items()},
        "weights": {name: rounded_text(weight, decimals) for name, weight in weights.items()},
    }


def tli_grade(case):
    return {"grade": lakes.grade(number(case["tli"]))}


def tli(case):
    decimals = int(case["decimals"])
    index, singles = lakes.index({name: number(text) for name, text in case["values"].items()})
    return {
        "tli": rounded_text(index, decimals),
        "singles": {name: rounded_text(value, decimals) for name, value in singles.items()},
        "grade": lakes.grade(index),
        "complete": len(singles) == len(lakes.PARAMETERS),
    }


def spearman(case):
    return significance(int(case["n"]), number(case["r"]))


def significance(n, r):
    return {
        "significant_0_05": trends.is_significant(n, r, "0.05"),
        "significant_0_01": trends.is_significant(n, r, "0.01"),
        "direction": trends.direction(r),
    }


def spearman_values(case):
    values = [number(text) for text in case["values"]]
    r = trends.correlation(values)
    return {"r": rounded_text(r, int(case["decimals"])), **significance(len(values), r)}


def standard_index(case):
    temperature = optional(case["temperature"])
    full = None if temperature is None else indices.saturation(temperature)
    index = indices.of_item(
        case["form"], case["item"], number(case["value"]), optional(case["limit"]), full
    )
    decimals = int(case["decimals"])
    return {"index": as_text(index, decimals), "do_saturation": as_text(full, decimals)}


def do_saturation(case):
    full = indices.saturation(number(case["temperature"]), optional(case["salinity"]))
    return {"do_saturation": as_text(full, int(case["decimals"]))}


def black_odorous_reading(case):
    values = {name: number(text) for name, text in case["readings"].items()}
    return {"grade": black_odorous.grade(values)}


def black_odorous_shallow(case):
    values = {"transparency_cm": number(case["transparency_cm"])}
    return {"grade": black_odorous.grade(values, number(case["depth_cm"]))}


def black_odorous_point(case):
    series = {name: [number(text) for text in texts] for name, texts in case["series"].items()}
    return {"grade": black_odorous.point(series)}


def black_odorous_body(case):
    runs = black_odorous.heavy_stretches(case["points"])
    return {
        "grade": black_odorous.body(case["points"]),
        "heavy_stretches": [[str(first), str(last)] for first, last in runs],
    }


def black_odorous_rural(case):
    values = {name: number(text) for name, text in case["readings"].items()}
    return {"black_odorous": black_odorous.rural(values)}


def base_flow(case):
    flows = [optional(flow) for flow in case["flows"]]
    reaching, rate, verdict = zones.base_flow(flows, number(case["target"]))
    return {
        "days_reaching": str(reaching),
        "percent": rounded_text(rate, int(case["decimals"])),
        "verdict": verdict,
    }


def flood_season(case):
    bound = classes.limit(case["item"], case["water_body"], case["target"])
    intensity = zones.flood_season([number(text) for text in case["values"]], bound)
    return {"intensity": as_text(intensity, int(case["decimals"]))}


KINDS = {
    "round": round_number,
    "item_class": item_class,
    "exceedance_multiple": exceedance_multiple,
    "source_item": source_item,
    "ground_item": ground_item,
    "cell": cell,
    "period_mean": period_mean,
    "mean": mean,
    "lake_mean": lake_mean,
    "remarks": remarks,
    "outlook": year_outlook,
    "tli_weights": tli_weights,
    "tli_grade": tli_grade,
    "tli": tli,
    "spearman": spearman,
    "spearman_values": spearman_values,
    "standard_index": standard_index,
    "do_saturation": do_saturation,
    "black_odorous": black_odorous_reading,
    "black_odorous_shallow": black_odorous_shallow,
    "black_odorous_point": black_odorous_point,
    "black_odorous_body": black_odorous_body,
    "black_odorous_rural": black_odorous_rural,
    "base_flow": base_flow,
    "flood_season": flood_season,
}
