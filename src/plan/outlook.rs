//! What the rest of the year must bring for a section to meet a class.

use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::plan::demand::Demand;
use crate::plan::rest::Rest;
use crate::plan::target::Target;
use crate::reading::accumulator::AccumulateError;
use crate::reading::date::Month;
use crate::reading::quantity::Quantity;
use crate::reading::series::Series;
use crate::reading::sum_span::SumSpan;
use crate::reading::table::SumTable;
use crate::standard::class::Class;
use crate::standard::cutoff::Side;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// Whether a year can still meet a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prospect {
    /// Whatever the rest of the year brings, the class is met.
    AlreadyCertain,
    /// The rest of the year decides.
    StillPossible,
    /// Whatever the rest of the year brings, the class is missed.
    OutOfReach,
}

/// What the remaining months must bring of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOutlook {
    item: Item,
    rest: Rest,
    demand: Demand,
    prospect: Prospect,
}

impl ItemOutlook {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// Whether the year can still meet the class by this item.
    #[must_use]
    pub const fn prospect(&self) -> Prospect {
        self.prospect
    }

    /// The mean of the months so far.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn mean_so_far(&self) -> Result<Quantity, ExactOverflow> {
        self.rest.mean_so_far()
    }

    /// How far the mean so far is from the nearest number at which the verdict changes, in the
    /// unit of the item, positive on the good side. `None` for pH and where nothing is asked.
    ///
    /// # Errors
    /// When the exact difference has no room.
    pub fn margin(&self) -> Result<Option<Fraction>, ExactOverflow> {
        let mean = self.mean_so_far()?;
        let Some(mean) = mean.exact() else { return Ok(None) };
        let mut least: Option<Fraction> = None;
        for side in [Side::Upper, Side::Lower] {
            for edge in self.demand.edges(side) {
                let margin = match side {
                    Side::Upper => Fraction::from(edge).checked_sub(mean)?,
                    Side::Lower => mean.checked_sub(&Fraction::from(edge))?,
                };
                least = Some(least.map_or(margin, |least| least.min(margin)));
            }
        }
        Ok(least)
    }

    /// Whether the year meets the target when the rest is as the months so far were.
    ///
    /// # Errors
    /// When the exact mean has no room.
    pub fn is_met_so_far(&self) -> Result<bool, ExactOverflow> {
        Ok(self.is_met(&self.mean_so_far()?))
    }

    /// Whether the year meets the target when what remains has this mean.
    ///
    /// # Errors
    /// When the exact mean of the year has no room.
    pub fn is_met_by(&self, rest: Decimal) -> Result<bool, ExactOverflow> {
        Ok(self.is_met(&self.rest.year_with(rest)?))
    }

    fn is_met(&self, year: &Quantity) -> bool {
        self.demand.holds(Side::Upper, year) && self.demand.holds(Side::Lower, year)
    }

    /// The greatest number of so many decimals that the remaining months may have as their
    /// mean: with one unit of the last place more the year misses the class.
    ///
    /// `None` where there is no upper limit (dissolved oxygen), where nothing is left of the
    /// year, and where no number meets the target.
    ///
    /// # Errors
    /// When the exact mean of the year has no room; for more than 12 decimals.
    pub fn most(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        if !self.demand.limits(Side::Upper) {
            return Ok(None);
        }
        self.search(decimals, Side::Upper)
    }

    /// The least number of so many decimals that the remaining months must have as their mean,
    /// for dissolved oxygen and pH.
    ///
    /// `None` where there is no lower limit, where nothing is left of the year, and where no
    /// number meets the class.
    ///
    /// # Errors
    /// When the exact mean of the year has no room; for more than 12 decimals.
    pub fn least(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        if !self.demand.limits(Side::Lower) {
            return Ok(None);
        }
        self.search(decimals, Side::Lower)
    }

    /// The outermost number on one side for which the year meets that side's cutoff, and the
    /// other's.
    fn search(&self, decimals: u8, side: Side) -> Result<Option<Decimal>, ExactOverflow> {
        let overflow = ExactOverflow::new("rounding");
        if self.rest.is_over() {
            return Ok(None);
        }
        if decimals > 12 {
            return Err(overflow);
        }
        let number = |units| Decimal::new(units, decimals).map_err(|_| overflow);
        let meets = |units: i64| -> Result<bool, ExactOverflow> {
            let year = self.rest.year_with(number(units)?)?;
            Ok(self.demand.holds(side, &year))
        };
        // Concentrations have no upper end; pH has 14.
        let end = if self.item == Item::Ph {
            14 * 10_i64.pow(decimals.into())
        } else {
            let edge = self.demand.edges(side).max().unwrap_or(Decimal::ZERO);
            // A unit of the assessment decimals further, for what rounds to the edge.
            let last_place = self.item.assessment_decimals();
            let unit = Decimal::from(1).shift(-last_place.cast_signed()).map_err(|_| overflow)?;
            let edge = Fraction::from(edge).checked_add(&Fraction::from(unit))?;
            self.rest.beyond(&edge, decimals)?
        };
        let (mut met, mut missed) = match side {
            Side::Upper => (0, end + 1),
            Side::Lower => (end, -1),
        };
        if !meets(met)? {
            return Ok(None);
        }
        while met.abs_diff(missed) > 1 {
            let middle = met + (missed - met) / 2;
            if meets(middle)? {
                met = middle;
            } else {
                missed = middle;
            }
        }
        let found = number(met)?;
        // With a range, the number must keep to its other side as well.
        Ok(self.is_met_by(found)?.then_some(found))
    }
}

