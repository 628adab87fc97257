"""Expected against got, as CONFORMANCE.md says; used by the runner and by the mutation table."""

from fractions import Fraction

SETS = {
    "determining", "failing", "main_items_any_order", "undecidable", "absent", "items", "remarked",
}
AS_TEXT = {"rounded"}


def same_number(left, right):
    try:
        return Fraction(left) == Fraction(right)
    except (ValueError, ZeroDivisionError):
        return False


def agree(key, expected, got):
    if isinstance(expected, dict) and isinstance(got, dict):
        return all(agree(name, value, got.get(name)) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(got, list):
        if key in SETS:
            return set(expected) == set(map(str, got))
        return len(expected) == len(got) and all(
            agree(key, left, right) for left, right in zip(expected, got)
        )
    if isinstance(expected, str) and isinstance(got, str):
        return expected == got or (key not in AS_TEXT and same_number(expected, got))
    return type(expected) is type(got) and expected == got


def differences(expected, got):
    """The expected keys that came out otherwise, in words; empty when all agree."""
    if not isinstance(got, dict):
        return [f"expected an object, got {got!r}"]
    found = []
    for key, value in expected.items():
        if key in got:
            if not agree(key, value, got[key]):
                found.append(f"{key}: expected {value!r}, got {got[key]!r}")
        elif not key.endswith("_zh"):
            found.append(f"{key}: expected {value!r}, which the program does not give")
    return found
