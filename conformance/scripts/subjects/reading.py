"""Cells as laboratories and stations write them, headings of columns, names of classes."""

from reference import data
from writing import case


def cell(text, flags=(), limit=None):
    name = f"{text}" + (f"-limit-{limit}" if limit else "")
    return case(
        f"cell-{name}", "cell", [4], {"text": text, "detection_limit": limit}, flags, certainty="S",
        title="HJ/T 91-2002; marks of automatic stations",
    )


def cells():
    for text in ("0.025L", "5L", "<0.025", "0.00004L", "<0.02"):
        yield cell(text, ("censored-as-limit", "censored-as-zero"))
    for text in ("", "-", "--", "*", "/"):
        yield cell(text, ("missing-as-zero",))
    yield cell("-1", ("negative-one-averaged", "missing-as-zero"))
    for text in ("0.19DEL", "12.3Z", "3.1F", "DEL/nt/at", "7.2B"):
        yield cell(text, ("void-as-value",))
    for text in ("0", "0.00", "7", "7.0", "12.50", "1.008037E+07", "4e-6", "0.150"):
        yield cell(text)
    for text in ("ND", "未检出"):
        yield cell(text, ("missing-as-zero",))
        yield cell(text, ("censored-as-limit", "censored-as-zero"), "0.05")


def headings():
    codes = {}
    for row in data.STANDARD["table1"]:
        for name in (row["symbol"], row["name_cn"], row["hj525_code"]):
            if name:
                codes.setdefault(name, row["symbol"])
    for code in ("w20119", "w20141"):
        codes.pop(code, None)
    for name in codes:
        yield heading(name)
    yield heading("总磷(mg/L)")
    yield heading("氨氮（mg/L）")
    yield heading("w20119", ("arsenic-code",))
    yield heading("w20141", ("arsenic-code",))
    yield heading("电导率")
    yield heading("浊度(NTU)")


def heading(text, flags=()):
    return case(f"heading-{text}", "heading", [1, 16], {"text": text}, flags, certainty="S")


def class_names():
    for text in ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ", "Ⅲ类", "劣Ⅴ类"):
        yield class_name(text, ("roman-code-points",))
    for text in ("I", "II", "III", "IV", "V", "劣V", "III类", "劣V类", "1", "2", "3", "4", "5", "6"):
        yield class_name(text, ("roman-code-points",))
    for text in ("-1", "--", "*", "", "Ⅵ"):
        yield class_name(text)


def class_name(text, flags=()):
    return case(f"class-name-{text}", "class_name", [4, 16], {"text": text}, flags, certainty="F")


def cases():
    yield from cells()
    yield from headings()
    yield from class_names()
