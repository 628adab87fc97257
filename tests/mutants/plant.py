"""Errors that can be planted in a file of Rust: one change of one token or one statement each.

Comments, texts, attributes and the tests of a file are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


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
        return f"{self.path}:{self.line} {self.kind}: `{self.old}` → `{self.new}`"


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
        (r"\bif (?!let\b)[^{}\n]+(?= \{$)", "if true"),
        (r"\bif (?!let\b)[^{}\n]+(?= \{$)", "if false"),
    ],
    "constant": [(r"(?<![\w.\"'#])\d+(?![\w.\"'])", "+1")],
    "dropped": [(r"(?m)^ {8,}(?=\S)(?!let |return|use |const |type |static |//|\}|\))[^\n;={]*(?: [-+*|&^]?= [^\n;]*|\([^\n;]*\)\??);$", "")],
}


def code_alone(text: str) -> str:
    """The text with everything that is no code blanked, of the same length."""
    text = text[: cut] if (cut := text.find("#[cfg(test)]\nmod tests")) >= 0 else text
    noise = re.compile(
        r"//[^\n]*|/\*.*?\*/|b?\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])'|#!?\[(?:[^\[\]]|\[[^\]]*\])*\]",
        re.S,
    )
    return noise.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), text)


def mutants_of(root: Path, path: str) -> list[Mutant]:
    """All errors that can be planted in a file."""
    text = (root / path).read_text(encoding="utf-8")
    code = code_alone(text)
    found = []
    for kind, swaps in SWAPS.items():
        for pattern, new in swaps:
            for match in re.finditer(pattern, code, re.M):
                old = text[match.start() : match.end()]
                # Lengths of arrays and types are no decisions.
                before = code[max(0, match.start() - 2) : match.start()]
                if kind == "constant" and before.endswith("; "):
                    continue
                planted = str(int(old) + 1) if new == "+1" else new
                line = text.count("\n", 0, match.start() + len(old) - len(old.lstrip())) + 1
                found.append(
                    Mutant(path, line, match.start(), match.end(), old.strip(), planted, kind)
                )
    return found


def plant(root: Path, mutant: Mutant) -> str:
    """Plants an error, and gives the text of the file as it was."""
    file = root / mutant.path
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: mutant.start] + mutant.new + text[mutant.end :], encoding="utf-8")
    return text
