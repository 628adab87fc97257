//! What the rest of the year must bring, so that the year meets its target.
//!
//! The bound of an item is found by halving over printed numbers, each judged as the year
//! itself will be: the same cutoffs, the same rounding, the same guard for pH. So the bound
//! meets the target, and one step beyond it does not.

use crate::classify::classifier::Classifier;
use crate::number::decimal::{Decimal, power_of_ten};
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::plan::demand::{Demand, Edge};
use crate::plan::outlook_error::OutlookError;
use crate::plan::so_far::{Line, Rest, SoFar};
use crate::plan::target::Target;
use crate::reading::quantity::Quantity;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// Whether a target can still be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prospect {
    /// Whatever the rest brings, the target is met.
    AlreadyCertain,
    /// It depends on the rest.
    StillPossible,
    /// Whatever the rest brings, the target is missed.
    OutOfReach,
}

impl Prospect {
    /// The name in data: `already_certain`, `still_possible`, `out_of_reach`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AlreadyCertain => "already_certain",
            Self::StillPossible => "still_possible",
            Self::OutOfReach => "out_of_reach",
        }
    }
}

/// The mean that the rest of the year may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Any possible mean.
    Any,
    /// No mean.
    Nothing,
    /// At most this.
    AtMost(Decimal),
    /// At least this.
    AtLeast(Decimal),
    /// From the first to the second, both included.
    Within(Decimal, Decimal),
}

/// The outlook of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemOutlook {
    item: Item,
    prospect: Prospect,
    allowed: Allowed,
    now: Quantity,
    meets_now: bool,
    margin: Option<Fraction>,
    relative_margin: Option<Fraction>,
}

/// What the rest of a year must bring for one section.
///
/// # Source
/// 环办监测函〔2020〕82号 (K): a year is the mean of its months. The outlook is ours.
///
/// # Example
/// ```
/// use gb3838::{
///     Allowed, Class, Classifier, Date, Item, OutlookOptions, Period, Prospect, Reading, Rest,
///     Series, SoFar, Target, WaterBody,
/// };
///
/// // Nine months of TP at 0.21, target III (0.2).
/// let item = Item::TotalPhosphorus;
/// let mut series = Series::new();
/// for month in 1..=9 {
///     series.add(Date::new(2026, month, 5)?, item, &Reading::parse("0.21", item)?)?;
/// }
/// let to_date = Period::year_to_date(Date::new(2026, 9, 30)?.month());
/// let so_far = SoFar::of_means(&series.means(&to_date, to_date.averaging())?)?;
/// let target = Target::class(Date::new(2026, 1, 1)?.year(), Class::III);
/// let river = Classifier::for_means(WaterBody::River);
/// let outlook = OutlookOptions::new().outlook(&river, &target, &so_far, Rest::Months(3))?;
/// let phosphorus = outlook.item(item).ok_or("not assessed")?;
/// assert_eq!(phosphorus.prospect(), Prospect::StillPossible);
/// // (9 · 0.21 + 3 · 0.172) / 12 = 0.2005, which rounds half to even to 0.200.
/// assert_eq!(phosphorus.allowed(), Allowed::AtMost("0.172000".parse()?));
/// // And the reverse: as it went so far, the year would end in class IV.
/// assert_eq!(outlook.year_end(&gb3838::ItemMap::new())?.class(), Some(Class::IV));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Outlook {
    classifier: Classifier,
    rest: Rest,
    items: ItemMap<ItemOutlook>,
    lines: ItemMap<Line>,
    absent: ItemSet,
    demanded: ItemSet,
}

/// The choices behind an outlook.
///
/// # Example
/// ```
/// use gb3838::{Item, OutlookOptions};
///
/// // Bounds with one place more than a mean is rounded to; phosphorus was never above 5 mg/L.
/// let options =
///     OutlookOptions::new().with_more_places(1).with_ceiling(Item::TotalPhosphorus, 5.into());
/// assert_eq!(options.step(Item::TotalPhosphorus).to_string(), "0.0001");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlookOptions {
    more_places: u8,
    ceilings: ItemMap<Decimal>,
    last_year: Option<Class>,
}

