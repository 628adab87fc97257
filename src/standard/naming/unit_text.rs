//! The grammar of units: an amount, a divider, a volume, in any spelling.

use core::str::FromStr;

use crate::standard::naming::plain_text::{
    PlainText, after_separators, is_within_word, longest_word, word_end,
};
use crate::standard::naming::spelled_unit::{Measure, SpelledUnit};
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// Amounts that a volume is divided into, with their power of ten.
const AMOUNTS: [(&str, Measure, i8); 24] = [
    ("kg", Measure::Mass, 3),
    ("千克", Measure::Mass, 3),
    ("公斤", Measure::Mass, 3),
    ("g", Measure::Mass, 0),
    ("克", Measure::Mass, 0),
    ("mg", Measure::Mass, -3),
    ("毫克", Measure::Mass, -3),
    ("ug", Measure::Mass, -6),
    ("mcg", Measure::Mass, -6),
    ("微克", Measure::Mass, -6),
    ("ng", Measure::Mass, -9),
    ("纳克", Measure::Mass, -9),
    ("pg", Measure::Mass, -12),
    ("皮克", Measure::Mass, -12),
    ("个", Measure::Count, 0),
    ("万个", Measure::Count, 4),
    ("千个", Measure::Count, 3),
    ("cfu", Measure::Count, 0),
    ("mpn", Measure::Count, 0),
    ("cells", Measure::Count, 0),
    ("cell", Measure::Count, 0),
    ("count", Measure::Count, 0),
    ("bq", Measure::Activity, 0),
    ("贝可", Measure::Activity, 0),
];

/// Volumes, with the power of ten of their number in a litre.
const VOLUMES: [(&str, i8); 17] = [
    ("l", 0),
    ("升", 0),
    ("liter", 0),
    ("litre", 0),
    ("dm3", 0),
    ("立方分米", 0),
    ("ml", 3),
    ("毫升", 3),
    ("cm3", 3),
    ("100ml", 1),
    ("100毫升", 1),
    ("dl", 1),
    ("m3", -3),
    ("立方米", -3),
    ("立方", -3),
    ("cubicmeter", -3),
    ("cubicmetre", -3),
];

/// Forms that stand within a unit: `mg N/L`, `mgO2/L`.
const FORMS: [&str; 6] = ["n", "p", "o2", "f", "cl", "caco3"];

/// Units that are no quotient.
const SIMPLE: [(&str, Measure, i8); 47] = [
    ("℃", Measure::Temperature, 0),
    ("°c", Measure::Temperature, 0),
    ("degc", Measure::Temperature, 0),
    ("celsius", Measure::Temperature, 0),
    ("摄氏度", Measure::Temperature, 0),
    ("c", Measure::Temperature, 0),
    ("m", Measure::Length, 0),
    ("米", Measure::Length, 0),
    ("dm", Measure::Length, -1),
    ("分米", Measure::Length, -1),
    ("cm", Measure::Length, -2),
    ("厘米", Measure::Length, -2),
    ("mm", Measure::Length, -3),
    ("毫米", Measure::Length, -3),
    ("无量纲", Measure::Dimensionless, 0),
    ("无单位", Measure::Dimensionless, 0),
    ("无", Measure::Dimensionless, 0),
    ("dimensionless", Measure::Dimensionless, 0),
    ("unitless", Measure::Dimensionless, 0),
    ("su", Measure::Dimensionless, 0),
    ("standardunits", Measure::Dimensionless, 0),
    ("phunits", Measure::Dimensionless, 0),
    ("phunit", Measure::Dimensionless, 0),
    ("ntu", Measure::Turbidity, 0),
    ("度", Measure::Degree, 0),
    ("°", Measure::Degree, 0),
    ("铂钴色度单位", Measure::Colour, 0),
    ("ptcocolourunit", Measure::Colour, 0),
    ("ptco", Measure::Colour, 0),
    ("pcu", Measure::Colour, 0),
    ("hazen", Measure::Colour, 0),
    ("%", Measure::Percent, 0),
    ("percent", Measure::Percent, 0),
    ("pct", Measure::Percent, 0),
    ("%sat", Measure::Percent, 0),
    ("ppm", Measure::Other, 0),
    ("ppb", Measure::Other, 0),
    ("ppt", Measure::Other, 0),
    ("℉", Measure::Other, 0),
    ("°f", Measure::Other, 0),
    ("ftu", Measure::Other, 0),
    ("fnu", Measure::Other, 0),
    ("us/cm", Measure::Other, 0),
    ("ms/m", Measure::Other, 0),
    ("mv", Measure::Other, 0),
    ("倍", Measure::Other, 0),
    ("cod/l", Measure::Other, 0),
];

/// Quotients that are known, and no concentration of ours.
const OTHER_QUOTIENTS: [&str; 12] = [
    "mg/kg", "ug/kg", "mg/g", "ug/g", "g/kg", "mol/l", "mmol/l", "umol/l", "m3/s", "m/s", "t/a",
    "kg/d",
];

