//! The exact mean of several quantities of one item, such as of the sections of a city.

use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::ph::hydrogen_ions;
use crate::reading::mean::quantity::Quantity;
use crate::standard::item::Item;

/// A pH below 15 has room for so many decimals; one that is longer is cut to them.
const PH_DECIMALS: u8 = 16;

/// The sum and the count of some quantities; a pH is summed as hydrogen-ion concentration.
#[derive(Clone, Debug)]
pub(crate) struct QuantityMean {
    item: Item,
    sum: Exact,
    count: u32,
}

impl QuantityMean {
    pub(crate) const fn new(item: Item) -> Self {
        Self { item, sum: Exact::ZERO, count: 0 }
    }

    /// Adds a quantity of the item.
    ///
    /// # Errors
    /// When the sum has no room, or the quantity does not belong to the item: a pH out of its scale,
    /// the mean pH of another item.
    pub(crate) fn add(&mut self, value: &Quantity) -> Result<(), ExactOverflow> {
        let overflow = ExactOverflow::new("sum");
        let addend = match (self.item, value.hydrogen_ions(), value.exact()) {
            (Item::Ph, Some(ions), _) => *ions,
            (Item::Ph, None, Some(ph)) => {
                let ions = hydrogen_ions(ph.round(PH_DECIMALS)?.normalized()).ok_or(overflow)?;
                Fraction::from_units(ions.into(), 0)?
            }
            (_, None, Some(number)) => number,
            _ => return Err(overflow),
        };
        self.sum = self.sum.checked_add(&Exact::from(addend))?;
        self.count = self.count.checked_add(1).ok_or(overflow)?;
        Ok(())
    }

    /// The number of quantities.
    pub(crate) const fn count(&self) -> u32 {
        self.count
    }

    /// The mean, or `None` without a quantity.
    pub(crate) fn mean(&self) -> Result<Option<Quantity>, ExactOverflow> {
        let Some(mean) = self.exact_mean()? else { return Ok(None) };
        Ok(Some(Quantity::of_item(self.item, mean.fraction()?)))
    }

    /// The mean of the quantities, or of their hydrogen ions, for further sums.
    pub(crate) fn exact_mean(&self) -> Result<Option<Exact>, ExactOverflow> {
        if self.count == 0 {
            return Ok(None);
        }
        self.sum.divided_by_count(self.count.into()).map(Some)
    }
}
