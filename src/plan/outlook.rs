//! What the rest of the year must bring for a section to meet a class.

use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::plan::rest::Rest;
use crate::reading::accumulator::AccumulateError;
use crate::reading::date::Month;
use crate::reading::quantity::Quantity;
use crate::reading::series::Series;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, ItemCutoffs, Side};
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
    cutoffs: (Option<Cutoff>, Option<Cutoff>),
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

    /// How far the mean so far is from the edge of the class, positive on the good side; for
    /// dissolved oxygen the other way round. `None` for pH.
    ///
    /// # Errors
    /// When the exact difference has no room.
    pub fn margin(&self) -> Result<Option<Fraction>, ExactOverflow> {
        let mean = self.mean_so_far()?;
        let Some(mean) = mean.exact() else { return Ok(None) };
        match self.cutoffs {
            (None, Some(upper)) => Fraction::from(upper.edge()).checked_sub(mean).map(Some),
            (Some(lower), None) => mean.checked_sub(&Fraction::from(lower.edge())).map(Some),
            _ => Ok(None),
        }
    }

    /// Whether the year meets the class when all remaining months have this mean.
    ///
    /// # Errors
    /// When the exact mean of the year has no room.
    pub fn is_met_by(&self, rest: Decimal) -> Result<bool, ExactOverflow> {
        let year = self.rest.year_with(rest)?;
        let met = |cutoff: Option<Cutoff>| {
            cutoff.is_none_or(|cutoff| cutoff.is_met(year.compare(cutoff.edge())))
        };
        Ok(met(self.cutoffs.0) && met(self.cutoffs.1))
    }

    /// The greatest number of so many decimals that the remaining months may have as their
    /// mean: with one unit of the last place more the year misses the class.
    ///
    /// `None` where there is no upper limit (dissolved oxygen), where nothing is left of the
    /// year, and where no number meets the class.
    ///
    /// # Errors
    /// When the exact mean of the year has no room; for more than 12 decimals.
    pub fn most(&self, decimals: u8) -> Result<Option<Decimal>, ExactOverflow> {
        if self.cutoffs.1.is_none() {
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
        if self.cutoffs.0.is_none() {
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
        let cutoff = match side {
            Side::Upper => self.cutoffs.1,
            Side::Lower => self.cutoffs.0,
        };
        let Some(cutoff) = cutoff else { return Ok(None) };
        if decimals > 12 {
            return Err(overflow);
        }
        let number = |units| Decimal::new(units, decimals).map_err(|_| overflow);
        let meets = |units: i64| -> Result<bool, ExactOverflow> {
            let year = self.rest.year_with(number(units)?)?;
            Ok(cutoff.is_met(year.compare(cutoff.edge())))
        };
        // Concentrations have no upper end; pH has 14.
        let end = if self.item == Item::Ph {
            14 * 10_i64.pow(decimals.into())
        } else {
            Rest::beyond(cutoff.edge(), decimals)?
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
    target: Class,
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
        let asked = classifier.items().difference(ItemSet::REFERENCE);
        let mut items = ItemMap::new();
        for item in asked.iter() {
            let Some(cutoffs) = classifier.cutoffs(item) else { continue };
            let Some(rest) = Rest::of(series, item, through)? else { continue };
            let cutoffs = cutoffs_of(cutoffs, target);
            let mut outlook =
                ItemOutlook { item, rest, cutoffs, prospect: Prospect::StillPossible };
            outlook.prospect = prospect(&outlook)?;
            items.insert(item, outlook);
        }
        Ok(Self { items, target, classifier: classifier.clone() })
    }

    /// The class to meet.
    #[must_use]
    pub const fn target(&self) -> Class {
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

/// The lower and the upper cutoff of a class.
fn cutoffs_of(cutoffs: &ItemCutoffs, target: Class) -> (Option<Cutoff>, Option<Cutoff>) {
    match cutoffs {
        ItemCutoffs::Range(low, high) => (Some(*low), Some(*high)),
        ItemCutoffs::Ordered(cutoffs) => match cutoffs.get(target as usize - 1) {
            Some(cutoff) if cutoff.side() == Side::Lower => (Some(*cutoff), None),
            Some(cutoff) => (None, Some(*cutoff)),
            // Inferior V has no limit: any value meets it.
            None => (None, None),
        },
    }
}

fn prospect(outlook: &ItemOutlook) -> Result<Prospect, ExactOverflow> {
    if outlook.rest.is_over() {
        let met = outlook.is_met_by(Decimal::ZERO)?;
        return Ok(if met { Prospect::AlreadyCertain } else { Prospect::OutOfReach });
    }
    // The ends that the rest can have: nothing at all, and no end but for pH. The year's mean
    // lies between, so a class is possible when each side of its limit is.
    let met = |cutoff: Option<Cutoff>, rest: i32| -> Result<bool, ExactOverflow> {
        let Some(cutoff) = cutoff else { return Ok(true) };
        let year = outlook.rest.year_with(Decimal::from(rest))?;
        Ok(cutoff.is_met(year.compare(cutoff.edge())))
    };
    let (lower, upper) = outlook.cutoffs;
    let (possible, certain) = if outlook.item == Item::Ph {
        let possible = met(lower, 14)? && met(upper, 0)?;
        (possible, met(lower, 0)? && met(upper, 14)?)
    } else {
        (met(upper, 0)?, upper.is_none() && met(lower, 0)?)
    };
    Ok(match (possible, certain) {
        (_, true) => Prospect::AlreadyCertain,
        (true, false) => Prospect::StillPossible,
        (false, false) => Prospect::OutOfReach,
    })
}
