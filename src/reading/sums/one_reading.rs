//! One reading into a table of sums, out of it, or in place of another.

use crate::number::decimal::power_of_ten;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::accumulator::AccumulateError;
use crate::reading::mean::ph::hydrogen_ions;
use crate::reading::notation::{Reading, check};
use crate::reading::sums::below::{BelowSum, is_possible_part};
use crate::reading::sums::bounds::is_possible;
use crate::reading::sums::error::SumTableError;
use crate::reading::sums::float_units::{GREATEST_UNITS, places};
use crate::reading::sums::shape::{Beside, FINE_UNIT, Key, carry_of};
use crate::reading::sums::table::SumTable;
use crate::standard::item::Item;

/// What one reading adds to a cell.
#[derive(Clone, Copy)]
enum Addend {
    /// The unit of the item's sum.
    Units(i64),
    /// Units of 10⁻¹⁹, for values of many places.
    Fine(i128),
    /// Hydrogen ions.
    Ions(u128),
}

impl SumTable {
    /// Adds a reading; one without a value changes nothing, and the answer is `false`.
    ///
    /// # Errors
    /// When there is no such place, the value is impossible, or a count or sum has no room;
    /// the table is unchanged then.
    pub fn add_reading(
        &mut self,
        section: usize,
        period: usize,
        item: Item,
        reading: &Reading,
    ) -> Result<bool, SumTableError> {
        let key = self.shape.key(section, period, item)?;
        let Some(addend) = Self::addend(item, reading)? else { return Ok(false) };
        self.change(key, item, addend, matches!(reading, Reading::Below(_)), false)?;
        Ok(true)
    }

