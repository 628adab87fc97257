//! A mean that is compared without a division: its numerator and denominator.

use core::cmp::Ordering;

use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::wide::Integer;
use crate::reading::mean::ph::{GUARD, IONS_OF_HUNDREDTHS, hydrogen_ions};

/// A mean as it comes from sums and counts, not in lowest terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed {
    /// Below 2¹²⁶; in units of `places`, or in hydrogen ions where there are none.
    numerator: i128,
    denominator: i128,
    places: Option<u8>,
}

impl Weighed {
    const ROOM: u128 = 1 << 126;

    /// The mean of all values of some sums with their counts, or the mean of their means;
    /// `None` without a sum, or where it has no room in 128 bits.
    pub(crate) fn mean(sums: &[(i128, u32)], places: Option<u8>, of_means: bool) -> Option<Self> {
        let first = sums.first()?.1;
        let (numerator, denominator) = if of_means {
            // Brought to a common number of values, each sum weighs the same.
            let same = sums.iter().all(|(_, count)| *count == first);
            let common = if same { u64::from(first) } else { common_multiple(sums)? };
            let weigh = |(sum, count): &(i128, u32)| {
                sum.checked_mul(i128::from(common / u64::from(*count)))
            };
            let numerator =
                sums.iter().try_fold(0_i128, |total, one| total.checked_add(weigh(one)?))?;
            (numerator, i128::from(common).checked_mul(sums.len() as i128)?)
        } else {
            let numerator =
                sums.iter().try_fold(0_i128, |total, (sum, _)| total.checked_add(*sum))?;
            (numerator, sums.iter().map(|(_, count)| i128::from(*count)).sum())
        };
        (numerator.unsigned_abs() < Self::ROOM).then_some(Self { numerator, denominator, places })
    }

    /// The mean itself, in the unit of the item or in hydrogen ions; `None` where its denominator
    /// has no room in 128 bits.
    pub(crate) fn fraction(&self) -> Result<Option<Fraction>, ExactOverflow> {
        let power = i128::from(power_of_ten(self.places.unwrap_or(0)));
        let Some(denominator) = self.denominator.checked_mul(power) else { return Ok(None) };
        Fraction::of_integers(self.numerator.into(), denominator.into()).map(Some)
    }

    /// Compares with a printed number, exactly, or within the guard of a pH mean.
    pub(crate) fn compare(&self, printed: Decimal) -> Ordering {
        let Some(places) = self.places else { return self.compare_ph(printed) };
        // The scale of the coarser side, brought to the finer.
        let (of_own, of_other) =
            (printed.scale().saturating_sub(places), places.saturating_sub(printed.scale()));
        let [of_own, of_other] = [of_own, of_other].map(|scale| i128::from(power_of_ten(scale)));
        let units = i128::from(printed.units());
        let own = self.numerator.checked_mul(of_own);
        let other = units.checked_mul(of_other).and_then(|it| it.checked_mul(self.denominator));
        if let Some((own, other)) = own.zip(other) {
            return own.cmp(&other);
        }
        // Three factors of 128 bits have room in 512.
        let wide = |factors: [i128; 3]| {
            let [first, second, third] = factors.map(Integer::from);
            first.checked_mul(&second).and_then(|it| it.checked_mul(&third))
        };
        wide([self.numerator, of_own, 1]).cmp(&wide([units, of_other, self.denominator]))
    }

    fn compare_ph(&self, printed: Decimal) -> Ordering {
        let Some(edge) = edge_ions(printed) else {
            return if printed.is_negative() { Ordering::Greater } else { Ordering::Less };
        };
        let beside = |guard: i128| (edge + guard).checked_mul(self.denominator);
        let to = |bound: Option<i128>| bound.map_or(Ordering::Less, |it| self.numerator.cmp(&it));
        // More hydrogen ions are a lower pH.
        match (to(beside(-GUARD)), to(beside(GUARD))) {
            (Ordering::Less, _) => Ordering::Greater,
            (_, Ordering::Greater) => Ordering::Less,
            _ => Ordering::Equal,
        }
    }
}

/// The ions of a printed pH, from the table where it is there.
pub(crate) fn edge_ions(printed: Decimal) -> Option<i128> {
    if printed.scale() <= 2 && !printed.is_negative() {
        let hundredths = printed.units().checked_mul(power_of_ten(2 - printed.scale()))?;
        let ions = usize::try_from(hundredths).ok().and_then(|it| IONS_OF_HUNDREDTHS.get(it));
        if let Some(ions) = ions {
            return i128::try_from(*ions).ok();
        }
    }
    hydrogen_ions(printed)
}

fn common_multiple(sums: &[(i128, u32)]) -> Option<u64> {
    sums.iter().try_fold(1_u64, |common, (_, count)| {
        let count = u64::from(*count);
        (common / common_divisor(common, count)).checked_mul(count)
    })
}

const fn common_divisor(mut left: u64, mut right: u64) -> u64 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

#[cfg(test)]
mod tests {
    use core::cmp::Ordering;

    use super::Weighed;

    /// Where neither side fits 128 bits: means of 9 against 9.2, one digit further than usual.
    #[test]
    fn what_passes_128_bits_is_compared_exactly() {
        let counts = [4_294_967_291, 4_294_967_279];
        let sums = counts.map(|count| (9_000_000 * i128::from(count), count));
        let compare = |text: &str| {
            let mean = Weighed::mean(&sums, Some(6), true)?;
            Some(mean.compare(text.parse().ok()?))
        };
        assert_eq!(compare("9.200000000000000000"), Some(Ordering::Less));
        assert_eq!(compare("9.000000000000000000"), Some(Ordering::Equal));
        assert_eq!(compare("8.999999999999999999"), Some(Ordering::Greater));
        assert_eq!(compare("-9.200000000000000000"), Some(Ordering::Greater));
    }
}
