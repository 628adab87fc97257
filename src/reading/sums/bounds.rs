//! Which sums so many possible values can have: what a cell is held against when something was
//! taken out of it, or when it came from elsewhere.
//!
//! A value of a cell is below 2⁵⁰ units, and there are less than 2³² of them, so no sum that
//! keeps to its bounds comes near the end of what carries it.

use crate::reading::possible::Kind;
use crate::reading::sums::float_units::GREATEST_UNITS;
use crate::reading::sums::shape::{Beside, Cell, FINE_UNIT};
use crate::standard::item::Item;

/// The hydrogen ions of pH 14, which no value has fewer of; those of pH 0 are 2¹¹².
const FEWEST_IONS: u128 = (1 << 112) / 10_u128.pow(14);

/// The least and the greatest decimal, in the units that stand beside a cell.
const LEAST_FINE: i128 = i64::MIN as i128 * FINE_UNIT;
const GREATEST_FINE: i128 = i64::MAX as i128 * FINE_UNIT;

/// Whether the values that a cell counts can have its sums. A pH has ions alone, everything
/// else none.
pub(crate) fn is_possible(item: Item, cell: Cell, beside: Beside, ions: u128) -> bool {
    let count = i128::from(cell.count);
    let kind = Kind::of(item);
    if kind == Kind::Ph {
        let values = u128::from(cell.count);
        // Neither bound passes 2¹⁴⁴, so the carry is small.
        let least = (0, values * FEWEST_IONS);
        let most = (i64::from(cell.count >> 16), values << 112);
        return (least..=most).contains(&(beside.carry, ions)) && cell.sum == 0 && beside.fine == 0;
    }
    let units = (i128::from(beside.carry) << 64).checked_add(i128::from(cell.sum));
    let Some(units) = units.filter(|_| ions == 0) else { return false };
    let within = |sum: i128, least: i128, greatest: i128| {
        let least = if kind == Kind::Temperature { least } else { 0 };
        (least.saturating_mul(count)..=greatest.saturating_mul(count)).contains(&sum)
    };
    let greatest = i128::from(GREATEST_UNITS - 1);
    within(units, -greatest, greatest) && within(beside.fine, LEAST_FINE, GREATEST_FINE)
}
