"""Means of days, months, quarters and years, of pH, of lakes; sufficiency, remarks, outlook."""

from fractions import Fraction

from reference import data
from writing import case


def year_of(values, day="05"):
    return [[f"2024-{month:02d}-{day}", cell] for month, cell in enumerate(values, start=1)]


def mean(name, item, period, samples, flags=(), decimals="4", comparison="round_first", body="river",
         gap=False, keys=None, rules=(4, 5)):
    return case(
        f"mean-{name}", "mean", rules,
        {"item": item, "period": period, "water_body": body, "comparison": comparison,
         "samples": samples, "ice_or_drought": gap, "decimals": decimals},
        flags, keys=keys, certainty="S",
    )


def order_of_averaging():
    uneven = [["2024-01-03", "0.1"], ["2024-01-13", "0.1"], ["2024-01-23", "0.1"], ["2024-02-03", "0.4"]]
    for period in ("quarter", "half_year", "season", "year_to_date", "year"):
        keys = None if period in ("quarter", "year") else ("mean", "class", "values", "below_detection", "without_value")
        yield mean(f"uneven-{period}", "TP", period, uneven, ("pooled-for-months",), keys=keys)
    yield mean("uneven-station-report", "TP", "station_report", uneven, ("months-for-pooled",),
               keys=("mean", "class", "values", "below_detection", "without_value"))
    in_month = [["2024-01-03", "0.1"], ["2024-01-03", "0.2"], ["2024-01-23", "0.4"]]
    yield mean("pooled-month", "TP", "month", in_month, ("months-for-pooled",))
    for period in ("day", "ten_days"):
        yield mean(f"pooled-{period}", "TP", period, [["2024-01-03", "0.1"], ["2024-01-03", "0.25"]],
                   keys=("mean", "class", "values", "below_detection", "without_value"))
    yield mean("unsorted-year", "NH3-N", "quarter",
               [["2024-03-01", "0.15"], ["2024-01-09", "0.1"], ["2024-03-11", "0.7"], ["2024-02-01", "1.9"],
                ["2024-01-02", "0.6"]], ("pooled-for-months",))
    yield mean("no-rounding-on-the-way", "NH3-N", "quarter",
               [["2024-01-01", "1.004"], ["2024-02-01", "1.004"], ["2024-03-01", "1.006"]],
               ("round-in-steps",), decimals="2")


def exact_means():
    """Means that hit a limit or a tie as decimals, and miss it as floats."""
    yield mean("hits-0.2", "TP", "month", [["2024-01-01", "0.1"], ["2024-01-02", "0.2"], ["2024-01-03", "0.3"]],
               ("float-tie", "exclusive-limit"), comparison="full_value")
    for name, item, limit, spread, digits in (
        ("TP", "TP", "0.2", "0.1", 3), ("ammonia", "NH3-N", "1.0", "0.7", 2), ("codmn", "CODMn", "6", "1.1", 1),
        ("lead", "Pb", "0.05", "0.013", 3), ("oil", "Oil", "0.05", "0.017", 2), ("bod", "BOD5", "4", "1.3", 1),
        ("ammonia-II", "NH3-N", "0.5", "0.3", 2), ("TP-II", "TP", "0.1", "0.07", 3), ("zinc", "Zn", "1.0", "0.9", 3),
    ):
        found = 0
        for count in range(3, 25):
            cells = spread_cells(Fraction(limit), Fraction(spread), count)
            naive = sum(float(cell) for cell in cells) / count
            if naive > float(limit) and found < 2:
                found += 1
                samples = [[f"2024-01-{day:02d}", cell] for day, cell in enumerate(cells, start=1)]
                yield mean(f"hits-limit-{name}-{count}", item, "month", samples,
                           ("float-tie", "exclusive-limit"), comparison="full_value", decimals=str(digits + 2))
    for tie in ("0.155", "0.165", "1.005", "1.015", "0.505", "0.515", "1.505", "2.005", "2.015"):
        value = Fraction(tie)
        samples = [["2024-01-01", str(float(value - Fraction(1, 8)))], ["2024-01-02", tie],
                   ["2024-01-03", str(float(value + Fraction(1, 8)))]]
        yield mean(f"tie-{tie}", "NH3-N", "month", samples, ("float-tie", "half-up"), decimals="2")
    for tie in ("0.1005", "0.2005", "0.2015", "0.3005", "0.0205", "0.4005"):
        value = Fraction(tie)
        samples = [["2024-01-01", f"{float(value - Fraction(1, 100)):.4f}"], ["2024-01-02", tie],
                   ["2024-01-03", f"{float(value + Fraction(1, 100)):.4f}"]]
        yield mean(f"tie-{tie}", "TP", "month", samples, ("float-tie", "half-up"), decimals="3")
    for tie in ("4.95", "5.95", "2.95", "1.95", "7.45", "4.85"):
        yield mean(f"tie-{tie}", "DO", "month", [["2024-01-01", tie], ["2024-01-02", tie]],
                   ("half-up", "do-as-upper-bound"), decimals="1")


