//! The small errors of the rooms, united.

use crate::assess::black_odorous_readings::BlackOdorousError;
use crate::assess::city_item_index::CityIndexError;
use crate::assess::flood_season::FloodSeasonError;
use crate::assess::function_zone::RequiredPercentError;
use crate::assess::oxygen_saturation::OxygenSaturationError;
use crate::assess::region_error::{ChangeError, RegionError};
use crate::assess::share::ShareError;
use crate::assess::significance::TrendError;
use crate::assess::standard_index::StandardIndexError;
use crate::assess::trophic::ParseTrophicParameterError;
use crate::classify::batch_error::BatchError;
use crate::classify::dispatch::CpuLevelError;
use crate::classify::ground_water_column::GroundWaterColumnError;
use crate::classify::source_item::SourceMeanError;
use crate::number::decimal::{DecimalRangeError, ParseDecimalError};
use crate::number::fraction::ExactOverflow;
use crate::number::rounding::ParseComparisonError;
use crate::reading::accumulator::AccumulateError;
use crate::reading::beyond::OtherReadingError;
use crate::reading::date::DateError;
use crate::reading::notation::ReadingError;
use crate::reading::period::PeriodError;
use crate::reading::time_text::TableTimeError;
use crate::sheet::measured::CellError;
use crate::sheet::station_state::StationStateError;
use crate::standard::class::ParseClassError;
use crate::standard::cutoff::CutoffError;
use crate::standard::ground_water::ParseGroundWaterItemError;
use crate::standard::ground_water_class::ParseGroundWaterClassError;
use crate::standard::item::ParseItemError;
use crate::standard::limits::LocalLimitError;
use crate::standard::source_item::ParseSourceItemError;
use crate::standard::unit::{ParseUnitError, UnitError};
use crate::standard::water_body::ParseWaterBodyError;

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
    /// A text that names no comparison.
    #[error(transparent)]
    ParseComparison(#[from] ParseComparisonError),
    /// A text that names no class.
    #[error(transparent)]
    ParseClass(#[from] ParseClassError),
    /// A text that names no basic item.
    #[error(transparent)]
    ParseItem(#[from] ParseItemError),
    /// A text that names no item of Tables 2 and 3.
    #[error(transparent)]
    ParseSourceItem(#[from] ParseSourceItemError),
    /// A text that names no item of ground water.
    #[error(transparent)]
    ParseGroundWaterItem(#[from] ParseGroundWaterItemError),
    /// A text that names no class of ground water.
    #[error(transparent)]
    ParseGroundWaterClass(#[from] ParseGroundWaterClassError),
    /// A text that names no kind of water body.
    #[error(transparent)]
    ParseWaterBody(#[from] ParseWaterBodyError),
    /// A text that names no unit.
    #[error(transparent)]
    ParseUnit(#[from] ParseUnitError),
    /// A value that cannot be given in another unit.
    #[error(transparent)]
    Unit(#[from] UnitError),
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
    SourceReading(#[from] crate::assess::drinking_source::SourceReadingError),
    /// A reading that cannot enter a sum.
    #[error(transparent)]
    Accumulate(#[from] AccumulateError),
    /// A date that is not in the calendar.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A text that is no time of a table.
    #[error(transparent)]
    TableTime(#[from] TableTimeError),
    /// A cell that is no reading of its column.
    #[error(transparent)]
    Cell(#[from] CellError),
    /// A text that names no state of a station.
    #[error(transparent)]
    StationState(#[from] StationStateError),
    /// A period that is none.
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
    BaseFlow(#[from] crate::assess::flow::BaseFlowError),
    /// Sources that have no pass rate.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SourceRate(#[from] crate::assess::source_rates::SourceRateError),
    /// A required share of times that is none.
    #[error(transparent)]
    RequiredPercent(#[from] RequiredPercentError),
    /// A share that is none.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// A plan that contradicts itself.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    Plan(#[from] crate::plan::validate::PlanError),
    /// A report that does not fit its plan.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    Reported(#[from] crate::plan::reported_error::ReportedError),
    /// A plan file of another version.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    PlanFormat(#[from] crate::plan::plan::PlanFormatError),
    /// A plan that could not be assessed.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    AssessPlan(#[from] crate::plan::plan_assessment::AssessPlanError),
    /// A reading, a column or a table that a table of sums cannot take.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    SumTable(#[from] crate::reading::table_error::SumTableError),
    /// A snapshot that is no table of sums of this version.
    #[cfg(feature = "alloc")]
    #[error(transparent)]
    Snapshot(#[from] crate::reading::snapshot::SnapshotError),
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
    /// A text that names no parameter of the trophic level index.
    #[error(transparent)]
    ParseTrophicParameter(#[from] ParseTrophicParameterError),
    /// A lake without a trophic level index.
    #[cfg(any(feature = "std", feature = "libm"))]
    #[error(transparent)]
    Trophic(#[from] crate::assess::trophic::TrophicError),
}
