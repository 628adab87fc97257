//! Integers that grow from 128 to 512 bits without allocation, for exact sums.

use core::cmp::Ordering;
use core::fmt;

const LIMBS: usize = 8;

/// A 512-bit magnitude in 64-bit limbs, least significant first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Magnitude([u64; LIMBS]);

impl Magnitude {
    const ZERO: Self = Self([0; LIMBS]);

    #[expect(clippy::cast_possible_truncation, reason = "splits a value into its halves")]
    const fn from_u128(value: u128) -> Self {
        let mut limbs = [0; LIMBS];
        limbs[0] = value as u64;
        limbs[1] = (value >> 64) as u64;
        Self(limbs)
    }

    fn to_u128(self) -> Option<u128> {
        let high = self.0[2..].iter().all(|limb| *limb == 0);
        high.then(|| u128::from(self.0[0]) | u128::from(self.0[1]) << 64)
    }

    fn bits(&self) -> usize {
        let top = self.0.iter().rposition(|limb| *limb != 0);
        top.map_or(0, |index| index * 64 + (64 - self.0[index].leading_zeros() as usize))
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }

    fn checked_add(&self, other: &Self) -> Option<Self> {
        let mut sum = *self;
        let mut carry = false;
        for (limb, added) in sum.0.iter_mut().zip(other.0) {
            let (partial, first) = limb.overflowing_add(added);
            let (total, second) = partial.overflowing_add(u64::from(carry));
            *limb = total;
            carry = first || second;
        }
        (!carry).then_some(sum)
    }

    /// `self - other`, where `other` is not greater.
    fn minus(&self, other: &Self) -> Self {
        let mut difference = *self;
        let mut borrow = false;
        for (limb, taken) in difference.0.iter_mut().zip(other.0) {
            let (partial, first) = limb.overflowing_sub(taken);
            let (total, second) = partial.overflowing_sub(u64::from(borrow));
            *limb = total;
            borrow = first || second;
        }
        difference
    }

    #[expect(clippy::cast_possible_truncation, reason = "splits a product into its halves")]
    fn checked_mul(&self, other: &Self) -> Option<Self> {
        let mut product = Self::ZERO;
        for (low, left) in self.0.iter().enumerate().filter(|(_, limb)| **limb != 0) {
            let mut carry = 0_u128;
            for (high, right) in other.0.iter().enumerate() {
                let partial = u128::from(*left) * u128::from(*right) + carry;
                let Some(limb) = product.0.get_mut(low + high) else {
                    if partial != 0 {
                        return None;
                    }
                    carry = 0;
                    continue;
                };
                let total = partial + u128::from(*limb);
                *limb = total as u64;
                carry = total >> 64;
            }
            if carry != 0 {
                return None;
            }
        }
        Some(product)
    }

    fn shifted_left(&self, places: usize) -> Self {
        let (limbs, bits) = (places / 64, places % 64);
        let mut shifted = Self::ZERO;
        for index in (limbs..LIMBS).rev() {
            let mut limb = self.0[index - limbs] << bits;
            if bits > 0 && index > limbs {
                limb |= self.0[index - limbs - 1] >> (64 - bits);
            }
            shifted.0[index] = limb;
        }
        shifted
    }

    fn shifted_right(&self, places: usize) -> Self {
        let (limbs, bits) = (places / 64, places % 64);
        let mut shifted = Self::ZERO;
        for index in 0..LIMBS - limbs {
            let mut limb = self.0[index + limbs] >> bits;
            if bits > 0 && index + limbs + 1 < LIMBS {
                limb |= self.0[index + limbs + 1] << (64 - bits);
            }
            shifted.0[index] = limb;
        }
        shifted
    }

    fn trailing_zeros(&self) -> usize {
        let first = self.0.iter().position(|limb| *limb != 0);
        first.map_or(0, |index| index * 64 + self.0[index].trailing_zeros() as usize)
    }

