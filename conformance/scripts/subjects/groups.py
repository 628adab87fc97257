"""Groups of sections: both sides of each bound of states, change and goals."""

from fractions import Fraction

from writing import case

LEVELS = ["excellent", "good", "lightly_polluted", "moderately_polluted", "heavily_polluted"]


def region(total, good, inferior, flags=()):
    return case(
        f"region-{total}-{good}-{inferior}", "region_state", [6],
        {"total": str(total), "I_to_III": str(good), "inferior_V": str(inferior), "decimals": "1"},
        flags, certainty="S", title="环办〔2011〕22号",
    )


def states():
    printed = ("printed-percent-compared",)
    at = ("exclusive-limit",)
    for total, good, inferior, flags in (
        (10, 9, 0, at), (10000, 8999, 0, printed), (10000, 9000, 1000, at), (10000, 9001, 0, ()),
        (20, 15, 0, at), (10000, 7499, 0, printed), (10000, 7500, 2500, at), (10000, 7501, 0, ()),
        (10000, 7000, 1999, printed), (10, 7, 2, at), (10000, 7000, 2001, ()),
        (10000, 6000, 3999, printed), (10, 6, 4, at), (10000, 5999, 4001, ()), (10, 3, 4, at),
        (10, 0, 10, ()), (10, 0, 0, ()), (10, 10, 0, ()), (8, 6, 2, ()), (9, 7, 2, ()),
        (5, 5, 0, ("five-sections-as-means",)), (5, 4, 1, ("five-sections-as-means",)),
        (4, 4, 0, ("five-sections-as-means",)), (1, 0, 1, ("five-sections-as-means",)),
        (6, 4, 1, ()), (6, 4, 2, ()), (7, 3, 3, ()), (11, 8, 1, ()), (200, 179, 0, printed),
        (1000, 899, 0, printed), (1999, 1799, 0, printed), (2000, 1499, 0, printed), (3, 1, 2, ("five-sections-as-means",)),
        (10, 5, 2, at), (10, 5, 1, ()), (10, 5, 3, ()),
    ):
        yield region(total, good, inferior, flags)


def means_of_regions():
    def of(name, sections, flags=(), body="river", comparison="round_first"):
        return case(
            f"region-means-{name}", "region_of_means", [3, 6],
            {"water_body": body, "comparison": comparison, "sections": sections}, flags, certainty="S",
        )

    yield of("two", [{"TP": "0.1", "NH3-N": "0.2"}, {"TP": "0.3", "NH3-N": "1.9"}], ("exclusive-limit",))
    yield of("one-over", [{"TP": "0.1"}, {"TP": "0.1"}, {"TP": "0.5"}])
    yield of("absent-in-one", [{"TP": "0.1", "DO": "4.2"}, {"TP": "0.2"}], ("missing-as-zero",))
    yield of("ph", [{"pH": "5.2", "DO": "8"}, {"pH": "8.9", "DO": "8"}], ("arithmetic-ph",))
    yield of("tie", [{"NH3-N": "1.0"}, {"NH3-N": "1.01"}], ("half-up", "float-tie"))
    yield of("full", [{"NH3-N": "1.0"}, {"NH3-N": "1.01"}], ("round-after-comparing",), comparison="full_value")
    yield of("halves", [{"TP": "0.02L"}, {"TP": "0.03"}], ("censored-as-limit", "censored-as-zero"))
    yield of("lake", [{"TP": "0.05"}, {"TP": "0.06"}], ("river-tp-on-lake",), body="lake")
    yield of("float", [{"TP": "0.1"}, {"TP": "0.2"}, {"TP": "0.3"}], ("float-tie", "exclusive-limit"), comparison="full_value")
    yield of("three-main", [{"COD": "41", "NH3-N": "1.9", "TP": "0.39", "BOD5": "5"}, {"COD": "41", "NH3-N": "1.9", "TP": "0.39", "BOD5": "5"}])


