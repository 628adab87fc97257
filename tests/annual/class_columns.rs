//! Classes of sums by columns are those of the sections assessed one by one.

use gb3838::{
    Class, Classifier, Decimal, Item, ItemSet, Outputs, Reading, SumTable, WaterBody,
    error::{BatchError, SumClassesError},
    limits::ItemCutoffs,
    sums::SumSpan,
};

use crate::{number, random::Random};

/// A value on an edge of the item, beside it, or anywhere; where long ones are asked for, sometimes
/// longer than cells hold.
fn value(random: &mut Random, classifier: &Classifier, item: Item, is_long: bool) -> Decimal {
    let edge = match classifier.cutoffs(item) {
        Some(ItemCutoffs::Ordered(cutoffs)) => cutoffs[random.below(5)].edge(),
        Some(ItemCutoffs::Range(low, high)) => [low, high][random.below(2)].edge(),
        None => number("0.5"),
    };
    let units = edge.round(6).units();
    let off = i64::try_from(random.below(2_000_001)).unwrap() - 1_000_000;
    let units = match random.below(8) {
        0..4 => units,
        4 => units + off.signum(),
        5 => units + off / 10_000,
        _ => units + off,
    };
    let fine = i64::try_from(random.below(400)).unwrap();
    // Weighed by a common number of values, the longer of such sums have no room in 64 bits.
    if is_long && random.below(60) == 0 && item != Item::Ph {
        return Decimal::new((1 << (36 + random.below(14))) + units, 6).unwrap();
    }
    if is_long && random.below(60) == 0 {
        return Decimal::new(units.max(0) * 1_000 + fine, 9).unwrap();
    }
    Decimal::new(units.max(0), 6).unwrap().round(if item == Item::Ph { 2 } else { 6 })
}

/// A table of a few sections whose months have some values each, around the edges.
fn table(random: &mut Random, classifier: &Classifier, most: usize) -> SumTable {
    let mut table = SumTable::new(6, 13, ItemSet::ALL).unwrap();
    for section in 0..6 {
        // One long value sends its whole section another way.
        let is_long = section % 2 == 0;
        for item in Item::ALL {
            // Values of one section are often equal, so that means are on edges.
            let same = random.below(3) == 0;
            let one = value(random, classifier, item, is_long);
            let below = random.below(12) == 0;
            for period in 0..13 {
                for _ in 0..random.below(most + 1) {
                    let value = if same { one } else { value(random, classifier, item, is_long) };
                    let reading = if below || random.below(20) == 0 {
                        Reading::Below(value)
                    } else {
                        Reading::Value(value)
                    };
                    // pH has no detection limit, and none is zero.
                    let _ = table.add_reading(section, period, item, &reading);
                }
            }
        }
    }
    table
}

/// Tables of every fill, months and pooled, both comparisons, both bodies.
#[test]
fn columns_say_what_sections_say() {
    let mut random = Random::new(14);
    for round in 0..60 {
        let body = [WaterBody::River, WaterBody::Lake][round % 2];
        let classifier = match round % 3 {
            0 => Classifier::for_readings(body),
            1 => Classifier::for_means(body),
            _ => Classifier::for_means(body)
                .with_items(ItemSet::from_bits(u32::try_from(random.below(1 << 24)).unwrap()))
                .with_decisive_class(Class::ALL[random.below(6)]),
        };
        let table = table(&mut random, &classifier, [1, 4, 9, 30][round % 4]);
        for span in [SumSpan::months(0..12), SumSpan::pooled(2..13), SumSpan::months(5..40)] {
            let expected = classifier.assess_sums(&table, &span).unwrap();
            let (mut class, mut met) = ([9; 6], [9; 6]);
            let (mut determining, mut participating) = ([9; 6], [9; 6]);
            let (mut undecidable, mut oxygen) = ([9; 6], [9; 6]);
            let targets = [3, 2, 0, 6, 1, 4];
            let outputs = Outputs::new()
                .with_class(&mut class)
                .with_determining(&mut determining)
                .with_participating(&mut participating)
                .with_undecidable(&mut undecidable)
                .with_met(&targets, &mut met)
                .with_item(Item::DissolvedOxygen, &mut oxygen);
            classifier.class_sums(&table, &span, outputs).unwrap();
            for (section, wanted) in expected.iter().enumerate() {
                let code = wanted.class().map_or(0, |class| class as u8);
                assert_eq!(class[section], code, "round {round} section {section}");
                assert_eq!(determining[section], wanted.determining().bits());
                assert_eq!(participating[section], wanted.participating().bits());
                assert_eq!(undecidable[section], wanted.undecidable().bits());
                let target = targets[section];
                let verdict = match (code, target) {
                    (0, _) | (_, 0) => Outputs::NOT_ASSESSED,
                    _ if code <= target => Outputs::MET,
                    _ => Outputs::MISSED,
                };
                assert_eq!(met[section], verdict);
                let of_item = wanted.class_of(Item::DissolvedOxygen).map_or(0, |it| it as u8);
                if classifier.items().contains(Item::DissolvedOxygen) {
                    assert_eq!(oxygen[section], of_item);
                }
            }
        }
    }
}

/// Ties by hand: 1.005 is even at two decimals and stays III, 0.995 rounds up to it.
#[test]
fn a_mean_on_an_edge_goes_to_the_even_side() {
    let means = Classifier::for_means(WaterBody::River);
    let mut table = SumTable::new(4, 2, ItemSet::FIVE).unwrap();
    let item = Item::AmmoniaNitrogen;
    // 17 values a month are divided, 2 are weighed.
    for (section, cells, times) in [
        (0, ["1.00", "1.01"], 1),
        (1, ["1.00", "1.01"], 17),
        (2, ["1.00", "1.010001"], 1),
        (3, ["1.00", "1.010001"], 17),
    ] {
        for (period, cell) in cells.into_iter().enumerate() {
            for _ in 0..times {
                table.add_reading(section, period, item, &crate::reading(cell, item)).unwrap();
            }
        }
    }
    let mut class = [0; 4];
    means
        .class_sums(&table, &SumSpan::months(0..2), Outputs::new().with_class(&mut class))
        .unwrap();
    assert_eq!(class, [3, 3, 4, 4]);
}

#[test]
fn a_buffer_of_another_length_is_refused() {
    let table = SumTable::new(2, 12, ItemSet::FIVE).unwrap();
    let means = Classifier::for_means(WaterBody::River);
    let mut class = [0; 3];
    let refused =
        means.class_sums(&table, &SumSpan::months(0..12), Outputs::new().with_class(&mut class));
    let wanted = BatchError::BufferLength { buffer: "class", length: 3, rows: 2 };
    assert_eq!(refused, Err(SumClassesError::Buffer(wanted)));
    let mut lead = [0; 2];
    let refused = means.class_sums(
        &table,
        &SumSpan::months(0..12),
        Outputs::new().with_item(Item::Lead, &mut lead),
    );
    let wanted = BatchError::NoColumn { item: Item::Lead };
    assert_eq!(refused, Err(SumClassesError::Buffer(wanted)));
}
