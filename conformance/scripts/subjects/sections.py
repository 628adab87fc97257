"""Sections: who takes part, what decides, main items, targets, local limits, own items."""

from reference import data
from writing import case

CLEAN = {"pH": "7.4", "DO": "8.1", "CODMn": "1.6", "NH3-N": "0.08", "TP": "0.01"}
KEYS = (
    "class", "determining", "item_classes", "main_items", "quality", "verdict",
    "reference_classes", "undecidable",
)


def section(name, items, flags=(), body="river", comparison="round_first", target="III", absent=(),
            rules=(2, 3, 5, 9), clean=True, note=None):
    cells = {**(CLEAN if clean else {}), **items}
    return case(
        f"section-{name}", "section", rules,
        {"water_body": body, "comparison": comparison, "items": cells, "absent": list(absent),
         "target": target}, flags, keys=KEYS, certainty="S", note=note,
    )


def participation():
    yield section("clean", {})
    yield section("river-nitrogen", {"TN": "8.8"}, ("tn-in-river-class", "reference-items-counted"))
    yield section("lake-nitrogen", {"TN": "8.8"}, ("reference-items-counted",), body="lake")
    yield section("coliform", {"FC": "92000"}, ("reference-items-counted",))
    yield section("temperature", {"WT": "38"}, ("reference-items-counted",))
    yield section("lake-phosphorus", {"TP": "0.06"}, ("river-tp-on-lake",), body="lake")
    yield section("river-phosphorus", {"TP": "0.06"}, ("river-tp-on-lake",))
    yield section("ammonia-0.1", {"NH3-N": "0.1", "TP": "0.02"}, ("nh3n-0.015",), target="I")
    yield section("two-items", {"pH": "8.02", "DO": "8.4"}, ("missing-as-class-I",), clean=False,
                  absent=("CODMn", "NH3-N", "TP"))
    yield section("nothing", {}, ("missing-as-class-I", "missing-as-zero"), clean=False,
                  absent=data.FIVE)
    yield section("not-monitored", {"DO": "-1", "TP": "-1", "NH3-N": "0.7"},
                  ("negative-one-averaged", "missing-as-zero", "do-as-upper-bound"))
    yield section("dashes", {"DO": "--", "TP": "", "NH3-N": "*"}, ("missing-as-zero",))
    yield section("void", {"TP": "0.55Z", "NH3-N": "3.19DEL"}, ("void-as-value",))
    yield section("only-missing-cells", {"pH": "--", "TP": ""}, ("missing-as-class-I",), clean=False)
    yield section("no-target", {"TP": "0.25"}, target=None)
    for item in data.ASSESSED:
        worst = "1.1" if item == "DO" else "9.7" if item == "pH" else "60000"
        yield section(f"worst-{item}", {item: worst}, ("multiple-of-oxygen",) if item in ("DO", "pH") else ())
    yield section("oxygen-high", {"DO": "14.2"}, ("do-as-upper-bound",))
    for shown, flags in (("5.5", ("half-up",)), ("9.5", ("half-up",)), ("9.4", ("round-after-comparing",))):
        yield section(f"pH-{shown}-rounded", {"pH": shown}, flags)
        yield section(f"pH-{shown}-full", {"pH": shown}, ("round-after-comparing",), comparison="full_value")


