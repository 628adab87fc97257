//! What a section's class rests on: how many samples, and which of the five items.

use crate::assess::section::section::SectionAssessment;
use crate::reading::time::period::Sufficiency;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// How many values the value of an item is made of: one of a reading, all of a mean.
///
/// # Reference
/// 环办监测函〔2020〕82号, 7 (S): half the detection limit enters a mean; that the mean says of how
/// many is ours.
///
/// # Example
/// ```
/// # #[cfg(feature = "alloc")] {
/// use gb3838::{Circumstances, Classifier, Item, ItemSet, Reading, SumTable, WaterBody, sums::SumSpan};
///
/// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
/// for (month, cell) in [(0, "0.42"), (1, "0.025L"), (2, "0.025L")] {
///     let reading = Reading::parse(cell, Item::AmmoniaNitrogen)?;
///     sums.add_reading(0, month, Item::AmmoniaNitrogen, &reading)?;
/// }
/// let river = Classifier::for_means(WaterBody::River);
/// let (year, known) = (SumSpan::months(0..12), Circumstances::new());
/// let section = river.assess_section(&sums, &[0], &year, &known)?;
/// let counts = section.counts_of(Item::AmmoniaNitrogen);
/// assert_eq!(counts.map(|it| (it.values(), it.below_detection())), Some((3, 2)));
/// # }
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ValueCounts {
    values: u32,
    below: u32,
}

impl ValueCounts {
    pub(crate) const fn new(values: u32, below: u32) -> Self {
        Self { values, below }
    }

    /// Those of two together.
    pub(crate) const fn plus(self, other: Self) -> Self {
        Self {
            values: self.values.saturating_add(other.values),
            below: self.below.saturating_add(other.below),
        }
    }

    /// The number of values, those below a detection limit included.
    #[must_use]
    pub const fn values(self) -> u32 {
        self.values
    }

    /// How many of them are below a detection limit, and count by half of it.
    #[must_use]
    pub const fn below_detection(self) -> u32 {
        self.below
    }
}

/// What the value of an item rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ItemGround {
    pub(crate) sufficiency: Sufficiency,
    pub(crate) counts: ValueCounts,
}

impl SectionAssessment {
    /// How many values an item's value is made of, and how many of them were below a detection
    /// limit; `None` without a value.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号, 7 (S).
    #[must_use]
    pub fn counts_of(&self, item: Item) -> Option<ValueCounts> {
        self.grounds().get(item).map(|ground| ground.counts)
    }

    /// What an item has of the samples that its period needs; a single reading is one of one.
    /// `None` without a value.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S, the year K).
    #[must_use]
    pub fn sufficiency_of(&self, item: Item) -> Option<Sufficiency> {
        self.grounds().get(item).map(|ground| ground.sufficiency)
    }

    /// The sufficiency of the section: that of the worst sampled of the items that its class needs
    /// ([`SectionClass::needed_items`]), or `None` when one of them has no value at all.
    ///
    /// # Reference
    /// As [`SectionClass::needed_items`].
    ///
    /// [`SectionClass::needed_items`]: crate::section::SectionClass::needed_items
    #[must_use]
    pub fn sufficiency(&self) -> Option<Sufficiency> {
        let needed = self.section_class().needed_items();
        Sufficiency::of_section(needed, |item| self.sufficiency_of(item))
    }

    /// The sufficiency of the section without its items of natural background: of the items that
    /// its class needs then ([`SectionClass::needed_without_background`]).
    ///
    /// # Reference
    /// As [`SectionClass::needed_items`].
    ///
    /// [`SectionClass::needed_items`]: crate::section::SectionClass::needed_items
    /// [`SectionClass::needed_without_background`]: crate::section::SectionClass::needed_without_background
    #[must_use]
    pub fn sufficiency_without_background(&self) -> Option<Sufficiency> {
        let needed = self.section_class().needed_without_background();
        Sufficiency::of_section(needed, |item| self.sufficiency_of(item))
    }

