//! The yearly report of a region as plain data, ready for JSON; computes nothing.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::lake::trophic::TrophicParameter;
use crate::assess::lake::trophic_grade::TrophicGrade;
use crate::assess::region::change::SectionChange;
use crate::assess::region::error::RegionError;
use crate::assess::region::options::RegionMethod;
use crate::assess::section::pollution_items::PollutionItem;
use crate::assess::section::remarks::ValueRemark;
use crate::assess::target::verdict::NotAssessed;
use crate::assess::trend::significance::SignificanceMethod;
use crate::assess::trend::trend::Direction;
use crate::number::decimal::Decimal;
use crate::plan::sections::leading_item::ItemChoice;
use crate::plan::sections::region_year::RegionYearOptions;
use crate::reading::notation::Missing;
use crate::report::region::comparison::ComparisonReport;
use crate::report::sections::data::{PlanReport, SubjectKind};
use crate::standard::class::{Class, Quality};
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;

/// A year of the waters of a region (年度水环境质量报告), as plain data.
///
/// [`RegionReport::new`](crate::report::RegionReport::new) makes it from assessments,
/// [`tables`](crate::report::RegionReport::remark_table) and
/// [`summary`](crate::report::RegionReport::summary) say it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RegionReport {
    /// The version of this form: 1.
    pub format: u8,
    /// The name of the region.
    pub region: String,
    /// How the state of the region and the trend were found.
    pub options: RegionYearOptions,
    /// The sections of the year with their targets, and the goals on groups of them.
    pub plan: PlanReport,
    /// The year: the state of the region, and the class of each section.
    pub year: PeriodReport,
    /// The twelve months of the year, those without readings included.
    pub months: Vec<PeriodReport>,
    /// The years with readings up to this one.
    pub years: Vec<PeriodReport>,
    /// The last month with readings beside others, and the year to date beside last year's.
    pub comparisons: Vec<ComparisonReport>,
    /// The trend of the leading item; absent where no section has a class.
    pub trend: Option<TrendReport>,
    /// The trophic state of the lakes and reservoirs.
    pub lakes: Vec<LakeReport>,
    /// What was not assessed, is missing, was left out or is too little, each with its rule.
    pub remarks: Vec<RemarkReport>,
    /// The rules behind the results, each once.
    pub rules: Vec<Rule>,
}

/// A region in one period: its state, and the class of each section in the order of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PeriodReport {
    /// The period: `2026`, `2026-09`.
    pub period: String,
    /// The state of the region.
    pub state: StateReport,
    /// The class of each section, in the order of the plan.
    pub sections: Vec<SectionClassReport>,
}

/// The class of a section in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SectionClassReport {
    /// The class; absent without a value.
    pub class: Option<Class>,
    /// Whether the class rests on too few samples; what its verdict rests on is not asked here.
    pub provisional: bool,
}

/// The state of a river, basin or region.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StateReport {
    /// The sections of the group, those without a class included.
    pub sections: u32,
    /// The state in words; absent where there is none.
    pub quality: Option<Quality>,
    /// The class of the means, where there are fewer than five sections.
    pub class: Option<Class>,
    /// By means of items, or by shares of classes.
    pub method: Option<RegionMethod>,
    /// The shares of classes, also where the state goes by means; absent without a class.
    pub shares: Option<SharesReport>,
    /// The state without natural background, where any is exempted and something is left.
    pub quality_without_background: Option<Quality>,
    /// The main pollution items by the share of sections over class III: five sections or more.
    pub main_pollution_items: Vec<BasinItemReport>,
    /// The main pollution items of the means, with multiples: fewer than five sections.
    pub main_pollution_items_of_means: Vec<PollutionItem>,
    /// The main pollution items of each section that has any, by the section method: fewer than
    /// five sections.
    pub main_pollution_items_by_section: Vec<SectionItemsReport>,
    /// The items whose mean decides nothing, since detection limits are too high: fewer than five
    /// sections.
    pub undecidable_means: ItemSet,
    /// The items whose mean decides, with half of detection limits in it that decide nothing at
    /// their sections: fewer than five sections.
    pub means_with_undecidable: Vec<MeanWithUndecidableReport>,
    /// The rules behind the state.
    pub rules: Vec<Rule>,
    /// Why there is no state.
    pub reason: Option<NoState>,
}

