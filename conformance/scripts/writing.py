"""How a generated case is made and a file of cases is written."""

import json
import pathlib
import sys
from collections import Counter

FOLDER = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(FOLDER))

from reference.answers import answer  # noqa: E402

FORMAT = "gb3838-conformance"
FORMAT_VERSION = "2"


def case(name, kind, rules, given, flags=(), keys=None, certainty=None, title=None, note=None):
    """A case whose expected values come from the reference.

    name says what is given, so that an id never changes its meaning. keys: the expected keys
    to keep, by default all of the kind."""
    found = answer(kind, given)
    expected = {key: value for key, value in found.items() if keys is None or key in keys}
    made = {"id": name, "kind": kind, "rules": list(rules), "status": "normative"}
    if certainty:
        made["certainty"] = certainty
    if flags:
        made["flags"] = sorted(flags)
    made["source"] = {"title": title or "computed by reference/"}
    made["input"] = given
    made["expected"] = expected
    made["derived"] = ["expected"]
    if note:
        made["note"] = note
    return made


def head(about, cases, flags):
    used = sorted({flag for each in cases for flag in each.get("flags", [])})
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "about": about,
        "count": len(cases),
        "kinds": dict(sorted(Counter(each["kind"] for each in cases).items())),
        "statuses": dict(sorted(Counter(each["status"] for each in cases).items())),
        "flags": {flag: flags[flag] for flag in used},
    }


def text(about, cases, flags):
    """A file of cases, one case a line."""
    names = [each["id"] for each in cases]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"ids used twice: {twice[:5]}")
    lines = [
        f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},"
        for key, value in head(about, cases, flags).items()
    ]
    body = ",\n".join("  " + json.dumps(each, ensure_ascii=False) for each in cases)
    return "{\n" + "\n".join(lines) + '\n "cases": [\n' + body + "\n ]\n}\n"
