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
    // As bulletins print them, with multiples over class III where an item has one: 氨氮(0.77).
    println!("main: {}", section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22));
    println!("absent: {}", section.absent());
    Ok(())
}