/// A mean of some sections with values in it that decide nothing by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MeanWithUndecidableReport {
    /// The item.
    pub item: Item,
    /// The sections of these values.
    pub sections: Vec<String>,
}

/// The main pollution items of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SectionItemsReport {
    /// The section.
    pub section: String,
    /// Its items over class III, with multiples.
    pub items: Vec<PollutionItem>,
}

/// Sections by class, as counts and percentages of those with a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SharesReport {
    /// The sections with a class.
    pub assessed: u32,
    /// Those of class I to III (优良).
    pub good: u32,
    /// Those of class IV and V.
    pub middle: u32,
    /// Those of inferior V.
    pub inferior_v: u32,
    /// The share of class I to III in percent, at one decimal.
    pub good_percent: Option<Decimal>,
    /// The share of class IV and V in percent, at one decimal.
    pub middle_percent: Option<Decimal>,
    /// The share of inferior V in percent, at one decimal.
    pub inferior_v_percent: Option<Decimal>,
}

/// A main pollution item of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct BasinItemReport {
    /// The item.
    pub item: Item,
    /// The sections where it is worse than class III.
    pub over: u32,
    /// The sections that the share is of.
    pub of: u32,
    /// The share in percent, at one decimal.
    pub percent: Option<Decimal>,
}

/// Why a region has no state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum NoState {
    /// There is no section.
    NoSection,
    /// No section has a class.
    NothingAssessed,
    /// Fewer than five sections, rivers and lakes among them: their means have no limits in
    /// common.
    JudgedOtherwise,
    /// The means have no exact form, or the sections no names of their own.
    NotComputed,
}

impl From<RegionError> for NoState {
    fn from(error: RegionError) -> Self {
        match error {
            RegionError::Empty => Self::NoSection,
            RegionError::NothingAssessed { .. } => Self::NothingAssessed,
            RegionError::JudgedOtherwise { .. } => Self::JudgedOtherwise,
            RegionError::Twice { .. }
            | RegionError::PartsExceedTotal { .. }
            | RegionError::Overflow(_) => Self::NotComputed,
        }
    }
}

/// The trend of one item at each section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TrendReport {
    /// The item.
    pub item: Item,
    /// Why this item.
    pub choice: ItemChoice,
    /// By the monthly means of the year.
    pub by_month: Vec<SectionTrendReport>,
    /// By the annual means, where there is more than one year.
    pub by_year: Vec<SectionTrendReport>,
}

/// The means that a trend is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TrendMeans {
    /// The monthly means of a year.
    Monthly,
    /// The annual means of some years.
    Annual,
}

/// The trend of an item at one section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SectionTrendReport {
    /// The section.
    pub section: String,
    /// River or lake limits.
    pub water_body: WaterBody,
    /// The mean of each period, those without a value included.
    pub values: Vec<TrendValueReport>,
    /// The limits of the classes, equal ones once with the best class.
    pub limits: Vec<ClassLimitReport>,
    /// The periods with a value.
    pub count: u32,
    /// Spearman's rank correlation at three decimals; absent below five values.
    pub coefficient: Option<Decimal>,
    /// The coefficient that does not lean towards a rise where means are equal; the same
    /// without equal means.
    pub centred: Option<Decimal>,
    /// Rise or fall where significant at 0.05, else none.
    pub direction: Option<Direction>,
    /// What the movement means for the item; absent for pH.
    pub change: Option<SectionChange>,
    /// Whether it is significant at 0.01 too.
    pub at_one_percent: bool,
    /// How significance was decided.
    pub method: Option<SignificanceMethod>,
    /// The rules behind the trend, or behind there being none.
    pub rules: Vec<Rule>,
    /// Why there is no trend.
    pub reason: Option<NoTrend>,
}

/// Why there is no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum NoTrend {
    /// Fewer than five values.
    TooFew,
    /// The number of values has no critical value and no approximation here.
    NotComputed,
}

/// The mean of an item in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TrendValueReport {
    /// The period.
    pub period: String,
    /// The mean at the assessment decimals, pH at two; absent without a value.
    pub value: Option<Decimal>,
    /// Its class.
    pub class: Option<Class>,
}

