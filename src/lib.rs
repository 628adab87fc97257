//! Decides what a surface-water measurement means under the Chinese standard GB 3838-2002
//! (地表水环境质量标准) and the rules that make it work in practice: which class an item and a
//! section have, which items decide it, whether a section met its target and a city its plan.
//!
//! - **Right to the last digit.** Numbers are decimals and exact fractions, rounded once, half
//!   to even; a value equal to its limit meets it; no answer depends on the order of samples.
//! - **Nothing silent.** What is missing, below the detection limit, left out or too little is
//!   in the result, with the [`Rule`] behind it.
//!
//! It does not measure, fetch or store; it has no clock and no options outside its values.
//!
//! # A tour
//! A reading, as laboratories write it, has a class:
//! ```
//! use gb3838::{Classifier, Item, ItemMap, Measurement, Reading, WaterBody};
//!
//! let river = Classifier::for_readings(WaterBody::River);
//! let mut readings = ItemMap::new();
//! for (item, cell) in [(Item::Ph, "7.66"), (Item::PermanganateIndex, "13.3"), (Item::Mercury, "0.00004L")] {
//!     readings.insert(item, Measurement::from(Reading::parse(cell, item)?));
//! }
//! let section = river.assess(&readings)?;
//! assert_eq!(section.class().map(|class| class.name_zh()), Some("Ⅴ类"));
//! assert_eq!(section.determining().to_string(), "CODMn");
//! # Ok::<(), gb3838::Error>(())
//! ```
//! A year is judged by its means, exactly, against its target:
//! ```
//! use gb3838::{
//!     Circumstances, Class, Classifier, Item, Measurement, Period, Reading, Series, Target,
//!     Verdict, WaterBody, Year,
//! };
//!
//! let mut series = Series::new();
//! for (day, cell) in [("2026-01-05", "0.151"), ("2026-02-05", "0.150"), ("2026-02-19", "0.159")] {
//!     series.add(day.parse()?, Item::TotalPhosphorus, &Reading::parse(cell, Item::TotalPhosphorus)?)?;
//! }
//! let year = Period::year(Year::new(2026)?);
//! let means = series.means(&year, year.averaging())?;
//! let measured = means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
//! let known = Circumstances::new().with_target(Class::II);
//! let section = Classifier::for_means(WaterBody::River).assess_with(&measured, &known)?;
//! assert_eq!(section.class(), Some(Class::III));
//! // How far over its target: (0.151 + 0.1545) / 2 = 0.15275 → 0.153; 0.153 / 0.1 − 1.
//! let multiple = section.exceedance_multiple(Item::TotalPhosphorus, Class::II);
//! assert_eq!(multiple.map(|it| it.rounded(2)).transpose()?, Some("0.53".parse()?));
//! let verdict = Target::class(Year::new(2024)?, Class::II).judge(&section, None).verdict();
//! assert_eq!(verdict, Verdict::Missed);
//! # Ok::<(), gb3838::Error>(())
//! ```
//! A whole plan is data: see [`Plan`], and the example `assess`. The year of a region is a
//! [`RegionReport`]: see the example `report`.
//!
//! # From rule to function
//! Certainty: **P** primary text read, **S** secondary source, **F** seen in published results,
//! **K** known without the text at hand: such a rule is a named option.
//!
//! | rule | document | here |
//! |---|---|---|
//! | limits of the 24 basic items | GB 3838-2002, Table 1 (P) | [`Standard::GB_3838_2002`], [`Standard::limit`] |
//! | limits for drinking-water sources | GB 3838-2002, Tables 2 and 3 (P) | [`SourceItem::limit`] |
//! | methods and detection limits | GB 3838-2002, Tables 4–6 (P) | [`Item::methods`], [`SourceItem::methods`] |
//! | stricter local limits | GB 3838-2002, 1.4 (K) | [`Standard::with_limit`], [`Standard::with_added_limits`] |
//! | class I of oxygen by saturation | GB 3838-2002, Table 1 (P) | [`Classifier::oxygen_class`] |
//! | man-made change of temperature | GB 3838-2002, Table 1 (P) | [`Standard::weekly_change_holds`] |
//! | class of one item: the best whose limit holds, inclusive | GB 3838-2002, Table 1 (P) | [`Classifier::class_of`] |
//! | pH outside its range: inferior V | field (F) | [`Classifier::class_of`] |
//! | river or lake limits, as the caller says | 22号 (S) | [`WaterBody`] |
//! | missing: no class | field (F) | [`SectionAssessment::absent`], [`ClassCode::NONE`] |
//! | below the detection limit, undecidable | 82号 (S), ours | [`Classifier::judge`] |
//! | class of a section: single factor | 22号 (S) | [`Classifier::assess`]; columns: [`Batch`] |
//! | 21 items, three reference items | 22号 (S) | [`ItemSet::ASSESSED`], [`ItemSet::REFERENCE`] |
//! | five plus X | 714号 (S) | [`ItemSet::FIVE`], [`ItemSet::five_plus_own`] |
//! | quality and colour | 22号 (S) | [`Class::quality`], [`Quality::colour`] |
//! | main pollution items | 22号 (K) | [`SectionAssessment::main_pollution_items`], [`PollutionItemsRule`] |
//! | exceedance multiple | 22号 (S) | [`SectionAssessment::exceedance_multiple`] |
//! | items worse than the target | local reports (F) | [`SectionAssessment::items_worse_than_target`] |
//! | COD in high chloride | GB 11914-89 (K) | [`Circumstances::with_high_chloride`] |
//! | natural background | the ministry's reports (F) | [`SectionAssessment::class_without_background`] |
//! | surface sources: class III or own target | GB 3838-2002 (P), bulletins (S) | [`SurfaceSource::assess`], [`SourceItem::judge`] |
//! | lists of 61, 62, 109 items | bulletins (S), 109 (K) | [`SourceList`] |
//! | ground water: class of an item, worst class, sources | GB/T 14848-2017, Table 1, 6.2, 6.3 (S) | [`GroundWaterItem::class_of`], [`GroundWaterSource::assess`]; columns: [`GroundWaterColumn`] |
//! | geological exemptions | bulletins (F) | [`SurfaceSource::with_exemption`], [`GroundWaterSource::with_exemption`] |
//! | pass rates by number and by volume | bulletins (S) | [`SourceRates`] |
//! | sources in use, backup, planned | ours | [`SourceStatus`] |
//! | function zones: annual mean, frequency | SL 395-2007 (K) | [`FunctionZoneRules::assess`] |
//! | function zones: all items or the pair | SL 395-2007 (K) | [`ZoneItems`] |
//! | function zones: failing items as 氨氮(50%) | reports (S) | [`FunctionZoneAssessment::failing_times`], [`FunctionZoneAssessment::worse_by_mean`] |
//! | function zones: share, dry and drainage zones | SL 395-2007 (S, K) | [`ZoneShare`], [`DrainageZones`] |
//! | rivers, basins, regions: means, shares | 22号 (S) | [`RegionAssessment::of`], [`RegionRule`], [`ClassShares::quality`] |
//! | the gap in the table of shares | ours | [`ClassShares::is_between_rows`] |
//! | groups with and without natural background | the ministry's reports (F) | [`RegionAssessment::state_without_background`] |
//! | main pollution items of a basin | 22号 (S) | [`RegionAssessment::main_pollution_items`], [`RegionAssessment::main_pollution_items_by_section`] |
//! | lakes of several points, zones | 22号 (S) | [`Lake::of`], [`Lake::zone`] |
//! | trophic level index, any subset, grades | 22号 (S) | [`TrophicIndex::of`], [`TrophicWeights`], [`TrophicGrade`] |
//! | trophic index of one parameter | 22号 (S) | [`TrophicParameter::index`] |
//! | change by level, by shares, combined | 22号 (K, F) | [`RegionChange::between`], [`Change`] |
//! | change of a section | bulletins (F) | [`SectionChange`] |
//! | month on year, year on year, relative change | bulletins (F) | [`ComparedWith`], [`relative_change`] |
//! | trend: Spearman, Daniel | 22号 (K) | [`Trend::of`], [`RankCorrelation`], [`TrendRule`] |
//! | critical values, all orders, Student's t | 22号 (K), ours | [`SignificanceLevel::critical_value`], [`SignificanceMethod`] |
//! | a rise of oxygen is better | GB 3838-2002, Table 1 (P) | [`Direction::means_for`] |
//! | names of columns, their units, forms and findings | GB 3838-2002 (P), HJ 525-2009 (S), tables (F) | [`sheet::Heading`], [`sheet::Layout`] |
//! | times of tables | tables (F) | [`sheet::TableTime`] |
//! | states of stations, marks of readings | HJ 212-2017 (S) | [`sheet::StationState`] |
//! | laboratory notation | HJ/T 91-2002, 82号 (S), field (F) | [`Reading::parse`], [`Notation`] |
//! | half the detection limit in means, minimum, maximum | 82号, 7 (S), field (F) | [`Reading::for_mean`], [`Mean::least`], [`Mean::greatest`] |
//! | order of averaging | 82号 (K), field (F) | [`Averaging`], [`Period::averaging`] |
//! | periods and seasons | 82号 (S), GB 3838-2002, 5.2 (P) | [`Period`] |
//! | enough samples | 82号 (S, K) | [`Period::requirement`], [`Sufficiency`] |
//! | pH by hydrogen ion | 82号 (S) | [`Accumulator::mean`] |
//! | lakes: over time, then over points | 22号 (S) | [`Series::mean`] |
//! | printed mean below the detection limit | field (F) | [`Mean::printed`] |
//! | half to even, one significant digit | GB/T 8170-2008, 87号 (S) | [`Decimal::round`], [`Decimal::round_keeping_digit`] |
//! | assessment decimals | 82号, 90号 (S) | [`Item::assessment_decimals`] |
//! | rounded first, or full value | 82号 (S), GB/T 8170-2008 (S) | [`Comparison`], [`Cutoff`] |
//! | target of a year, met by a class no worse | plans (F) | [`Target::of_year`], [`Target::judge`] |
//! | per-item limits, also strict; no worse than last year | plans (F, S) | [`ItemBound`], [`Target::no_worse_than_last_year`] |
//! | numbers against a goal, at least or at most, by a date | plans (F) | [`Indicator`], [`IndicatorOutcome`], [`Bound::holds`] |
//! | shares at published precision | published reports (F) | [`Share::meets`] |
//! | printed shares, forced or cut | published reports (F) | [`Share::may_print_as`] |
//! | goals with open members | ours | [`Goal::judge`] |
//! | what the rest of the year must bring | ours | [`Outlook`] |
//! | many sections at once, sums that merge | 82号 (S) | [`SumTable`], [`SumSnapshot`], [`Accumulator::remove`] |
//! | classes of sums, sufficiency | 82号 (S, K), 22号 (S) | [`Classifier::assess_sums`] |
//! | twelve months, year to date, a year ago | monthly reports (F) | [`Period::twelve_months_to`], [`MonthAxis`] |
//! | share of months that meet the target | published reports (F) | [`MonthsMet`] |
//! | automatic before manual | 82号 (S), by month ours | [`MergedSources`] |
//! | numbers and work of a plan by a day | plans (F), ours | [`Plan::progress`], [`Standing`], [`Indicator`] |
//! | sources and flows of a plan | plans (F), ours | [`SourceOutcome`], [`FlowOutcome`] |
//! | a plan by county and by unit | plans (F) | [`PlanProgress::by_county`], [`PlanProgress::by_unit`] |
//! | summaries of the half-year and the year | plans (F) | [`WorkSummary`] |
//! | boundary sections, counties | plans (F) | [`PlanAssessment::counties`] |
//! | city index; its weights | 2017 provisional regulation (S; K) | [`CityIndex::of`], [`CityIndexRule`], [`CityWeights`] |
//! | ranking of cities, and of their changes | 2017 provisional regulation (S) | [`rank_ascending`], [`CityIndexChange`], [`ChangeRankingPart::of`] |
//! | standard index | HJ 2.3-2018 (K) | [`StandardIndex`], [`StandardIndex::of_oxygen_2018`], [`ExceedanceRate`] |
//! | standard index of oxygen, older form | HJ/T 2.3-93 (S) | [`StandardIndex::of_oxygen_1993`] |
//! | oxygen at saturation | HJ 2.3-2018 (K) | [`OxygenSaturation::of_river`], [`OxygenSaturation::of_saline_water`] |
//! | urban black-odorous water: reading, shallow water | guide, at second hand (S) | [`BlackOdorousReadings::grade`], [`Transparency`] |
//! | urban black-odorous water: point, stretch, body | guide, at second hand (S) | [`BlackOdorousPoint`], [`heavy_stretches`], [`BlackOdorousBody`] |
//! | rural black-odorous water | text not seen (K) | [`RuralBlackOdorous::of`], [`RuralShallowWater`] |
//! | flood-season pollution intensity | text not seen (K) | [`FloodSeasonIntensity::of`], [`FloodSeasonStatistic`] |
//! | ecological base flow | plans; 90 % K | [`BaseFlow::of_days`], [`BaseFlowRule`] |
//!
//! 22号 is 环办〔2011〕22号, 82号 环办监测函〔2020〕82号, 714号 环办监测函〔2020〕714号, 87号
//! 总站水字〔2018〕87号, 90号 总站水字〔2020〕90号.
//!
//! # More
//! [`guide::traps`]: what other software and prints get wrong. [`guide::exactness`]: what is exact, and how. [`guide::plan_file`]: the plan file, key by key.
//! [`guide::batch`]: columns in, classes out, as fast as memory.
//!
//! # Features
//! `std` (default); `alloc`: all that returns owned data (series, plans, reports); `serde`:
//! plain data in and out; `libm`: logarithms without the standard library; `rayon`: batches on a
//! pool of threads. Without any of them the core works on bare metal.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(clippy::alloc_instead_of_core, clippy::std_instead_of_alloc, clippy::std_instead_of_core)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod assess;
mod bits;
mod classify;
mod error;
pub mod guide;
mod number;
#[cfg(feature = "serde")]
mod plain_text;
#[cfg(feature = "alloc")]
mod plan;
mod quoted;
mod reading;
#[cfg(feature = "alloc")]
mod report;
pub mod sheet;
mod standard;

