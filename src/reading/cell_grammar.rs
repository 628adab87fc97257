//! The grammar of cells: a number in any spelling, below a limit, with a unit, or a mark.

use core::fmt::Write;

use crate::number::decimal::{Decimal, ParseDecimalReason};
use crate::number::text_buffer::TextBuffer;
use crate::reading::cell::{normalized, numeric_length};
use crate::reading::cell_words::{is_voiding, mark};
use crate::reading::notation::{Missing, Notation, Reading, ReadingReason};
use crate::reading::possible::Kind;
use crate::standard::naming::plain_text::PlainText;
use crate::standard::naming::spelled_unit::{Measure, SpelledUnit};
use crate::standard::naming::unit_text::whole_unit;

/// What a cell is expected to hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expected {
    pub(crate) kind: Kind,
    /// The unit of the limits, which readings are in.
    pub(crate) unit: SpelledUnit,
    /// The unit of the column, which a bare number is in.
    pub(crate) column: SpelledUnit,
}

impl Expected {
    /// A column in the unit of the limits.
    pub(crate) const fn in_limits_unit(kind: Kind, unit: SpelledUnit) -> Self {
        Self { kind, unit, column: unit }
    }

    /// A number in some unit, in that of the limits.
    fn convert(self, value: Decimal, from: SpelledUnit) -> Result<Decimal, ReadingReason> {
        let power = from.power_to(self.unit).ok_or(ReadingReason::OtherUnit)?;
        value.shift(power).map_err(|_| ReadingReason::TooManyDigits)
    }

    fn below(self, limit: Decimal, unit: SpelledUnit) -> Result<Reading, ReadingReason> {
        self.kind.below(self.convert(limit, unit)?)
    }
}

/// The signs and words before a detection limit.
const BELOW: [&str; 4] = ["<", "≤", "小于", "低于"];

/// The marks of a result that was not detected.
const NOT_DETECTED: [&str; 3] = ["ND", "N.D.", "未检出"];

impl Notation {
    /// Reads a cell.
    pub(crate) fn read(&self, text: &str, expected: Expected) -> Result<Reading, ReadingReason> {
        let characters = normalized(text).ok_or(ReadingReason::NotAReading)?;
        let cell = characters.as_str();
        // Most cells: no mark and no word begins with a digit.
        if cell.starts_with(|character: char| character.is_ascii_digit()) {
            return self.number(cell, expected);
        }
        if let Some(missing) = mark(cell, self.no_value_words) {
            return match (missing, self.detection_limit) {
                (Missing::NotDetected, Some(limit)) => expected.kind.below(limit),
                _ => Ok(Reading::Missing(missing)),
            };
        }
        let detection_limit = BELOW
            .iter()
            .find_map(|sign| cell.strip_prefix(sign))
            .or_else(|| after_not_detected(cell));
        if let Some(limit) = detection_limit {
            return below_a_limit(limit, expected);
        }
        if cell.starts_with(['>', '≥']) {
            return Err(ReadingReason::AboveRange);
        }
        self.number(cell, expected)
    }

    /// Reads a cell that is no mark.
    fn number(&self, cell: &str, expected: Expected) -> Result<Reading, ReadingReason> {
        match leading_number(cell)? {
            None => self.without_number(cell),
            Some((value, "")) => self.bare_number(value, expected),
            Some((value, letters)) => self.marked_number(value, letters, expected),
        }
    }

    /// A number with nothing behind it.
    fn bare_number(&self, value: Decimal, expected: Expected) -> Result<Reading, ReadingReason> {
        if value == Decimal::from_integer(-1) {
            return Ok(Reading::Missing(Missing::NotMonitored));
        }
        if self.negative_is_below && value.is_negative() {
            let limit =
                value.units().checked_neg().and_then(|it| Decimal::new(it, value.scale()).ok());
            return match limit {
                Some(limit) => expected.below(limit, expected.column),
                // The least 64-bit number has no opposite.
                None => Err(ReadingReason::TooManyDigits),
            };
        }
        value_of(expected.convert(value, expected.column)?, expected.kind)
    }

