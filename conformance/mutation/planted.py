"""All planted errors: limits and bounds moved, rules dropped, and the named traps."""

import contextlib
import functools
import inspect
from fractions import Fraction

from reference import (
    black_odorous, city, classes, data, exact, goals, groups, indices, kinds_of_groups,
    kinds_of_sections, kinds_of_values, lakes, means, names, outlook, readings, sections, trends,
    zones,
)

from .operators import mutants, rewritten

CODE = [
    exact, readings, classes, sections, means, groups, goals, lakes, trends, zones, city, indices,
    black_odorous, names, outlook,
]
KINDS = [kinds_of_values, kinds_of_sections, kinds_of_groups]
HAIR = Fraction(1, 10**9)


@contextlib.contextmanager
def entry(table, key, value):
    """A value of a table replaced while the block runs."""
    kept = table[key]
    table[key] = value
    try:
        yield
    finally:
        table[key] = kept


@contextlib.contextmanager
def code(function, planted):
    """The code of a function replaced while the block runs."""
    target = getattr(function, "__wrapped__", function)
    kept = target.__code__
    target.__code__ = planted
    clear(function)
    try:
        yield
    finally:
        target.__code__ = kept
        clear(function)


@contextlib.contextmanager
def contents(container, changed):
    """A list or set with other contents while the block runs."""
    kept = type(container)(container)
    replace(container, changed)
    try:
        yield
    finally:
        replace(container, kept)


def replace(container, values):
    container.clear()
    container.extend(values) if isinstance(container, list) else container.update(values)


def clear(function):
    if hasattr(function, "cache_clear"):
        function.cache_clear()


def unit(value):
    """One in the last place of a decimal."""
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    return Fraction(1, 10**decimals)


def moves(value, at_least=False):
    """The ways in which a limit is wrong: one unit either way, and exclusive for inclusive."""
    yield "a unit up", value + unit(value)
    yield "a unit down", value - unit(value)
    yield "exclusive", value + HAIR if at_least else value - HAIR


def limit_errors():
    for item, bodies in data.LIMITS.items():
        shared = bodies["river"] == bodies["lake"]
        for body, five in bodies.items():
            if five is None or (shared and body == "lake"):
                continue
            for place, value in enumerate(five):
                for what, moved in moves(value, item in data.AT_LEAST):
                    if what == "exclusive" and value in five[:place]:
                        continue  # a better class has the same limit: nothing changes
                    label = f"limit {item} {'' if shared else body + ' '}{data.CLASSES[place]}: {what}"
                    yield label, functools.partial(limit_of_bodies, item, body, shared, place, moved), ("item", item)
    for place, end in enumerate(("lower", "upper")):
        value = data.PH_RANGE[place]
        for what, moved in moves(value, place == 0):
            yield f"limit pH {end}: {what}", functools.partial(entry, data.PH_RANGE, place, moved), ("item", "pH")
    for key, value in data.SOURCE_LIMITS.items():
        for what, moved in moves(value):
            yield f"limit of Table {key[0]} No. {key[1]}: {what}", functools.partial(entry, data.SOURCE_LIMITS, key, moved), key
    for no, limits in data.GROUND_LIMITS.items():
        for name, value in limits.items():
            if value is not None:
                for what, moved in moves(value):
                    if not hidden(limits, name, moved):
                        yield f"limit of ground water No. {no} {name}: {what}", functools.partial(entry, limits, name, moved), no
    for name, ends in data.GROUND_PH.items():
        for place in range(2):
            for what, moved in moves(ends[place], place == 0):
                if name in ("I", "IV") or what == ("a unit up" if place == 1 else "a unit down"):
                    yield f"limit of ground water pH {name} {place}: {what}", functools.partial(entry, ends, place, moved), data.GROUND_PH_NUMBER


def hidden(limits, name, moved):
    """A limit made stricter than that of a better class, or equal to it, changes no class."""
    better = [value for other, value in limits.items() if other < name and value is not None]
    order = ["I", "II", "III", "IV"]
    better = [limits[other] for other in order[: order.index(name)] if limits.get(other) is not None]
    return any(value >= moved for value in better)


@contextlib.contextmanager
def limit_of_bodies(item, body, shared, place, moved):
    with contextlib.ExitStack() as stack:
        for each in data.BODIES if shared else [body]:
            stack.enter_context(entry(data.LIMITS[item][each], place, moved))
        yield