    /// Takes a reading out that had been added; one without a value changes nothing.
    ///
    /// Whether just this reading had been added is not known; that there are as many readings,
    /// and that those left can have the sum that is left, is checked.
    ///
    /// # Errors
    /// When there is no such place, the value is impossible, or there is nothing to take out;
    /// the table is unchanged then.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, ItemSet, Reading, SumTable};
    ///
    /// let read = |text| Reading::parse(text, Item::TotalPhosphorus);
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// let mut direct = sums.clone();
    /// sums.add_reading(0, 0, Item::TotalPhosphorus, &read("0.15")?)?;
    /// // The laboratory corrects the value, then withdraws another that was late.
    /// sums.replace_reading(0, 0, Item::TotalPhosphorus, &read("0.15")?, &read("0.105")?)?;
    /// sums.add_reading(0, 0, Item::TotalPhosphorus, &read("0.01L")?)?;
    /// sums.remove_reading(0, 0, Item::TotalPhosphorus, &read("0.01L")?)?;
    /// direct.add_reading(0, 0, Item::TotalPhosphorus, &read("0.105")?)?;
    /// assert_eq!(sums, direct);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn remove_reading(
        &mut self,
        section: usize,
        period: usize,
        item: Item,
        reading: &Reading,
    ) -> Result<bool, SumTableError> {
        let key = self.shape.key(section, period, item)?;
        let Some(addend) = Self::addend(item, reading)? else { return Ok(false) };
        self.change(key, item, addend, matches!(reading, Reading::Below(_)), true)?;
        Ok(true)
    }

    /// Puts a corrected reading in the place of another.
    ///
    /// # Errors
    /// As [`remove_reading`](Self::remove_reading) and [`add_reading`](Self::add_reading); the
    /// table is unchanged then.
    pub fn replace_reading(
        &mut self,
        section: usize,
        period: usize,
        item: Item,
        old: &Reading,
        new: &Reading,
    ) -> Result<(), SumTableError> {
        let removed = self.remove_reading(section, period, item, old)?;
        if let Err(error) = self.add_reading(section, period, item, new) {
            if removed {
                self.add_reading(section, period, item, old)?;
            }
            return Err(error);
        }
        Ok(())
    }

    /// Whether so many units of [`places`], of a value or of the detection limit that a result is
    /// below, are summed in whole units: a sum always has room for 2³² of them, and of hydrogen
    /// ions. What is larger or finer is summed beside them, where there can be no more room.
    pub(crate) const fn is_of_whole_units(units: i64, is_below: bool) -> bool {
        units.unsigned_abs() < GREATEST_UNITS.unsigned_abs() && (!is_below || units % 2 == 0)
    }

    /// The form in which a value is summed: it depends on the value alone, not on the way it
    /// came, so that equal readings give equal bits.
    fn addend(item: Item, reading: &Reading) -> Result<Option<Addend>, SumTableError> {
        check(reading, item).map_err(AccumulateError::from)?;
        let (number, below) = match reading {
            Reading::Missing(_) => return Ok(None),
            Reading::Value(value) => (value.normalized(), false),
            Reading::Below(limit) => (limit.normalized(), true),
        };
        if item == Item::Ph {
            let ions = hydrogen_ions(number).and_then(|ions| u128::try_from(ions).ok());
            let overflow = AccumulateError::from(ExactOverflow::new("sum"));
            return Ok(Some(Addend::Ions(ions.ok_or(overflow)?)));
        }
        let places = places(item);
        let scaled = (number.scale() <= places)
            .then(|| number.units().checked_mul(power_of_ten(places - number.scale())))
            .flatten()
            .filter(|units| Self::is_of_whole_units(*units, below));
        Ok(Some(if let Some(units) = scaled {
            Addend::Units(if below { units / 2 } else { units })
        } else {
            let power = FINE_UNIT / i128::from(power_of_ten(number.scale()));
            let fine = i128::from(number.units()) * power;
            Addend::Fine(if below { fine / 2 } else { fine })
        }))
    }

    fn change(
        &mut self,
        key: Key,
        item: Item,
        addend: Addend,
        below: bool,
        out: bool,
    ) -> Result<(), SumTableError> {
        let spot = self.shape.spot(key.0, key.1);
        let mut next = self.cell(key);
        let step = |count: u32, by: u32| {
            if out {
                count.checked_sub(by).ok_or(SumTableError::NotThere { item })
            } else {
                count.checked_add(by).ok_or(SumTableError::Full)
            }
        };
        next.count = step(next.count, 1)?;
        next.below = step(next.below, u32::from(below))?;
        let mut beside = Beside::default();
        let mut total_ions = if item == Item::Ph { self.ions_at(key.0, key.1) } else { 0 };
        match addend {
            Addend::Units(units) => {
                let signed = if out { -units } else { units };
                let (sum, passed) = next.sum.overflowing_add(signed);
                next.sum = sum;
                beside.carry = carry_of(passed, signed);
            }
            Addend::Fine(fine) => {
                beside.fine = if out { -fine } else { fine };
                let own = self.beside.get(&key).map_or(0, |beside| beside.fine);
                own.checked_add(beside.fine).ok_or(SumTableError::Full)?;
            }
            Addend::Ions(ions) => {
                let (sum, passed) = if out {
                    total_ions.overflowing_sub(ions)
                } else {
                    total_ions.overflowing_add(ions)
                };
                total_ions = sum;
                beside.carry = i64::from(passed) * if out { -1 } else { 1 };
            }
        }
        let part = self.part_after(key, addend, below, out)?;
        if out {
            let own = self.beside.get(&key).copied().unwrap_or_default();
            let left = Beside {
                carry: own.carry + beside.carry,
                fine: own.fine.wrapping_add(beside.fine),
            };
            let units = i128::from(next.sum) + (i128::from(left.carry) << 64);
            let sum = BelowSum { units, fine: left.fine };
            let can_be = part.is_none_or(|part| is_possible_part(next, sum, part));
            if !is_possible(item, next, left, total_ions) || !can_be {
                // Something else had been added.
                return Err(SumTableError::NotThere { item });
            }
        }
        if let Some(ions) = self.ions.get_mut(spot).filter(|_| item == Item::Ph) {
            *ions = total_ions;
        }
        self.set_cell(key, next);
        if beside.carry != 0 && item != Item::Ph {
            self.room.forget_sums();
        } else {
            self.room.take_one(match addend {
                Addend::Units(units) => units,
                Addend::Fine(_) | Addend::Ions(_) => 0,
            });
        }
        self.put_beside(key, beside);
        match part {
            Some(part) if below => self.below.set(self.shape, key, part),
            Some(_) => {}
            None => self.below.settle(self.shape, key, next, self.sums_of(key)),
        }
        Ok(())
    }

    /// The part of a cell's sum that halves of detection limits make, once a value is added or
    /// taken out; `None` where it is not known.
    fn part_after(
        &mut self,
        key: Key,
        addend: Addend,
        below: bool,
        out: bool,
    ) -> Result<Option<BelowSum>, SumTableError> {
        if below {
            self.below.make_room(self.shape)?;
        }
        let part = self.below.of(self.shape, key);
        let (units, fine) = match addend {
            Addend::Units(units) if below => (i128::from(units), 0),
            Addend::Fine(fine) if below => (0, fine),
            _ => return Ok(part),
        };
        let sign = if out { -1 } else { 1 };
        // The part is within the sum, and that has room.
        Ok(part.map(|part| BelowSum {
            units: part.units + sign * units,
            fine: part.fine.wrapping_add(sign * fine),
        }))
    }
}
