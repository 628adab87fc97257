//! The mean of an item at a section as an integer over a common denominator.
//!
//! The mean of the means of months with 3, 4 and 4 values is `(4 a + 3 b + 3 c) / 36`. Where every
//! month has at most fifteen values, each sum is weighed by 360 360 over their number, a whole
//! number, so that numerator and denominator are exact. Where a month has more, its sum is divided
//! by their number to a fixed place, and the numerator is known up to a remainder: what that
//! leaves open, callers decide by the exact mean.

use crate::reading::sums::shape::Cell;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;

/// The least common multiple of 1 to 15.
const COMMON: i64 = 360_360;

/// The most values of a month that are weighed exactly; all ones in binary, so that the counts of
/// all months are held against it at once.
const MOST: u32 = 15;

/// What the sum of so many values is weighed by; nothing for none.
const WEIGHTS: [i64; MOST as usize + 1] = {
    let mut weights = [0; MOST as usize + 1];
    let (mut place, mut count) = (1, 1);
    while place < weights.len() {
        weights[place] = COMMON / count;
        (place, count) = (place + 1, count + 1);
    }
    weights
};

#[inline(always)]
const fn weight(count: u32) -> i64 {
    WEIGHTS[(count & MOST) as usize]
}

/// Binary places of a sum that is divided.
const PLACES: u32 = 40;

/// The same for hydrogen ions, whose sums are longer.
const PLACES_OF_IONS: u32 = 14;

/// The greatest sum of hydrogen ions that has room: that of 15 values of pH 3, or 1 000 of pH 5.
const MOST_IONS: u128 = 1 << 106;

/// The most periods that are averaged here: no sum of their means comes near its end.
const MOST_PERIODS: u32 = 1 << 9;

/// A mean at one section: its numerator is `numerator` or up to `rest` more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowMean {
    pub(crate) numerator: i128,
    pub(crate) rest: i128,
    pub(crate) denominator: i64,
}

/// What is added up for one item at one section over the periods of a span.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowSum {
    total: i128,
    periods: u32,
    values: u64,
    /// Those that are below a detection limit.
    below: u64,
    /// The bits of all counts together, or more: no count is greater.
    counts: u32,
}

impl RowSum {
    /// Whether there is no value.
    #[inline(always)]
    pub(crate) const fn is_empty(&self) -> bool {
        self.values == 0
    }

    /// Whether all values are below a detection limit.
    #[inline(always)]
    pub(crate) const fn is_all_below(&self) -> bool {
        self.values == self.below
    }

    #[inline(never)]
    fn add_up<const POOLED: bool>(cells: &[[i64; 2]], step: usize, periods: usize) -> Self {
        let mut row = Self::default();
        for cell in cells.iter().step_by(step).take(periods) {
            let Cell { sum, count, below } = Cell::unpacked(*cell);
            let weight = if POOLED { 1 } else { weight(count) };
            row.total += i128::from(sum) * i128::from(weight);
            row.periods += u32::from(count > 0);
            row.values += u64::from(count);
            row.below += u64::from(below);
            row.counts |= count;
        }
        row
    }
}

/// What is added up for all items at one section over the periods of a span: of no period are
/// there more than fifteen values, and all sums have room in 64 bits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowSums {
    items: [ItemSums; 24],
    ions: i128,
    ion_slot: Option<usize>,
}

/// The same of one item.
#[derive(Clone, Copy, Debug, Default)]
struct ItemSums {
    total: i64,
    /// The numbers of values, packed as in [`Cell`].
    counts: i64,
    /// The periods with a value.
    periods: i64,
}

impl RowSums {
    /// The mean of the item at a place, and whether all its values are below a detection limit;
    /// `None` where there is no value.
    #[inline(always)]
    pub(crate) fn mean(&self, slot: usize) -> Option<(RowMean, bool)> {
        let ItemSums { total, counts, periods } = self.items[slot];
        let Cell { count, below, .. } = Cell::unpacked([0, counts]);
        let numerator = if Some(slot) == self.ion_slot { self.ions } else { total.into() };
        let mean = RowMean { numerator, rest: 0, denominator: COMMON * periods };
        (count > 0).then_some((mean, count == below))
    }
}

/// Bits of all sums and of all counts together, or more: where they are short, each is.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    sums: u64,
    counts: u32,
}

/// Adds up as many items as stand beside each other, period by period.
#[inline(always)]
#[expect(clippy::cast_sign_loss, reason = "a negative sum is long")]
fn add_items<'c, const ITEMS: usize>(
    periods: impl Iterator<Item = Option<&'c [[i64; 2]]>>,
    items: &mut [ItemSums],
    lengths: &mut Lengths,
) -> Option<()> {
    let mut sums = [ItemSums::default(); ITEMS];
    for cells in periods {
        let cells: &[[i64; 2]; ITEMS] = cells?.first_chunk()?;
        for (cell, of_item) in cells.iter().zip(&mut sums) {
            let Cell { sum, count, .. } = Cell::unpacked(*cell);
            of_item.total = of_item.total.wrapping_add(sum.wrapping_mul(weight(count)));
            of_item.counts = of_item.counts.wrapping_add(cell[1]);
            of_item.periods += i64::from(count > 0);
            lengths.sums |= sum as u64;
            lengths.counts |= count;
        }
    }
    items.iter_mut().zip(sums).for_each(|(item, sums)| *item = sums);
    Some(())
}