    /// Whether each of the items that the class needs has enough samples.
    #[must_use]
    pub fn is_sufficient(&self) -> bool {
        self.sufficiency().is_some_and(|it| it.is_sufficient())
    }

    /// The worst sufficiency of the items that make the class; `None` without any.
    #[must_use]
    pub fn worst_sufficiency(&self) -> Option<Sufficiency> {
        self.worst_sufficiency_of(self.participating())
    }

    /// The worst sufficiency of the items that decide the class; `None` without any.
    #[must_use]
    pub fn deciding_sufficiency(&self) -> Option<Sufficiency> {
        self.worst_sufficiency_of(self.determining())
    }

    /// The worst sufficiency of some items; `None` when none of them has a value.
    pub(crate) fn worst_sufficiency_of(&self, items: ItemSet) -> Option<Sufficiency> {
        Sufficiency::worst(items.iter().filter_map(|item| self.sufficiency_of(item)))
    }

    /// Those of the items that the class needs that have no value: it is provisional without them.
    ///
    /// # Reference
    /// As [`sufficiency`](Self::sufficiency).
    #[must_use]
    pub fn needed_without_value(&self) -> ItemSet {
        let needed = self.section_class().needed_items();
        needed.iter().filter(|item| self.sufficiency_of(*item).is_none()).collect()
    }

    /// Those of the items that the class needs that have values of too few samples or months: it is
    /// provisional until there are more. How many there are is
    /// [`sufficiency_of`](Self::sufficiency_of) each.
    ///
    /// # Reference
    /// As [`sufficiency`](Self::sufficiency).
    #[must_use]
    pub fn needed_of_too_few(&self) -> ItemSet {
        let is_short =
            |item: &Item| self.sufficiency_of(*item).is_some_and(|it| !it.is_sufficient());
        self.section_class().needed_items().iter().filter(is_short).collect()
    }

    /// Whether there is a class that may still change: one of the items that it needs has too few
    /// samples, or no value.
    ///
    /// # Example
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use gb3838::{Classifier, Item, ItemMap, Measurement, Period, Reading, Series, WaterBody};
    ///
    /// let mut series = Series::new();
    /// for (item, cell) in [
    ///     (Item::Ph, "7.6"),
    ///     (Item::DissolvedOxygen, "8.1"),
    ///     (Item::PermanganateIndex, "2.4"),
    ///     (Item::AmmoniaNitrogen, "0.12"),
    ///     (Item::TotalPhosphorus, "0.05"),
    /// ] {
    ///     series.add("2026-01-05".parse()?, item, &Reading::parse(cell, item)?)?;
    /// }
    /// let river = Classifier::for_means(WaterBody::River);
    /// let assess = |period: Period| -> Result<_, gb3838::Error> {
    ///     let means = series.means(&period, period.averaging())?;
    ///     let measured: ItemMap<Measurement> =
    ///         means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
    ///     Ok(river.assess(&measured)?)
    /// };
    /// // One sample is enough for January, and one month of twelve is no year.
    /// let january = "2026-01-05".parse::<gb3838::Date>()?.month();
    /// assert!(!assess(Period::month(january))?.is_provisional());
    /// let year = assess(Period::year(january.year()))?;
    /// assert!(year.is_provisional());
    /// assert_eq!(year.sufficiency().map(|it| it.found()), Some(1));
    /// # }
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.class().is_some() && !self.is_sufficient()
    }

    /// Those of the five items that make no part of the class: a class from pH alone is made of
    /// less than others are.
    ///
    /// # Reference
    /// National files of 2021 to 2023 print no class then, those of 2026 class the rest (F).
    #[must_use]
    pub fn missing_of_five(&self) -> ItemSet {
        ItemSet::FIVE.difference(self.participating())
    }

    /// Whether fewer than the five items make the class.
    #[must_use]
    pub fn is_of_few_items(&self) -> bool {
        self.class().is_some() && !self.missing_of_five().is_empty()
    }
}
