//! Pass rates of drinking-water sources, by number and by volume, with and without exemptions.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::source::ground_water_source::GroundWaterAssessment;
use crate::assess::source::surface_assessment::SurfaceSourceAssessment;
use crate::assess::target::share::{Share, ShareError};
use crate::assess::target::verdict::Verdict;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::rule::Rule;

/// What a source is for at present.
///
/// # Reference
/// Plans (F): 在用, 备用, 规划; that rates count those in use is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SourceStatus {
    /// In use (在用): counted by the rates.
    InUse,
    /// Backup (备用): listed.
    Backup,
    /// Planned (规划): listed.
    Planned,
}

/// A source with its verdicts, as the rates need it.
///
/// # Reference
/// Monthly bulletins (S).
///
/// # Example
/// ```
/// use gb3838::{Verdict, source::{RatedSource, SourceRates, SourceStatus}};
///
/// let rates = SourceRates::of(&[
///     RatedSource::new("river intake", Verdict::Met).with_intake("120.5".parse()?),
///     RatedSource::new("old well", Verdict::Missed).with_status(SourceStatus::Backup),
/// ])?;
/// assert_eq!(rates.by_number().map(|share| share.percent(1)).transpose()?, Some("100.0".parse()?));
/// assert_eq!(rates.not_in_use().len(), 1);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatedSource {
    /// Its name.
    pub name: String,
    /// What it is for at present.
    pub status: SourceStatus,
    /// The water taken in, in one unit for all sources; `None` when it is not known.
    pub intake: Option<Decimal>,
    /// Whether it met its target, whatever the origin of what it exceeds.
    pub verdict: Verdict,
    /// The same where exempted items are no failures.
    pub verdict_with_exemptions: Verdict,
}

impl RatedSource {
    /// A source in use whose two verdicts are the same, without a known intake.
    #[must_use]
    pub fn new(name: impl Into<String>, verdict: Verdict) -> Self {
        let status = SourceStatus::InUse;
        let name = name.into();
        Self { name, status, intake: None, verdict, verdict_with_exemptions: verdict }
    }

    /// A surface source in use.
    #[must_use]
    pub fn surface(name: impl Into<String>, source: &SurfaceSourceAssessment) -> Self {
        Self::new(name, source.verdict()).or_exempted(source.verdict_with_exemptions())
    }

    /// A ground-water source in use.
    #[must_use]
    pub fn ground_water(name: impl Into<String>, source: &GroundWaterAssessment) -> Self {
        Self::new(name, source.verdict()).or_exempted(source.verdict_with_exemptions())
    }

    /// The same with another verdict where exempted items are no failures.
    #[must_use]
    pub fn or_exempted(mut self, verdict: Verdict) -> Self {
        self.verdict_with_exemptions = verdict;
        self
    }

    /// The same with its intake.
    #[must_use]
    pub fn with_intake(mut self, intake: Decimal) -> Self {
        self.intake = Some(intake);
        self
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(mut self, status: SourceStatus) -> Self {
        self.status = status;
        self
    }
}

/// Pass rates of a group of sources (水源达标率, 取水量达标率).
///
/// Counted are sources in use with a verdict. Backup and planned ones, those not assessed,
/// and by volume those without a known intake, are listed and never counted. A year's rate
/// has one entry for each source and month.
///
/// # Reference
/// Monthly bulletins (S): passing sources / sources, passing intake / total intake; both with
/// and without geological exemptions (F). Sources in use: ours.
///
/// # Example
/// ```
/// use gb3838::{Verdict, source::{RatedSource, SourceRates}};
///
/// // 亳州, July 2022: exceedances of geological origin at the first source.
/// let rates = SourceRates::of(&[
///     RatedSource::new("涡北水厂", Verdict::Missed)
///         .or_exempted(Verdict::Met)
///         .with_intake("93.72".parse()?),
///     RatedSource::new("亳州市调蓄水库", Verdict::Met).with_intake("451.05".parse()?),
/// ])?;
/// let percent = |share: Option<gb3838::target::Share>| share.map(|share| share.percent(1)).transpose();
/// assert_eq!(percent(rates.by_volume())?, Some("82.8".parse()?));
/// assert_eq!(percent(rates.by_volume_with_exemptions())?, Some("100.0".parse()?));
/// assert_eq!(percent(rates.by_number())?, Some("50.0".parse()?));
/// // Nothing assessed has no rate: never 0 or 100 %.
/// assert_eq!(SourceRates::of(&[])?.by_number(), None);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "水源达标率")]
pub struct SourceRates {
    by_number: Option<Share>,
    by_number_with_exemptions: Option<Share>,
    by_volume: Option<Share>,
    by_volume_with_exemptions: Option<Share>,
    total_intake: Decimal,
    not_in_use: Vec<(String, SourceStatus)>,
    not_assessed: Vec<String>,
    not_assessed_with_exemptions: Vec<String>,
    without_intake: Vec<String>,
}

/// Sources that have no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SourceRateError {
    /// An intake below zero.
    #[error("an intake of {intake} is not valid: expected zero or more")]
    NegativeIntake {
        /// The intake.
        intake: Decimal,
    },
    /// A total of intakes that needs more room than there is.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
    /// A share that is not valid.
    #[error(transparent)]
    Share(#[from] ShareError),
}

impl SourceRates {
    /// The rates of some sources.
    ///
    /// # Errors
    /// For a negative intake, and when the sum of all intakes does not fit a [`Decimal`].
    pub fn of(sources: &[RatedSource]) -> Result<Self, SourceRateError> {
        for intake in sources.iter().filter_map(|source| source.intake) {
            if intake.is_negative() {
                return Err(SourceRateError::NegativeIntake { intake });
            }
        }
        let in_use = |source: &&RatedSource| source.status == SourceStatus::InUse;
        let assessed = |source: &&RatedSource| source.verdict.reason().is_none();
        let counted: Vec<_> = sources.iter().filter(in_use).filter(assessed).collect();
        let of_exempted = |source: &&RatedSource| source.verdict_with_exemptions.reason().is_none();
        let counted_exempted: Vec<_> = sources.iter().filter(in_use).filter(of_exempted).collect();
        let names = |keep: &dyn Fn(&RatedSource) -> bool| -> Vec<String> {
            let kept = sources.iter().filter(in_use).filter(|source| keep(source));
            kept.map(|source| source.name.clone()).collect()
        };
        let plainly = |source: &RatedSource| source.verdict == Verdict::Met;
        let exempted = |source: &RatedSource| source.verdict_with_exemptions == Verdict::Met;
        let not_in_use = sources.iter().filter(|source| !in_use(source));
        Ok(Self {
            by_number: number_share(&counted, plainly)?,
            by_number_with_exemptions: number_share(&counted_exempted, exempted)?,
            by_volume: volume_share(&counted, plainly)?,
            by_volume_with_exemptions: volume_share(&counted_exempted, exempted)?,
            total_intake: total(counted.iter().copied())?,
            not_in_use: not_in_use.map(|source| (source.name.clone(), source.status)).collect(),
            not_assessed: names(&|source| !assessed(&source)),
            not_assessed_with_exemptions: names(&|source| !of_exempted(&source)),
            without_intake: names(&|source| assessed(&source) && source.intake.is_none()),
        })
    }

