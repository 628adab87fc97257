//! Test values of each type: what number they are, and which ones matter.

use core::cmp::Ordering;

use gb3838::{Classifier, Column, Decimal, Item, batch::Value, limits::ItemCutoffs};

/// A value as exact arithmetic sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Number {
    Exact(Decimal),
    /// Greater than any limit, and too great for a decimal.
    Huge,
    /// A float whose shortest text has more places than a decimal.
    Float(f64),
    Negative,
    Infinite,
}

impl Number {
    pub(crate) fn compare(self, edge: Decimal) -> Ordering {
        match self {
            Self::Exact(value) => value.cmp(&edge),
            Self::Huge | Self::Infinite => Ordering::Greater,
            // Not the float of the edge, for that one has a short text.
            Self::Float(value) => value.total_cmp(&edge.to_f64()),
            Self::Negative => Ordering::Less,
        }
    }
}

/// A small generator (SplitMix64).
pub(crate) struct Seeded(pub(crate) u64);

impl Seeded {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap_or(0)
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    pub(crate) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_le_bytes()[0]).collect()
    }
}

/// A type of value under test.
pub(crate) trait Tested: Value + PartialEq {
    const INTEGER: bool;
    const GREATEST_SCALE: u8;
    /// A column of this type.
    fn column(item: Item, values: &[Self], scale: u8) -> Column<'_, Self>;
    /// The number, or `None` for NaN.
    fn number(self, scale: u8) -> Option<Number>;
    /// The values at an edge and on both sides of it.
    fn around(edge: Decimal, scale: u8) -> Vec<Self>;
    /// Values that could go wrong anywhere.
    fn odd() -> Vec<Self>;
}

macro_rules! float {
    ($type:ty) => {
        impl Tested for $type {
            const INTEGER: bool = false;
            const GREATEST_SCALE: u8 = 0;

            fn column(item: Item, values: &[Self], _: u8) -> Column<'_, Self> {
                Column::new(item, values)
            }

            fn number(self, _: u8) -> Option<Number> {
                if self.is_nan() {
                    return None;
                }
                #[allow(clippy::useless_conversion, reason = "of one type alone")]
                Some(match Decimal::try_from(self) {
                    _ if self == Self::INFINITY => Number::Infinite,
                    _ if self < 0.0 => Number::Negative,
                    Ok(decimal) => Number::Exact(decimal),
                    Err(_) if self > 1.0 => Number::Huge,
                    Err(_) => Number::Float(self.into()),
                })
            }

            fn around(edge: Decimal, _: u8) -> Vec<Self> {
                let at: Self = edge.to_string().parse().unwrap_or(Self::NAN);
                vec![at.next_down(), at, at.next_up(), at / 2.0, at * 2.0]
                    .into_iter()
                    .chain([(at * 2.0).next_up(), (at * 2.0).next_down()])
                    .collect()
            }

            fn odd() -> Vec<Self> {
                let odd = [0.0, 1.0, 14.0, Self::MAX, Self::INFINITY, Self::MIN_POSITIVE];
                let odd = odd.iter().flat_map(|odd| [*odd, -*odd]);
                odd.chain([Self::NAN, -Self::NAN, 14.0_f32.next_up().into(), 1e-45_f32.into()])
                    .collect()
            }
        }
    };
}

float!(f64);
float!(f32);

macro_rules! integer {
    ($type:ty, $scale:literal) => {
        impl Tested for $type {
            const INTEGER: bool = true;
            const GREATEST_SCALE: u8 = $scale;

            fn column(item: Item, values: &[Self], scale: u8) -> Column<'_, Self> {
                Column::scaled(item, values, scale)
            }

            fn number(self, scale: u8) -> Option<Number> {
                if self < 0 {
                    return Some(Number::Negative);
                }
                Decimal::new(self.into(), scale).ok().map(Number::Exact)
            }

            fn around(edge: Decimal, scale: u8) -> Vec<Self> {
                let power = |places: u8| 10_i128.pow(places.into());
                let at = i128::from(edge.units()) * power(scale) / power(edge.scale());
                (at - 1..=at + 1)
                    .chain(2 * at - 1..=2 * at + 2)
                    .filter_map(|near| Self::try_from(near).ok())
                    .collect()
            }

            fn odd() -> Vec<Self> {
                vec![0, 1, 14, 15, -1, -2, Self::MAX, Self::MAX - 1, Self::MIN, 140, 1_401]
            }
        }
    };
}

integer!(i16, 4);
integer!(i32, 9);
integer!(i64, 18);

/// The edges of all cutoffs of an item.
pub(crate) fn edges(classifier: &Classifier, item: Item) -> Vec<Decimal> {
    match classifier.cutoffs(item) {
        Some(ItemCutoffs::Ordered(cutoffs)) => {
            cutoffs.iter().map(gb3838::limits::Cutoff::edge).collect()
        }
        Some(ItemCutoffs::Range(low, high)) => {
            vec![low.edge(), high.edge(), Decimal::ZERO, Decimal::from_integer(14)]
        }
        None => Vec::new(),
    }
}

/// All values that matter for an item at a scale.
pub(crate) fn interesting<T: Tested>(classifier: &Classifier, item: Item, scale: u8) -> Vec<T> {
    let edges = edges(classifier, item);
    let around = edges.iter().flat_map(|edge| T::around(*edge, scale));
    around.chain(T::odd()).collect()
}
