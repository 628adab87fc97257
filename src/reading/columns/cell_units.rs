//! Plain cells as units of a column: 64 at a time, without a branch.

use crate::number::decimal::power_of_ten;
use crate::reading::plain_number::{PlainCell, first_word};
use crate::reading::possible::Kind;

/// How many places plain numbers can have: none, and up to seven.
const PLACES: usize = 8;

/// How the digits of plain cells become units of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    /// What digits are multiplied by, by the places behind the point; 0 where there is no such step.
    /// Below 2³²; as long as a product, or the compiler would not see at the product that it is.
    pub(crate) by_places: [i64; PLACES],
    /// The greatest product that stays possible and within the type; none is below zero.
    pub(crate) most: i64,
    /// What is multiplied last, so that the other factors have 32 bits as those of vectors.
    pub(crate) last: i64,
    /// Whether a result can be below a limit.
    pub(crate) has_limits: bool,
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
            let times = ten_to(exponent - places).and_then(|_| ten_to(first - places));
            times.unwrap_or(0)
        };
        let by_places = core::array::from_fn(step);
        let most = most.checked_div(last).unwrap_or(0);
        Self { by_places, most, last, has_limits: kind == Kind::Amount }
    }

    /// The units of a plain cell that is possible and has room, before they are multiplied by the
    /// last factor, and whether it is one; otherwise 0.
    #[inline(always)]
    #[expect(clippy::needless_bitwise_bool, reason = "a branch would keep it from vectors")]
    pub(crate) fn units(self, cell: PlainCell) -> (i64, bool) {
        // One of the comparisons is true; a look-up would keep it from vectors.
        let mut times = 0;
        for (places, step) in self.by_places.into_iter().enumerate() {
            times |= step & -i64::from(cell.has_decimals(places));
        }
        let digits = i64::from(cell.digits());
        // Both have 32 bits, so that vectors have a fast product: the mask says so to the compiler,
        // and changes nothing. Eight digits and 10⁹ have a product with room.
        let units = digits * (times & 0xffff_ffff);
        let is_possible = !cell.is_limit() | (self.has_limits & (digits > 0));
        let is_plain = cell.is_plain() & (times != 0) & (units <= self.most) & is_possible;
        (if is_plain { units } else { 0 }, is_plain)
    }
}

/// Cells that are read together.
pub(crate) const LANES: usize = 64;

/// Some cells: where they start and how long they are, their first bytes, and their units.
pub(crate) struct Lanes {
    pub(crate) spans: [[u32; 2]; LANES],
    pub(crate) words: [u64; LANES],
    pub(crate) units: [i64; LANES],
}

/// A way to read all lanes: [`Lanes::read`], or what gives the same.
pub(crate) trait ReadLanes {
    /// Which lanes are detection limits, and which must be read by themselves; `#[inline(always)]`,
    /// so that it is compiled for the same CPU as the caller.
    fn read(lanes: &mut Lanes, steps: &Steps) -> (u64, u64);
}

/// The plain loop, compiled for whatever CPU the caller is.
pub(crate) struct PlainLanes;

impl ReadLanes for PlainLanes {
    #[inline(always)]
    fn read(lanes: &mut Lanes, steps: &Steps) -> (u64, u64) {
        lanes.read(steps)
    }
}

impl Lanes {
    pub(crate) const fn new() -> Self {
        Self { spans: [[0; 2]; LANES], words: [0; LANES], units: [0; LANES] }
    }

    /// Takes some cells, each from its start to its end; what stands in the lanes behind them stays,
    /// and says nothing. A cell that ends before it starts has a length that no bytes have.
    #[inline(always)]
    pub(crate) fn fill(&mut self, bytes: &[u8], count: usize, cell: impl Fn(usize) -> (u32, u32)) {
        for lane in 0..count.min(LANES) {
            let (start, end) = cell(lane);
            let length = end.wrapping_sub(start);
            self.spans[lane] = [start, length];
            self.words[lane] = first_word(bytes, start as usize, length as usize);
        }
    }

    /// Reads all lanes: which are detection limits, and which must be read by themselves.
    #[inline(always)]
    pub(crate) fn read(&mut self, steps: &Steps) -> (u64, u64) {
        let (mut below, mut plain) = (0_u64, 0_u64);
        for lane in 0..LANES {
            let [_, length] = self.spans[lane];
            let cell = PlainCell::read(self.words[lane], length.into());
            let (units, is_plain) = steps.units(cell);
            self.units[lane] = units;
            below |= u64::from(is_plain && cell.is_limit()) << lane;
            plain |= u64::from(is_plain) << lane;
        }
        (below, !plain)
    }
}

/// A power of ten that has room in 64 bits.
fn ten_to(exponent: i16) -> Option<i64> {
    10_i64.checked_pow(u32::try_from(exponent).ok()?)
}
