//! Orders in which the bytes of a vector of 512 bits are put.

use crate::classify::batch::kernel::BLOCK;

/// An order of the bytes of each sixteen, for all of a vector.
pub(crate) const fn each_sixteen(order: [u8; 16]) -> [u8; BLOCK] {
    let mut all = [0; BLOCK];
    let mut place = 0;
    while place < BLOCK {
        all[place] = order[place % 16];
        place += 1;
    }
    all
}

/// Word `4 v + k` of the result is word `v` of part `k`.
pub(crate) const fn words() -> [u8; BLOCK] {
    let mut all = [0; BLOCK];
    let mut word = 0;
    while word < BLOCK / 2 {
        #[expect(clippy::cast_possible_truncation, reason = "below 32")]
        let from = (word % 4 * 8 + word / 4) as u8;
        all[2 * word] = from;
        word += 1;
    }
    all
}
