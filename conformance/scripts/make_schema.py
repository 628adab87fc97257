#!/usr/bin/env python3
"""Writes schema/suite.json, the JSON Schema (draft 2020-12) of a file of cases.

With --check it writes nothing and fails where the file would change."""

import json
import sys

from kinds_schema import KINDS
from shapes import DEFINITIONS, nullable, ref, texts
from writing import FOLDER, FORMAT

PATH = FOLDER / "schema" / "suite.json"


def closed(properties, required, **more):
    return {
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": False, **more,
    }


def of_kind(kind, given, expected):
    """All keys of the input are there; any of the expected ones, and printed words beside."""
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {
            "properties": {
                "input": closed(given, list(given)),
                "expected": {
                    "type": "object", "properties": expected, "additionalProperties": False,
                    "patternProperties": {"_zh$": nullable({"type": "string"})},
                    "minProperties": 1,
                },
            }
        },
    }


def case():
    text = {"type": "string"}
    fields = {
        "id": {"type": "string", "minLength": 1},
        "kind": {"enum": sorted(KINDS)},
        "rules": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 17}, "minItems": 1},
        "status": {"enum": ["normative", "conflict", "narrative"]},
        "certainty": {"enum": ["P", "S", "F", "K"]},
        "flags": {**texts(), "uniqueItems": True},
        "subject": text,
        "source": closed({"title": text, "address": text}, ["title"]),
        "input": {"type": "object"},
        "expected": {"type": "object"},
        "printed": {"type": "object"},
        "derived": texts(),
        "why": text,
        "note": text,
    }
    conflict = {
        "if": {"properties": {"status": {"const": "conflict"}}, "required": ["status"]},
        "then": {"required": ["why", "printed"]},
    }
    kinds = [of_kind(kind, *parts) for kind, parts in sorted(KINDS.items())]
    return closed(
        fields, ["id", "kind", "rules", "status", "source", "input", "expected"],
        allOf=[conflict, *kinds],
    )


def suite():
    counts = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of cases of the conformance suite of GB 3838-2002",
        **closed(
            {
                "format": {"const": FORMAT},
                "version": {"type": "string"},
                "about": {"type": "string"},
                "count": {"type": "integer", "minimum": 1},
                "kinds": counts,
                "statuses": counts,
                "flags": {"type": "object", "additionalProperties": {"type": "string"}},
                "cases": {"type": "array", "items": ref("case"), "minItems": 1},
            },
            ["format", "version", "about", "count", "kinds", "statuses", "cases"],
        ),
        "$defs": {**DEFINITIONS, "case": case()},
    }


def main():
    made = json.dumps(suite(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        if not PATH.exists() or PATH.read_text(encoding="utf-8") != made:
            sys.exit("schema/suite.json is not what the script gives")
    else:
        PATH.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
