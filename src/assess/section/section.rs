//! A section (断面): its class, what decides it, and what took no part.

use crate::assess::section::absence::{Absence, AbsenceKind, BackgroundLeftOut};
use crate::assess::section::circumstances::{Circumstances, Exemption};
use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::section::ground::{ItemGround, ValueCounts};
use crate::assess::section::section_class::SectionClass;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::{Classed, Judgement, Measurement};
use crate::number::decimal::Decimal;
use crate::number::rounding::Comparison;
use crate::reading::mean::quantity::Quantity;
use crate::reading::notation::{Reading, ReadingError};
use crate::reading::time::period::Sufficiency;
use crate::standard::class::{Class, Quality};
use crate::standard::edition::Edition;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;

/// The assessment of a section: class, reasons, and all that was left out.
///
/// Every item that was to take part is in exactly one of [`participating`], [`absent`],
/// [`undecidable`], [`not_limited`] and [`excluded`].
///
/// [`participating`]: Self::participating
/// [`absent`]: Self::absent
/// [`undecidable`]: Self::undecidable
/// [`not_limited`]: Self::not_limited
/// [`excluded`]: Self::excluded
///
/// # Reference
/// 环办〔2011〕22号, 单因子评价法 (S).
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "断面")]
#[doc(alias = "单因子评价")]
#[doc(alias = "定类项目")]
#[doc(alias = "定类指标")]
pub struct SectionAssessment {
    classifier: Classifier,
    sets: SectionClass,
    judgements: ItemMap<Judgement>,
    grounds: ItemMap<ItemGround>,
}

impl Classifier {
    /// Assesses a section from what was measured of its items, nothing else being known.
    ///
    /// # Errors
    /// When a reading is impossible.
    ///
    /// # Reference
    /// 环办〔2011〕22号, 单因子评价法 (S): the section's class is that of its worst item.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Classifier, ItemSet, Sample, WaterBody};
    ///
    /// let sample = Sample::parse_named([("pH", "7.6"), ("CODMn", "6.3"), ("TP", "--")])?;
    /// let river = Classifier::for_readings(WaterBody::River).with_items(ItemSet::FIVE);
    /// let section = river.assess(&sample)?;
    /// assert_eq!(section.class(), Some(Class::IV));
    /// assert_eq!(section.determining().to_string(), "CODMn");
    /// assert_eq!(section.absent().to_string(), "DO;NH3-N;TP");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn assess(
        &self,
        sample: &impl AsRef<ItemMap<Measurement>>,
    ) -> Result<SectionAssessment, ReadingError> {
        self.assess_with(sample, &Circumstances::new())
    }

    /// Assesses a section with its target, exclusions and natural background.
    ///
    /// Results below a detection limit must be decidable as
    /// [`decisive_class_beside`](Self::decisive_class_beside) says.
    ///
    /// # Errors
    /// When a reading is impossible.
    pub fn assess_with(
        &self,
        sample: &impl AsRef<ItemMap<Measurement>>,
        circumstances: &Circumstances,
    ) -> Result<SectionAssessment, ReadingError> {
        let classifier = circumstances.classifier(self);
        let decisive = classifier.decisive_class_beside(circumstances.target());
        let (mut judgements, mut grounds) = (ItemMap::new(), ItemMap::new());
        for (item, measurement) in sample.as_ref().iter() {
            judgements.insert(item, classifier.judge_against(item, measurement, decisive)?);
            let (found, counts) = match measurement {
                Measurement::Reading(Reading::Missing(_)) => continue,
                Measurement::Reading(reading) => {
                    let below = u32::from(matches!(reading, Reading::Below(_)));
                    (Sufficiency::ONE_READING, ValueCounts::new(1, below))
                }
                Measurement::Mean(mean) => {
                    (mean.sufficiency(), ValueCounts::new(mean.count(), mean.below_count()))
                }
            };
            let sufficiency = found.with_sampling_gap(circumstances.sampling_gap());
            grounds.insert(item, ItemGround { sufficiency, counts });
        }
        Ok(SectionAssessment::of_judgements(classifier, circumstances, &judgements, &grounds))
    }
}

