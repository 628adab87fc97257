//! Natural numbers without an end, for the few sums that have no room in 512 bits.
//!
//! They grow up to [`MOST_BITS`], which no data of a century of seconds reach.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The greatest size that is worked with, so that no input takes memory without a bound.
pub(crate) const MOST_BITS: usize = 1 << 16;

/// A natural number: limbs of 64 bits, the least significant first, and no zero at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Natural(Vec<u64>);

impl Natural {
    pub(crate) fn from_limbs(limbs: &[u64]) -> Self {
        Self(limbs.to_vec()).trimmed()
    }

    pub(crate) fn limbs(&self) -> &[u64] {
        &self.0
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of bits; 0 for zero.
    pub(crate) fn bits(&self) -> usize {
        self.0.last().map_or(0, |top| self.0.len() * 64 - top.leading_zeros() as usize)
    }

    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        let by_size = self.0.len().cmp(&other.0.len());
        by_size.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        let (long, short) =
            if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        let mut sum = long.0.clone();
        let mut carry = false;
        for (place, limb) in sum.iter_mut().enumerate() {
            let added = short.0.get(place).copied().unwrap_or(0);
            let (partial, first) = limb.overflowing_add(added);
            let (total, second) = partial.overflowing_add(u64::from(carry));
            *limb = total;
            carry = first || second;
        }
        sum.extend(carry.then_some(1));
        Self(sum)
    }

    /// `self - other`, where `other` is not greater.
    pub(crate) fn minus(&self, other: &Self) -> Self {
        let mut difference = self.0.clone();
        let mut borrow = false;
        for (place, limb) in difference.iter_mut().enumerate() {
            let taken = other.0.get(place).copied().unwrap_or(0);
            let (partial, first) = limb.overflowing_sub(taken);
            let (total, second) = partial.overflowing_sub(u64::from(borrow));
            *limb = total;
            borrow = first || second;
        }
        Self(difference).trimmed()
    }

