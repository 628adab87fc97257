//! From sums to classes: every section of a table in one call, without a division.

use alloc::vec::Vec;

use crate::assess::section::circumstances::Circumstances;
use crate::assess::section::ground::{ItemGround, ValueCounts};
use crate::assess::section::section::SectionAssessment;
use crate::assess::section::section_class::SectionClass;
use crate::classify::classifier::Classifier;
use crate::classify::cutoff_table::ItemOutcome;
use crate::classify::undecidable::decided;
use crate::number::fraction::ExactOverflow;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::reading::time::period::Sufficiency;
use crate::standard::class::Class;
use crate::standard::edition::Edition;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

/// What sums say of a section: its class, what decides it, and whether there was enough.
///
/// For reasons, multiples and verdicts on targets, see
/// [`SectionAssessment`](crate::SectionAssessment).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumAssessment {
    sets: SectionClass,
    /// The best class that the true value may have, of items below detection alone.
    best_below: ItemMap<Class>,
    sufficiency: Option<Sufficiency>,
    edition: Edition,
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

    /// Assesses one section, or a lake from the sums of its points, nothing else being known.
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
        self.assess_points_with(table, points, span, &Circumstances::new())
    }

    /// The same with the target, exclusions, own items and sampling gap of the section, as
    /// [`Classifier::assess_with`] takes them.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn assess_points_with(
        &self,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        circumstances: &Circumstances,
    ) -> Result<SumAssessment, ExactOverflow> {
        let decisive = self.decisive_class_beside(circumstances.target());
        let asked = circumstances.asked(self);
        let mut sums = SumAssessment {
            sets: SectionClass::new(self.limited_items(), asked, circumstances),
            best_below: ItemMap::new(),
            sufficiency: None,
            edition: *self.standard().edition(),
        };
        for item in asked.intersection(table.items()).iter() {
            let Some(cutoffs) = self.cutoffs(item) else {
                if table.sufficiency(points, item, span).found() > 0 {
                    sums.sets.add(item, ItemOutcome::NotLimited);
                }
                continue;
            };
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
            // Class I meets every class.
            if class != Class::I
                && table.is_all_below(points, item, span)
                && let Some(mean) = table.span_mean(points, item, span)?
            {
                if let Some(best) = self.best_below(item, &mean) {
                    sums.best_below.insert(item, best);
                }
                if self.decides_class(item, &mean, true, decisive).is_none() {
                    sums.sets.add(item, ItemOutcome::Undecidable);
                    continue;
                }
            }
            sums.sets.add(item, ItemOutcome::Classed(class));
        }
        sums.sufficiency = Sufficiency::of_section(sums.sets.needed_items(), |item| {
            let found = table.sufficiency(points, item, span);
            (found.found() > 0).then(|| found.with_sampling_gap(circumstances.sampling_gap()))
        });
        Ok(sums)
    }

    /// Assesses one section, or a lake, from sums with all that a [`SectionAssessment`] says:
    /// values, reasons, multiples, what it rests on, and the verdict of any target.
    ///
    /// A sum knows the mean of its detection limits and not the greatest: where an item is
    /// undecidable, that mean stands as its detection limit, rounded to 12 decimals.
    ///
    /// # Errors
    /// When an exact mean has no room.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Circumstances, Class, Classifier, Item, ItemSet, Reading, SumTable, Target, Verdict,
    ///     WaterBody, Year, sums::SumSpan,
    /// };
    ///
    /// // Half of 1.4 is class III, and proves nothing against class II.
    /// let mut sums = SumTable::new(1, 12, ItemSet::FIVE)?;
    /// for (item, cell) in [(Item::AmmoniaNitrogen, "1.4L"), (Item::TotalPhosphorus, "0.08")] {
    ///     sums.add_reading(0, 0, item, &Reading::parse(cell, item)?)?;
    /// }
    /// let target = Target::class(Year::new(2026)?, Class::II);
    /// let known = Circumstances::new().with_target(Class::II);
    /// let river = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    /// let section = river.assess_section(&sums, &[0], &SumSpan::months(0..12), &known)?;
    /// assert_eq!(section.class(), Some(Class::II));
    /// let judgement = target.judge_section(&section);
    /// assert_eq!(judgement.verdict(), Verdict::Met);
    /// // One month of twelve, and three of the five items without a value.
    /// assert!(judgement.is_provisional());
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn assess_section(
        &self,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        circumstances: &Circumstances,
    ) -> Result<SectionAssessment, ExactOverflow> {
        let classifier = circumstances.classifier(self);
        let decisive = self.decisive_class_beside(circumstances.target());
        let (mut judgements, mut grounds) = (ItemMap::new(), ItemMap::new());
        for item in table.items().iter() {
            let Some(mean) = table.span_mean(points, item, span)? else { continue };
            let limit = match mean.exact().filter(|_| table.is_all_below(points, item, span)) {
                Some(half) => Some(half.doubled()?.round(12)?),
                None => None,
            };
            judgements.insert(item, classifier.judge_quantity(item, mean, limit, decisive));
            let found = table.sufficiency(points, item, span);
            let sufficiency = found.with_sampling_gap(circumstances.sampling_gap());
            let (values, below) = table.counts(points, item, span);
            let counts = ValueCounts::new(values, below);
            grounds.insert(item, ItemGround { sufficiency, counts });
        }
        Ok(SectionAssessment::of_judgements(classifier, circumstances, &judgements, &grounds))
    }
}

