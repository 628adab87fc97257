//! A year of a function zone: by its mean, and by how often the target was met.

use core::fmt;

use crate::assess::section::pollution_items::{
    PollutionItem, PollutionItems, PollutionItemsOptions,
};
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::share::{Share, SharePrecision};
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::assess::zone::function_zone::{
    FunctionZone, FunctionZoneOptions, LeftOut, ZoneItems, ZoneMethod,
};
use crate::number::fraction::ExactOverflow;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::text::padded::padded;

impl FunctionZoneOptions {
    /// Judges a zone by the assessments of its year and by that of its annual mean; both
    /// methods are in the result, and the rules say which is the verdict.
    ///
    /// The assessments are asked for the zone's target, whatever target they were made with:
    /// results below a detection limit prove nothing against it where they are not decidable,
    /// and are counted.
    ///
    /// # Errors
    /// When a count or a share does not fit.
    ///
    /// # Reference
    /// SL 395-2007 (K).
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Class, Classifier, Item, ItemMap, Measurement, Reading, Verdict, WaterBody,
    ///     zone::{FunctionZone, FunctionZoneOptions},
    /// };
    ///
    /// let section = |classifier: &Classifier, cell| -> Result<_, gb3838::Error> {
    ///     let reading = Reading::parse(cell, Item::AmmoniaNitrogen)?;
    ///     let entry = (Item::AmmoniaNitrogen, Measurement::from(reading));
    ///     Ok(classifier.assess(&ItemMap::from_iter([entry]))?)
    /// };
    /// // Three of four times at most 1.0 mg/L; the mean is 0.90.
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let times = [section(&river, "0.7")?, section(&river, "0.8")?, section(&river, "0.8")?, section(&river, "1.3")?];
    /// let mean = section(&Classifier::for_means(WaterBody::River), "0.90")?;
    /// let zone = FunctionZone::new(Class::III);
    /// let year = FunctionZoneOptions::by_frequency().assess(&zone, &times, Some(&mean))?;
    /// assert_eq!((year.times_assessed(), year.times_met()), (4, 3));
    /// // 75 % of the times is too little, and the mean is the milder method.
    /// assert_eq!(year.verdict_by_frequency(), Verdict::Missed);
    /// assert_eq!(year.verdict_by_mean(), Verdict::Met);
    /// let failing: Vec<_> = year.failing_times().map(|entry| entry.to_string()).collect();
    /// assert_eq!(failing, ["氨氮(25%)"]);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn assess(
        &self,
        zone: &FunctionZone,
        times: &[SectionAssessment],
        annual_mean: Option<&SectionAssessment>,
    ) -> Result<FunctionZoneAssessment, ExactOverflow> {
        let mut year = FunctionZoneAssessment {
            zone: *zone,
            rules: *self,
            times_assessed: 0,
            times_met: 0,
            times_incomplete: 0,
            items: ItemMap::new(),
            undecided: ItemMap::new(),
            frequency: Verdict::NotAssessed(NotAssessed::NoTarget),
            mean: Verdict::NotAssessed(NotAssessed::NoTarget),
            worse_by_mean: None,
            absent_by_mean: ItemSet::EMPTY,
            undecided_by_mean: ItemSet::EMPTY,
        };
        let Some(target) = zone.target() else { return Ok(year) };
        for time in times {
            year.count(&time.for_target(Some(target)), target)?;
        }
        year.frequency = match year.annual_rate() {
            Some(rate) => {
                let required = Bound::AtLeast(self.required_percent());
                met(rate.meets(&required, SharePrecision::Exact)?)
            }
            None if times.is_empty() => Verdict::NotAssessed(NotAssessed::NoReadings),
            None => Verdict::NotAssessed(NotAssessed::NoClass),
        };
        year.mean = Verdict::NotAssessed(NotAssessed::NoReadings);
        if let Some(mean) = annual_mean {
            let mean = mean.for_target(Some(target));
            let asked = self.items().of(mean.asked());
            let meets = |item: Item| mean.item_meets(item, target);
            let items: ItemSet =
                self.participating(&mean).iter().filter(|item| meets(*item).is_some()).collect();
            let open = |item: &Item| mean.measured(*item).is_some() && !mean.is_excluded(*item);
            year.undecided_by_mean = asked.difference(items).iter().filter(open).collect();
            year.absent_by_mean = asked.difference(items).difference(year.undecided_by_mean);
            year.mean = if items.is_empty() {
                Verdict::NotAssessed(if year.undecided_by_mean.is_empty() {
                    NotAssessed::NoClass
                } else {
                    NotAssessed::Undecidable
                })
            } else {
                met(items.iter().all(|item| meets(item) == Some(true)))
            };
            let entries =
                items.iter().filter(|item| meets(*item) == Some(false)).filter_map(|item| {
                    let multiple = mean.exceedance_multiple(item, target);
                    mean.class_of(item).map(|class| PollutionItem::new(item, Some(class), multiple))
                });
            year.worse_by_mean = Some(PollutionItems::ranked(entries, target, &BY_CLASS));
        }
        Ok(year)
    }

    fn participating(&self, section: &SectionAssessment) -> ItemSet {
        self.items().of(section.asked()).intersection(section.participating())
    }
}