def spread_cells(limit, spread, count):
    """So many decimals whose exact mean is the limit."""
    cells = []
    for place in range(count):
        step = Fraction(2 * place - (count - 1), count * 10)
        value = limit + spread * Fraction(round(step * 1000), 1000)
        cells.append(value)
    cells[-1] += limit * count - sum(cells)
    return [f"{float(value):.7f}".rstrip("0").rstrip(".") for value in cells]


def ph_means():
    def of(name, cells, flags=("arithmetic-ph",), period="month"):
        return mean(f"ph-{name}", "pH", period,
                    [[f"2024-01-{day:02d}", cell] for day, cell in enumerate(cells, start=1)],
                    flags, decimals="2")

    yield of("example", ["6.5", "7.9", "8.8", "9", "6.78", "8.87"])
    yield of("two", ["6", "9"])
    yield of("acid-decides", ["5.1", "8.2", "8.4", "8.1"])
    yield of("below-6", ["5.0", "7.8", "7.9"])
    yield of("equal", ["7.25", "7.25", "7.25"], ())
    for shown in ("6", "9"):
        yield mean(f"ph-at-{shown}", "pH", "month", [["2024-01-01", shown], ["2024-01-02", shown + ".0"]],
                   ("exclusive-limit", "float-tie"), decimals="2", comparison="full_value")
    yield of("dead-probe", ["0", "7.4", "7.6", "7.5"])
    yield mean("ph-months-first", "pH", "quarter",
               [["2024-01-01", "6.1"], ["2024-01-02", "6.3"], ["2024-01-03", "6.2"], ["2024-02-01", "8.4"]],
               ("arithmetic-ph", "pooled-for-months"), decimals="2")


def missing_and_censored():
    yield mean("minus-one", "NH3-N", "month", [["2024-01-01", "0.4"], ["2024-01-02", "-1"], ["2024-01-03", "0.8"]],
               ("negative-one-averaged",))
    yield mean("words", "NH3-N", "month", [["2024-01-01", "0.4"], ["2024-01-02", "--"], ["2024-01-03", ""],
                                           ["2024-01-04", "*"], ["2024-01-05", "未检出"]], ("missing-as-zero",))
    yield mean("void", "TP", "month", [["2024-01-01", "0.11"], ["2024-01-02", "0.95Z"], ["2024-01-03", "0.19DEL"]],
               ("void-as-value",))
    yield mean("halves", "TP", "month", [["2024-01-01", "0.04L"], ["2024-01-02", "0.02"], ["2024-01-03", "0.03"]],
               ("censored-as-limit", "censored-as-zero"))
    yield mean("all-below", "Hg", "month", [["2024-01-01", "0.00004L"], ["2024-01-02", "0.00004L"]],
               ("censored-as-limit", "censored-as-zero"), decimals="5")
    yield mean("nothing", "TP", "month", [["2024-01-01", "--"]], ("missing-as-zero", "missing-as-class-I"))
    yield mean("mixed-limits", "VP", "quarter", [["2024-01-01", "0.0003L"], ["2024-02-01", "0.0006L"], ["2024-03-01", "0.004"]],
               ("censored-as-limit", "censored-as-zero"), decimals="5")


def columns():
    yield case(
        "period-mean-words-alone", "period_mean", [4, 5],
        {"file": "field/cnemc-2024-spring.csv", "column": "station_status", "item": "TP", "unit": "mg/L",
         "water_body": "river", "comparison": "round_first", "decimals": "3"},
        ("missing-as-zero", "missing-as-class-I"), certainty="S",
        note="A column of words: no cell of it is a number, so there is no mean and no class.",
    )


def sufficiency():
    few = ("too-few-as-final",)
    full = ["0.1"] * 12
    for count in (1, 7, 8, 9, 11, 12):
        for gap in (False, True):
            yield mean(f"year-{count}-months-{'gap' if gap else 'no-gap'}", "TP", "year", year_of(full[:count]), few,
                       gap=gap)
    yield mean("year-with-empty-month", "TP", "year", year_of([*full[:11], "--"]), few)
    twice = year_of(full[:6]) + year_of(full[:6], "20")
    yield mean("year-twice-a-month", "TP", "year", twice, few)
    for count in (1, 2, 3):
        yield mean(f"quarter-{count}", "TP", "quarter", year_of(full[:count]), few)
    yield mean("quarter-two-in-a-month", "TP", "quarter", [["2024-01-01", "0.1"], ["2024-01-20", "0.1"]], few)
    yield mean("month-one", "TP", "month", [["2024-01-01", "0.1"]], few)

    def year(name, months, gap=False, items=None, target="III"):
        return case(
            f"provisional-{name}", "provisional", [4, 9],
            {"water_body": "river", "comparison": "round_first",
             "items": items or {"pH": "7", "DO": "7.9", "CODMn": "3", "NH3-N": "0.3", "TP": "0.1"},
             "months": months, "ice_or_drought": gap, "target": target}, few, certainty="K",
        )

    twelve = {item: "12" for item in data.FIVE}
    yield year("full", twelve)
    yield year("one-short", {**twelve, "TP": "11"})
    yield year("eight-declared", {**twelve, "TP": "8"}, True)
    yield year("eight-undeclared", {**twelve, "TP": "8"})
    yield year("seven-declared", {**twelve, "TP": "7"}, True)
    yield year("item-absent", {item: "12" for item in data.FIVE[:4]})
    yield year("one-month", {item: "1" for item in data.FIVE})
    yield year("own-item-short", {**twelve, "F-": "4"},
               items={"pH": "7", "DO": "7.9", "CODMn": "3", "NH3-N": "0.3", "TP": "0.1", "F-": "0.4"})
    yield year("missed-and-short", {**twelve, "TP": "3"},
               items={"pH": "7", "DO": "7.9", "CODMn": "3", "NH3-N": "0.3", "TP": "0.5"})
    yield year("no-target", twelve, target=None)


