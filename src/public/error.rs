//! The small errors of all modules: each carries the value and says what was expected.
//!
//! [`Error`] unites them.
//!
//! # Example
//! ```
//! use gb3838::{Class, Error, Item, error::NameKind};
//!
//! fn read(item: &str, class: &str) -> Result<(Item, Class), Error> {
//!     Ok((item.parse()?, class.parse()?))
//! }
//! assert!(read("氨氮", "Ⅲ类").is_ok());
//! let refused = read("氨", "III");
//! assert!(matches!(refused, Err(Error::UnknownName(name)) if name.kind() == NameKind::Item));
//! ```

pub use crate::assess::black_odorous::readings::BlackOdorousError;
pub use crate::assess::city::item_index::CityIndexError;
#[cfg(feature = "alloc")]
pub use crate::assess::flow::base_flow::BaseFlowError;
pub use crate::assess::flow::flood_season::FloodSeasonError;
pub use crate::assess::impact::item_evaluation::ImpactError;
pub use crate::assess::impact::oxygen_saturation::OxygenSaturationError;
pub use crate::assess::impact::standard_index::StandardIndexError;
#[cfg(any(feature = "std", feature = "libm"))]
pub use crate::assess::lake::trophic::TrophicError;
pub use crate::assess::region::error::{ChangeError, RegionError};
#[cfg(feature = "alloc")]
pub use crate::assess::section::sum_columns::SumClassesError;
#[cfg(feature = "alloc")]
pub use crate::assess::source::rates::SourceRateError;
#[cfg(feature = "alloc")]
pub use crate::assess::source::surface_source::SourceReadingError;
pub use crate::assess::target::share::ShareError;
pub use crate::assess::trend::significance::TrendError;
pub use crate::assess::zone::function_zone::RequiredPercentError;
pub use crate::classify::batch::error::BatchError;
#[cfg(feature = "alloc")]
pub use crate::classify::batch::text_table::TextLengthError;
pub use crate::classify::ground_water::column::GroundWaterColumnError;
pub use crate::classify::sample::SampleError;
pub use crate::classify::source_item::SourceMeanError;
pub use crate::cpu::CpuLevelError;
pub use crate::number::decimal::{DecimalRangeError, ParseDecimalError, ParseDecimalReason};
pub use crate::number::fraction::ExactOverflow;
#[cfg(feature = "plan")]
pub use crate::plan::file::plan::PlanFormatError;
#[cfg(feature = "plan")]
pub use crate::plan::file::validate::PlanError;
#[cfg(feature = "plan")]
pub use crate::plan::file::validate_programme::ProgrammeError;
#[cfg(feature = "plan")]
pub use crate::plan::progress::error::ReturnError;
#[cfg(feature = "plan")]
pub use crate::plan::sections::assessment::AssessPlanError;
#[cfg(feature = "alloc")]
pub use crate::reading::columns::text_column::TextOffsetsError;
pub use crate::reading::mean::accumulator::AccumulateError;
#[cfg(feature = "alloc")]
pub use crate::reading::mean::other_series::OtherSeriesError;
pub use crate::reading::notation::{ReadingError, ReadingReason};
pub use crate::reading::other_readings::OtherReadingError;
#[cfg(feature = "alloc")]
pub use crate::reading::sums::error::{SumRangeError, SumTableError};
#[cfg(feature = "alloc")]
pub use crate::reading::sums::snapshot::SnapshotError;
pub use crate::reading::time::date::DateError;
pub use crate::reading::time::period::PeriodError;
pub use crate::reading::time::time_text::TableTimeError;
pub use crate::sheet::measured::CellError;
pub use crate::standard::class::ClassCodeError;
pub use crate::standard::cutoff::CutoffError;
pub use crate::standard::limit_row::{LimitReason, StandardError};
pub use crate::standard::local_limits::LocalLimitError;
pub use crate::standard::unit::UnitError;
pub use crate::text::error_text::QuotedText;
pub use crate::text::unknown_name::{NameKind, UnknownNameError};

