"""Spearman's rank correlation with time (Daniel), §8."""

from fractions import Fraction

from . import data
from .exact import rounded


def ranks(values):
    """Mean ranks: tied values share the mean of their places."""
    return [
        Fraction(sum(other < value for other in values))
        + Fraction(sum(other == value for other in values) + 1, 2)
        for value in values
    ]


def correlation(values):
    """1 - 6 Σd² / (N³ - N), the times being 1 … N."""
    n = len(values)
    squares = sum((rank - place) ** 2 for place, rank in enumerate(ranks(values), start=1))
    return 1 - 6 * squares / (n**3 - n)


def is_significant(n, r, level):
    """At least the critical value, at the three decimals of the table: its .829 for N = 6 is the
    attainable 29/35 = 0.82857. For the numbers of values that the table has."""
    return rounded(abs(r), 3) >= data.BOUNDS["spearman"][level][str(n)]


def direction(r):
    """Of a significant trend; a correlation of 0 is never one."""
    return "rise" if r > 0 else "fall"
