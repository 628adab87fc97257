//! A section's assessment, its sums, multiples and main pollution items as plain data;
//! `guide/plain_data.md` describes the form.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::assess::section::exceedance::ExceedanceMultiple;
use crate::assess::section::ground::ValueCounts;
use crate::assess::section::pollution_items::{
    PollutionItem, PollutionItems, PollutionItemsOptions,
};
use crate::assess::section::section::SectionAssessment;
#[cfg(feature = "alloc")]
use crate::assess::section::sums::SumAssessment;
use crate::classify::judgement::Judgement;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::text::plain_text::Listed;

impl Serialize for ExceedanceMultiple {
    /// As printed, at two decimals; nothing where it has no room.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.round(2).ok().serialize(serializer)
    }
}

impl Serialize for PollutionItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut data = serializer.serialize_struct("PollutionItem", 3)?;
        data.serialize_field("item", &self.item())?;
        data.serialize_field("class", &self.class())?;
        data.serialize_field("multiple", &self.multiple())?;
        data.end()
    }
}

impl Serialize for PollutionItems {
    /// The list alone, the most important first.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// What is known of one item of a section.
struct OfItem<'a> {
    section: &'a SectionAssessment,
    item: Item,
    judgement: &'a Judgement,
}

impl Serialize for OfItem<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (section, item) = (self.section, self.item);
        let classifier = section.classifier();
        let value = self.judgement.quantity().map(|(value, _)| value);
        let compared = value.and_then(|value| classifier.compared(item, &value).to_decimal());
        let over = |class: Option<Class>| section.exceedance_multiple(item, class?);
        let mut data = serializer.serialize_struct("Item", 11)?;
        data.serialize_field("item", &item)?;
        data.serialize_field("takes_part", &section.participating().contains(item))?;
        data.serialize_field("judgement", self.judgement)?;
        data.serialize_field("compared", &compared)?;
        data.serialize_field("limits", &classifier.standard().limits(item, section.body()))?;
        data.serialize_field("multiple_over_iii", &over(Some(Class::III)))?;
        data.serialize_field("multiple_over_target", &over(section.target()))?;
        data.serialize_field("exemption", &section.exemption(item))?;
        data.serialize_field("sufficiency", &section.sufficiency_of(item))?;
        let counts = section.counts_of(item);
        data.serialize_field("count", &counts.map_or(0, ValueCounts::values))?;
        data.serialize_field("censored", &counts.map_or(0, ValueCounts::below_detection))?;
        data.end()
    }
}

impl Serialize for SectionAssessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let main = self.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
        let items = || {
            let of =
                |item| self.judgement(item).map(|it| OfItem { section: self, item, judgement: it });
            Item::ALL.into_iter().filter_map(of)
        };
        let mut data = serializer.serialize_struct("SectionAssessment", 25)?;
        data.serialize_field("standard", self.edition())?;
        data.serialize_field("water_body", &self.body())?;
        data.serialize_field("comparison", &self.comparison())?;
        data.serialize_field("class", &self.class())?;
        data.serialize_field("quality", &self.quality())?;
        data.serialize_field("determining", &self.determining())?;
        data.serialize_field("participating", &self.participating())?;
        data.serialize_field("absent", &self.absent())?;
        data.serialize_field("undecidable", &self.undecidable())?;
        data.serialize_field("not_limited", &self.not_limited())?;
        data.serialize_field("excluded", &self.excluded())?;
        data.serialize_field("outside", &self.outside())?;
        let reference: ItemMap<Class> = self.reference_classes().collect();
        data.serialize_field("reference_classes", &reference)?;
        data.serialize_field("reference_undecided", &self.reference_undecided())?;
        data.serialize_field("exempted", &self.exempted())?;
        let without = self.class_without_background().rest();
        data.serialize_field("class_without_background", &without)?;
        data.serialize_field("target", &self.target())?;
        data.serialize_field("decisive_class", &self.decisive_class())?;
        data.serialize_field("main_pollution_items", &main)?;
        data.serialize_field("worse_than_target", &self.items_worse_than_target())?;
        data.serialize_field("sufficiency", &self.sufficiency())?;
        data.serialize_field("deciding_sufficiency", &self.deciding_sufficiency())?;
        data.serialize_field("provisional", &self.is_provisional())?;
        data.serialize_field("items", &Listed(items))?;
        data.serialize_field("rules", &Listed(|| self.rules()))?;
        data.end()
    }
}

#[cfg(feature = "alloc")]
impl Serialize for SumAssessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut data = serializer.serialize_struct("SumAssessment", 10)?;
        data.serialize_field("standard", self.edition())?;
        data.serialize_field("class", &self.class())?;
        data.serialize_field("determining", &self.determining())?;
        data.serialize_field("participating", &self.participating())?;
        data.serialize_field("absent", &self.absent())?;
        data.serialize_field("undecidable", &self.undecidable())?;
        data.serialize_field("excluded", &self.excluded())?;
        data.serialize_field("classes", &self.classes())?;
        data.serialize_field("sufficiency", &self.sufficiency())?;
        data.serialize_field("provisional", &self.is_provisional())?;
        data.end()
    }
}
