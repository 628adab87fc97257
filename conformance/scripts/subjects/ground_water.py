"""The 39 items of ground water at each of their limits, and whole samples."""

from fractions import Fraction

from reference import data
from subjects.limits import decimal_text, places
from writing import case

TITLE = "GB/T 14848-2017, Table 1"


def item(no, shown, flags):
    return case(
        f"ground-{no}-{shown}", "ground_item", [17],
        {"no": no, "name_zh": data.GROUND_NAMES[no], "value": shown},
        flags, certainty="S", title=TITLE,
    )


def item_cases(no, limits):
    seen = {}
    bounds = [limit for limit in limits.values() if limit is not None]
    for limit in bounds:
        hair = Fraction(1, 10 ** (places(limit) + 3))
        equal = bounds.count(limit) > 1
        at = {"exclusive-limit"} | ({"best-of-equal-limits"} if equal else set())
        seen.setdefault(limit, set()).update(at)
        seen.setdefault(limit + hair, set())
        seen.setdefault(limit - hair, set())
    seen.setdefault(bounds[-1] * 10, set()).add("ground-inferior-V")
    for value, flags in seen.items():
        yield item(no, decimal_text(value), flags)


def sample(name, items, flags=()):
    return case(
        f"ground-sample-{name}", "ground_water", [10, 17], {"items": items}, flags, certainty="S",
        title=TITLE,
    )


def cases():
    for no in data.GROUND_NAMES:
        if no in data.GROUND_WORDS:
            yield item(no, "无", ())
            yield item(no, "有", ("ground-inferior-V",))
        elif no == data.GROUND_PH_NUMBER:
            for shown in ("5.49", "5.5", "6.49", "6.5", "7", "8.5", "8.51", "9.0", "9.01"):
                yield item(no, shown, {"exclusive-limit"} if shown in ("5.5", "6.5", "8.5", "9.0") else ())
        else:
            yield from item_cases(no, data.GROUND_LIMITS[no])
            if data.GROUND_LIMITS[no]["I"] is None:
                yield item(no, "0.05L", ())
    yield sample("good", {"5": "7.2", "6": "210", "10": "0.1", "18": "0.02", "24": "3.1"})
    yield sample("iron-IV", {"5": "7.2", "6": "210", "10": "0.9", "18": "0.02"})
    yield sample("manganese-at-III", {"5": "7.2", "11": "0.10"}, ("exclusive-limit",))
    yield sample("worst-V", {"5": "5.2", "6": "900", "10": "2.5", "20": "120"}, ("ground-inferior-V",))
    yield sample("half-limit", {"19": "0.04L", "28": "0.00004L"}, ("censored-as-limit",))
    yield sample("words", {"2": "有", "5": "7"}, ())
    yield sample("equal-limits", {"3": "3", "21": "3.0", "30": "0.01"}, ("best-of-equal-limits",))