def lakes():
    def lake(name, item, points, flags=("pooled-lake-points",), decimals="4", comparison="round_first"):
        return case(
            f"lake-mean-{name}", "lake_mean", [4, 7],
            {"item": item, "points": points, "comparison": comparison, "decimals": decimals},
            flags, certainty="S",
        )

    yield lake("uneven", "TP", [["0.02", "0.02", "0.02", "0.02"], ["0.11"]], ("pooled-lake-points", "river-tp-on-lake"))
    yield lake("even", "TP", [["0.02", "0.05"], ["0.11", "0.02"]], ())
    yield lake("point-without-value", "TP", [["0.04", "--"], ["", "--"], ["0.07"]], ("missing-as-zero",))
    yield lake("censored", "NH3-N", [["0.05L", "0.05L"], ["0.9"]], ("censored-as-limit", "pooled-lake-points"))
    yield lake("ph", "pH", [["6.2", "6.4", "8.8"], ["8.6"]], ("arithmetic-ph", "pooled-lake-points"), decimals="2")
    yield lake("nothing", "TP", [["--"], [""]], ("missing-as-zero",))
    yield lake("hits-limit", "TP", [["0.03", "0.06", "0.06"], ["0.05"]], ("float-tie", "exclusive-limit"), comparison="full_value")


def remark_cases():
    def remarked(name, items, flags=()):
        return case(f"remarks-{name}", "remarks", [4], {"items": items}, flags, certainty="K")

    for shown in ("2.99", "3", "12", "12.01"):
        yield remarked(f"ph-{shown}", {"pH": shown})
    for shown in ("30", "30.1"):
        yield remarked(f"oxygen-{shown}", {"DO": shown})
    for item in ("NH3-N", "COD", "Hg"):
        limit = data.LIMITS[item]["river"][4] * 100
        yield remarked(f"{item}-100-times", {item: f"{float(limit):g}"})
        yield remarked(f"{item}-over-100-times", {item: f"{float(limit * Fraction(1005, 1000)):g}"})
    yield remarked("cod-below-codmn", {"COD": "4.9", "CODMn": "5"})
    yield remarked("cod-equal-codmn", {"COD": "5", "CODMn": "5"})
    yield remarked("cod-below-bod5", {"COD": "4", "BOD5": "4.1", "CODMn": "2"})
    yield remarked("tn-below-ammonia", {"TN": "1.4", "NH3-N": "1.5"})
    yield remarked("tn-below-sum", {"TN": "1.4", "NH3-N": "0.5", "NO3-N": "1.0"})
    yield remarked("tn-equal-sum", {"TN": "1.5", "NH3-N": "0.5", "NO3-N": "1.0"})
    yield remarked("no-value", {"pH": "--", "DO": "", "COD": "-1", "CODMn": "3"})
    yield remarked("clean", {"pH": "7.4", "DO": "8", "COD": "12", "CODMn": "3", "BOD5": "2"})


def outlooks():
    def rest(name, item, months, open_months, target="III", decimals="4", comparison="round_first", flags=(), body="river"):
        return case(
            f"outlook-{name}", "outlook", [4, 5, 9],
            {"item": item, "water_body": body, "comparison": comparison, "target": target,
             "months": months, "open_months": open_months, "decimals": decimals}, flags, certainty="K",
        )

    yield rest("two-months", "TP", ["0.30", "0.26"], "10", flags=("half-up",))
    yield rest("nine-months", "TP", ["0.21"] * 9, "3")
    yield rest("full-value", "TP", ["0.30", "0.26"], "10", comparison="full_value", flags=("round-after-comparing",))
    yield rest("out-of-reach", "NH3-N", ["3.9", "4.2", "4.1", "4.4"], "8")
    yield rest("oxygen", "DO", ["4.1", "4.6", "3.9"], "9", decimals="2", flags=("do-as-upper-bound",))
    yield rest("oxygen-full", "DO", ["4.1", "4.6", "3.9"], "9", decimals="2", comparison="full_value",
               flags=("do-as-upper-bound",))
    yield rest("lake", "TP", ["0.06", "0.07"], "10", flags=("river-tp-on-lake",), body="lake")


def cases():
    for part in (order_of_averaging, exact_means, ph_means, missing_and_censored, columns, sufficiency, lakes,
                 remark_cases, outlooks):
        yield from part()
