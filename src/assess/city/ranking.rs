//! The ranking of cities (排名): ascending, with ties said.

use alloc::vec::Vec;

use crate::number::fraction::Fraction;

/// A city, or whatever is ranked, with its place.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017 (S): smaller is better; ties are ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<T> {
    place: usize,
    tied: bool,
    value: Fraction,
    city: T,
}

impl<T> Ranked<T> {
    /// The place, from 1; equal values share one, and the places after it are left out: 1, 2,
    /// 2, 4.
    #[must_use]
    pub const fn place(&self) -> usize {
        self.place
    }

    /// Whether another city has the same value.
    #[must_use]
    pub const fn is_tied(&self) -> bool {
        self.tied
    }

    /// The value that it is ranked by.
    #[must_use]
    pub const fn value(&self) -> &Fraction {
        &self.value
    }

    /// The city.
    #[must_use]
    pub const fn city(&self) -> &T {
        &self.city
    }
}

/// Ranks cities by their index, or by its change: the smallest, best value first.
///
/// Values are compared exactly; of equal ones the order given stays. For a ranking of printed
/// values give them rounded.
///
/// # Reference
/// 城市地表水环境质量排名技术规定（试行）2017 (S).
///
/// # Example
/// ```
/// use gb3838::{Decimal, city::rank_ascending};
///
/// let cities = [("钦州", "4.1"), ("柳州", "3.2"), ("桂林", "4.10"), ("河池", "5")];
/// let cities = cities.map(|(city, index)| Decimal::parse(index).map(|index| (city, index)));
/// let ranking = rank_ascending(cities.into_iter().collect::<Result<Vec<_>, _>>()?);
/// let places: Vec<_> = ranking.iter().map(|it| (it.place(), *it.city(), it.is_tied())).collect();
/// assert_eq!(places, [(1, "柳州", false), (2, "钦州", true), (2, "桂林", true), (4, "河池", false)]);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[must_use]
pub fn rank_ascending<T>(
    cities: impl IntoIterator<Item = (T, impl Into<Fraction>)>,
) -> Vec<Ranked<T>> {
    let unplaced =
        |(city, value): (T, _)| Ranked { place: 1, tied: false, value: Into::into(value), city };
    let mut ranking: Vec<Ranked<T>> = cities.into_iter().map(unplaced).collect();
    ranking.sort_by_key(|entry| entry.value);
    let mut before = 0;
    for equal in ranking.chunk_by_mut(|left, right| left.value == right.value) {
        let tied = equal.len() > 1;
        for entry in equal.iter_mut() {
            (entry.place, entry.tied) = (before + 1, tied);
        }
        before += equal.len();
    }
    ranking
}
