"""Decimals as fractions, and the one rounding of §5."""

import re
from fractions import Fraction

DECIMAL = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
HALF = Fraction(1, 2)


def number(text):
    """The exact value of a decimal text; never by way of a float."""
    if not isinstance(text, str) or not DECIMAL.fullmatch(text):
        raise ValueError(f"expected a decimal number as text, got {text!r}")
    return Fraction(text)


def rounded(value, decimals):
    """Half to even on the exact value, once; by magnitude, so -0.0365 gives -0.036."""
    scaled = abs(value) * 10**decimals
    units = scaled.numerator // scaled.denominator
    rest = scaled - units
    if rest > HALF or (rest == HALF and units % 2 == 1):
        units += 1
    magnitude = Fraction(units, 10**decimals)
    return -magnitude if value < 0 else magnitude


def first_digit(value):
    """The number of decimals at which the first significant digit of a value below 1 stands."""
    decimals = 1
    while abs(value) * 10**decimals < 1:
        decimals += 1
    return decimals


def decimals_kept(value, decimals):
    """The decimals to round to: more of them where the result would be 0 (总站水字〔2018〕87号)."""
    if value != 0 and rounded(value, decimals) == 0:
        return first_digit(value)
    return decimals


def rounded_keeping_digit(value, decimals):
    """Half to even; if that gives 0, one significant digit stays."""
    return rounded(value, decimals_kept(value, decimals))


def fixed_text(value, decimals):
    """A value that has no more than so many decimals, written with all of them."""
    units = abs(value) * 10**decimals
    digits = str(units.numerator).rjust(decimals + 1, "0")
    sign = "-" if value < 0 else ""
    if decimals == 0:
        return sign + digits
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def rounded_text(value, decimals):
    """Plain rounding, as text with all its decimals."""
    return fixed_text(rounded(value, decimals), decimals)


def rounded_text_keeping_digit(value, decimals):
    """Rounding that keeps one significant digit, as text with all its decimals."""
    kept = decimals_kept(value, decimals)
    return fixed_text(rounded(value, kept), kept)
