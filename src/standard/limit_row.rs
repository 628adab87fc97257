//! A row of a printed table of limits, and what is refused of it.

use crate::number::decimal::Decimal;
use crate::number::rounding::Comparison;
use crate::standard::cutoff::Cutoff;
use crate::standard::item::Item;
use crate::standard::limits::ItemLimits;
use crate::standard::water_body::WaterBody;
use crate::text::error_text::QuotedText;

/// A row of a table of limits, as it is printed: the item, the kind of water where the row is
/// not for both, and the limits of classes I to V as texts, in the unit of the item.
///
/// # Reference
/// GB 3838-2002, Table 1 (P): the form.
///
/// # Example
/// ```
/// use gb3838::{Item, WaterBody, limits::LimitRow};
///
/// let rows = [
///     LimitRow::within(Item::Ph, None, ["6", "9"]),
///     LimitRow::at_least(Item::DissolvedOxygen, None, ["7.5", "6", "5", "3", "2"]),
///     LimitRow::at_most(
///         Item::TotalPhosphorus,
///         Some(WaterBody::Lake),
///         ["0.01", "0.025", "0.05", "0.1", "0.2"],
///     ),
/// ];
/// assert_eq!(rows[2].item(), Item::TotalPhosphorus);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitRow<'a> {
    item: Item,
    body: Option<WaterBody>,
    limits: PrintedLimits<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PrintedLimits<'a> {
    AtMost([&'a str; 5]),
    AtLeast([&'a str; 5]),
    Within([&'a str; 2]),
    WeeklyChange([&'a str; 2]),
}

impl<'a> LimitRow<'a> {
    /// Upper limits, which grow from class I to V.
    #[must_use]
    pub const fn at_most(item: Item, body: Option<WaterBody>, limits: [&'a str; 5]) -> Self {
        Self { item, body, limits: PrintedLimits::AtMost(limits) }
    }

    /// Lower limits, which fall from class I to V: dissolved oxygen.
    #[must_use]
    pub const fn at_least(item: Item, body: Option<WaterBody>, limits: [&'a str; 5]) -> Self {
        Self { item, body, limits: PrintedLimits::AtLeast(limits) }
    }

    /// One range for all classes: pH.
    #[must_use]
    pub const fn within(item: Item, body: Option<WaterBody>, limits: [&'a str; 2]) -> Self {
        Self { item, body, limits: PrintedLimits::Within(limits) }
    }

    /// The greatest rise and the greatest drop of the weekly mean in ℃: water temperature.
    #[must_use]
    pub const fn weekly_change(item: Item, body: Option<WaterBody>, limits: [&'a str; 2]) -> Self {
        Self { item, body, limits: PrintedLimits::WeeklyChange(limits) }
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The kind of water; `None` where the row is for both.
    #[must_use]
    pub const fn body(&self) -> Option<WaterBody> {
        self.body
    }

    /// The limits as numbers, if each can be held against a value.
    pub(crate) const fn limits(&self) -> Result<ItemLimits, StandardError> {
        match self.limits {
            PrintedLimits::AtMost(texts) => match self.numbers(texts) {
                Ok(limits) => self.checked(ItemLimits::AtMost(limits), &texts),
                Err(error) => Err(error),
            },
            PrintedLimits::AtLeast(texts) => match self.numbers(texts) {
                Ok(limits) => self.checked(ItemLimits::AtLeast(limits), &texts),
                Err(error) => Err(error),
            },
            PrintedLimits::Within(texts) => match self.numbers(texts) {
                Ok([low, high]) => self.checked(ItemLimits::Within(low, high), &texts),
                Err(error) => Err(error),
            },
            PrintedLimits::WeeklyChange(texts) => match self.numbers(texts) {
                Ok([greatest_rise, greatest_drop]) => {
                    self.checked(ItemLimits::WeeklyChange { greatest_rise, greatest_drop }, &texts)
                }
                Err(error) => Err(error),
            },
        }
    }

    const fn numbers<const N: usize>(
        &self,
        texts: [&str; N],
    ) -> Result<[Decimal; N], StandardError> {
        let mut limits = [Decimal::ZERO; N];
        let mut index = 0;
        while index < N {
            match Decimal::parse(texts[index]) {
                Ok(number) => limits[index] = number,
                Err(_) => return Err(self.refused(texts[index], LimitReason::NotANumber)),
            }
            index += 1;
        }
        Ok(limits)
    }

    const fn checked(
        &self,
        limits: ItemLimits,
        texts: &[&str],
    ) -> Result<ItemLimits, StandardError> {
        match limits.first_fault(self.item) {
            None => Ok(limits),
            Some((place, reason)) => Err(self.refused(texts[place], reason)),
        }
    }

    pub(crate) const fn refused(&self, text: &str, reason: LimitReason) -> StandardError {
        let limit = QuotedText::new(text);
        StandardError::Row { item: self.item, body: self.body, limit, reason }
    }

    /// The first text of its limits.
    pub(crate) const fn first_text(&self) -> &'a str {
        match self.limits {
            PrintedLimits::AtMost(texts) | PrintedLimits::AtLeast(texts) => texts[0],
            PrintedLimits::Within(texts) | PrintedLimits::WeeklyChange(texts) => texts[0],
        }
    }
}

impl ItemLimits {
    /// The place of the first limit that no value of the item can be held against, and why.
    const fn first_fault(&self, item: Item) -> Option<(usize, LimitReason)> {
        if !self.has_direction_of(item) {
            return Some((0, LimitReason::WrongDirection));
        }
        let decimals = item.assessment_decimals();
        match self {
            Self::AtMost(limits) => first_fault(limits, false, decimals),
            Self::AtLeast(limits) => first_fault(limits, true, decimals),
            Self::Within(low, high)
            | Self::WeeklyChange { greatest_rise: low, greatest_drop: high } => {
                let limits = [*low, *high];
                match first_unfit(&limits, decimals) {
                    None if matches!(self, Self::Within(..)) && !low.compare(*high).is_lt() => {
                        Some((1, LimitReason::OutOfOrder))
                    }
                    fault => fault,
                }
            }
        }
    }

    /// Whether an item has limits of this kind: less oxygen is worse, more of all else; pH has
    /// a range, and of temperature a change is limited.
    const fn has_direction_of(&self, item: Item) -> bool {
        match item {
            Item::DissolvedOxygen => matches!(self, Self::AtLeast(_)),
            Item::Ph => matches!(self, Self::Within(..)),
            Item::WaterTemperature => matches!(self, Self::WeeklyChange { .. }),
            _ => matches!(self, Self::AtMost(_)),
        }
    }
}

/// The place of the first of five limits that is out of order or unfit, and why.
pub(crate) const fn first_fault(
    limits: &[Decimal; 5],
    falling: bool,
    decimals: u8,
) -> Option<(usize, LimitReason)> {
    let mut index = 1;
    while index < limits.len() {
        let order = limits[index - 1].compare(limits[index]);
        if (falling && order.is_lt()) || (!falling && order.is_gt()) {
            return Some((index, LimitReason::OutOfOrder));
        }
        index += 1;
    }
    first_unfit(limits, decimals)
}

/// The place of the first limit that no value can be held against, and why.
///
/// A limit that passes has a cutoff under every comparison: of the two things that
/// [`Cutoff::at_most`] refuses, one is [`LimitReason::TooFine`] and the other
/// [`LimitReason::TooLarge`].
const fn first_unfit(limits: &[Decimal], decimals: u8) -> Option<(usize, LimitReason)> {
    let mut index = 0;
    while index < limits.len() {
        let limit = limits[index];
        if limit.normalized().scale() > decimals {
            return Some((index, LimitReason::TooFine));
        }
        if limit.units() <= 0 {
            return Some((index, LimitReason::NotAboveZero));
        }
        if Cutoff::at_most(limit, decimals, Comparison::RoundFirst).is_err() {
            return Some((index, LimitReason::TooLarge));
        }
        index += 1;
    }
    None
}

/// A standard of the caller's own that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StandardError {
    /// The name is missing or too long.
    #[error("name {0} of a standard: expected a text of 1 to 95 bytes")]
    Name(QuotedText),
    /// The document is missing or too long.
    #[error("document {0} of a standard: expected a text of 1 to 95 bytes")]
    Document(QuotedText),
    /// There are no limits.
    #[error("a standard without limits: expected a row for each item that it limits")]
    NoRows,
    /// A row of limits was refused.
    #[error("limit {limit} of {item}: {reason}")]
    Row {
        /// The item.
        item: Item,
        /// The kind of water; `None` where the row is for both.
        body: Option<WaterBody>,
        /// The limit that was refused.
        limit: QuotedText,
        /// Why it was refused.
        reason: LimitReason,
    },
}

/// Why a limit was refused.
///
/// # Reference
/// GB 3838-2002, 7.3 (P): limits may be added; 生态环境法典, Art. 69 (P): or be stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LimitReason {
    /// The text is no decimal number.
    #[error("expected a decimal number such as 0.15")]
    NotANumber,
    /// The item has limits of another kind.
    #[error(
        "expected lower limits of DO, a range of pH, a weekly change of WT, upper limits of the others"
    )]
    WrongDirection,
    /// The item has no single bound for each class of this body.
    #[error("the item has no bound of its own for each class here")]
    NoBoundPerClass,
    /// A local limit may only be stricter.
    #[error("expected a limit no laxer than the one in force")]
    Laxer,
    /// A worse class would be stricter than a better one.
    #[error(
        "expected no class to be stricter than a better one: of local limits, set that of the better class first"
    )]
    OutOfOrder,
    /// The limit has more decimals than an assessed value.
    #[error("expected no more decimals than the assessment decimals of the item")]
    TooFine,
    /// No concentration is zero or below, so that every value would exceed such a limit.
    #[error("expected a limit above zero")]
    NotAboveZero,
    /// A value that is rounded first cannot be compared with so great a number.
    #[error("expected a limit of at most 17 digits at the assessment decimals of the item")]
    TooLarge,
    /// There are limits already.
    #[error("the item has limits here already: expected one row for each kind of water")]
    AlreadyLimited,
}
