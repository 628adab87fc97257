"""Answers to the kinds about a section, a target, a source, or a year of a zone."""

from . import classes, data, means, names, readings, sections, zones
from .exact import number, rounded_text, rounded_text_keeping_digit

ANSWERED = [
    "class", "determining", "item_classes", "main_items", "main_items_any_order", "quality",
    "verdict", "reference_classes", "undecidable",
]


def texts(multiples, decimals):
    return {
        item: None if value is None else rounded_text_keeping_digit(value, decimals)
        for item, value in multiples.items()
    }


def section(case):
    found = sections.assess(
        case["water_body"], case["comparison"], case["items"], case["target"]
    )
    return {key: found[key] for key in ANSWERED}


def section_of_items(case):
    """asked: the items that take part; high_chloride: COD is taken out, by the caller's word."""
    found = sections.assess(
        case["water_body"], case["comparison"], case["items"], case["target"],
        asked=case["asked"], without=("COD",) if case["high_chloride"] else (),
    )
    return {
        **{key: found[key] for key in [*ANSWERED, "absent", "not_limited"]},
        "worse_than_target": texts(found["worse_than_target"], 2),
    }


def section_of_item_classes(case):
    multiples = {item: number(text) for item, text in case["multiples"].items()}
    return sections.of_item_classes(case["item_classes"], multiples, case["target"])


def own_items(case):
    return {"items": sections.own_items(case["years"], case["target"])}


def local_limits(case):
    local = [{**entry, "limit": number(entry["limit"])} for entry in case["local_limits"]]
    found = sections.assess(
        case["water_body"], case["comparison"], case["items"], local_limits=local
    )
    return {key: found[key] for key in ("class", "determining", "item_classes")}


def target(case):
    limits = [{**entry, "limit": number(entry["limit"])} for entry in case["limits"]]
    return sections.judge_target(
        case["water_body"], case["comparison"], case["items"], case["target"], limits,
        case["class_last_year"], case["no_worse_than_last_year"],
    )


def target_of_year(case):
    found = [{**entry, "from": int(entry["from"])} for entry in case["targets"]]
    return {"target": sections.target_in(found, int(case["year"]))}


def provisional(case):
    """A verdict on the means that are there, and whether it rests on enough months."""
    found = sections.assess(
        case["water_body"], case["comparison"], case["items"], case["target"]
    )
    months = {item: int(count) for item, count in case["months"].items()}
    sufficient = means.is_section_sufficient(months, case["ice_or_drought"])
    return {"class": found["class"], "verdict": found["verdict"], "provisional": not sufficient}


def source(case):
    """A surface source: the assessed items of Table 1 against the target, III unless it has its
    own; items of Tables 2 and 3 ("2-1" is the first of Table 2) against their one limit."""
    goal = case["target"] or "III"
    basic = {key: cell for key, cell in case["items"].items() if key in data.ORDER}
    found = sections.assess(case["water_body"], case["comparison"], basic, goal)
    failing = [
        item for item, name in found["item_classes"].items() if classes.is_worse(name, goal)
    ]
    others = 0
    for key, cell in case["items"].items():
        if key not in data.ORDER:
            others += 1
            state, amount = readings.read(cell)
            if classes.source_item(*key.split("-"), state, amount) == "missed":
                failing.append(key)
    judged = bool(found["item_classes"]) or others > 0
    return {
        "failing": failing,
        "verdict": "not_assessed" if not judged else "missed" if failing else "met",
    }


def ground_water(case):
    found = {}
    for no, cell in case["items"].items():
        words = no in data.GROUND_WORDS
        value = cell if words else readings.entering(cell)
        below = not words and readings.is_below(cell)
        found[no] = classes.ground_class(no, value, below)[-1]
    worst = classes.worst(found.values())
    return {
        "class": worst,
        "determining": [no for no, name in found.items() if name == worst],
        "verdict": "met" if classes.no_worse(worst, "III") else "missed",
    }


def function_zone(case):
    dry = {int(month) for month in case["dry_months"]}
    out = zones.left_out(case["zone"], case["target"], dry)
    times = [
        None if name is None else classes.no_worse(name, case["target"])
        for name in case["classes"]
    ]
    assessed, met, rate, by_frequency = zones.year(times)
    by_mean = sections.verdict(case["class_of_mean"], case["target"])
    return {
        "left_out": out,
        "times_assessed": str(assessed),
        "times_met": str(met),
        "rate_percent": None if rate is None else rounded_text(rate, int(case["decimals"])),
        "verdict_by_frequency": by_frequency,
        "verdict_by_mean": by_mean,
    }


def heading(case):
    return {"item": names.item_named(case["text"])}


def class_name(case):
    return {"class": names.class_named(case["text"])}


KINDS = {
    "section": section,
    "section_of_items": section_of_items,
    "section_of_item_classes": section_of_item_classes,
    "own_items": own_items,
    "local_limits": local_limits,
    "target": target,
    "target_of_year": target_of_year,
    "provisional": provisional,
    "source": source,
    "ground_water": ground_water,
    "function_zone": function_zone,
    "heading": heading,
    "class_name": class_name,
}