/// What the rest of a year must bring for a section to meet a class.
///
/// The year's mean is the mean of its monthly means. Months up to the last one read count as
/// they are, also when some have no value; the months after it are open, and the numbers here
/// are the mean of those open months.
///
/// # Source
/// The mean of months: 环办监测函〔2020〕82号 (K); the outlook itself is ours.
///
/// # Example
/// ```
/// use gb3838::{Class, Classifier, Item, Outlook, Prospect, Reading, Series, WaterBody};
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
/// assert_eq!(outlook.prospect(), Prospect::StillPossible);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Outlook {
    items: ItemMap<ItemOutlook>,
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
        Self::from_rests(classifier, target, last_year, |item| Rest::of(series, item, through))
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
    /// use gb3838::{Class, Classifier, Item, ItemSet, Outlook, Reading, SumSpan, SumTable, Target};
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
        Self::from_rests(classifier, target, last_year, |item| {
            Rest::of_sums(table, points, item, span, open)
        })
    }

    fn from_rests<E: From<ExactOverflow>>(
        classifier: &Classifier,
        target: &Target,
        last_year: Option<Class>,
        rest_of: impl Fn(Item) -> Result<Option<Rest>, E>,
    ) -> Result<Self, E> {
        let asked = classifier.items().difference(ItemSet::REFERENCE);
        let limited: ItemSet = target.limits.iter().map(|limit| limit.item).collect();
        let mut items = ItemMap::new();
        for item in asked.union(limited).iter() {
            if classifier.cutoffs(item).is_none() && !limited.contains(item) {
                continue;
            }
            let Some(rest) = rest_of(item)? else { continue };
            let demand = Demand::new(classifier, target, item, last_year);
            let mut outlook = ItemOutlook { item, rest, demand, prospect: Prospect::StillPossible };
            outlook.prospect = prospect(&outlook)?;
            items.insert(item, outlook);
        }
        Ok(Self { items, target: target.class, classifier: classifier.clone() })
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

    /// The prospect of the section: that of its worst item.
    #[must_use]
    pub fn prospect(&self) -> Prospect {
        self.items().map(ItemOutlook::prospect).max().unwrap_or(Prospect::StillPossible)
    }

    /// The items whose prospect is the section's: they decide.
    #[must_use]
    pub fn deciding(&self) -> ItemSet {
        let worst = self.prospect();
        self.items().filter(|item| item.prospect == worst).map(|item| item.item).collect()
    }

    /// The items that miss the target when the rest is as the months so far were, although it
    /// can still be met.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn must_improve(&self) -> Result<ItemSet, ExactOverflow> {
        let mut items = ItemSet::EMPTY;
        for outlook in self.items() {
            if outlook.prospect == Prospect::StillPossible && !outlook.is_met_so_far()? {
                items = items.with(outlook.item);
            }
        }
        Ok(items)
    }

    /// The class of each item at the year's end when its remaining months have an assumed
    /// mean; items without one keep the mean so far.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn classes_with(
        &self,
        assumed: &ItemMap<Decimal>,
    ) -> Result<ItemMap<Class>, ExactOverflow> {
        let mut classes = ItemMap::new();
        for outlook in self.items() {
            let year = match assumed.get(outlook.item) {
                Some(rest) => outlook.rest.year_with(*rest)?,
                None => outlook.mean_so_far()?,
            };
            if let Some(class) = self.classifier.class_of_quantity(outlook.item, &year) {
                classes.insert(outlook.item, class);
            }
        }
        Ok(classes)
    }

    /// The class of the section at the year's end when the remaining months have assumed
    /// means.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn class_with(&self, assumed: &ItemMap<Decimal>) -> Result<Option<Class>, ExactOverflow> {
        let classes = self.classes_with(assumed)?;
        Ok(Class::worst(classes.iter().map(|(_, class)| *class)))
    }
}

fn prospect(outlook: &ItemOutlook) -> Result<Prospect, ExactOverflow> {
    if outlook.rest.is_over() {
        let met = outlook.is_met_so_far()?;
        return Ok(if met { Prospect::AlreadyCertain } else { Prospect::OutOfReach });
    }
    // The ends that the rest can have: nothing at all, and no end but for pH. The year's mean
    // lies between, so a target is possible when each side of its limits is.
    let met = |side: Side, rest: i32| -> Result<bool, ExactOverflow> {
        let year = outlook.rest.year_with(Decimal::from(rest))?;
        Ok(outlook.demand.holds(side, &year))
    };
    let (possible, certain) = if outlook.item == Item::Ph {
        let possible = met(Side::Lower, 14)? && met(Side::Upper, 0)?;
        (possible, met(Side::Lower, 0)? && met(Side::Upper, 14)?)
    } else {
        let endless = !outlook.demand.limits(Side::Upper);
        (met(Side::Upper, 0)?, endless && met(Side::Lower, 0)?)
    };
    Ok(match (possible, certain) {
        (_, true) => Prospect::AlreadyCertain,
        (true, false) => Prospect::StillPossible,
        (false, false) => Prospect::OutOfReach,
    })
}
