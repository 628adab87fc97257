"""The shapes that the kinds of cases are made of."""

from writing import FOLDER  # noqa: F401  (puts the folder of the suite on the path)

from reference import data

DECIMAL = r"^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$"


def ref(name):
    return {"$ref": f"#/$defs/{name}"}


def nullable(shape):
    return {"anyOf": [shape, {"type": "null"}]}


def listed(shape):
    return {"type": "array", "items": shape}


def texts():
    return listed({"type": "string"})


def one_of(*words):
    return {"enum": list(words)}


def mapped(keys, values):
    return {"type": "object", "propertyNames": keys, "additionalProperties": values}


def record(**fields):
    return {
        "type": "object", "properties": fields, "required": list(fields),
        "additionalProperties": False,
    }


def pair(first, second):
    return {
        "type": "array", "prefixItems": [first, second], "items": False, "minItems": 2,
    }


QUALITIES = ["excellent", "good", "lightly_polluted", "moderately_polluted", "heavily_polluted"]
DEFINITIONS = {
    "decimal": {"type": "string", "pattern": DECIMAL},
    "whole": {"type": "string", "pattern": r"^\d+$"},
    "item": {"enum": data.ORDER},
    "parameter": {"enum": ["chl-a", "TP", "TN", "SD", "CODMn"]},
    "class": {"enum": [*data.CLASSES, data.INFERIOR]},
    "target": {"enum": data.CLASSES},
    "ground_class": {"enum": data.CLASSES},
    "body": {"enum": data.BODIES},
    "comparison": {"enum": ["round_first", "full_value"]},
    "quality": {"enum": QUALITIES},
    "verdict": {"enum": ["met", "missed", "not_assessed"]},
    "direction": {"enum": ["at_least", "at_most"]},
    "grade": {"enum": ["none", "light", "heavy"]},
    "trophic": {
        "enum": [
            "oligotrophic", "mesotrophic", "lightly_eutrophic", "moderately_eutrophic",
            "heavily_eutrophic",
        ]
    },
    "cell": {"type": "string"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}
decimal, whole, item, klass, target = (ref(n) for n in ("decimal", "whole", "item", "class", "target"))
body, comparison, quality, verdict = (ref(n) for n in ("body", "comparison", "quality", "verdict"))
direction, grade, cell = (ref(n) for n in ("direction", "grade", "cell"))
text = {"type": "string"}
flag = {"type": "boolean"}
items = listed(item)
cells = mapped(item, cell)
item_classes = mapped(item, klass)
