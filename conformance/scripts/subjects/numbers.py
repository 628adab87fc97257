"""Rounding, shares of counts, and multiples: ties, and where floats and half-up go astray."""

from fractions import Fraction

from reference.exact import rounded
from writing import case


def half_up(value, decimals):
    """What a program that rounds ties away from zero gives."""
    scaled = abs(value) * 10**decimals + Fraction(1, 2)
    units = Fraction(scaled.numerator // scaled.denominator, 10**decimals)
    return -units if value < 0 else units


def float_differs(text, decimals):
    return Fraction(str(round(float(text), decimals))) != rounded(Fraction(text), decimals)


def one(text, decimals, flags=(), certainty="S"):
    found = set(flags)
    value = Fraction(text)
    if half_up(value, decimals) != rounded(value, decimals):
        found.add("half-up")
    if float_differs(text, decimals):
        found.add("float-tie")
    return case(
        f"rounding-{text}-{decimals}", "round", [5], {"value": text, "decimals": str(decimals)},
        found, certainty=certainty, title="GB/T 8170-2008",
    )


# Value, decimals: examples of §5 among them, then ties at every digit, carries, signs, zeros.
EXAMPLES = [
    ("12.1498", 0), ("10.5002", 0), ("1.050", 1), ("0.35", 1), ("-0.0365", 3), ("8.53459", 2),
    ("0.0003", 3), ("0.00005", 3), ("0.0006", 3), ("0.0035", 3), ("0.0045", 3), ("0.00051", 3),
    ("0.0005", 3), ("0.00049", 3), ("-0.0003", 3), ("0", 3), ("0.000", 2), ("0.4", 0), ("0.5", 0),
    ("0.51", 0), ("0.04", 1), ("0.05", 1), ("0.051", 1), ("99.95", 1), ("9.995", 2), ("999.5", 0),
    ("998.5", 0), ("1e-3", 2), ("1.5e1", 0), ("2.5E0", 0), ("-2.5", 0), ("-3.5", 0), ("2.50000001", 0),
    ("2.49999999", 0), ("123456789.125", 2), ("123456789.135", 2), ("0.00095", 3), ("0.0009", 2),
    ("0.00123", 1), ("0.00012", 3), ("-0.5", 0), ("+1.25", 1), ("10000000000.05", 1),
]
STEPS = [("0.445", 1), ("2.4495", 1), ("7.4499", 0), ("0.14501", 1), ("1.3449", 2), ("5.0499", 1)]


def rounding():
    seen = set()
    for text, decimals in EXAMPLES:
        flags = {"zero-after-rounding"} if Fraction(text) and not rounded(Fraction(text), decimals) else set()
        seen.add((text, decimals))
        yield one(text, decimals, flags)
    for text, decimals in STEPS:
        seen.add((text, decimals))
        yield one(text, decimals, {"round-in-steps"})
    for whole in range(0, 3):
        for units in range(1, 100, 7):
            for decimals in (1, 2):
                text = f"{whole}.{units:02d}5"[: 3 + decimals] if decimals == 2 else f"{whole}.{units % 10}5"
                if (text, decimals) not in seen:
                    seen.add((text, decimals))
                    yield one(text, decimals)


def shares():
    for total, parts, decimals in (
        ("8", {"a": "1", "b": "3"}, "1"), ("16", {"a": "1", "b": "3", "c": "5"}, "1"),
        ("32", {"a": "1", "b": "3"}, "2"), ("80", {"a": "1", "b": "7"}, "1"),
        ("160", {"a": "1", "b": "3", "c": "57"}, "2"), ("3", {"a": "1", "b": "2"}, "1"),
        ("3000", {"a": "1", "all": "3000"}, "1"), ("2000", {"a": "1", "b": "3", "c": "2000"}, "1"),
        ("1000", {"a": "575", "b": "285", "c": "145"}, "0"), ("200", {"a": "29", "b": "57"}, "0"),
        ("47.5", {"a": "12.35"}, "1"), ("52", {"a": "50"}, "1"), ("7", {"a": "6", "b": "5"}, "1"),
        ("40", {"a": "1", "b": "23"}, "0"), ("1250", {"a": "3", "b": "9"}, "1"),
    ):
        flags = set()
        for part in parts.values():
            exact = Fraction(part) * 100 / Fraction(total)
            naive = round(float(part) / float(total) * 100, int(decimals))
            if half_up(exact, int(decimals)) != rounded(exact, int(decimals)):
                flags.add("half-up")
            if Fraction(str(naive)) != rounded(exact, int(decimals)):
                flags.add("float-tie")
        name = "-".join(parts.values())
        yield case(
            f"share-{total}-{name}-{decimals}", "share", [5, 9],
            {"total": total, "parts": parts, "decimals": decimals}, flags, certainty="F",
        )


def multiples():
    def over(item, value, body, base, decimals, flags=(), comparison="full_value"):
        return case(
            f"multiple-of-{item}-{value}-{body}-{base}-{comparison}-{decimals}", "exceedance_multiple", [3, 5],
            {"item": item, "value": value, "water_body": body, "base": base,
             "comparison": comparison, "decimals": decimals}, flags, certainty="S",
        )

    # Ties that floats break; found by comparing (C - S) / S in floats with the exact value.
    for item, limit in (("TP", "0.2"), ("NH3-N", "1.0"), ("COD", "20"), ("CODMn", "6")):
        kept = 0
        for units in range(1, 400):
            exact = Fraction(2 * units + 1, 200)
            value = Fraction(limit) * (1 + exact)
            text = f"{float(value):.6f}".rstrip("0")
            if Fraction(text) != value:
                continue
            naive = round((float(text) - float(limit)) / float(limit), 2)
            if Fraction(str(naive)) != rounded(exact, 2) and kept < 6:
                kept += 1
                yield over(item, text, "river", "III", "2", ("float-tie",))
    yield over("TP", "0.284", "river", "III", "1")
    yield over("TP", "0.0505", "lake", "III", "1", ("zero-after-rounding", "river-tp-on-lake"))
    yield over("TP", "0.203", "river", "III", "1", ("zero-after-rounding",))
    yield over("DO", "1.5", "river", "III", "2", ("multiple-of-oxygen",))
    yield over("pH", "9.8", "river", "III", "2", ("multiple-of-oxygen",))
    yield over("NH3-N", "1.004", "river", "III", "3", ("round-after-comparing",), "round_first")
    yield over("NH3-N", "1.3", "river", "II", "2")
    yield over("TN", "1.9", "river", "III", "2", ("tn-in-river-class",))


def cases():
    yield from rounding()
    yield from shares()
    yield from multiples()
