//! Automatic data before manual: two sources of one section become one series.

use alloc::string::String;
use alloc::vec::Vec;

use crate::reading::mean::accumulator::{AccumulateError, Accumulator};
use crate::reading::mean::series::Series;
use crate::reading::time::date::{Date, Month};
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// An automatic station (自动).
    Automatic,
    /// A laboratory (手工).
    Manual,
}

/// How many values of an item were used from each source, and how many stood back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OriginCounts {
    /// Values of the automatic station that are in the series.
    pub automatic: u64,
    /// Values of the laboratory that are in the series.
    pub manual: u64,
    /// Values of the automatic station that are not.
    pub automatic_set_aside: u64,
    /// Values of the laboratory that are not.
    pub manual_set_aside: u64,
}

/// One series from two sources, and where each of its values comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedOrigins {
    series: Series,
    /// In the order of items, points and months.
    origins: Vec<(Item, String, Month, Origin)>,
    counts: ItemMap<OriginCounts>,
}

/// An item, a point and a month.
type Key<'a> = (Item, &'a str, Month);

/// The readings of one item, point and month, in the order of days.
type Days<'a> = Vec<(Date, &'a Accumulator)>;

impl MergedOrigins {
    /// The items for which automatic data come before manual where they exist: pH, DO, CODMn,
    /// NH3-N, TP, TN; the other items are manual.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S).
    pub const AUTOMATIC_FIRST: ItemSet = ItemSet::FIVE.with(Item::TotalNitrogen);

