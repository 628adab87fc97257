"""Goals on groups of sections, and shares of them (§9)."""

from fractions import Fraction

from .classes import no_worse
from .exact import rounded
from .groups import percent


def compared_share(part, total, target, decimals):
    """The share as it is compared: in exact counts against 0 and 100, else at its published
    decimals; exact where decimals is None."""
    share = percent(part, total)
    if decimals is None or target in (0, 100):
        return share
    return rounded(share, decimals)


def holds(share, direction, target):
    return share >= target if direction == "at_least" else share <= target


def verdict(part, total, direction, target, decimals):
    met = holds(compared_share(part, total, target, decimals), direction, target)
    return "met" if met else "missed"


def verdict_with_open(counted, total, still_open, direction, target, decimals):
    """A goal of a group with unassessed or provisional members: met or missed only if that
    holds for every outcome of theirs. Returns the verdict and the bounds of the share."""
    least = verdict(counted, total, direction, target, decimals)
    most = verdict(counted + still_open, total, direction, target, decimals)
    bounds = percent(counted, total), percent(counted + still_open, total)
    return (least if least == most else "not_assessed"), bounds


def targets(sections):
    """Sections that meet their targets, of those that have a class."""
    assessed = [section for section in sections if section["class"] is not None]
    met = sum(no_worse(section["class"], section["target"]) for section in assessed)
    good = sum(no_worse(section["class"], "III") for section in assessed)
    return len(assessed), met, good


def plain(value, direction, target):
    """Any other number of a plan: a plain comparison."""
    return "met" if holds(value, direction, target) else "missed"


def volume_share(sources, met):
    """The share of the intake that passes."""
    total = sum(source["volume"] for source in sources)
    passing = sum((source["volume"] for source in sources if met(source)), Fraction(0))
    return total, percent(passing, total)
