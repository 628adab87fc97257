//! A province's stricter limit of phosphorus, a limit of nitrogen that the nation does not set, and
//! an edition of one's own.

use gb3838::limits::LimitRow;
use gb3838::{Class, Classifier, Item, ItemSet, Sample, Standard, WaterBody};

/// An edition of one's own: an error of typing stops the build.
const OWN: Standard = match Standard::new(
    "own 2030",
    "Decree 1/2030 on the classes of rivers",
    &[
        LimitRow::within(Item::Ph, None, ["6.0", "9.0"]),
        LimitRow::at_least(Item::DissolvedOxygen, None, ["8", "7", "6", "4", "2"]),
        LimitRow::at_most(Item::TotalPhosphorus, None, ["0.02", "0.05", "0.1", "0.2", "0.3"]),
        LimitRow::at_most(Item::TotalNitrogen, None, ["0.5", "1", "1.5", "2", "3"]),
    ],
) {
    Ok(standard) => standard,
    Err(_) => panic!("a row of the table is refused"),
};

fn main() -> Result<(), gb3838::Error> {
    let nitrogen = ["0.5", "1.0", "1.5", "2.0", "3.0"];
    let mut limits = [gb3838::Decimal::ZERO; 5];
    for (limit, text) in limits.iter_mut().zip(nitrogen) {
        *limit = text.parse()?;
    }
    let local = Standard::GB_3838_2002
        .with_limit(Item::TotalPhosphorus, WaterBody::River, Class::II, "0.08".parse()?)?
        .with_added_limits(Item::TotalNitrogen, WaterBody::River, limits)?
        .with_local_document("DB 00/1234-2026")?;
    let sample = Sample::parse_named([("TP", "0.09"), ("TN", "1.8"), ("pH", "7.3")])?;
    let items = ItemSet::FIVE.with(Item::TotalNitrogen);
    for standard in [Standard::GB_3838_2002, local, OWN] {
        let river =
            Classifier::for_readings(WaterBody::River).with_standard(standard).with_items(items);
        let section = river.assess(&sample)?;
        println!(
            "{}: class {} by {}; local limits: {}",
            section.edition().name(),
            section.class().map_or("none", Class::name),
            section.determining(),
            river.standard().local_items(WaterBody::River),
        );
        for rule in section.rules().take(2) {
            println!("  {rule}");
        }
    }
    Ok(())
}
