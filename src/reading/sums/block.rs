//! Blocks of rows between scaling and adding.
//!
//! Values become units, and rows become places, in loops without a branch, compiled for each level
//! of the CPU; they know one type of value, and no type of periods.

use core::ops::Range;

use crate::bits::Bits;
use crate::cpu::{self, CpuWork};
use crate::reading::sums::columns::PeriodNumber;
use crate::reading::sums::float_units::is_in_domain;
use crate::reading::sums::found_rows::FoundRows;
use crate::reading::sums::shape::Shape;
use crate::reading::sums::value::{SumValue, Typed};
use crate::standard::item::Item;

/// The rows of a block: few enough to stay close at hand.
pub(crate) const BLOCK: usize = 192;

/// How many blocks earlier the memory is asked for one.
const AHEAD: usize = 2;

/// The rows of each block.
pub(crate) fn blocks(rows: usize) -> impl Iterator<Item = Range<usize>> {
    (0..rows).step_by(BLOCK).map(move |start| start..(start + BLOCK).min(rows))
}

/// Asks the memory for the part of a column that belongs to a later block.
#[inline(always)]
pub(crate) fn ask_ahead<T>(column: &[T], rows: &Range<usize>) {
    const { assert!(matches!(size_of::<T>(), 1..=64), "a line of a cache has 64 bytes") };
    let end = column.len().min(rows.end + AHEAD * BLOCK);
    let start = end.min(rows.start + AHEAD * BLOCK);
    for value in column[start..end].iter().step_by(64 / size_of::<T>()) {
        cpu::prefetch(value);
    }
}

/// Where a place is among the cells.
#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sums of two numbers of 32 bits without a sign; beyond the cells there is nothing"
)]
pub(crate) const fn cell_index(place: i64) -> usize {
    place as usize
}

/// Writes the periods of a block, whatever their type, so that the rest is compiled once for all.
pub(crate) type Periods<'p> = &'p dyn Fn(&Range<usize>, &mut [u32; BLOCK]);

/// The [`Periods`] of a column.
pub(crate) fn periods_of<P: PeriodNumber>(
    column: &[P],
) -> impl Fn(&Range<usize>, &mut [u32; BLOCK]) {
    move |rows, own| {
        ask_ahead(column, rows);
        for (own, period) in own.iter_mut().zip(&column[rows.clone()]) {
            *own = (*period).into();
        }
    }
}

/// Sections and periods of a block.
pub(crate) struct Rows<'a> {
    pub(crate) sections: &'a [u32],
    pub(crate) periods: [u32; BLOCK],
    /// The place of the first item of each row's section and period; of a row outside the table it
    /// says nothing.
    firsts: [u32; BLOCK],
    /// The first of the rows.
    pub(crate) start: usize,
    /// Whether all are in the table.
    pub(crate) inside: bool,
}

impl<'a> Rows<'a> {
    pub(crate) const fn new() -> Self {
        Self { sections: &[], periods: [0; BLOCK], firsts: [0; BLOCK], start: 0, inside: false }
    }

    /// Takes the rows of a block, which have no place yet.
    pub(crate) fn take(&mut self, rows: &Range<usize>, sections: &'a [u32], periods: Periods<'_>) {
        ask_ahead(sections, rows);
        self.start = rows.start;
        self.sections = &sections[rows.clone()];
        periods(rows, &mut self.periods);
    }
}

/// Finds the places of rows, and whether they are in the table.
pub(crate) struct FindPlaces<'r, 'a> {
    pub(crate) rows: &'r mut Rows<'a>,
    pub(crate) shape: Shape,
    /// How far sections lie apart, in cells.
    pub(crate) section_step: u32,
    /// How far periods lie apart, in cells.
    pub(crate) period_step: u32,
}

impl CpuWork for FindPlaces<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn by_any(self) {
        let Self { rows, shape, section_step, period_step } = self;
        let (mut last_section, mut last_period) = (0, 0);
        let places = rows.firsts.iter_mut().zip(&rows.periods);
        for (section, (first, period)) in rows.sections.iter().zip(places) {
            last_section = last_section.max(*section);
            last_period = last_period.max(*period);
            *first =
                period.wrapping_mul(period_step).wrapping_add(section.wrapping_mul(section_step));
        }
        rows.inside =
            rows.sections.is_empty() || shape.has(last_section as usize, last_period as usize);
    }
}