def main_items():
    def of(name, sections, flags=()):
        return case(
            f"region-main-{name}", "region_main_items", [6], {"sections": sections, "decimals": "1"},
            flags, certainty="S",
        )

    yield of("shares", [{"TP": "IV", "COD": "IV"}, {"TP": "V", "COD": "II"}, {"TP": "IV"}, {"COD": "V", "NH3-N": "IV"},
                        {"TP": "II", "BOD5": "inferior_V"}, {"DO": "IV", "NH3-N": "IV"}])
    yield of("none", [{"TP": "III"}, {"TP": "II"}, {"DO": "I"}, {"COD": "III"}, {"COD": "I"}])
    yield of("tie-in-table-order", [{"TP": "IV", "COD": "V", "CODMn": "IV", "BOD5": "IV"}] + [{"DO": "I"}] * 4)
    yield of("severity-does-not-count", [{"TP": "IV", "Hg": "inferior_V"}, {"TP": "IV"}, {"COD": "I"}] + [{"DO": "I"}] * 4)


def changes():
    for before in LEVELS:
        for now in LEVELS:
            given = {"quality_before": before, "quality_now": now}
            yield case(f"section-change-{before}-{now}", "section_change", [8], given, certainty="K")
            yield case(f"level-change-{before}-{now}", "level_change", [8], given, certainty="K")

    def shares(total, before, now, flags=()):
        def counts(pair):
            return {"total": str(total), "I_to_III": str(pair[0]), "inferior_V": str(pair[1])}

        return case(
            f"share-change-{total}-{before[0]}-{before[1]}-{now[0]}-{now[1]}", "share_change", [8],
            {"before": counts(before), "now": counts(now), "decimals": "1"}, flags, certainty="K",
        )

    at = ("exclusive-limit",)
    for total, before, now, flags in (
        (100, (50, 10), (60, 10), at), (1000, (500, 100), (601, 100), ("printed-percent-compared",)),
        (100, (50, 10), (50, 0), at), (1000, (500, 101), (500, 0), ()), (100, (50, 10), (65, 5), at),
        (1000, (500, 100), (651, 50), ()), (100, (60, 10), (50, 10), at), (1000, (601, 100), (500, 100), ()),
        (100, (70, 0), (50, 0), at), (1000, (701, 0), (500, 0), ()), (10, (5, 1), (5, 1), ()),
        (30, (20, 3), (21, 4), ()), (7, (3, 1), (5, 1), ()), (7, (5, 0), (3, 2), ()),
    ):
        yield shares(total, before, now, flags)


def goal(name, count, total, direction, target, decimals, flags=(), measure="I_to_III"):
    return case(
        f"goal-{name}", "goal", [9],
        {"measure": measure, "count": str(count), "total": str(total), "direction": direction,
         "target_percent": target, "decimals": decimals}, flags, certainty="F",
    )


