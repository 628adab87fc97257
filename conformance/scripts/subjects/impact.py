"""City index, standard index, black-odorous water, function zones, base flow, flood season."""

from writing import case


def cities():
    def index(name, rivers, lakes, flags=()):
        return case(
            f"city-{name}", "city_index", [12],
            {"rivers": rivers, "lakes": lakes, "decimals": "4"}, flags, certainty="S",
        )

    yield index("oxygen", [{"DO": "5"}, {"DO": "10"}], [], ("mean-of-indices", "do-as-upper-bound"))
    yield index("one-river", [{"pH": "7.4", "DO": "6.2", "CODMn": "4.1", "NH3-N": "0.61", "TP": "0.12"}], [])
    yield index("acid", [{"pH": "6.4", "DO": "8"}], [])
    yield index("neutral", [{"pH": "7", "DO": "8"}], [])
    yield index("lake", [], [{"TP": "0.06", "NH3-N": "0.2"}, {"TP": "0.02", "NH3-N": "0.4"}], ("river-tp-on-lake",))
    yield index("weights", [{"TP": "0.1"}, {"TP": "0.3"}, {"TP": "0.2"}], [{"TP": "0.1"}], ("river-tp-on-lake",))
    yield index("reference-apart", [{"TP": "0.1", "TN": "4.4", "FC": "90000", "WT": "21"}], [], ("reference-items-counted",))
    yield index("absent-in-one", [{"TP": "0.1", "COD": "14"}, {"TP": "0.3", "COD": "--"}], [], ("missing-as-zero",))
    yield index("halves", [{"Hg": "0.00004L", "CN-": "0.004L"}], [], ("censored-as-limit", "censored-as-zero"))
    whole = {
        "pH": "7.6", "DO": "7.1", "CODMn": "3.2", "COD": "14.5", "BOD5": "2.6", "NH3-N": "0.42", "TP": "0.087",
        "Cu": "0.004", "Zn": "0.02", "F-": "0.41", "Se": "0.0004L", "As": "0.0012", "Hg": "0.00004L",
        "Cd": "0.0001", "Cr6+": "0.004L", "Pb": "0.001", "CN-": "0.002", "VP": "0.0006", "Oil": "0.01",
        "LAS": "0.04", "S2-": "0.01",
    }
    yield index("all-21", [whole], [])
    for now, base in (("5.2", "6.5"), ("6.5", "5.2"), ("4", "4"), ("3.7", "3.3")):
        yield case(f"city-change-{now}-{base}", "city_change", [12],
                   {"now": now, "base": base, "decimals": "2"}, certainty="S")


def standard_indices():
    def index(form, item, value, limit, temperature, flags=(), decimals="4"):
        return case(
            f"index-{form}-{item}-{value}-{limit}-{temperature}", "standard_index", [13],
            {"form": form, "item": item, "value": value, "limit": limit, "temperature": temperature,
             "decimals": decimals}, flags, certainty="K",
        )

    for form in ("1993", "2018"):
        for value, limit, temperature in (
            ("4.5", "6", "23"), ("6", "6", "23"), ("6.5", "5", "23"), ("5", "5", "10"), ("9.9", "5", "25"),
            ("8.4", "5", "26"), ("1.2", "3", "18"), ("14.3", "6", "8"), ("11.7", "7.5", "8.4"),
        ):
            yield index(form, "DO", value, limit, temperature, ("index-1993-as-2018", "do-as-upper-bound"))
        for value in ("6", "6.5", "7", "7.01", "8", "9", "9.4", "5.2"):
            yield index(form, "pH", value, None, None)
        yield index(form, "NH3-N", "1.4", "1.0", None)
        yield index(form, "TP", "0.2", "0.2", None, ("exclusive-limit",))
    for temperature, salinity in (("0", None), ("8.4", None), ("20", None), ("30", None), ("20", "0"), ("20", "30"), ("15.5", "8.2"), ("0", "35")):
        yield case(
            f"saturation-{temperature}-{salinity}", "do_saturation", [13],
            {"temperature": temperature, "salinity": salinity, "water_body": "river", "decimals": "4"},
            certainty="K",
        )


