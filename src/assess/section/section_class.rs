//! The class of a section as sets of items: which make it, which decide it, which take no part.

use crate::assess::section::absence::BackgroundLeftOut;
use crate::assess::section::circumstances::Circumstances;
use crate::classify::classifier::Classifier;
use crate::classify::cutoff_table::{CutoffTable, ItemOutcome};
use crate::classify::sample::SampleError;
use crate::reading::notation::Reading;
use crate::standard::class::{Class, ClassCode};
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// The class of a section with its reasons as sets of items: what a batch says of a row, for one
/// sample, in little room and time.
///
/// It is the part of a [`SectionAssessment`](crate::SectionAssessment) that needs no values, so
/// that it takes 64 bytes where that one takes thousands. Every item that was to take part is in
/// exactly one of [`participating`](Self::participating), [`absent`](Self::absent),
/// [`undecidable`](Self::undecidable), [`not_limited`](Self::not_limited) and
/// [`excluded`](Self::excluded).
///
/// # Reference
/// 环办〔2011〕22号, 单因子评价法 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionClass {
    codes: [ClassCode; 24],
    classed: ItemSet,
    undecidable: ItemSet,
    not_limited: ItemSet,
    missing: ItemSet,
    asked: ItemSet,
    limited: ItemSet,
    circumstances: Circumstances,
}

impl Classifier {
    /// The class of a section from single readings: what
    /// [`assess_with`](Self::assess_with) says, without values, in little room.
    ///
    /// The order of the readings does not matter. For a station that classes each sample as it
    /// comes; means, multiples and targets need the assessment.
    ///
    /// # Errors
    /// When an item comes twice, and when a reading is impossible.
    ///
    /// # Reference
    /// As [`Classifier::assess`].
    ///
    /// # Example
    /// ```
    /// use gb3838::{Circumstances, Class, Classifier, Item, ItemSet, Reading, WaterBody};
    ///
    /// const STATION: Classifier =
    ///     Classifier::for_readings(WaterBody::River).with_items(ItemSet::FIVE);
    ///
    /// let reading = |item, cell| Ok::<_, gb3838::Error>((item, Reading::parse(cell, item)?));
    /// let readings = [
    ///     reading(Item::PermanganateIndex, "6.3")?,
    ///     reading(Item::AmmoniaNitrogen, "0.025L")?,
    ///     reading(Item::TotalPhosphorus, "--")?,
    /// ];
    /// let section = STATION.section_class(&readings, &Circumstances::new())?;
    /// assert_eq!(section.class(), Some(Class::IV));
    /// assert_eq!(section.determining().to_string(), "CODMn");
    /// assert_eq!(section.absent().to_string(), "pH;DO;TP");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn section_class(
        &self,
        readings: &[(Item, Reading)],
        circumstances: &Circumstances,
    ) -> Result<SectionClass, SampleError> {
        let decisive = self.decisive_class_beside(circumstances.target());
        let asked = circumstances.asked(self);
        let mut section = SectionClass::new(self.limited_items(), asked, circumstances);
        for (item, reading) in readings {
            if section.read().contains(*item) {
                return Err(SampleError::twice(*item, item.symbol()));
            }
            section.add(*item, self.judge_reading(*item, reading, decisive)?.outcome());
        }
        Ok(section)
    }
}

impl SectionClass {
    /// Of a section of which nothing was read: the items with limits here, and those asked for.
    pub(crate) const fn new(
        limited: ItemSet,
        asked: ItemSet,
        circumstances: &Circumstances,
    ) -> Self {
        Self {
            codes: [ClassCode::NONE; 24],
            classed: ItemSet::EMPTY,
            undecidable: ItemSet::EMPTY,
            not_limited: ItemSet::EMPTY,
            missing: ItemSet::EMPTY,
            asked,
            limited,
            circumstances: *circumstances,
        }
    }

