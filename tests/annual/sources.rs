//! Automatic before manual, for the items that have both, month by month; by hand.

use gb3838::{
    Averaging, Classifier, Item, ItemMap, ItemSet, Month, Period, Reading, Series, WaterBody, Year,
    mean::{MergedOrigins, Origin, OriginCounts},
};

use crate::{number, reading as read};

fn series(rows: &[(&str, Item, &str)]) -> Series {
    let mut series = Series::new();
    for (day, item, cell) in rows {
        series.add(day.parse().unwrap(), *item, &read(cell, *item)).unwrap();
    }
    series
}

fn month(number: u8) -> Month {
    Month::new(Year::new(2026).unwrap(), number).unwrap()
}

#[test]
fn automatic_data_come_first_for_six_items() {
    assert_eq!(
        MergedOrigins::AUTOMATIC_FIRST,
        ItemSet::from_items(&[
            Item::Ph,
            Item::DissolvedOxygen,
            Item::PermanganateIndex,
            Item::AmmoniaNitrogen,
            Item::TotalPhosphorus,
            Item::TotalNitrogen,
        ])
    );
    let automatic = series(&[
        ("2026-01-03", Item::TotalPhosphorus, "0.10"),
        ("2026-01-04", Item::TotalPhosphorus, "0.12"),
        // A month in which the station gave nothing usable.
        ("2026-02-03", Item::TotalPhosphorus, "--"),
        // An item that stays manual.
        ("2026-01-03", Item::Fluoride, "0.9"),
    ]);
    let manual = series(&[
        ("2026-01-05", Item::TotalPhosphorus, "0.30"),
        ("2026-02-05", Item::TotalPhosphorus, "0.20"),
        ("2026-01-05", Item::Fluoride, "0.5"),
        ("2026-02-05", Item::Fluoride, "0.01L"),
    ]);
    let merged = MergedOrigins::new(&automatic, &manual).unwrap();
    let mean = |item, averaging| {
        let to_date = Period::year_to_date(month(2));
        merged.series().mean(item, &to_date, averaging).unwrap().unwrap()
    };
    // ((0.10 + 0.12) / 2 + 0.20) / 2
    let phosphorus = mean(Item::TotalPhosphorus, Averaging::MonthsFirst);
    assert_eq!(phosphorus.round(3).unwrap(), number("0.155"));
    assert_eq!((phosphorus.count(), phosphorus.least()), (3, number("0.10")));
    // (0.5 + 0.005) / 2
    let fluoride = mean(Item::Fluoride, Averaging::MonthsFirst);
    assert_eq!(fluoride.round(4).unwrap(), number("0.2525"));
    let origin = |item, number| merged.origin(item, "", month(number));
    assert_eq!(origin(Item::TotalPhosphorus, 1), Some(Origin::Automatic));
    assert_eq!(origin(Item::TotalPhosphorus, 2), Some(Origin::Manual));
    assert_eq!(origin(Item::Fluoride, 1), Some(Origin::Manual));
    assert_eq!(origin(Item::Fluoride, 3), None);
    assert_eq!(
        merged.counts(Item::TotalPhosphorus),
        OriginCounts { automatic: 2, manual: 1, automatic_set_aside: 0, manual_set_aside: 1 }
    );
    assert_eq!(
        merged.counts(Item::Fluoride),
        OriginCounts { automatic: 0, manual: 2, automatic_set_aside: 1, manual_set_aside: 0 }
    );
    assert_eq!(merged.origins().count(), 4);
    assert_eq!(merged.counts(Item::Lead), OriginCounts::default());
}

/// A month in which neither source has a value says why, of both.
#[test]
fn a_month_without_values_keeps_its_reasons() {
    let item = Item::TotalPhosphorus;
    let automatic = series(&[
        ("2026-01-03", item, "-1"),
        ("2026-01-04", item, "-1"),
        ("2026-02-03", item, "-1"),
        ("2026-02-04", item, "0.1"),
    ]);
    let manual = series(&[("2026-01-03", item, ""), ("2026-02-05", item, "")]);
    let merged = MergedOrigins::new(&automatic, &manual).unwrap();
    let missing = |number: u8| {
        let total = merged.series().total(item, &Period::month(month(number))).unwrap();
        (total.count(), total.missing_count())
    };
    assert_eq!(missing(1), (0, 3));
    assert_eq!(merged.origin(item, "", month(1)), None);
    // With a value the source that it comes from counts, with what it missed.
    assert_eq!(missing(2), (1, 1));
    assert_eq!(merged.counts(item).automatic, 1);
}

/// A month is decided for the section, whatever its points are called, and one source alone is
/// that source.
#[test]
fn points_are_decided_together() {
    let item = Item::DissolvedOxygen;
    let (mut automatic, mut manual) = (Series::new(), Series::new());
    let day = "2026-03-05".parse().unwrap();
    automatic.add_at("north", day, item, &read("8.0", item)).unwrap();
    manual.add_at("north", day, item, &read("7.0", item)).unwrap();
    manual.add_at("south", day, item, &read("6.0", item)).unwrap();
    let merged = MergedOrigins::new(&automatic, &manual).unwrap();
    assert_eq!(merged.origin(item, "north", month(3)), Some(Origin::Automatic));
    assert_eq!(merged.origin(item, "south", month(3)), None);
    assert_eq!(merged.counts(item).manual_set_aside, 2);
    let mean = merged.series().mean(item, &Period::month(month(3)), Averaging::Pooled);
    assert_eq!(mean.unwrap().unwrap().round(1).unwrap(), number("8.0"));
    let alone = MergedOrigins::new(&Series::new(), &manual).unwrap();
    assert_eq!(alone.series(), &manual);
}

/// A whole below its part in a sample is remarked on where both values are used.
#[test]
fn remarks_on_samples_stay_with_their_source() {
    let sample = |cells: [(Item, &str); 2]| -> ItemMap<Reading> {
        cells.into_iter().map(|(item, cell)| (item, read(cell, item))).collect()
    };
    let nitrogen = sample([(Item::TotalNitrogen, "0.4"), (Item::AmmoniaNitrogen, "0.5")]);
    let oxygen = sample([(Item::ChemicalOxygenDemand, "2.9"), (Item::PermanganateIndex, "3")]);
    let day = |text: &str| text.parse().unwrap();
    let (mut automatic, mut manual) = (Series::new(), Series::new());
    automatic.add_sample(day("2026-03-05"), &nitrogen).unwrap();
    // In March nitrogen is automatic; the permanganate index is manual, as COD always is.
    manual.add_sample(day("2026-03-06"), &nitrogen).unwrap();
    manual.add_sample(day("2026-03-07"), &oxygen).unwrap();
    // In April the permanganate index is automatic, so that COD stands beside another one.
    automatic
        .add(day("2026-04-01"), Item::PermanganateIndex, &read("2", Item::PermanganateIndex))
        .unwrap();
    manual.add_sample(day("2026-04-07"), &oxygen).unwrap();
    let merged = MergedOrigins::new(&automatic, &manual).unwrap();
    let year = Period::year(day("2026-03-05").year());
    let found = Classifier::for_means(WaterBody::River).remarks_on(merged.series(), &year);
    let found: Vec<_> = found.iter().map(|it| (it.item, it.day.to_string())).collect();
    assert_eq!(
        found,
        [
            (Item::TotalNitrogen, "2026-03-05".to_owned()),
            (Item::ChemicalOxygenDemand, "2026-03-07".to_owned()),
        ]
    );
}
