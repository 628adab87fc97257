"""A small validator of JSON Schema: the keywords that schema/suite.json uses, and no others."""

import re

TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
KNOWN = {
    "$schema", "$defs", "$ref", "title", "type", "const", "enum", "properties", "required",
    "additionalProperties", "patternProperties", "propertyNames", "minProperties", "items",
    "prefixItems", "minItems", "uniqueItems", "pattern", "minLength", "minimum", "maximum",
    "anyOf", "allOf", "if", "then",
}


def unknown_keywords(schema):
    """Keywords that this file does not check: with them a schema would promise too much."""
    found = set(schema) - KNOWN
    for key in ("properties", "patternProperties", "$defs"):
        for inner in schema.get(key, {}).values():
            found |= unknown_keywords(inner)
    for key in ("items", "additionalProperties", "propertyNames", "if", "then"):
        if isinstance(schema.get(key), dict):
            found |= unknown_keywords(schema[key])
    for key in ("anyOf", "allOf", "prefixItems"):
        for inner in schema.get(key, ()):
            found |= unknown_keywords(inner)
    return found


def problems(value, schema, root, path="$"):
    """What is wrong with a value, each with its path."""
    if schema is False:
        return [f"{path}: nothing is allowed here"]
    if schema is True:
        return []
    if "$ref" in schema:
        return problems(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, path)
    if "type" in schema and not TYPES[schema["type"]](value):
        return [f"{path}: expected {schema['type']}, got {value!r}"]
    if "const" in schema and value != schema["const"]:
        return [f"{path}: expected {schema['const']!r}, got {value!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{path}: expected one of {schema['enum']}, got {value!r}"]
    found = []
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{path}: {value!r} does not fit {schema['pattern']}")
        if len(value) < schema.get("minLength", 0):
            found.append(f"{path}: is too short")
    if TYPES["integer"](value):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            found.append(f"{path}: {value} is out of range")
    if isinstance(value, dict):
        found += in_object(value, schema, root, path)
    if isinstance(value, list):
        found += in_list(value, schema, root, path)
    if "anyOf" in schema and all(problems(value, inner, root, path) for inner in schema["anyOf"]):
        found.append(f"{path}: {value!r} has none of the allowed shapes")
    for inner in schema.get("allOf", ()):
        found += problems(value, inner, root, path)
    if "if" in schema and not problems(value, schema["if"], root, path):
        found += problems(value, schema.get("then", True), root, path)
    return found


def in_object(value, schema, root, path):
    found = [f"{path}: the key {key} is missing" for key in schema.get("required", ()) if key not in value]
    if len(value) < schema.get("minProperties", 0):
        found.append(f"{path}: has too few keys")
    for key, inner in value.items():
        here = f"{path}.{key}"
        if "propertyNames" in schema:
            found += problems(key, schema["propertyNames"], root, here)
        patterns = [
            part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, key)
        ]
        if key in schema.get("properties", {}):
            found += problems(inner, schema["properties"][key], root, here)
        elif patterns:
            for part in patterns:
                found += problems(inner, part, root, here)
        elif "additionalProperties" in schema:
            found += problems(inner, schema["additionalProperties"], root, here)
    return found


def in_list(value, schema, root, path):
    found = []
    if len(value) < schema.get("minItems", 0):
        found.append(f"{path}: has too few entries")
    if schema.get("uniqueItems") and len({str(entry) for entry in value}) < len(value):
        found.append(f"{path}: has an entry twice")
    first = schema.get("prefixItems", [])
    for place, inner in enumerate(value):
        part = first[place] if place < len(first) else schema.get("items", True)
        found += problems(inner, part, root, f"{path}[{place}]")
    return found
