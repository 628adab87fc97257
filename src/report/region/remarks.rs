//! What a reader must know of a region's results, each with the rule behind it.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::lake::trophic::TrophicParameter;
use crate::assess::section::remarks::ValueRemark;
use crate::assess::target::verdict::NotAssessed;
use crate::assess::trend::spearman::RankCorrelation;
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::outcome::SectionOutcome;
use crate::reading::notation::Missing;
use crate::report::region::data::{
    LakeReport, NoState, RemarkKind, RemarkReport, StateReport, TrendMeans, TrendReport,
};
use crate::report::sections::collect::absent_by_reason;
use crate::report::sections::data::SubjectKind;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

impl RemarkReport {
    /// A remark without items or counts.
    #[must_use]
    pub fn new(of: SubjectKind, what: impl Into<String>, kind: RemarkKind, rule: Rule) -> Self {
        Self {
            what: what.into(),
            of,
            parameter: None,
            trend: None,
            kind,
            items: ItemSet::EMPTY,
            counts: ItemMap::new(),
            found_of: None,
            rule,
        }
    }

    /// The same of one parameter of a lake alone.
    #[must_use]
    pub const fn with_parameter(mut self, parameter: TrophicParameter) -> Self {
        self.parameter = Some(parameter);
        self
    }

    /// The same with how many samples, months, readings or values there were, of how many.
    #[must_use]
    pub const fn with_found_of(mut self, found: u32, of: u32) -> Self {
        self.found_of = Some((found, of));
        self
    }
}

fn remark(of: SubjectKind, what: &str, kind: RemarkKind, rule: Rule) -> RemarkReport {
    RemarkReport::new(of, what, kind, rule)
}

/// Remarks on the sections of a year, then on its goals, then on the region.
pub(crate) fn remarks_of_year(
    region: &str,
    state: &StateReport,
    year: &PlanAssessment<'_>,
) -> Vec<RemarkReport> {
    let mut remarks: Vec<_> = year.sections().iter().flat_map(remarks_of_section).collect();
    for (goal, judgement) in year.goals() {
        if let Some(reason) = judgement.outcome().verdict().reason() {
            remarks.push(remark(
                SubjectKind::Goal,
                &goal.id,
                RemarkKind::NotAssessed(reason),
                judgement.rule(),
            ));
        }
    }
    if let Some(reason) = state.reason {
        let rule = match reason {
            NoState::JudgedOtherwise => Rule::REGION_ITEM_MEANS,
            _ => Rule::REGION_SHARES,
        };
        remarks.push(remark(SubjectKind::Region, region, RemarkKind::NoState(reason), rule));
    }
    remarks
}

/// The rule behind a section's missing verdict.
const fn rule_of(reason: NotAssessed) -> Rule {
    match reason {
        NotAssessed::NoReadings | NotAssessed::NoClass | NotAssessed::NotRead => Rule::ABSENT_ITEM,
        NotAssessed::NoExactMean => Rule::MEAN_OF_MONTHS,
        NotAssessed::Undecidable => Rule::UNDECIDABLE,
        NotAssessed::TooFewSamples => Rule::SUFFICIENT_MONTHS,
        NotAssessed::NoTarget | NotAssessed::NoLastYear => Rule::TARGET_CLASS,
        NotAssessed::EmptyGroup | NotAssessed::OpenMembers => Rule::EVERY_OUTCOME,
    }
}

fn remarks_of_section(outcome: &SectionOutcome<'_>) -> Vec<RemarkReport> {
    let what = outcome.section().name.as_str();
    let mut remarks = Vec::new();
    if let Some(reason) = outcome.judgement().verdict().reason() {
        remarks.push(remark(
            SubjectKind::Section,
            what,
            RemarkKind::NotAssessed(reason),
            rule_of(reason),
        ));
    }
    if outcome.class().is_some() {
        remarks.extend(remarks_of_samples(outcome));
        remarks.extend(remarks_of_items(outcome));
    }
    remarks.extend(remarks_of_readings(outcome));
    remarks
}

/// Too few months, or an item that the class needs without a value.
fn remarks_of_samples(outcome: &SectionOutcome<'_>) -> Vec<RemarkReport> {
    let what = outcome.section().name.as_str();
    let mut remarks = Vec::new();
    let few = outcome.assessment().needed_of_too_few();
    if let Some(fewest) = outcome.assessment().worst_sufficiency_of(few) {
        let found_of = Some((fewest.found(), fewest.required()));
        let remark = remark(SubjectKind::Section, what, RemarkKind::TooFew, fewest.rule());
        remarks.push(RemarkReport { found_of, ..remark });
    }
    let lacking = outcome.assessment().needed_without_value();
    if !lacking.is_empty() {
        let needed = outcome.assessment().section_class().needed_items();
        let (kind, rule) = if needed == ItemSet::FIVE {
            (RemarkKind::FiveIncomplete, Rule::FIVE_PLUS_X)
        } else {
            (RemarkKind::NeededIncomplete, Rule::ABSENT_ITEM)
        };
        let remark = remark(SubjectKind::Section, what, kind, rule);
        remarks.push(RemarkReport { items: lacking, ..remark });
    }
    remarks
}

