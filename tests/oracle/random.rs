//! Random numbers that are the same in every run, so that a failure can be repeated.

use gb3838::Decimal;

/// Marsaglia's xorshift with 64 bits of state.
pub(crate) struct Random(u64);

impl Random {
    /// A sequence of its own for each seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        // The first numbers of neighbouring seeds resemble each other.
        for _ in 0..16 {
            random.next();
        }
        random
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from 0 to `end`, without `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    /// A number of decimal places from `first` to `last`, both included.
    pub(crate) fn scale(&mut self, first: u8, last: u8) -> u8 {
        first + u8::try_from(self.below(usize::from(last - first) + 1)).unwrap()
    }

    /// A number from `-size` to `size`, both included.
    pub(crate) fn within(&mut self, size: i64) -> i64 {
        let choices = u128::from(size.unsigned_abs()) * 2 + 1;
        let drawn = i128::try_from(u128::from(self.next()) % choices).unwrap();
        i64::try_from(drawn - i128::from(size)).unwrap()
    }

    /// Any signed number; short ones are as frequent as long ones.
    pub(crate) fn any_length(&mut self) -> i64 {
        let bits = self.below(63);
        self.next().cast_signed() >> bits
    }

    /// Any decimal, of any length and any number of places.
    pub(crate) fn decimal(&mut self) -> Decimal {
        Decimal::new(self.any_length(), self.scale(0, Decimal::MAX_SCALE)).unwrap()
    }

    /// Brings some things into another order.
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}
