"""The trophic level index of lakes (§7)."""

from decimal import Decimal, localcontext
from fractions import Fraction

from . import data
from .means import DIGITS, as_decimal

PARAMETERS = ["chl-a", "TP", "TN", "SD", "CODMn"]


def weights(correlations):
    """r² over the sum of all r²."""
    squares = {name: r * r for name, r in correlations.items()}
    total = sum(squares.values())
    return squares, {name: square / total for name, square in squares.items()}


def single(name, value):
    """10 (a + b ln x): chl-a in mg/m³, SD in m, the others in mg/L."""
    rule = data.BOUNDS["trophic_index"][name]
    with localcontext() as context:
        context.prec = DIGITS
        logarithm = Fraction(as_decimal(value).ln())
    return 10 * (rule["constant"] + rule["slope"] * logarithm)


def index(values):
    """The weighted sum over the parameters that are there; their weights make 1 again."""
    present = [name for name in PARAMETERS if name in values]
    rule = data.BOUNDS["trophic_index"]
    _, weight = weights({name: rule[name]["r"] for name in present})
    singles = {name: single(name, values[name]) for name in present}
    return sum(weight[name] * singles[name] for name in present), singles


def grade(value):
    rule = data.BOUNDS["trophic_grade"]
    if value < rule["mesotrophic_from"]:
        return "oligotrophic"
    if value <= rule["eutrophic_above"]:
        return "mesotrophic"
    if value <= rule["moderately_above"]:
        return "lightly_eutrophic"
    if value <= rule["heavily_above"]:
        return "moderately_eutrophic"
    return "heavily_eutrophic"
