//! Holds data against a JSON schema, as far as the schema of `assess` goes: a word or a pattern
//! that is not known here fails, and never passes.

use serde_json::{Map, Value};

/// The schema that the program ships.
pub(crate) fn shipped() -> Value {
    serde_json::from_str(include_str!("../../../src/assess/schema.json")).unwrap()
}

/// The first place where data differ from a schema; `Ok` where they follow it.
pub(crate) fn follows(schema: &Value, data: &Value) -> Result<(), String> {
    Schema { root: schema }.check(schema, data, "$")
}

struct Schema<'a> {
    root: &'a Value,
}

type Checked = Result<(), String>;

impl Schema<'_> {
    fn check(&self, schema: &Value, data: &Value, place: &str) -> Checked {
        let Value::Object(words) = schema else {
            return holds(schema == &Value::Bool(true), "nothing is expected here", data, place);
        };
        words.iter().try_for_each(|(word, of)| self.word(words, word, of, data, place))
    }

    fn word(
        &self,
        words: &Map<String, Value>,
        word: &str,
        of: &Value,
        data: &Value,
        place: &str,
    ) -> Checked {
        let holds = |is: bool| holds(is, &format!("{word} {of}"), data, place);
        let count = || usize::try_from(of.as_u64().unwrap()).unwrap();
        match (word, data) {
            ("$ref", _) => {
                let pointer = of.as_str().unwrap().strip_prefix('#').unwrap();
                self.check(self.root.pointer(pointer).unwrap(), data, place)
            }
            ("type", _) => holds(match of {
                Value::Array(types) => types.iter().any(|of| is_of_type(data, of)),
                of => is_of_type(data, of),
            }),
            ("enum", _) => holds(of.as_array().unwrap().contains(data)),
            ("const", _) => holds(of == data),
            ("oneOf", _) => {
                let each = of.as_array().unwrap().iter();
                holds(each.filter(|of| self.check(of, data, place).is_ok()).count() == 1)
            }
            ("required", Value::Object(data)) => holds(
                of.as_array().unwrap().iter().all(|key| data.contains_key(key.as_str().unwrap())),
            ),
            ("properties", Value::Object(data)) => {
                of.as_object().unwrap().iter().try_for_each(|(key, of)| {
                    data.get(key).map_or(Ok(()), |it| self.check(of, it, &format!("{place}.{key}")))
                })
            }
            ("additionalProperties", Value::Object(data)) => {
                let is_named =
                    |key: &str| words.get("properties").is_some_and(|it| it.get(key).is_some());
                data.iter()
                    .filter(|(key, _)| !is_named(key))
                    .try_for_each(|(key, it)| self.check(of, it, &format!("{place}.{key}")))
            }
            ("propertyNames", Value::Object(data)) => {
                data.keys().try_for_each(|key| self.check(of, &key.as_str().into(), place))
            }
            ("minProperties", Value::Object(data)) => holds(data.len() >= count()),
            ("maxProperties", Value::Object(data)) => holds(data.len() <= count()),
            ("items", Value::Array(data)) => data
                .iter()
                .enumerate()
                .try_for_each(|(index, it)| self.check(of, it, &format!("{place}[{index}]"))),
            ("minItems", Value::Array(data)) => holds(data.len() >= count()),
            ("maxItems", Value::Array(data)) => holds(data.len() <= count()),
            ("uniqueItems", Value::Array(data)) => {
                holds((1..data.len()).all(|place| !data[..place].contains(&data[place])))
            }
            ("minimum", Value::Number(_)) => holds(data.as_f64().unwrap() >= of.as_f64().unwrap()),
            ("pattern", Value::String(text)) => holds(matches(of.as_str().unwrap(), text)),
            // Words about the schema, and words about data of another type.
            (
                "$schema"
                | "$defs"
                | "title"
                | "description"
                | "required"
                | "properties"
                | "additionalProperties"
                | "propertyNames"
                | "items"
                | "minProperties"
                | "maxProperties"
                | "minItems"
                | "maxItems"
                | "uniqueItems"
                | "minimum"
                | "pattern",
                _,
            ) => Ok(()),
            _ => panic!("{word} is not known here"),
        }
    }
}

