//! The exceedance multiple (超标倍数): how far a value is over a limit.

use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::quantity::Quantity;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;

/// The exceedance multiple of a value over a limit: `(C − S) / S`, unrounded.
///
/// # Reference
/// 环办〔2011〕22号 (S): 超标倍数 = (C − S) / S over class III; GB 3838-2002, clause 5.1, and
/// local reports (F) take the section's target class. No multiple for water temperature, pH,
/// dissolved oxygen (S).
///
/// # Example
/// ```
/// use gb3838::{Fraction, section::ExceedanceMultiple};
///
/// // (0.284 − 0.2) / 0.2
/// let multiple = ExceedanceMultiple::new(Fraction::ratio(84, 200).ok_or("not over zero")?);
/// assert_eq!(multiple.round(1)?.to_string(), "0.4");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "超标倍数")]
pub struct ExceedanceMultiple(Fraction);

impl ExceedanceMultiple {
    /// A multiple that was computed elsewhere, such as a printed one.
    #[must_use]
    pub const fn new(multiple: Fraction) -> Self {
        Self(multiple)
    }

    /// The multiple of a value over an upper limit; `None` for a limit of zero.
    pub(crate) fn over(value: &Fraction, limit: Decimal) -> Option<Self> {
        let limit = Fraction::from(limit);
        value.checked_sub(&limit).ok()?.checked_div(&limit).ok().flatten().map(Self)
    }

    /// The exact multiple; negative when the value is below the limit.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.0
    }

    /// The multiple as printed, with 1 or 2 decimals; a result of zero keeps one digit.
    ///
    /// # Errors
    /// When the result does not fit a [`Decimal`].
    pub fn round(&self, decimals: u8) -> Result<Decimal, ExactOverflow> {
        self.0.round_keeping_digit(decimals)
    }
}

impl Classifier {
    /// The multiple of a value over the limit of a class, from the value as it is compared:
    /// rounded first where this classifier rounds first.
    ///
    /// `None` for items without multiples, without a limit here, for inferior V, and for a
    /// limit of zero.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, Decimal, Item, Quantity, WaterBody};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let value = Quantity::from(Decimal::parse("0.284")?);
    /// let multiple = river.exceedance_multiple(Item::TotalPhosphorus, &value, Class::III);
    /// // (0.284 − 0.2) / 0.2, printed 总磷(0.42).
    /// assert_eq!(multiple.map(|m| m.round(2)).transpose()?, Some("0.42".parse()?));
    /// assert_eq!(river.exceedance_multiple(Item::DissolvedOxygen, &value, Class::III), None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn exceedance_multiple(
        &self,
        item: Item,
        value: &Quantity,
        over: Class,
    ) -> Option<ExceedanceMultiple> {
        let Some(Bound::AtMost(limit)) = self.standard().limit(item, self.body(), over) else {
            return None;
        };
        self.multiple_over(item, value, limit)
    }

    /// The multiple over any upper limit.
    pub(crate) fn multiple_over(
        &self,
        item: Item,
        value: &Quantity,
        limit: Decimal,
    ) -> Option<ExceedanceMultiple> {
        if matches!(item, Item::WaterTemperature | Item::Ph | Item::DissolvedOxygen) {
            return None;
        }
        ExceedanceMultiple::over(&self.compared(item, value).exact()?, limit)
    }
}
