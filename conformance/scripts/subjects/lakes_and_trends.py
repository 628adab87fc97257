"""The trophic level index of values and its grades; Spearman's correlation of values."""

from fractions import Fraction

from reference import data, trends
from writing import case


def grades():
    for bound in ("30", "50", "60", "70"):
        for step in ("-0.001", "0", "0.001"):
            value = Fraction(bound) + Fraction(step)
            shown = f"{float(value):g}"
            yield case(f"tli-grade-{shown}", "tli_grade", [7], {"tli": shown},
                       ("exclusive-limit",) if step == "0" else (), certainty="S")
    for shown in ("0", "100", "-3.2"):
        yield case(f"tli-grade-{shown}", "tli_grade", [7], {"tli": shown}, certainty="S")


def tli(name, values, flags=(), decimals="4"):
    return case(f"tli-{name}", "tli", [7], {"values": values, "decimals": decimals}, flags, certainty="S")


def indices():
    typical = {"chl-a": "12.3", "TP": "0.045", "TN": "1.21", "SD": "0.8", "CODMn": "4.2"}
    yield tli("all", typical)
    yield tli("clear", {"chl-a": "0.9", "TP": "0.006", "TN": "0.31", "SD": "6.5", "CODMn": "1.2"})
    yield tli("heavy", {"chl-a": "180", "TP": "0.42", "TN": "6.8", "SD": "0.15", "CODMn": "19"})
    yield tli("moderate", {"chl-a": "61", "TP": "0.16", "TN": "3.1", "SD": "0.35", "CODMn": "8.1"})
    yield tli("light", {"chl-a": "31", "TP": "0.09", "TN": "1.9", "SD": "0.6", "CODMn": "5.6"})
    yield tli("ones", {"chl-a": "1", "TP": "1", "TN": "1", "SD": "1", "CODMn": "1"})
    for missing in typical:
        present = {name: value for name, value in typical.items() if name != missing}
        yield tli(f"without-{missing}", present, ("renormalised-weights", "missing-as-zero"))
    for only in typical:
        yield tli(f"only-{only}", {only: typical[only]},
                  ("renormalised-weights", "tli-2.66") if only == "CODMn" else ("renormalised-weights",))
    yield tli("codmn-large", {"CODMn": "40"}, ("tli-2.66", "renormalised-weights"))

    def weights(name, r, decimals="6"):
        return case(f"tli-weights-{name}", "tli_weights", [7], {"r": r, "decimals": decimals}, certainty="S")

    yield weights("two", {"chl-a": "1", "TP": "0.84"})
    yield weights("negative", {"SD": "-0.83", "TN": "0.82", "CODMn": "0.83"})


def keys_of(n, r):
    """A direction is expected where the trend is significant; elsewhere no text defines it."""
    significant = trends.is_significant(int(n), Fraction(r), "0.05")
    return None if significant else ("significant_0_05", "significant_0_01")


def critical():
    def test(n, r, flags=()):
        return case(f"spearman-{n}-{r}", "spearman", [8], {"n": n, "r": r, "item": "COD"}, flags,
                    keys=keys_of(n, r), certainty="K")

    done = set()
    for level, rows in data.BOUNDS["spearman"].items():
        if level not in ("0.05", "0.01"):
            continue
        for n, bound in rows.items():
            for step in ("0", "-0.0005", "-0.0006", "-0.001"):
                shown = f"{float(bound + Fraction(step)):.4f}"
                if (n, shown) not in done:
                    done.add((n, shown))
                    yield test(n, shown, ("exclusive-limit",) if step == "0" else ())
    for r in ("-0.377", "-0.3764", "-0.534", "0", "0.2"):
        yield test("20", r)
    for r in ("0.45", "-0.45"):
        yield case(f"spearman-20-{r}-DO", "spearman", [8], {"n": "20", "r": r, "item": "DO"},
                   ("oxygen-trend",), keys=keys_of("20", r), certainty="K")


def of_values():
    def series(name, values, flags=(), decimals="6"):
        r = trends.correlation([Fraction(value) for value in values])
        keys = keys_of(len(values), r)
        return case(
            f"spearman-values-{name}", "spearman_values", [8],
            {"values": values, "item": "COD", "decimals": decimals}, flags,
            keys=keys and ("r", *keys), certainty="K",
        )

    yield series("rising", ["1", "2", "3", "4", "5"])
    yield series("falling", ["5.1", "4.2", "3.3", "2.4", "1.5"])
    yield series("at-critical", ["1", "2", "3", "5", "4"], ("exclusive-limit",))
    yield series("ties", ["0.3", "0.3", "0.5", "0.5", "0.5", "0.9"], ("tied-ranks",))
    yield series("tie-at-end", ["0.1", "0.2", "0.3", "0.4", "0.4", "0.4", "0.4"], ("tied-ranks",))
    yield series("all-equal", ["7"] * 6, ("tied-ranks",))
    yield series("same-number-other-text", ["1.0", "1", "1.00", "2", "0.5"], ("tied-ranks",))
    yield series("six-29-of-35", ["2", "1", "4", "3", "6", "5"], ("exclusive-limit",))
    yield series("six-33-of-35", ["2", "1", "3", "4", "5", "6"], ("exclusive-limit",))
    yield series("eight", ["3.1", "2.9", "3.3", "2.5", "2.7", "2.2", "2.6", "2.0"])
    yield series("ten", ["11", "9", "12", "14", "10", "16", "15", "18", "13", "17"])
    yield series("twelve", ["5", "3", "6", "2", "7", "8", "1", "9", "12", "10", "4", "11"])
    yield series("magnitude-does-not-count", ["1", "2", "300", "4", "5000"], ())


def cases():
    for part in (grades, indices, critical, of_values):
        yield from part()
