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
//! The cells of a laboratory sheet have a class, and the items that decide it:
//! ```
//! use gb3838::{Class, Classifier, Sample, WaterBody};
//!
//! let sample = Sample::parse_named([("pH", "7.66"), ("CODMn", "13.3"), ("汞", "0.00004L")])?;
//! let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
//! assert_eq!(section.class(), Some(Class::V));
//! assert_eq!(section.determining().to_string(), "CODMn");
//! # Ok::<(), gb3838::Error>(())
//! ```
//! A year is judged by its means, exactly, against its target:
//! ```
//! # #[cfg(feature = "alloc")] {
//! use gb3838::{
//!     Circumstances, Class, Classifier, Item, Period, Reading, Sample, Series, Target, Verdict,
//!     WaterBody, Year,
//! };
//!
//! let mut series = Series::new();
//! for (day, cell) in [("2026-01-05", "0.151"), ("2026-02-05", "0.150"), ("2026-02-19", "0.159")] {
//!     series.add(day.parse()?, Item::TotalPhosphorus, &Reading::parse(cell, Item::TotalPhosphorus)?)?;
//! }
//! let year = Period::year(Year::new(2026)?);
//! let means = series.means(&year, year.averaging())?;
//! let known = Circumstances::new().with_target(Class::II);
//! let section = Classifier::for_means(WaterBody::River).assess_with(&Sample::from(&means), &known)?;
//! assert_eq!(section.class(), Some(Class::III));
//! // How far over its target: (0.151 + 0.1545) / 2 = 0.15275 → 0.153; 0.153 / 0.1 − 1.
//! let multiple = section.exceedance_multiple(Item::TotalPhosphorus, Class::II);
//! assert_eq!(multiple.map(|it| it.round(2)).transpose()?, Some("0.53".parse()?));
//! let judgement = Target::class(Year::new(2024)?, Class::II).judge_section(&section);
//! assert_eq!(judgement.verdict(), Verdict::Missed);
//! // Two months of twelve, and phosphorus alone of the five items: it may still change.
//! assert!(judgement.is_provisional() && section.is_of_few_items());
//! # }
//! # Ok::<(), gb3838::Error>(())
//! ```
//!
//! # Which way for which job
//! | job | way |
//! |---|---|
//! | one set of cells: class and reasons | [`Sample`], [`Classifier::assess`] |
//! | one value of one item | [`Reading::parse`], [`Classifier::class_of`] |
//! | a table of months or days of one section | [`Series`], [`Period`], [`Series::means`], [`Classifier::assess_with`] |
//! | a year of many sections | [`SumTable`], [`Classifier::assess_sums`] |
//! | columns of a data frame or of Arrow | [`Batch`], [`Column`], [`Outputs`]; a record batch: [`guide::batch`] |
//! | JSON in, JSON out | [`Sample`] is read, [`SectionAssessment`] is written: [`guide::plain_data`] |
//! | a target, met or missed | [`Target::judge`]; the rest of the year: [`target::Outlook`] |
//! | a plan with goals, sources, flows, tasks | [`plan::Plan::assess`], [`plan::Plan::progress`] |
//! | a river, basin or region | [`region::RegionAssessment`] |
//! | a lake of several points, its trophic state | [`lake::Lake`], [`lake::TrophicIndex`]; chlorophyll-a, transparency: [`mean::OtherSeries`] |
//! | a drinking-water source, a well | [`source::SurfaceSource`], [`ground_water::GroundWaterSource`]; cells by name: [`source::SurfaceItem`] |
//! | a station's sample, in little room | [`Classifier::section_class`] |
//! | a station's rolling window | [`Accumulator::remove`] |
//! | local limits | [`Standard::with_limit`], [`Classifier::with_standard`] |
//! | words for readers, Chinese or English | [`report::Language`] |
//! | a later edition, the classes of another country | [`Standard::new`], [`guide::standard_file`] |
//!
//! # More
//! [`guide::rules`]: every rule with its document, certainty and function. [`guide::traps`]: what
//! other software and prints get wrong. [`guide::exactness`]: what is exact, and how.
//! [`guide::batch`]: columns in, classes out. [`guide::plan_file`]: the plan file, key by key.
//! [`guide::standard_file`]: a standard of one's own, key by key. [`guide::plain_data`]: results as
//! data, key by key.
//!
//! # Features
//! | feature | |
//! |---|---|
//! | `std` (default) | the standard library: loops compiled for each processor, threads, logarithms |
//! | `alloc` (default) | what returns owned data: [`Series`], [`sums`], [`Target`], regions, cities, tables |
//! | `plan` (default) | [`plan`] and [`report`] |
//! | `serde` | plain data in and out: values as text, plans, reports |
//! | `rayon` | batches on a pool of threads |
//! | `chrono`, `jiff` | dates of these crates, to and fro |
//! | `libm` | logarithms where there is no standard library |
//!
//! With `std` alone these are classes and batches, in a third of the compile time. Without any of
//! them the core works on bare metal.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(clippy::alloc_instead_of_core, clippy::std_instead_of_alloc, clippy::std_instead_of_core)]

#[cfg(any(feature = "alloc", test))]
extern crate alloc;

// The rooms in the order in which data walk through them; pages of types show their calls so.
mod bits;
mod cpu;
mod text;

mod number;

mod standard;

mod reading;

pub mod sheet;

mod classify;

mod assess;

#[cfg(feature = "plan")]
pub mod plan;

#[cfg(feature = "plan")]
pub mod report;

pub mod guide;
mod public;

pub use public::{
    batch, black_odorous, city, error, flow, ground_water, impact, lake, limits, mean, region,
    section, source, target, time, trend, zone,
};
#[cfg(feature = "alloc")]
pub use public::{possible, sums};

pub use assess::section::circumstances::{Circumstances, Exemption};
pub use assess::section::section::SectionAssessment;
#[cfg(feature = "alloc")]
pub use assess::target::target::Target;
pub use assess::target::verdict::{NotAssessed, Verdict};
pub use bits::Bits;
pub use classify::batch::batch::Batch;
pub use classify::batch::columns::Column;
pub use classify::batch::outputs::Outputs;
pub use classify::classifier::Classifier;
pub use classify::judgement::{Judgement, Measurement};
pub use classify::sample::Sample;
pub use number::decimal::Decimal;
pub use number::fraction::Fraction;
pub use number::rounding::Comparison;
pub use public::error::Error;
pub use reading::mean::accumulator::Accumulator;
pub use reading::mean::mean::Mean;
pub use reading::mean::quantity::Quantity;
#[cfg(feature = "alloc")]
pub use reading::mean::series::Series;
pub use reading::notation::{Missing, Notation, Reading};
#[cfg(feature = "alloc")]
pub use reading::sums::table::SumTable;
pub use reading::time::date::{Date, Month, Timestamp, Year};
pub use reading::time::period::{Averaging, Period, Sufficiency};
pub use standard::bound::Bound;
pub use standard::class::{Class, ClassCode, Colour, Quality};
pub use standard::item::Item;
pub use standard::item_map::ItemMap;
pub use standard::item_set::ItemSet;
pub use standard::limits::Standard;
pub use standard::rule::{Certainty, Rule};
pub use standard::unit::Unit;
pub use standard::water_body::WaterBody;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Those of the Chinese one too.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
struct ReadmeInChinese;
