//! One item at one section in a table of impact assessment: range, largest index, rate, verdict.

use core::cmp::Reverse;

use crate::assess::impact::exceedance_rate::ExceedanceRate;
use crate::assess::impact::oxygen_saturation::OxygenSaturation;
use crate::assess::impact::standard_index::{StandardIndex, StandardIndexError, StandardIndexForm};
use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::classify::undecidable::{decided, may_keep};
use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::number::rounding::Comparison;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::{Missing, Reading, ReadingError, check};
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::cutoff::Cutoff;
use crate::standard::item::Item;
use crate::standard::limits::Standard;
use crate::standard::water_body::WaterBody;

/// How items are evaluated for a table of impact assessment.
///
/// # Reference
/// HJ 2.3-2018 (K), HJ/T 2.3-93 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ImpactOptions {
    /// The class whose limits are asked.
    pub class: Class,
    /// The form of the index of dissolved oxygen: [`StandardIndexForm::Oxygen1993`], and that of
    /// 2018 otherwise.
    pub oxygen: StandardIndexForm,
}

impl ImpactOptions {
    /// Class III, and the forms of HJ 2.3-2018.
    pub const HJ_2_3_2018: Self = Self { class: Class::III, oxygen: StandardIndexForm::Oxygen2018 };
}

/// A reading that cannot enter an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImpactError {
    /// The reading is impossible.
    #[error(transparent)]
    Reading(#[from] ReadingError),
    /// The exact result has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

/// One item at one section: samples, range, limit, largest standard index, rate of exceedance,
/// largest multiple, verdict.
///
/// A sample exceeds where its index is above 1; oxygen far above saturation does so too, and is
/// counted. A result below detection has the index of half its limit; where that exceeds although
/// the true value may not, the sample decides nothing: it is counted as undecidable, and is in
/// neither the largest index nor the rate. A sample without an index, such as oxygen that may be
/// above a saturation that nobody told, is held against the limit itself, and counted. So is one
/// whose value could not be read: it may exceed, and leaves open what no other sample decides.
///
/// # Reference
/// HJ 2.3-2018, 水质指数法 (K); half the detection limit: 82号 (S); undecidable, not read: ours.
///
/// # Example
/// ```
/// use gb3838::{Item, Reading, Standard, Verdict, WaterBody};
/// use gb3838::impact::{ImpactOptions, ItemEvaluation};
///
/// let (item, options) = (Item::TotalPhosphorus, ImpactOptions::HJ_2_3_2018);
/// let standard = Standard::GB_3838_2002;
/// let mut row = ItemEvaluation::new(item, WaterBody::River, &standard, options)
///     .ok_or("phosphorus has a limit")?;
/// for cell in ["0.10", "0.25", "0.01L"] {
///     row.add(&Reading::parse(cell, item)?, None)?;
/// }
/// assert_eq!((row.samples(), row.below(), row.rate().exceeding()), (3, 1, 1));
/// assert_eq!(row.largest().map(|index| index.round(2)).transpose()?, Some("1.25".parse()?));
/// assert_eq!(row.multiple().map(|it| it.round(2)).transpose()?, Some("0.25".parse()?));
/// assert_eq!(row.verdict(), Verdict::Missed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemEvaluation {
    item: Item,
    limit: Bound,
    options: ImpactOptions,
    samples: u32,
    below: u32,
    missing: [u32; Missing::ALL.len()],
    not_read: u32,
    undecidable: u32,
    supersaturated: u32,
    without_index: u32,
    least: Option<Reading>,
    greatest: Option<Reading>,
    largest: Option<StandardIndex>,
    /// Kept where the mean of the indices is asked for.
    sum_of_indices: Option<Exact>,
    multiple: Option<ExceedanceMultiple>,
    rate: ExceedanceRate,
}

impl ItemEvaluation {
    /// An item without samples; `None` where the standard sets no limit of that class.
    #[must_use]
    pub fn new(
        item: Item,
        body: WaterBody,
        standard: &Standard,
        options: ImpactOptions,
    ) -> Option<Self> {
        Some(Self {
            item,
            limit: standard.limit(item, body, options.class)?,
            options,
            samples: 0,
            below: 0,
            missing: [0; Missing::ALL.len()],
            not_read: 0,
            undecidable: 0,
            supersaturated: 0,
            without_index: 0,
            least: None,
            greatest: None,
            largest: None,
            sum_of_indices: None,
            multiple: None,
            rate: ExceedanceRate::default(),
        })
    }

