"""Puts errors behind switches: all errors of a file in one text, of which a test program has one at
work.

The expression around an error becomes `(if crate::planted::at(17) { with it } else { without })`.
The branch with the error is plain text; switches of other errors stand in the other branch alone,
so a text grows by what its expressions are long, not by their powers.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plant import PARSER, Mutant, children
from tree_sitter import Node

#: What may stand between the parentheses of a switch.
EXPRESSIONS = {
    "binary_expression", "unary_expression", "call_expression", "boolean_literal", "integer_literal",
    "if_expression", "match_expression", "macro_invocation", "compound_assignment_expr",
    "assignment_expression", "identifier", "scoped_identifier", "field_expression",
    "index_expression", "range_expression", "return_expression", "try_expression",
    "type_cast_expression", "reference_expression", "parenthesized_expression", "array_expression",
    "struct_expression", "tuple_expression", "closure_expression", "while_expression",
}  # fmt: skip
#: With blocks of their own, which need no parentheses where they are statements.
WITH_BLOCKS = {"if_expression", "match_expression", "while_expression"}
#: What the compiler works out, so that no switch can stand in it.
CONSTANT = {
    "const_item", "static_item", "enum_variant", "const_block", "macro_definition", "attribute_item",
    "inner_attribute_item", "const_parameter", "associated_type", "function_signature_item",
}  # fmt: skip


@dataclass
class Site:
    """A place for switches: an expression, a statement, the start of a body, or the end of a
    pattern."""

    start: int
    end: int
    form: str
    mutants: list[tuple[int, Mutant]] = field(default_factory=list)


@dataclass
class Region:
    """Bytes of a text with switches, and the errors that stand there."""

    start: int
    end: int
    numbers: list[int]
    branch: bool


def field_of(node: Node) -> str | None:
    """The name under which a node stands in its parent."""
    for place, child in enumerate(node.parent.children):
        if child.id == node.id:
            return node.parent.field_name_for_child(place)
    return None


def is_place(node: Node) -> bool:
    """Whether a node is no value but a place, a name of something, or a part of one."""
    parent = node.parent
    if parent.type == "call_expression" and field_of(node) == "function":
        return True
    if parent.type in ("assignment_expression", "compound_assignment_expr"):
        return field_of(node) == "left"
    if parent.type in ("reference_expression", "field_expression", "index_expression"):
        return node.type in ("identifier", "field_expression", "index_expression", "scoped_identifier")
    return False


def in_constant(node: Node) -> bool:
    """Whether only the compiler itself comes to a place."""
    while node is not None:
        if node.type in CONSTANT or (node.type == "block" and node.parent.type == "type_arguments"):
            return True
        if node.type == "function_item":
            return False
        node = node.parent
    return True


def is_const_fn(node: Node) -> bool:
    """Whether a place stands in a function that constants may use."""
    while node is not None and node.type != "function_item":
        node = node.parent
    return node is not None and any(
        child.type == "function_modifiers" and b"const" in child.text for child in node.children
    )


def expression_around(node: Node) -> Node | None:
    """The smallest expression around a token that a switch can stand in for."""
    best = None
    while node is not None and node.type not in ("function_item", "source_file", "let_declaration"):
        parent = node.parent
        if node.type in EXPRESSIONS and best is None and not is_place(node):
            best = node
        if node.type in ("token_tree", "macro_invocation") and node.type == "token_tree":
            best = None
        # A pattern or a type is decided with all that it is part of.
        if node.type.endswith(("_pattern", "_type", "_parameters")) or node.type in (
            "type_arguments", "closure_parameters", "parameters", "negative_literal",
        ):  # fmt: skip
            best = best if node.type == "match_pattern" and best and in_guard(best) else None
        if parent is not None and parent.type == "let_condition" and field_of(node) == "pattern":
            best = None
        if parent is not None and parent.type == "array_expression" and field_of(node) == "length":
            best = None
        if best is not None and node.type in ("block", "match_arm", "let_chain", "arguments"):
            break
        node = parent
    return best


def in_guard(node: Node) -> bool:
    """Whether an expression is the guard of an arm, or part of it."""
    while node.parent is not None and node.parent.type != "match_pattern":
        node = node.parent
    return node.parent is not None and field_of(node) == "condition"


def site_of(root: Node, mutant: Mutant) -> tuple[str, int, int, bool] | None:
    """The form and place of the switch of an error, and whether constants may come to it; None where
    no switch can stand."""
    end = mutant.end if mutant.kind != "arm" else mutant.end + 1
    node = root.descendant_for_byte_range(mutant.start, max(end - 1, mutant.start))
    if node is None or in_constant(node):
        return None
    const = is_const_fn(node)
    if mutant.kind == "arm":
        return "arm", mutant.start, mutant.start, const
    if mutant.kind == "returns":
        return "body", mutant.start, mutant.start, const
    if mutant.kind == "dropped":
        return "statement", mutant.start, mutant.end, const
    while node.start_byte == mutant.start and node.end_byte == mutant.end and node.parent is not None:
        # A whole condition; or a token that is all of its node.
        if node.type in EXPRESSIONS or node.parent.start_byte != mutant.start:
            break
        node = node.parent
    around = expression_around(node)
    if around is None:
        return None
    form = "expression"
    if around.type in WITH_BLOCKS:
        above = around.parent.type
        if above == "else_clause":
            form = "else"
        elif above in ("expression_statement", "block", "match_arm"):
            form = "bare"
    return form, around.start_byte, around.end_byte, const


class Switched:
    """The text of a file with switches, and which bytes of it are whose."""

    def __init__(self, text: str, numbered: list[tuple[int, Mutant]]) -> None:
        root = PARSER.parse(text.encode("latin-1")).root_node
        self.source, self.parts, self.length = text, [], 0
        self.regions: list[Region] = []
        self.without: list[int] = []
        self.const: set[int] = set()
        sites: dict[tuple[str, int, int], Site] = {}
        for number, mutant in numbered:
            told = site_of(root, mutant)
            if told is None:
                self.without.append(number)
                continue
            form, start, end, const = told
            sites.setdefault((form, start, end), Site(start, end, form)).mutants.append((number, mutant))
            if const:
                self.const.add(number)
        # Outer ones first; what only adds a text is the innermost at its place.
        order = sorted(sites.values(), key=lambda it: (it.start, -it.end, it.form != "statement"))
        self.emit(0, len(text), order)
        self.text = "".join(self.parts)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def emit(self, start: int, end: int, sites: list[Site]) -> None:
        """Writes the text between two places, with its switches."""
        at, place = start, 0
        while place < len(sites):
            site, inner = sites[place], place + 1
            while inner < len(sites) and sites[inner].start < site.end and site.start < site.end:
                inner += 1
            self.put(self.source[at : site.start])
            began = self.length
            self.switch(site, sites[place + 1 : inner])
            self.regions.append(Region(began, self.length, [it[0] for it in site.mutants], False))
            at, place = site.end, inner
        self.put(self.source[at:end])

    def switch(self, site: Site, inside: list[Site]) -> None:
        if site.form == "arm":
            for number, _ in site.mutants:
                self.put(f" if !crate::planted::at({number})")
            return
        if site.form == "statement":
            for number, _ in site.mutants:
                self.put(f"if !crate::planted::at({number}) {{ ")
            self.emit(site.start, site.end, inside)
            self.put(" }" * len(site.mutants))
            return
        if site.form == "body":
            for number, mutant in site.mutants:
                began = self.length
                self.put(f" if crate::planted::at({number}) {{ return {mutant.new}; }}")
                self.regions.append(Region(began, self.length, [number], True))
            return
        open_text, close = {"expression": ("(", ")"), "else": ("{ ", " }"), "bare": ("", "")}[site.form]
        self.put(open_text)
        for number, mutant in site.mutants:
            self.put(f"if crate::planted::at({number}) {{ ")
            began = self.length
            self.put(self.source[site.start : mutant.start] + mutant.new + self.source[mutant.end : site.end])
            self.regions.append(Region(began, self.length, [number], True))
            self.put(" } else ")
        self.put("{ ")
        self.emit(site.start, site.end, inside)
        self.put(" }" + close)

    def owners(self, start: int, end: int) -> list[int]:
        """The errors that a complaint of the compiler about some bytes is about: those of the smallest
        branch around it, else of the smallest switch, else of all switches in its function."""
        for branch in (True, False):
            around = [it for it in self.regions if it.branch == branch and it.start <= start and end <= it.end]
            if around:
                return min(around, key=lambda it: it.end - it.start).numbers
        node = PARSER.parse(self.text.encode("latin-1")).root_node.descendant_for_byte_range(start, end)
        while node.parent is not None and node.type != "function_item":
            node = node.parent
        inside = [it for it in self.regions if node.start_byte <= it.start and it.end <= node.end_byte]
        return [number for it in inside for number in it.numbers]