    /// A number with letters or signs behind it.
    fn marked_number(
        &self,
        value: Decimal,
        letters: &str,
        expected: Expected,
    ) -> Result<Reading, ReadingReason> {
        if is_limit_mark(letters) || is_not_detected(letters) {
            return expected.below(value, expected.column);
        }
        if let Some(limit_unit) = limit_in_unit(letters) {
            return expected.below(value, limit_unit);
        }
        if let Some((unit, is_quotient)) = unit_of(letters) {
            match unit.power_to(expected.unit) {
                Some(_) if unit.measure() != Measure::Dimensionless => {
                    return value_of(expected.convert(value, unit)?, expected.kind);
                }
                _ if is_quotient || matches!(unit.measure(), Measure::Percent | Measure::Other) => {
                    return Err(ReadingReason::OtherUnit);
                }
                _ => {}
            }
        }
        // A mark may stand in brackets, as that of a detection limit does.
        let in_brackets = letters.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
        let letters = in_brackets.map_or(letters, str::trim);
        // An amount without a volume is no mark: the number may be meant in it.
        let amount = ["mg", "ug", "ng", "g"].iter().any(|unit| letters.eq_ignore_ascii_case(unit));
        let only_letters =
            !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
        if (only_letters && !amount) || is_voiding(letters) || self.any_letters_void {
            Ok(Reading::Missing(Missing::Voided))
        } else {
            Err(ReadingReason::NotAReading)
        }
    }

    /// A cell that begins with no number.
    fn without_number(&self, cell: &str) -> Result<Reading, ReadingReason> {
        let letters = cell.trim_start_matches(['+', '-']);
        if cell.eq_ignore_ascii_case("nan") {
            Err(ReadingReason::NotANumber)
        } else if ["inf", "infinity", "∞"].iter().any(|word| letters.eq_ignore_ascii_case(word)) {
            Err(ReadingReason::Infinite)
        } else if self.any_letters_void && cell.chars().all(char::is_alphabetic) {
            Ok(Reading::Missing(Missing::Voided))
        } else {
            Err(ReadingReason::NotAReading)
        }
    }
}

fn value_of(value: Decimal, kind: Kind) -> Result<Reading, ReadingReason> {
    match kind.impossible(value) {
        None => Ok(Reading::Value(value)),
        Some(reason) => Err(reason),
    }
}

/// The detection limit behind a mark: `ND(0.02)`, `未检出（<0.02mg/L）`, `ND<0.02`.
fn after_not_detected(cell: &str) -> Option<&str> {
    let rest = NOT_DETECTED.iter().find_map(|mark| {
        let start = cell.get(..mark.len())?;
        start.eq_ignore_ascii_case(mark).then(|| &cell[mark.len()..])
    })?;
    let inside = rest.trim_matches(|c: char| matches!(c, '(' | ')' | ' ' | ':' | ',' | '[' | ']'));
    let named = ["检出限", "MDL", "DL", "LOD"];
    let inside = named.iter().find_map(|word| inside.strip_prefix(word)).unwrap_or(inside);
    let inside = inside.trim_start_matches([':', '=', ' ', '为']);
    let limit = BELOW.iter().find_map(|sign| inside.strip_prefix(sign)).unwrap_or(inside);
    limit.starts_with(|c: char| c.is_ascii_digit() || c == ' ' || c == '.').then_some(limit)
}

/// A number that is a detection limit, with L or a unit behind it or nothing.
fn below_a_limit(text: &str, expected: Expected) -> Result<Reading, ReadingReason> {
    let Some((value, letters)) = leading_number(text.trim_start())? else {
        return Err(ReadingReason::NotAReading);
    };
    if letters.is_empty() || is_limit_mark(letters) || is_not_detected(letters) {
        return expected.below(value, expected.column);
    }
    let unit = unit_of(letters).map(|(unit, _)| unit).or_else(|| limit_in_unit(letters));
    match unit {
        Some(unit) => expected.below(value, unit),
        None => Err(ReadingReason::NotAReading),
    }
}

/// Whether letters behind a number are the mark of a detection limit: `0.02L`, `0.02(L)`.
fn is_limit_mark(letters: &str) -> bool {
    letters.eq_ignore_ascii_case("l") || letters.eq_ignore_ascii_case("(l)")
}

/// Whether letters behind a number say that it was not detected: `0.02ND`, `0.02(未检出)`.
fn is_not_detected(letters: &str) -> bool {
    let inside = letters.trim_matches(['(', ')', ' ']);
    NOT_DETECTED.iter().any(|mark| inside.eq_ignore_ascii_case(mark))
}

