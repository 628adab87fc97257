//! What the rest of the year must bring for a section to meet a class.

use crate::assess::section::circumstances::Circumstances;
use crate::assess::section::last_year::LastYear;
use crate::assess::target::demand::Demand;
use crate::assess::target::item_outlook::{ItemOutlook, Prospect};
use crate::assess::target::target::Target;
use crate::assess::target::year_so_far::Rest;
use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::accumulator::AccumulateError;
use crate::reading::mean::series::Series;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::reading::time::date::Month;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// What the rest of a year must bring for a section to meet a class.
///
/// The year's mean is the mean of its monthly means. Months up to the last one read count as
/// they are, also when some have no value or one is filled in part; the months after it are
/// open, whatever is there already, and the numbers here are the mean of those open months. A
/// month that is still running is open when the one before it is given as the last.
///
/// # Reference
/// The mean of months: 环办监测函〔2020〕82号 (K); the outlook itself is ours.
///
/// # Example
/// ```
/// use gb3838::{Class, Classifier, Item, Reading, Series, WaterBody, target::{Outlook, Prospect}};
///
/// let mut series = Series::new();
/// for (day, cell) in [("2026-01-05", "0.30"), ("2026-02-05", "0.26")] {
///     series.add(day.parse()?, Item::TotalPhosphorus, &Reading::parse(cell, Item::TotalPhosphorus)?)?;
/// }
/// let river = Classifier::for_means(WaterBody::River);
/// let february = "2026-02-05".parse::<gb3838::Date>()?.month();
/// let outlook = Outlook::of(&series, february, &river, Class::III)?;
/// // (0.56 + 10 · x) / 12 ≤ 0.2005, so x ≤ 0.1846: with 0.185 it rounds to 0.201.
/// let item = outlook.item(Item::TotalPhosphorus).ok_or("no value")?;
/// assert_eq!(item.most(4)?.map(|most| most.to_string()).as_deref(), Some("0.1846"));
/// assert_eq!(outlook.prospect(), Some(Prospect::StillPossible));
/// // The other twenty items have no value so far.
/// assert_eq!(outlook.absent().len(), 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[doc(alias = "剩余月份")]
pub struct Outlook {
    items: ItemMap<ItemOutlook>,
    absent: ItemSet,
    undecidable: ItemSet,
    not_limited: ItemSet,
    known: Circumstances,
    /// Whether the year is over and has no class, for want of one of the five items.
    withheld: bool,
    target: Option<Class>,
    classifier: Classifier,
}

