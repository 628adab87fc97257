//! All orders of the same ranks: how many are at least as extreme as the one that was seen.

use core::ops::RangeInclusive;

use crate::assess::critical_values::SignificanceLevel;

/// For N values without ties, the greatest Σd² that at most one in twenty, and at most one in
/// a hundred, of all N! orders keep to.
///
/// Counted once, order by order (for N = 21: 2 537 839 397 606 691 361 of 21! orders keep to
/// 970, which is 4.97 %; 972 would be 5.03 %). The tests count again for short series.
#[rustfmt::skip]
const WITHOUT_TIES: [(u32, i64, i64); 17] = [
    // N, 0.05, 0.01
    ( 5,   2,   0),
    ( 6,   6,   2),
    ( 7,  16,   6),
    ( 8,  30,  14),
    ( 9,  48,  26),
    (10,  72,  42),
    (11, 102,  64),
    (12, 142,  92),
    (13, 188, 128),
    (14, 244, 170),
    (15, 310, 222),
    (16, 388, 284),
    (17, 478, 354),
    (18, 580, 436),
    (19, 694, 530),
    (20, 824, 636),
    (21, 970, 756),
];

/// The most values whose orders are known where none are equal.
pub(crate) const MOST_WITHOUT_TIES: u32 = 21;

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
        return Some(by_used_ranks::count(ranks, wanted));
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

/// The same count by what ranks are used: orders of the same ranks in the first places go on
/// alike, so that only their sums need to be kept apart.
#[cfg(feature = "alloc")]
mod by_used_ranks {
    use alloc::vec;
    use alloc::vec::Vec;
    use core::ops::RangeInclusive;

    /// Equal ranks.
    struct Group {
        rank: i64,
        size: usize,
        /// The product of one more than the sizes of the groups before.
        stride: usize,
    }

    impl Group {
        /// How many of its ranks a state has used.
        const fn used(&self, state: usize) -> usize {
            state / self.stride % (self.size + 1)
        }
    }

    pub(super) fn count(ranks: &[i64], wanted: &RangeInclusive<i64>) -> (u64, u64) {
        let groups = groups(ranks);
        let states = groups.iter().map(|group| group.size + 1).product();
        // By state, the numbers of orders by Σ rank · place, from the least such sum on.
        let mut orders: Vec<Vec<u64>> = vec![Vec::new(); states];
        if let Some(nothing_used) = orders.first_mut() {
            nothing_used.push(1);
        }
        for state in 0..states - 1 {
            let here = core::mem::take(&mut orders[state]);
            let place = 1 + groups.iter().map(|group| group.used(state)).sum::<usize>();
            let least = products(groups.iter().rev(), state);
            for group in groups.iter().filter(|group| group.used(state) < group.size) {
                let next = state + group.stride;
                let next_least = products(groups.iter().rev(), next);
                let there = &mut orders[next];
                if there.is_empty() {
                    let width = products(groups.iter(), next) - next_least + 1;
                    there.resize(length(width), 0);
                }
                let offset = length(least + group.rank * signed(place) - next_least);
                for (sum, more) in there.iter_mut().skip(offset).zip(&here) {
                    *sum += more;
                }
            }
        }
        // (rank − 2 · place)² = rank² − 4 · rank · place + 4 · place²
        let squares = |all: &mut dyn Iterator<Item = i64>| all.map(|it| it * it).sum::<i64>();
        let fixed =
            squares(&mut ranks.iter().copied()) + 4 * squares(&mut (1..=signed(ranks.len())));
        let least = products(groups.iter().rev(), states - 1);
        let all_used = orders.last().map_or(&[][..], Vec::as_slice);
        let by_sum = all_used.iter().zip(least..);
        by_sum.fold((0, 0), |(all, extreme), (orders, sum)| {
            let counts = wanted.contains(&(fixed - 4 * sum));
            (all + orders, extreme + if counts { *orders } else { 0 })
        })
    }

    /// The groups of equal ranks, in rising order.
    fn groups(ranks: &[i64]) -> Vec<Group> {
        let mut sorted = ranks.to_vec();
        sorted.sort_unstable();
        let mut stride = 1;
        let group = |equal: &[i64]| {
            let group = Group { rank: equal[0], size: equal.len(), stride };
            stride *= equal.len() + 1;
            group
        };
        sorted.chunk_by(|left, right| left == right).map(group).collect()
    }

    /// Σ rank · place of the ranks that a state has used, placed in the order of the groups.
    fn products<'a>(groups: impl Iterator<Item = &'a Group>, state: usize) -> i64 {
        let ranks = groups.flat_map(|group| core::iter::repeat_n(group.rank, group.used(state)));
        ranks.zip(1..).map(|(rank, place)| rank * place).sum()
    }

    /// Places and sums are small: 13 ranks, doubled, make 1 638 at most.
    fn signed(place: usize) -> i64 {
        i64::try_from(place).unwrap_or(i64::MAX)
    }

    fn length(width: i64) -> usize {
        usize::try_from(width).unwrap_or(0)
    }

    #[cfg(test)]
    mod tests {
        use super::super::one_by_one;
        use super::count;

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
}
