//! From assessments of a year, its months and the years before to the report of a region.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::region::class_shares::ClassShares;
use crate::assess::region::options::RegionMethod;
use crate::assess::region::region::RegionState;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::region_year::{PeriodState, RegionYear, StateOfRegion};
use crate::report::region::data::{
    BasinItemReport, LakeReport, MeanWithUndecidableReport, NoState, PeriodReport, RegionReport,
    RemarkReport, SectionClassReport, SectionItemsReport, SharesReport, StateReport,
};
use crate::report::region::remarks::{remarks_of_lake, remarks_of_trend, remarks_of_year};
use crate::report::region::trend::trend_report;
use crate::report::sections::data::PlanReport;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

impl RegionReport {
    /// The report of a year that was assessed, with its months, the years up to it, and the
    /// options that it was assessed with.
    ///
    /// Lakes are [added](Self::add_lake): two parameters of their trophic state are no items of
    /// the standard.
    ///
    /// # Example
    /// ```
    /// # #[cfg(feature = "serde")]
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use gb3838::{
    ///     Item, Period, Quality, Reading, Series, Year,
    ///     plan::{Plan, ReadingsBySection, RegionYear, RegionYearOptions},
    ///     report::RegionReport,
    /// };
    ///
    /// let plan: Plan = serde_json::from_str(r#"{
    ///     "format": 1, "name": "Example", "year": 2026, "items": "five",
    ///     "sections": [{ "name": "高塘", "level": "national", "counties": ["钦南区"],
    ///                    "water": "大风江", "water_body": "river" }]
    /// }"#)?;
    /// let mut series = Series::new();
    /// let reading = Reading::parse("0.147", Item::AmmoniaNitrogen)?;
    /// series.add("2026-08-26".parse()?, Item::AmmoniaNitrogen, &reading)?;
    /// let readings = ReadingsBySection::from([("高塘".to_owned(), series)]);
    ///
    /// let year = Year::new(2026)?;
    /// let of_year = plan.assess(&readings, &Period::year(year))?;
    /// let of_months = year
    ///     .months()
    ///     .map(|month| plan.assess(&readings, &Period::month(month)))
    ///     .into_iter()
    ///     .collect::<Result<Vec<_>, _>>()?;
    /// let waters =
    ///     RegionYear::new(&of_year, &of_months, &[], &RegionYearOptions::DOCUMENT_22);
    /// let report = RegionReport::new("Example", &waters);
    /// assert_eq!(report.year.state.quality, Some(Quality::Excellent));
    /// assert_eq!(report.months[0].sections[0].class, None);
    /// assert_eq!(report.trend.map(|trend| trend.item), Some(Item::AmmoniaNitrogen));
    /// # Ok(())
    /// # }
    /// # #[cfg(not(feature = "serde"))]
    /// # fn main() {}
    /// ```
    #[must_use]
    pub fn new(region: impl Into<String>, waters: &RegionYear<'_, '_>) -> Self {
        let of_periods = |periods: &[(&PlanAssessment<'_>, PeriodState)]| {
            periods.iter().map(|(assessment, state)| period_report(assessment, state)).collect()
        };
        let (year, state) = &waters.year;
        let mut report = Self {
            format: 1,
            region: region.into(),
            options: waters.options,
            plan: PlanReport::from(*year),
            year: period_report(year, state),
            months: of_periods(&waters.months),
            years: of_periods(&waters.years),
            comparisons: Vec::new(),
            trend: trend_report(waters),
            lakes: Vec::new(),
            remarks: Vec::new(),
            rules: Vec::new(),
        };
        report.remarks = remarks_of_year(&report.region, &report.year.state, year);
        report.remarks.extend(report.trend.iter().flat_map(remarks_of_trend));
        let of_sections = year
            .sections()
            .iter()
            .filter(|outcome| outcome.class().is_some())
            .flat_map(|outcome| outcome.assessment().rules());
        let mut rules: Vec<_> = of_sections.collect();
        rules.extend(&report.year.state.rules);
        let trends = report.trend.iter().flat_map(|it| it.by_month.iter().chain(&it.by_year));
        rules.extend(trends.flat_map(|trend| &trend.rules));
        rules.extend(report.remarks.iter().map(|remark| remark.rule));
        report.add_rules(&rules);
        report
    }

    /// Adds the trophic state of a lake, of one of its points, or of nothing, with the reason.
    pub fn add_lake(&mut self, lake: LakeReport) {
        let remarks = remarks_of_lake(&lake);
        let rules: Vec<_> =
            lake.rules.iter().copied().chain(remarks.iter().map(|remark| remark.rule)).collect();
        self.add_rules(&rules);
        self.remarks.extend(remarks);
        self.lakes.push(lake);
    }

    /// Adds something that a reader must know, such as readings of a lake without a value.
    pub fn add_remark(&mut self, remark: RemarkReport) {
        self.add_rules(&[remark.rule]);
        self.remarks.push(remark);
    }

    fn add_rules(&mut self, rules: &[Rule]) {
        for rule in rules {
            if !self.rules.contains(rule) {
                self.rules.push(*rule);
            }
        }
    }
}

pub(crate) fn period_report(assessment: &PlanAssessment<'_>, state: &PeriodState) -> PeriodReport {
    let sections = assessment.sections().iter().map(|outcome| SectionClassReport {
        class: outcome.class(),
        provisional: outcome.assessment().is_provisional(),
    });
    PeriodReport {
        period: assessment.period().to_string(),
        state: state_report(assessment, state),
        sections: sections.collect(),
    }
}

fn state_report(assessment: &PlanAssessment<'_>, state: &PeriodState) -> StateReport {
    let mut report = StateReport {
        sections: u32::try_from(state.sections).unwrap_or(u32::MAX),
        quality: None,
        class: None,
        method: None,
        shares: state.shares.as_ref().map(SharesReport::from),
        quality_without_background: None,
        main_pollution_items: Vec::new(),
        main_pollution_items_of_means: Vec::new(),
        main_pollution_items_by_section: Vec::new(),
        undecidable_means: ItemSet::EMPTY,
        means_with_undecidable: Vec::new(),
        rules: Vec::new(),
        reason: None,
    };
    let by_shares = |it: &StateOfRegion| it.state.method() == RegionMethod::Shares;
    if !state.region.as_ref().is_ok_and(by_shares) {
        report.main_pollution_items_by_section = items_by_section(assessment);
    }
    let region = match &state.region {
        Ok(region) => region,
        Err(error) => {
            report.reason = Some(NoState::from(*error));
            return report;
        }
    };
    report.method = Some(region.state.method());
    report.quality = region.state.quality();
    report.quality_without_background =
        region.without_background.as_ref().and_then(RegionState::quality);
    if let Some(means) = region.state.means() {
        let options = assessment.options().pollution_items();
        let items = means.assessment().main_pollution_items(options);
        report.class = means.class();
        report.undecidable_means = means.assessment().undecidable();
        let decided = means.assessment().participating();
        report.means_with_undecidable = means_with_undecidable(decided, assessment);
        report.main_pollution_items_of_means = items.iter().copied().collect();
    }
    if let Some(items) = &region.main_pollution_items {
        report.main_pollution_items = items
            .iter()
            .map(|entry| BasinItemReport {
                item: entry.item(),
                over: entry.over(),
                of: entry.of(),
                percent: entry.percent().round(1).ok(),
            })
            .collect();
    }
    report.rules.clone_from(&region.rules);
    report
}

/// The main pollution items of each section that has any, by the section method.
fn items_by_section(assessment: &PlanAssessment<'_>) -> Vec<SectionItemsReport> {
    let options = assessment.options().pollution_items();
    let of_sections = assessment.sections().iter().map(|outcome| SectionItemsReport {
        section: outcome.section().name.clone(),
        items: outcome.assessment().main_pollution_items(options).iter().copied().collect(),
    });
    of_sections.filter(|section| !section.items.is_empty()).collect()
}

/// The decided means with values in them that decide nothing at their sections.
fn means_with_undecidable(
    decided: ItemSet,
    assessment: &PlanAssessment<'_>,
) -> Vec<MeanWithUndecidableReport> {
    let of_item = |item: Item| {
        let sections = assessment.sections().iter();
        let sections = sections.filter(|it| it.assessment().undecidable().contains(item));
        let sections = sections.map(|it| it.section().name.clone()).collect();
        MeanWithUndecidableReport { item, sections }
    };
    decided.iter().map(of_item).filter(|it| !it.sections.is_empty()).collect()
}

impl From<&ClassShares> for SharesReport {
    fn from(shares: &ClassShares) -> Self {
        Self {
            assessed: shares.assessed(),
            good: shares.good(),
            middle: shares.middle(),
            inferior_v: shares.inferior_v(),
            good_percent: shares.good_percent().round(1).ok(),
            middle_percent: shares.middle_percent().round(1).ok(),
            inferior_v_percent: shares.inferior_v_percent().round(1).ok(),
        }
    }
}
