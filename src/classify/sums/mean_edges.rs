//! The cutoffs of one item in the units of its sums, so that a mean is classed by products.

use crate::number::decimal::power_of_ten;
use crate::reading::mean::ph::GUARD;
use crate::reading::sums::float_units::places;
use crate::reading::sums::mean_ratio::edge_ions;
use crate::reading::sums::row_means::RowMean;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, CutoffSide, ItemCutoffs};
use crate::standard::item::Item;

/// An edge in units of a mean's numerator over its denominator, and what lies beyond it.
///
/// A mean `n / d` is beyond an upper edge when `n > edge · d + shift`, beyond a lower one when
/// `n < edge · d + shift`: with a shift of one, "at the edge" changes sides. The type is that of
/// the edge: a product of two integers of 64 bits always has room.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Edge<E> {
    edge: E,
    shift: i64,
}

impl<E: Copy + Into<i128>> Edge<E> {
    fn upper(edge: E, inclusive: bool) -> Self {
        Self { edge, shift: if inclusive { 0 } else { -1 } }
    }

    fn lower(edge: E, inclusive: bool) -> Self {
        Self { edge, shift: i64::from(!inclusive) }
    }

    #[inline(always)]
    fn bound(&self, denominator: i64) -> i128 {
        self.edge.into() * i128::from(denominator) + i128::from(self.shift)
    }
}

/// Hydrogen ions of an edge below this, and denominators below the next, have a product with room.
const MOST_IONS: i128 = 1 << 98;
const MOST_DENOMINATOR: i64 = 1 << 28;

/// Edges below this, and denominators below the most, have a product with room in 64 bits.
const MOST_EDGE: u64 = 1 << 34;

/// The cutoffs of one item, classes I to V, for means of its sums.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MeanEdges {
    Upper([Edge<i64>; 5]),
    Lower([Edge<i64>; 5]),
    /// Hydrogen ions: the most, of the lowest pH, and the fewest, of the highest.
    Ions(Edge<i128>, Edge<i128>),
}

impl MeanEdges {
    /// The edges of an item; `None` where they are no whole numbers of its units.
    pub(crate) fn new(cutoffs: &ItemCutoffs, item: Item) -> Option<Self> {
        match cutoffs {
            ItemCutoffs::Ordered(cutoffs) if item != Item::Ph => {
                let units = |cutoff: &Cutoff| {
                    let edge = cutoff.edge().normalized();
                    let power = places(item).checked_sub(edge.scale()).map(power_of_ten)?;
                    edge.units().checked_mul(power)
                };
                let is_lower = cutoffs[0].side() == CutoffSide::Lower;
                let mut edges = [Edge::default(); 5];
                for (edge, cutoff) in edges.iter_mut().zip(cutoffs) {
                    let (units, inclusive) = (units(cutoff)?, cutoff.is_inclusive());
                    *edge = if is_lower {
                        Edge::lower(units, inclusive)
                    } else {
                        Edge::upper(units, inclusive)
                    };
                }
                Some(if is_lower { Self::Lower(edges) } else { Self::Upper(edges) })
            }
            // Within the guard a mean pH is on its edge. More ions are a lower pH.
            ItemCutoffs::Range(low, high) if item == Item::Ph => {
                let beside = |cutoff: &Cutoff, guard: i128| {
                    edge_ions(cutoff.edge()).map(|it| it + guard).filter(|it| *it < MOST_IONS)
                };
                let guard = |inclusive: bool| if inclusive { GUARD } else { -GUARD };
                let (of_low, of_high) = (low.is_inclusive(), high.is_inclusive());
                Some(Self::Ions(
                    Edge::upper(beside(low, guard(of_low))?, of_low),
                    Edge::lower(beside(high, -guard(of_high))?, of_high),
                ))
            }
            _ => None,
        }
    }

    /// The code of the class of a mean; `None` where its rest leaves that open.
    #[inline(always)]
    pub(crate) fn code(&self, mean: &RowMean) -> Option<u8> {
        if matches!(self, Self::Ions(..)) && mean.denominator > MOST_DENOMINATOR {
            return None;
        }
        let passed = self.passed(mean.numerator, mean.denominator);
        if mean.rest != 0 && self.passed(mean.numerator + mean.rest, mean.denominator) != passed {
            return None;
        }
        // Outside a range is one class.
        let is_outside = matches!(self, Self::Ions(..)) && passed > 0;
        Some(if is_outside { Class::InferiorV as u8 } else { Class::I as u8 + passed })
    }

    /// How many edges a mean is beyond; of a range, 1 below it and 2 above.
    #[inline(always)]
    fn passed(&self, numerator: i128, denominator: i64) -> u8 {
        match self {
            // Each cutoff is no stricter than the one before: the failed ones are counted.
            Self::Upper(edges) => match in_64_bits(edges, numerator, denominator) {
                Some(short) => count(edges, |edge| short > edge.edge * denominator + edge.shift),
                None => count(edges, |edge| numerator > edge.bound(denominator)),
            },
            Self::Lower(edges) => match in_64_bits(edges, numerator, denominator) {
                Some(short) => count(edges, |edge| short < edge.edge * denominator + edge.shift),
                None => count(edges, |edge| numerator < edge.bound(denominator)),
            },
            Self::Ions(most, fewest) => {
                let below = u8::from(numerator > most.bound(denominator));
                if numerator < fewest.bound(denominator) { 2 } else { below }
            }
        }
    }
}

/// The numerator in 64 bits, where it and all bounds have room in them.
#[inline(always)]
fn in_64_bits(edges: &[Edge<i64>; 5], numerator: i128, denominator: i64) -> Option<i64> {
    // Of edges in order the first or the last is the longest.
    let longest = edges[0].edge.unsigned_abs() | edges[4].edge.unsigned_abs();
    let have_room = longest < MOST_EDGE && denominator < MOST_DENOMINATOR;
    i64::try_from(numerator).ok().filter(|_| have_room)
}

#[inline(always)]
fn count(edges: &[Edge<i64>; 5], is_beyond: impl Fn(&Edge<i64>) -> bool) -> u8 {
    edges.iter().fold(0, |passed, edge| passed + u8::from(is_beyond(edge)))
}
