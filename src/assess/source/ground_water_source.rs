//! Ground water: its overall class, and a ground-water source of drinking water.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::target::verdict::{DecidedItems, Verdict};
use crate::classify::ground_water::judgement::{GroundWaterGrade, GroundWaterJudgement};
use crate::number::rounding::Comparison;
use crate::reading::other_readings::{GroundWaterReading, OtherReadingError};
use crate::standard::bound::Bound;
use crate::standard::ground_water::class::GroundWaterClass;
use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::rule::Rule;

/// A ground-water source (地下水饮用水水源地) or well, and how it is judged.
///
/// # Reference
/// GB/T 14848-2017, 6.2, 6.3 and Table 1 (S): 39 items; a source must reach class III (S).
///
/// # Example
/// ```
/// use std::collections::BTreeMap;
/// use gb3838::{
///     Notation, Verdict, ground_water::{GroundWaterClass, GroundWaterItem, GroundWaterSource},
/// };
///
/// // 亳州, 涡北水厂: fluoride 0.19 and sodium 0.78 times over, both of geological origin.
/// let mut readings = BTreeMap::new();
/// for (item, cell) in [
///     (GroundWaterItem::Fluoride, "1.19"),
///     (GroundWaterItem::Sodium, "356"),
///     (GroundWaterItem::OdourAndTaste, "无"),
/// ] {
///     readings.insert(item, Notation::new().parse_ground_water(cell, item)?);
/// }
/// let source = GroundWaterSource::new()
///     .with_exemption(GroundWaterItem::Fluoride, "geological")
///     .with_exemption(GroundWaterItem::Sodium, "geological")
///     .assess(&readings)?;
/// assert_eq!(source.class(), Some(GroundWaterClass::IV));
/// assert_eq!(source.determining(), [GroundWaterItem::Sodium, GroundWaterItem::Fluoride]);
/// assert_eq!((source.verdict(), source.verdict_with_exemptions()), (Verdict::Missed, Verdict::Met));
/// assert_eq!(source.absent().len(), 36);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "地下水水源")]
pub struct GroundWaterSource {
    target: GroundWaterClass,
    exemptions: BTreeMap<GroundWaterItem, String>,
}

impl Default for GroundWaterSource {
    fn default() -> Self {
        Self::new()
    }
}

impl GroundWaterSource {
    /// A source that must reach class III.
    #[must_use]
    pub const fn new() -> Self {
        Self { target: GroundWaterClass::III, exemptions: BTreeMap::new() }
    }

    /// The class to reach, where it is not III.
    #[must_use]
    pub fn with_target(mut self, target: GroundWaterClass) -> Self {
        self.target = target;
        self
    }

    /// An item whose content is of geological origin, and why that is known.
    ///
    /// # Reference
    /// Bulletins of drinking-water sources (F): 地质原因 do not count as failures.
    #[must_use]
    pub fn with_exemption(mut self, item: GroundWaterItem, reason: impl Into<String>) -> Self {
        self.exemptions.insert(item, reason.into());
        self
    }

    /// Judges what was read of the 39 items, each in its own unit.
    ///
    /// Results below a detection limit must be decidable against class III, or the target
    /// where that is stricter.
    ///
    /// # Errors
    /// When a reading is impossible, or a word where the limits are numbers.
    pub fn assess(
        &self,
        readings: &BTreeMap<GroundWaterItem, GroundWaterReading>,
    ) -> Result<GroundWaterAssessment, OtherReadingError> {
        let against = self.target.min(GroundWaterClass::III);
        let mut judgements = BTreeMap::new();
        for (item, reading) in readings {
            judgements.insert(*item, item.judge(reading, against)?);
        }
        Ok(GroundWaterAssessment { source: self.clone(), judgements })
    }
}

/// What became of a ground-water source.
///
/// Each of the 39 items has a grade, or is in [`absent`](Self::absent) or
/// [`undecidable`](Self::undecidable).
///
/// # Reference
/// GB/T 14848-2017, 6.3 (S).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundWaterAssessment {
    source: GroundWaterSource,
    judgements: BTreeMap<GroundWaterItem, GroundWaterJudgement>,
}

/// An item of ground water worse than the target.
///
/// # Reference
/// Bulletins of drinking-water sources (S).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailingGroundWaterItem {
    item: GroundWaterItem,
    grade: GroundWaterGrade,
    multiple: Option<ExceedanceMultiple>,
    exemption: Option<String>,
}

impl FailingGroundWaterItem {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> GroundWaterItem {
        self.item
    }

    /// Its class, or "IV or V".
    #[must_use]
    pub const fn grade(&self) -> GroundWaterGrade {
        self.grade
    }

    /// How far it is over the limit of the target; `None` for pH, words, "not detected".
    #[must_use]
    pub const fn multiple(&self) -> Option<&ExceedanceMultiple> {
        self.multiple.as_ref()
    }

    /// The reason of its exemption, where it is exempted.
    #[must_use]
    pub fn exemption(&self) -> Option<&str> {
        self.exemption.as_deref()
    }
}

impl GroundWaterAssessment {
    fn graded(&self) -> impl Iterator<Item = (GroundWaterItem, GroundWaterGrade)> {
        let all = self.judgements.iter();
        all.filter_map(|(item, judgement)| judgement.grade().map(|grade| (*item, grade)))
    }