/// All failing items, the worse class first, then the larger multiple.
const BY_CLASS: PollutionItemsOptions =
    PollutionItemsOptions::DOCUMENT_22.with_priority(ItemSet::EMPTY).with_at_most(Item::ALL.len());

const fn met(yes: bool) -> Verdict {
    if yes { Verdict::Met } else { Verdict::Missed }
}

/// A year of a function zone, by both methods.
///
/// # Reference
/// SL 395-2007 (K).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionZoneAssessment {
    zone: FunctionZone,
    rules: FunctionZoneOptions,
    times_assessed: u32,
    times_met: u32,
    times_incomplete: u32,
    /// How often each item was assessed, and how often it failed.
    items: ItemMap<(u32, u32)>,
    /// How often a result below detection proved nothing of an item.
    undecided: ItemMap<u32>,
    frequency: Verdict,
    mean: Verdict,
    worse_by_mean: Option<PollutionItems>,
    absent_by_mean: ItemSet,
    undecided_by_mean: ItemSet,
}

/// An item that failed at some times of the year.
///
/// # Reference
/// Reports of function zones (S): 氨氮(50%).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailingTimes {
    item: Item,
    failed: u32,
    share: Share,
}

impl FailingTimes {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// How often it failed.
    #[must_use]
    pub const fn failed(&self) -> u32 {
        self.failed
    }

    /// The failing times of those at which the item was assessed.
    #[must_use]
    pub const fn share(&self) -> &Share {
        &self.share
    }
}

impl fmt::Display for FailingTimes {
    /// As printed: `氨氮(50%)`; with a precision, so many decimals of the percentage.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = f.precision().and_then(|places| u8::try_from(places).ok()).unwrap_or(0);
        let percent = self.share.percent(decimals).map_err(|_| fmt::Error)?;
        padded(f, fmt::Alignment::Left, |out| write!(out, "{}({percent}%)", self.item.name_zh()))
    }
}

impl FunctionZoneAssessment {
    fn count(&mut self, time: &SectionAssessment, target: Class) -> Result<(), ExactOverflow> {
        let asked = self.rules.items().of(time.asked());
        let meets = |item: Item| time.item_meets(item, target);
        let items: ItemSet =
            self.rules.participating(time).iter().filter(|item| meets(*item).is_some()).collect();
        for item in asked.difference(items).iter() {
            if time.measured(item).is_some() && !time.is_excluded(item) {
                let mut undecided = self.undecided.get(item).copied().unwrap_or_default();
                count_up(&mut undecided)?;
                self.undecided.insert(item, undecided);
            }
        }
        if items.is_empty() {
            return Ok(());
        }
        count_up(&mut self.times_assessed)?;
        if items != asked {
            count_up(&mut self.times_incomplete)?;
        }
        let mut all_meet = true;
        for item in items.iter() {
            let (mut assessed, mut failed) = self.items.get(item).copied().unwrap_or_default();
            count_up(&mut assessed)?;
            if meets(item) == Some(false) {
                count_up(&mut failed)?;
                all_meet = false;
            }
            self.items.insert(item, (assessed, failed));
        }
        if all_meet { count_up(&mut self.times_met) } else { Ok(()) }
    }

