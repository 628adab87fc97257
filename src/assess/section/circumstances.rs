//! What a caller may leave out of a section's class, and why.

use crate::assess::section::last_year::LastYear;
use crate::classify::classifier::Classifier;
use crate::reading::time::period::SamplingGap;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;

/// What is known of a section beside its readings: one value, which every path takes, from
/// single readings, means, sums and plans to outlooks and counts of months.
///
/// # Example
/// ```
/// use gb3838::{Circumstances, Class, Item, ItemSet};
///
/// let circumstances = Circumstances::new()
///     .with_target(Class::III)
///     .with_high_chloride(true)
///     .with_natural_background(ItemSet::from_items(&[Item::Fluoride]));
/// assert_eq!(circumstances.target(), Some(Class::III));
/// ```
///
/// # Reference
/// The target: plans (F); COD in high chloride: GB 11914-89 (K), by the caller's word; natural
/// background: the ministry's reports (F).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "本底")]
#[doc(alias = "氯离子")]
pub struct Circumstances {
    target: Option<Class>,
    high_chloride: bool,
    natural_background: ItemSet,
    own_items: ItemSet,
    sampling_gap: Option<SamplingGap>,
    needs_five: bool,
    last_year: LastYear,
}

/// Why an item that has a value takes no part in a class.
///
/// # Reference
/// See [`Exemption::rule`].
///
/// # Example
/// ```
/// use gb3838::{Exemption, Rule};
///
/// assert_eq!(Exemption::NaturalBackground.rule(), Rule::NATURAL_BACKGROUND);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Exemption {
    /// COD by dichromate in water of high chloride: the method does not hold there.
    HighChloride,
    /// The concentration is of natural origin (本底): both results are given.
    NaturalBackground,
}

impl Exemption {
    /// The rule behind it.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::HighChloride => Rule::HIGH_CHLORIDE,
            Self::NaturalBackground => Rule::NATURAL_BACKGROUND,
        }
    }
}

impl Circumstances {
    /// Nothing known: no target, nothing left out.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            target: None,
            high_chloride: false,
            natural_background: ItemSet::EMPTY,
            own_items: ItemSet::EMPTY,
            sampling_gap: None,
            needs_five: false,
            last_year: LastYear::UNKNOWN,
        }
    }

    /// The target class of the section: items worse than it are named, and results below a
    /// detection limit must be decidable against it.
    #[must_use]
    pub const fn with_target(mut self, target: Class) -> Self {
        self.target = Some(target);
        self
    }

    /// The same without a target class.
    #[must_use]
    pub const fn without_target(self) -> Self {
        self.for_target(None)
    }

    /// The same without a target class, or with another.
    pub(crate) const fn for_target(mut self, target: Option<Class>) -> Self {
        self.target = target;
        self
    }

    /// The items of the section's own, X in "5+X", beside those of its classifier.
    ///
    /// # Reference
    /// 环办监测函〔2020〕714号 (S).
    #[must_use]
    pub const fn with_own_items(mut self, items: ItemSet) -> Self {
        self.own_items = items;
        self
    }

    /// That ice or drought prevented sampling, so that eight months make a year.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (K).
    #[must_use]
    pub const fn with_sampling_gap(mut self, gap: SamplingGap) -> Self {
        self.sampling_gap = Some(gap);
        self
    }

    /// That there is a class only where all of the five items take part.
    ///
    /// # Reference
    /// National files of 2021 to 2023 print no class where one is missing; those of 2026 class
    /// the rest (F), as is the default.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Circumstances, Class, Classifier, Sample, WaterBody};
    ///
    /// let sample = Sample::parse_named([("pH", "7.6"), ("CODMn", "6.3")])?;
    /// let river = Classifier::for_readings(WaterBody::River);
    /// let class = |known| -> Result<_, gb3838::Error> {
    ///     Ok(river.assess_with(&sample, &known)?.class())
    /// };
    /// assert_eq!(class(Circumstances::new())?, Some(Class::IV));
    /// assert_eq!(class(Circumstances::new().with_five_required(true))?, None);
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn with_five_required(mut self, yes: bool) -> Self {
        self.needs_five = yes;
        self
    }

    /// What is known of the year before, for targets that compare with it.
    ///
    /// # Reference
    /// "No worse than last year" may be a condition (S).
    #[must_use]
    pub const fn with_last_year(mut self, last_year: LastYear) -> Self {
        self.last_year = last_year;
        self
    }

    /// Whether COD is excluded because of high chloride.
    ///
    /// # Reference
    /// GB 11914-89 (K): the method holds below 1 000 mg/L of chloride.
    #[must_use]
    pub const fn with_high_chloride(mut self, yes: bool) -> Self {
        self.high_chloride = yes;
        self
    }

    /// The items whose concentration is of natural origin.
    ///
    /// # Reference
    /// The ministry prints shares with and without them (2022, F).
    #[must_use]
    pub const fn with_natural_background(mut self, items: ItemSet) -> Self {
        self.natural_background = items;
        self
    }

    /// The target class.
    #[must_use]
    pub const fn target(&self) -> Option<Class> {
        self.target
    }

    /// The items of the section's own.
    #[must_use]
    pub const fn own_items(&self) -> ItemSet {
        self.own_items
    }

    /// The declared gap in sampling, if there is one.
    #[must_use]
    pub const fn sampling_gap(&self) -> Option<SamplingGap> {
        self.sampling_gap
    }

    /// Whether there is a class only where all of the five items take part.
    #[must_use]
    pub const fn is_five_required(&self) -> bool {
        self.needs_five
    }

    /// Whether items that take part make a class: where all of the five items are required, those
    /// are among them.
    ///
    /// For one who has sets of items alone, such as those of a batch; sections ask it themselves.
    ///
    /// # Reference
    /// As [`with_five_required`](Self::with_five_required).
    #[must_use]
    pub fn make_class(&self, participating: ItemSet) -> bool {
        !self.needs_five || ItemSet::FIVE.difference(participating).is_empty()
    }

    /// What is known of the year before.
    #[must_use]
    pub const fn last_year(&self) -> &LastYear {
        &self.last_year
    }

    /// A classifier with the items of the section's own beside its items: who is asked for.
    pub(crate) fn classifier(&self, classifier: &Classifier) -> Classifier {
        classifier.clone().with_items(self.asked(classifier))
    }

    /// The items that are asked for: those of a classifier and the section's own.
    pub(crate) const fn asked(&self, classifier: &Classifier) -> ItemSet {
        classifier.items().union(self.own_items)
    }

    /// The items that are left out of every result.
    pub(crate) const fn excluded(self) -> ItemSet {
        if self.high_chloride {
            ItemSet::EMPTY.with(Item::ChemicalOxygenDemand)
        } else {
            ItemSet::EMPTY
        }
    }

    /// The items that are left out of the second result.
    pub(crate) const fn natural_background(self) -> ItemSet {
        self.natural_background
    }
}