    /// Quotient and remainder by long division in base two; `divisor` is not zero.
    fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        let mut remainder = *self;
        let mut quotient = Self::ZERO;
        let Some(places) = self.bits().checked_sub(divisor.bits()) else {
            return (quotient, remainder);
        };
        let mut shifted = divisor.shifted_left(places);
        for place in (0..=places).rev() {
            if remainder.compare(&shifted) != Ordering::Less {
                remainder = remainder.minus(&shifted);
                quotient.0[place / 64] |= 1 << (place % 64);
            }
            shifted = shifted.shifted_right(1);
        }
        (quotient, remainder)
    }

    /// Greatest common divisor by halving and subtracting; neither side is zero.
    fn common_divisor(self, other: Self) -> Self {
        let twos = self.trailing_zeros().min(other.trailing_zeros());
        let mut left = self.shifted_right(self.trailing_zeros());
        let mut right = other.shifted_right(other.trailing_zeros());
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

/// A signed integer: 128 bits as long as they suffice, 512 bits after that.
///
/// The form is canonical: a magnitude below 2¹²⁷ is never held in the wide form, and −2¹²⁷
/// always is, so equal values have equal bits whatever way they were reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Integer {
    Small(i128),
    Wide { negative: bool, magnitude: WideMagnitude },
}

/// Keeps [`Magnitude`]'s operations out of reach of the other files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WideMagnitude(Magnitude);

/// A magnitude of at most 384 bits as it is kept, the lowest word first.
pub(crate) type Words = [u64; 6];

impl Integer {
    pub(crate) const ZERO: Self = Self::Small(0);
    pub(crate) const ONE: Self = Self::Small(1);

    fn from_parts(negative: bool, magnitude: Magnitude) -> Self {
        if let Some(small) = magnitude.to_u128().and_then(|small| i128::try_from(small).ok()) {
            return Self::Small(if negative { -small } else { small });
        }
        Self::Wide { negative, magnitude: WideMagnitude(magnitude) }
    }

    /// The magnitude, of which the caller knows that it has at most 384 bits.
    #[expect(clippy::cast_possible_truncation, reason = "splits a value into its halves")]
    #[inline]
    pub(crate) fn to_words(self) -> Words {
        let mut words = [0; 6];
        match self {
            Self::Small(value) => {
                let magnitude = value.unsigned_abs();
                (words[0], words[1]) = (magnitude as u64, (magnitude >> 64) as u64);
            }
            Self::Wide { magnitude, .. } => words.copy_from_slice(&magnitude.0.0[..6]),
        }
        words
    }

    /// The integer of a sign and a magnitude.
    #[inline]
    pub(crate) fn from_words(negative: bool, words: &Words) -> Self {
        let [low, high, rest @ ..] = *words;
        let small = i128::try_from(u128::from(low) | u128::from(high) << 64);
        if let (Ok(small), [0, 0, 0, 0]) = (small, rest) {
            return Self::Small(if negative { -small } else { small });
        }
        let mut limbs = [0; LIMBS];
        limbs[..6].copy_from_slice(words);
        Self::Wide { negative, magnitude: WideMagnitude(Magnitude(limbs)) }
    }

    fn parts(&self) -> (bool, Magnitude) {
        match self {
            Self::Small(value) => (*value < 0, Magnitude::from_u128(value.unsigned_abs())),
            Self::Wide { negative, magnitude } => (*negative, magnitude.0),
        }
    }

    /// The sign, and the magnitude as limbs, the least significant first.
    #[cfg(feature = "alloc")]
    pub(crate) fn limbs(&self) -> (bool, [u64; LIMBS]) {
        let (negative, magnitude) = self.parts();
        (negative, magnitude.0)
    }

    /// The integer of a sign and limbs; `None` where it has no room.
    #[cfg(feature = "alloc")]
    pub(crate) fn of_limbs(negative: bool, limbs: &[u64]) -> Option<Self> {
        let mut magnitude = Magnitude::ZERO;
        magnitude.0.get_mut(..limbs.len())?.copy_from_slice(limbs);
        Some(Self::from_parts(negative, magnitude))
    }

    pub(crate) fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    pub(crate) fn is_negative(&self) -> bool {
        match self {
            Self::Small(value) => *value < 0,
            Self::Wide { negative, .. } => *negative,
        }
    }

    pub(crate) fn is_even(&self) -> bool {
        match self {
            Self::Small(value) => value % 2 == 0,
            Self::Wide { magnitude, .. } => magnitude.0.0[0] % 2 == 0,
        }
    }

