//! Calls the core of `gb3838` from a static library that has neither std nor alloc.
//!
//! Built by `cargo build -p gb3838-no-std --profile no-std`; that it builds is the test.
#![no_std]

use core::panic::PanicInfo;

use gb3838::{
    Accumulator, Circumstances, Class, ClassCode, Classifier, Decimal, Error, Item, ItemMap,
    ItemSet, Measurement, Reading, WaterBody, section::PollutionItemsOptions,
};

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// The class of a river section by a mean of ammonia nitrogen and one reading of oxygen, as
/// a byte: 0 for none, 1 to 6 for I to inferior V, 255 for an error.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_example_class() -> u8 {
    section_class().map_or(255, ClassCode::value)
}

/// 1.005 rounded to two places, in units of the last one: 100.
#[unsafe(no_mangle)]
pub extern "C" fn gb3838_example_rounding() -> i64 {
    Decimal::parse("1.005").map_or(-1, |number| number.round(2).units())
}

fn section_class() -> Result<ClassCode, Error> {
    let mut sum = Accumulator::new(Item::AmmoniaNitrogen);
    for cell in ["0.60", "0.05L", "--"] {
        sum.add(&Reading::parse(cell, Item::AmmoniaNitrogen)?)?;
    }
    let river = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    let mean = match sum.mean()? {
        Some(mean) => Reading::value(mean.round(2)?, Item::AmmoniaNitrogen)?,
        None => return Ok(ClassCode::NONE),
    };
    let oxygen = Reading::parse("4.1", Item::DissolvedOxygen)?;
    let measured: ItemMap<Measurement> = [
        (Item::AmmoniaNitrogen, Measurement::from(mean)),
        (Item::DissolvedOxygen, Measurement::from(oxygen)),
    ]
    .into_iter()
    .collect();
    let circumstances = Circumstances::new().with_target(Class::III);
    let section = river.assess_with(&measured, &circumstances)?;
    let items = section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
    if items.is_empty() {
        return Ok(ClassCode::NONE);
    }
    Ok(ClassCode::from(section.class()))
}
