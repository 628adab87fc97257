//! The items that miss a target, each with its multiple over the limit that it missed.

use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::section::pollution_items::PollutionItem;
use crate::assess::section::section::SectionAssessment;
use crate::assess::target::target::{Target, TargetJudgement};
use crate::number::fraction::Fraction;
use crate::standard::bound::Bound;
use crate::standard::item::Item;

impl Target {
    /// The items that miss the target: the worse class first, then the larger multiple, then
    /// the order of Table 1.
    ///
    /// # Reference
    /// Local reports name them also where a section is class III or better (F).
    #[must_use]
    pub fn failing_items(
        &self,
        section: &SectionAssessment,
        judgement: &TargetJudgement,
    ) -> Vec<PollutionItem> {
        let mut items: Vec<_> = judgement
            .failing()
            .iter()
            .map(|item| {
                let multiple = self.multiple_of(section, item);
                PollutionItem::new(item, section.class_of(item), multiple)
            })
            .collect();
        let multiple =
            |item: &PollutionItem| item.multiple().map_or(Fraction::ZERO, |it| *it.value());
        items.sort_by_key(|item| (Reverse(item.class()), Reverse(multiple(item))));
        items
    }

    /// Over the strictest upper limit of its own, or over that of the target class.
    fn multiple_of(&self, section: &SectionAssessment, item: Item) -> Option<ExceedanceMultiple> {
        let own = self.limits.iter().filter(|limit| limit.item == item);
        let mut limits = own.clone().filter_map(|limit| match limit.bound {
            Bound::AtMost(most) | Bound::Below(most) => Some(most),
            Bound::AtLeast(_) | Bound::Above(_) | Bound::Within(..) => None,
        });
        if own.count() == 0 {
            return section.exceedance_multiple(item, self.class?);
        }
        let strictest = limits.next().map(|first| limits.fold(first, Ord::min))?;
        let (value, _) = section.measured(item)?;
        section.classifier().multiple_over(item, &value, strictest)
    }
}