    /// The number of bits of the magnitude.
    #[inline]
    pub(crate) fn bits(&self) -> usize {
        match self {
            Self::Small(value) => 128 - value.unsigned_abs().leading_zeros() as usize,
            Self::Wide { magnitude, .. } => magnitude.0.bits(),
        }
    }

    pub(crate) fn negated(&self) -> Self {
        let (negative, magnitude) = self.parts();
        Self::from_parts(!negative, magnitude)
    }

    #[inline]
    pub(crate) fn absolute(&self) -> Self {
        if self.is_negative() { self.negated() } else { *self }
    }

    pub(crate) fn checked_add(&self, other: &Self) -> Option<Self> {
        if let (Self::Small(left), Self::Small(right)) = (self, other)
            && let Some(sum) = left.checked_add(*right)
            && sum != i128::MIN
        {
            return Some(Self::Small(sum));
        }
        let ((left_negative, left), (right_negative, right)) = (self.parts(), other.parts());
        if left_negative == right_negative {
            return Some(Self::from_parts(left_negative, left.checked_add(&right)?));
        }
        Some(match left.compare(&right) {
            Ordering::Less => Self::from_parts(right_negative, right.minus(&left)),
            _ => Self::from_parts(left_negative, left.minus(&right)),
        })
    }

    pub(crate) fn checked_mul(&self, other: &Self) -> Option<Self> {
        if let (Self::Small(left), Self::Small(right)) = (self, other)
            && let Some(product) = left.checked_mul(*right)
            && product != i128::MIN
        {
            return Some(Self::Small(product));
        }
        let ((left_negative, left), (right_negative, right)) = (self.parts(), other.parts());
        Some(Self::from_parts(left_negative != right_negative, left.checked_mul(&right)?))
    }

    /// Quotient and remainder, both rounded towards zero; `divisor` is not zero.
    pub(crate) fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        if let (Self::Small(left), Self::Small(right)) = (self, divisor)
            && let (Some(quotient), Some(remainder)) =
                (left.checked_div(*right), left.checked_rem(*right))
        {
            return (Self::Small(quotient), Self::Small(remainder));
        }
        let ((left_negative, left), (right_negative, right)) = (self.parts(), divisor.parts());
        let (quotient, remainder) = left.divided_by(&right);
        (
            Self::from_parts(left_negative != right_negative, quotient),
            Self::from_parts(left_negative, remainder),
        )
    }

    /// The greatest common divisor of the magnitudes; 1 when either is zero.
    pub(crate) fn common_divisor(&self, other: &Self) -> Self {
        if self.is_zero() || other.is_zero() {
            return Self::ONE;
        }
        if let (Self::Small(left), Self::Small(right)) = (self, other) {
            return Self::from_parts(
                false,
                Magnitude::from_u128(small_common_divisor(
                    left.unsigned_abs(),
                    right.unsigned_abs(),
                )),
            );
        }
        Self::from_parts(false, self.parts().1.common_divisor(other.parts().1))
    }

    pub(crate) fn to_i64(self) -> Option<i64> {
        match self {
            Self::Small(value) => i64::try_from(value).ok(),
            Self::Wide { .. } => None,
        }
    }

    /// A nearby float: the 128 leading bits, scaled.
    #[expect(clippy::cast_precision_loss, reason = "the floating-point view of an integer")]
    pub(crate) fn to_f64(self) -> f64 {
        match self {
            Self::Small(value) => value as f64,
            Self::Wide { negative, magnitude } => {
                let surplus = magnitude.0.bits().saturating_sub(120);
                let leading = magnitude.0.shifted_right(surplus).to_u128().unwrap_or(u128::MAX);
                let mut value = leading as f64;
                for _ in 0..surplus {
                    value *= 2.0;
                }
                if negative { -value } else { value }
            }
        }
    }
}