/// A unit found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FoundUnit {
    pub(crate) unit: SpelledUnit,
    /// Where the text goes on.
    pub(crate) end: usize,
    /// The form within it.
    pub(crate) form: Option<&'static str>,
    /// Whether it has a divider, so that it cannot be part of a word.
    pub(crate) is_quotient: bool,
}

/// The longest unit that stands at a place.
pub(crate) fn unit_at(text: &[char], place: usize) -> Option<FoundUnit> {
    let simple = SIMPLE.iter().filter_map(|(word, measure, power)| {
        let end =
            if word.is_ascii() { closed(text, place, word) } else { word_end(text, place, word) };
        let unit = SpelledUnit::new(*measure, *power);
        end.map(|end| FoundUnit { unit, end, form: None, is_quotient: false })
    });
    let other = longest_word(text, place, &OTHER_QUOTIENTS).map(|end| {
        let unit = SpelledUnit::new(Measure::Other, 0);
        FoundUnit { unit, end, form: None, is_quotient: true }
    });
    simple.chain(other).chain(quotient(text, place)).max_by_key(|found| found.end)
}

/// The end of a word that does not go on in letters.
fn closed(text: &[char], place: usize, word: &str) -> Option<usize> {
    word_end(text, place, word).filter(|end| !is_within_word(text, *end))
}

/// An amount in a volume: `mg/L`, `10^4个/L`, `mg·L⁻¹`, `毫克每升`.
fn quotient(text: &[char], place: usize) -> Option<FoundUnit> {
    let (factor, start) = power_of_ten(text, place).unwrap_or((0, place));
    let start = after_separators(text, start);
    let mut longest: Option<FoundUnit> = None;
    for (amount, measure, power) in AMOUNTS {
        let Some(after_amount) = word_end(text, start, amount) else {
            continue;
        };
        let forms = FORMS.iter().filter_map(|form| {
            let end = word_end(text, after_separators(text, after_amount), form)?;
            Some((Some(*form), end))
        });
        for (form, after_form) in forms.chain([(None, after_amount)]) {
            let Some((volume, end)) = volume_after(text, after_form) else {
                continue;
            };
            if longest.is_none_or(|found| found.end < end) {
                let unit = SpelledUnit::new(measure, power + volume + factor);
                longest = Some(FoundUnit { unit, end, form, is_quotient: true });
            }
        }
    }
    longest
}

/// The longest volume behind a divider, or glued to its amount.
fn volume_after(text: &[char], place: usize) -> Option<(i8, usize)> {
    let mut start = after_separators(text, place);
    for divider in ["每", "per"] {
        start = word_end(text, start, divider).unwrap_or(start);
    }
    let start = after_separators(text, start);
    VOLUMES
        .iter()
        .filter_map(|(volume, power)| {
            let end = word_end(text, start, volume)?;
            Some((*power, end))
                .into_iter()
                .chain(negative(text, start, volume, *power))
                .max_by_key(|it| it.1)
        })
        .filter(|(_, end)| !is_within_word(text, *end))
        .max_by_key(|(_, end)| *end)
}

/// The volume with a negative exponent: `L-1`, `L^-1`; the 3 of `m-3` stands in it.
fn negative(text: &[char], start: usize, volume: &str, power: i8) -> Option<(i8, usize)> {
    let (base, exponent) = volume.strip_suffix('3').map_or((volume, '1'), |base| (base, '3'));
    let mut place = word_end(text, start, base)?;
    while matches!(text.get(place), Some('^' | '(' | ' ')) {
        place += 1;
    }
    (text.get(place) == Some(&'-') && text.get(place + 1) == Some(&exponent))
        .then_some((power, place + 2))
}

/// A power of ten before a unit: `10^4`, `×10³`.
fn power_of_ten(text: &[char], place: usize) -> Option<(i8, usize)> {
    let mut place = place;
    while matches!(text.get(place), Some('×' | 'x' | '*' | ' ')) {
        place += 1;
    }
    if text.get(place..place + 2)? != ['1', '0'] {
        return None;
    }
    place += 2;
    while matches!(text.get(place), Some('^' | '*')) {
        place += 1;
    }
    let digit = text.get(place)?.to_digit(10).filter(|digit| *digit > 0)?;
    let after = text.get(place + 1)?;
    (!after.is_ascii_digit()).then_some((i8::try_from(digit).ok()?, place + 1))
}

/// A unit that is the whole of a text.
pub(crate) fn whole_unit(text: &[char]) -> Option<FoundUnit> {
    let start = text.iter().position(|c| !matches!(c, '(' | ')' | ' ' | ':' | '/')).unwrap_or(0);
    unit_at(text, start).filter(|found| after_separators(text, found.end) == text.len())
}

impl FromStr for SpelledUnit {
    type Err = UnknownNameError;

    /// Reads a unit in any of its spellings.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        PlainText::new(text)
            .and_then(|plain| whole_unit(plain.as_slice()))
            .map(|found| found.unit)
            .ok_or(UnknownNameError::new(text, NameKind::Unit))
    }
}