def goals():
    published = ("share-not-as-published",)
    ends = ("zero-or-hundred-rounded",)
    for count, total, target, decimals in (
        (50, 52, "96.2", "1"), (50, 52, "96.15", "2"), (50, 52, "96.16", "2"), (6, 7, "85.7", "1"), (6, 7, "85.8", "1"),
        (2, 3, "66.7", "1"), (2, 3, "66.67", "2"), (1, 8, "12.5", "1"), (1, 16, "6.2", "1"), (3, 16, "18.8", "1"),
        (5, 16, "31.3", "1"),
    ):
        for direction in ("at_least", "at_most"):
            yield goal(f"{count}-of-{total}-{direction}-{target}-{decimals}", count, total, direction, target, decimals, published)
    for count, total, target, direction in (
        (1, 3000, "0", "at_most"), (0, 3000, "0", "at_most"), (2999, 3000, "100", "at_least"),
        (3000, 3000, "100", "at_least"), (1, 200, "0", "at_most"), (199, 200, "100", "at_least"),
    ):
        yield goal(f"{count}-of-{total}-{direction}-{target}", count, total, direction, target, "1", ends)
    # Exact shares that a float misses: count / total * 100 falls short of a whole percentage.
    for total in (50, 100, 125, 200):
        for direction in ("at_least", "at_most"):
            kept = 0
            for count in range(1, total):
                exact = Fraction(count * 100, total)
                short = count / total * 100 < exact if direction == "at_least" else count / total * 100 > exact
                if exact.denominator == 1 and short and kept < 3:
                    kept += 1
                    yield goal(f"exact-{count}-of-{total}-{direction}", count, total, direction, str(exact), "4",
                               ("float-tie", "exclusive-limit"))

    def open_goal(name, counted, total, still_open, direction, target, decimals="1"):
        return case(
            f"goal-open-{name}", "goal_with_open", [9],
            {"counted": str(counted), "total": str(total), "open": str(still_open),
             "direction": direction, "target_percent": target, "decimals": decimals},
            ("open-as-missed",), certainty="K",
        )

    yield open_goal("undecided", 5, 7, 2, "at_least", "85.7")
    yield open_goal("met-anyway", 5, 7, 2, "at_least", "71.4")
    yield open_goal("missed-anyway", 3, 7, 2, "at_least", "85.7")
    yield open_goal("at-most-undecided", 0, 7, 2, "at_most", "0")
    yield open_goal("at-most-missed", 1, 7, 2, "at_most", "0")
    yield open_goal("nothing-open", 6, 7, 0, "at_least", "85.7")
    yield open_goal("all-open", 0, 5, 5, "at_least", "60")
    yield open_goal("just-reachable", 4, 7, 2, "at_least", "85.7")

    def plain(value, direction, target, flags=()):
        return case(
            f"plain-{value}-{direction}-{target}", "plain_goal", [9],
            {"value": value, "direction": direction, "target": target}, flags, certainty="F",
        )

    for value, direction, target in (
        ("95.00", "at_least", "95"), ("94.99", "at_least", "95"), ("95.01", "at_least", "95"),
        ("3.2", "at_most", "3.2"), ("3.21", "at_most", "3.2"), ("3.19", "at_most", "3.2"),
    ):
        yield plain(value, direction, target, ("exclusive-limit",))


def members():
    def group(name, sections, flags=(), decimals="1"):
        return case(
            f"targets-{name}", "targets", [9],
            {"sections": [{"name": f"section {place}", "target": target, "class": found}
                          for place, (target, found) in enumerate(sections, start=1)],
             "decimals": decimals}, flags, certainty="F",
        )

    yield group("mixed", [("III", "II"), ("III", "IV"), ("II", "II"), ("IV", "IV"), ("III", "inferior_V"), ("V", "IV"), ("II", "III")])
    yield group("unassessed", [("III", "II"), ("III", None), ("II", "III")], ("missing-as-class-I",))
    yield group("all-met", [("III", "III"), ("II", "I")], ("exclusive-limit",))
    yield group("none-assessed", [("III", None), ("II", None)], ("missing-as-class-I",))
    yield group("inferior-target", [("V", "inferior_V"), ("V", "V")])

    def background(name, sections):
        return case(
            f"background-{name}", "background", [9],
            {"sections": [{"name": f"section {place}", "class": found, "class_without_background": without}
                          for place, (found, without) in enumerate(sections, start=1)], "decimals": "1"},
            ("background-only-reduced",), certainty="F",
        )

    yield background("one", [("inferior_V", "III"), ("II", None), ("III", None), ("IV", None), ("I", None)])
    yield background("not-enough", [("inferior_V", "V"), ("II", None), ("III", None), ("inferior_V", None)])
    yield background("none", [("II", None), ("IV", None), ("V", None)])
    yield background("unassessed", [("inferior_V", "IV"), (None, None), ("III", None)])

    def rate(values, decimals="1"):
        return case(
            f"exceedance-rate-{'-'.join(values)}", "exceedance_rate", [2, 13],
            {"indices": values, "decimals": decimals}, ("exclusive-limit",), certainty="K",
        )

    yield rate(["1", "1.0001", "0.9999"])
    yield rate(["0.2", "1", "1.00"])
    yield rate(["3.25", "1.4", "0.7", "1.01", "0.2", "2", "1.1"])


def cases():
    for part in (states, means_of_regions, main_items, changes, goals, members):
        yield from part()
