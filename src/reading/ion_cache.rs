//! Hydrogen ions of pH values with up to three decimals, each computed once.

use alloc::vec;
use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::reading::float_units::PH_PLACES;
use crate::reading::ph::hydrogen_ions;

/// Hundredths of pH from 0 to 14.
const HUNDREDTHS: usize = 1_401;

/// Thousandths of pH from 0 to 14.
const THOUSANDTHS: usize = 14_001;

/// The table: zero where an entry has not been asked for yet; no concentration is zero.
#[derive(Clone, Debug, Default)]
pub(crate) struct IonCache {
    /// Apart, so that the usual values of pH lie close together.
    hundredths: Vec<u128>,
    thousandths: Vec<u128>,
}

impl IonCache {
    /// The hydrogen ions of hundredths from 0 on; zero where they were never asked for.
    pub(crate) fn hundredths(&self) -> &[u128] {
        &self.hundredths
    }

    /// The hydrogen ions of `thousandths · 10⁻³`; zero beyond a pH of 14.
    pub(crate) fn ions(&mut self, thousandths: usize) -> u128 {
        let quotient = thousandths / 10;
        let known = if quotient * 10 == thousandths {
            self.hundredths.get(quotient)
        } else {
            self.thousandths.get(thousandths)
        };
        match known {
            Some(ions) if *ions != 0 => *ions,
            _ => self.compute(thousandths),
        }
    }

    #[cold]
    fn compute(&mut self, thousandths: usize) -> u128 {
        if self.hundredths.is_empty() {
            self.hundredths = vec![0; HUNDREDTHS];
            self.thousandths = vec![0; THOUSANDTHS];
        }
        let ions = i64::try_from(thousandths)
            .ok()
            .and_then(|units| Decimal::new(units, PH_PLACES).ok())
            .and_then(hydrogen_ions)
            .and_then(|ions| u128::try_from(ions).ok())
            .unwrap_or(0);
        let entry = if thousandths.is_multiple_of(10) {
            self.hundredths.get_mut(thousandths / 10)
        } else {
            self.thousandths.get_mut(thousandths)
        };
        entry.map_or(0, |entry| {
            *entry = ions;
            ions
        })
    }
}