    /// Passing sources of all counted, whatever the origin of what they exceed; `None` when
    /// none is counted.
    #[must_use]
    pub const fn by_number(&self) -> Option<Share> {
        self.by_number
    }

    /// The same where exempted items are no failures.
    #[must_use]
    pub const fn by_number_with_exemptions(&self) -> Option<Share> {
        self.by_number_with_exemptions
    }

    /// Passing intake of the total intake, whatever the origin of what sources exceed;
    /// `None` when nothing was taken in.
    #[must_use]
    pub const fn by_volume(&self) -> Option<Share> {
        self.by_volume
    }

    /// The same where exempted items are no failures.
    #[must_use]
    pub const fn by_volume_with_exemptions(&self) -> Option<Share> {
        self.by_volume_with_exemptions
    }

    /// The total intake of the counted sources, in the unit of the intakes.
    #[must_use]
    pub const fn total_intake(&self) -> Decimal {
        self.total_intake
    }

    /// The sources that are not in use.
    #[must_use]
    pub fn not_in_use(&self) -> &[(String, SourceStatus)] {
        &self.not_in_use
    }

    /// The sources in use without a verdict.
    #[must_use]
    pub fn not_assessed(&self) -> &[String] {
        &self.not_assessed
    }

    /// The sources in use without a verdict where exempted items are no failures: also those
    /// where nothing else was decided. The rates with exemptions are without them.
    #[must_use]
    pub fn not_assessed_with_exemptions(&self) -> &[String] {
        &self.not_assessed_with_exemptions
    }

    /// The counted sources whose intake is not known: the rates by volume are without them.
    #[must_use]
    pub fn without_intake(&self) -> &[String] {
        &self.without_intake
    }

    /// The rules behind the rates.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let exempted = self.by_number != self.by_number_with_exemptions;
        let listed = (!self.not_in_use.is_empty()).then_some(Rule::SOURCES_IN_USE);
        let exempted = exempted.then_some(Rule::GEOLOGICAL_EXEMPTION);
        [Some(Rule::SOURCE_PASS_RATE), listed, exempted].into_iter().flatten()
    }
}

fn number_share(
    counted: &[&RatedSource],
    passes: impl Fn(&RatedSource) -> bool,
) -> Result<Option<Share>, SourceRateError> {
    let count = |count: usize| i64::try_from(count).map_err(|_| ExactOverflow::new("sum"));
    if counted.is_empty() {
        return Ok(None);
    }
    let passing = counted.iter().filter(|source| passes(source)).count();
    let (part, total) = (count(passing)?, count(counted.len())?);
    Ok(Some(Share::new(Decimal::from_integer(part), Decimal::from_integer(total))?))
}

fn volume_share(
    counted: &[&RatedSource],
    passes: impl Fn(&RatedSource) -> bool,
) -> Result<Option<Share>, SourceRateError> {
    let whole = total(counted.iter().copied())?;
    if whole.is_zero() {
        return Ok(None);
    }
    let part = total(counted.iter().copied().filter(|source| passes(source)))?;
    Ok(Some(Share::new(part, whole)?))
}

/// The exact sum of intakes, with as many places as the longest of them.
fn total<'a>(sources: impl Iterator<Item = &'a RatedSource>) -> Result<Decimal, ExactOverflow> {
    let mut sum = Fraction::ZERO;
    let mut places = 0;
    for intake in sources.filter_map(|source| source.intake) {
        sum = sum.checked_add(&Fraction::from(intake))?;
        places = places.max(intake.scale());
    }
    sum.round(places)
}
