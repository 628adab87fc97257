//! A lake of three points: its class over all points, its zones, its trophic state.

use gb3838::{
    Classifier, Decimal, Sample, WaterBody,
    lake::{Lake, LakePoint, TrophicIndex, TrophicParameter},
};

fn main() -> Result<(), gb3838::Error> {
    let classifier = Classifier::for_means(WaterBody::Lake);
    let point = |phosphorus, nitrogen, permanganate| {
        let cells = [("TP", phosphorus), ("TN", nitrogen), ("CODMn", permanganate), ("pH", "8.1")];
        Ok::<_, gb3838::Error>(classifier.assess(&Sample::parse_named(cells)?)?)
    };
    let bay = point("0.180", "2.31", "5.6")?;
    let north = point("0.030", "1.02", "3.1")?;
    let south = point("0.036", "0.98", "3.4")?;
    let points = [
        LakePoint::new("bay", &bay).in_zone("west"),
        LakePoint::new("north", &north).in_zone("east"),
        LakePoint::new("south", &south).in_zone("east"),
    ];
    let lake = Lake::of(&points)?;
    let name = |class: Option<gb3838::Class>| class.map_or("none", gb3838::Class::name);
    println!("the lake: class {}", name(lake.whole().class()));
    for zone in lake.zones() {
        println!("zone {zone}: class {}", name(lake.zone(zone)?.and_then(|it| it.class())));
    }
    // Total nitrogen is classed apart and takes no part in the class.
    for (item, class) in bay.reference_classes() {
        println!("reference item at the bay: {item}, class {class}");
    }

    // Means over the points; chlorophyll-a in mg/m³, transparency in m, the others in mg/L.
    let index = TrophicIndex::of([
        (TrophicParameter::ChlorophyllA, Decimal::parse("12.4")?.into()),
        (TrophicParameter::TotalPhosphorus, Decimal::parse("0.082")?.into()),
        (TrophicParameter::TotalNitrogen, Decimal::parse("1.44")?.into()),
        (TrophicParameter::Transparency, Decimal::parse("0.9")?.into()),
    ])?;
    let missing: Vec<_> = index.weights().missing().map(TrophicParameter::symbol).collect();
    println!(
        "trophic index {} ({}), without {}: weights shared out again",
        index.round(1)?,
        index.grade(),
        missing.join(";")
    );
    Ok(())
}
