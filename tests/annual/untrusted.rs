//! Snapshots from elsewhere: whatever they say, the answer is a table or a typed error.

use gb3838::{
    Classifier, Item, ItemSet, SumTable, Target, WaterBody, Year,
    error::{SnapshotError, SumTableError},
    sums::{CellSnapshot, SumSnapshot, SumSpan},
    target::Outlook,
};

use crate::random::Random;
use crate::{number, reading as read};

fn of_cell(item: Item, sum: &str, carry: i64, fine: &str, count: u32) -> SumSnapshot {
    let cell = CellSnapshot {
        section: 0,
        period: 0,
        item,
        sum: sum.to_owned(),
        carry,
        fine: fine.to_owned(),
        count,
        below: 0,
        below_sum: String::new(),
        below_fine: String::new(),
    };
    SumSnapshot {
        version: 2,
        sections: 1,
        periods: 1,
        items: ItemSet::ALL.iter().collect(),
        cells: vec![cell],
    }
}

fn is_beyond_its_count(snapshot: &SumSnapshot) -> bool {
    matches!(SumTable::try_from(snapshot), Err(SnapshotError::Beyond { .. }))
}

/// A sum that no values of that number can have is refused: so sums of snapshots, merged as
/// often as their counts allow, never pass the end of their type.
#[test]
fn a_sum_fits_its_count() {
    let (phosphorus, ph) = (Item::TotalPhosphorus, Item::Ph);
    let beyond = |item, sum: &str, carry, fine: &str, count| {
        is_beyond_its_count(&of_cell(item, sum, carry, fine, count))
    };
    for end in [i128::MAX.to_string(), i128::MIN.to_string(), "-1".to_owned()] {
        assert!(beyond(phosphorus, &end, 0, "", u32::MAX), "{end}");
        assert!(beyond(phosphorus, "1", 0, &end, 1), "{end}");
    }
    // A value of a cell is below 2⁵⁰ units.
    let most = (1_i128 << 50) - 1;
    assert!(!beyond(phosphorus, &most.to_string(), 0, "", 1));
    assert!(beyond(phosphorus, &(most + 1).to_string(), 0, "", 1));
    assert!(!beyond(phosphorus, &(3 * most).to_string(), 0, "", 3));
    // The longest decimal is 2⁶³ − 1, in units of 10⁻¹⁹.
    let long = i128::from(i64::MAX) * 10_i128.pow(19);
    assert!(!beyond(phosphorus, "0", 0, &long.to_string(), 1));
    assert!(beyond(phosphorus, "0", 0, &(long + 1).to_string(), 1));
    // Water can be colder than zero.
    assert!(!beyond(Item::WaterTemperature, &(-most).to_string(), 0, "", 1));
    assert!(beyond(Item::WaterTemperature, &(-most - 1).to_string(), 0, "", 1));
    // pH 0 is 2¹¹² units; pH 14 is 2¹¹² · 10⁻¹⁴ = 51 922 968 585 348 276 285.3 of them.
    assert!(!beyond(ph, &(1_u128 << 112).to_string(), 0, "", 1));
    assert!(beyond(ph, &((1_u128 << 112) + 1).to_string(), 0, "", 1));
    assert!(!beyond(ph, "51922968585348276285", 0, "", 1));
    assert!(beyond(ph, "51922968585348276284", 0, "", 1));
    assert!(beyond(ph, "0", 0, "", 1));
    assert!(beyond(ph, "0", 1, "", (1 << 16) - 1));
    assert!(!beyond(ph, "0", 1, "", 1 << 16));
    for carry in [-1, i64::MIN, i64::MAX] {
        assert!(beyond(ph, "51922968585348276285", carry, "", u32::MAX), "{carry}");
    }
    assert!(beyond(ph, "51922968585348276285", 0, "1", 1));
}

/// The greatest sums that a count allows, merged: exact, or full.
#[test]
fn the_greatest_sums_merge() {
    let most = (1_i128 << 50) - 1;
    let half = u32::MAX / 2;
    let sum = (most * i128::from(half)).to_string();
    let table = SumTable::try_from(&of_cell(Item::Zinc, &sum, 0, "", half)).unwrap();
    let mut twice = table.clone();
    twice.merge(&table).unwrap();
    assert_eq!(twice.count(0, 0, Item::Zinc), u32::MAX - 1);
    assert_eq!(twice.snapshot().cells[0].sum, (most * i128::from(u32::MAX - 1)).to_string());
    assert_eq!(twice.merge(&table), Err(SumTableError::Full));
    // Two cells of 2³² − 1 values together are more than a count holds; their mean is exact.
    let of = |period: usize, units: i128| {
        let mut snapshot =
            of_cell(Item::Zinc, &(units * i128::from(u32::MAX)).to_string(), 0, "", u32::MAX);
        snapshot.periods = 2;
        snapshot.cells[0].period = period;
        SumTable::try_from(&snapshot).unwrap()
    };
    let mut both = of(0, 1_000_000_000);
    both.merge(&of(1, 3_000_000_000)).unwrap();
    for points in [&[0][..], &[0, 0]] {
        let mean = both.span_mean(points, Item::Zinc, &SumSpan::pooled(0..2)).unwrap().unwrap();
        assert_eq!(mean.exact().unwrap().to_string(), "2");
    }
}