impl Default for OutlookOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl OutlookOptions {
    /// Three places more than the assessment decimals, no ceiling, last year not known.
    #[must_use]
    pub const fn new() -> Self {
        Self { more_places: 3, ceilings: ItemMap::new(), last_year: None }
    }

    /// Bounds with so many places more than the assessment decimals, at most 6.
    #[must_use]
    pub fn with_more_places(mut self, places: u8) -> Self {
        self.more_places = places.min(6);
        self
    }

    /// The greatest mean of the rest that is thought possible, for certainty that no law of
    /// nature gives: a concentration has no upper end.
    #[must_use]
    pub fn with_ceiling(mut self, item: Item, greatest: Decimal) -> Self {
        self.ceilings.insert(item, greatest);
        self
    }

    /// Last year's class, for targets that ask for no worse.
    #[must_use]
    pub const fn with_last_year(mut self, class: Class) -> Self {
        self.last_year = Some(class);
        self
    }

    /// The step between two bounds of an item: a bound meets the target, and the number one
    /// step beyond it does not.
    #[must_use]
    pub fn step(&self, item: Item) -> Decimal {
        Decimal::new(1, self.places(item)).unwrap_or(Decimal::ZERO)
    }

    fn places(&self, item: Item) -> u8 {
        item.assessment_decimals() + self.more_places
    }

    /// The outlook of a section from what the year has brought so far.
    ///
    /// It covers the items that the classifier asks for, without the reference items, and
    /// those that the target limits by name. Where the target asks for no worse than last year
    /// and last year is not known, that is left out: see [`OutlookOptions::with_last_year`].
    ///
    /// # Errors
    /// When the rest is counted otherwise than the year so far, or a mean has no exact form.
    pub fn outlook(
        &self,
        classifier: &Classifier,
        target: &Target,
        so_far: &ItemMap<SoFar>,
        rest: Rest,
    ) -> Result<Outlook, OutlookError> {
        let asked = classifier.items().difference(ItemSet::REFERENCE);
        let limited: ItemSet = target.limits.iter().map(|limit| limit.item).collect();
        let (mut items, mut lines) = (ItemMap::new(), ItemMap::new());
        for (item, so_far) in so_far.iter() {
            if !asked.union(limited).contains(item) {
                continue;
            }
            let demand = Demand::new(classifier, target, item, self.last_year);
            let line = so_far.line(rest)?;
            let now = so_far.line(match rest {
                Rest::Months(_) => Rest::Months(0),
                Rest::Samples(_) => Rest::Samples(0),
            })?;
            lines.insert(item, line);
            let now = now.at(Decimal::ZERO)?;
            items.insert(item, self.of_item(&demand, &line, now, rest)?);
        }
        let absent = asked.union(limited).difference(lines.items());
        let classifier = classifier.clone();
        Ok(Outlook { classifier, rest, items, lines, absent, demanded: asked })
    }

    fn of_item(
        &self,
        demand: &Demand<'_>,
        line: &Line,
        now: Quantity,
        rest: Rest,
    ) -> Result<ItemOutlook, OutlookError> {
        let item = demand.item();
        let search = Search { line, places: self.places(item), last: self.last_units(item) };
        let meets_now = demand.holds(Edge::Upper, &now) && demand.holds(Edge::Lower, &now);
        let allowed = if rest.weight() == 0 {
            if meets_now { Allowed::Any } else { Allowed::Nothing }
        } else {
            search.allowed(demand)?
        };
        let prospect = match allowed {
            Allowed::Any => Prospect::AlreadyCertain,
            Allowed::Nothing => Prospect::OutOfReach,
            _ => Prospect::StillPossible,
        };
        let (margin, relative_margin) = demand.margin(&now)?;
        Ok(ItemOutlook { item, prospect, allowed, now, meets_now, margin, relative_margin })
    }

