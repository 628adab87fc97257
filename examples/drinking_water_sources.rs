//! A surface source by the monthly list of 61 items, a well by ground water, and the rate of both.

use std::collections::BTreeMap;

use gb3838::{
    Classifier, Notation, Sample, WaterBody,
    ground_water::{GroundWaterItem, GroundWaterSource},
    source::{RatedSource, SourceItem, SourceList, SourceRates, SurfaceSource},
};

fn main() -> Result<(), gb3838::Error> {
    let notation = Notation::new();
    let basic = Sample::parse_named([("pH", "7.7"), ("DO", "7.1"), ("TN", "1.9"), ("TP", "0.03")])?;
    let mut others = BTreeMap::new();
    for (item, cell) in [(SourceItem::Manganese, "0.12"), (SourceItem::Acetaldehyde, "0.24L")] {
        others.insert(item, notation.parse_source(cell, item)?.into());
    }
    let reservoir = SurfaceSource::new(Classifier::for_readings(WaterBody::Lake))
        .with_list(SourceList::Monthly61)
        .with_exemption(SourceItem::Manganese, "geological background")
        .assess(basic.as_ref(), &others)?;
    println!("reservoir: {:?}", reservoir.verdict());
    println!("  without manganese of geological origin: {:?}", reservoir.verdict_with_exemptions());
    println!("  items of the list without a value: {}", reservoir.absent().len());
    for item in reservoir.undecidable() {
        println!("  no method detects {item} at its limit");
    }

    let mut readings = BTreeMap::new();
    for (item, cell) in [
        (GroundWaterItem::Fluoride, "0.6"),
        (GroundWaterItem::Sodium, "120"),
        (GroundWaterItem::OdourAndTaste, "无"),
    ] {
        readings.insert(item, notation.parse_ground_water(cell, item)?);
    }
    let well = GroundWaterSource::new().assess(&readings)?;
    println!("well: {:?}, {} of 39 items without a value", well.verdict(), well.absent().len());

    let rates = SourceRates::of(&[
        RatedSource::surface("reservoir", &reservoir),
        RatedSource::ground_water("well", &well),
    ])?;
    if let Some(share) = rates.by_number() {
        println!("sources that meet: {} % of {}", share.percent(1)?, share.total());
    }
    Ok(())
}
