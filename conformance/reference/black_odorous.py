"""Black-odorous water (§14): one reading, one point, a stretch, a body."""

from . import data
from .groups import percent

ORDER = ["none", "light", "heavy"]
RISING = {"NH3-N"}  # the more, the worse; the other three are the other way round


def bounds(name, depth_cm=None):
    """Light from and heavy beyond. In water less than 25 cm deep the 10 cm of transparency
    become 40 % of the depth."""
    rule = data.BOUNDS["black_odorous"]
    light, heavy = rule["urban"][name]["light"], rule["urban"][name]["heavy"]
    if name == "transparency_cm" and depth_cm is not None and depth_cm < rule["shallow_below_cm"]:
        heavy = depth_cm * rule["shallow_percent"] / 100
    return light, heavy


def grade_of(name, value, depth_cm=None):
    """The printed ranges of light include both ends."""
    light, heavy = bounds(name, depth_cm)
    if name in RISING:
        return "heavy" if value > heavy else "light" if value >= light else "none"
    return "heavy" if value < heavy else "light" if value <= light else "none"


def grade(readings, depth_cm=None):
    """One set of readings: the worst."""
    grades = [grade_of(name, value, depth_cm) for name, value in readings.items()]
    return max(grades, key=ORDER.index) if grades else None


def point(series):
    """A point with several readings of each item: heavy when one item is heavy in 60 % of its
    readings, or two items are in 30 % each."""
    rule = data.BOUNDS["black_odorous"]
    grades = {name: [grade_of(name, value) for value in values] for name, values in series.items()}
    heavy = [percent(found.count("heavy"), len(found)) for found in grades.values()]
    if any(share >= rule["one_item_heavy_percent"] for share in heavy):
        return "heavy"
    if sum(share >= rule["two_items_heavy_percent"] for share in heavy) >= rule["items_for_two"]:
        return "heavy"
    if all(grade == "none" for found in grades.values() for grade in found):
        return "none"
    return "light"


def heavy_stretches(points):
    """Runs of three or more heavy points: (first, last), counted from 1."""
    runs, start = [], None
    for place, grade in enumerate([*points, None], start=1):
        if grade == "heavy":
            start = place if start is None else start
        elif start is not None:
            if place - start >= data.BOUNDS["black_odorous"]["stretch_points"]:
                runs.append((start, place - 1))
            start = None
    return runs


def body(points):
    """The whole body of water: heavy from 60 % of heavy points."""
    share = percent(points.count("heavy"), len(points))
    if share >= data.BOUNDS["black_odorous"]["body_percent"]:
        return "heavy"
    return "none" if all(grade == "none" for grade in points) else "light"


def rural(readings):
    """Any one of transparency, oxygen and ammonia nitrogen beyond its bound."""
    rule = data.BOUNDS["black_odorous"]["rural"]
    return any(
        value > rule[name] if name in RISING else value < rule[name]
        for name, value in readings.items()
    )