    /// The class of a section from what each of its items means, where classes are at hand and
    /// no values: behind a table of cutoffs, which says which items have limits at all. `asked` are
    /// the items that are to take part beside the section's own; `outcome` is asked of each of the
    /// 24 once, and says `None` where nothing was read.
    ///
    /// # Errors
    /// As `outcome` says.
    ///
    /// # Reference
    /// As [`Classifier::section_class`].
    ///
    /// # Example
    /// ```
    /// use gb3838::limits::{CutoffTable, ItemOutcome};
    /// use gb3838::section::SectionClass;
    /// use gb3838::{Circumstances, Class, Classifier, Item, ItemSet, Reading, WaterBody};
    ///
    /// static RIVER: CutoffTable = CutoffTable::of(&Classifier::for_readings(WaterBody::River));
    ///
    /// let read = Reading::parse("6.3", Item::PermanganateIndex)?;
    /// let outcome = |item| match item {
    ///     Item::PermanganateIndex => RIVER.outcome(item, &read, Class::III).map(Some),
    ///     _ => Ok(None),
    /// };
    /// let section = SectionClass::of_outcomes(&RIVER, ItemSet::FIVE, &Circumstances::new(), outcome);
    /// let section = section.map_err(|_| "an impossible reading")?;
    /// assert_eq!(section.class(), Some(Class::IV));
    /// assert_eq!(section.absent().to_string(), "pH;DO;NH3-N;TP");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_outcomes<E>(
        table: &CutoffTable,
        asked: ItemSet,
        circumstances: &Circumstances,
        mut outcome: impl FnMut(Item) -> Result<Option<ItemOutcome>, E>,
    ) -> Result<Self, E> {
        let asked = asked.union(circumstances.own_items());
        let mut section = Self::new(table.limited_items(), asked, circumstances);
        for item in Item::ALL {
            if let Some(outcome) = outcome(item)? {
                section.add(item, outcome);
            }
        }
        Ok(section)
    }

    /// Adds the outcome for an item that has none yet.
    pub(crate) fn add(&mut self, item: Item, outcome: ItemOutcome) {
        let set = match outcome {
            ItemOutcome::Classed(class) => {
                self.codes[item.index()] = class.into();
                &mut self.classed
            }
            ItemOutcome::Undecidable => &mut self.undecidable,
            ItemOutcome::NotLimited => &mut self.not_limited,
            ItemOutcome::Absent(_) => &mut self.missing,
        };
        *set = set.with(item);
    }

    /// The items of which anything was read, also that there is no value.
    const fn read(&self) -> ItemSet {
        self.classed.union(self.undecidable).union(self.not_limited).union(self.missing)
    }

    /// The items that have a class, asked for or not.
    pub(crate) const fn classed(&self) -> ItemSet {
        self.classed
    }

    /// The items with a value that is limited nowhere here or not decidable, asked for or not.
    pub(crate) const fn undecided(&self) -> ItemSet {
        self.not_limited.union(self.undecidable)
    }

    /// Those of a set that are asked for and not left out.
    const fn of_asked(&self, items: ItemSet) -> ItemSet {
        items.intersection(self.asked).difference(self.circumstances.excluded())
    }

    /// The items that were to take part: those asked for, reference items among them.
    #[must_use]
    pub const fn asked(&self) -> ItemSet {
        self.asked
    }

    /// The items that make the class.
    #[must_use]
    pub const fn participating(&self) -> ItemSet {
        self.of_asked(self.classed)
    }

    /// The section's class: that of its worst participating item; `None` without any.
    ///
    /// Natural background is not left out here: see
    /// [`class_without_background`](Self::class_without_background). Where all of the five items
    /// are required and one takes no part, there is no class.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        let participating = self.participating();
        self.worst_of(participating).filter(|_| self.circumstances.make_class(participating))
    }

    /// Whether there is no class because one of the five items, which are required, takes no
    /// part.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        let participating = self.participating();
        !participating.is_empty() && !self.circumstances.make_class(participating)
    }

    /// The items that a class needs enough samples of, of those asked for whose values are limited
    /// here: those of the five, for others follow their own schedule, or all where none of the five
    /// is among them.
    ///
    /// An item without limits makes no class, so that none waits for it; where it has no value it
    /// is among [`absent`](Self::absent) as any other.
    ///
    /// # Reference
    /// 环办监测函〔2020〕82号 (S, the year K); the section by its five items (ours), any subset of
    /// which may be asked for (714号, S).
    #[must_use]
    pub const fn needed_items(&self) -> ItemSet {
        self.needed_beside(ItemSet::EMPTY)
    }

    /// The items that the class without natural background needs enough samples of: as if its items
    /// had not been asked for.
    ///
    /// # Reference
    /// As [`needed_items`](Self::needed_items).
    #[must_use]
    pub const fn needed_without_background(&self) -> ItemSet {
        self.needed_beside(self.circumstances.natural_background())
    }

    const fn needed_beside(&self, left_out: ItemSet) -> ItemSet {
        let limited = self.of_asked(self.limited).difference(left_out);
        let of_five = limited.intersection(ItemSet::FIVE);
        if of_five.is_empty() { limited } else { of_five }
    }

    fn worst_of(&self, items: ItemSet) -> Option<Class> {
        Class::worst(items.iter().filter_map(|item| self.class_of(item)))
    }

    /// The class of one item, if it has one; also for items that take no part.
    #[must_use]
    pub const fn class_of(&self, item: Item) -> Option<Class> {
        self.codes[item.index()].get()
    }

    /// The items whose class is the section's.
    #[must_use]
    pub fn determining(&self) -> ItemSet {
        let class = self.class();
        self.participating().iter().filter(|item| self.class_of(*item) == class).collect()
    }

    /// The items asked for that have no value; they never raise or lower the class.
    ///
    /// # Reference
    /// Published classes of national automatic stations (F): the class is made from the rest.
    #[must_use]
    pub const fn absent(&self) -> ItemSet {
        self.of_asked(self.missing.union(self.asked.difference(self.read())))
    }

    /// The items asked for whose detection limit is too high to decide.
    #[must_use]
    pub const fn undecidable(&self) -> ItemSet {
        self.of_asked(self.undecidable)
    }

    /// The items asked for that the standard does not limit here.
    #[must_use]
    pub const fn not_limited(&self) -> ItemSet {
        self.of_asked(self.not_limited)
    }

    /// The items asked for that are left out of every result: COD in high chloride.
    #[must_use]
    pub const fn excluded(&self) -> ItemSet {
        self.circumstances.excluded().intersection(self.asked)
    }

    /// The items with a class that were not asked for and take no part, without the reference
    /// items.
    #[must_use]
    pub const fn outside(&self) -> ItemSet {
        self.classed.difference(self.asked).difference(ItemSet::REFERENCE)
    }

    /// The items that are exempted as natural background and would take part.
    #[must_use]
    pub const fn exempted(&self) -> ItemSet {
        self.circumstances.natural_background().intersection(self.participating())
    }

    /// The class without the items of natural background.
    ///
    /// It stands beside [`class`](Self::class), and does not replace it.
    ///
    /// # Reference
    /// The ministry prints both (扣除自然因素影响后, F).
    #[must_use]
    pub fn class_without_background(&self) -> BackgroundLeftOut<Class> {
        let exempted = self.exempted();
        if exempted.is_empty() {
            return BackgroundLeftOut::NothingExempted;
        }
        let rest = self.worst_of(self.participating().difference(exempted));
        let rest = rest.filter(|_| !self.is_withheld());
        rest.map_or(BackgroundLeftOut::NothingLeft, BackgroundLeftOut::Rest)
    }

    /// What is known of the section beside its readings.
    #[must_use]
    pub const fn circumstances(&self) -> &Circumstances {
        &self.circumstances
    }
}
