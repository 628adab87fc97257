//! Where printed numbers are typed: each limit once, tables in the files of tables alone.

use std::collections::BTreeSet;

use gb3838::{Bound, Class, Decimal, Item, Standard, WaterBody};

use crate::source::{Spoken, Tree, is_word, spoken, without_tests};
use crate::{FEW_NUMBERS, PRINTED_TABLES};

/// The limits of Table 1 that have a point, without trailing zeros: 0.15, 7.5, …
fn limits_with_a_point() -> BTreeSet<String> {
    let mut limits = BTreeSet::new();
    for (item, body, class) in Item::ALL.into_iter().flat_map(|item| {
        WaterBody::ALL
            .into_iter()
            .flat_map(move |body| Class::WITH_LIMITS.map(|class| (item, body, class)))
    }) {
        if let Some(Bound::AtMost(limit) | Bound::AtLeast(limit)) =
            Standard::GB_3838_2002.limit(item, body, class)
        {
            let text = limit.normalized().to_string();
            if text.contains('.') {
                limits.insert(text);
            }
        }
    }
    assert!(limits.contains("0.15") && limits.contains("7.5"), "{limits:?}");
    limits
}

/// Numbers with a point in code, bare or alone in quotes.
fn decimal_literals(spoken: &Spoken) -> impl Iterator<Item = &str> {
    spoken
        .code
        .split(|character: char| !character.is_ascii_digit() && character != '.')
        .chain(spoken.quotes.iter().map(String::as_str))
        .filter(|text| text.contains('.') && text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a function, whatever its name, is called with a number in quotes alone: `typed("9")`.
fn reads_a_quoted_number(spoken: &Spoken) -> bool {
    let pieces: Vec<&str> = spoken.code.split("\"\"").collect();
    pieces.windows(2).zip(&spoken.quotes).any(|(around, quote)| {
        let name_before = around[0].strip_suffix('(').is_some_and(|before| {
            let name = before.rsplit(|character| !is_word(character)).next().unwrap_or("");
            let is_method = before[..before.len() - name.len()].ends_with('.');
            !name.is_empty() && !is_method
        });
        name_before && around[1].starts_with([')', ',']) && quote.parse::<Decimal>().is_ok()
    })
}

/// The different numbers with a fraction in code.
fn fractions(spoken: &Spoken) -> BTreeSet<Decimal> {
    let numbers = decimal_literals(spoken).filter_map(|text| text.parse::<Decimal>().ok());
    numbers.map(Decimal::normalized).filter(|number| number.scale() > 0).collect()
}

/// Where a limit is typed a second time, or a table is printed in another file.
pub(crate) fn limits_typed_elsewhere(tree: &Tree) -> Vec<String> {
    let limits = limits_with_a_point();
    let mut wrong = Vec::new();
    for (path, text) in tree {
        if PRINTED_TABLES.iter().any(|(table, _)| table == path) {
            continue;
        }
        let spoken = spoken(without_tests(text));
        for literal in decimal_literals(&spoken) {
            let value = literal.parse::<Decimal>().map(|number| number.normalized().to_string());
            if value.is_ok_and(|value| limits.contains(&value)) {
                wrong.push(format!("{path} types {literal}, a limit of Table 1"));
            }
        }
        if reads_a_quoted_number(&spoken) || fractions(&spoken).len() > FEW_NUMBERS {
            wrong.push(format!("{path} prints a table"));
        }
        let from_parts = spoken.code.split("Decimal::new(").skip(1);
        if { from_parts }.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            wrong.push(format!("{path} types a decimal in two parts"));
        }
    }
    wrong
}
