//! The sum of many fractions: over one denominator where there is room, reduced once.

use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::{Integer, small_common_divisor};

impl Fraction {
    /// The exact sum of some fractions, as adding them one after the other gives it.
    pub(crate) fn sum_of(parts: &[Self]) -> Result<Self, ExactOverflow> {
        if let Some((numerator, denominator)) = over_one_denominator(parts) {
            return Self::of_integers(numerator.into(), denominator.into());
        }
        parts.iter().try_fold(Self::ZERO, |sum, part| sum.checked_add(part))
    }
}

/// The sum of fractions of at most 128 bits over a common denominator; `None` where it has no
/// room in as many.
fn over_one_denominator(parts: &[Fraction]) -> Option<(i128, i128)> {
    let (mut numerator, mut denominator) = (0_i128, 1_i128);
    for part in parts.iter().filter(|part| !part.is_zero()) {
        if part.is_enclosed() {
            return None;
        }
        let (Integer::Small(own), Integer::Small(of_own)) = (part.numerator(), part.denominator())
        else {
            return None;
        };
        let common = small_common_divisor(denominator.unsigned_abs(), of_own.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        let factor = of_own / common;
        let more = own.checked_mul(denominator / common)?;
        numerator = numerator.checked_mul(factor)?.checked_add(more)?;
        denominator = denominator.checked_mul(factor)?;
    }
    Some((numerator, denominator))
}

#[cfg(feature = "std")]
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "denominators above zero")]
mod tests {
    use proptest::prelude::*;

    use super::over_one_denominator;
    use crate::number::fraction::Fraction;

    fn fraction() -> impl Strategy<Value = Fraction> {
        let small = (-40_i64..40, 1_i64..13);
        let any = (any::<i64>(), 1..=i64::MAX);
        prop_oneof![4 => small, 1 => any].prop_map(|(numerator, denominator)| {
            Fraction::of_integers(numerator.into(), denominator.into()).unwrap()
        })
    }

    proptest! {
        /// A sum is that of its terms one after the other, with room or without.
        #[test]
        fn the_sum_is_that_of_its_terms(parts in proptest::collection::vec(fraction(), 0..14)) {
            let slowly =
                parts.iter().try_fold(Fraction::ZERO, |sum, part| sum.checked_add(part));
            prop_assert_eq!(Fraction::sum_of(&parts), slowly);
        }
    }

    #[test]
    fn small_fractions_have_room() {
        let parts = [(1, 2), (1, 3), (-1, 6)].map(|(numerator, denominator)| {
            Fraction::of_integers(i128::from(numerator).into(), i128::from(denominator).into())
                .unwrap()
        });
        assert_eq!(over_one_denominator(&parts), Some((4, 6)));
    }
}
