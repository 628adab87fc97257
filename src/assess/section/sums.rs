//! From sums to classes: every section of a table in one call, without a division.

use alloc::vec::Vec;

use crate::classify::classifier::Classifier;
use crate::number::decimal::Decimal;
use crate::number::fraction::ExactOverflow;
use crate::reading::mean::quantity::Quantity;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::reading::time::period::Sufficiency;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// What sums say of a section: its class, what decides it, and whether there was enough.
///
/// For reasons, multiples and verdicts on targets, see
/// [`SectionAssessment`](crate::SectionAssessment).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumAssessment {
    classes: ItemMap<Class>,
    undecidable: ItemSet,
    asked: ItemSet,
    sufficiency: Option<Sufficiency>,
}

impl Classifier {
    /// Assesses every section of a table over a span, in the order of the sections.
    ///
    /// Means are compared with the cutoffs as sums and counts: nothing is divided or rounded.
    ///
    /// # Errors
    /// When an exact mean has no room.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S, K); 环办〔2011〕22号 (S): 单因子评价法.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Class, Classifier, Item, ItemSet, SumTable, WaterBody, sums::{LongColumns, SumSpan},
    /// };
    ///
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// let (ammonia, phosphorus) = (Item::AmmoniaNitrogen.number(), Item::TotalPhosphorus.number());
    /// let fed = sums.add_long(&LongColumns::new(
    ///     &[0; 4],
    ///     &[0_u8, 1, 0, 1],
    ///     &[ammonia, ammonia, phosphorus, phosphorus],
    ///     // Means 1.005 and 0.15: rounded half to even, 1.00 is class III.
    ///     &[1.0, 1.01, 0.1, 0.2],
    /// ))?;
    /// assert_eq!(fed.refused(), 0);
    /// let river = Classifier::for_means(WaterBody::River);
    /// let sections = river.assess_sums(&sums, &SumSpan::months(0..12))?;
    /// assert_eq!(sections[0].class(), Some(Class::III));
    /// assert_eq!(sections[0].determining().to_string(), "NH3-N;TP");
    /// // There is no pH, and two months are no year.
    /// assert_eq!(sections[0].sufficiency(), None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn assess_sums(
        &self,
        table: &SumTable,
        span: &SumSpan,
    ) -> Result<Vec<SumAssessment>, ExactOverflow> {
        (0..table.sections()).map(|section| self.assess_points(table, &[section], span)).collect()
    }

    /// Assesses one section, or a lake from the sums of its points.
    ///
    /// # Errors
    /// When an exact mean has no room.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S): over time at each point, then over the points.
    pub fn assess_points(
        &self,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
    ) -> Result<SumAssessment, ExactOverflow> {
        let (mut classes, mut undecidable) = (ItemMap::new(), ItemSet::EMPTY);
        for item in self.items().intersection(table.items()).iter() {
            let Some(cutoffs) = self.cutoffs(item) else { continue };
            let weighed = match points {
                [section] => table.weighed_mean(*section, item, span),
                _ => None,
            };
            let class = if let Some(mean) = weighed {
                cutoffs.class_of(|edge| mean.compare(edge))
            } else if let Some(mean) = table.span_mean(points, item, span)? {
                cutoffs.class_of(|edge| mean.compare(edge))
            } else {
                continue;
            };
            // Rarely so: only then is the mean made, and held against its detection limits.
            if !class.meets(self.decisive_class())
                && table.is_all_below(points, item, span)
                && let Some(mean) = table.span_mean(points, item, span)?
                && self.class_of_sums(item, &mean, true)?.is_none()
            {
                undecidable = undecidable.with(item);
            } else {
                classes.insert(item, class);
            }
        }
        let mut sufficiency = None;
        for item in ItemSet::FIVE.iter() {
            let of_item = table.sufficiency(points, item, span);
            if of_item.found() == 0 {
                sufficiency = None;
                break;
            }
            sufficiency = match sufficiency {
                Some(worst) if of_item.found() >= Sufficiency::found(&worst) => Some(worst),
                _ => Some(of_item),
            };
        }
        Ok(SumAssessment { classes, undecidable, asked: self.items(), sufficiency })
    }

    /// The class of a mean; `None` where nothing is limited, and where the mean is of halves of
    /// detection limits alone and fails the decisive class, although nothing at all, or the
    /// detection limits themselves, would meet it.
    ///
    /// A sum knows the mean of the limits, and not the greatest of them; they differ for
    /// dissolved oxygen alone, where the mean is what the true value can be at most.
    pub(crate) fn class_of_sums(
        &self,
        item: Item,
        mean: &Quantity,
        all_below: bool,
    ) -> Result<Option<Class>, ExactOverflow> {
        let class = self.class_of_quantity(item, mean);
        let against = self.decisive_class();
        let meets = |value: &Quantity| {
            self.class_of_quantity(item, value).is_some_and(|class| class.meets(against))
        };
        match mean.exact().filter(|_| all_below && !meets(mean)) {
            Some(half) => {
                let whole = Quantity::from(half.checked_add(half)?);
                let may_meet = meets(&Decimal::ZERO.into()) || meets(&whole);
                Ok(class.filter(|_| !may_meet))
            }
            None => Ok(class),
        }
    }
}

impl SumAssessment {
    /// The section's class: that of its worst participating item; `None` without any.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        Class::worst(self.participating().iter().filter_map(|item| self.class_of(item)))
    }

    /// The class of one item, reference items included.
    #[must_use]
    pub fn class_of(&self, item: Item) -> Option<Class> {
        self.classes.get(item).copied()
    }

    /// The items that make the class.
    #[must_use]
    pub fn participating(&self) -> ItemSet {
        self.classes.items().difference(ItemSet::REFERENCE)
    }

    /// The items whose class is the section's.
    #[must_use]
    pub fn determining(&self) -> ItemSet {
        let class = self.class();
        self.participating().iter().filter(|item| self.class_of(*item) == class).collect()
    }

    /// The items asked for that have no class here: no value, or no limit.
    #[must_use]
    pub fn absent(&self) -> ItemSet {
        let asked = self.asked.difference(ItemSet::REFERENCE);
        asked.difference(self.classes.items()).difference(self.undecidable)
    }

    /// The items all of whose values are below a detection limit too high to decide: they take
    /// no part.
    ///
    /// # Reference
    /// As [`Classifier::judge`]: ours.
    #[must_use]
    pub const fn undecidable(&self) -> ItemSet {
        self.undecidable.difference(ItemSet::REFERENCE)
    }

    /// The items that are worse than a class.
    #[must_use]
    pub fn worse_than(&self, target: Class) -> ItemSet {
        let worse = |item: &Item| self.class_of(*item).is_some_and(|class| !class.meets(target));
        self.participating().iter().filter(worse).collect()
    }

    /// The sufficiency of the section: that of the worst sampled of the five items, or `None`
    /// when one of them has no value at all.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S, the year K); the section by its five items (ours).
    #[must_use]
    pub const fn sufficiency(&self) -> Option<Sufficiency> {
        self.sufficiency
    }
}