pub use assess::basin_items::{BasinItem, BasinItems};
pub use assess::black_odorous::{BlackOdorousCounts, BlackOdorousPoint};
pub use assess::black_odorous_extent::{BlackOdorousBody, heavy_stretches};
pub use assess::black_odorous_readings::{
    BlackOdorousError, BlackOdorousGrade, BlackOdorousReadings, Transparency,
};
pub use assess::black_odorous_rural::{RuralBlackOdorous, RuralShallowWater};
pub use assess::change::{Change, SectionChange};
pub use assess::city_change::{ChangeRankingPart, CityIndexChange, SectionInTwoYears};
pub use assess::city_index::{CityIndex, CityWaterIndex};
pub use assess::city_index_rule::{CityIndexRule, CityWeights};
pub use assess::city_item_index::{CityIndexError, CityItemIndex};
#[cfg(feature = "alloc")]
pub use assess::city_ranking::{Ranked, rank_ascending};
pub use assess::class_shares::ClassShares;
pub use assess::compared::{ComparedWith, relative_change};
pub use assess::critical_values::SignificanceLevel;
#[cfg(feature = "alloc")]
pub use assess::drinking_source::{SourceReadingError, SurfaceSource};
pub use assess::exceedance::ExceedanceMultiple;
pub use assess::exceedance_rate::ExceedanceRate;
pub use assess::exemption::{Circumstances, Exemption};
pub use assess::flood_season::{FloodSeasonError, FloodSeasonIntensity, FloodSeasonStatistic};
#[cfg(feature = "alloc")]
pub use assess::flow::{BaseFlow, BaseFlowError, BaseFlowOutcome, BaseFlowRule, MissingDays};
pub use assess::function_zone::{
    FunctionZone, FunctionZoneRules, LeftOut, RequiredPercentError, ZoneItems, ZoneMethod,
};
#[cfg(feature = "alloc")]
pub use assess::ground_water_source::{
    FailingGroundWaterItem, GroundWaterAssessment, GroundWaterSource,
};
pub use assess::item_means::{MeanAssessment, MeanCount};
pub use assess::lake::{Lake, LakePoint};
pub use assess::oxygen_saturation::{OxygenSaturation, OxygenSaturationError, SaturationFormula};
pub use assess::pollution_items::{PollutionItem, PollutionItems, PollutionItemsRule};
pub use assess::region::{RegionAssessment, RegionSection, RegionState};
pub use assess::region_change::RegionChange;
pub use assess::region_error::{ChangeError, RegionError};
pub use assess::region_rule::{CountedSections, ItemRate, RegionMethod, RegionRule};
pub use assess::section::SectionAssessment;
pub use assess::share::{Share, ShareError, SharePrecision};
pub use assess::significance::{SignificanceMethod, TieFormula, TrendError, TrendRule};
#[cfg(feature = "alloc")]
pub use assess::source_assessment::{FailingSourceItem, SurfaceSourceAssessment};
pub use assess::source_lists::{SourceList, SurfaceItem};
#[cfg(feature = "alloc")]
pub use assess::source_rates::{RatedSource, SourceRateError, SourceRates, SourceStatus};
pub use assess::spearman::RankCorrelation;
pub use assess::standard_index::{StandardIndex, StandardIndexError, StandardIndexForm};
#[cfg(feature = "alloc")]
pub use assess::sums::SumAssessment;
pub use assess::trend::{Direction, Trend};
#[cfg(any(feature = "std", feature = "libm"))]
pub use assess::trophic::TrophicError;
pub use assess::trophic::{ParseTrophicParameterError, TrophicParameter};
pub use assess::trophic_grade::TrophicGrade;
#[cfg(any(feature = "std", feature = "libm"))]
pub use assess::trophic_index::TrophicIndex;
pub use assess::trophic_weights::TrophicWeights;
pub use assess::verdict::{NotAssessed, Verdict};
#[cfg(feature = "alloc")]
pub use assess::zone_share::{DrainageZones, ZoneShare};
pub use assess::zone_year::{FailingTimes, FunctionZoneAssessment};
pub use bits::Bits;
pub use classify::batch::Batch;
pub use classify::batch_error::BatchError;
pub use classify::classifier::Classifier;
pub use classify::columns::{Column, ScaledValue};
pub use classify::dispatch::{CpuLevel, CpuLevelError};
pub use classify::ground_water::{GroundWaterGrade, GroundWaterJudgement};
pub use classify::ground_water_column::{
    GroundWaterColumn, GroundWaterColumnError, GroundWaterSummary,
};
pub use classify::judgement::{Classed, Judgement, Measurement, Unclassed};
pub use classify::outputs::{ClassCounts, Impossible, Outputs, Summary};
pub use classify::parallel::Threads;
pub use classify::source_item::{SourceJudgement, SourceMeanError, SourceMeasurement, SourceValue};
pub use classify::value::Value;
pub use error::Error;
pub use number::decimal::{Decimal, DecimalRangeError, ParseDecimalError, ParseDecimalReason};
pub use number::fraction::{ExactOverflow, Fraction};
pub use number::rounding::{Comparison, ParseComparisonError};
#[cfg(feature = "alloc")]
pub use plan::annexes::{BufferWork, FlowTarget, PlanSource, SourceLevel, TownSource};
#[cfg(feature = "alloc")]
pub use plan::assess_options::AssessOptions;
#[cfg(feature = "alloc")]
pub use plan::county::CountySummary;
#[cfg(feature = "alloc")]
pub use plan::deadline::Deadline;
#[cfg(feature = "alloc")]
pub use plan::failing::FailingItem;
#[cfg(feature = "alloc")]
pub use plan::flow_outcome::FlowOutcome;
#[cfg(feature = "alloc")]
pub use plan::gap::{Gap, GapKind};
#[cfg(feature = "alloc")]
pub use plan::goal::{Goal, GoalKind, GoalSubject, Level, Selector};
#[cfg(feature = "alloc")]
pub use plan::goal_member::{GoalMember, WithoutBackground};
#[cfg(feature = "alloc")]
pub use plan::goal_outcome::{GoalJudgement, GoalOutcome};
#[cfg(feature = "alloc")]
pub use plan::indicator::{Indicator, IndicatorTarget, Scope, ScopeKind};
#[cfg(feature = "alloc")]
pub use plan::indicator_outcome::{IndicatorOutcome, WorkOutcome};
#[cfg(feature = "alloc")]
pub use plan::item_outlook::{ItemOutlook, Prospect};
#[cfg(feature = "alloc")]
pub use plan::leading_item::ItemChoice;
#[cfg(feature = "alloc")]
pub use plan::months_met::MonthsMet;
#[cfg(feature = "alloc")]
pub use plan::outlook::Outlook;
#[cfg(feature = "alloc")]
pub use plan::part_outcome::{LatestReport, PartOutcome, Said};
#[cfg(feature = "alloc")]
pub use plan::plan::{Plan, PlanFormat, PlanFormatError};
#[cfg(feature = "alloc")]
pub use plan::plan_assessment::{AssessPlanError, PlanAssessment, ReadingsBySection};
#[cfg(feature = "alloc")]
pub use plan::plan_section::{NaturalBackground, PlanSection};
#[cfg(feature = "alloc")]
pub use plan::progress::PlanProgress;
#[cfg(feature = "alloc")]
pub use plan::reported::{
    DailyFlow, Reported, ReportedDeadline, ReportedFlow, ReportedOn, ReportedSource, ReportedState,
    ReportedTarget, ReportedValue, SourceResult, WorkState,
};
#[cfg(feature = "alloc")]
pub use plan::reported_error::ReportedError;
#[cfg(feature = "alloc")]
pub use plan::section_outcome::{LastYear, SectionOutcome};
#[cfg(feature = "alloc")]
pub use plan::source_outcome::SourceOutcome;
#[cfg(feature = "alloc")]
pub use plan::standing::{Standing, StandingCounts};
#[cfg(feature = "alloc")]
pub use plan::tally::{CountyProgress, UnitProgress};
#[cfg(feature = "alloc")]
pub use plan::target::{ItemBound, Target, TargetJudgement};
#[cfg(feature = "alloc")]
pub use plan::task::Task;
#[cfg(feature = "alloc")]
pub use plan::task_outcome::TaskOutcome;
#[cfg(feature = "alloc")]
pub use plan::unit::{PlanUnit, UnitRole};
#[cfg(feature = "alloc")]
pub use plan::unused::{UnusedReason, UnusedReport};
#[cfg(feature = "alloc")]
pub use plan::validate::PlanError;
#[cfg(feature = "alloc")]
pub use plan::validate_programme::ProgrammeError;
pub use quoted::QuotedText;
pub use reading::accumulator::{AccumulateError, Accumulator};
pub use reading::beyond::{GroundWaterReading, OtherReadingError};
pub use reading::date::{Date, DateError, Month, Timestamp, Year};
pub use reading::mean::{BelowLimitPrint, Mean, PrintedMean};
#[cfg(feature = "alloc")]
pub use reading::merge_sources::{MergedSources, Origin, OriginCounts};
#[cfg(feature = "alloc")]
pub use reading::names::Names;
pub use reading::notation::{Missing, Notation, Reading, ReadingError, ReadingReason};
pub use reading::period::{
    Averaging, MonthSet, Period, PeriodError, Requirement, SamplingGap, Sufficiency,
};
pub use reading::quantity::Quantity;
#[cfg(feature = "alloc")]
pub use reading::series::Series;
#[cfg(feature = "alloc")]
pub use reading::snapshot::{CellSnapshot, SnapshotError, SumSnapshot};
#[cfg(feature = "alloc")]
pub use reading::sum_span::SumSpan;
#[cfg(feature = "alloc")]
pub use reading::table::SumTable;
#[cfg(feature = "alloc")]
pub use reading::table_columns::{
    Fed, ItemColumn, LongColumns, PeriodNumber, RefusedRow, WideColumns,
};
#[cfg(feature = "alloc")]
pub use reading::table_error::SumTableError;
#[cfg(feature = "alloc")]
pub use reading::window::MonthAxis;
#[cfg(feature = "alloc")]
pub use report::markdown::escaped_markdown;
#[cfg(feature = "alloc")]
pub use report::table::Table;
#[cfg(feature = "alloc")]
pub use report::wording::{Language, Word};
pub use standard::black_odorous_table::BlackOdorousIndicator;
pub use standard::bound::Bound;
pub use standard::class::{Class, ClassCode, Colour, ParseClassError, Quality};
pub use standard::cutoff::{Cutoff, CutoffError, ItemCutoffs, Side};
pub use standard::detection::Method;
pub use standard::ground_water::{GroundWaterGroup, GroundWaterItem, ParseGroundWaterItemError};
pub use standard::ground_water_class::{GroundWaterClass, ParseGroundWaterClassError};
pub use standard::ground_water_limits::GroundWaterLimits;
pub use standard::item::{Item, ParseItemError};
pub use standard::item_map::ItemMap;
pub use standard::item_set::ItemSet;
pub use standard::limits::{ItemLimits, LocalLimitError, LocalLimitReason, Standard};
pub use standard::rule::{Certainty, Rule};
pub use standard::source_item::{ParseSourceItemError, SourceItem};
pub use standard::unit::{ParseUnitError, Unit, UnitError};
pub use standard::water_body::{ParseWaterBodyError, WaterBody};

