//! The classes that a section can have, by what its items can have.

use alloc::vec::Vec;

use crate::assess::possible::item::ItemPossibilities;
use crate::assess::section::section::SectionAssessment;
use crate::reading::mean::accumulator::AccumulateError;
use crate::reading::mean::mean_range::MissingMonths;
use crate::reading::mean::series::Series;
use crate::reading::sums::error::SumRangeError;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::reading::time::period::{Averaging, Period};
use crate::standard::class::Class;
use crate::standard::class_set::ClassSet;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// The classes that remain possible for a section in a period: what is certain, what is open.
///
/// Nothing is estimated: results below a detection limit lie between zero and the limit, and
/// missing months bring what [`MissingMonths`] says. Items that take no part for want of any
/// value are [`absent`](Self::absent), and not among what is possible.
///
/// # Reference
/// Ours; the section by its worst item: 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{
///     Averaging, Class, Classifier, Item, ItemMap, Measurement, Period, Reading, Series, WaterBody,
///     possible::{MissingMonths, SectionPossibilities},
/// };
///
/// let mut series = Series::new();
/// for (month, cell) in [("01", "0.90"), ("02", "0.96"), ("03", "1.05")] {
///     let reading = Reading::parse(cell, Item::AmmoniaNitrogen)?;
///     series.add(format!("2026-{month}-10").parse()?, Item::AmmoniaNitrogen, &reading)?;
/// }
/// let year = Period::year("2026-01-01".parse::<gb3838::Date>()?.year());
/// let means = series.means(&year, Averaging::MonthsFirst)?;
/// let measured: ItemMap<Measurement> =
///     means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
/// let section = Classifier::for_means(WaterBody::River).assess(&measured)?;
/// assert_eq!(section.class(), Some(Class::III));
///
/// let can_be = |missing| {
///     SectionPossibilities::of(&section, &series, &year, Averaging::MonthsFirst, missing)
/// };
/// // Nine more months between 0.90 and 1.05 can make 1.03, class IV.
/// assert_eq!(can_be(MissingMonths::WithinSeen)?.classes().to_string(), "III–IV");
/// assert_eq!(can_be(MissingMonths::AnyValue)?.classes().to_string(), "II–inferior_V");
/// assert_eq!(can_be(MissingMonths::NoneComes)?.classes().to_string(), "III");
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPossibilities {
    missing_months: MissingMonths,
    now: Option<Class>,
    items: Vec<ItemPossibilities>,
    absent: ItemSet,
}

impl SectionPossibilities {
    /// What a section can be, by its assessment and the series that its means were made of, over
    /// the same period and in the same order of averaging.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn of(
        assessment: &SectionAssessment,
        series: &Series,
        period: &Period,
        averaging: Averaging,
        missing_months: MissingMonths,
    ) -> Result<Self, AccumulateError> {
        let classifier = assessment.classifier();
        let mut items = Vec::new();
        // What is undecidable has a range too: that is why it is.
        for item in assessment.participating().union(assessment.undecidable()).iter() {
            let range = series.mean_range(item, period, averaging, missing_months)?;
            if let Some(of_item) = range.and_then(|it| ItemPossibilities::of(classifier, &it)) {
                items.push(of_item);
            }
        }
        Ok(Self::of_items(assessment, items, missing_months))
    }

    /// The same from sums, by the assessment of the same points over the same span.
    ///
    /// # Errors
    /// When an exact mean has no room, or a detection limit is not known, as
    /// [`SumTable::mean_range`] says.
    pub fn of_sums(
        assessment: &SectionAssessment,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        missing_months: MissingMonths,
    ) -> Result<Self, SumRangeError> {
        let mut all = Self::each_of_sums(assessment, table, points, span, &[missing_months])?;
        let empty = || Self::of_items(assessment, Vec::new(), missing_months);
        Ok(all.pop().unwrap_or_else(empty))
    }

    /// The same for each of some ways to take missing months: what they share is worked out once.
    ///
    /// # Errors
    /// As [`SectionPossibilities::of_sums`].
    pub fn each_of_sums(
        assessment: &SectionAssessment,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        each: &[MissingMonths],
    ) -> Result<Vec<Self>, SumRangeError> {
        let of_none = |missing: &MissingMonths| Self::of_items(assessment, Vec::new(), *missing);
        let mut all: Vec<Self> = each.iter().map(of_none).collect();
        let classifier = assessment.classifier();
        for item in assessment.participating().union(assessment.undecidable()).iter() {
            let ends = table.mean_ends(points, item, span)?;
            // Where no month is missing, they are the same.
            let mut of_whole: Option<Option<ItemPossibilities>> = None;
            for section in &mut all {
                let missing_months = section.missing_months;
                if let Some(known) = of_whole {
                    let of_item = known.map(|it| it.with_missing_months(missing_months));
                    section.items.extend(of_item);
                    continue;
                }
                let range = ends.range(missing_months)?;
                let of_item = range.and_then(|it| ItemPossibilities::of(classifier, &it));
                section.items.extend(of_item);
                of_whole = ends.is_whole().then_some(of_item);
            }
        }
        Ok(all)
    }

    fn of_items(
        assessment: &SectionAssessment,
        items: Vec<ItemPossibilities>,
        missing_months: MissingMonths,
    ) -> Self {
        let (now, absent) = (assessment.class(), assessment.absent());
        Self { missing_months, now, items, absent }
    }

    /// What the missing months were taken to bring.
    #[must_use]
    pub const fn missing_months(&self) -> MissingMonths {
        self.missing_months
    }

    /// The class by what is known now.
    #[must_use]
    pub const fn now(&self) -> Option<Class> {
        self.now
    }

    /// The items that take part or are not decidable, with what they can be.
    #[must_use]
    pub fn items(&self) -> &[ItemPossibilities] {
        &self.items
    }

    /// What one item can be, where it takes part or is not decidable.
    #[must_use]
    pub fn item(&self, item: Item) -> Option<&ItemPossibilities> {
        self.items.iter().find(|of_item| of_item.range().item() == item)
    }

    /// The items that have no value: they are not among what is possible.
    #[must_use]
    pub const fn absent(&self) -> ItemSet {
        self.absent
    }

    /// The classes that the section can have: its worst item's, and each item is free of the
    /// others.
    #[must_use]
    pub fn classes(&self) -> ClassSet {
        let sets = || self.items.iter().map(ItemPossibilities::classes);
        // No class is better than the best of each item.
        let floor = sets().filter_map(ClassSet::best).max();
        let all = sets().fold(ClassSet::EMPTY, ClassSet::union);
        all.iter().filter(|class| floor.is_none_or(|floor| *class >= floor)).collect()
    }

    /// Whether only one class is possible.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.classes().len() == 1
    }

    /// The items that can have more than one class.
    #[must_use]
    pub fn open_items(&self) -> ItemSet {
        let open = self.items.iter().filter(|item| item.classes().len() > 1);
        open.map(|item| item.range().item()).collect()
    }

    /// The rule behind the result.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule::POSSIBLE_CLASSES
    }
}