    /// The same without samples, which keeps the sum of their indices for
    /// [`mean_index`](Self::mean_index). The sum is exact: of thousands of samples of oxygen it is a
    /// number of some thousand digits. Where it has no room there is no mean.
    #[must_use]
    pub fn with_mean_index(mut self) -> Self {
        self.sum_of_indices = Some(Exact::ZERO);
        self
    }

    /// Adds a reading; for dissolved oxygen with the saturation of its water, where it is known.
    ///
    /// # Errors
    /// When the reading is impossible, or an exact result has no room; the evaluation is
    /// unchanged then.
    pub fn add(
        &mut self,
        reading: &Reading,
        saturation: Option<&OxygenSaturation>,
    ) -> Result<(), ImpactError> {
        check(reading, self.item)?;
        let (value, is_below) = match reading {
            Reading::Missing(reason) => {
                let count = &mut self.missing[*reason as usize];
                *count = count.saturating_add(1);
                return Ok(());
            }
            Reading::Value(value) => (*value, false),
            // A limit whose half has no room is refused by the check.
            Reading::Below(limit) => match limit.half() {
                Ok(half) => (half, true),
                Err(_) => return Err(ExactOverflow::new("half of a detection limit").into()),
            },
        };
        let index = self.index(value, saturation)?;
        let number = Fraction::from(value);
        let exceeds = match &index {
            Some(index) => index.exceeds(),
            None => !self.limit.holds(&number),
        };
        if let (Some(index), Some(sum)) = (&index, &self.sum_of_indices) {
            // A sum without room is given up, and not the sample.
            self.sum_of_indices = sum.checked_add(&Exact::from(*index.value())).ok();
        }
        self.samples += 1;
        self.below += u32::from(is_below);
        self.without_index += u32::from(index.is_none());
        let sides =
            Cutoff::of_bound(self.limit, self.item.assessment_decimals(), Comparison::FullValue);
        match decided(!exceeds, is_below, || may_keep(sides, &Quantity::from(value))) {
            None => self.undecidable += 1,
            Some(keeps) => self.note_decided(&number, index, !keeps),
        }
        // Of equal ones, the same in any order: a result below detection is the least, a value the
        // greatest, and the one with more digits stands for those with fewer.
        let rank = |reading: &Reading| match reading {
            Reading::Value(value) => Some((*value, true, value.scale())),
            Reading::Below(limit) => Some((limit.half().ok()?, false, limit.scale())),
            Reading::Missing(_) => None,
        };
        let as_least = |reading: &Reading| {
            rank(reading).map(|(value, is_value, scale)| (value, is_value, Reverse(scale)))
        };
        if self.least.is_none_or(|least| as_least(reading) < as_least(&least)) {
            self.least = Some(*reading);
        }
        if self.greatest.is_none_or(|greatest| rank(reading) > rank(&greatest)) {
            self.greatest = Some(*reading);
        }
        Ok(())
    }

    /// Adds a sample whose value could not be read, such as `>50`.
    pub const fn add_not_read(&mut self) {
        self.not_read = self.not_read.saturating_add(1);
    }

    /// The index of a value; `None` where there is none, so that the limit itself decides.
    fn index(
        &self,
        value: Decimal,
        saturation: Option<&OxygenSaturation>,
    ) -> Result<Option<StandardIndex>, ExactOverflow> {
        let index = match (self.item, self.limit, saturation) {
            (Item::Ph, Bound::Within(lower, upper), _) => StandardIndex::of_ph(value, lower, upper),
            (Item::DissolvedOxygen, Bound::AtLeast(limit), Some(saturation)) => {
                match self.options.oxygen {
                    StandardIndexForm::Oxygen1993 => {
                        StandardIndex::of_oxygen_1993(value, limit, saturation)
                    }
                    _ => StandardIndex::of_oxygen_2018(value, limit, saturation),
                }
            }
            (_, Bound::AtMost(limit), _) => StandardIndex::of_concentration(value, limit),
            _ => return Ok(None),
        };
        match index {
            Ok(index) => Ok(Some(index)),
            Err(StandardIndexError::Overflow(error)) => Err(error),
            Err(_) => Ok(None),
        }
    }

