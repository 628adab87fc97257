"""Small errors in code: each function of the reference with one place changed."""

import ast
import copy
import inspect
import textwrap

SWAPS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.And: ast.Or,
    ast.Or: ast.And, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult,
}
CALLS = {"max": "min", "min": "max", "any": "all", "all": "any", "sum": "max"}


def changes(node):
    """(what it is, a function that makes the change in a copy) for each error of one node."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            swap = SWAPS.get(type(operator))
            if swap:
                yield (
                    f"{type(operator).__name__} to {swap.__name__}",
                    lambda other, place=place, swap=swap: other.ops.__setitem__(place, swap()),
                )
    if isinstance(node, (ast.BinOp, ast.BoolOp)):
        swap = SWAPS.get(type(node.op))
        if swap:
            yield (
                f"{type(node.op).__name__} to {swap.__name__}",
                lambda other, swap=swap: setattr(other, "op", swap()),
            )
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        for value in (False, True) if not isinstance(node, ast.While) else (False,):
            yield (
                f"condition always {value}",
                lambda other, value=value: setattr(other, "test", ast.Constant(value)),
            )
    if isinstance(node, ast.comprehension):
        for place in range(len(node.ifs)):
            yield "filter dropped", lambda other, place=place: other.ifs.pop(place)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        plus = ast.Not if isinstance(node.op, ast.Not) else ast.UAdd
        if plus is ast.UAdd:
            yield "sign dropped", lambda other: setattr(other, "op", ast.UAdd())
        else:
            yield "not dropped", lambda other: replace_not(other)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        yield "constant + 1", lambda other: setattr(other, "value", other.value + 1)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and not isinstance(node, ast.Expr):
        yield "another word", lambda other: setattr(other, "value", other.value + "?")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield (
            f"{node.func.id} to {CALLS[node.func.id]}",
            lambda other: setattr(other.func, "id", CALLS[other.func.id]),
        )


def replace_not(node):
    """not x becomes not not x, which is x for a condition."""
    node.operand = ast.UnaryOp(ast.Not(), node.operand)


def statements(function):
    """Places of statements that can be dropped: assignments in place and calls."""
    for node in ast.walk(function):
        for block in ("body", "orelse"):
            inner = getattr(node, block, None)
            for place, statement in enumerate(inner if isinstance(inner, list) else ()):
                if isinstance(statement, (ast.AugAssign, ast.Continue)) or (
                    isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
                ):
                    yield node, block, place


def docstring(function):
    first = function.body[0]
    return first.value if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else None


def mutants(function):
    """(line, what it is, code) for each planted error of a function."""
    source = textwrap.dedent(inspect.getsource(function))
    start = function.__code__.co_firstlineno
    tree = ast.parse(source)
    definition = tree.body[0]
    definition.decorator_list = []
    first = docstring(definition)
    nodes = list(ast.walk(tree))
    guards = {inner for node in nodes if is_guard(node) for inner in ast.walk(node)}
    for index, node in enumerate(nodes):
        if node is first or node in guards or inside_formatting(node, nodes):
            continue
        for label, change in changes(node):
            other = copy.deepcopy(tree)
            change(list(ast.walk(other))[index])
            yield start + getattr(node, "lineno", 1) - 1, label, compiled(other, function)
    for node, block, place in statements(definition):
        other = copy.deepcopy(tree)
        twin = list(ast.walk(other))[nodes.index(node)]
        statement = getattr(twin, block)[place]
        getattr(twin, block)[place] = ast.copy_location(ast.Pass(), statement)
        yield start + statement.lineno - 1, "statement dropped", compiled(other, function)


def is_guard(node):
    """A refusal of input that no valid case has."""
    return isinstance(node, ast.If) and isinstance(node.body[0], ast.Raise)


def inside_formatting(node, nodes):
    """Texts of messages are no rules."""
    return any(isinstance(other, (ast.Raise, ast.JoinedStr)) and node in ast.walk(other) for other in nodes)


def compiled(tree, function):
    space = {}
    exec(compile(ast.fix_missing_locations(tree), "<planted>", "exec"), function.__globals__, space)
    return space[function.__name__].__code__


def rewritten(function, old, new):
    """The code of a function with a piece of its text replaced."""
    source = textwrap.dedent(inspect.getsource(function))
    if old not in source:
        raise ValueError(f"{function.__name__} has no {old!r}")
    tree = ast.parse(source.replace(old, new))
    tree.body[0].decorator_list = []
    return compiled(tree, function)