/// Sides without an end are refused at once, though they have no cells.
#[test]
fn a_shape_has_an_end() {
    let of = |sections, periods, items: &[Item]| {
        let items = items.to_vec();
        SumTable::try_from(&SumSnapshot { version: 1, sections, periods, items, cells: Vec::new() })
    };
    let too_many =
        |result| matches!(result, Err(SnapshotError::Table(SumTableError::TooManyCells { .. })));
    for end in [usize::MAX, usize::MAX / 2, 1 << 31] {
        assert!(too_many(of(end, 0, &[])));
        assert!(too_many(of(0, end, &[])));
        assert!(too_many(of(end, 0, &[Item::Ph])));
        assert!(too_many(of(end, end, &[Item::Ph, Item::Zinc])));
    }
    assert_eq!(of(0, 0, &[]), Ok(SumTable::new(0, 0, ItemSet::EMPTY).unwrap()));
    let mut table = SumTable::new(1 << 30, 0, ItemSet::EMPTY).unwrap();
    assert!(table.grow(usize::MAX).is_err());
}

/// A table of another shape is refused before there is memory for it.
#[test]
fn another_shape_is_refused_before_it_is_made() {
    let mut table = SumTable::new(1, 1, ItemSet::ALL).unwrap();
    let mut other = of_cell(Item::Zinc, "1", 0, "", 1);
    other.sections = usize::MAX;
    assert_eq!(table.merge_snapshot(&other), Err(SnapshotError::Table(SumTableError::OtherShape)));
}

/// Random snapshots, half of them from a table and changed in one place: whatever is accepted
/// goes there and back, merges, and has means, classes and an outlook.
#[test]
fn whatever_is_accepted_can_be_used() {
    let mut random = Random::new(21);
    let numbers: Vec<String> = ["0", "1", "-1", "25", "x", "", "1.0", "4294967295"]
        .into_iter()
        .map(ToOwned::to_owned)
        .chain([49, 50, 62, 63, 64, 66, 82, 96, 112, 126].map(|bits| (1_u128 << bits).to_string()))
        .chain([i128::MAX, i128::MIN].map(|end| end.to_string()))
        .chain([u128::MAX.to_string()])
        .collect();
    let counts = [0, 1, 2, 3, 65_535, 65_536, u32::MAX - 1, u32::MAX];
    let items = [Item::WaterTemperature, Item::Ph, Item::TotalPhosphorus, Item::Mercury];
    let river = Classifier::for_means(WaterBody::River);
    let target = Target::class(Year::new(2026).unwrap(), gb3838::Class::III);
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let version = 1 + u32::try_from(random.below(2)).unwrap();
        let cells = (0..random.below(4)).map(|_| CellSnapshot {
            section: random.below(2) + random.below(10) / 9,
            period: random.below(2) + random.below(10) / 9,
            item: items[random.below(4)],
            sum: numbers[random.below(numbers.len())].clone(),
            carry: [0, 0, 0, 0, 1, -1, i64::MAX, i64::MIN][random.below(8)],
            fine: ["", "", "0", numbers[random.below(numbers.len())].as_str()][random.below(4)]
                .to_owned(),
            count: counts[random.below(counts.len())],
            below: counts[random.below(counts.len())] * u32::from(random.below(4) == 0),
            below_sum: ["", "", numbers[random.below(numbers.len())].as_str()][random.below(3)]
                .to_owned(),
            below_fine: String::new(),
        });
        let snapshot = SumSnapshot {
            version,
            sections: 2,
            periods: 2,
            items: items.to_vec(),
            cells: cells.collect(),
        };
        let Ok(mut table) = SumTable::try_from(&snapshot) else {
            refused += 1;
            continue;
        };
        accepted += 1;
        assert_eq!(SumTable::try_from(&table.snapshot()).as_ref(), Ok(&table));
        for span in [SumSpan::months(0..2), SumSpan::pooled(0..2), SumSpan::pooled(0..usize::MAX)] {
            for points in [&[0][..], &[0, 1], &[7], &[]] {
                // An exact mean can have no room; that is an error, and said.
                let _unused = river.assess_points(&table, points, &span);
                for open in [0, 1, u32::MAX] {
                    let outlook =
                        Outlook::of_sums(&table, points, &span, open, &river, &target, None);
                    let Ok(outlook) = outlook else { continue };
                    for item in outlook.items() {
                        let _unused = (item.most(3), item.least(3), item.most(12), item.margin());
                    }
                }
            }
        }
        let before = table.clone();
        if table.merge(&before) == Err(SumTableError::Full) {
            assert_eq!(table, before);
        }
        for item in items {
            let _unused = table.remove_reading(0, 0, item, &read("7.5", item));
            let _unused = table.add_reading(0, 0, item, &gb3838::Reading::Value(number("7.5")));
        }
        assert_eq!(SumTable::try_from(&table.snapshot()), Ok(table));
    }
    assert!(accepted > 1_000 && refused > 1_000, "{accepted} {refused}");
}
