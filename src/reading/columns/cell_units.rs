//! Plain cells as units of a column: 64 at a time, without a branch.

use crate::number::decimal::power_of_ten;
use crate::reading::plain_number::{PlainCell, first_word};
use crate::reading::possible::Kind;

/// How many places plain numbers can have: none, and up to seven.
const PLACES: usize = 8;

/// How the digits of plain cells become units of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    /// By the places behind the point.
    by_places: [Step; PLACES],
    /// What is multiplied last, so that the other factors have 32 bits as those of vectors.
    pub(crate) last: i64,
    /// Whether a result can be below a limit.
    has_limits: bool,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    /// What digits are multiplied by.
    times: u32,
    /// The greatest that stay possible, and within the type; none is below zero.
    most: i64,
}

impl Steps {
    /// Those of a column of some scale, whose cells are in a unit of 10ᵖᵒʷᵉʳ of the limits' one.
    pub(crate) fn new(kind: Kind, scale: u8, power: i8, greatest: i64) -> Self {
        let most = match kind {
            Kind::Ph => 14_i64.saturating_mul(power_of_ten(scale)).min(greatest),
            Kind::Amount | Kind::Temperature => greatest,
        };
        let exponent = i16::from(scale) + i16::from(power);
        let first = exponent.clamp(0, 9);
        let last = ten_to(exponent - first).unwrap_or(0);
        let step = |places| {
            let places = i16::try_from(places).unwrap_or(i16::MAX);
            match (ten_to(exponent - places), ten_to(first - places)) {
                (Some(all), Some(times)) => {
                    Step { times: u32::try_from(times).unwrap_or(0), most: most / all }
                }
                _ => Step { times: 0, most: -1 },
            }
        };
        let by_places = core::array::from_fn(step);
        Self { by_places, last, has_limits: kind == Kind::Amount }
    }

    /// The units of a plain cell that is possible and has room, before they are multiplied by the
    /// last factor, and whether it is one; otherwise 0.
    #[inline(always)]
    #[expect(clippy::needless_bitwise_bool, reason = "a branch would keep it from vectors")]
    pub(crate) fn units(self, cell: PlainCell) -> (i64, bool) {
        // One of the comparisons is true; a look-up would keep it from vectors.
        let (mut times, mut most) = (0, 0);
        for (places, step) in self.by_places.into_iter().enumerate() {
            let mask = -i64::from(cell.has_decimals(places));
            times |= i64::from(step.times) & mask;
            most |= step.most & mask;
        }
        let digits = i64::from(cell.digits());
        // Both have 32 bits: the mask says so to the compiler, and changes nothing.
        let units = digits * (times & 0xffff_ffff);
        let is_possible = !cell.is_limit() | (self.has_limits & (digits > 0));
        let is_plain = cell.is_plain() & (digits <= most) & is_possible;
        (if is_plain { units } else { 0 }, is_plain)
    }
}

/// Cells that are read together.
pub(crate) const LANES: usize = 64;

/// Some cells: where they stand, their first bytes, and their units.
pub(crate) struct Lanes {
    pub(crate) starts: [u32; LANES],
    pub(crate) lengths: [u32; LANES],
    words: [u64; LANES],
    pub(crate) units: [i64; LANES],
}

impl Lanes {
    pub(crate) const fn new() -> Self {
        Self { starts: [0; LANES], lengths: [0; LANES], words: [0; LANES], units: [0; LANES] }
    }

    /// Takes the next cells; what stands in the lanes behind them stays, and says nothing.
    #[inline(never)]
    pub(crate) fn fill(
        &mut self,
        bytes: &[u8],
        cells: &mut impl Iterator<Item = (u32, u32)>,
        count: usize,
    ) {
        let places = self.starts.iter_mut().zip(&mut self.lengths).zip(&mut self.words);
        for (((start, length), word), cell) in places.take(count).zip(cells) {
            (*start, *length) = (cell.0, cell.1.saturating_sub(cell.0));
            *word = first_word(bytes, *start as usize, *length as usize);
        }
    }

    /// Reads all lanes: which are detection limits, and which must be read by themselves.
    #[inline(always)]
    pub(crate) fn read(&mut self, steps: Steps) -> (u64, u64) {
        let (mut below, mut others) = (0, 0);
        for lane in 0..LANES {
            let cell = PlainCell::read(self.words[lane], u64::from(self.lengths[lane]));
            let (units, is_plain) = steps.units(cell);
            self.units[lane] = units;
            below |= u64::from(is_plain && cell.is_limit()) << lane;
            others |= u64::from(!is_plain) << lane;
        }
        (below, others)
    }
}

/// A power of ten that has room in 64 bits.
fn ten_to(exponent: i16) -> Option<i64> {
    10_i64.checked_pow(u32::try_from(exponent).ok()?)
}