/// One block of a column.
pub(crate) struct Part<'a, V> {
    pub(crate) column: Typed<'a, V>,
    pub(crate) validity: Option<Bits<'a>>,
    pub(crate) below_limit: Option<Bits<'a>>,
    /// The item of a column in wide form.
    pub(crate) item: Option<Item>,
}

impl<V: SumValue> Part<'_, V> {
    /// Whether there is a value, by the row's number in the column.
    pub(crate) fn is_valid(&self, row: usize) -> bool {
        self.validity.is_none_or(|bits| bits.get(row) == Some(true))
    }

    pub(crate) fn is_below(&self, row: usize) -> bool {
        self.below_limit.is_some_and(|bits| bits.get(row) == Some(true))
    }
}

/// What an item is to a table, by its number.
#[derive(Clone, Copy)]
pub(crate) struct Slot<V: SumValue> {
    pub(crate) factor: V::Factor,
    /// What it adds to the place of section and period.
    pub(crate) place: i64,
    /// Whether it can be below a detection limit.
    pub(crate) can_be_below: bool,
}

impl<V: SumValue> Slot<V> {
    pub(crate) const NOT_SUMMED: Self =
        Self { factor: V::NOT_SUMMED, place: 0, can_be_below: false };
}

/// The items of a block's rows.
pub(crate) enum Slots<'a, V: SumValue> {
    /// One for all of them, and its number.
    One(u8, Slot<V>),
    /// By the number of each row.
    Each {
        numbers: &'a [u8],
        slots: &'a [Slot<V>; 256],
        /// Room for the factors of the rows.
        factors: &'a mut [V::Factor; BLOCK],
    },
}

impl<V: SumValue> Slots<'_, V> {
    #[inline(always)]
    pub(crate) fn of(&self, row: usize) -> &Slot<V> {
        match self {
            Self::One(_, slot) => slot,
            Self::Each { numbers, slots, .. } => &slots[usize::from(numbers[row])],
        }
    }

    pub(crate) fn number(&self, row: usize) -> u8 {
        match self {
            Self::One(number, _) => *number,
            Self::Each { numbers, .. } => numbers[row],
        }
    }
}

/// One block of rows between the two loops.
pub(crate) struct Block {
    /// What each row adds to its sum: nothing where it has no value, half of a detection limit.
    pub(crate) units: [i64; BLOCK],
    /// The cell that it adds it to, the spare one where it has no value. As wide as units, so that
    /// vectors choose both in one step.
    pub(crate) places: [i64; BLOCK],
    /// -1 for each row; while values are scaled, 0 for the rows whose validity bit is 0.
    valid: [i64; BLOCK],
    /// The rows whose validity bit is 0.
    invalid: FoundRows,
    /// The rows below a detection limit, whether they have a value or not.
    pub(crate) below: FoundRows,
    /// Rows for the slow way, where there are such.
    pub(crate) outside: [bool; BLOCK],
}

impl Block {
    pub(crate) const fn new() -> Self {
        Self {
            units: [0; BLOCK],
            places: [0; BLOCK],
            valid: [-1; BLOCK],
            invalid: FoundRows::NONE,
            below: FoundRows::NONE,
            outside: [false; BLOCK],
        }
    }

    /// Brings values to units; the bits of all of them together, or -1 where one that is there is
    /// not exact. The places of rows without a value become the spare one.
    #[inline(always)]
    fn scale<V: SumValue>(
        &mut self,
        values: &[V],
        factors: impl Iterator<Item = V::Factor>,
        spare: i64,
    ) -> i64 {
        let (mut refused, mut bits) = (0, 0);
        let slots = self.units.iter_mut().zip(&self.valid).zip(&mut self.places);
        for ((value, factor), ((slot, valid), place)) in values.iter().zip(factors).zip(slots) {
            let (units, exact) = value.units(factor);
            let present = *valid & !mask(value.is_missing());
            // A row of an item that is not summed is refused, even without a value.
            refused |= (present & !mask(exact)) | !mask(V::is_summed(factor));
            bits |= units & present;
            *slot = units & present;
            *place = (*place & present) | (spare & !present);
        }
        if refused == 0 && is_in_domain(bits) { bits } else { -1 }
    }