    /// Notes a sample that decides something.
    fn note_decided(&mut self, value: &Fraction, index: Option<StandardIndex>, exceeds: bool) {
        self.rate = self.rate.with(exceeds);
        // The limit of oxygen is its least; what keeps to it exceeds by saturation alone.
        self.supersaturated += u32::from(exceeds && self.limit.holds(value));
        let is_larger = |index: &StandardIndex| {
            self.largest.is_none_or(|largest| index.value() > largest.value())
        };
        if let Some(index) = index.filter(is_larger) {
            self.largest = Some(index);
        }
        let Bound::AtMost(limit) = self.limit else { return };
        if exceeds && let Some(multiple) = ExceedanceMultiple::over(value, limit) {
            self.multiple = Some(self.multiple.map_or(multiple, |most| most.max(multiple)));
        }
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The limit that was asked.
    #[must_use]
    pub const fn limit(&self) -> Bound {
        self.limit
    }

    /// How it was evaluated.
    #[must_use]
    pub const fn options(&self) -> ImpactOptions {
        self.options
    }

    /// The samples with a value, those below detection included.
    #[must_use]
    pub const fn samples(&self) -> u32 {
        self.samples
    }

    /// How many of them are below a detection limit.
    #[must_use]
    pub const fn below(&self) -> u32 {
        self.below
    }

    /// The samples without a value.
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.missing.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The samples without a value, for each reason that occurred.
    pub fn missing_by_reason(&self) -> impl Iterator<Item = (Missing, u32)> + '_ {
        Missing::ALL.into_iter().zip(self.missing).filter(|(_, count)| *count > 0)
    }

    /// The samples whose value could not be read.
    #[must_use]
    pub const fn not_read(&self) -> u32 {
        self.not_read
    }

    /// The results below detection that decide nothing: half their limit exceeds.
    #[must_use]
    pub const fn undecidable(&self) -> u32 {
        self.undecidable
    }

    /// The samples of dissolved oxygen that keep to the limit and exceed all the same: they lie so
    /// far above saturation that their index is above 1.
    #[must_use]
    pub const fn supersaturated(&self) -> u32 {
        self.supersaturated
    }

    /// The samples without an index: oxygen without a saturation, or of zero. They are held
    /// against the limit itself.
    #[must_use]
    pub const fn without_index(&self) -> u32 {
        self.without_index
    }

    /// The least and the greatest reading, those below detection by half their limit, in any order
    /// of samples the same.
    #[must_use]
    pub const fn range(&self) -> Option<(&Reading, &Reading)> {
        match (&self.least, &self.greatest) {
            (Some(least), Some(greatest)) => Some((least, greatest)),
            _ => None,
        }
    }

    /// The largest standard index of the samples that decide something.
    #[must_use]
    pub const fn largest(&self) -> Option<&StandardIndex> {
        self.largest.as_ref()
    }

    /// The mean of the indices, where it was [asked for](Self::with_mean_index), of results below
    /// detection by half their limit; `None` where any sample has none, for then it would be of
    /// others than the table shows, where it is above 1 by such halves alone, which prove nothing,
    /// and where the sum has no room.
    #[must_use]
    pub fn mean_index(&self) -> Option<Fraction> {
        self.exact_mean_index()?.fraction().ok()
    }

    /// The same in full, however long it is.
    pub(crate) fn exact_mean_index(&self) -> Option<Exact> {
        if self.without_index > 0 || self.samples == 0 {
            return None;
        }
        let sum = self.sum_of_indices.as_ref()?;
        let mean = sum.divided_by_count(self.samples.into()).ok()?;
        let proves_nothing = self.below == self.samples && self.undecidable > 0;
        let exceeds = mean.fraction().ok()?.compare(Decimal::from_integer(1)).is_gt();
        (!(proves_nothing && exceeds)).then_some(mean)
    }

    /// The largest multiple over the limit, where any sample exceeds; none for pH and dissolved
    /// oxygen.
    #[must_use]
    pub const fn multiple(&self) -> Option<&ExceedanceMultiple> {
        self.multiple.as_ref()
    }

    /// How many of the samples that decide something exceed.
    #[must_use]
    pub const fn rate(&self) -> &ExceedanceRate {
        &self.rate
    }

    /// Missed where any sample exceeds; met where each is decided and none does. A value that
    /// could not be read decides nothing.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        if self.rate.exceeding() > 0 {
            Verdict::Missed
        } else if self.not_read > 0 {
            Verdict::NotAssessed(NotAssessed::NotRead)
        } else if self.samples == 0 {
            Verdict::NotAssessed(NotAssessed::NoReadings)
        } else if self.undecidable > 0 {
            Verdict::NotAssessed(NotAssessed::Undecidable)
        } else {
            Verdict::Met
        }
    }
}
