//! Hydrogen ions: how values of pH are averaged, with integers alone.
//!
//! A concentration is an integer in units of 2⁻¹¹² mol/L, so sums are exact, merge in any
//! order to the same bits, and are the same on every machine. What is approximate is the
//! power 10⁻ᵖᴴ itself: each is off by less than one unit. A comparison of a mean with a
//! printed pH therefore has a guard of two units: closer than that they are equal, which is
//! what ties are (6.5 is the exact mean of 5.5, and of 5.5 with ten times 7.5). In pH, two
//! units are 10⁻¹⁹ at pH 14 and 10⁻²⁴ at pH 9.

use core::cmp::Ordering;

use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;

/// Units in one mole per litre: 2¹¹².
const ONE_MOLE: u128 = 1 << 112;

/// Closer than so many units, a mean and a printed pH are equal.
pub(crate) const GUARD: i128 = 2;

/// ln 10 · 2¹²⁶, the only constant; checked in a test against a printed value.
const LN_10: u128 = 195_882_276_370_220_766_701_334_620_675_861_842_473;

/// The hydrogen ions of 0.00, 0.01, … 14.00.
#[cfg(feature = "alloc")]
pub(crate) static IONS_OF_HUNDREDTHS: [u128; 1_401] = {
    let mut ions = [0; 1_401];
    let mut hundredths = 0_u32;
    while hundredths < 1_401 {
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        ions[hundredths as usize] = ions_of(whole, rest as u128, 100);
        hundredths += 1;
    }
    ions
};

/// The hydrogen-ion concentration 10⁻ᵖᴴ in units of 2⁻¹¹² mol/L, off by less than one.
///
/// `None` outside 0 ≤ pH < 15.
pub(crate) fn hydrogen_ions(ph: Decimal) -> Option<i128> {
    let power = power_of_ten(ph.scale());
    if ph.is_negative() || ph.units() / power >= 15 {
        return None;
    }
    let whole = u32::try_from(ph.units() / power).ok()?;
    let rest = u128::try_from(ph.units() % power).ok()?;
    i128::try_from(ions_of(whole, rest, u128::try_from(power).ok()?)).ok()
}

/// The hydrogen ions of the pH `whole + rest / power`, for a whole part below 15.
const fn ions_of(whole: u32, rest: u128, power: u128) -> u128 {
    if rest == 0 {
        return rounded_quotient(ONE_MOLE, 10_u128.pow(whole));
    }
    // 10⁻ᵖᴴ = 10^(1 − rest) / 10^(whole + 1), and 10^(1 − rest) = e^y lies between 1 and 10.
    let y = times(fraction_of(power - rest, power), LN_10, 128);
    rounded_quotient(exponential(y), 10_u128.pow(whole + 1) << 12)
}

/// `part / whole` · 2¹²⁸, cut; `part < whole ≤ 10¹⁸`.
const fn fraction_of(part: u128, whole: u128) -> u128 {
    let high = (part << 64) / whole;
    let low = (((part << 64) % whole) << 64) / whole;
    high << 64 | low
}

/// e^y · 2¹²⁴ for y · 2¹²⁶ up to ln 10, by its power series; off by less than 2⁻¹¹⁵.
const fn exponential(y: u128) -> u128 {
    let mut term: u128 = 1 << 124;
    let mut sum = term;
    let mut index = 1;
    while term > 0 {
        term = times(term, y, 126) / index;
        sum += term;
        index += 1;
    }
    sum
}

/// `left · right / 2ˢʰⁱᶠᵗ`, cut, where the result fits; `64 < shift ≤ 128`.
const fn times(left: u128, right: u128, shift: u32) -> u128 {
    const LOW: u128 = u64::MAX as u128;
    let (left_high, left_low) = (left >> 64, left & LOW);
    let (right_high, right_low) = (right >> 64, right & LOW);
    let low = left_low * right_low;
    let first = left_high * right_low + (low >> 64);
    let second = left_low * right_high + (first & LOW);
    let high = left_high * right_high + (first >> 64) + (second >> 64);
    let low = second << 64 | (low & LOW);
    if shift == 128 { high } else { high << (128 - shift) | low >> shift }
}

