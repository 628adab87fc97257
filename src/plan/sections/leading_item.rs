//! The sections of a plan as a region, and the item that leads in it.

use alloc::vec::Vec;

use crate::assess::region::options::RegionOptions;
use crate::assess::region::region::{RegionAssessment, RegionSection};
use crate::assess::section::pollution_items::{PollutionItem, PollutionItemsOptions};
use crate::plan::sections::assessment::PlanAssessment;
use crate::plan::sections::outcome::SectionOutcome;
use crate::standard::item::Item;

/// Why the trend of an item is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ItemChoice {
    /// The caller asked for it.
    Asked,
    /// It is the first main pollution item of the region.
    MainPollutionItem,
    /// Fewer than five sections, of whose means nothing is over class III, or which have no means in
    /// common: it is a main pollution item of the most sections.
    MainPollutionItemOfSections,
    /// Nothing is over class III; it determines most sections of the worst class.
    Determining,
}

impl PlanAssessment<'_> {
    /// The sections as members of a region, those exempted as a whole marked; for
    /// [`RegionAssessment::of`].
    #[must_use]
    pub fn region_sections(&self) -> Vec<RegionSection<'_>> {
        let members = self.sections().iter().map(|outcome| {
            let section = outcome.section();
            let member = RegionSection::new(&section.name, outcome.assessment());
            match &section.natural_background {
                Some(background) if background.items.is_none() => member.with_natural_background(),
                _ => member,
            }
        });
        members.collect()
    }

    /// The item that leads in the region: its first main pollution item; without one, the main
    /// pollution item of the most sections; without one, the item that determines most sections of
    /// the worst class; the first of equals in the order of Table 1.
    ///
    /// # Reference
    /// Main pollution items: 环办〔2011〕22号 (S); where there are none, ours.
    ///
    /// # Example
    /// ```
    /// # #[cfg(feature = "serde")]
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use gb3838::{Period, plan::{Plan, ReadingsBySection}, region::RegionOptions};
    ///
    /// let plan: Plan = serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/qinzhou-2024.json")))?;
    /// let assessment = plan.assess(&ReadingsBySection::new(), &Period::year(plan.year))?;
    /// assert_eq!(assessment.region_sections().len(), 18);
    /// // No section has a class: nothing leads.
    /// assert_eq!(assessment.leading_item(&RegionOptions::DOCUMENT_22), None);
    /// # Ok(())
    /// # }
    /// # #[cfg(not(feature = "serde"))]
    /// # fn main() {}
    /// ```
    #[must_use]
    pub fn leading_item(&self, rule: &RegionOptions) -> Option<(Item, ItemChoice)> {
        let members = self.region_sections();
        if let Some(item) = first_main_item(&members, *rule, self.options().pollution_items()) {
            return Some((item, ItemChoice::MainPollutionItem));
        }
        let sections = self.sections();
        let options = self.options().pollution_items();
        let is_main_item = |item: Item| {
            let of_sections =
                sections.iter().map(|it| it.assessment().main_pollution_items(options));
            of_sections.filter(|items| items.iter().any(|entry| entry.item() == item)).count()
        };
        // `max_by_key` takes the last of equals, so the order is reversed.
        let item = Item::ALL.into_iter().rev().max_by_key(|item| is_main_item(*item))?;
        if is_main_item(item) > 0 {
            return Some((item, ItemChoice::MainPollutionItemOfSections));
        }
        let worst = sections.iter().filter_map(SectionOutcome::class).max()?;
        let determines = |item: Item| {
            let worst_ones = sections.iter().filter(|outcome| outcome.class() == Some(worst));
            worst_ones.filter(|outcome| outcome.assessment().determining().contains(item)).count()
        };
        let item = Item::ALL.into_iter().rev().max_by_key(|item| determines(*item))?;
        Some((item, ItemChoice::Determining))
    }
}

/// The first main pollution item by the shares of sections, or by their means.
fn first_main_item(
    members: &[RegionSection<'_>],
    rule: RegionOptions,
    items: &PollutionItemsOptions,
) -> Option<Item> {
    let region = RegionAssessment::of(members, &rule).ok()?;
    let of_shares =
        region.main_pollution_items().and_then(|items| Some(items.iter().next()?.item()));
    let of_means = || {
        let means = region.state().means()?;
        let items = means.assessment().main_pollution_items(items);
        items.iter().next().map(PollutionItem::item)
    };
    of_shares.or_else(of_means)
}
