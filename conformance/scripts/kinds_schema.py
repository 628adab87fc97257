"""For each kind of case the keys of its input and of its expected values."""

from shapes import (
    body, cell, cells, comparison, decimal, direction, flag, grade, item, item_classes, items, klass,
    listed, mapped, nullable, one_of, pair, quality, record, ref, target, text, texts, verdict, whole,
)

parameter = ref("parameter")
ground_class = ref("ground_class")
SECTION = {
    "class": nullable(klass), "determining": items, "item_classes": item_classes,
    "main_items": items, "main_items_any_order": items, "quality": nullable(quality),
    "verdict": verdict, "reference_classes": item_classes, "undecidable": items,
}
WHERE = {"water_body": body, "comparison": comparison}
CHANGE = one_of("none", "some_better", "some_worse", "marked_better", "marked_worse")
SIGNIFICANCE = {
    "significant_0_05": flag, "significant_0_01": flag, "direction": one_of("rise", "fall", "none"),
}
SHARES = record(total=whole, I_to_III=whole, inferior_V=whole)
TWO_SHARES = mapped(one_of("I_to_III", "inferior_V"), decimal)
GROUND_NO = {"type": "string", "pattern": r"^([1-9]|[12]\d|3\d)$"}
URBAN = one_of("transparency_cm", "DO", "ORP_mV", "NH3-N")