def leaves(tree, path=()):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, (*path, key))
        elif isinstance(value, Fraction):
            yield tree, key, (*path, key), value


def bound_errors():
    """Bounds of the rule book: one unit either way. That they are inclusive is a matter of the
    comparisons in the code, which are planted there."""
    for table, key, path, value in leaves(data.BOUNDS):
        for what, moved in (("a unit up", value + unit(value)), ("a unit down", value - unit(value))):
            if path[:2] == ("trophic_index", "SD") or moved != 0 or path[0] != "means":
                yield f"bound {'.'.join(path)}: {what}", functools.partial(entry, table, key, moved), ("bounds",)


def code_errors(modules):
    for module in modules:
        for name, function in inspect.getmembers(module, inspect.isroutine):
            plain = getattr(function, "__wrapped__", function)
            if getattr(plain, "__module__", None) != module.__name__ or not hasattr(plain, "__code__"):
                continue
            short = module.__name__.rpartition(".")[2]
            for line, what, planted in mutants(plain):
                yield f"{short}.py:{line} {name}: {what}", functools.partial(code, function, planted), plain.__code__


def decimals_errors():
    for item, decimals in data.DECIMALS.items():
        if item in data.LIMITS or item == "pH":
            for moved in (decimals + 1, decimals - 1):
                if moved >= 0:
                    yield f"assessment decimals of {item}: {moved}", functools.partial(entry, data.DECIMALS, item, moved), ("item", item)


def text(function, old, new):
    return functools.partial(code, function, rewritten(function, old, new))


@contextlib.contextmanager
def scaled(item, factor):
    with contextlib.ExitStack() as stack:
        for body, five in data.LIMITS[item].items():
            if five is not None:
                stack.enter_context(entry(data.LIMITS[item], body, [value * factor for value in five]))
        yield


