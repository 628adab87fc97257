//! The class of one section from one set of laboratory cells, and what decides it.

use gb3838::{Classifier, Sample, WaterBody, section::PollutionItemsOptions};

fn main() -> Result<(), gb3838::Error> {
    let sample = Sample::parse_named([
        ("pH值", "7.6"),
        ("溶解氧", "6.03"),
        ("高锰酸盐指数", "13.3"),
        ("氨氮", "1.77"),
        ("汞", "0.00004L"),
    ])?;
    let section = Classifier::for_readings(WaterBody::River).assess(&sample)?;
    let Some(class) = section.class() else { return Ok(()) };
    println!("class {class} ({}), determined by {}", class.quality(), section.determining());
    for entry in section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22).iter() {
        // Only an item with a limit of its own has no class.
        let Some(class) = entry.class() else { continue };
        print!("{} is class {class}", entry.item());
        // pH and dissolved oxygen have no multiple.
        if let Some(multiple) = entry.multiple() {
            print!(", {} times over class III", multiple.round(2)?);
        }
        println!();
    }
    println!("absent: {}", section.absent());
    Ok(())
}