VALUES = {
    "round": ({"value": decimal, "decimals": whole}, {"rounded": decimal}),
    "item_class": ({"item": item, "value": decimal, **WHERE}, {"class": nullable(klass)}),
    "exceedance_multiple": (
        {"item": item, "value": decimal, **WHERE, "base": target, "decimals": whole},
        {"multiple": nullable(decimal), "class": nullable(klass), "quality": nullable(quality)},
    ),
    "source_item": (
        {"table": one_of("2", "3"), "no": whole, "name_zh": text, "value": cell},
        {"verdict": one_of("met", "missed", "undecidable", "not_assessed")},
    ),
    "ground_item": (
        {"no": GROUND_NO, "name_zh": text, "value": cell},
        {"classes": {**listed(ground_class), "minItems": 1}},
    ),
    "cell": (
        {"text": text, "detection_limit": nullable(decimal)},
        {"state": one_of("value", "below", "missing", "void"), "amount": nullable(decimal),
         "entering": nullable(decimal)},
    ),
    "heading": ({"text": text}, {"item": nullable(item)}),
    "class_name": ({"text": text}, {"class": nullable(klass)}),
    "period_mean": (
        {"file": text, "column": text, "item": nullable(item), "unit": text, **WHERE, "decimals": whole},
        {"mean": nullable(decimal), "min": nullable(decimal), "max": nullable(decimal),
         "class": nullable(klass)},
    ),
    "mean": (
        {"item": item,
         "period": one_of("day", "ten_days", "month", "quarter", "half_year", "season", "year",
                          "year_to_date", "station_report"),
         **WHERE, "samples": listed(pair(ref("date"), cell)), "ice_or_drought": flag, "decimals": whole},
        {"mean": nullable(decimal), "class": nullable(klass), "values": whole,
         "below_detection": whole, "without_value": whole, "sufficient": nullable(flag)},
    ),
    "lake_mean": (
        {"item": item, "points": listed(listed(cell)), "comparison": comparison, "decimals": whole},
        {"mean": nullable(decimal), "class": nullable(klass)},
    ),
    "remarks": ({"items": mapped(text, cell)}, {"remarked": texts()}),
    "outlook": (
        {"item": item, **WHERE, "target": target, "months": listed(decimal), "open_months": whole,
         "decimals": whole},
        {"rest": nullable(decimal)},
    ),
    "tli_weights": (
        {"r": mapped(parameter, decimal), "decimals": whole},
        {"r_squared": mapped(parameter, decimal), "weights": mapped(parameter, decimal)},
    ),
    "tli_grade": ({"tli": decimal}, {"grade": ref("trophic")}),
    "tli": (
        {"values": mapped(parameter, decimal), "decimals": whole},
        {"tli": decimal, "singles": mapped(parameter, decimal), "grade": ref("trophic"), "complete": flag},
    ),
    "spearman": ({"n": whole, "r": decimal, "item": item}, SIGNIFICANCE),
    "spearman_values": (
        {"values": listed(decimal), "item": item, "decimals": whole}, {"r": decimal, **SIGNIFICANCE},
    ),
    "standard_index": (
        {"form": one_of("1993", "2018"), "item": item, "value": decimal, "limit": nullable(decimal),
         "temperature": nullable(decimal), "decimals": whole},
        {"index": decimal, "do_saturation": nullable(decimal)},
    ),
    "do_saturation": (
        {"temperature": decimal, "salinity": nullable(decimal), "water_body": body, "decimals": whole},
        {"do_saturation": decimal},
    ),
    "black_odorous": (
        {"water": one_of("urban"), "readings": mapped(URBAN, decimal)}, {"grade": nullable(grade)},
    ),
    "black_odorous_shallow": ({"transparency_cm": decimal, "depth_cm": decimal}, {"grade": grade}),
    "black_odorous_point": ({"series": mapped(URBAN, listed(decimal))}, {"grade": grade}),
    "black_odorous_body": (
        {"points": listed(grade)}, {"grade": grade, "heavy_stretches": listed(pair(whole, whole))},
    ),
    "black_odorous_rural": ({"readings": mapped(URBAN, decimal)}, {"black_odorous": flag}),
    "base_flow": (
        {"flows": listed(nullable(decimal)), "target": decimal, "decimals": whole},
        {"days_reaching": whole, "percent": decimal, "verdict": verdict},
    ),
    "flood_season": (
        {"item": item, "water_body": body, "target": target, "values": listed(decimal), "decimals": whole},
        {"intensity": decimal},
    ),
}
SECTIONS = {
    "section": (
        {**WHERE, "items": cells, "absent": items, "target": nullable(target)}, SECTION,
    ),
    "section_of_items": (
        {**WHERE, "items": cells, "asked": items, "high_chloride": flag, "target": nullable(target)},
        {**SECTION, "absent": items, "not_limited": items,
         "worse_than_target": mapped(item, nullable(decimal))},
    ),
    "section_of_item_classes": (
        {"item_classes": item_classes, "multiples": mapped(item, decimal), "target": nullable(target)},
        SECTION,
    ),
    "own_items": (
        {"years": listed(item_classes), "target": nullable(target)}, {"items": items},
    ),
    "local_limits": (
        {**WHERE, "items": cells,
         "local_limits": listed(record(**{"item": item, "class": target, "limit": decimal, "document": text}))},
        {"class": nullable(klass), "determining": items, "item_classes": item_classes},
    ),
    "target": (
        {**WHERE, "items": cells, "target": nullable(target),
         "limits": listed(record(item=item, limit=decimal, strict=flag)),
         "class_last_year": nullable(klass), "no_worse_than_last_year": flag},
        {"verdict": verdict, "failing": items, "undecidable": items},
    ),
    "target_of_year": (
        {"targets": listed(record(**{"from": whole, "class": target})), "year": whole},
        {"target": nullable(target)},
    ),
    "provisional": (
        {**WHERE, "items": cells, "months": mapped(item, whole), "ice_or_drought": flag,
         "target": nullable(target)},
        {"class": nullable(klass), "verdict": verdict, "provisional": flag},
    ),
    "source": (
        {**WHERE, "target": nullable(target), "items": mapped(text, cell)},
        {"failing": texts(), "verdict": verdict},
    ),
    "ground_water": (
        {"items": mapped(GROUND_NO, cell)},
        {"class": ground_class, "determining": listed(GROUND_NO), "verdict": verdict},
    ),
    "function_zone": (
        {"zone": one_of("river", "lake", "drainage_control"), "target": nullable(target),
         "classes": listed(nullable(klass)), "class_of_mean": nullable(klass),
         "dry_months": listed(whole), "decimals": whole},
        {"left_out": nullable(one_of("dry", "drainage_control")), "times_assessed": whole,
         "times_met": whole, "rate_percent": nullable(decimal), "verdict_by_frequency": verdict,
         "verdict_by_mean": verdict},
    ),
}
GROUPS = {
    "share": (
        {"total": decimal, "parts": mapped(text, decimal), "decimals": whole},
        {"percents": mapped(text, decimal)},
    ),
    "region_state": (
        {"total": whole, "I_to_III": whole, "inferior_V": whole, "decimals": whole},
        {"method": one_of("shares", "item_means"), "state": nullable(quality),
         "percents": mapped(one_of("I_to_III", "IV_or_V", "inferior_V"), decimal)},
    ),
    "region_of_means": (
        {**WHERE, "sections": listed(cells)},
        {"class": nullable(klass), "determining": items, "main_items": items, "quality": nullable(quality)},
    ),
    "region_main_items": (
        {"sections": listed(item_classes), "decimals": whole},
        {"main_items": items, "percents": mapped(item, decimal)},
    ),
    "section_change": (
        {"quality_before": quality, "quality_now": quality}, {"change": one_of("better", "same", "worse")},
    ),
    "level_change": ({"quality_before": quality, "quality_now": quality}, {"change": CHANGE}),
    "share_change": (
        {"before": SHARES, "now": SHARES, "decimals": whole}, {"points": decimal, "change": CHANGE},
    ),
    "background": (
        {"sections": listed(record(**{
            "name": text, "class": nullable(klass), "class_without_background": nullable(klass)})),
         "decimals": whole},
        {"measured": TWO_SHARES, "without_background": TWO_SHARES},
    ),
    "goal": (
        {"measure": text, "count": whole, "total": whole, "direction": direction,
         "target_percent": decimal, "decimals": whole},
        {"percent": decimal, "verdict": verdict},
    ),
    "goal_with_open": (
        {"counted": whole, "total": whole, "open": whole, "direction": direction,
         "target_percent": decimal, "decimals": whole},
        {"verdict": verdict, "bounds": pair(decimal, decimal)},
    ),
    "plain_goal": (
        {"value": decimal, "direction": direction, "target": decimal}, {"verdict": verdict},
    ),
    "targets": (
        {"sections": listed(record(**{"name": text, "target": target, "class": nullable(klass)})),
         "decimals": whole},
        {"assessed": whole, "met": whole, "met_percent": nullable(decimal),
         "I_to_III_percent": nullable(decimal)},
    ),
    "source_volume": (
        {"sources": listed(record(name=text, volume=decimal, exceedances=texts(), exempt=flag)),
         "unit": text, "decimals": whole},
        {"total": decimal, "percent": decimal, "percent_without_exemption": decimal},
    ),
    "exceedance_rate": ({"indices": listed(decimal), "decimals": whole}, {"percent": decimal}),
    "city_index": (
        {"rivers": listed(cells), "lakes": listed(cells), "decimals": whole},
        {"river": nullable(decimal), "lake": nullable(decimal), "city": decimal},
    ),
    "city_change": ({"now": decimal, "base": decimal, "decimals": whole}, {"percent": decimal}),
}
KINDS = {**VALUES, **SECTIONS, **GROUPS}