    /// Merges an automatic and a manual series of one section.
    ///
    /// It is decided for each item and month of the section, the period of which a year
    /// consists, whatever its points are called (a station has no name, a boat three): for the
    /// items of [`AUTOMATIC_FIRST`](Self::AUTOMATIC_FIRST) the automatic values when there is
    /// one in the month, else the manual ones; for all others the manual values alone. In a
    /// month without any, the readings without a value of both are kept with their reasons. How
    /// many hours or days make an automatic month valid is the caller's to know: give merged
    /// values, or mark the others as missing.
    ///
    /// # Errors
    /// When a sum has no exact form.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S); the month as the unit is ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Item, Reading, Series, mean::{MergedOrigins, Origin}};
    ///
    /// let read = |text| Reading::parse(text, Item::AmmoniaNitrogen);
    /// let (mut automatic, mut manual) = (Series::new(), Series::new());
    /// automatic.add("2026-01-03".parse()?, Item::AmmoniaNitrogen, &read("0.31")?)?;
    /// manual.add("2026-01-05".parse()?, Item::AmmoniaNitrogen, &read("0.40")?)?;
    /// manual.add("2026-02-05".parse()?, Item::AmmoniaNitrogen, &read("0.50")?)?;
    /// let merged = MergedOrigins::new(&automatic, &manual)?;
    /// let month = |text: &str| text.parse::<gb3838::Date>().map(|day| day.month());
    /// let origin = |day| month(day).map(|it| merged.origin(Item::AmmoniaNitrogen, "", it));
    /// assert_eq!(origin("2026-01-01")?, Some(Origin::Automatic));
    /// assert_eq!(origin("2026-02-01")?, Some(Origin::Manual));
    /// let counts = merged.counts(Item::AmmoniaNitrogen);
    /// assert_eq!((counts.automatic, counts.manual, counts.manual_set_aside), (1, 1, 1));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn new(automatic: &Series, manual: &Series) -> Result<Self, AccumulateError> {
        let samples = [(Origin::Automatic, automatic), (Origin::Manual, manual)];
        let mut merged =
            Self { series: Series::new(), origins: Vec::new(), counts: ItemMap::new() };
        merged.series = match manual.sampling_gap().or(automatic.sampling_gap()) {
            Some(gap) => merged.series.with_sampling_gap(gap),
            None => merged.series,
        };
        let (automatic, manual) = (by_month(automatic), by_month(manual));
        // A month of the section is automatic when any of its points has such a value.
        let mut with_automatic: Vec<(Item, Month)> = automatic
            .iter()
            .filter(|((item, ..), days)| Self::AUTOMATIC_FIRST.contains(*item) && values(days) > 0)
            .map(|((item, _, month), _)| (*item, *month))
            .collect();
        with_automatic.sort_unstable();
        let mut keys: Vec<Key<'_>> = automatic.iter().chain(&manual).map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            let (item, point, month) = key;
            let (ours, theirs) = (days_of(&automatic, &key), days_of(&manual, &key));
            let preferred = with_automatic.binary_search(&(item, month)).is_ok();
            let (origin, used) =
                if preferred { (Origin::Automatic, ours) } else { (Origin::Manual, theirs) };
            // Where there is no value at all, it is kept that both were tried.
            let beside = if values(ours) + values(theirs) == 0 { ours } else { &[] };
            for (day, sum) in used.iter().chain(beside) {
                merged.series.add_sum(point, *day, sum)?;
            }
            let mut counts = merged.counts(item);
            match origin {
                Origin::Automatic => {
                    counts.automatic += values(ours);
                    counts.manual_set_aside += values(theirs);
                }
                Origin::Manual => {
                    counts.manual += values(theirs);
                    counts.automatic_set_aside += values(ours);
                }
            }
            merged.counts.insert(item, counts);
            if values(used) > 0 {
                merged.origins.push((item, point.into(), month, origin));
            }
        }
        // Of a sample of which both values are used.
        for (own, (whole, point, day, value)) in samples
            .into_iter()
            .flat_map(|(own, series)| series.below_parts().map(move |sample| (own, sample)))
        {
            let origin = |item| merged.origin(item, point, day.month());
            if origin(whole.item()) == Some(own) && origin(whole.part()) == Some(own) {
                merged.series.add_below_part(whole, point, day, value);
            }
        }
        Ok(merged)
    }

    /// The merged series.
    #[must_use]
    pub const fn series(&self) -> &Series {
        &self.series
    }

    /// Where the values of an item at a point in a month come from; `None` without a value.
    ///
    /// The point of a section that has one only is empty.
    #[must_use]
    pub fn origin(&self, item: Item, point: &str, month: Month) -> Option<Origin> {
        let key = (item, point, month);
        let place = self
            .origins
            .binary_search_by(|(item, point, month, _)| (*item, point.as_str(), *month).cmp(&key));
        place.ok().and_then(|place| self.origins.get(place)).map(|(.., origin)| *origin)
    }

    /// All items, points and months with a value, and where it comes from.
    pub fn origins(&self) -> impl Iterator<Item = (Item, &str, Month, Origin)> {
        self.origins
            .iter()
            .map(|(item, point, month, origin)| (*item, point.as_str(), *month, *origin))
    }

    /// How many values of an item were used from each source.
    #[must_use]
    pub fn counts(&self, item: Item) -> OriginCounts {
        self.counts.get(item).copied().unwrap_or_default()
    }
}

/// The months of a series, sorted: its sums come in the order of items, points and days.
fn by_month(series: &Series) -> Vec<(Key<'_>, Days<'_>)> {
    let mut months: Vec<(Key<'_>, Days<'_>)> = Vec::new();
    for (item, point, day, sum) in series.sums() {
        let key = (item, point, day.month());
        match months.last_mut() {
            Some((last, days)) if *last == key => days.push((day, sum)),
            _ => months.push((key, Vec::from([(day, sum)]))),
        }
    }
    months
}

/// The readings of a month; none where it is not there.
fn days_of<'m, 'a>(
    months: &'m [(Key<'a>, Days<'a>)],
    key: &Key<'_>,
) -> &'m [(Date, &'a Accumulator)] {
    let place = months.binary_search_by(|(own, _)| own.cmp(key));
    place.ok().and_then(|place| months.get(place)).map_or(&[], |(_, days)| days)
}

fn values(days: &[(Date, &Accumulator)]) -> u64 {
    days.iter().map(|(_, sum)| u64::from(sum.count())).sum()
}
