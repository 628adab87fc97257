//! The result of a plan as plain data, ready for JSON; computes nothing.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::pollution_items::PollutionItem;
use crate::assess::section::reading_remarks::ReadingRemark;
use crate::assess::section::remarks::ValueRemark;
use crate::assess::target::target::ItemBound;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::decimal::Decimal;
use crate::number::rounding::Comparison;
use crate::plan::goal::goal::{ControlLevel, GoalKind, Selector};
use crate::plan::sections::county::CountySummary;
use crate::reading::mean::mean_range::MissingMonths;
use crate::reading::notation::Missing;
use crate::reading::time::period::{Averaging, Sufficiency};
use crate::report::sections::provisional::ProvisionalReport;
use crate::standard::bound::Bound;
use crate::standard::class::{Class, Quality};
use crate::standard::class_set::ClassSet;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::water_body::WaterBody;

/// A plan held against readings, as plain data.
///
/// With the feature `serde` it serializes; classes are `I` … `V` and `inferior_V`, items are
/// symbols, numbers are decimal texts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PlanReport {
    /// The version of this form: 1.
    pub format: u8,
    /// The title of the plan.
    pub plan: String,
    /// The period of the readings.
    pub period: String,
    /// The edition of the standard.
    pub standard: String,
    /// The document of the edition.
    pub standard_document: String,
    /// Whether values were rounded first.
    pub comparison: Comparison,
    /// How means were made.
    pub averaging: Averaging,
    /// The items that were to take part.
    pub items: ItemSet,
    /// The sections in the order of the plan, those without readings included.
    pub sections: Vec<SectionReport>,
    /// The goals in the order of the plan.
    pub goals: Vec<GoalReport>,
    /// Sections by county; boundary sections stand under each of their counties.
    pub counties: Vec<CountySummary>,
    /// What was not assessed, and why.
    pub not_assessed: Vec<NotAssessedReport>,
}

impl PlanReport {
    /// The edition as it is printed: its name, and its document where that is another text.
    #[must_use]
    pub fn edition(&self) -> String {
        if self.standard == self.standard_document {
            return self.standard.clone();
        }
        alloc::format!("{} ({})", self.standard, self.standard_document)
    }
}

/// One section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the plain data")]
pub struct SectionReport {
    /// The name.
    pub name: String,
    /// The water that it lies on.
    pub water: String,
    /// River or lake limits.
    pub water_body: WaterBody,
    /// The level that controls it.
    pub level: ControlLevel,
    /// The counties that it is assessed in.
    pub counties: Vec<String>,
    /// The period of the readings.
    pub period: String,
    /// The class by the means; absent without a value.
    pub class: Option<Class>,
    /// The class without natural background, where any is exempted; absent with `exempted`
    /// items when nothing is left.
    pub class_without_background: Option<Class>,
    /// The verdict without natural background, where any is exempted.
    pub verdict_without_background: Option<Verdict>,
    /// Whether that verdict may still change.
    pub provisional_without_background: bool,
    /// Why natural background is exempted.
    pub natural_background: Option<String>,
    /// The quality in words.
    pub quality: Option<Quality>,
    /// The items whose class is the section's.
    pub determining: ItemSet,
    /// The items that made the class.
    pub participating: ItemSet,
    /// The items asked for that have no value.
    pub absent: ItemSet,
    /// Those of them that have readings, none of which is a value, by the reason of most.
    pub absent_by_reason: BTreeMap<Missing, ItemSet>,
    /// The items whose detection limit is too high to decide.
    pub undecidable: ItemSet,
    /// Those of the five items that make no part of the class.
    pub missing_of_five: ItemSet,
    /// The items that the class waits for: those of the five that were asked for, or all that were
    /// where none of them was; none without limits here.
    pub needed_items: ItemSet,
    /// The readings that no water has; they are kept in the means.
    pub reading_remarks: Vec<ReadingRemark>,
    /// What there is to remark on the means, of one item beside another.
    pub mean_remarks: Vec<MeanRemarkReport>,
    /// The items exempted as natural background.
    pub exempted: ItemSet,
    /// The items excluded from every result.
    pub excluded: ItemSet,
    /// The items asked for that the standard does not limit here.
    pub not_limited: ItemSet,
    /// Classes of reference items that were not asked for: they do not count.
    pub reference_classes: ItemMap<Class>,
    /// Reference items that were not asked for, and have a value and no class.
    pub reference_undecided: ItemSet,
    /// Reference items that were asked for: 22号 would leave them out.
    pub reference_asked: ItemSet,
    /// The means.
    pub means: ItemMap<MeanReport>,
    /// The items that miss the target, with multiples over the limit that they miss.
    pub worse_than_target: Vec<PollutionItem>,
    /// The items with a limit of their own in the target that could not be held against it.
    pub target_limits_not_assessed: ItemSet,
    /// The main pollution items, with multiples over class III.
    pub main_pollution_items: Vec<PollutionItem>,
    /// The classes that remain possible, by what the missing months may bring.
    pub possible: Vec<PossibleReport>,
    /// The class by the pooled means, where it differs.
    pub pooled_class: Option<Class>,
    /// The target class of the year.
    pub target: Option<Class>,
    /// The first year of that target.
    pub target_from: Option<u16>,
    /// Limits of single items in the target.
    pub target_limits: Vec<ItemBound>,
    /// Whether the class must also be no worse than last year's.
    pub no_worse_than_last_year: bool,
    /// Last year's class, where the target compares with it.
    pub last_year_class: Option<Class>,
    /// Whether the class is worse than last year's although it must not be.
    pub worse_than_last_year: bool,
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
    /// The second target, as a function zone.
    pub function_zone: Option<SecondTargetReport>,
    /// The target of the year in which the period begins, where it is another than that of the
    /// year in which it ends.
    pub first_year: Option<SecondTargetReport>,
    /// Whether the class or the verdict may still change.
    pub provisional: bool,
    /// Whether the verdict may: one on limits of single items rests on their samples alone.
    pub provisional_verdict: bool,
    /// Why, where the result is provisional.
    pub provisional_by: Option<ProvisionalReport>,
    /// The samples or months that there were, and were needed, of the items that decide: those
    /// that make the class and those that miss the target.
    pub sufficiency: Sufficiency,
    /// The rules behind the class.
    pub rules: Vec<String>,
}