/// Items that took no part, and items whose class depends on the order of averaging.
fn remarks_of_items(outcome: &SectionOutcome<'_>) -> Vec<RemarkReport> {
    let what = outcome.section().name.as_str();
    let assessment = outcome.assessment();
    let measured = outcome.means().items();
    let undecided = assessment.reference_undecided();
    let reference = measured.intersection(ItemSet::REFERENCE);
    let reference = reference.difference(assessment.asked()).difference(undecided);
    let not_asked = measured.difference(assessment.asked()).difference(ItemSet::REFERENCE);
    let lists = [
        (RemarkKind::Absent, assessment.absent(), Rule::ABSENT_ITEM),
        (RemarkKind::Undecidable, assessment.undecidable(), Rule::UNDECIDABLE),
        (RemarkKind::HighChloride, assessment.excluded(), Rule::HIGH_CHLORIDE),
        (RemarkKind::NaturalBackground, assessment.exempted(), Rule::NATURAL_BACKGROUND),
        (RemarkKind::TargetLimitNotAssessed, outcome.judgement().unjudged(), Rule::ABSENT_ITEM),
        (RemarkKind::NotLimited, assessment.not_limited(), Rule::TABLE_1),
        (RemarkKind::Reference, reference, Rule::ASSESSED_ITEMS),
        (RemarkKind::ReferenceUndecided, undecided, Rule::ASSESSED_ITEMS),
        (RemarkKind::ReferenceAsked, assessment.reference_asked(), Rule::REFERENCE_ITEM_ASKED),
        (RemarkKind::NotAsked, not_asked, Rule::FIVE_PLUS_X),
        (RemarkKind::OrderMatters, outcome.order_matters(), Rule::MEAN_OF_MONTHS),
    ];
    lists
        .into_iter()
        .filter(|(_, items, _)| !items.is_empty())
        .map(|(kind, items, rule)| RemarkReport {
            items,
            ..remark(SubjectKind::Section, what, kind, rule)
        })
        .collect()
}

/// Readings without a value by reason, and readings below a detection limit.
fn remarks_of_readings(outcome: &SectionOutcome<'_>) -> Vec<RemarkReport> {
    let what = outcome.section().name.as_str();
    let mut below = ItemMap::new();
    let mut missing = [const { ItemMap::new() }; Missing::ALL.len()];
    for (item, mean) in outcome.means().iter() {
        if mean.below_count() > 0 {
            below.insert(item, mean.below_count());
        }
        for (reason, count) in mean.missing_by_reason() {
            missing[reason as usize].insert(item, count);
        }
    }
    let counted = |kind, counts: ItemMap<u32>, rule| RemarkReport {
        items: counts.items(),
        counts,
        ..remark(SubjectKind::Section, what, kind, rule)
    };
    let mut remarks = Vec::new();
    // Of an item without any value no mean counts its readings.
    let absent = absent_by_reason(outcome.assessment());
    for (reason, counts) in Missing::ALL.into_iter().zip(missing) {
        let absent = absent.get(&reason).copied().unwrap_or_default();
        let remark = counted(RemarkKind::Missing(reason), counts, reason.rule());
        let items = remark.items.union(absent);
        if !items.is_empty() {
            remarks.push(RemarkReport { items, ..remark });
        }
    }
    let mut odd: BTreeMap<ValueRemark, ItemMap<u32>> = BTreeMap::new();
    for entry in outcome.reading_remarks() {
        let counts = odd.entry(entry.remark).or_default();
        let count = counts.get(entry.item).copied().unwrap_or(0);
        counts.insert(entry.item, count + 1);
    }
    for (remark, counts) in odd {
        remarks.push(counted(RemarkKind::NoWaterHas(remark), counts, Rule::VALUES_KEPT));
    }
    if !below.items().is_empty() {
        remarks.push(counted(RemarkKind::BelowDetection, below, Rule::HALF_DETECTION_LIMIT));
    }
    remarks
}

/// The sections that show no trend.
pub(crate) fn remarks_of_trend(trend: &TrendReport) -> Vec<RemarkReport> {
    let by_month = trend.by_month.iter().map(|section| (TrendMeans::Monthly, section));
    let by_year = trend.by_year.iter().map(|section| (TrendMeans::Annual, section));
    by_month
        .chain(by_year)
        .filter_map(|(means, section)| {
            let kind = RemarkKind::NoTrend(section.reason?);
            Some(RemarkReport {
                trend: Some(means),
                items: ItemSet::EMPTY.with(trend.item),
                found_of: Some((section.count, RankCorrelation::FEWEST)),
                ..remark(SubjectKind::Section, &section.section, kind, Rule::TREND)
            })
        })
        .collect()
}

/// No index, or one of a part of its parameters.
pub(crate) fn remarks_of_lake(lake: &LakeReport) -> Vec<RemarkReport> {
    if let Some(reason) = lake.reason {
        return Vec::from([remark(
            SubjectKind::Lake,
            &lake.name,
            RemarkKind::NoIndex(reason),
            Rule::TROPHIC_INDEX,
        )]);
    }
    if lake.missing.is_empty() {
        return Vec::new();
    }
    Vec::from([remark(
        SubjectKind::Lake,
        &lake.name,
        RemarkKind::Renormalised,
        Rule::TROPHIC_SUBSET,
    )])
}