def black_odorous():
    def one(name, value, flags=()):
        return case(
            f"black-odorous-{name}-{value}", "black_odorous", [14],
            {"water": "urban", "readings": {name: value}}, flags, keys=("grade",), certainty="S",
        )

    at = ("exclusive-limit",)
    for name, values in {
        "transparency_cm": ("25", "25.01", "24.99", "10", "9.99", "10.01", "60", "1"),
        "DO": ("2.0", "2.01", "1.99", "0.2", "0.19", "0.21", "6", "0"),
        "ORP_mV": ("50", "50.1", "49.9", "-200", "-200.1", "-199.9", "150", "-310"),
        "NH3-N": ("8.0", "8.01", "7.99", "15", "15.01", "14.99", "0.5", "40"),
    }.items():
        for place, value in enumerate(values):
            flags = at if place in (0, 3) else ()
            if name == "NH3-N" and value in ("8.01", "14.99"):
                flags = ("black-odorous-8-for-heavy",)
            yield one(name, value, flags)
    yield case("black-odorous-worst", "black_odorous", [14], {"water": "urban", "readings": {
        "transparency_cm": "30", "DO": "1.1", "ORP_mV": "-250", "NH3-N": "3"}}, (), keys=("grade",), certainty="S")
    yield case("black-odorous-nothing", "black_odorous", [14], {"water": "urban", "readings": {}},
               ("missing-as-zero",), keys=("grade",), certainty="S")
    yield case("black-odorous-clean", "black_odorous", [14], {"water": "urban", "readings": {
        "transparency_cm": "55", "DO": "5.1", "ORP_mV": "120", "NH3-N": "1.1"}}, (), keys=("grade",), certainty="S")
    for value, depth in (("9", "20"), ("8", "20"), ("7.99", "20"), ("9.6", "24"), ("9.59", "24"), ("9.9", "24.9"), ("9.99", "25"), ("10.1", "25.5"), ("10", "25"), ("9", "60")):
        yield case(
            f"black-odorous-shallow-{value}-{depth}", "black_odorous_shallow", [14],
            {"transparency_cm": value, "depth_cm": depth}, at if value in ("8", "9.6", "10") else (), certainty="S",
        )

    def point(name, series, flags=()):
        return case(f"black-odorous-point-{name}", "black_odorous_point", [14], {"series": series}, flags, certainty="S")

    yield point("60-percent", {"NH3-N": ["16", "17", "18", "9", "3"]}, at)
    yield point("under-60-percent", {"NH3-N": ["16", "17", "9", "9", "3"]})
    yield point("just-under-60-percent", {"NH3-N": ["16"] * 13 + ["9"] * 9})
    yield point("one-60-percent-of-two", {"NH3-N": ["16", "17", "18", "9", "3"], "DO": ["5", "6"]}, at)
    yield point("just-under-30-percent", {"NH3-N": ["16"] * 5 + ["9"] * 12, "DO": ["0.1"] * 5 + ["5"] * 12})
    yield point("two-30-percent", {"NH3-N": ["16", "17", "16", "9", "3", "3", "3", "3", "3", "3"],
                                   "DO": ["0.1", "0.1", "0.1", "5", "5", "5", "5", "5", "5", "5"]}, at)
    yield point("two-under-30-percent", {"NH3-N": ["16", "17", "9", "9", "3", "3", "3", "3", "3", "3"],
                                         "DO": ["0.1", "0.1", "0.1", "5", "5", "5", "5", "5", "5", "5"]})
    yield point("one-30-percent", {"NH3-N": ["16", "17", "16", "9", "3", "3", "3", "3", "3", "3"]})
    yield point("light-only", {"NH3-N": ["9", "9.5", "3"]}, ("black-odorous-8-for-heavy",))
    yield point("none", {"NH3-N": ["3", "2"], "DO": ["5", "6"]})
    yield point("one-light", {"NH3-N": ["3", "2"], "DO": ["5", "1.8"]})

    def body(points, flags=()):
        letters = "".join(grade[0] for grade in points)
        return case(f"black-odorous-body-{letters}", "black_odorous_body", [14], {"points": points}, flags, certainty="S")

    n, l, h = "none", "light", "heavy"
    yield body([h, h, h, l, l], at)
    yield body([h, h, l, l, l])
    yield body([n, h, h, h, n, n, n, n])
    yield body(([h, h, l] * 6 + [h, l, l, l]))
    yield body([h, h, n, h, h, h, h, n, n, l, n, n, n])
    yield body([n, n, n])
    yield body([n, n, l])
    yield body([n, n, n, n, n, h, h, h])
    yield body([h, h])

    for name, bound, better in (("transparency_cm", "25", "25.1"), ("DO", "2", "2.1"), ("NH3-N", "15", "14.9")):
        worse = {"transparency_cm": "24.9", "DO": "1.9", "NH3-N": "15.1"}[name]
        for value in (bound, better, worse):
            yield case(
                f"black-odorous-rural-{name}-{value}", "black_odorous_rural", [14],
                {"readings": {name: value}}, at if value == bound else (), certainty="K",
            )
    yield case("black-odorous-rural-any", "black_odorous_rural", [14],
               {"readings": {"transparency_cm": "40", "DO": "1.2", "NH3-N": "2"}}, certainty="K")


