//! The order of exact fractions, which needs no product.

use core::cmp::Ordering;

use crate::number::fraction::Fraction;

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    /// Compares whole parts, then the inverses of what is left, so that no product is
    /// needed.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative(), other.is_negative()) {
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            _ => {}
        }
        let flipped = self.is_negative();
        let mut left = (self.numerator().absolute(), self.denominator());
        let mut right = (other.numerator().absolute(), other.denominator());
        let mut inverted = flipped;
        loop {
            let (left_whole, left_rest) = left.0.divided_by(&left.1);
            let (right_whole, right_rest) = right.0.divided_by(&right.1);
            let mut order = left_whole.cmp(&right_whole);
            if order == Ordering::Equal {
                order = match (left_rest.is_zero(), right_rest.is_zero()) {
                    (true, true) => return Ordering::Equal,
                    (true, false) => Ordering::Less,
                    (false, true) => Ordering::Greater,
                    (false, false) => {
                        left = (left.1, left_rest);
                        right = (right.1, right_rest);
                        inverted = !inverted;
                        continue;
                    }
                };
            }
            return if inverted { order.reverse() } else { order };
        }
    }
}