/// A limit of the standard, with the best class that it is the limit of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ClassLimitReport {
    /// The class.
    pub class: Class,
    /// The limit in the unit of the item.
    pub limit: Decimal,
}

/// The trophic state of a lake, or of one of its points.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LakeReport {
    /// The section, or the lake as a whole.
    pub name: String,
    /// The sections that were averaged; 1 for one alone.
    pub points: u32,
    /// The class by the means.
    pub class: Option<Class>,
    /// The parameters that have a value, with what they give.
    pub parameters: Vec<TrophicParameterReport>,
    /// The parameters without a value.
    pub missing: Vec<TrophicParameter>,
    /// The trophic level index TLI(Σ) at one decimal, or at as many more as show its grade.
    pub index: Option<Decimal>,
    /// The trophic state, decided on the unrounded index.
    pub grade: Option<TrophicGrade>,
    /// The rules behind the index.
    pub rules: Vec<Rule>,
    /// Why there is no index.
    pub reason: Option<NoIndex>,
}

/// One parameter of a trophic level index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TrophicParameterReport {
    /// The parameter.
    pub parameter: TrophicParameter,
    /// Its mean in its own unit, at six decimals.
    pub value: Option<Decimal>,
    /// The mean as people print it: TP 3 decimals, TN and SD 2, CODMn and chl-a 1.
    pub printed: Option<Decimal>,
    /// The sections that have a value of it.
    pub points: u32,
    /// The index of this parameter alone, at one decimal.
    pub index: Option<Decimal>,
    /// Its weight at four decimals.
    pub weight: Option<Decimal>,
}

/// Why a lake has no trophic level index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum NoIndex {
    /// None of the five parameters has a value.
    NoParameter,
    /// A value of zero or less has no logarithm.
    NotPositive,
    /// The weights have no exact form.
    NotComputed,
}

/// Something that a reader must know of a result, with the rule behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RemarkReport {
    /// The name of the section, lake or region, or the short name of the goal.
    pub what: String,
    /// Which of these it is.
    pub of: SubjectKind,
    /// The parameter of the lake that it is on, where it is on one alone.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub parameter: Option<TrophicParameter>,
    /// The means of the trend that it is on, where it is on one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub trend: Option<TrendMeans>,
    /// What it is.
    pub kind: RemarkKind,
    /// The items.
    pub items: ItemSet,
    /// How many readings of each item, where readings are counted.
    pub counts: ItemMap<u32>,
    /// How many samples, months or values there were, and were needed.
    pub found_of: Option<(u32, u32)>,
    /// The rule.
    pub rule: Rule,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum RemarkKind {
    /// No verdict, and why.
    NotAssessed(NotAssessed),
    /// The region has no state, and why.
    NoState(NoState),
    /// Fewer months or samples than the period needs: the result is provisional.
    TooFew,
    /// One of the five items of every section has no value: the result is provisional.
    FiveIncomplete,
    /// One of the items that were asked for and that the class waits for, others than the five, has
    /// no value: the result is provisional.
    NeededIncomplete,
    /// Items asked for without a value.
    Absent,
    /// Readings without a value, and why.
    Missing(Missing),
    /// Readings below the detection limit: half of it entered the mean.
    BelowDetection,
    /// Items whose detection limit is too high to decide.
    Undecidable,
    /// Chemical oxygen demand in water of high chloride.
    HighChloride,
    /// Natural background: both results are given.
    NaturalBackground,
    /// Limits of a target that could not be held against a value.
    TargetLimitNotAssessed,
    /// Reference items: measured, not asked for, and so in no class.
    Reference,
    /// Reference items that were not asked for, and have a value and no class.
    ReferenceUndecided,
    /// Reference items that were asked for: 22号 would leave them out.
    ReferenceAsked,
    /// Items asked for that have no limit here.
    NotLimited,
    /// Items that were measured but not asked for.
    NotAsked,
    /// Readings that no water has; they are kept in the means.
    NoWaterHas(ValueRemark),
    /// The order of averaging changes the class of an item.
    OrderMatters,
    /// No trend is shown by so few values.
    NoTrend(NoTrend),
    /// The lake has no trophic level index, and why.
    NoIndex(NoIndex),
    /// Parameters are missing, so that the others weigh more.
    Renormalised,
}
