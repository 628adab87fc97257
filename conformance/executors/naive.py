"""What naive programs share: Table 1 as floats, and the worst item as the class of a section."""

NAMES = ["I", "II", "III", "IV", "V", "inferior_V"]
QUALITY = [
    "excellent", "excellent", "good", "lightly_polluted", "moderately_polluted", "heavily_polluted",
]

LIMITS = {
    "DO": [7.5, 6, 5, 3, 2], "CODMn": [2, 4, 6, 10, 15], "COD": [15, 15, 20, 30, 40],
    "BOD5": [3, 3, 4, 6, 10], "NH3-N": [0.15, 0.5, 1.0, 1.5, 2.0], "TP": [0.02, 0.1, 0.2, 0.3, 0.4],
    "TN": [0.2, 0.5, 1.0, 1.5, 2.0], "Cu": [0.01, 1, 1, 1, 1], "Zn": [0.05, 1, 1, 2, 2],
    "F-": [1, 1, 1, 1.5, 1.5], "Se": [0.01, 0.01, 0.01, 0.02, 0.02], "As": [0.05, 0.05, 0.05, 0.1, 0.1],
    "Hg": [0.00005, 0.00005, 0.0001, 0.001, 0.001], "Cd": [0.001, 0.005, 0.005, 0.005, 0.01],
    "Cr6+": [0.01, 0.05, 0.05, 0.05, 0.1], "Pb": [0.01, 0.01, 0.05, 0.05, 0.1],
    "CN-": [0.005, 0.05, 0.2, 0.2, 0.2], "VP": [0.002, 0.002, 0.005, 0.01, 0.1],
    "Oil": [0.05, 0.05, 0.05, 0.5, 1], "LAS": [0.2, 0.2, 0.2, 0.3, 0.3], "S2-": [0.05, 0.1, 0.2, 0.5, 1],
    "FC": [200, 2000, 10000, 20000, 40000],
}
LAKE_TP = [0.01, 0.025, 0.05, 0.1, 0.2]
DECIMALS = {
    "pH": 0, "DO": 1, "CODMn": 1, "COD": 1, "BOD5": 1, "NH3-N": 2, "TN": 2, "Oil": 2, "LAS": 2, "TP": 3,
    "Cu": 3, "Zn": 3, "F-": 3, "Cr6+": 3, "Pb": 3, "CN-": 3, "S2-": 3, "Se": 4, "As": 4, "VP": 4, "Hg": 5,
    "Cd": 5, "FC": 0, "WT": 1,
}


def section_answer(classes, target):
    """The worst item decides; main items by class alone; nothing is ever undecidable."""
    worst = max(classes.values(), key=NAMES.index, default=None)
    over = [item for item in classes if NAMES.index(classes[item]) > 2]
    over.sort(key=lambda item: -NAMES.index(classes[item]))
    verdict = "not_assessed"
    if worst and target:
        verdict = "met" if NAMES.index(worst) <= NAMES.index(target) else "missed"
    return {
        "class": worst, "item_classes": classes, "verdict": verdict,
        "determining": [item for item in classes if classes[item] == worst],
        "main_items": over[:3], "main_items_any_order": over[:3],
        "quality": worst and QUALITY[NAMES.index(worst)], "reference_classes": {}, "undecidable": [],
    }


def mean_counts(case, values):
    """Counts beside a mean; any number of values is enough."""
    cells = [cell for _, cell in case["samples"]]
    return {
        "values": str(len(values)), "without_value": str(len(cells) - len(values)),
        "below_detection": str(sum(cell.endswith("L") or cell.startswith("<") for cell in cells)),
        "sufficient": True,
    }
