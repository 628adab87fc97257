//! Surface-water quality under GB 3838-2002, exactly.
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod assess;
mod classify;
mod error;
mod number;
#[cfg(feature = "alloc")]
mod plan;
mod quoted;
mod reading;
mod standard;

pub use assess::exceedance::ExceedanceMultiple;
pub use assess::exemption::{Circumstances, Exemption};
pub use assess::pollution_items::{PollutionItem, PollutionItems, PollutionItemsRule};
pub use assess::section::SectionAssessment;
pub use classify::classifier::Classifier;
pub use classify::judgement::{Classed, Judgement, Measurement, Unclassed};
pub use error::Error;
pub use number::decimal::{Decimal, DecimalRangeError, ParseDecimalError, ParseDecimalReason};
pub use number::fraction::{ExactOverflow, Fraction};
pub use number::rounding::Comparison;
#[cfg(feature = "alloc")]
pub use plan::goal::{Goal, GoalJudgement, GoalKind, GoalMember, GoalOutcome, Level, Selector};
#[cfg(feature = "alloc")]
pub use plan::share::{Share, ShareError, SharePrecision};
#[cfg(feature = "alloc")]
pub use plan::target::{ItemBound, NotAssessed, Target, TargetJudgement, Verdict};
pub use quoted::QuotedText;
pub use reading::accumulator::{AccumulateError, Accumulator};
pub use reading::date::{Date, DateError, Month, Timestamp, Year};
pub use reading::mean::{BelowLimitPrint, Mean, PrintedMean};
pub use reading::notation::{Missing, Notation, Reading, ReadingError, ReadingReason};
pub use reading::period::{
    Averaging, MonthSet, Period, PeriodError, Requirement, SamplingGap, Sufficiency,
};
pub use reading::quantity::Quantity;
#[cfg(feature = "alloc")]
pub use reading::series::Series;
pub use standard::bound::Bound;
pub use standard::class::{Class, ClassCode, Colour, ParseClassError, Quality};
pub use standard::cutoff::{Cutoff, CutoffError, ItemCutoffs, Side};
pub use standard::detection::Method;
pub use standard::item::{Item, ParseItemError};
pub use standard::item_map::ItemMap;
pub use standard::item_set::ItemSet;
pub use standard::limits::{ItemLimits, LocalLimitError, LocalLimitReason, Standard};
pub use standard::rule::{Certainty, Rule};
pub use standard::source_item::{ParseSourceItemError, SourceItem};
pub use standard::unit::{ParseUnitError, Unit, UnitError};
pub use standard::water_body::{ParseWaterBodyError, WaterBody};