/// The unit behind the L of a detection limit: `0.02L mg/L`.
fn limit_in_unit(letters: &str) -> Option<SpelledUnit> {
    let rest = letters.strip_prefix(['l', 'L'])?;
    rest.starts_with([' ', '(']).then(|| unit_of(rest))?.map(|(unit, _)| unit)
}

/// A unit, and whether it has a divider.
fn unit_of(letters: &str) -> Option<(SpelledUnit, bool)> {
    let plain = PlainText::new(letters)?;
    let found = whole_unit(plain.as_slice())?;
    found.form.is_none().then_some((found.unit, found.is_quotient))
}

/// The number at the start of a cell, and what stands behind it.
fn leading_number(cell: &str) -> Result<Option<(Decimal, &str)>, ReadingReason> {
    let (value, rest) = if let Some((digits, rest)) = grouped(cell) {
        (number(digits.as_str())?, rest)
    } else {
        let (digits, rest) = cell.split_at(numeric_length(cell));
        if digits.is_empty() || matches!(digits, "-" | "+") {
            return Ok(None);
        }
        (number(digits)?, rest)
    };
    let rest = rest.trim_start();
    match power_of_ten(rest) {
        None => Ok(Some((value, rest))),
        Some((power, rest)) => {
            let value = value.shift(power).map_err(|_| ReadingReason::TooManyDigits)?;
            Ok(Some((value, rest.trim_start())))
        }
    }
}

fn number(text: &str) -> Result<Decimal, ReadingReason> {
    Decimal::parse(text).map_err(|error| match error.reason() {
        ParseDecimalReason::TooManyDigits => ReadingReason::TooManyDigits,
        _ => ReadingReason::NotAReading,
    })
}

/// A number with thousands separators, without them: one to three digits, the first no zero,
/// then groups of three. Anything else with a comma is no number here.
fn grouped(cell: &str) -> Option<(TextBuffer<96>, &str)> {
    let digits_at = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let unsigned = cell.trim_start_matches(['+', '-']);
    let first = digits_at(unsigned);
    if !(1..=3).contains(&first) || unsigned.starts_with('0') {
        return None;
    }
    let mut digits = TextBuffer::<96>::new();
    digits.write_str(&cell[..cell.len() - unsigned.len() + first]).ok()?;
    let mut rest = &unsigned[first..];
    let mut groups = 0;
    while let Some(group) = rest.strip_prefix(',') {
        if digits_at(group) != 3 {
            return None;
        }
        digits.write_str(&group[..3]).ok()?;
        rest = &group[3..];
        groups += 1;
    }
    if let Some(decimals) = rest.strip_prefix('.') {
        let length = digits_at(decimals);
        digits.write_str(&rest[..=length]).ok()?;
        rest = &decimals[length..];
    }
    (groups > 0).then_some((digits, rest))
}

/// The power of ten behind a number: `×10^3`, `X10-3`, `×10⁻¹`, `*10**3`.
fn power_of_ten(text: &str) -> Option<(i8, &str)> {
    let rest = text.strip_prefix(['×', 'x', 'X', '*', '·', '✕'])?.trim_start();
    let rest = rest.strip_prefix("10")?;
    let rest = if rest.trim_start().starts_with('^') { rest.trim_start() } else { rest };
    let raised = rest.trim_start_matches(['^', '*']);
    let has_sign = raised.len() < rest.len();
    let raised = raised.strip_prefix('(').unwrap_or(raised);
    let (is_negative, digits) = match raised.strip_prefix(['-', '⁻', '﹣']) {
        Some(digits) => (true, digits),
        None => (false, raised.strip_prefix(['+', '⁺']).unwrap_or(raised)),
    };
    let mut power = 0_i8;
    let mut rest = digits;
    let mut count = 0;
    while let Some((digit, after)) = digit_at(rest) {
        power = power.checked_mul(10)?.checked_add(digit)?;
        rest = after;
        count += 1;
    }
    // `5×100` is a product, not a power: an exponent of zero must be written as one.
    if count == 0 || count > 2 || (power == 0 && !has_sign) {
        return None;
    }
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    Some((if is_negative { -power } else { power }, rest))
}

/// A digit at the start, plain or raised.
fn digit_at(text: &str) -> Option<(i8, &str)> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = match first.to_digit(10) {
        Some(digit) => i8::try_from(digit).ok()?,
        None => i8::try_from(raised.iter().position(|it| *it == first)?).ok()?,
    };
    Some((digit, characters.as_str()))
}
