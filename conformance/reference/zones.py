"""Water function zones (§11), ecological base flow and pollution in the flood season (§15)."""

from fractions import Fraction

from . import data
from .groups import percent


def longest_run(months):
    """The longest run of consecutive months."""
    longest = run = 0
    for month in range(1, 13):
        run = run + 1 if month in months else 0
        longest = max(longest, run)
    return longest


def left_out(kind, target, dry_months):
    """Why a zone leaves the denominator: dry for six consecutive months (rivers), or a zone of
    drainage control without a target."""
    if kind != "lake" and longest_run(dry_months) >= data.BOUNDS["function_zone"]["dry_months"]:
        return "dry"
    if kind == "drainage_control" and target is None:
        return "drainage_control"
    return None


def year(times):
    """Times assessed, times met, the rate in percent, the verdict by frequency. times: True,
    False, or None where there is no class."""
    assessed = [met for met in times if met is not None]
    met = sum(assessed)
    if not assessed:
        return 0, 0, None, "not_assessed"
    rate = percent(met, len(assessed))
    verdict = "met" if rate >= data.BOUNDS["function_zone"]["frequency_percent"] else "missed"
    return len(assessed), met, rate, verdict


def base_flow(flows, target):
    """Days with a daily mean flow of at least the target, of the days with a flow."""
    days = [flow for flow in flows if flow is not None]
    reaching = sum(flow >= target for flow in days)
    rate = percent(reaching, len(days))
    return reaching, rate, "met" if rate >= data.BOUNDS["base_flow"]["percent"] else "missed"


def flood_season(values, limit):
    """The greatest concentration of the flood season over the limit of the target."""
    return Fraction(max(values)) / limit