    /// Halves the units of results below a detection limit; whether each that has a value could be
    /// halved. Asks the memory for the sums of halves.
    #[inline(always)]
    fn halve(&mut self, can_be_below: impl Fn(usize) -> bool, spare: i64, halves: &[i64]) -> bool {
        let mut can = true;
        for row in self.below.rows() {
            let (units, place) = (self.units[row], self.places[row]);
            can &= can_be_halved(units, can_be_below(row)) || place == spare;
            self.units[row] = units >> 1;
            if let Some(half) = halves.get(cell_index(place)) {
                cpu::prefetch(half);
            }
        }
        can
    }

    /// Marks the rows for the slow way; the bits of the units of all others together.
    #[cold]
    #[inline(never)]
    pub(crate) fn mark<V: SumValue>(
        &mut self,
        part: &Part<'_, V>,
        rows: &Rows<'_>,
        slots: &Slots<'_, V>,
        shape: Shape,
        room: bool,
    ) -> i64 {
        let mut bits = 0;
        for (index, value) in part.column.values.iter().enumerate() {
            let (slot, row) = (slots.of(index), rows.start + index);
            let (units, same) = value.units(slot.factor);
            let inside = shape.has(rows.sections[index] as usize, rows.periods[index] as usize);
            let exact = same && is_in_domain(units);
            let below = part.is_below(row);
            let limit = !below || can_be_halved(units, slot.can_be_below);
            let fast = room && exact && inside && limit && part.is_valid(row);
            self.outside[index] = !fast;
            self.units[index] = if below { units / 2 } else { units };
            bits |= if fast { units } else { 0 };
        }
        bits
    }
}

/// Brings a part of a column to units and places. Gives the bits of all units together, or -1 where
/// a value is not exact or a detection limit cannot be halved here.
pub(crate) struct Prepare<'b, 'a, 's, V: SumValue> {
    pub(crate) block: &'b mut Block,
    pub(crate) part: &'b Part<'a, V>,
    pub(crate) rows: &'b Rows<'a>,
    pub(crate) slots: &'b mut Slots<'s, V>,
    /// The place for rows without a value.
    pub(crate) spare: i64,
    /// The sums of halves, which are soon added to.
    pub(crate) halves: &'b [i64],
}

impl<V: SumValue> CpuWork for Prepare<'_, '_, '_, V> {
    type Output = i64;

    #[inline(always)]
    fn by_any(self) -> i64 {
        let Self { block, part, rows, slots, spare, halves } = self;
        let (values, start) = (part.column.values, rows.start);
        if let Some(validity) = part.validity {
            block.invalid.find(validity, start, values.len(), false);
            for row in block.invalid.rows() {
                block.valid[row] = 0;
            }
        }
        let bits = match slots {
            Slots::One(_, slot) => {
                for (place, first) in block.places.iter_mut().zip(&rows.firsts[..values.len()]) {
                    *place = i64::from(*first) + slot.place;
                }
                match V::of_units(slot.factor) {
                    Some(factor) => block.scale(values, core::iter::repeat(factor), spare),
                    None => block.scale(values, core::iter::repeat(slot.factor), spare),
                }
            }
            Slots::Each { numbers, slots, factors } => {
                let (numbers, slots) = (*numbers, *slots);
                let places = factors.iter_mut().zip(&mut block.places).zip(&rows.firsts);
                for (number, ((factor, place), first)) in numbers.iter().zip(places) {
                    let slot = &slots[usize::from(*number)];
                    *factor = slot.factor;
                    *place = i64::from(*first) + slot.place;
                }
                block.scale(values, factors.iter().copied(), spare)
            }
        };
        if part.validity.is_some() {
            for row in block.invalid.rows() {
                block.valid[row] = -1;
            }
        }
        block.below.clear();
        let Some(below) = part.below_limit else { return bits };
        block.below.find(below, start, values.len(), true);
        let can = match slots {
            Slots::One(_, slot) => {
                let can = slot.can_be_below;
                block.halve(|_| can, spare, halves)
            }
            Slots::Each { numbers, slots, .. } => {
                let (numbers, slots) = (*numbers, *slots);
                block.halve(|row| slots[usize::from(numbers[row])].can_be_below, spare, halves)
            }
        };
        if can { bits } else { -1 }
    }
}

/// Whether a detection limit can be halved here: half of an odd number has a place more, and one of
/// zero, or of an item that has none, is refused with a reason.
#[inline(always)]
const fn can_be_halved(units: i64, can_be_below: bool) -> bool {
    units != 0 && units % 2 == 0 && can_be_below
}

/// All ones for `true`.
#[inline(always)]
const fn mask(yes: bool) -> i64 {
    -(yes as i64)
}
