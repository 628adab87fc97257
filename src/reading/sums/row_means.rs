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

    /// What is added up for a usual item: no period has more than fifteen values, and the sums have
    /// room in 64 bits; `None` otherwise.
    #[inline(always)]
    fn of_few(cells: &[[i64; 2]], step: usize, periods: usize) -> Option<Self> {
        // So few periods of so few values never carry from one half of the packed counts to the other.
        if periods > MOST_PERIODS as usize {
            return None;
        }
        let (mut total, mut counts, mut present) = (0_i64, 0_i64, 0);
        let mut place = 0;
        for _ in 0..periods {
            let Some(cell) = cells.get(place) else { break };
            place += step;
            let Cell { sum, count, .. } = Cell::unpacked(*cell);
            if count > MOST {
                return None;
            }
            total = total.checked_add(sum.checked_mul(weight(count))?)?;
            counts += cell[1];
            present += u32::from(count > 0);
        }
        let Cell { count, below, .. } = Cell::unpacked([0, counts]);
        let (values, below) = (u64::from(count), u64::from(below));
        Some(Self { total: total.into(), periods: present, values, below, counts: MOST })
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

impl SumTable {
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
            RowSum::of_few(cells, step, periods)
                .unwrap_or_else(|| RowSum::add_up::<false>(cells, step, periods))
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
        self.ions_of(section, slot, span).try_fold(0_i128, |sum, ions| {
            let (ions, count) = ions?;
            // Below 2¹⁰⁶ · 2¹⁹.
            sum.checked_add(ions * i128::from(weight(count)))
        })
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