impl Classifier {
    /// The assessment of a section of which nothing was measured.
    #[cfg(feature = "plan")]
    pub(crate) fn of_nothing(&self, circumstances: &Circumstances) -> SectionAssessment {
        let classifier = circumstances.classifier(self);
        let (judgements, grounds) = (ItemMap::new(), ItemMap::new());
        SectionAssessment::of_judgements(classifier, circumstances, &judgements, &grounds)
    }
}

impl SectionAssessment {
    /// An assessment of judgements that were made elsewhere, such as of means over sections.
    pub(crate) fn of_judgements(
        classifier: Classifier,
        circumstances: &Circumstances,
        judgements: &ItemMap<Judgement>,
        grounds: &ItemMap<ItemGround>,
    ) -> Self {
        let (limited, asked) = (classifier.limited_items(), classifier.items());
        let mut sets = SectionClass::new(limited, asked, circumstances);
        for (item, judgement) in judgements.iter() {
            sets.add(item, judgement.outcome());
        }
        Self { classifier, sets, judgements: *judgements, grounds: *grounds }
    }

    /// The same values asked for another target, or for none: what is decidable depends on it.
    pub(crate) fn for_target(&self, target: Option<Class>) -> Self {
        let decisive = self.classifier.decisive_class_beside(target);
        let judged = |(item, judgement): (Item, &Judgement)| match judgement.quantity() {
            Some((value, limit)) => {
                (item, self.classifier.judge_quantity(item, value, limit, decisive))
            }
            None => (item, *judgement),
        };
        Self::of_judgements(
            self.classifier.clone(),
            &self.circumstances().for_target(target),
            &self.judgements.iter().map(judged).collect(),
            &self.grounds,
        )
    }

    /// The class that results below a detection limit must be decidable against.
    #[must_use]
    pub fn decisive_class(&self) -> Class {
        self.classifier.decisive_class_beside(self.target())
    }

    /// Whether any item has a value, whether or not it takes part.
    #[must_use]
    pub fn has_values(&self) -> bool {
        self.judgements.iter().any(|(_, judgement)| judgement.quantity().is_some())
    }

    pub(crate) const fn grounds(&self) -> &ItemMap<ItemGround> {
        &self.grounds
    }

    /// What is known of the section beside its readings.
    #[must_use]
    pub const fn circumstances(&self) -> &Circumstances {
        self.sets.circumstances()
    }

    /// The class and its reasons as sets of items, without values.
    #[must_use]
    pub const fn section_class(&self) -> &SectionClass {
        &self.sets
    }

    /// Whether an item meets a class; `None` where nothing is decided: there is no value, no
    /// limit, or a result below detection that proves nothing against the class.
    pub(crate) fn item_meets(&self, item: Item, class: Class) -> Option<bool> {
        let (value, limit) = self.judgements.get(item)?.quantity()?;
        self.classifier.decides_class(item, &value, limit.is_some(), class)
    }

    /// Whether an item is left out of every result, asked for or not.
    pub(crate) const fn is_excluded(&self, item: Item) -> bool {
        self.circumstances().excluded().contains(item)
    }

    fn classed(&self) -> ItemSet {
        self.sets.classed()
    }

    /// The items that were to take part: those asked for, reference items among them.
    #[must_use]
    pub const fn asked(&self) -> ItemSet {
        self.classifier.items()
    }

    /// The reference items that were asked for by name: 22号 would leave them out.
    ///
    /// Like every item asked for, each is in exactly one of the lists that
    /// [`SectionAssessment`] names.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S) leaves them out; that some places count them (F).
    #[must_use]
    pub const fn reference_asked(&self) -> ItemSet {
        self.asked().intersection(ItemSet::REFERENCE)
    }

    /// The items that make the class.
    #[must_use]
    pub fn participating(&self) -> ItemSet {
        self.sets.participating()
    }