/// What there is to remark on the mean of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MeanRemarkReport {
    /// The item.
    pub item: Item,
    /// The remark.
    pub remark: ValueRemark,
}

/// The mean of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MeanReport {
    /// The exact mean as a fraction; absent for pH, which is no fraction.
    pub exact: Option<String>,
    /// The mean at six decimals.
    pub value: Option<Decimal>,
    /// The mean at the assessment decimals.
    pub rounded: Option<Decimal>,
    /// The mean as people print it: the assessment decimals, two for pH.
    pub printed: Option<Decimal>,
    /// The number of values.
    pub count: u32,
    /// How many of them were below the detection limit.
    pub censored: u32,
    /// The number of readings without a value.
    pub missing: u32,
    /// The same for each reason that occurred.
    pub missing_by_reason: BTreeMap<Missing, u32>,
    /// The number of months with a value.
    pub months: u32,
    /// The least value.
    pub least: Decimal,
    /// The greatest value.
    pub greatest: Decimal,
    /// Between which numbers the mean lies, with results below detection from zero to the limit;
    /// only where there are such results.
    pub range: Option<RangeReport>,
    /// The class of the mean, where the item has limits.
    pub class: Option<Class>,
    /// The mean over all values of the period.
    pub pooled: Option<PooledMeanReport>,
}

/// The least and the greatest mean that results below detection allow.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RangeReport {
    /// The least, at the assessment decimals.
    pub least: Option<Decimal>,
    /// The greatest, at the assessment decimals.
    pub greatest: Option<Decimal>,
}

/// The classes that remain possible.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PossibleReport {
    /// What the missing months were taken to bring: `none_comes`, `within_seen`, `any_value`.
    pub missing_months: MissingMonths,
    /// The classes that the section can have.
    pub classes: ClassSet,
    /// The classes that each of its items can have.
    pub items: ItemMap<ClassSet>,
}

/// The mean over all values, beside the mean of the months.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PooledMeanReport {
    /// The exact mean as a fraction; absent for pH.
    pub exact: Option<String>,
    /// The mean at six decimals.
    pub value: Option<Decimal>,
    /// The mean at the assessment decimals.
    pub rounded: Option<Decimal>,
    /// Its class.
    pub class: Option<Class>,
    /// Whether that class differs from the class of the mean of the months.
    pub differs: bool,
}

/// The verdict on a second target: as a function zone, or of the year in which a period begins.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SecondTargetReport {
    /// The target class.
    pub target: Option<Class>,
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
    /// The items that miss it, with multiples over the limit that they miss.
    pub worse_than_target: Vec<PollutionItem>,
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct GoalReport {
    /// The short name.
    pub id: String,
    /// What it is about.
    pub kind: GoalKind,
    /// Which sections it is on.
    pub selector: Selector,
    /// The task whose words hold it.
    pub task: Option<u16>,
    /// What the share must keep to, in percent.
    pub bound: Option<Bound>,
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
    /// The sections that count by what is known now.
    pub numerator: u32,
    /// All sections of the group.
    pub denominator: u32,
    /// The sections with a result.
    pub assessed: u32,
    /// The sections whose result is provisional.
    pub provisional: u32,
    /// The share by what is known now, in percent.
    pub share: Option<Decimal>,
    /// The least and greatest share that the open sections leave.
    pub bounds: Option<BoundsReport>,
    /// The same if the provisional results stand.
    pub bounds_if_provisional_stand: Option<BoundsReport>,
    /// The second verdict, without natural background, where any is exempted.
    pub without_background: Option<BackgroundReport>,
    /// The rule behind the verdict.
    pub rule: String,
}

/// A least and a greatest share, in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct BoundsReport {
    /// The least share.
    pub least: Option<Decimal>,
    /// The greatest share.
    pub greatest: Option<Decimal>,
}

/// The result of a goal without natural background.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct BackgroundReport {
    /// `met`, `missed` or `not_assessed`.
    pub verdict: Verdict,
    /// Why there is no verdict.
    pub reason: Option<NotAssessed>,
    /// The sections that count.
    pub numerator: u32,
    /// The sections of the group that are not exempted as a whole.
    pub denominator: u32,
    /// The share, in percent.
    pub share: Option<Decimal>,
    /// The least and greatest share that the open sections leave.
    pub bounds: Option<BoundsReport>,
}

/// What an entry of a list is about: names and short names may be the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SubjectKind {
    /// A section, by its name.
    Section,
    /// A goal, by its short name.
    Goal,
    /// A lake, by its name.
    Lake,
    /// The region, by its name.
    Region,
}

/// Something that was not assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct NotAssessedReport {
    /// The name of the section, or the short name of the goal.
    pub what: String,
    /// Which of both it is.
    pub of: SubjectKind,
    /// The reason in data.
    pub reason: NotAssessed,
}