    #[expect(clippy::cast_possible_truncation, reason = "splits a product into its halves")]
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut product = vec![0_u64; self.0.len() + other.0.len()];
        for (low, left) in self.0.iter().enumerate() {
            let mut carry = 0_u128;
            for (limb, right) in product[low..].iter_mut().zip(other.0.iter().chain([&0])) {
                let total = u128::from(*left) * u128::from(*right) + u128::from(*limb) + carry;
                *limb = total as u64;
                carry = total >> 64;
            }
        }
        Self(product).trimmed()
    }

    fn shifted_left(&self, places: usize) -> Self {
        let (limbs, bits) = (places / 64, places % 64);
        let mut shifted = vec![0; limbs];
        let mut carry = 0;
        for limb in &self.0 {
            shifted.push(limb << bits | carry);
            carry = if bits == 0 { 0 } else { limb >> (64 - bits) };
        }
        shifted.push(carry);
        Self(shifted).trimmed()
    }

    fn shifted_right(&self, places: usize) -> Self {
        let (limbs, bits) = (places / 64, places % 64);
        let rest = self.0.get(limbs..).unwrap_or(&[]);
        let above = rest.iter().skip(1).chain([&0]);
        let shift = |(limb, above): (&u64, &u64)| {
            limb >> bits | if bits == 0 { 0 } else { above << (64 - bits) }
        };
        Self(rest.iter().zip(above).map(shift).collect()).trimmed()
    }

    fn trailing_zeros(&self) -> usize {
        let first = self.0.iter().position(|limb| *limb != 0);
        first.map_or(0, |place| place * 64 + self.0[place].trailing_zeros() as usize)
    }

    /// Quotient and remainder; `divisor` is not zero.
    ///
    /// Long division in limbs (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D).
    #[expect(clippy::cast_possible_truncation, reason = "digits of 64 bits, held in 128")]
    pub(crate) fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        if self.compare(divisor).is_lt() {
            return (Self(Vec::new()), self.clone());
        }
        // The divisor is brought to a top limb of 64 bits, so that a digit is guessed well.
        let shift = divisor.0.last().map_or(0, |top| top.leading_zeros() as usize);
        let divisor = divisor.shifted_left(shift);
        let mut rest = self.shifted_left(shift).0;
        let size = divisor.0.len();
        rest.resize(rest.len().max(size) + 1, 0);
        let top = u128::from(divisor.0[size - 1]);
        let next = size.checked_sub(2).map_or(0, |place| u128::from(divisor.0[place]));
        let mut quotient = vec![0_u64; rest.len() - size];
        for place in (0..quotient.len()).rev() {
            let two = u128::from(rest[place + size]) << 64 | u128::from(rest[place + size - 1]);
            let below = if size > 1 { u128::from(rest[place + size - 2]) } else { 0 };
            let (mut digit, mut left) = (two / top, two % top);
            while digit >> 64 != 0 || digit * next > (left << 64 | below) {
                digit -= 1;
                left += top;
                if left >> 64 != 0 {
                    break;
                }
            }
            // The product of the digit is taken off; where it was one too great, put back.
            let (mut carry, mut borrow) = (0_u128, false);
            for (limb, of_divisor) in rest[place..].iter_mut().zip(divisor.0.iter().chain([&0])) {
                let product = digit * u128::from(*of_divisor) + carry;
                carry = product >> 64;
                let (partial, first) = limb.overflowing_sub(product as u64);
                let (total, second) = partial.overflowing_sub(u64::from(borrow));
                *limb = total;
                borrow = first || second;
            }
            if borrow {
                digit -= 1;
                let mut carry = false;
                for (limb, of_divisor) in rest[place..].iter_mut().zip(divisor.0.iter().chain([&0]))
                {
                    let (partial, first) = limb.overflowing_add(*of_divisor);
                    let (total, second) = partial.overflowing_add(u64::from(carry));
                    *limb = total;
                    carry = first || second;
                }
            }
            quotient[place] = digit as u64;
        }
        (Self(quotient).trimmed(), Self(rest).trimmed().shifted_right(shift))
    }

    /// The greatest common divisor; neither side is zero.
    pub(crate) fn common_divisor(&self, other: &Self) -> Self {
        // One division brings both sides to the size of the smaller one.
        let (great, small) =
            if self.compare(other).is_lt() { (other, self) } else { (self, other) };
        let rest = great.divided_by(small).1;
        if rest.is_zero() {
            return small.clone();
        }
        let twos = rest.trailing_zeros().min(small.trailing_zeros());
        let mut left = small.shifted_right(small.trailing_zeros());
        let mut right = rest.shifted_right(rest.trailing_zeros());
        loop {
            match left.compare(&right) {
                Ordering::Equal => return left.shifted_left(twos),
                Ordering::Less => core::mem::swap(&mut left, &mut right),
                Ordering::Greater => {}
            }
            left = left.minus(&right);
            left = left.shifted_right(left.trailing_zeros());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::Natural;

    fn big(natural: &Natural) -> BigUint {
        let bytes: Vec<u8> = natural.limbs().iter().flat_map(|limb| limb.to_le_bytes()).collect();
        BigUint::from_bytes_le(&bytes)
    }

    fn gcd(mut left: BigUint, mut right: BigUint) -> BigUint {
        while right != BigUint::ZERO {
            (left, right) = (right.clone(), left % right);
        }
        left
    }

    /// Limbs at their ends and anywhere: guesses of a digit that are one or two too great, carries
    /// that run through.
    fn some(limbs: usize) -> impl Strategy<Value = Natural> {
        let limb = prop_oneof![
            Just(0),
            Just(1),
            Just(u64::MAX),
            Just(u64::MAX - 1),
            Just(1 << 63),
            any::<u64>(),
        ];
        proptest::collection::vec(limb, 0..limbs).prop_map(|limbs| Natural::from_limbs(&limbs))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn as_integers_of_another_hand(left in some(24), right in some(12)) {
            let (one, other) = (big(&left), big(&right));
            prop_assert_eq!(big(&left.plus(&right)), &one + &other);
            prop_assert_eq!(big(&left.times(&right)), &one * &other);
            prop_assert_eq!(left.compare(&right), one.cmp(&other));
            prop_assert_eq!(left.bits() as u64, one.bits());
            if one >= other {
                prop_assert_eq!(big(&left.minus(&right)), &one - &other);
            }
            if other != BigUint::ZERO {
                let (quotient, rest) = left.divided_by(&right);
                prop_assert_eq!((big(&quotient), big(&rest)), (&one / &other, &one % &other));
                if one != BigUint::ZERO {
                    prop_assert_eq!(big(&left.common_divisor(&right)), gcd(one, other));
                }
            }
        }
    }
}
