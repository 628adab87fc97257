//! Short ways to write down readings, sections and numbers in a test.

use gb3838::{
    Circumstances, Class, Classifier, Decimal, Item, ItemMap, ItemSet, Measurement, Reading,
    SectionAssessment, WaterBody, section::PollutionItems,
};

pub(crate) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A river judged by full values.
pub(crate) fn river() -> Classifier {
    Classifier::for_readings(WaterBody::River)
}

/// A lake judged by full values.
pub(crate) fn lake() -> Classifier {
    Classifier::for_readings(WaterBody::Lake)
}

/// A river judged by values rounded first.
pub(crate) fn river_means() -> Classifier {
    Classifier::for_means(WaterBody::River)
}

/// The class of one value.
pub(crate) fn class(classifier: &Classifier, item: Item, value: &str) -> Option<Class> {
    classifier.class_of(item, number(value)).unwrap()
}

/// Cells by the names of their items.
pub(crate) fn cells(cells: &[(&str, &str)]) -> ItemMap<Measurement> {
    let measured = cells.iter().map(|(name, cell)| {
        let item: Item = name.parse().unwrap();
        (item, Measurement::from(Reading::parse(cell, item).unwrap()))
    });
    measured.collect()
}

pub(crate) fn assess(classifier: &Classifier, readings: &[(&str, &str)]) -> SectionAssessment {
    classifier.assess(&cells(readings)).unwrap()
}

pub(crate) fn assess_with(
    classifier: &Classifier,
    readings: &[(&str, &str)],
    circumstances: Circumstances,
) -> SectionAssessment {
    classifier.assess_with(&cells(readings), &circumstances).unwrap()
}

pub(crate) fn set(items: &str) -> ItemSet {
    items.parse().unwrap()
}

/// Items with their multiples at two decimals, as printed: `TP(0.42)`, `DO`.
pub(crate) fn printed(items: &PollutionItems) -> Vec<String> {
    let print = |entry: &gb3838::section::PollutionItem| match entry.multiple() {
        Some(multiple) => format!("{}({})", entry.item(), multiple.round(2).unwrap()),
        None => entry.item().to_string(),
    };
    items.iter().map(print).collect()
}
