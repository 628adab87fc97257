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
/// `n < edge · d + shift`: with a shift of one, "at the edge" changes sides.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Edge {
    edge: i128,
    shift: i128,
}

impl Edge {
    fn upper(edge: i128, inclusive: bool) -> Self {
        Self { edge, shift: if inclusive { 0 } else { -1 } }
    }

    fn lower(edge: i128, inclusive: bool) -> Self {
        Self { edge, shift: i128::from(!inclusive) }
    }

    /// Whether this edge is below the mean; `None` where its rest leaves that open, or a product
    /// has no room.
    #[inline(always)]
    fn is_below(&self, mean: &RowMean) -> Option<bool> {
        let bound = self.edge.checked_mul(mean.denominator)? + self.shift;
        let surely = mean.numerator > bound;
        (surely == (mean.numerator + mean.rest > bound)).then_some(surely)
    }

    /// Whether this edge is above the mean.
    #[inline(always)]
    fn is_above(&self, mean: &RowMean) -> Option<bool> {
        let bound = self.edge.checked_mul(mean.denominator)? + self.shift;
        let surely = mean.numerator + mean.rest < bound;
        (surely == (mean.numerator < bound)).then_some(surely)
    }
}

/// The cutoffs of one item, classes I to V, for means of its sums.
#[derive(Clone, Copy, Debug)]
pub(crate) enum MeanEdges {
    Upper([Edge; 5]),
    Lower([Edge; 5]),
    /// Hydrogen ions: the most, of the lowest pH, and the fewest, of the highest.
    Ions(Edge, Edge),
}

impl MeanEdges {
    /// The edges of an item; `None` where they are no whole numbers of its units.
    pub(crate) fn new(cutoffs: &ItemCutoffs, item: Item) -> Option<Self> {
        match cutoffs {
            ItemCutoffs::Ordered(cutoffs) if item != Item::Ph => {
                let units = |cutoff: &Cutoff| -> Option<i128> {
                    let edge = cutoff.edge().normalized();
                    let power = places(item).checked_sub(edge.scale()).map(power_of_ten)?;
                    Some(i128::from(edge.units()) * i128::from(power))
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
                let beside = |cutoff: &Cutoff, guard: i128| Some(edge_ions(cutoff.edge())? + guard);
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
        match self {
            // Each cutoff is no stricter than the one before: the failed ones are counted.
            Self::Upper(edges) => {
                let mut code = Class::I as u8;
                for edge in edges {
                    code += u8::from(edge.is_below(mean)?);
                }
                Some(code)
            }
            Self::Lower(edges) => {
                let mut code = Class::I as u8;
                for edge in edges {
                    code += u8::from(edge.is_above(mean)?);
                }
                Some(code)
            }
            Self::Ions(most, fewest) => {
                let outside = most.is_below(mean)? || fewest.is_above(mean)?;
                Some(if outside { Class::InferiorV } else { Class::I } as u8)
            }
        }
    }
}
