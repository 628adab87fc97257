//! One configuration of the standard, compiled once: which class has a value?

use crate::number::rounding::Comparison;
use crate::standard::class::Class;
use crate::standard::cutoff::ItemCutoffs;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::limits::Standard;
use crate::standard::water_body::WaterBody;

/// A standard, a water body, the items that take part, and a comparison: all that a verdict
/// depends on, compiled into cutoffs once and used from any thread.
///
/// # Reference
/// GB 3838-2002, Table 1 (P); 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{Class, Classifier, Comparison, Item, ItemSet, Standard, WaterBody};
///
/// let classifier = Classifier::for_readings(WaterBody::River).with_items(ItemSet::FIVE);
/// assert_eq!(classifier.comparison(), Comparison::FullValue);
/// assert_eq!(classifier.items(), ItemSet::FIVE);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "水质评价")]
pub struct Classifier {
    standard: Standard,
    body: WaterBody,
    items: ItemSet,
    comparison: Comparison,
    decisive: Option<Class>,
    limited: ItemSet,
    cutoffs: [Option<ItemCutoffs>; 24],
}

impl Classifier {
    /// Compiles a configuration.
    ///
    /// All of `items` are to take part, those of [`ItemSet::REFERENCE`] too where they are among
    /// them: the set of items is the caller's word. Results then name them
    /// ([`SectionAssessment::reference_asked`](crate::SectionAssessment::reference_asked)).
    #[must_use]
    pub const fn new(
        standard: Standard,
        body: WaterBody,
        items: ItemSet,
        comparison: Comparison,
    ) -> Self {
        let (mut cutoffs, mut limited) = ([None; 24], ItemSet::EMPTY);
        let mut place = 0;
        while place < cutoffs.len() {
            let item = Item::ALL[place];
            cutoffs[place] = ItemCutoffs::new(&standard, item, body, comparison);
            if cutoffs[place].is_some() {
                limited = limited.with(item);
            }
            place += 1;
        }
        Self { standard, body, items, comparison, decisive: None, limited, cutoffs }
    }

    /// For means of periods: GB 3838-2002, the 21 items, values rounded first.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S).
    #[must_use]
    pub const fn for_means(body: WaterBody) -> Self {
        Self::new(Standard::GB_3838_2002, body, ItemSet::ASSESSED, Comparison::RoundFirst)
    }

    /// For single readings, automatic or from a laboratory: GB 3838-2002, the 21 items, full
    /// values.
    ///
    /// # Reference
    /// Published classes of national automatic stations (F): 3 796 of 3 841 are reproduced
    /// so, 3 655 by rounding first.
    #[must_use]
    pub const fn for_readings(body: WaterBody) -> Self {
        Self::new(Standard::GB_3838_2002, body, ItemSet::ASSESSED, Comparison::FullValue)
    }

    /// The same with other items. Reference items among them take part, and results say that
    /// they do.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, Item, ItemSet, Rule, Sample, Standard, WaterBody};
    ///
    /// // As some cities do: total nitrogen of a river by the limits of lakes.
    /// let standard = Standard::GB_3838_2002.with_lake_nitrogen_in_rivers()?;
    /// let river = Classifier::for_means(WaterBody::River)
    ///     .with_standard(standard)
    ///     .with_items(ItemSet::FIVE.with(Item::TotalNitrogen));
    /// let section = river.assess(&Sample::parse_named([("NH3-N", "0.3"), ("TN", "1.7")])?)?;
    /// assert_eq!(section.class(), Some(Class::V));
    /// assert_eq!(section.reference_asked().to_string(), "TN");
    /// assert!(section.rules().any(|rule| rule == Rule::REFERENCE_ITEM_ASKED));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn with_items(mut self, items: ItemSet) -> Self {
        self.items = items;
        self
    }

    /// The same with another edition, or with local limits.
    #[must_use]
    pub fn with_standard(self, standard: Standard) -> Self {
        let decisive = self.decisive;
        Self { decisive, ..Self::new(standard, self.body, self.items, self.comparison) }
    }

    /// The same with the class that results below a detection limit must be decidable
    /// against, also beside a target; otherwise it is class III, and the target where that is
    /// stricter.
    #[must_use]
    pub const fn with_decisive_class(mut self, class: Class) -> Self {
        self.decisive = Some(class);
        self
    }

    /// The edition of the standard.
    #[must_use]
    pub const fn standard(&self) -> &Standard {
        &self.standard
    }

    /// The kind of water body.
    #[must_use]
    pub const fn body(&self) -> WaterBody {
        self.body
    }

    /// The items that are to take part.
    #[must_use]
    pub const fn items(&self) -> ItemSet {
        self.items
    }

    /// Whether an item is to take part: the one place that says so, for single values, columns,
    /// sums, sections, targets and outlooks.
    ///
    /// # Reference
    /// The set of items is the caller's word (ours); 环办〔2011〕22号 (S) asks for the 21.
    #[must_use]
    pub const fn takes_part(&self, item: Item) -> bool {
        self.items.contains(item)
    }

    /// The items whose values are limited here, by local limits too: no other makes a class, whether
    /// or not it was asked for. The total nitrogen of rivers is not, and of water temperature only
    /// its change in a week is.
    ///
    /// # Reference
    /// GB 3838-2002, Table 1 (P); clause 7.3 (P): local limits of items that it lacks.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Classifier, ItemSet, WaterBody};
    ///
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let without = ItemSet::ALL.difference(river.limited_items());
    /// assert_eq!(without.to_string(), "WT;TN");
    /// ```
    #[must_use]
    pub const fn limited_items(&self) -> ItemSet {
        self.limited
    }

    /// Whether values are rounded first.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// The class that results below a detection limit must be decidable against where there is
    /// no target.
    #[must_use]
    pub const fn decisive_class(&self) -> Class {
        match self.decisive {
            Some(class) => class,
            None => Class::III,
        }
    }

    /// The class that results below a detection limit must be decidable against beside a
    /// target: class III, and the target where that is stricter (a laxer one proves nothing
    /// about III); the caller's own class, where one was named, stands before both.
    ///
    /// # Reference
    /// Ours.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, WaterBody};
    ///
    /// let river = Classifier::for_means(WaterBody::River);
    /// assert_eq!(river.decisive_class_beside(Some(Class::II)), Class::II);
    /// assert_eq!(river.decisive_class_beside(Some(Class::IV)), Class::III);
    /// let named = river.with_decisive_class(Class::V);
    /// assert_eq!(named.decisive_class_beside(Some(Class::II)), Class::V);
    /// ```
    #[must_use]
    pub fn decisive_class_beside(&self, target: Option<Class>) -> Class {
        let decisive = self.decisive_class();
        match (self.decisive, target) {
            (None, Some(target)) => target.min(decisive),
            _ => decisive,
        }
    }

    /// The cutoffs of an item, or `None` where the standard limits no value of it.
    #[must_use]
    pub const fn cutoffs(&self, item: Item) -> Option<&ItemCutoffs> {
        self.cutoffs[item.index()].as_ref()
    }
}