impl SumAssessment {
    /// The edition of the standard that made the classes.
    #[must_use]
    pub const fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The section's class: that of its worst participating item; `None` without any.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.sets.class()
    }

    #[cfg(feature = "serde")]
    pub(crate) fn classes(&self) -> ItemMap<Class> {
        let classed = self.sets.classed().iter();
        classed.filter_map(|item| Some((item, self.class_of(item)?))).collect()
    }

    /// The class of one item, if it was asked for and has one.
    #[must_use]
    pub const fn class_of(&self, item: Item) -> Option<Class> {
        self.sets.class_of(item)
    }

    /// The items that make the class.
    #[must_use]
    pub const fn participating(&self) -> ItemSet {
        self.sets.participating()
    }

    /// The items whose class is the section's.
    #[must_use]
    pub fn determining(&self) -> ItemSet {
        self.sets.determining()
    }

    /// The items that were to take part.
    #[must_use]
    pub const fn asked(&self) -> ItemSet {
        self.sets.asked()
    }

    /// The items asked for that have no value.
    #[must_use]
    pub const fn absent(&self) -> ItemSet {
        self.sets.absent()
    }

    /// The items asked for that have a value and no limit here: total nitrogen of rivers, water
    /// temperature.
    #[must_use]
    pub const fn not_limited(&self) -> ItemSet {
        self.sets.not_limited()
    }

    /// The reference items that were asked for by name: 22号 would leave them out.
    ///
    /// # Reference
    /// As [`SectionAssessment::reference_asked`].
    #[must_use]
    pub const fn reference_asked(&self) -> ItemSet {
        self.asked().intersection(ItemSet::REFERENCE)
    }

    /// The items all of whose values are below a detection limit too high to decide: they take
    /// no part.
    ///
    /// # Reference
    /// As [`Classifier::judge`]: ours.
    #[must_use]
    pub const fn undecidable(&self) -> ItemSet {
        self.sets.undecidable()
    }

    /// The items asked for that are left out of every result: COD in high chloride.
    #[must_use]
    pub const fn excluded(&self) -> ItemSet {
        self.sets.excluded()
    }

    /// What is known of the section beside its readings.
    #[must_use]
    pub const fn circumstances(&self) -> &Circumstances {
        self.sets.circumstances()
    }

    /// The items that are worse than a class; a result below detection that may meet it is not.
    #[must_use]
    pub fn worse_than(&self, target: Class) -> ItemSet {
        let worse = |item: &Item| {
            let class = self.class_of(*item).is_some_and(|class| !class.meets(target));
            let best = self.best_below.get(*item);
            class
                && decided(false, best.is_some(), || best.is_some_and(|it| it.meets(target)))
                    .is_some()
        };
        self.participating().iter().filter(worse).collect()
    }

    /// The sufficiency of the section: that of the worst sampled of the items that its class needs
    /// ([`SectionClass::needed_items`]), or `None` when one of them has no value at all.
    ///
    /// # Reference
    /// As [`SectionClass::needed_items`].
    #[must_use]
    pub const fn sufficiency(&self) -> Option<Sufficiency> {
        self.sufficiency
    }

    /// What class and verdict rest on, from the sums that this was made of: the worst sufficiency
    /// of the items that make the class, and of those that are worse than a target; `None` where
    /// there are none.
    ///
    /// # Reference
    /// As [`TargetJudgement::sufficiency_with_class`](crate::target::TargetJudgement::sufficiency_with_class).
    #[must_use]
    pub fn deciding_sufficiency(
        &self,
        table: &SumTable,
        points: &[usize],
        span: &SumSpan,
        target: Option<Class>,
    ) -> Option<Sufficiency> {
        let worse = target.map_or(ItemSet::EMPTY, |target| self.worse_than(target));
        let gap = self.circumstances().sampling_gap();
        let found = |item| table.sufficiency(points, item, span).with_sampling_gap(gap);
        Sufficiency::worst(self.determining().union(worse).iter().map(found))
    }

    /// Whether there is a class that may still change: one of the items that it needs has too few
    /// samples, or no value.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.class().is_some() && !self.sufficiency.is_some_and(|it| it.is_sufficient())
    }
}