impl Outlook {
    /// The outlook after the last month that was read.
    ///
    /// Items that take part and have a value so far are looked at.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn of(
        series: &Series,
        through: Month,
        classifier: &Classifier,
        target: Class,
    ) -> Result<Self, AccumulateError> {
        let target = Target::class(through.year(), target);
        Self::for_target(series, through, classifier, &target, None)
    }

    /// The outlook after the last month that was read, for a target with limits of single
    /// items, or one that asks for no worse than last year.
    ///
    /// Where last year's class is asked for and not known, the rest of the target is looked at.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn for_target(
        series: &Series,
        through: Month,
        classifier: &Classifier,
        target: &Target,
        last_year: Option<Class>,
    ) -> Result<Self, AccumulateError> {
        let known = last_year.map_or(LastYear::UNKNOWN, LastYear::known);
        let known = Circumstances::new().with_last_year(known);
        Self::for_target_with(series, through, classifier, target, &known)
    }

    /// The same with the exclusions, own items and last year of the section.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn for_target_with(
        series: &Series,
        through: Month,
        classifier: &Classifier,
        target: &Target,
        circumstances: &Circumstances,
    ) -> Result<Self, AccumulateError> {
        Self::from_rests(classifier, target, circumstances, |item| Rest::of(series, item, through))
    }

    /// The outlook from sums: of a section, or of the points of a lake, over the periods so
    /// far.
    ///
    /// `open` is what is still to come: periods, or values where the span is pooled. The rest
    /// is assumed to be the same at each point.
    ///
    /// # Errors
    /// When an exact mean has no room.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Class, Classifier, Item, ItemSet, Reading, SumTable, Target, sums::SumSpan,
    ///     target::Outlook,
    /// };
    /// use gb3838::{WaterBody, Year};
    ///
    /// // Nine months of TP at 0.21, target III (0.2).
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// let item = Item::TotalPhosphorus;
    /// for month in 0..9 {
    ///     sums.add_reading(0, month, item, &Reading::parse("0.21", item)?)?;
    /// }
    /// let target = Target::class(Year::new(2026)?, Class::III);
    /// let river = Classifier::for_means(WaterBody::River);
    /// let span = SumSpan::months(0..9);
    /// let outlook = Outlook::of_sums(&sums, &[0], &span, 3, &river, &target, None)?;
    /// // (9 · 0.21 + 3 · 0.172) / 12 = 0.2005, which rounds half to even to 0.200.
    /// let most = outlook.item(item).ok_or("no value")?.most(4)?;
    /// assert_eq!(most.map(|most| most.to_string()).as_deref(), Some("0.1720"));
    /// assert_eq!(outlook.must_improve()?.to_string(), "TP");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_sums(
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        open: u32,
        classifier: &Classifier,
        target: &Target,
        last_year: Option<Class>,
    ) -> Result<Self, ExactOverflow> {
        let known = last_year.map_or(LastYear::UNKNOWN, LastYear::known);
        let known = Circumstances::new().with_last_year(known);
        Self::of_sums_with(table, points, span, open, classifier, (target, &known))
    }

    /// The same with the exclusions, own items and last year of the section, beside its target.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn of_sums_with(
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        open: u32,
        classifier: &Classifier,
        (target, circumstances): (&Target, &Circumstances),
    ) -> Result<Self, ExactOverflow> {
        Self::from_rests(classifier, target, circumstances, |item| {
            Rest::of_sums(table, points, item, span, open)
        })
    }

    fn from_rests<E: From<ExactOverflow>>(
        classifier: &Classifier,
        target: &Target,
        circumstances: &Circumstances,
        rest_of: impl Fn(Item) -> Result<Option<Rest>, E>,
    ) -> Result<Self, E> {
        let classifier = circumstances.classifier(classifier);
        let decisive = classifier.decisive_class_beside(target.class);
        let last_year = circumstances.last_year().class();
        let left_out = circumstances.excluded();
        let limited: ItemSet = target.limits.iter().map(|limit| limit.item).collect();
        let [mut absent, mut undecidable, mut not_limited] = [ItemSet::EMPTY; 3];
        let mut items = ItemMap::new();
        let (mut open, mut part) = (false, ItemSet::EMPTY);
        for item in classifier.items().union(limited).difference(left_out).iter() {
            let Some(rest) = rest_of(item)? else {
                absent = absent.with(item);
                continue;
            };
            if classifier.cutoffs(item).is_none() && !limited.contains(item) {
                not_limited = not_limited.with(item);
                continue;
            }
            let is_over = rest.is_over();
            let demand = Demand::new(&classifier, target, item, last_year);
            let outlook = ItemOutlook::new(item, rest, demand)?;
            // When nothing is to come, what makes no class has no say in the verdict.
            let (mean, is_below) = (outlook.mean_so_far()?, outlook.is_all_below());
            let takes_part = classifier.decides_class(item, &mean, is_below, decisive).is_some();
            open |= !is_over;
            if takes_part && classifier.takes_part(item) {
                part = part.with(item);
            }
            let no_part = is_over && !limited.contains(item) && !takes_part;
            if no_part || outlook.is_undecidable()? {
                undecidable = undecidable.with(item);
            }
            items.insert(item, outlook);
        }
        let (target, known) = (target.class, *circumstances);
        let withheld = target.is_some() && !open && !part.is_empty() && !known.make_class(part);
        Ok(Self { items, absent, undecidable, not_limited, known, withheld, target, classifier })
    }

    /// The class to meet, if the target names one.
    #[must_use]
    pub const fn target(&self) -> Option<Class> {
        self.target
    }

    /// The outlook of one item, if it takes part and has a value so far.
    #[must_use]
    pub const fn item(&self, item: Item) -> Option<&ItemOutlook> {
        self.items.get(item)
    }

    /// The items in the order of Table 1.
    pub fn items(&self) -> impl Iterator<Item = &ItemOutlook> {
        self.items.iter().map(|(_, outlook)| outlook)
    }

    /// The items that take part and have no value so far: the rest of the year alone decides
    /// about them.
    #[must_use]
    pub const fn absent(&self) -> ItemSet {
        self.absent
    }

    /// The items about which the months so far decide nothing
    /// ([`ItemOutlook::is_undecidable`]): they do not count in the section's prospect.
    #[must_use]
    pub const fn undecidable(&self) -> ItemSet {
        self.undecidable
    }

    /// The items asked for that have a value and no limit here: nothing is asked of them.
    #[must_use]
    pub const fn not_limited(&self) -> ItemSet {
        self.not_limited
    }

    /// The items that count in the section's prospect: those of which the target asks something.
    fn decided(&self) -> impl Iterator<Item = &ItemOutlook> {
        let counts = |outlook: &&ItemOutlook| {
            let is_decided = outlook.is_asked() && !self.undecidable.contains(outlook.item());
            // Without a class, nothing but a missed limit of an item's own decides.
            let misses = || outlook.has_limit() && outlook.prospect() == Prospect::OutOfReach;
            is_decided && (!self.withheld || misses())
        };
        self.items().filter(counts)
    }

    /// The prospect of the section: that of its worst item, or `None` without any.
    #[must_use]
    pub fn prospect(&self) -> Option<Prospect> {
        self.decided().map(ItemOutlook::prospect).max()
    }

    /// The items whose prospect is the section's: they decide.
    #[must_use]
    pub fn deciding(&self) -> ItemSet {
        let worst = self.prospect();
        let deciding = self.decided().filter(|outlook| Some(outlook.prospect()) == worst);
        deciding.map(ItemOutlook::item).collect()
    }

    /// The items that miss the target when the rest is as the months so far were, although it
    /// can still be met.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn must_improve(&self) -> Result<ItemSet, ExactOverflow> {
        let mut items = ItemSet::EMPTY;
        for outlook in self.decided() {
            if outlook.prospect() == Prospect::StillPossible && !outlook.is_met_so_far()? {
                items = items.with(outlook.item());
            }
        }
        Ok(items)
    }

    /// The class of each item at the year's end when its remaining months have an assumed
    /// mean; items without one keep the mean so far, and have no class where that proves
    /// nothing ([`Classifier::judge`]).
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn classes_with(
        &self,
        assumed: &ItemMap<Decimal>,
    ) -> Result<ItemMap<Class>, ExactOverflow> {
        let mut classes = ItemMap::new();
        for outlook in self.items() {
            let item = outlook.item();
            let class = if let Some(rest) = assumed.get(item) {
                self.classifier.class_of_quantity(item, &outlook.year_with(*rest)?)
            } else {
                let mean = outlook.mean_so_far()?;
                let decisive = self.classifier.decisive_class_beside(self.target);
                let is_below = outlook.is_all_below();
                self.classifier
                    .decides_class(item, &mean, is_below, decisive)
                    .and_then(|_| self.classifier.class_of_quantity(item, &mean))
            };
            if let Some(class) = class {
                classes.insert(item, class);
            }
        }
        Ok(classes)
    }

    /// The class of the section at the year's end when the remaining months have assumed
    /// means: that of the worst item that takes part, as [`Classifier::assess_sums`] has it.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn class_with(&self, assumed: &ItemMap<Decimal>) -> Result<Option<Class>, ExactOverflow> {
        let classes = self.classes_with(assumed)?;
        let of_part = classes.iter().filter(|(item, _)| self.classifier.takes_part(*item));
        let worst = Class::worst(of_part.map(|(_, class)| *class));
        let part = classes.items().intersection(self.classifier.items());
        Ok(worst.filter(|_| self.known.make_class(part)))
    }
}