/// Any error of this crate, for callers who handle them in one place.
///
/// Each function returns its own small error; all of them convert into this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text or float that is not a decimal number.
    #[error(transparent)]
    ParseDecimal(#[from] ParseDecimalError),
    /// A number that does not fit a decimal.
    #[error(transparent)]
    DecimalRange(#[from] DecimalRangeError),
    /// An exact result that needs more room than there is.
    #[error(transparent)]
    ExactOverflow(#[from] ExactOverflow),
    /// A reading that cannot enter a table of impact assessment.
    #[error(transparent)]
    Impact(#[from] ImpactError),
    /// A text that is none of the names that were expected.
    #[error(transparent)]
    UnknownName(#[from] UnknownNameError),
    /// A byte that is no code of a class.
    #[error(transparent)]
    ClassCode(#[from] ClassCodeError),
    /// A value that cannot be given in another unit.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// A sample that was refused.
    #[error(transparent)]
    Sample(#[from] SampleError),
    /// A standard of the caller's own that was refused.
    #[error(transparent)]
    Standard(#[from] StandardError),
    /// A local limit that was refused.
    #[error(transparent)]
    LocalLimit(#[from] LocalLimitError),
    /// A limit that cannot be compared at its decimals.
    #[error(transparent)]
    Cutoff(#[from] CutoffError),
    /// A text that is no reading.
    #[error(transparent)]
    Reading(#[from] ReadingError),
    /// A text that is no reading of an item beyond Table 1.
    #[error(transparent)]
    OtherReading(#[from] OtherReadingError),
    /// A column of ground water that cannot be graded.
    #[error(transparent)]
    GroundWaterColumn(#[from] GroundWaterColumnError),
    /// Readings of an item of Tables 2 and 3 that have no mean.
    #[error(transparent)]
    SourceMean(#[from] SourceMeanError),
    /// An impossible reading of a drinking-water source.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SourceReading(#[from] SourceReadingError),
    /// A reading that cannot enter a sum.
    #[error(transparent)]
    Accumulate(#[from] AccumulateError),
    /// A reading or mean of an item beside the 24.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    OtherSeries(#[from] OtherSeriesError),
    /// A date that is not in the calendar.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A text that is no time of a table.
    #[error(transparent)]
    TableTime(#[from] TableTimeError),
    /// A cell that is no reading of its column.
    #[error(transparent)]
    Cell(#[from] CellError),
    /// A period that is not valid.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// Values that make no index of a city.
    #[error(transparent)]
    CityIndex(#[from] CityIndexError),
    /// A value that has no standard index.
    #[error(transparent)]
    StandardIndex(#[from] StandardIndexError),
    /// Water without an oxygen saturation.
    #[error(transparent)]
    OxygenSaturation(#[from] OxygenSaturationError),
    /// Readings that no black-odorous water has.
    #[error(transparent)]
    BlackOdorous(#[from] BlackOdorousError),
    /// A flood season without an intensity.
    #[error(transparent)]
    FloodSeason(#[from] FloodSeasonError),
    /// Daily flows that make no assessment.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    BaseFlow(#[from] BaseFlowError),
    /// Sources that have no pass rate.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SourceRate(#[from] SourceRateError),
    /// A required share of times that is not valid.
    #[error(transparent)]
    RequiredPercent(#[from] RequiredPercentError),
    /// A share that is not valid.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// A plan that contradicts itself.
    #[cfg(feature = "plan")]
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// A report that does not fit its plan.
    #[cfg(feature = "plan")]
    #[error(transparent)]
    Returns(#[from] ReturnError),
    /// A plan file of another version.
    #[cfg(feature = "plan")]
    #[error(transparent)]
    PlanFormat(#[from] PlanFormatError),
    /// A plan that could not be assessed.
    #[cfg(feature = "plan")]
    #[error(transparent)]
    AssessPlan(#[from] AssessPlanError),
    /// A reading, a column or a table that a table of sums cannot take.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SumTable(#[from] SumTableError),
    /// Sums that have no classes, or buffers that do not fit them.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SumClasses(#[from] SumClassesError),
    /// Sums whose means have no known range.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SumRange(#[from] SumRangeError),
    /// Offsets of text that do not fit their bytes.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    TextOffsets(#[from] TextOffsetsError),
    /// More text at a time than a table takes.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    TextLength(#[from] TextLengthError),
    /// A snapshot that is no table of sums of this version.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// Columns or buffers that do not fit together.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A level that this CPU does not have.
    #[error(transparent)]
    CpuLevel(#[from] CpuLevelError),
    /// A group of sections without a state.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// Two periods that do not compare.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// A series without a trend.
    #[error(transparent)]
    Trend(#[from] TrendError),
    /// A lake without a trophic level index.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[error(transparent)]
    Trophic(#[from] TrophicError),
}
