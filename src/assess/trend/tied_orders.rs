//! Counts the orders of ranks by what ranks are used: orders of the same ranks in the first
//! places go on alike, so that only their sums need to be kept apart.

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

/// All orders of some doubled ranks, those of equal ranks once, and how many of them have a
/// Σ(2d)² within `wanted`.
pub(crate) fn count(ranks: &[i64], wanted: &RangeInclusive<i64>) -> (u64, u64) {
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
    let fixed = squares(&mut ranks.iter().copied()) + 4 * squares(&mut (1..=signed(ranks.len())));
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