    /// The grade of the worst item; `None` when none has one.
    ///
    /// # Reference
    /// GB/T 14848-2017, 6.3 (S): 综合评价 by the worst class.
    #[must_use]
    pub fn grade(&self) -> Option<GroundWaterGrade> {
        self.graded().map(|(_, grade)| grade).max()
    }

    /// The class of the worst item; `None` also where that is IV or V.
    #[must_use]
    pub fn class(&self) -> Option<GroundWaterClass> {
        self.grade().and_then(GroundWaterGrade::class)
    }

    /// The items with the worst grade, to be named with the class.
    #[must_use]
    pub fn determining(&self) -> Vec<GroundWaterItem> {
        let worst = self.grade();
        let items = self.graded().filter(|(_, grade)| Some(*grade) == worst);
        items.map(|(item, _)| item).collect()
    }

    /// The items worse than the target, in the order of Table 1.
    #[must_use]
    pub fn failing(&self) -> Vec<FailingGroundWaterItem> {
        let target = self.source.target;
        let failing = self.graded().filter(|(_, grade)| grade.meets(target) == Some(false));
        let entry = |(item, grade)| FailingGroundWaterItem {
            item,
            grade,
            multiple: self.exceedance_multiple(item, target),
            exemption: self.source.exemptions.get(&item).cloned(),
        };
        failing.map(entry).collect()
    }

    /// How far an item is over the limit of a class; `None` for pH and where there is no
    /// number.
    #[must_use]
    pub fn exceedance_multiple(
        &self,
        item: GroundWaterItem,
        over: GroundWaterClass,
    ) -> Option<ExceedanceMultiple> {
        let (
            Some(GroundWaterJudgement::Graded { value: Some(value), .. }),
            Some(Bound::AtMost(limit)),
        ) = (self.judgements.get(&item), item.limits().limit(over))
        else {
            return None;
        };
        ExceedanceMultiple::over(&value.exact()?, limit)
    }

    /// Met when no item is worse than the target, whatever its origin; not assessed when
    /// nothing is decided, or an item is IV or V and the target IV.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict_where(false)
    }

    /// The same where exempted items are no failures; it stands beside
    /// [`verdict`](Self::verdict), and does not replace it.
    ///
    /// Not assessed when nothing but exempted failures is decided.
    #[must_use]
    pub fn verdict_with_exemptions(&self) -> Verdict {
        self.verdict_where(true)
    }

    fn verdict_where(&self, exempting: bool) -> Verdict {
        let absent =
            |judgement: &GroundWaterJudgement| matches!(judgement, GroundWaterJudgement::Absent(_));
        let failing = self.failing();
        let exempted = failing.iter().filter(|it| exempting && it.exemption.is_some()).count();
        let is_exempt =
            |item: GroundWaterItem| exempting && self.source.exemptions.contains_key(&item);
        let is_decided = |grade: GroundWaterGrade| grade.meets(self.source.target).is_some();
        Verdict::of_items(DecidedItems {
            read: !self.judgements.values().all(absent),
            decided: self.graded().filter(|(_, grade)| is_decided(*grade)).count() > exempted,
            open: self.graded().any(|(item, grade)| !is_decided(grade) && !is_exempt(item)),
            fails: failing.len() > exempted,
        })
    }

    /// The items of the 39 that have no value.
    #[must_use]
    pub fn absent(&self) -> Vec<GroundWaterItem> {
        let absent = |item: &GroundWaterItem| {
            matches!(self.judgements.get(item), None | Some(GroundWaterJudgement::Absent(_)))
        };
        GroundWaterItem::ALL.into_iter().filter(absent).collect()
    }

    /// The items whose detection limit is too high to decide.
    #[must_use]
    pub fn undecidable(&self) -> Vec<GroundWaterItem> {
        let undecidable = |judgement: &GroundWaterJudgement| {
            matches!(judgement, GroundWaterJudgement::Undecidable { .. })
        };
        let all = self.judgements.iter().filter(|(_, judgement)| undecidable(judgement));
        all.map(|(item, _)| *item).collect()
    }

    /// The outcome for one item, if anything was read of it.
    #[must_use]
    pub fn judgement(&self, item: GroundWaterItem) -> Option<&GroundWaterJudgement> {
        self.judgements.get(&item)
    }

    /// The exemptions that were given, with their reasons, needed or not.
    pub fn exemptions(&self) -> impl Iterator<Item = (GroundWaterItem, &str)> {
        self.source.exemptions.iter().map(|(item, reason)| (*item, reason.as_str()))
    }

    /// The class that had to be reached.
    #[must_use]
    pub const fn target(&self) -> GroundWaterClass {
        self.source.target
    }

    /// How values were compared: the standard names no decimals.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        Comparison::FullValue
    }

    /// The rules behind the class and behind all that was left out.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let when = |holds: bool, rule: Rule| holds.then_some(rule);
        let exempted = self.failing().iter().any(|failing| failing.exemption.is_some());
        let halves = self.judgements.values().any(|judgement| {
            matches!(judgement, GroundWaterJudgement::Graded { detection_limit: Some(_), .. })
        });
        let own = [
            Some(Rule::GROUND_WATER_TABLE_1),
            Some(Rule::GROUND_WATER_OVERALL),
            when(halves, Rule::HALF_DETECTION_LIMIT),
            when(!self.undecidable().is_empty(), Rule::UNDECIDABLE),
            when(!self.absent().is_empty(), Rule::ABSENT_ITEM),
            when(exempted, Rule::GEOLOGICAL_EXEMPTION),
        ];
        own.into_iter().flatten()
    }
}
