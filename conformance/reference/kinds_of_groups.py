"""Answers to the kinds about groups: shares, goals, regions, sources by volume, a city."""

from . import city as cities
from . import goals, groups, indices
from .exact import number, rounded_text, rounded_text_keeping_digit


def share(case):
    total, decimals = number(case["total"]), int(case["decimals"])
    return {
        "percents": {
            name: rounded_text(groups.percent(number(part), total), decimals)
            for name, part in case["parts"].items()
        }
    }


def region_state(case):
    total, good, inferior = (int(case[key]) for key in ("total", "I_to_III", "inferior_V"))
    decimals = int(case["decimals"])
    method = groups.region_method(total)
    parts = {"I_to_III": good, "IV_or_V": total - good - inferior, "inferior_V": inferior}
    return {
        "method": method,
        "state": groups.state(total, good, inferior) if method == "shares" else None,
        "percents": {
            name: rounded_text(groups.percent(part, total), decimals)
            for name, part in parts.items()
        },
    }


def region_of_means(case):
    found = groups.region_of_means(case["water_body"], case["comparison"], case["sections"])
    return {key: found[key] for key in ("class", "determining", "main_items", "quality")}


def region_main_items(case):
    items, shares = groups.region_main_items(case["sections"])
    decimals = int(case["decimals"])
    return {
        "main_items": items,
        "percents": {item: rounded_text(share, decimals) for item, share in shares.items()},
    }


def section_change(case):
    return {"change": groups.section_change(case["quality_before"], case["quality_now"])}


def level_change(case):
    return {"change": groups.change_by_level(case["quality_before"], case["quality_now"])}


def share_change(case):
    before, now = (
        {key: int(text) for key, text in case[when].items()} for when in ("before", "now")
    )
    points, change = groups.change_by_shares(before, now)
    return {"points": rounded_text(points, int(case["decimals"])), "change": change}


def background(case):
    measured, reduced = groups.with_background(case["sections"])
    decimals = int(case["decimals"])

    def percents(counts):
        total, good, inferior = counts
        return {
            "I_to_III": rounded_text(groups.percent(good, total), decimals),
            "inferior_V": rounded_text(groups.percent(inferior, total), decimals),
        }

    return {"measured": percents(measured), "without_background": percents(reduced)}


def goal(case):
    part, total, target = (number(case[key]) for key in ("count", "total", "target_percent"))
    decimals = int(case["decimals"])
    return {
        "percent": rounded_text(groups.percent(part, total), decimals),
        "verdict": goals.verdict(part, total, case["direction"], target, decimals),
    }


def goal_with_open(case):
    counted, total, still_open = (int(case[key]) for key in ("counted", "total", "open"))
    decimals = int(case["decimals"])
    verdict, bounds = goals.verdict_with_open(
        counted, total, still_open, case["direction"], number(case["target_percent"]), decimals
    )
    return {
        "verdict": verdict,
        "bounds": [rounded_text(share, decimals) for share in bounds],
    }


def plain_goal(case):
    return {"verdict": goals.plain(number(case["value"]), case["direction"], number(case["target"]))}


def targets(case):
    assessed, met, good = goals.targets(case["sections"])
    decimals = int(case["decimals"])

    def percent(count):
        return rounded_text(groups.percent(count, assessed), decimals) if assessed else None

    return {
        "assessed": str(assessed),
        "met": str(met),
        "met_percent": percent(met),
        "I_to_III_percent": percent(good),
    }


def source_volume(case):
    sources = [{**source, "volume": number(source["volume"])} for source in case["sources"]]
    decimals = int(case["decimals"])
    total, exempted = goals.volume_share(
        sources, lambda source: not source["exceedances"] or source["exempt"]
    )
    _, plain = goals.volume_share(sources, lambda source: not source["exceedances"])
    return {
        "total": rounded_text(total, 6),
        "percent": rounded_text(exempted, decimals),
        "percent_without_exemption": rounded_text(plain, decimals),
    }


def exceedance_rate(case):
    over = indices.exceeding([number(text) for text in case["indices"]])
    share = groups.percent(over, len(case["indices"]))
    return {"percent": rounded_text(share, int(case["decimals"]))}


def city_index(case):
    decimals = int(case["decimals"])
    rivers, lakes = case["rivers"], case["lakes"]
    river = cities.water_index("river", rivers) if rivers else None
    lake = cities.water_index("lake", lakes) if lakes else None
    return {
        "river": None if river is None else rounded_text_keeping_digit(river, decimals),
        "lake": None if lake is None else rounded_text_keeping_digit(lake, decimals),
        "city": rounded_text_keeping_digit(cities.city(rivers, lakes), decimals),
    }


def city_change(case):
    change = cities.change(number(case["now"]), number(case["base"]))
    return {"percent": rounded_text_keeping_digit(100 * change, int(case["decimals"]))}


KINDS = {
    "share": share,
    "region_state": region_state,
    "region_of_means": region_of_means,
    "region_main_items": region_main_items,
    "section_change": section_change,
    "level_change": level_change,
    "share_change": share_change,
    "background": background,
    "goal": goal,
    "goal_with_open": goal_with_open,
    "plain_goal": plain_goal,
    "targets": targets,
    "source_volume": source_volume,
    "exceedance_rate": exceedance_rate,
    "city_index": city_index,
    "city_change": city_change,
}
