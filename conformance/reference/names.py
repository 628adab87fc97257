"""Words as bulletins write them: headings of columns, and names of classes (§16)."""

import re

from . import data

ROMAN = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V"}
DIGITS = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": data.INFERIOR}
# Arsenic has two codes in use: both are read, w20119 is written.
SECOND_CODES = {"w20119": "As", "w20141": "As"}


def class_named(text):
    """A class in code points of their own, in letters or as a number; None for anything else."""
    name = text.strip()
    if name.endswith("类"):
        name = name[:-1]
    for point, letters in ROMAN.items():
        name = name.replace(point, letters)
    if name in ("劣V", data.INFERIOR):
        return data.INFERIOR
    if name in data.CLASSES:
        return name
    return DIGITS.get(name)


def without_unit(heading):
    """总磷(mg/L), 总磷（以P计） and 总磷 are the same column."""
    return re.sub(r"[(（][^()（）]*[)）]\s*$", "", heading).strip()


def table():
    names = dict(SECOND_CODES)
    for row in data.STANDARD["table1"]:
        for name in (row["symbol"], row["hj525_code"], row["name_cn"]):
            names.setdefault(without_unit(name), row["symbol"])
    return names


def item_named(heading):
    return table().get(without_unit(heading))