def censored():
    for shown, flags in (
        ("0.0001L", ("censored-as-limit",)), ("0.0003L", ("undecidable-as-failing",)),
        ("0.0002L", ("exclusive-limit", "undecidable-as-failing")),
    ):
        yield section(f"mercury-{shown}", {"Hg": shown}, flags, rules=(2, 3, 4))
    yield section("phosphorus-0.3L-target-II", {"TP": "0.3L"}, ("undecidable-as-failing",), target="II")
    yield section("phosphorus-0.3L-target-III", {"TP": "0.3L"}, ("censored-as-limit",))
    for comparison, name in (("round_first", "rounded"), ("full_value", "full")):
        yield section(f"phosphorus-0.4009L-{name}", {"TP": "0.4009L"},
                      ("undecidable-as-failing", "round-after-comparing"), comparison=comparison,
                      note="Half of it is 0.20045: 0.200 where values are rounded first, which meets III.")
    yield section("phosphorus-0.5L-target-IV", {"TP": "0.5L"}, ("undecidable-as-failing",), target="IV")
    yield section("phosphorus-0.5L-no-target", {"TP": "0.5L"}, ("undecidable-as-failing",), target=None)
    yield section("phosphorus-0.2L-target-I", {"TP": "0.2L"}, ("undecidable-as-failing",), target="I")
    yield section("oxygen-0.2L", {"DO": "0.2L"}, ("censored-as-zero", "do-as-upper-bound"),
                  note="A result below the detection limit is below every limit of oxygen: it fails.")
    yield section("ammonia-0.3L", {"NH3-N": "0.3L"}, ("censored-as-limit", "exclusive-limit"))
    yield section("ammonia-<0.3", {"NH3-N": "<0.3"}, ("censored-as-limit",))
    yield section("all-undecidable", {"Hg": "0.001L", "Cd": "0.05L"}, ("undecidable-as-failing",), clean=False)


def main_items():
    yield section("metal-first", {"Hg": "0.0002", "NH3-N": "3.3", "TP": "0.45"}, ("priority-order",))
    yield section("cyanide-first", {"CN-": "0.21", "CODMn": "16", "COD": "45"}, ("priority-order",))
    yield section("five-metals", {"Hg": "0.0005", "Cd": "0.008", "Pb": "0.08", "Cr6+": "0.09",
                                  "NH3-N": "2.6"}, ("priority-order",))
    yield section("class-before-multiple", {"COD": "41", "NH3-N": "1.9", "TP": "0.39"})
    yield section("multiple-decides", {"NH3-N": "1.3", "TP": "0.28", "CODMn": "7.2"})
    yield section("table-order", {"CODMn": "9", "COD": "30", "BOD5": "6"})
    yield section("oxygen-last", {"DO": "4.1", "CODMn": "6.6", "TP": "0.21"}, ("multiple-of-oxygen",))
    yield section("four-over", {"CODMn": "8", "COD": "29", "BOD5": "5.9", "NH3-N": "1.4"})
    yield section("none-at-III", {"TP": "0.2", "NH3-N": "1.0", "DO": "5"}, ("exclusive-limit",), target="II")
    yield section("arsenic-first", {"As": "0.08", "NH3-N": "1.9"}, ("priority-order",))
    yield section("selenium-not-first", {"Se": "0.015", "NH3-N": "1.9"}, ("priority-order",))
    yield section("lead-first", {"Pb": "0.07", "TP": "0.39"}, ("priority-order",))
    yield section("chromium-first", {"Cr6+": "0.09", "TP": "0.5"}, ("priority-order",))
    yield section("cadmium-first", {"Cd": "0.008", "TP": "0.5"}, ("priority-order",))
    for target in data.CLASSES:
        yield section(f"target-{target}", {"TP": "0.25"}, target=target)
    yield section("target-V-inferior", {"TP": "0.41"}, target="V")
    for name, worst in zip([*data.CLASSES, data.INFERIOR], ("0.02", "0.1", "0.2", "0.3", "0.4", "0.5")):
        yield section(f"quality-{name}", {"DO": "7.5", "TP": worst}, ("exclusive-limit",))


