//! A small generator (SplitMix64), so that a seed gives the same texts everywhere.

/// The generator.
pub(crate) struct Random(u64);

impl Random {
    /// The generator of one case of a seed: each case can be made again alone.
    pub(crate) fn of_case(seed: u64, case: u64) -> Self {
        let mut random = Self(seed);
        let own = random.next() ^ case.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(own)
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `count`, 0 where that is 0.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % (count as u64).max(1)).unwrap_or(0)
    }

    /// Whether one of so many is drawn.
    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// One of some things, the first kind of value where there is none.
    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or("")
    }
}

/// Drops what an entry answered: that it answered is all that is asked.
pub(crate) fn tried<T>(_answer: T) {}