    /// How many of the year's assessments had an item that counts.
    #[must_use]
    pub const fn times_assessed(&self) -> u32 {
        self.times_assessed
    }

    /// How many of them met the target.
    #[must_use]
    pub const fn times_met(&self) -> u32 {
        self.times_met
    }

    /// How many of them lacked one of the items.
    #[must_use]
    pub const fn times_incomplete(&self) -> u32 {
        self.times_incomplete
    }

    /// The annual rate (年度达标率): times met of times assessed, exactly; `None` for none.
    #[must_use]
    pub fn annual_rate(&self) -> Option<Share> {
        Share::of_counts(self.times_met, self.times_assessed).ok()
    }

    /// The verdict by frequency.
    #[must_use]
    pub const fn verdict_by_frequency(&self) -> Verdict {
        self.frequency
    }

    /// The verdict by the annual mean.
    #[must_use]
    pub const fn verdict_by_mean(&self) -> Verdict {
        self.mean
    }

    /// The method of the verdict, annual mean or frequency: that of the zone, or else that of
    /// the options, by how many times were assessed.
    #[must_use]
    pub fn method(&self) -> ZoneMethod {
        self.zone.method().unwrap_or(self.rules.method()).of_times(self.times_assessed)
    }

    /// The verdict by the [method](Self::method) of the zone or of the options.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.method() {
            ZoneMethod::AnnualMean => self.mean,
            // A method that depends on a count has come to one of the two.
            ZoneMethod::Frequency | ZoneMethod::MeanWhereFewerThan(_) => self.frequency,
        }
    }

    /// The items that failed at some times, in the order of Table 1.
    pub fn failing_times(&self) -> impl Iterator<Item = FailingTimes> {
        self.items.iter().filter(|(_, (_, failed))| *failed > 0).filter_map(
            |(item, (assessed, failed))| {
                let share = Share::of_counts(*failed, *assessed).ok()?;
                Some(FailingTimes { item, failed: *failed, share })
            },
        )
    }

    /// The items whose annual mean is worse than the target, with their multiples over it;
    /// `None` without a mean or a target.
    #[must_use]
    pub const fn worse_by_mean(&self) -> Option<&PollutionItems> {
        self.worse_by_mean.as_ref()
    }

    /// The items that count and have no class by the annual mean: the verdict by the mean is
    /// without them.
    #[must_use]
    pub const fn absent_by_mean(&self) -> ItemSet {
        self.absent_by_mean
    }

    /// The items whose annual mean is below detection and proves nothing against the target.
    #[must_use]
    pub const fn undecided_by_mean(&self) -> ItemSet {
        self.undecided_by_mean
    }

    /// The items of which some results below detection proved nothing against the target, and
    /// how often: such times count neither as met nor as failed by them.
    pub fn undecided_times(&self) -> impl Iterator<Item = (Item, u32)> {
        self.undecided.iter().map(|(item, times)| (item, *times))
    }

    /// The zone.
    #[must_use]
    pub const fn zone(&self) -> &FunctionZone {
        &self.zone
    }

    /// Why the zone is not counted, if so.
    #[must_use]
    pub fn left_out(&self) -> Option<LeftOut> {
        self.zone.left_out(self.rules.dry_months())
    }

    /// How it was judged.
    #[must_use]
    pub const fn options(&self) -> &FunctionZoneOptions {
        &self.rules
    }

    /// The rules behind the verdict.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let pair = (self.rules.items() != ZoneItems::All).then_some(Rule::ZONE_PAIR);
        let left_out = self.left_out().map(LeftOut::rule);
        [Some(self.method().rule()), pair, left_out].into_iter().flatten()
    }
}

/// Counts one more.
pub(crate) fn count_up(count: &mut u32) -> Result<(), ExactOverflow> {
    *count = count.checked_add(1).ok_or(ExactOverflow::new("sum"))?;
    Ok(())
}