def asked():
    def some(name, items, asked_items, flags=(), body="river", chloride=False, target="III"):
        return case(
            f"asked-{name}", "section_of_items", [3],
            {"water_body": body, "comparison": "round_first", "items": items, "asked": asked_items,
             "high_chloride": chloride, "target": target},
            flags, keys=("class", "determining", "absent", "not_limited", "verdict", "reference_classes",
                         "undecidable", "worse_than_target"), certainty="S",
        )

    five = data.FIVE
    yield some("five", {**CLEAN, "COD": "55"}, five)
    yield some("five-plus-fluoride", {**CLEAN, "F-": "1.3"}, [*five, "F-"])
    yield some("five-one-absent", {**CLEAN, "TP": ""}, five, ("missing-as-class-I",))
    yield some("lake-with-nitrogen", {**CLEAN, "TN": "1.7"}, [*five, "TN"], ("reference-items-counted",), "lake")
    yield some("temperature-asked", {**CLEAN, "WT": "21.5"}, [*five, "WT"])
    yield some("river-nitrogen-not-asked", {**CLEAN, "TN": "1.7"}, five, ("tn-in-river-class",))
    yield some("coliform-asked", {**CLEAN, "FC": "30000"}, [*five, "FC"], ("reference-items-counted",))
    yield some("chloride", {**CLEAN, "COD": "88"}, [*five, "COD"], (), chloride=True)
    yield some("no-chloride", {**CLEAN, "COD": "88"}, [*five, "COD"])
    yield some("chloride-nothing-else", {"COD": "88"}, ["COD"], ("missing-as-class-I",), chloride=True)
    yield some("good-but-worse-than-target", {**CLEAN, "TP": "0.15", "DO": "5.4", "CODMn": "4.7"}, five,
               ("multiple-of-oxygen",), target="II")
    yield some("not-asked-reference", {**CLEAN, "TN": "1.7", "FC": "150"}, five,
               ("reference-items-counted",), "lake")

    def own(name, years, target="III"):
        return case(
            f"own-items-{name}", "own_items", [3], {"years": years, "target": target}, certainty="S",
        )

    yield own("none", [{"F-": "III"}, {}])
    yield own("fluoride-last-year", [{}, {"F-": "IV", "Pb": "II"}])
    yield own("two-years", [{"COD": "V"}, {"BOD5": "IV", "COD": "II"}])
    yield own("monitored-everywhere", [{"TN": "inferior_V", "WT": "IV", "TP": "V"}, {}])
    yield own("target-II", [{"COD": "III", "Oil": "II"}, {}], "II")
    yield own("target-IV", [{"COD": "IV", "F-": "III"}, {}], "IV")
    yield own("target-I", [{"Zn": "II", "Cu": "I"}, {"FC": "II"}], "I")
    yield own("no-target", [{"COD": "IV"}, {"S2-": "V"}], None)


def targets():
    def target(name, items, limits, flags=(), goal="IV", last=None, no_worse=False, comparison="round_first"):
        return case(
            f"target-{name}", "target", [9],
            {"water_body": "river", "comparison": comparison, "items": {**CLEAN, **items},
             "target": goal, "limits": [
                 {"item": item, "limit": limit, "strict": strict} for item, limit, strict in limits],
             "class_last_year": last, "no_worse_than_last_year": no_worse},
            flags, certainty="F", keys=("verdict", "failing", "undecidable"),
        )

    guangdong = [("NH3-N", "3", True), ("TP", "0.35", True)]
    own = ("class-judges-own-limit",)
    yield target("own-limits-met", {"NH3-N": "2.99", "TP": "0.349"}, guangdong, own)
    yield target("own-limit-strict", {"NH3-N": "3", "TP": "0.2"}, guangdong, ("strict-target",))
    yield target("own-limit-at", {"NH3-N": "3", "TP": "0.2"}, [("NH3-N", "3", False)], ("exclusive-limit", *own))
    yield target("own-limit-over", {"NH3-N": "3.01"}, [("NH3-N", "3", False)], own)
    yield target("rest-by-class", {"NH3-N": "2.5", "COD": "33"}, guangdong, own)
    yield target("stricter-limit", {"TP": "0.16"}, [("TP", "0.15", False)], own, goal="III")
    yield target("own-limit-undecidable", {"TP": "0.4L"}, [("TP", "0.15", False)],
                 ("undecidable-as-failing",), goal="III")
    yield target("own-limit-decided", {"TP": "0.3L"}, [("TP", "0.15", False)],
                 ("censored-as-limit",), goal="III")
    yield target("oxygen-limit", {"DO": "4.4"}, [("DO", "4", False)], ("do-as-upper-bound", *own), goal="III")
    yield target("oxygen-limit-under", {"DO": "3.9"}, [("DO", "4", False)], ("do-as-upper-bound",), goal="III")
    yield target("own-limit-not-read", {"COD": "12"}, [("F-", "1", False)], ("missing-as-zero",), goal="III")
    yield target("no-worse", {"TP": "0.15"}, [], (), "IV", "III", True)
    yield target("worse-than-last-year", {"TP": "0.25"}, [], (), "IV", "III", True)
    yield target("worse-not-asked", {"TP": "0.25"}, [], (), "IV", "III", False)
    yield target("better-than-last-year", {"TP": "0.15"}, [], (), "IV", "V", True)
    yield target("last-year-unknown-and-missed", {"TP": "0.35"}, [], (), "IV", None, True)
    yield target("last-year-unknown", {"TP": "0.25"}, [], (), "IV", None, True)

    def valid(year):
        return case(
            f"target-of-{year}", "target_of_year", [9],
            {"targets": [{"from": "2024", "class": "IV"}, {"from": "2025", "class": "III"},
                         {"from": "2028", "class": "II"}], "year": year},
            ("future-target",), certainty="F",
        )

    for year in ("2023", "2024", "2025", "2026", "2027", "2028", "2035"):
        yield valid(year)


