//! Student's t for a correlation: the one-sided probability, as a finite series.
//!
//! With t = r √(ν / (1 − r²)) and ν = N − 2 degrees of freedom, sin θ = t / √(ν + t²) is r
//! itself, and the distribution is a finite sum of powers of cos² θ = 1 − r²:
//! ```text
//! ν odd:  A = 2/π {θ + sin θ [cos θ + 2/3 cos³ θ + … + (2·4⋯(ν−3))/(3·5⋯(ν−2)) cos^(ν−2) θ]}
//! ν even: A = sin θ {1 + 1/2 cos² θ + … + (1·3⋯(ν−3))/(2·4⋯(ν−2)) cos^(ν−2) θ}
//! ```
//! The one-sided probability is (1 − A) / 2. Source: Abramowitz and Stegun, 26.7.3, 26.7.4 (S).

use core::f64::consts::FRAC_PI_2;

/// The probability of a correlation at least as strong, on one side, among `count` values
/// without a trend; `strength` is from 0 to 1.
pub(crate) fn upper_probability(strength: f64, count: u32) -> f64 {
    let freedom = count.saturating_sub(2);
    let squared_cosine = (1.0 - strength) * (1.0 + strength);
    let is_odd = freedom % 2 == 1;
    // The factors of the next term: 1/2, 3/4, … for an even ν, 2/3, 4/5, … for an odd one.
    let mut term = if is_odd { num_traits::Float::sqrt(squared_cosine) } else { 1.0 };
    let mut sum = 0.0;
    let mut denominator = freedom % 2;
    // Terms never grow, and one below the least normal float changes no sum.
    while denominator + 2 <= freedom && term >= f64::MIN_POSITIVE {
        sum += term;
        denominator += 2;
        term *= squared_cosine * f64::from(denominator - 1) / f64::from(denominator);
    }
    let within = if is_odd {
        (num_traits::Float::asin(strength) + strength * sum) / FRAC_PI_2
    } else {
        strength * sum
    };
    (1.0 - within) / 2.0
}

#[cfg(test)]
mod tests {
    use super::upper_probability;

    /// Against exact rational sums (ν even) and 40-digit decimals (ν odd), computed apart.
    #[test]
    fn the_series_is_the_distribution() {
        for (strength, count, expected) in CASES {
            let got = upper_probability(strength, count);
            assert!((got - expected).abs() < 1e-14, "{strength} {count}: {got} {expected}");
        }
    }

    const CASES: [(f64, u32, f64); 7] = [
        (0.5, 11, 0.058_653_401_507_119_08),
        (0.521, 11, 0.050_155_221_621_534_06),
        (0.3, 31, 0.050_533_083_638_423_06),
        (0.25, 40, 0.059_875_175_786_804_36),
        (0.9, 5, 0.018_693_036_734_249_323),
        (0.4, 20, 0.040_276_936_054_254_6),
        (0.75, 13, 0.001_575_418_710_510_499_5),
    ];
}
