//! The class of one section from one set of laboratory cells, and what decides it.

use gb3838::{
    Classifier, Item, ItemMap, Measurement, Reading, WaterBody, section::PollutionItemsOptions,
};

fn main() -> Result<(), gb3838::Error> {
    let cells = [
        (Item::Ph, "7.6"),
        (Item::DissolvedOxygen, "6.03"),
        (Item::PermanganateIndex, "13.3"),
        (Item::AmmoniaNitrogen, "1.77"),
        (Item::Mercury, "0.00004L"),
    ];
    let mut readings = ItemMap::new();
    for (item, cell) in cells {
        readings.insert(item, Measurement::from(Reading::parse(cell, item)?));
    }
    let section = Classifier::for_readings(WaterBody::River).assess(&readings)?;
    let Some(class) = section.class() else { return Ok(()) };
    println!("class {class} ({}), determined by {}", class.quality(), section.determining());
    for entry in section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22).iter() {
        print!("{} is class {}", entry.item(), entry.class());
        // pH and dissolved oxygen have no multiple.
        if let Some(multiple) = entry.multiple() {
            print!(", {} times over class III", multiple.round(2)?);
        }
        println!();
    }
    println!("absent: {}", section.absent());
    Ok(())
}