impl SumTable {
    /// Adds up all items of one section over a span, period by period, as they stand in memory;
    /// `None` where something has no room.
    #[inline(never)]
    pub(crate) fn row_sums(&self, section: usize, span: &SumSpan, row: &mut RowSums) -> Option<()> {
        let periods = self.periods_of(span);
        if span.is_pooled() || periods.len() > MOST_PERIODS as usize {
            return None;
        }
        let mut lengths = Lengths::default();
        let width = self.shape.width();
        let mut slot = 0;
        while slot < width {
            let items = row.items.get_mut(slot..width)?;
            let cells = periods
                .clone()
                .map(|period| self.cells.get(self.shape.place((section, period, slot))..));
            if items.len() < 4 {
                add_items::<1>(cells, items, &mut lengths)?;
                slot += 1;
            } else {
                add_items::<4>(cells, items, &mut lengths)?;
                slot += 4;
            }
        }
        // The weighed sums of so many periods have room in 64 bits.
        let room = (1 << 44) / periods.len().next_power_of_two() as u64;
        if lengths.sums >= room || lengths.counts > MOST {
            return None;
        }
        row.ion_slot = self.ion_slot();
        if let Some(slot) = row.ion_slot {
            row.ions = self.weighed_ions(section, slot, span)?;
        }
        Some(())
    }

    /// Adds up one section and the item at a place over a span. A call of its own, so that what the
    /// loop needs has room in the registers.
    #[inline(never)]
    pub(crate) fn row_sum(&self, section: usize, slot: usize, span: &SumSpan) -> RowSum {
        let periods = self.periods_of(span);
        let step = (self.shape.capacity * self.shape.width()).max(1);
        let first = self.shape.place((section, periods.start, slot));
        let (cells, periods) = (self.cells.get(first..).unwrap_or(&[]), periods.len());
        if span.is_pooled() {
            RowSum::add_up::<true>(cells, step, periods)
        } else {
            RowSum::add_up::<false>(cells, step, periods)
        }
    }

    /// The mean of an item from what was added up; `None` where it has no room here. There is a
    /// value, and nothing stands beside the cells of the section.
    #[inline(always)]
    pub(crate) fn row_mean(
        &self,
        (section, slot): (usize, usize),
        span: &SumSpan,
        row: &RowSum,
    ) -> Option<RowMean> {
        let is_ph = self.ion_slot() == Some(slot);
        if span.is_pooled() {
            let numerator = if is_ph { self.pooled_ions(section, span)? } else { row.total };
            let denominator = i64::try_from(row.values).ok()?;
            return Some(RowMean { numerator, rest: 0, denominator });
        }
        if row.periods > MOST_PERIODS {
            return None;
        }
        let periods = i64::from(row.periods);
        if row.counts <= MOST {
            let numerator = if is_ph { self.weighed_ions(section, slot, span)? } else { row.total };
            return Some(RowMean { numerator, rest: 0, denominator: COMMON * periods });
        }
        let places = if is_ph { PLACES_OF_IONS } else { PLACES };
        let (numerator, rest) = self.divided(section, slot, span, places)?;
        Some(RowMean { numerator, rest, denominator: periods << places })
    }

    /// The sums of hydrogen ions of a section, period by period, with the number of values.
    fn ions_of<'a>(
        &'a self,
        section: usize,
        slot: usize,
        span: &SumSpan,
    ) -> impl Iterator<Item = Option<(i128, u32)>> + use<'a> {
        self.periods_of(span).map(move |period| {
            let ions = Some(self.ions_at(section, period)).filter(|ions| *ions < MOST_IONS)?;
            Some((i128::try_from(ions).ok()?, self.cell((section, period, slot)).count))
        })
    }

    fn pooled_ions(&self, section: usize, span: &SumSpan) -> Option<i128> {
        self.ions_of(section, 0, span).try_fold(0_i128, |sum, ions| sum.checked_add(ions?.0))
    }

    /// At most fifteen values a period.
    fn weighed_ions(&self, section: usize, slot: usize, span: &SumSpan) -> Option<i128> {
        let (mut low, mut high, mut longest) = (0_u128, 0_u128, 0);
        for period in self.periods_of(span) {
            let ions = self.ions_at(section, period);
            let weight =
                u128::from(weight(self.cell((section, period, slot)).count).unsigned_abs());
            longest |= ions;
            // Halves below 2⁶⁴ and, where they have room, 2⁴², times 2¹⁹: so many have room.
            low += (ions & u128::from(u64::MAX)) * weight;
            high += (ions >> 64 & u128::from(u64::MAX)) * weight;
        }
        let sum = low.checked_add(high.checked_mul(1 << 64)?)?;
        i128::try_from(sum).ok().filter(|_| longest < MOST_IONS)
    }

    /// The sum of the means of the periods to some binary places, and by how much it may be too
    /// small.
    fn divided(
        &self,
        section: usize,
        slot: usize,
        span: &SumSpan,
        places: u32,
    ) -> Option<(i128, i128)> {
        let is_ph = self.ion_slot() == Some(slot);
        let (mut total, mut rest) = (0_i128, 0_i128);
        for period in self.periods_of(span) {
            let cell = self.cell((section, period, slot));
            if cell.count == 0 {
                continue;
            }
            let sum = if is_ph {
                let ions = Some(self.ions_at(section, period)).filter(|ions| *ions < MOST_IONS)?;
                i128::try_from(ions).ok()?
            } else {
                i128::from(cell.sum)
            };
            if sum < 0 {
                return None;
            }
            // 2ᵖ/count lies less than one above its whole part.
            total =
                total.checked_add(sum * i128::from((1_u64 << places) / u64::from(cell.count)))?;
            rest = rest.checked_add(sum)?;
        }
        Some((total, rest))
    }

    /// Whether something stands beside the cells of a section, so that these are not all of it.
    pub(crate) fn has_beside(&self, section: usize) -> bool {
        !self.beside.is_empty()
            && self.beside.range((section, 0, 0)..(section + 1, 0, 0)).next().is_some()
    }
}
