#!/usr/bin/env python3
"""Writes cases/*.json. With --check it writes nothing and fails where a file would change."""

import importlib
import json
import sys

from writing import FOLDER, text

# Subject, and what its file is about.
SUBJECTS = {
    "limits": "Every limit of Table 1 at, below and above, for both bodies of water and both comparisons.",
    "sources": "Items of Tables 2 and 3, and drinking-water sources.",
    "ground_water": "The 39 items of GB/T 14848-2017, Table 1.",
    "numbers": "Rounding, shares and multiples.",
    "reading": "Cells, headings and names of classes.",
    "sections": "Sections: participating items, main items, targets, local limits.",
    "statistics": "Means of periods and lakes, sufficiency, remarks, outlook.",
    "groups": "Shares of classes, states of regions, change, goals.",
    "lakes_and_trends": "Trophic level index and Spearman's rank correlation.",
    "impact": "City index, standard index, black-odorous water, function zones, flow, flood season.",
    "field": "Published readings of stations and laboratories with the classes that were printed.",
}


def main():
    flags = json.loads((FOLDER / "flags.json").read_text(encoding="utf-8"))
    check, changed = "--check" in sys.argv[1:], []
    for subject, about in SUBJECTS.items():
        module = importlib.import_module(f"subjects.{subject}")
        made = text(about, list(module.cases()), flags)
        path = FOLDER / "cases" / f"{subject}.json"
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != made:
                changed.append(path.name)
        else:
            path.write_text(made, encoding="utf-8")
    if changed:
        sys.exit(f"not what the scripts give: {', '.join(changed)}")


if __name__ == "__main__":
    main()