    /// The section's class: that of its worst participating item; `None` without any.
    ///
    /// Natural background is not left out here: see
    /// [`class_without_background`](Self::class_without_background). Where all of the five items
    /// are required and one takes no part, there is no class.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.sets.class()
    }

    /// Whether there is no class because one of the five items, which are required, takes no
    /// part.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.sets.is_withheld()
    }

    /// The items whose class is the section's.
    #[must_use]
    pub fn determining(&self) -> ItemSet {
        self.sets.determining()
    }

    /// The items asked for that have no value; they never raise or lower the class.
    ///
    /// # Reference
    /// Published classes of national automatic stations (F): the class is made from the rest.
    #[must_use]
    pub fn absent(&self) -> ItemSet {
        self.sets.absent()
    }

    /// Why an item asked for has no value; `None` of an item that has one or was not asked for.
    #[must_use]
    pub fn absence(&self, item: Item) -> Option<Absence> {
        if !self.absent().contains(item) {
            return None;
        }
        Some(match self.judgements.get(item) {
            Some(Judgement::Absent(missing)) => Absence::NotAValue(*missing),
            _ => Absence::NotRead,
        })
    }

    /// The absent items of one kind: not measured, not detected without a limit, void by a mark.
    #[must_use]
    pub fn absent_by(&self, kind: AbsenceKind) -> ItemSet {
        let is_of = |item: &Item| self.absence(*item).is_some_and(|why| why.kind() == kind);
        self.absent().iter().filter(is_of).collect()
    }

    /// The items asked for whose detection limit is too high to decide.
    #[must_use]
    pub fn undecidable(&self) -> ItemSet {
        self.sets.undecidable()
    }

    /// The items asked for that the standard does not limit here.
    #[must_use]
    pub fn not_limited(&self) -> ItemSet {
        self.sets.not_limited()
    }

    /// The items asked for that are left out of every result: COD in high chloride.
    #[must_use]
    pub const fn excluded(&self) -> ItemSet {
        self.sets.excluded()
    }

    /// The items left out of every result, asked for or not.
    #[cfg(feature = "alloc")]
    pub(crate) const fn left_out(&self) -> ItemSet {
        self.circumstances().excluded()
    }

    /// The items with a class that were not asked for and take no part, without the reference
    /// items.
    #[must_use]
    pub fn outside(&self) -> ItemSet {
        self.sets.outside()
    }

    /// The reference items that were not asked for.
    const fn reference_apart(&self) -> ItemSet {
        ItemSet::REFERENCE.difference(self.asked())
    }

    /// The reference items that were not asked for and have a class: they are classed apart and
    /// do not count.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S): total nitrogen (lakes) and faecal coliforms.
    pub fn reference_classes(&self) -> impl Iterator<Item = (Item, Class)> + '_ {
        let items = self.classed().intersection(self.reference_apart());
        items.iter().filter_map(|item| self.class_of(item).map(|class| (item, class)))
    }

    /// The reference items that were not asked for, have a value, and no class: not limited here
    /// (total nitrogen of rivers, water temperature), or undecidable.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Classifier, Sample, WaterBody};
    ///
    /// let sample = Sample::parse_named([("pH", "7.6"), ("WT", "21.5"), ("FC", "90000L")])?;
    /// let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
    /// assert_eq!(section.reference_undecided().to_string(), "WT;FC");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn reference_undecided(&self) -> ItemSet {
        self.sets.undecided().intersection(self.reference_apart())
    }

    /// The items that are exempted as natural background and would take part.
    #[must_use]
    pub fn exempted(&self) -> ItemSet {
        self.sets.exempted()
    }

    /// The class without the items of natural background.
    ///
    /// It stands beside [`class`](Self::class), and does not replace it.
    ///
    /// # Reference
    /// The ministry prints both (扣除自然因素影响后, F).
    #[must_use]
    pub fn class_without_background(&self) -> BackgroundLeftOut<Class> {
        self.sets.class_without_background()
    }

    /// Why an item with a value is left out of a result.
    #[must_use]
    pub fn exemption(&self, item: Item) -> Option<Exemption> {
        if self.excluded().contains(item) {
            Some(Exemption::HighChloride)
        } else if self.exempted().contains(item) {
            Some(Exemption::NaturalBackground)
        } else {
            None
        }
    }

    /// The outcome for one item, if anything was read of it.
    #[must_use]
    pub const fn judgement(&self, item: Item) -> Option<&Judgement> {
        self.judgements.get(item)
    }

    /// The value of an item with its class, if it has one; also for items that take no part.
    #[must_use]
    pub const fn value_of(&self, item: Item) -> Option<&Classed> {
        match self.judgements.get(item) {
            Some(Judgement::Classed(classed)) => Some(classed),
            _ => None,
        }
    }

    /// The value of an item and its detection limit where it is below one, whether or not the
    /// standard limits it and whether or not it is decidable.
    pub(crate) fn measured(&self, item: Item) -> Option<(Quantity, Option<Decimal>)> {
        self.judgements.get(item)?.quantity()
    }

    /// The class of one item, if it has one; also for items that take no part.
    #[must_use]
    pub fn class_of(&self, item: Item) -> Option<Class> {
        self.sets.class_of(item)
    }

    /// The quality in words.
    ///
    /// # Reference
    /// 环办〔2011〕22号, table of section quality (S).
    #[must_use]
    pub fn quality(&self) -> Option<Quality> {
        self.class().map(Class::quality)
    }

    /// How far an item is over the limit of a class.
    #[must_use]
    pub fn exceedance_multiple(&self, item: Item, over: Class) -> Option<ExceedanceMultiple> {
        self.classifier.exceedance_multiple(item, self.value_of(item)?.value(), over)
    }

    /// The target class that the section was assessed with.
    #[must_use]
    pub const fn target(&self) -> Option<Class> {
        self.circumstances().target()
    }

    /// The kind of water body.
    #[must_use]
    pub const fn body(&self) -> WaterBody {
        self.classifier.body()
    }

    /// Whether values were rounded first.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.classifier.comparison()
    }

    /// The configuration that made this assessment.
    #[must_use]
    pub const fn classifier(&self) -> &Classifier {
        &self.classifier
    }

    /// The edition of the standard that made the classes.
    #[must_use]
    pub const fn edition(&self) -> &Edition {
        self.classifier.standard().edition()
    }

    /// The rules behind the class and behind all that was left out.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let when = |holds: bool, rule: Rule| holds.then_some(rule);
        // Also of a mean with other values in it: halves of detection limits entered it.
        let has_below = |item| self.counts_of(item).is_some_and(|it| it.below_detection() > 0);
        let below = self.classed().iter().any(has_below);
        // By what 22号 asks for, beside which reference items may have been asked for.
        let asked = self.asked().difference(ItemSet::REFERENCE);
        let all = asked == ItemSet::ASSESSED;
        let five = ItemSet::FIVE.difference(asked).is_empty() && !all;
        let by_name = !self.reference_asked().is_empty();
        let standard = self.classifier.standard();
        let local = standard.local_items(self.body());
        let national = self.determining().difference(local);
        let (added, stricter) = standard.added_and_stricter(self.determining(), self.body());
        let rule_of = |item: Option<Item>| item.map(|item| standard.rule_of(item, self.body()));
        let stricter = rule_of(stricter);
        [
            when(self.class().is_none() || !national.is_empty(), self.edition().rule()),
            stricter,
            rule_of(added).filter(|rule| Some(*rule) != stricter),
            Some(Rule::SINGLE_FACTOR),
            when(all, Rule::ASSESSED_ITEMS),
            when(by_name, Rule::REFERENCE_ITEM_ASKED),
            when(five, Rule::FIVE_PLUS_X),
            when(!self.absent().is_empty(), Rule::ABSENT_ITEM),
            when(self.is_withheld(), Rule::FIVE_REQUIRED),
            when(below, Rule::HALF_DETECTION_LIMIT),
            when(!self.undecidable().is_empty(), Rule::UNDECIDABLE),
            when(!self.excluded().is_empty(), Rule::HIGH_CHLORIDE),
            when(!self.exempted().is_empty(), Rule::NATURAL_BACKGROUND),
            self.worst_sufficiency().filter(|it| !it.is_sufficient()).map(|it| it.rule()),
        ]
        .into_iter()
        .flatten()
    }
}
