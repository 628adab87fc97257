"""Errors that can be planted in a file of Rust: one change of one token, condition, statement, arm
or body each.

Comments, texts, attributes, tests and code that is left out of this build are let alone. Texts are
read as Latin-1, so that places are counted in bytes, as parser and compiler count them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import tree_sitter_rust
from tree_sitter import Language, Node, Parser

PARSER = Parser(Language(tree_sitter_rust.language()))


@dataclass(frozen=True)
class Mutant:
    """One planted error: bytes from ``start`` to ``end`` of a file become ``new``."""

    path: str
    line: int
    start: int
    end: int
    old: str
    new: str
    kind: str

    def __str__(self) -> str:
        short = " ".join(self.old.split())
        short = short if len(short) <= 60 else f"{short[:57]}..."
        return f"{self.path}:{self.line} {self.kind}: `{readable(short)}` → `{self.new.strip()}`"


#: What a token becomes, by the kind of error.
SWAPS = {
    "comparison": [
        (r"(?<= )<(?= )", "<="),
        (r"(?<= )<=(?= )", "<"),
        (r"(?<= )>(?= )", ">="),
        (r"(?<= )>=(?= )", ">"),
        (r"(?<= )==(?= )", "!="),
        (r"(?<= )!=(?= )", "=="),
        (r"\bis_lt\(\)", "is_le()"),
        (r"\bis_le\(\)", "is_lt()"),
        (r"\bis_gt\(\)", "is_ge()"),
        (r"\bis_ge\(\)", "is_gt()"),
        (r"\bOrdering::Less\b", "Ordering::Greater"),
        (r"\bOrdering::Greater\b", "Ordering::Less"),
    ],
    "operator": [
        (r"(?<= )\+(?= )", "-"),
        (r"(?<= )-(?= )", "+"),
        (r"(?<= )\*(?= )", "+"),
        (r"(?<= )/(?= )", "*"),
        (r"(?<= )%(?= )", "/"),
        (r"(?<= )\+=(?= )", "-="),
        (r"(?<= )-=(?= )", "+="),
        (r"(?<= )\|=(?= )", "&="),
        (r"(?<= )&=(?= )", "|="),
        (r"(?<= )<<(?= )", ">>"),
        (r"(?<= )>>(?= )", "<<"),
        (r"(?<=[\w)] )&(?= [\w(!])", "|"),
        (r"(?<=[\w)] )\|(?= [\w(!])", "&"),
        (r"\bchecked_add\b", "checked_sub"),
        (r"\bchecked_sub\b", "checked_add"),
        (r"\bunion\(", "intersection("),
        (r"\bdifference\(", "union("),
        (r"\bintersection\(", "union("),
    ],
    "logic": [
        (r"(?<= )&&(?= )", "||"),
        (r"(?<= )\|\|(?= )", "&&"),
        (r"(?<=[ (])!(?=[a-z(])", ""),
        (r"\btrue\b", "false"),
        (r"\bfalse\b", "true"),
        (r"\bis_some\(\)", "is_none()"),
        (r"\bis_none\(\)", "is_some()"),
        (r"\.any\(", ".all("),
        (r"\.all\(", ".any("),
        (r"\.min\(", ".max("),
        (r"\.max\(", ".min("),
    ],
    "constant": [(r"(?<![\w.\"'#])\d+(?![\w.\"'])", "+1")],
}

#: Before code that is a test, or is built elsewhere.
NOT_BUILT = re.compile(rb"#\[cfg\((?:test|all\(test|.*\bnot\()", re.S)

#: What the body of a function becomes, by the type that it returns.
RETURNS = [
    (r"bool", ("true", "false")),
    (r"[ui](?:8|16|32|64|128|size)", ("0", "1")),
    (r"Option<.*>", ("None",)),
    (r"Vec<.*>", ("Vec::new()",)),
    (r"String", ("String::new()",)),
    (r"(?:core::cmp::)?Ordering", ("core::cmp::Ordering::Equal",)),
]


def readable(text: str) -> str:
    """A text as people read it."""
    return text.encode("latin-1").decode("utf-8", "replace")


def text_of(file: Path) -> str:
    """A file, one character a byte."""
    return file.read_bytes().decode("latin-1")


def children(node: Node) -> list[Node]:
    """A node and all below it, in order."""
    found, open_nodes = [], [node]
    while open_nodes:
        found.append(open_nodes.pop())
        open_nodes.extend(reversed(found[-1].children))
    return found


def code_alone(text: str, nodes: list[Node]) -> str:
    """The text with everything that is no code blanked, of the same length."""
    blanked = bytearray(text.encode("latin-1"))

    def blank(start: int, end: int) -> None:
        blanked[start:end] = bytes(byte if byte == 10 else 0 for byte in blanked[start:end])

    for node in nodes:
        if node.type in (
            "line_comment", "block_comment", "string_literal", "raw_string_literal", "char_literal",
            "attribute_item", "inner_attribute_item", "macro_definition", "use_declaration",
        ):  # fmt: skip
            blank(node.start_byte, node.end_byte)
        # What stands under `cfg(test)` is a test; what stands under `cfg(not(…))` is built elsewhere.
        if node.type == "attribute_item" and NOT_BUILT.match(node.text):
            after = node.parent if node.parent.type == "match_arm" else node.next_named_sibling
            while after is not None and after.type in ("attribute_item", "line_comment"):
                after = after.next_named_sibling
            if after is not None:
                blank(after.start_byte, after.end_byte)
    return blanked.decode("latin-1")


def of_tokens(code: str, nodes: list[Node]) -> list[tuple[str, int, int, str]]:
    """Kind, place and new text of the errors of one token."""
    found = []
    inner = ("binary_expression", "compound_assignment_expr", "token_tree")
    operators = {it.start_byte for it in nodes if it.parent is not None and it.parent.type in inner}
    for kind, swaps in SWAPS.items():
        for pattern, new in swaps:
            for match in re.finditer(pattern, code, re.M):
                if code[: match.start()].endswith("fn "):
                    continue
                # `|` also stands in patterns, and `&&` between conditions that bind names.
                if not match[0][0].isalnum() and match[0][0] not in ".!" and match.start() not in operators:
                    continue
                # Lengths of arrays and types are no decisions.
                if kind == "constant" and code[: match.start()].endswith("; "):
                    continue
                planted = str(int(match[0]) + 1) if new == "+1" else new
                found.append((kind, match.start(), match.end(), planted))
    return found


def of_nodes(code: str, nodes: list[Node]) -> list[tuple[str, int, int, str]]:
    """Kind, place and new text of the errors of whole conditions, statements, arms and bodies."""
    found = []

    def both(node: Node) -> None:
        for new in ("true", "false"):
            if node.type != "boolean_literal":
                found.append(("logic", node.start_byte, node.end_byte, new))

    for node in nodes:
        if node.type in ("if_expression", "while_expression"):
            condition = node.child_by_field_name("condition")
            if condition.type == "let_chain":
                for one in condition.named_children:
                    if one.type not in ("let_condition", "line_comment"):
                        both(one)
            elif condition.type != "let_condition":
                both(condition)
        elif node.type == "match_pattern" and (guard := node.child_by_field_name("condition")):
            if guard.type not in ("let_condition", "let_chain"):
                both(guard)
        elif node.type == "expression_statement" and node.text.endswith(b";"):
            inner = node.named_children[0].type if node.named_children else ""
            name = re.match(rb"\w+(?= = )", node.text)
            # Without its first value, a name would have none.
            if name and f"let {name[0].decode()};" in code.replace("let mut ", "let "):
                continue
            if inner in ("call_expression", "assignment_expression", "compound_assignment_expr", "try_expression"):
                found.append(("dropped", node.start_byte, node.end_byte, ""))
        elif node.type == "match_block":
            arms = [arm for arm in node.named_children if arm.type == "match_arm"]
            arms = [arm for arm in arms if code[arm.end_byte - 1] != "\0"]
            if arms and arms[-1].child_by_field_name("pattern").text == b"_":
                for arm in arms[:-1]:
                    pattern = arm.child_by_field_name("pattern")
                    if pattern.child_by_field_name("condition") is None:
                        found.append(("arm", pattern.end_byte, pattern.end_byte, " if false"))
        elif node.type == "function_item":
            result, body = node.child_by_field_name("return_type"), node.child_by_field_name("body")
            name = result.text.decode("latin-1") if result is not None else "()"
            for kind, values in RETURNS:
                if re.fullmatch(kind, name, re.S):
                    for value in values:
                        if body.text[1:-1].strip() != value.encode():
                            found.append(("returns", body.start_byte + 1, body.end_byte - 1, f" {value} "))
    return [it for it in found if "\0" not in code[it[1] : it[1] + 1] and code[it[1] - 1] != "\0"]


def of_prints(path: str, nodes: list[Node]) -> list[tuple[str, int, int, str]]:
    """Kind, place and new text of misprints: the last digit of a number in a printed table is one
    higher."""
    found = []
    for node in nodes if "/tables/" in path else []:
        if node.type == "string_content" and re.fullmatch(rb"\d+(\.\d+)?", node.text):
            last = node.text[-1:].decode()
            new = "10" if last == "9" and len(node.text) == 1 else str((int(last) + 1) % 10)
            start = node.start_byte if new == "10" else node.end_byte - 1
            found.append(("misprint", start, node.end_byte, new))
    return found


def mutants_of(root: Path, path: str) -> list[Mutant]:
    """All errors that can be planted in a file."""
    text = text_of(root / path)
    nodes = children(PARSER.parse(text.encode("latin-1")).root_node)
    code = code_alone(text, nodes)
    found = []
    for kind, start, end, new in of_tokens(code, nodes) + of_nodes(code, nodes) + of_prints(path, nodes):
        line = text.count("\n", 0, start) + 1
        found.append(Mutant(path, line, start, end, text[start:end], new, kind))
    return sorted(found, key=lambda it: (it.start, it.end, it.new))


def planted(text: str, mutant: Mutant) -> str:
    """The text of a file with an error in it."""
    return text[: mutant.start] + mutant.new + text[mutant.end :]


def keys_of(text: str, mutants: list[Mutant]) -> list[str]:
    """What names each error of a file although lines move: the file, its line as it is, and what
    becomes of what; the second of the same names on is told by its number."""
    keys: list[str] = []
    seen: dict[str, int] = {}
    for mutant in mutants:
        start = text.rfind("\n", 0, mutant.start) + 1
        line = " ".join(text[start : text.find("\n", mutant.start)].split())
        old = " ".join(mutant.old.split())[:40]
        key = f"{mutant.path}\t{readable(line)}\t{mutant.kind}: {readable(old)} > {mutant.new.strip() or 'nothing'}"
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key} #{seen[key]}")
    return keys