def local():
    def limited(name, items, limits, flags=()):
        return case(
            f"local-{name}", "local_limits", [1],
            {"water_body": "river", "comparison": "round_first", "items": {**CLEAN, **items},
             "local_limits": [
                 {"item": item, "class": of, "limit": limit, "document": "a local standard"}
                 for item, of, limit in limits]},
            flags, certainty="P",
        )

    yield limited("stricter-missed", {"TP": "0.18"}, [("TP", "III", "0.15")])
    yield limited("stricter-met", {"TP": "0.15"}, [("TP", "III", "0.15")], ("exclusive-limit",))
    yield limited("another-class", {"TP": "0.25"}, [("TP", "III", "0.15")])
    yield limited("inferior", {"COD": "39"}, [("COD", "V", "35")])
    yield limited("oxygen", {"DO": "5.4"}, [("DO", "III", "5.5")], ("do-as-upper-bound",))
    yield limited("worse-than-its-class", {"TP": "0.35"}, [("TP", "III", "0.15")])
    yield limited("other-item", {"TP": "0.18"}, [("COD", "III", "15")])


def of_classes():
    def printed(name, item_classes, multiples, target, flags=()):
        return case(
            f"classes-{name}", "section_of_item_classes", [3, 9],
            {"item_classes": item_classes, "multiples": multiples, "target": target}, flags,
            keys=("class", "determining", "main_items", "quality", "verdict"), certainty="S",
        )

    yield printed("tie-in-table-order", {"TP": "IV", "COD": "IV"}, {"TP": "0.2", "COD": "0.2"}, "III")
    yield printed("multiple", {"TP": "IV", "COD": "IV"}, {"TP": "0.30", "COD": "0.1"}, "IV")
    yield printed("class-first", {"TP": "V", "COD": "IV"}, {"TP": "0.1", "COD": "0.9"}, "V")
    yield printed("no-multiple", {"DO": "IV", "COD": "IV"}, {"COD": "0.01"}, None, ("multiple-of-oxygen",))
    yield printed("priority", {"TP": "inferior_V", "CN-": "inferior_V", "Pb": "V"}, {"TP": "3", "Pb": "0.5", "CN-": "0.2"},
                  "II", ("priority-order",))
    yield printed("all-good", {"TP": "III", "COD": "I"}, {}, "III")


def cases():
    yield from participation()
    yield from censored()
    yield from main_items()
    yield from asked()
    yield from targets()
    yield from local()
    yield from of_classes()
