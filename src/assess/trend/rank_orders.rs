//! All orders of the same ranks: how many are at least as extreme as the one that was seen.

use core::ops::RangeInclusive;

#[cfg(feature = "alloc")]
use crate::assess::trend::tied_orders;
use crate::standard::tables::critical_values::SignificanceLevel;

/// For N values without ties, the greatest Σd² that at most one in twenty, and at most one in
/// a hundred, of all N! orders keep to.
///
/// Counted once, order by order (for N = 21: 2 537 839 397 606 691 361 of 21! orders keep to
/// 970, which is 4.97 %; 972 would be 5.03 %); 22 and 23 in floats, whose error is far below
/// the distance to either level. The tests count again for short series.
#[rustfmt::skip]
const WITHOUT_TIES: [(u32, i64, i64); 19] = [
    // N, 0.05, 0.01
    ( 5,    2,    0),
    ( 6,    6,    2),
    ( 7,   16,    6),
    ( 8,   30,   14),
    ( 9,   48,   26),
    (10,   72,   42),
    (11,  102,   64),
    (12,  142,   92),
    (13,  188,  128),
    (14,  244,  170),
    (15,  310,  222),
    (16,  388,  284),
    (17,  478,  354),
    (18,  580,  436),
    (19,  694,  530),
    (20,  824,  636),
    (21,  970,  756),
    (22, 1132,  890),
    (23, 1310, 1040),
];

/// The most values whose orders are known where none are equal.
pub(crate) const MOST_WITHOUT_TIES: u32 = 23;

/// The most values whose orders are counted where some are equal.
pub(crate) const MOST_WITH_TIES: u32 = 13;

/// The most values whose orders are counted one by one, which needs no memory: 9! = 362 880.
const MOST_ONE_BY_ONE: usize = 9;

/// The greatest Σd² of a significant rise without ties; `None` beyond the table.
pub(crate) fn greatest_significant(count: u32, level: SignificanceLevel) -> Option<i64> {
    let (_, five, one) = WITHOUT_TIES.into_iter().find(|(counted, ..)| *counted == count)?;
    Some(match level {
        SignificanceLevel::FivePercent => five,
        SignificanceLevel::OnePercent => one,
    })
}

/// All orders of some doubled ranks, and how many of them have a Σ(2d)² within `wanted`;
/// orders that differ by equal ranks alone may count once or severally, in both numbers alike.
///
/// `None` for more ranks than can be counted: 13, without the feature `alloc` 9.
pub(crate) fn count_orders(ranks: &[i64], wanted: &RangeInclusive<i64>) -> Option<(u64, u64)> {
    if ranks.len() <= MOST_ONE_BY_ONE {
        return Some(one_by_one(ranks, 0, 0, 1, wanted));
    }
    #[cfg(feature = "alloc")]
    if ranks.len() <= MOST_WITH_TIES as usize {
        return Some(tied_orders::count(ranks, wanted));
    }
    None
}

fn one_by_one(
    ranks: &[i64],
    used: u32,
    squares: i64,
    place: i64,
    wanted: &RangeInclusive<i64>,
) -> (u64, u64) {
    let mut total = (0, 0);
    let mut is_last = true;
    for (index, rank) in ranks.iter().enumerate().filter(|(index, _)| used & (1 << *index) == 0) {
        is_last = false;
        let difference = rank - 2 * place;
        let squares = squares + difference * difference;
        let (all, extreme) = one_by_one(ranks, used | 1 << index, squares, place + 1, wanted);
        total = (total.0 + all, total.1 + extreme);
    }
    if is_last {
        return (1, u64::from(wanted.contains(&squares)));
    }
    total
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::one_by_one;
    use crate::assess::trend::tied_orders::count;

    /// The share of orders is the same however they are counted.
    #[test]
    fn both_ways_of_counting_agree() {
        let series: [&[i64]; 5] = [
            &[2, 4, 6, 8, 10],
            &[3, 3, 7, 7, 10, 12],
            &[6, 6, 6, 6, 6, 12, 14],
            &[2, 5, 5, 9, 9, 9, 14, 16],
            &[8, 8, 8, 8, 8, 8, 8],
        ];
        for ranks in series {
            for end in 0..400 {
                let (all, extreme) = one_by_one(ranks, 0, 0, 1, &(0..=end));
                let (distinct, distinct_extreme) = count(ranks, &(0..=end));
                assert_eq!(all * distinct_extreme, extreme * distinct, "{ranks:?} {end}");
            }
        }
    }
}