    /// The greatest mean that is looked at, in steps: a ceiling, 14 for pH, or so much that no
    /// water has it.
    fn last_units(&self, item: Item) -> i64 {
        let places = self.places(item);
        let ceiling = match item {
            Item::Ph => Some(Decimal::from_integer(14)),
            _ => self.ceilings.get(item).copied(),
        };
        let units = ceiling.and_then(|ceiling| {
            let power = i128::from(power_of_ten(places));
            let scaled =
                i128::from(ceiling.units()) * power / i128::from(power_of_ten(ceiling.scale()));
            i64::try_from(scaled).ok()
        });
        units.unwrap_or(1_000_000_000_000_000)
    }
}

/// The means of the rest, as steps from zero.
struct Search<'a> {
    line: &'a Line,
    places: u8,
    last: i64,
}

impl Search<'_> {
    fn number(&self, units: i64) -> Decimal {
        Decimal::new(units, self.places).unwrap_or(Decimal::ZERO)
    }

    fn holds(&self, demand: &Demand<'_>, edge: Edge, units: i64) -> Result<bool, ExactOverflow> {
        Ok(demand.holds(edge, &self.line.at(self.number(units))?))
    }

    fn allowed(&self, demand: &Demand<'_>) -> Result<Allowed, ExactOverflow> {
        // A greater rest makes a greater year, so each end is found by halving.
        let greatest = if self.holds(demand, Edge::Upper, self.last)? {
            Some(self.last)
        } else {
            self.halve(|units| self.holds(demand, Edge::Upper, units))?
        };
        let least = if self.holds(demand, Edge::Lower, 0)? {
            Some(0)
        } else if self.holds(demand, Edge::Lower, self.last)? {
            let below = self.halve(|units| Ok(!self.holds(demand, Edge::Lower, units)?))?;
            below.map(|units| units + 1)
        } else {
            None
        };
        Ok(match (least, greatest) {
            (Some(least), Some(greatest)) if least <= greatest => {
                match (least == 0, greatest == self.last) {
                    (true, true) => Allowed::Any,
                    (true, false) => Allowed::AtMost(self.number(greatest)),
                    (false, true) => Allowed::AtLeast(self.number(least)),
                    (false, false) => Allowed::Within(self.number(least), self.number(greatest)),
                }
            }
            _ => Allowed::Nothing,
        })
    }

    /// The last step at which a test holds that holds up to some step; `None` where it does not
    /// hold at zero.
    fn halve(
        &self,
        test: impl Fn(i64) -> Result<bool, ExactOverflow>,
    ) -> Result<Option<i64>, ExactOverflow> {
        if !test(0)? {
            return Ok(None);
        }
        let (mut low, mut high) = (0, self.last);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if test(middle)? {
                low = middle;
            } else {
                high = middle;
            }
        }
        Ok(Some(low))
    }
}

impl ItemOutlook {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// Whether the target can still be met for it.
    #[must_use]
    pub const fn prospect(&self) -> Prospect {
        self.prospect
    }

    /// The mean that the rest may have; for a lake the same at each point.
    #[must_use]
    pub const fn allowed(&self) -> Allowed {
        self.allowed
    }

    /// The mean so far.
    #[must_use]
    pub const fn now(&self) -> &Quantity {
        &self.now
    }

    /// Whether the mean so far meets the target; so does the year when the rest is alike.
    #[must_use]
    pub const fn meets_now(&self) -> bool {
        self.meets_now
    }

    /// How far the mean so far is from the number at which the verdict changes, in the unit
    /// of the item: positive on the good side. For pH the mean is taken at six decimals.
    #[must_use]
    pub const fn margin(&self) -> Option<&Fraction> {
        self.margin.as_ref()
    }
}