fn holds(is: bool, expected: &str, data: &Value, place: &str) -> Checked {
    if is { Ok(()) } else { Err(format!("{place}: expected {expected}, got {data}")) }
}

fn is_of_type(data: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "string" => data.is_string(),
        "array" => data.is_array(),
        "object" => data.is_object(),
        "boolean" => data.is_boolean(),
        "null" => data.is_null(),
        "integer" => data.is_i64() || data.is_u64(),
        other => panic!("type {other} is not known here"),
    }
}

/// Whether a text is of a pattern: a fraction, a decimal, a day.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match pattern {
        r"^-?[0-9]+(/[1-9][0-9]*)?$" => match unsigned.split_once('/') {
            Some((above, below)) => digits(above) && digits(below) && !below.starts_with('0'),
            None => digits(unsigned),
        },
        r"^-?[0-9]+(\.[0-9]+)?$" => match unsigned.split_once('.') {
            Some((whole, part)) => digits(whole) && digits(part),
            None => digits(unsigned),
        },
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            let lengths: Vec<_> = text.split('-').map(str::len).collect();
            lengths == [4, 2, 2] && text.split('-').all(digits)
        }
        other => panic!("the pattern {other} is not known here"),
    }
}

/// Each word of the schema can refuse.
#[test]
fn a_word_refuses_what_does_not_follow_it() {
    let wrong = |schema: &str, data: &str| {
        let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        follows(&parsed(schema), &parsed(data)).is_err()
    };
    for (schema, bad, good) in [
        (r#"{"type": ["string", "null"]}"#, "1", "null"),
        (r#"{"type": "integer"}"#, "1.5", "1"),
        (r#"{"enum": ["I", "II"]}"#, r#""VI""#, r#""I""#),
        (r#"{"const": 1}"#, "2", "1"),
        (r#"{"oneOf": [{"minimum": 1}, {"minimum": 5}]}"#, "6", "2"),
        (r#"{"required": ["a"]}"#, "{}", r#"{"a": 1}"#),
        (r#"{"properties": {"a": {"type": "null"}}}"#, r#"{"a": 1}"#, r#"{"b": 1}"#),
        (
            r#"{"properties": {"a": true}, "additionalProperties": false}"#,
            r#"{"b": 1}"#,
            r#"{"a": 1}"#,
        ),
        (r#"{"propertyNames": {"enum": ["a"]}}"#, r#"{"b": 1}"#, r#"{"a": 1}"#),
        (r#"{"minProperties": 1, "maxProperties": 1}"#, "{}", r#"{"a": 1}"#),
        (r#"{"minProperties": 1, "maxProperties": 1}"#, r#"{"a": 1, "b": 1}"#, r#"{"a": 1}"#),
        (r#"{"items": {"type": "null"}}"#, "[null, 1]", "[null]"),
        (r#"{"minItems": 1, "maxItems": 1}"#, "[]", "[1]"),
        (r#"{"minItems": 1, "maxItems": 1}"#, "[1, 2]", "[1]"),
        (r#"{"uniqueItems": true}"#, "[1, 2, 1]", "[1, 2]"),
        (r#"{"minimum": 0}"#, "-1", "0"),
        (r##"{"$ref": "#/$defs/a", "$defs": {"a": {"const": 1}}}"##, "2", "1"),
        (r#"{"pattern": "^-?[0-9]+(/[1-9][0-9]*)?$"}"#, r#""1/0""#, r#""-1/3""#),
        (r#"{"pattern": "^-?[0-9]+(\\.[0-9]+)?$"}"#, r#""1.""#, r#""-1.50""#),
        (r#"{"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}"#, r#""2024-1-01""#, r#""2024-01-01""#),
    ] {
        assert!(wrong(schema, bad), "{schema} {bad}");
        assert!(!wrong(schema, good), "{schema} {good}");
    }
}
