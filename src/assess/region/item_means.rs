//! The mean of each item over several sections or points, judged like one section.

use crate::assess::region::error::RegionError;
use crate::assess::section::circumstances::Circumstances;
use crate::assess::section::ground::{ItemGround, ValueCounts};
use crate::assess::section::section::SectionAssessment;
use crate::number::decimal::Decimal;
use crate::reading::mean::quantity::Quantity;
use crate::reading::mean::quantity_mean::QuantityMean;
use crate::reading::time::period::Sufficiency;
use crate::standard::class::{Class, Quality};
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;

/// Several sections (or points of a lake) judged as one, by the mean of each item over them.
///
/// pH is averaged by hydrogen ion; half the detection limit enters a mean; a mean of nothing
/// but results below detection limits is itself one, below the greatest of them. What a
/// section leaves out (COD in high chloride) leaves the means. The items are those of any
/// section, and each mean is over the sections that have a value.
///
/// # Reference
/// 环办〔2011〕22号 (S): 各评价指标浓度算术平均值; pH by hydrogen ion is ours here.
///
/// # Example
/// For examples see [`RegionAssessment`](crate::region::RegionAssessment) and [`Lake`](crate::lake::Lake).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeanAssessment {
    assessment: SectionAssessment,
    counts: ItemMap<MeanCount>,
    sections: u32,
}

/// What went into the mean of one item.
///
/// # Reference
/// 环办监测函〔2020〕82号, 7 (S): results below a detection limit are counted.
///
/// # Example
/// For the means see [`Lake`](crate::lake::Lake).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanCount {
    values: u32,
    below: u32,
}

impl MeanCount {
    /// The sections with a value, those below the detection limit included.
    #[must_use]
    pub const fn values(&self) -> u32 {
        self.values
    }

    /// The sections whose value is below a detection limit.
    #[must_use]
    pub const fn below(&self) -> u32 {
        self.below
    }
}

/// Whether values of natural background enter the means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Background {
    Kept,
    LeftOut,
}

impl MeanAssessment {
    /// Judges the means of some sections, at least one, each with its name.
    ///
    /// `None` without any section.
    pub(crate) fn of<'a>(
        sections: &(impl Iterator<Item = (&'a str, &'a SectionAssessment)> + Clone),
        background: Background,
    ) -> Result<Option<Self>, RegionError> {
        // One without a value enters no mean, whatever its limits are.
        let with_values = || sections.clone().filter(|(_, section)| section.has_values());
        let Some((_, first)) = with_values().next().or_else(|| sections.clone().next()) else {
            return Ok(None);
        };
        let mut classifier = first.classifier().clone();
        let mut decisive = first.decisive_class();
        let mut count = 0_u32;
        for (_, section) in sections.clone() {
            count = count.saturating_add(1);
            decisive = decisive.min(section.decisive_class());
            let items = classifier.items().union(section.classifier().items());
            classifier = classifier.with_items(items);
        }
        for (name, section) in with_values() {
            let own = section.classifier();
            if own.standard() != classifier.standard()
                || own.body() != classifier.body()
                || own.comparison() != classifier.comparison()
            {
                return Err(RegionError::JudgedOtherwise { section: QuotedText::new(name) });
            }
        }
        let classifier = classifier.with_decisive_class(decisive);
        let (mut judgements, mut grounds) = (ItemMap::new(), ItemMap::new());
        let mut counts = ItemMap::new();
        let enters = |section: &SectionAssessment, item| {
            let left_out = match background {
                Background::Kept => ItemSet::EMPTY,
                Background::LeftOut => section.exempted(),
            };
            !left_out.contains(item) && !section.is_excluded(item)
        };
        for item in Item::ALL {
            let values = sections.clone().filter_map(|(_, section)| {
                section.judgement(item).filter(|_| enters(section, item))?.quantity()
            });
            let Some((mean, limit, mean_count)) = mean_of(item, values)? else { continue };
            judgements.insert(item, classifier.judge_quantity(item, mean, limit, decisive));
            let found = sections.clone().filter_map(|(_, section)| section.sufficiency_of(item));
            if let Some(sufficiency) = Sufficiency::worst(found) {
                let each = sections.clone().filter(|(_, section)| enters(section, item));
                let each = each.filter_map(|(_, section)| section.counts_of(item));
                let counts = each.fold(ValueCounts::default(), ValueCounts::plus);
                grounds.insert(item, ItemGround { sufficiency, counts });
            }
            counts.insert(item, mean_count);
        }
        let assessment = SectionAssessment::of_judgements(
            classifier,
            &Circumstances::new(),
            &judgements,
            &grounds,
        );
        Ok(Some(Self { assessment, counts, sections: count }))
    }

    /// The means judged by the section method: class, determining items, main pollution items.
    #[must_use]
    pub const fn assessment(&self) -> &SectionAssessment {
        &self.assessment
    }

    /// The class of the means; `None` when no item that takes part has a value.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.assessment.class()
    }

    /// The state of the group.
    #[must_use]
    pub fn quality(&self) -> Option<Quality> {
        self.assessment.quality()
    }

    /// The sections or points that were averaged.
    #[must_use]
    pub const fn sections(&self) -> u32 {
        self.sections
    }

    /// The rules behind the means, then those behind their class.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let acidity = self.counts.get(Item::Ph).map(|_| Rule::PH_BY_HYDROGEN_ION);
        // A mean of nothing but results below a limit has the rule from its class.
        let in_part = |count: &MeanCount| count.below > 0 && count.below < count.values;
        let halves = self.counts.iter().any(|(_, count)| in_part(count));
        let own = [acidity, halves.then_some(Rule::HALF_DETECTION_LIMIT)];
        let said = move |rule: &Rule| !(halves && *rule == Rule::HALF_DETECTION_LIMIT);
        own.into_iter().flatten().chain(self.assessment.rules().filter(said))
    }

    /// What went into the mean of an item, if it has one.
    #[must_use]
    pub const fn count_of(&self, item: Item) -> Option<&MeanCount> {
        self.counts.get(item)
    }
}

/// The mean of some values, the greatest detection limit where all are below one, the counts.
fn mean_of(
    item: Item,
    values: impl Iterator<Item = (Quantity, Option<Decimal>)>,
) -> Result<Option<(Quantity, Option<Decimal>, MeanCount)>, RegionError> {
    let (mut sum, mut limit) = (QuantityMean::new(item), None);
    let mut count = MeanCount { values: 0, below: 0 };
    for (value, below) in values {
        sum.add(&value)?;
        count.values = sum.count();
        if below.is_some() {
            count.below = count.below.saturating_add(1);
            limit = limit.max(below);
        }
    }
    let limit = limit.filter(|_| count.below == count.values);
    Ok(sum.mean()?.map(|mean| (mean, limit, count)))
}