impl Outlook {
    /// What is still to come.
    #[must_use]
    pub const fn rest(&self) -> Rest {
        self.rest
    }

    /// The outlook of one item.
    #[must_use]
    pub const fn item(&self, item: Item) -> Option<&ItemOutlook> {
        self.items.get(item)
    }

    /// The outlooks in the order of Table 1.
    pub fn items(&self) -> impl Iterator<Item = &ItemOutlook> {
        self.items.iter().map(|(_, outlook)| outlook)
    }

    /// The items asked for that have no value so far: nothing is said of them.
    #[must_use]
    pub const fn absent(&self) -> ItemSet {
        self.absent
    }

    /// Whether the section can still meet its target, on the items present; `None` without any.
    #[must_use]
    pub fn prospect(&self) -> Option<Prospect> {
        self.items().map(ItemOutlook::prospect).max()
    }

    /// The items on which it depends: those out of reach; else those that must become better
    /// than so far; else those with the least margin for their limit, where any is open.
    #[must_use]
    pub fn deciding(&self) -> ItemSet {
        let those = |test: &dyn Fn(&ItemOutlook) -> bool| -> ItemSet {
            self.items().filter(|outlook| test(outlook)).map(ItemOutlook::item).collect()
        };
        let out = those(&|outlook| outlook.prospect == Prospect::OutOfReach);
        if !out.is_empty() {
            return out;
        }
        let worse = self.must_improve();
        if !worse.is_empty() {
            return worse;
        }
        let open = |outlook: &ItemOutlook| outlook.prospect == Prospect::StillPossible;
        let margins = self.items().filter(|outlook| open(outlook));
        let Some(least) = margins.filter_map(|outlook| outlook.relative_margin).min() else {
            return those(&open);
        };
        those(&|outlook| open(outlook) && outlook.relative_margin == Some(least))
    }

    /// The items that miss the target when the rest of the year is as it was so far, but can
    /// still meet it.
    #[must_use]
    pub fn must_improve(&self) -> ItemSet {
        self.items()
            .filter(|outlook| outlook.prospect == Prospect::StillPossible && !outlook.meets_now)
            .map(ItemOutlook::item)
            .collect()
    }

    /// The reverse: the class at the year's end when the rest has the assumed means; an item
    /// without one goes on as it was so far.
    ///
    /// # Errors
    /// When a mean has no exact form.
    pub fn year_end(&self, assumed: &ItemMap<Decimal>) -> Result<YearEnd, ExactOverflow> {
        let (mut means, mut classes) = (ItemMap::new(), ItemMap::new());
        for (item, line) in self.lines.iter() {
            let mean = match (assumed.get(item), self.items.get(item)) {
                (Some(rest), _) => line.at(*rest)?,
                (None, Some(outlook)) => outlook.now,
                (None, None) => continue,
            };
            means.insert(item, mean);
            let class = self.classifier.class_of_quantity(item, &mean);
            if let Some(class) = class.filter(|_| self.demanded.contains(item)) {
                classes.insert(item, class);
            }
        }
        Ok(YearEnd { means, classes })
    }
}

/// A year's end under assumptions on the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearEnd {
    means: ItemMap<Quantity>,
    classes: ItemMap<Class>,
}

impl YearEnd {
    /// The class: that of the worst item.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        Class::worst(self.classes.iter().map(|(_, class)| *class))
    }

    /// The class of one item.
    #[must_use]
    pub fn class_of(&self, item: Item) -> Option<Class> {
        self.classes.get(item).copied()
    }

    /// The year's mean of one item.
    #[must_use]
    pub const fn mean(&self, item: Item) -> Option<&Quantity> {
        self.means.get(item)
    }

    /// The items whose class is that of the year.
    #[must_use]
    pub fn determining(&self) -> ItemSet {
        let class = self.class();
        self.classes.iter().filter(|(_, of)| Some(**of) == class).map(|(item, _)| item).collect()
    }
}