/// The same of 128 bits; neither side is zero.
pub(super) fn small_common_divisor(left: u128, right: u128) -> u128 {
    let (mut greater, mut less) = if left < right { (right, left) } else { (left, right) };
    if let Ok(word) = u64::try_from(less) {
        // One division takes the place of a step for each bit that one is longer.
        return match u64::try_from(greater % u128::from(word)) {
            Ok(0) | Err(_) => less,
            Ok(rest) => smallest_common_divisor(word, rest).into(),
        };
    }
    let twos = (greater | less).trailing_zeros();
    greater >>= greater.trailing_zeros();
    less >>= less.trailing_zeros();
    while greater != less {
        if greater < less {
            core::mem::swap(&mut greater, &mut less);
        }
        greater -= less;
        greater >>= greater.trailing_zeros();
    }
    greater << twos
}

/// The same in one word; neither side is zero.
const fn smallest_common_divisor(left: u64, right: u64) -> u64 {
    let twos = (left | right).trailing_zeros();
    let mut left = left >> left.trailing_zeros();
    let mut right = right >> right.trailing_zeros();
    while left != right {
        let (greater, less) = if left < right { (right, left) } else { (left, right) };
        let difference = greater - less;
        (left, right) = (difference >> difference.trailing_zeros(), less);
    }
    left << twos
}

impl From<i128> for Integer {
    #[inline]
    fn from(value: i128) -> Self {
        Self::from_parts(value < 0, Magnitude::from_u128(value.unsigned_abs()))
    }
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self::Small(i128::from(value))
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Self::Small(left), Self::Small(right)) = (self, other) {
            return left.cmp(right);
        }
        let ((left_negative, left), (right_negative, right)) = (self.parts(), other.parts());
        match (left_negative, right_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => left.compare(&right),
            (true, true) => right.compare(&left),
        }
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (negative, mut rest) = match self {
            Self::Small(value) => return fmt::Display::fmt(value, f),
            Self::Wide { negative, magnitude } => (*negative, magnitude.0),
        };
        // 512 bits are 155 decimal digits: nine groups of eighteen.
        let group = Magnitude::from_u128(10_u128.pow(18));
        let mut groups = [0_u64; 9];
        let mut used = 0;
        while rest.bits() > 0 && used < groups.len() {
            let (quotient, remainder) = rest.divided_by(&group);
            groups[used] = remainder.0[0];
            rest = quotient;
            used += 1;
        }
        if negative {
            f.write_str("-")?;
        }
        for (index, digits) in groups[..used].iter().rev().enumerate() {
            if index == 0 {
                write!(f, "{digits}")?;
            } else {
                write!(f, "{digits:018}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Integer, Magnitude};

    /// Long numbers beside 2²⁰⁰, odd and even.
    #[test]
    fn every_second_number_is_even() {
        let power = Magnitude::from_u128(1).shifted_left(200);
        for beside in 0..8_u128 {
            let magnitude = power.checked_add(&Magnitude::from_u128(beside)).unwrap_or(power);
            for negative in [false, true] {
                let long = Integer::from_parts(negative, magnitude);
                assert_eq!(long.is_even(), beside % 2 == 0, "{beside}");
            }
            assert_eq!(Integer::from(beside.cast_signed()).is_even(), beside % 2 == 0, "{beside}");
        }
    }

    /// −2¹²⁷ has one form, whatever way it was reached, and 2¹²⁷ − 1 the short one.
    #[test]
    fn equal_values_have_equal_bits() {
        let power = |places| Integer::from(1_i128 << places);
        let least = Integer::from_parts(true, Magnitude::from_u128(1 << 127));
        let minus = |value: Integer| value.negated();
        assert_eq!(Integer::from(i128::MIN), least);
        assert_eq!(minus(power(63)).checked_mul(&power(64)), Some(least));
        assert_eq!(minus(power(126)).checked_add(&minus(power(126))), Some(least));
        assert_eq!(least.negated().negated(), least);
        assert_eq!(Integer::from_words(true, &least.to_words()), least);
        assert_eq!(least.checked_add(&Integer::ONE), Some(Integer::Small(i128::MIN + 1)));
        assert_eq!(least.divided_by(&Integer::ONE), (least, Integer::ZERO));
        let greatest = Integer::Small(i128::MAX);
        assert_eq!(greatest.checked_add(&Integer::ONE), Some(least.negated()));
        assert_eq!(least.negated().checked_add(&minus(Integer::ONE)), Some(greatest));
    }
}
