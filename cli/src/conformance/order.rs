//! The order in which a program is asked: by a seed, so that a result cannot lean on it.

/// The numbers below `count` in an order that a seed decides.
pub(crate) fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = seed;
    for last in (1..count).rev() {
        let below = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
        let place = usize::try_from(next(&mut state) % below).unwrap_or(last);
        order.swap(last, place);
    }
    order
}

/// SplitMix64: a few lines, the same on each machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
