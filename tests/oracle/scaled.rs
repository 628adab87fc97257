//! The same rules on machine integers, cheap enough for a million means.

use gb3838::Class;

/// A mean: `sum · 10⁻ᵖˡᵃᶜᵉˢ / count`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScaledMean {
    pub(crate) sum: i128,
    pub(crate) places: u8,
    pub(crate) count: i128,
}

/// Limits as integers in units of the assessment decimals, best class first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ScaledLimits {
    AtMost([i128; 5]),
    AtLeast([i128; 5]),
    Within(i128, i128),
}

pub(crate) fn power_of_ten(places: u8) -> i128 {
    10_i128.pow(places.into())
}

impl ScaledMean {
    /// The mean in units of `decimals` places, rounded half to even; not negative.
    fn round(self, decimals: u8) -> i128 {
        let numerator = self.sum * power_of_ten(decimals);
        let denominator = self.count * power_of_ten(self.places);
        let (quotient, rest) = (numerator / denominator, numerator % denominator);
        if 2 * rest > denominator || (2 * rest == denominator && quotient % 2 == 1) {
            quotient + 1
        } else {
            quotient
        }
    }

    /// The class of the rounded mean. No limit is below one unit, so a result of 0 is in
    /// the same class as the digit that is kept in its place.
    pub(crate) fn class_rounded_first(self, limits: ScaledLimits, decimals: u8) -> Class {
        class(self.round(decimals), 1, limits)
    }

    /// The class of the mean with all its digits.
    pub(crate) fn class_of_full_value(self, limits: ScaledLimits, decimals: u8) -> Class {
        let numerator = self.sum * power_of_ten(decimals);
        class(numerator, self.count * power_of_ten(self.places), limits)
    }
}

/// The best class whose limit holds for `numerator / denominator`.
fn class(numerator: i128, denominator: i128, limits: ScaledLimits) -> Class {
    let best = match limits {
        ScaledLimits::AtMost(five) => {
            five.iter().position(|limit| numerator <= limit * denominator)
        }
        ScaledLimits::AtLeast(five) => {
            five.iter().position(|limit| numerator >= limit * denominator)
        }
        ScaledLimits::Within(low, high) => {
            (low * denominator <= numerator && numerator <= high * denominator).then_some(0)
        }
    };
    best.map_or(Class::InferiorV, |index| Class::ALL[index])
}