/// The result of a plan, and the year of a region, as plain data.
#[cfg(feature = "alloc")]
pub mod report_data {
    pub use crate::report::data::{
        BackgroundReport, BoundsReport, CountyReport, FunctionZoneReport, GoalReport, MeanReport,
        MultipleReport, NotAssessedReport, PlanReport, PooledMeanReport, SectionReport,
        SufficiencyReport,
    };
    pub use crate::report::progress_data::{
        BufferReport, CountyProgressReport, FlowReport, GapReport, GoalGapsReport, IndicatorReport,
        LatestReportData, PartReport, ProgressReport, SourceReport, StandingCountReport,
        TaskReport, UnitProgressReport, UnusedReportData,
    };
    pub use crate::report::region_data::{
        BasinItemReport, ClassLimitReport, LakeReport, NoIndex, NoState, NoTrend, PeriodReport,
        RegionReport, RemarkKind, RemarkReport, RuleReport, SectionClassReport, SectionTrendReport,
        SharesReport, SignificanceReport, StateReport, TrendReport, TrendValueReport,
        TrophicParameterReport,
    };
}
#[cfg(feature = "alloc")]
pub use report::data::PlanReport;
#[cfg(feature = "alloc")]
pub use report::progress_data::ProgressReport;
#[cfg(feature = "alloc")]
pub use report::region_data::RegionReport;
#[cfg(feature = "alloc")]
pub use report::work_summary::{SummaryKind, WorkSummary};

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
