"""Results as a table, as JSON and as JUnit XML."""

import dataclasses
import json
from collections import Counter
from xml.sax.saxutils import quoteattr

OUTCOMES = ["pass", "fail", "conflict", "narrative", "unsupported"]


@dataclasses.dataclass
class Result:
    """What became of one case."""

    case: dict
    outcome: str
    why: str | None


def counted(results, names_of):
    """For each name (a kind, a flag) how many cases came out how."""
    counts = {}
    for result in results:
        for name in names_of(result.case):
            counts.setdefault(name, Counter())[result.outcome] += 1
    return dict(sorted(counts.items()))


def by_kind(results):
    return counted(results, lambda case: [case["kind"]])


def by_flag(results):
    return counted(results, lambda case: case.get("flags", []))


def rows(title, counts):
    width = max(map(len, [title, *counts]))
    yield f"{title:<{width}}  " + "  ".join(f"{outcome:>11}" for outcome in OUTCOMES)
    for name, count in counts.items():
        yield f"{name:<{width}}  " + "  ".join(f"{count[outcome]:>11}" for outcome in OUTCOMES)


def as_table(name, results, verbose):
    lines = []
    if verbose:
        for result in results:
            if result.outcome == "fail":
                lines.append(f"fail {result.case['id']} {result.why}")
    total = Counter(result.outcome for result in results)
    lines += [f"program: {name or 'nameless'}", ""]
    lines += rows("kind", by_kind(results))
    lines.append("")
    lines += rows("flag", by_flag(results))
    lines.append("")
    lines.append(", ".join(f"{total[outcome]} {outcome}" for outcome in OUTCOMES))
    return "\n".join(lines)


def as_json(name, results, _):
    return json.dumps(
        {
            "program": name,
            "counts": dict(Counter(result.outcome for result in results)),
            "kinds": by_kind(results),
            "flags": by_flag(results),
            "cases": [
                {"id": result.case["id"], "kind": result.case["kind"], "outcome": result.outcome,
                 **({"why": result.why} if result.why else {})}
                for result in results
            ],
        },
        ensure_ascii=False, indent=1,
    )


def as_junit(name, results, _):
    """One test suite a file of cases; unsupported and narrative are skipped."""
    files = {}
    for result in results:
        files.setdefault(result.case["file"], []).append(result)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites name={quoted(name or 'conformance')}>"]
    for file, found in files.items():
        total = Counter(result.outcome for result in found)
        skipped = total["unsupported"] + total["narrative"]
        lines.append(
            f' <testsuite name={quoted(file)} tests="{len(found)}" failures="{total["fail"]}" '
            f'skipped="{skipped}" errors="0">'
        )
        for result in found:
            start = f'  <testcase classname={quoted(result.case["kind"])} name={quoted(result.case["id"])}'
            if result.outcome == "fail":
                lines.append(f"{start}><failure message={quoted(result.why)}/></testcase>")
            elif result.outcome in ("unsupported", "narrative"):
                lines.append(f"{start}><skipped message={quoted(result.outcome)}/></testcase>")
            else:
                lines.append(f"{start}/>")
        lines.append(" </testsuite>")
    return "\n".join([*lines, "</testsuites>"])


def quoted(text):
    """An attribute; characters that XML does not allow become a question mark."""
    plain = "".join(letter if letter in "\t\n" or ord(letter) >= 32 else "?" for letter in text)
    return quoteattr(plain)