def zones():
    def zone(name, classes, flags=(), target="III", kind="river", dry=(), mean="III", decimals="1"):
        return case(
            f"zone-{name}", "function_zone", [11],
            {"zone": kind, "target": target, "classes": classes, "class_of_mean": mean,
             "dry_months": [str(month) for month in dry], "decimals": decimals}, flags, certainty="K",
        )

    at = ("exclusive-limit",)
    yield zone("80-percent", ["II", "III", "III", "IV", "I"], at)
    yield zone("75-percent", ["II", "III", "III", "IV"], mean="III")
    yield zone("11-of-12", ["III"] * 11 + ["V"], mean="IV")
    yield zone("9-of-12", ["III"] * 9 + ["IV"] * 3)
    yield zone("79-of-99", ["III"] * 79 + ["IV"] * 20)
    yield zone("80-of-99", ["III"] * 80 + ["IV"] * 19)
    yield zone("unassessed", ["III", "III", "III", "III", None, None, "IV"], ("missing-as-class-I",))
    yield zone("nothing", [None, None], ("missing-as-class-I",), mean=None)
    yield zone("mean-missed", ["III"] * 4, mean="IV")
    dry = ("any-six-dry-months",)
    yield zone("dry-5-10", ["III"] * 6, dry, dry=range(5, 11))
    yield zone("dry-1-5", ["III"] * 7, dry, dry=range(1, 6))
    yield zone("dry-every-other", ["III"] * 6, dry, dry=(1, 3, 5, 7, 9, 11))
    yield zone("dry-both-ends", ["III"] * 6, dry, dry=(1, 2, 3, 10, 11, 12))
    yield zone("dry-7-12", ["III"] * 6, dry, dry=range(7, 13))
    yield zone("dry-1-6", ["III"] * 6, dry, dry=range(1, 7))
    yield zone("dry-5-9", ["III"] * 7, dry, dry=range(5, 10))
    yield zone("dry-lake", ["III"] * 6, dry, kind="lake", dry=range(5, 11))
    yield zone("drainage", [], (), target=None, kind="drainage_control", mean=None)
    yield zone("drainage-with-target", ["IV", "V"], (), target="IV", kind="drainage_control", mean="V")


def flows():
    def flow(name, days, target="4.18", flags=(), decimals="1"):
        return case(f"base-flow-{name}", "base_flow", [15],
                    {"flows": days, "target": target, "decimals": decimals}, flags, certainty="K")

    yield flow("90-percent", ["4.18"] * 9 + ["4.17"], flags=("exclusive-limit",))
    yield flow("under-90", ["4.2"] * 89 + ["1"] * 10)
    yield flow("over-90", ["4.2"] * 91 + ["1"] * 10)
    yield flow("missing-days", ["4.2"] * 9 + [None, None, "1"], flags=("missing-as-zero",))
    yield flow("all", ["5", "6"])
    for name, item, values, target, body in (
        ("jiangkou", "TP", ["0.8", "3.30", "1.1"], "II", "river"), ("ammonia", "NH3-N", ["2.2", "2.35"], "III", "river"),
        ("lake", "TP", ["0.2", "0.31"], "III", "lake"), ("tie", "COD", ["21"], "III", "river"), ("small", "COD", ["0.9"], "III", "river"),
    ):
        yield case(f"flood-season-{name}", "flood_season", [15],
                   {"item": item, "water_body": body, "target": target, "values": values, "decimals": "1"},
                   ("river-tp-on-lake",) if body == "lake" else (), certainty="F")


def cases():
    for part in (cities, standard_indices, black_odorous, zones, flows):
        yield from part()
