//! A province's stricter limit of phosphorus, and a limit of nitrogen that the nation does not set.

use gb3838::{Class, Classifier, Decimal, Item, ItemSet, Sample, Standard, WaterBody};

fn main() -> Result<(), gb3838::Error> {
    let local = Standard::GB_3838_2002
        .with_limit(Item::TotalPhosphorus, WaterBody::River, Class::II, Decimal::parse("0.08")?)?
        .with_added_limits(
            Item::TotalNitrogen,
            WaterBody::River,
            [
                Decimal::parse("0.5")?,
                Decimal::parse("1.0")?,
                Decimal::parse("1.5")?,
                Decimal::parse("2.0")?,
                Decimal::parse("3.0")?,
            ],
        )?;
    let sample = Sample::parse_named([("TP", "0.09"), ("TN", "1.8"), ("pH", "7.3")])?;
    let items = ItemSet::FIVE.with(Item::TotalNitrogen);
    for (name, standard) in [("national", Standard::GB_3838_2002), ("local", local)] {
        let river =
            Classifier::for_readings(WaterBody::River).with_standard(standard).with_items(items);
        let section = river.assess(&sample)?;
        println!(
            "{name}: class {} by {}; local limits: {}",
            section.class().map_or("none", Class::name),
            section.determining(),
            river.standard().local_items(WaterBody::River),
        );
    }
    Ok(())
}
