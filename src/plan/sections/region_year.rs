//! The year of the waters of a region: its state in each period, and the trend of one item.

use alloc::vec::Vec;

use crate::assess::region::basin_items::BasinItems;
use crate::assess::region::class_shares::ClassShares;
use crate::assess::region::error::RegionError;
use crate::assess::region::options::RegionOptions;
use crate::assess::region::region::{RegionAssessment, RegionSection, RegionState};
use crate::assess::trend::significance::{TrendError, TrendOptions};
use crate::assess::trend::trend::Trend;
use crate::number::fraction::Fraction;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::leading_item::ItemChoice;
use crate::reading::mean::mean::Mean;
use crate::standard::item::Item;
use crate::standard::rule::Rule;

/// How the year of a region is assessed; recorded in its report. How its sections are, their
/// [`AssessOptions`](crate::plan::AssessOptions) say.
///
/// # Reference
/// 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{plan::RegionYearOptions, region::{CountedSections, RegionOptions}};
///
/// let all = RegionOptions::DOCUMENT_22.with_counted(CountedSections::All);
/// let options = RegionYearOptions::DOCUMENT_22.with_region(all);
/// assert_eq!(options.region().counted(), CountedSections::All);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RegionYearOptions {
    region: RegionOptions,
    trend: TrendOptions,
    item: Option<Item>,
}

impl RegionYearOptions {
    /// As the document says, with the trend of the leading item.
    pub const DOCUMENT_22: Self =
        Self { region: RegionOptions::DOCUMENT_22, trend: TrendOptions::DOCUMENT_22, item: None };

    /// The same with another way to find the state of a group.
    #[must_use]
    pub const fn with_region(mut self, options: RegionOptions) -> Self {
        self.region = options;
        self
    }

    /// The same with another way to decide on a trend.
    #[must_use]
    pub const fn with_trend(mut self, options: TrendOptions) -> Self {
        self.trend = options;
        self
    }

    /// The same with the trend of an item instead of the leading one.
    #[must_use]
    pub const fn with_item(mut self, item: Item) -> Self {
        self.item = Some(item);
        self
    }

    /// How the state of a group is found.
    #[must_use]
    pub const fn region(&self) -> &RegionOptions {
        &self.region
    }

    /// How a trend is decided.
    #[must_use]
    pub const fn trend(&self) -> &TrendOptions {
        &self.trend
    }

    /// The item whose trend is asked for.
    #[must_use]
    pub const fn item(&self) -> Option<Item> {
        self.item
    }
}

/// The state of a region in one period.
#[derive(Clone, Debug)]
pub(crate) struct PeriodState {
    pub(crate) sections: usize,
    pub(crate) shares: Option<ClassShares>,
    pub(crate) region: Result<StateOfRegion, RegionError>,
}

/// What a [`RegionAssessment`] says, without its sections.
#[derive(Clone, Debug)]
pub(crate) struct StateOfRegion {
    pub(crate) state: RegionState,
    pub(crate) without_background: Option<RegionState>,
    pub(crate) main_pollution_items: Option<BasinItems>,
    pub(crate) rules: Vec<Rule>,
}

/// The trend of an item at one section, by the periods that have a value.
#[derive(Clone, Debug)]
pub(crate) struct SectionTrend {
    /// The place of the section in the plan.
    pub(crate) place: usize,
    pub(crate) count: usize,
    pub(crate) trend: Result<Trend, TrendError>,
}

/// The year of the waters of a region, assessed: the state in the year, in its months and in the
/// years up to it, and the trend of one item at each section.
///
/// [`RegionReport::new`](crate::report::RegionReport::new) says it in words and data, and has an
/// example.
///
/// # Reference
/// 环办〔2011〕22号 (S); the trend K.
#[derive(Clone, Debug)]
pub struct RegionYear<'p, 'a> {
    pub(crate) year: (&'p PlanAssessment<'a>, PeriodState),
    pub(crate) months: Vec<(&'p PlanAssessment<'a>, PeriodState)>,
    pub(crate) years: Vec<(&'p PlanAssessment<'a>, PeriodState)>,
    pub(crate) options: RegionYearOptions,
    pub(crate) item: Option<(Item, ItemChoice)>,
    pub(crate) by_month: Vec<SectionTrend>,
    pub(crate) by_year: Vec<SectionTrend>,
}

impl<'p, 'a> RegionYear<'p, 'a> {
    /// Assesses a year, its months in order, and the years with readings up to it.
    #[must_use]
    pub fn new(
        year: &'p PlanAssessment<'a>,
        months: &'p [PlanAssessment<'a>],
        years: &'p [PlanAssessment<'a>],
        options: &RegionYearOptions,
    ) -> Self {
        let options = *options;
        let stated = |period: &'p PlanAssessment<'a>| (period, state_of(period, options.region));
        let asked = options.item.map(|item| (item, ItemChoice::Asked));
        let item = asked.or_else(|| year.leading_item(&options.region));
        let trends = |periods: &[PlanAssessment<'a>]| match item {
            Some((item, _)) => trends_of(item, periods, options.trend),
            None => Vec::new(),
        };
        Self {
            year: stated(year),
            months: months.iter().map(stated).collect(),
            years: years.iter().map(stated).collect(),
            options,
            item,
            by_month: trends(months),
            by_year: if years.len() > 1 { trends(years) } else { Vec::new() },
        }
    }
}

pub(crate) fn state_of(assessment: &PlanAssessment<'_>, options: RegionOptions) -> PeriodState {
    let members = assessment.region_sections();
    let classes = members.iter().filter_map(RegionSection::class);
    PeriodState {
        sections: members.len(),
        shares: ClassShares::of_classes(classes).ok(),
        region: RegionAssessment::of(&members, &options).map(|region| StateOfRegion {
            state: region.state().clone(),
            without_background: region.state_without_background().rest().cloned(),
            main_pollution_items: region.main_pollution_items(),
            rules: region.rules().collect(),
        }),
    }
}

/// The trend at each section that has a value in some period.
fn trends_of(
    item: Item,
    periods: &[PlanAssessment<'_>],
    options: TrendOptions,
) -> Vec<SectionTrend> {
    let sections = periods.first().map_or(0, |first| first.sections().len());
    let mut trends = Vec::new();
    for place in 0..sections {
        let of_section = periods.iter().filter_map(|period| period.sections().get(place));
        let means = of_section.filter_map(|outcome| outcome.means().get(item));
        let exact: Vec<Fraction> = means.filter_map(exact_mean).collect();
        if !exact.is_empty() {
            let trend = Trend::of(&exact, &options);
            trends.push(SectionTrend { place, count: exact.len(), trend });
        }
    }
    trends
}

/// The exact mean; a mean pH, which is no fraction, at twelve decimals.
fn exact_mean(mean: &Mean) -> Option<Fraction> {
    let exact = mean.value().exact();
    exact.or_else(|| mean.round(12).ok().map(Fraction::from))
}