/// The nearest integer to a quotient.
const fn rounded_quotient(dividend: u128, divisor: u128) -> u128 {
    (dividend + divisor / 2) / divisor
}

/// Compares the pH of a mean concentration with a printed pH; equal within the guard.
pub(crate) fn compare_ph(mean: &Fraction, printed: Decimal) -> Ordering {
    let Some(edge) = hydrogen_ions(printed) else {
        return if printed.is_negative() { Ordering::Greater } else { Ordering::Less };
    };
    let beside = |guard: i128| {
        Fraction::from_units(Integer::from(edge + guard), 0).map(|bound| mean.cmp(&bound))
    };
    // More hydrogen ions are a lower pH.
    match (beside(-GUARD), beside(GUARD)) {
        (Ok(Ordering::Less), _) => Ordering::Greater,
        (_, Ok(Ordering::Greater)) => Ordering::Less,
        _ => Ordering::Equal,
    }
}

/// The pH of a mean concentration, rounded half to even at up to 12 decimals.
pub(crate) fn round_ph(mean: &Fraction, decimals: u8) -> Result<Decimal, ExactOverflow> {
    let overflow = ExactOverflow::new("rounding");
    if decimals > 12 {
        return Err(overflow);
    }
    // The rounded pH is the greatest whose lower edge is not above the mean.
    let edge_below =
        |units: i64| Decimal::new(units * 10 - 5, decimals + 1).map(|edge| compare_ph(mean, edge));
    let (mut low, mut high) = (0, 15 * power_of_ten(decimals));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let reached = match edge_below(middle).map_err(|_| overflow)? {
            Ordering::Greater => true,
            // A tie goes to the even side.
            Ordering::Equal => middle % 2 == 0,
            Ordering::Less => false,
        };
        if reached {
            low = middle;
        } else {
            high = middle;
        }
    }
    Decimal::new(low, decimals).map_err(|_| overflow)
}

/// The pH of a mean concentration as a nearby float.
#[cfg(any(feature = "std", feature = "libm"))]
pub(crate) fn ph_to_f64(mean: &Fraction) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a power of two is a float")]
    let moles = mean.to_f64() / ONE_MOLE as f64;
    -num_traits::Float::log10(moles)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec;

    use num_bigint::BigUint;

    use super::{LN_10, hydrogen_ions, round_ph};
    use crate::number::fraction::Fraction;
    use crate::number::wide::Integer;

    /// ln 10 = 2.3025850929940456840179914546843642076011…, as printed in tables.
    #[test]
    fn the_constant_is_the_logarithm_of_ten() {
        let digits = (BigUint::from(LN_10) * BigUint::from(10_u8).pow(36)) >> 126_u8;
        assert_eq!(digits.to_string(), "2302585092994045684017991454684364207");
    }

    /// A printed mean of six values, single values on an edge, and a mean that is a tie exactly.
    #[test]
    fn a_mean_is_rounded_on_its_hydrogen_ions() {
        let mean = |values: &[&str]| {
            let ions = values.iter().filter_map(|text| hydrogen_ions(text.parse().ok()?));
            let sum = Fraction::from_units(Integer::from(ions.sum::<i128>()), 0).ok()?;
            sum.divided_by_count(values.len() as u64).ok()
        };
        let round = |values: &[&str], decimals| {
            mean(values).and_then(|m| round_ph(&m, decimals).ok()).map(|ph| ph.to_string())
        };
        assert_eq!(round(&["6.5", "7.9", "8.8", "9", "6.78", "8.87"], 2).as_deref(), Some("7.08"));
        assert_eq!(round(&["5.5"], 0).as_deref(), Some("6"));
        assert_eq!(round(&["6.5"], 0).as_deref(), Some("6"));
        assert_eq!(round(&["9.5"], 0).as_deref(), Some("10"));
        let mut tie = vec!["7.5"; 10];
        tie.push("5.5");
        assert_eq!(round(&tie, 0).as_deref(), Some("6"));
        assert_eq!(round(&tie, 1).as_deref(), Some("6.5"));
    }
}