def named_errors():
    """The forty kinds of errors that were seen in programs and in print."""
    limits = data.LIMITS
    yield "NH3-N class I is 0.015", functools.partial(entry, limits["NH3-N"], "river", [Fraction("0.015"), *limits["NH3-N"]["river"][1:]])
    yield "oxygen judged as an upper bound", functools.partial(contents, data.AT_LEAST, [])
    yield "river phosphorus limits on a lake", functools.partial(entry, limits["TP"], "lake", limits["TP"]["river"])
    yield "lake phosphorus limits on a river", functools.partial(entry, limits["TP"], "river", limits["TP"]["lake"])
    yield "nitrogen has limits in rivers", functools.partial(entry, limits["TN"], "river", limits["TN"]["lake"])
    yield "nitrogen counts in the class", functools.partial(contents, data.ASSESSED, [*data.ASSESSED, "TN"])
    yield "coliform counts in the class", functools.partial(contents, data.ASSESSED, [*data.ASSESSED, "FC"])
    yield "a missing item is class I", text(sections.assess, "            if item in asked:\n                absent.append(item)\n", "            if item in asked:\n                item_classes[item] = 'I'\n")
    yield "a missing value is 0", text(readings.entering, "    return amount", "    return amount if amount is not None else Fraction(0)")
    yield "limits are exclusive", text(classes.meets, "value >= bound if item in data.AT_LEAST else value <= bound", "value > bound if item in data.AT_LEAST else value < bound")
    yield "the worse of equal limits", text(classes.class_of, "zip(data.CLASSES, five)", "reversed(list(zip(data.CLASSES, five)))")
    yield "-1 is a value", functools.partial(contents, readings.NO_VALUE, readings.NO_VALUE - {"-1"})
    yield "pH averaged arithmetically", text(means.mean_of, 'mean_ph(values) if item == "pH" else mean(values)', "mean(values)")
    yield "compared before it is rounded", text(classes.compared, 'comparison == "round_first"', "False")
    yield "always rounded before it is compared", text(classes.compared, 'comparison == "round_first"', "True")
    yield "rounded in steps", text(exact.rounded, "    scaled = abs(value) * 10**decimals\n", "    scaled = Fraction(int(abs(value) * 10**(decimals + 1) + HALF), 10)\n")
    yield "ties go up", text(exact.rounded, "rest == HALF and units % 2 == 1", "rest == HALF")
    yield "ties go down", text(exact.rounded, "rest == HALF and units % 2 == 1", "False")
    yield "cut instead of rounded", text(exact.rounded, "rest > HALF or (rest == HALF and units % 2 == 1)", "False")
    yield "a result of 0 stays 0", text(exact.decimals_kept, "value != 0 and rounded(value, decimals) == 0", "False")
    yield "a number goes through a float", text(exact.number, "Fraction(text)", "Fraction(float(text))")
    yield "the limit itself for a non-detect", text(readings.entering, "amount / 2", "amount")
    yield "0 for a non-detect", text(readings.entering, "amount / 2", "amount * 0")
    yield "a non-detect proves an exceedance", text(sections.is_undecidable, "bound is not None and", "False and")
    yield "marks beside a number are ignored", text(readings.read, 'return "void", None', 'return "value", Fraction(re.match(r"[0-9.]*", text).group() or "1")')
    yield "five sections go by means", functools.partial(entry, data.BOUNDS["region_state"], "shares_from_sections", Fraction(6))
    yield "states go by printed percentages", text(groups.state, "percent(good, total), percent(inferior, total)", "round(percent(good, total), 1), round(percent(inferior, total), 1)")
    yield "shares are not compared as published", text(goals.compared_share, "    return rounded(share, decimals)", "    return share")
    yield "0 and 100 % are compared rounded", text(goals.compared_share, "decimals is None or target in (0, 100)", "decimals is None")
    yield "open members count as missed", text(goals.verdict_with_open, '(least if least == most else "not_assessed")', "least")
    yield "metals are not first", functools.partial(contents, sections.PRIORITY, [])
    yield "oxygen has a multiple", functools.partial(contents, data.WITHOUT_MULTIPLE, ["pH", "WT"])
    yield "a year is the mean of all values", functools.partial(contents, means.POOLED, means.POOLED | {"year", "quarter"})
    yield "a month is a mean of something else", functools.partial(contents, means.POOLED, means.POOLED - {"station_report"})
    yield "lakes are pooled over points", text(means.of_lake, "means.append(mean_of(item, values))", "means.extend(values)")
    yield "the city's index is a mean of indices", text(city.water_index, "item_index(item, mean(values), body)", "mean([item_index(item, value, body) for value in values])")
    yield "the oxygen index of 1993 for 2018", text(indices.of_item, 'form == "2018"', "False")
    yield "black-odorous NH3-N is heavy above 8", functools.partial(entry, data.BOUNDS["black_odorous"]["urban"]["NH3-N"], "heavy", Fraction(8))
    yield "any six dry months leave a zone out", text(zones.longest_run, "run + 1 if month in months else 0", "run + (month in months)")
    yield "w20141 is not arsenic", functools.partial(entry, names.SECOND_CODES, "w20141", "Be")
    yield "Roman code points are not read", functools.partial(entry, names.ROMAN, "Ⅲ", "3x")
    yield "ties share no rank", text(trends.ranks, "Fraction(sum(other == value for other in values) + 1, 2)", "1")
    yield "weights are not normalised", text(lakes.index, "for name in present})\n    singles", "for name in PARAMETERS})\n    singles")
    yield "a strict target is met by its value", text(sections.judge_target, 'own["strict"] and value == bound', "False")
    yield "an item's own limit is not alone", text(sections.judge_target, "if item not in with_limit", "if True")
    yield "a target counts before its year", text(sections.target_in, 'target["from"] <= year', "True")
    yield "only the share without background", text(groups.with_background, 'section["class"] for section in sections]', 'section["class_without_background"] or section["class"] for section in sections]')
    yield "a short year is final", text(means.is_section_sufficient, "return all(", "return True or all(")
    yield "main items by class alone", text(sections.main_items, '-(multiples.get(item) or 0)', "0")
    yield "a trend must be above the critical value", text(trends.is_significant, ">= data", "> data")
    for item in limits:
        yield f"all limits of {item} ten times too lax", functools.partial(scaled, item, Fraction(1, 10) if item in data.AT_LEAST else 10)


def all_errors():
    """(group, label, how to plant it, where it may show)."""
    for label, plant in named_errors():
        yield "named", label, plant, None
    for label, plant, where in limit_errors():
        yield "limits", label, plant, where
    for label, plant, where in decimals_errors():
        yield "decimals", label, plant, where
    for label, plant, where in bound_errors():
        yield "bounds", label, plant, where
    for label, plant, where in code_errors(CODE):
        yield "rules", label, plant, where
    for label, plant, where in code_errors(KINDS):
        yield "answers", label, plant, where
