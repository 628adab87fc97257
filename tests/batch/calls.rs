//! The calls: what is refused, and that parts, threads, rows and groups change no answer.

use core::num::NonZero;
use core::ops::Range;

use gb3838::{
    Batch, Bits, Class, Classifier, Column, Error, Item, ItemSet, Outputs, WaterBody,
    batch::{ClassCounts, CpuLevel, Summary, Threads, Value},
    error::BatchError,
};

use crate::values::Seeded;

fn river() -> Classifier {
    Classifier::for_readings(WaterBody::River)
}

/// Two columns long enough for threads.
fn long() -> [Vec<f64>; 2] {
    let mut seeded = Seeded(7);
    let mut column = |values: &[f64]| (0..200_001).map(|_| seeded.pick(values)).collect();
    [column(&[9.0, 7.4, 5.0, 2.9, 1.0, f64::NAN]), column(&[0.1, 0.5, 1.2, 3.0, -1.0, f64::NAN])]
}

#[test]
fn what_does_not_fit_is_refused_before_any_work() {
    let error = |columns: &[Column<'_, f64>]| Batch::new(&river(), columns).unwrap_err();
    let ph = Column::new(Item::Ph, &[7.0, 7.0]);
    let oxygen = Column::new(Item::DissolvedOxygen, &[7.0]);
    let item = Item::DissolvedOxygen;
    assert_eq!(error(&[ph, oxygen]), BatchError::ColumnLength { item, length: 1, rows: 2 });
    assert_eq!(error(&[ph, ph]), BatchError::ItemTwice { item: Item::Ph });
    let short = ph.with_validity(Bits::new(&[0]).with_offset(7));
    assert_eq!(error(&[short]), BatchError::BitsLength { item: Item::Ph, length: 1, rows: 2 });
    let scaled = Column::scaled(Item::Ph, &[7_i32], 19);
    let refused = Batch::new(&river(), &[scaled]).unwrap_err();
    assert_eq!(refused, BatchError::Scale { item: Item::Ph, scale: 19 });
    let mixed = Batch::mixed(&river(), &river(), Bits::new(&[]), &[ph]).unwrap_err();
    assert_eq!(mixed, BatchError::ClassifierBitsLength { length: 0, rows: 2 });
    assert_eq!(Column::of_rows(Item::Ph, &[[7.0]], 1).rows(), 0);
}

/// Parts of so many rows, the last one shorter; none of no rows.
#[test]
fn parts_have_as_many_rows_as_asked_for() {
    let values = [7.0; 7];
    let batch = Batch::new(&river(), &[Column::new(Item::Ph, &values)]).unwrap();
    let sizes = |rows| batch.parts(rows).map(|part| part.rows()).collect::<Vec<_>>();
    assert_eq!((sizes(0), sizes(1)), (vec![1; 7], vec![1; 7]));
    assert_eq!((sizes(2), sizes(3)), (vec![2, 2, 2, 1], vec![3, 3, 1]));
    assert_eq!((sizes(7), sizes(8), sizes(usize::MAX)), (vec![7], vec![7], vec![7]));
}

/// Batches larger than a cache ask for their values and bits ahead; small ones of the same rows do
/// not.
#[test]
fn batches_from_memory_are_classed_as_small_ones() {
    fn check<T: Value>(values: &[T], offset: usize, column: fn(Item, &[T]) -> Column<'_, T>) {
        const ITEMS: [Item; 3] =
            [Item::DissolvedOxygen, Item::AmmoniaNitrogen, Item::TotalPhosphorus];
        let mut seeded = Seeded(11);
        let mut bytes = || (0..=values.len() / 8 + 1).map(|_| seeded.next() as u8).collect();
        let [valid, below]: [Vec<u8>; 2] = [bytes(), bytes()];
        let classes = |rows: Range<usize>, level: CpuLevel| {
            let bits = |bytes| Bits::new(bytes).with_offset(offset + rows.start);
            let columns = ITEMS.map(|item| {
                let column = column(item, &values[rows.clone()]);
                column.with_validity(bits(&valid)).with_below_limit(bits(&below))
            });
            let (mut class, mut undecidable) = (vec![9; rows.len()], vec![9; rows.len()]);
            let batch = Batch::new(&river(), &columns).unwrap().with_level(level).unwrap();
            let outputs = Outputs::new().with_class(&mut class);
            batch.run(outputs.with_undecidable(&mut undecidable)).unwrap();
            (class, undecidable)
        };
        for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
            let (class, undecidable) = classes(0..values.len(), level);
            for start in (0..values.len()).step_by(1_000) {
                let rows = start..values.len().min(start + 1_000);
                let whole = (class[rows.clone()].to_vec(), undecidable[rows.clone()].to_vec());
                assert_eq!(classes(rows, level), whole, "{level:?} from row {start}");
            }
        }
    }
    let mut seeded = Seeded(12);
    let units: Vec<i16> = (0..200_001).map(|_| seeded.pick(&[4, 15, 20, 31, 140, 620])).collect();
    let floats: Vec<f64> = units.iter().map(|units| f64::from(*units) / 100.0).collect();
    check(&units, 0, |item, values| Column::scaled(item, values, 2));
    check(&floats, 0, |item, values| Column::new(item, values));
    check(&floats, 3, |item, values| Column::new(item, values));
}

/// Whole numbers without a scale are whole: a pH of 9 is one, and one of 10 is beyond the limits.
#[test]
fn whole_numbers_are_what_they_say() {
    let values = [5_i32, 6, 9, 10];
    let batch = Batch::new(&river(), &[Column::new(Item::Ph, &values)]).unwrap();
    let mut class = [0; 4];
    batch.class(&mut class).unwrap();
    assert_eq!(class, [6, 1, 1, 6]);
}

/// One row of another classifier, wherever in a block: phosphorus of 0.1 is class II of a river and
/// class IV of a lake.
#[test]
fn one_row_may_be_of_another_classifier() {
    let (river, lake) = (river(), Classifier::for_readings(WaterBody::Lake));
    let values = [0.1; 130];
    let columns = [Column::new(Item::TotalPhosphorus, &values)];
    for row in 0..130 {
        let mut bits = [0_u8; 17];
        bits[row / 8] |= 1 << (row % 8);
        let mut class = [0; 130];
        let batch = Batch::mixed(&river, &lake, Bits::new(&bits), &columns).unwrap();
        batch.class(&mut class).unwrap();
        let wanted: Vec<u8> = (0..130).map(|it| if it == row { 4 } else { 2 }).collect();
        assert_eq!(class[..], wanted, "{row}");
    }
}

/// Of two classifiers one asks for pH alone: in its rows ammonia is no part of the class, and in the
/// others it decides.
#[test]
fn a_row_is_judged_by_what_its_own_classifier_asks_for() {
    let of = |items: &[Item]| {
        let river = river();
        let items = ItemSet::from_items(items);
        Classifier::new(river.standard().clone(), WaterBody::River, items, river.comparison())
    };
    let (short, long) = (of(&[Item::Ph]), of(&[Item::Ph, Item::AmmoniaNitrogen]));
    let (ph, ammonia) = (vec![7.0; 130], vec![3.0; 130]);
    let columns = [Column::new(Item::Ph, &ph), Column::new(Item::AmmoniaNitrogen, &ammonia)];
    let is_second = |row: usize| row.is_multiple_of(3);
    let mut bits = [0_u8; 17];
    for row in (0..130).filter(|row| is_second(*row)) {
        bits[row / 8] |= 1 << (row % 8);
    }
    for (first, second, class_of) in [(&short, &long, [1, 6]), (&long, &short, [6, 1])] {
        let batch = Batch::mixed(first, second, Bits::new(&bits), &columns).unwrap();
        let mut class = [0; 130];
        batch.class(&mut class).unwrap();
        let wanted: Vec<u8> = (0..130).map(|row| class_of[usize::from(is_second(row))]).collect();
        assert_eq!(class[..], wanted);
        // Each set is there without the other.
        let (mut determining, mut participating) = ([0; 130], [0; 130]);
        batch.run(Outputs::new().with_determining(&mut determining)).unwrap();
        batch.run(Outputs::new().with_participating(&mut participating)).unwrap();
        let (ph, ammonia) = (Item::Ph, Item::AmmoniaNitrogen);
        for (row, class) in class.into_iter().enumerate() {
            let (worst, all) =
                if class == 1 { (ph, vec![ph]) } else { (ammonia, vec![ph, ammonia]) };
            assert_eq!(determining[row], ItemSet::from_items(&[worst]).bits());
            assert_eq!(participating[row], ItemSet::from_items(&all).bits());
        }
    }
}

#[test]
fn there_is_one_group_a_row() {
    let batch = Batch::new(&river(), &[Column::new(Item::Ph, &[7.0, 7.0])]).unwrap();
    for groups in [&[0][..], &[0, 0, 0], &[]] {
        let mut counts = [ClassCounts::default(); 2];
        let length = groups.len();
        let refused = BatchError::BufferLength { buffer: "groups", length, rows: 2 };
        assert_eq!(batch.counts_by_group(groups, &mut counts), Err(refused), "{groups:?}");
    }
}

#[test]
fn buffers_that_do_not_fit_are_refused_before_any_work() {
    let columns = [Column::new(Item::Ph, &[7.0, 7.0])];
    let batch = Batch::new(&river(), &columns).unwrap();
    let mut class = [9; 3];
    let refused = BatchError::BufferLength { buffer: "class", length: 3, rows: 2 };
    assert_eq!(batch.class(&mut class), Err(refused));
    assert_eq!(
        Error::from(refused).to_string(),
        "the buffer class has 3 places: expected 2, one a row"
    );
    let mut met = [9; 2];
    let refused = BatchError::Target { row: 1, target: 7 };
    assert_eq!(batch.met(&[3, 7], &mut met), Err(refused));
    let refused = BatchError::NoColumn { item: Item::Lead };
    assert_eq!(batch.run(Outputs::new().with_item(Item::Lead, &mut met)), Err(refused));
    let mut counts = [ClassCounts::default(); 2];
    let refused = BatchError::Group { row: 0, group: 2, count: 2 };
    assert_eq!(batch.counts_by_group(&[2, 0], &mut counts), Err(refused));
    assert_eq!((class, met, counts), ([9; 3], [9; 2], [ClassCounts::default(); 2]));
}

#[test]
fn nothing_has_no_class() {
    let none: [Column<'_, f64>; 0] = [];
    assert_eq!(Batch::new(&river(), &none).unwrap().class(&mut []).unwrap(), Summary::default());
    // Reference items take no part, in rivers and in lakes, but have a class of their own.
    let columns = [
        Column::new(Item::WaterTemperature, &[-0.5, 99.0]),
        Column::new(Item::TotalNitrogen, &[9.0, 0.1]),
        Column::new(Item::FaecalColiforms, &[1e9, 1.0]),
    ];
    let lake = Classifier::for_readings(WaterBody::Lake);
    for (classifier, nitrogen) in [(river(), [0, 0]), (lake, [6, 1])] {
        let (mut class, mut own, mut coliforms) = ([9; 2], [9; 2], [9; 2]);
        let outputs =
            Outputs::new().with_class(&mut class).with_item(Item::TotalNitrogen, &mut own);
        let outputs = outputs.with_item(Item::FaecalColiforms, &mut coliforms);
        let summary = Batch::new(&classifier, &columns).unwrap().run(outputs).unwrap();
        assert_eq!((class, own, coliforms), ([0, 0], nitrogen, [6, 1]));
        assert_eq!(summary.impossible(), 0);
    }
}

#[test]
fn minus_one_is_impossible_until_it_is_declared_missing() {
    let values = [-1.0, 0.1];
    let column = Column::new(Item::AmmoniaNitrogen, &values);
    let count = |column| Batch::new(&river(), &[column]).unwrap().counts();
    let (counts, summary) = count(column);
    assert_eq!((counts.without_class(), summary.impossible()), (1, 1));
    let (counts, summary) = count(column.with_missing(-1.0));
    assert_eq!((counts.without_class(), summary.impossible()), (1, 0));
}

#[test]
fn a_result_below_a_coarse_detection_limit_takes_no_part() {
    // Mercury, class III 0.0001: below 0.0005 says nothing, below 0.0001 is class I.
    let columns = [
        Column::new(Item::Mercury, &[0.0005, 0.0001]).with_below_limit(Bits::new(&[0b11])),
        Column::new(Item::AmmoniaNitrogen, &[0.3, 0.3]),
    ];
    let batch = Batch::new(&river(), &columns).unwrap();
    let (mut class, mut part, mut open) = ([9; 2], [9; 2], [9; 2]);
    let outputs = Outputs::new().with_class(&mut class).with_participating(&mut part);
    batch.run(outputs.with_undecidable(&mut open)).unwrap();
    let (mercury, ammonia) = (1 << 14, 1 << 6);
    assert_eq!((class, part, open), ([2, 2], [ammonia, mercury | ammonia], [mercury, 0]));
}

#[test]
fn targets_are_met_or_missed() {
    let columns = [Column::new(Item::AmmoniaNitrogen, &[0.8, 0.8, 0.8, f64::NAN])];
    let mut met = [9; 4];
    Batch::new(&river(), &columns).unwrap().met(&[3, 2, 0, 3], &mut met).unwrap();
    assert_eq!(met, [Outputs::MET, Outputs::MISSED, Outputs::NOT_ASSESSED, Outputs::NOT_ASSESSED]);
}

#[test]
fn threads_and_parts_change_no_answer() {
    let values = long();
    let columns = [
        Column::new(Item::DissolvedOxygen, &values[0]),
        Column::new(Item::AmmoniaNitrogen, &values[1]),
    ];
    let batch = Batch::new(&river(), &columns).unwrap();
    let targets: Vec<u8> = (0..batch.rows()).map(|row| (row % 7) as u8).collect();
    let answers = |batch: &Batch<'_, f64>, from: usize| {
        let rows = batch.rows();
        let (mut class, mut met, mut item) = (vec![9; rows], vec![9; rows], vec![9; rows]);
        let (mut sets, mut open) = ([vec![9; rows], vec![9; rows]], vec![9; rows]);
        let [determining, participating] = &mut sets;
        let outputs = Outputs::new().with_class(&mut class).with_determining(determining);
        let outputs = outputs.with_participating(participating).with_undecidable(&mut open);
        let outputs = outputs.with_met(&targets[from..from + rows], &mut met);
        let summary = batch.run(outputs.with_item(Item::DissolvedOxygen, &mut item)).unwrap();
        (class, met, item, sets, open, summary)
    };
    let expected = answers(&batch, 0);
    assert!(expected.5.impossible() > 0);
    let scoped = |count| NonZero::new(count).map_or(Threads::One, Threads::Scoped);
    for threads in [scoped(1), scoped(2), scoped(3), scoped(7), Threads::Rayon] {
        let threaded = batch.with_threads(threads);
        assert!(answers(&threaded, 0) == expected, "{threads:?}");
        assert_eq!(threaded.counts(), batch.counts(), "{threads:?}");
    }
    let mut all = Summary::default();
    let mut from = 0;
    for part in batch.parts(10_007) {
        let (class, .., summary) = answers(&part, from);
        assert!(class == expected.0[from..from + part.rows()]);
        all.append(summary);
        from += part.rows();
    }
    assert_eq!(all, expected.5);
}

#[test]
fn groups_and_counts_are_those_of_the_classes() {
    let values = long();
    let columns = [
        Column::new(Item::DissolvedOxygen, &values[0]),
        Column::new(Item::AmmoniaNitrogen, &values[1]),
    ];
    let batch = Batch::new(&river(), &columns).unwrap();
    let mut class = vec![9; batch.rows()];
    batch.class(&mut class).unwrap();
    let groups: Vec<u32> = (0..batch.rows()).map(|row| (row % 3) as u32).collect();
    let mut counts = [ClassCounts::default(); 3];
    batch.counts_by_group(&groups, &mut counts).unwrap();
    let count = |code: u8, group: Option<u32>| {
        let rows = class.iter().zip(&groups);
        rows.filter(|(class, own)| **class == code && group.is_none_or(|g| g == **own)).count()
            as u64
    };
    let (all, _) = batch.counts();
    for known in Class::ALL {
        assert_eq!(all.of(known), count(known as u8, None));
        for (group, counts) in (0..).zip(&counts) {
            assert_eq!(counts.of(known), count(known as u8, Some(group)));
        }
    }
    assert_eq!(all.without_class(), count(0, None));
    assert_eq!(all.classed(), (1..=6).map(|code| count(code, None)).sum::<u64>());
    for class in Class::ALL {
        let better: u64 = (1..=class as u8).map(|code| count(code, None)).sum();
        assert_eq!(all.no_worse_than(class), better, "{class}");
    }
}

#[test]
fn rows_of_arrays_are_columns() {
    let rows: Vec<[f32; 3]> = (0..777_u16)
        .map(|row| [f32::from(row) / 100.0, f32::NAN, f32::from(row) / 300.0])
        .collect();
    let oxygen: Vec<f32> = rows.iter().map(|row| row[0]).collect();
    let ammonia: Vec<f32> = rows.iter().map(|row| row[2]).collect();
    let contiguous =
        [Column::new(Item::DissolvedOxygen, &oxygen), Column::new(Item::AmmoniaNitrogen, &ammonia)];
    let strided = [
        Column::of_rows(Item::DissolvedOxygen, &rows, 0),
        Column::of_rows(Item::AmmoniaNitrogen, &rows, 2),
    ];
    for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
        let class = |columns: &[Column<'_, f32>]| {
            let mut class = vec![9; 777];
            let batch = Batch::new(&river(), columns).unwrap().with_level(level).unwrap();
            batch.class(&mut class).unwrap();
            class
        };
        assert_eq!(class(&strided), class(&contiguous));
    }
}

#[test]
fn bits_are_read_at_every_offset() {
    let bytes = Seeded(1).bytes(24);
    for offset in 0..100 {
        let bits = Bits::new(&bytes).with_offset(offset);
        assert_eq!(bits.len(), 24 * 8 - offset);
        for row in 0..bits.len() {
            let bit = offset + row;
            assert_eq!(bits.get(row), Some(bytes[bit / 8] >> (bit % 8) & 1 == 1));
        }
        assert_eq!(bits.get(bits.len()), None);
    }
}
/// Half of 1.4, 0.7, is class III of ammonia nitrogen: against target II (0.5) it proves nothing.
#[test]
fn a_result_below_detection_misses_no_stricter_target() {
    let river = Classifier::for_readings(WaterBody::River);
    let columns = [
        Column::new(Item::AmmoniaNitrogen, &[1.4, 1.4, 1.4, 0.7])
            .with_below_limit(Bits::new(&[0b0111])),
        // 0.08 is class II, 0.15 class III; the third row has none.
        Column::new(Item::TotalPhosphorus, &[0.08, 0.15, f64::NAN, 0.08]),
    ];
    let mut met = [9; 4];
    Batch::new(&river, &columns).unwrap().met(&[2; 4], &mut met).unwrap();
    let wanted = [Outputs::MET, Outputs::MISSED, Outputs::NOT_ASSESSED, Outputs::MISSED];
    assert_eq!(met, wanted);
    // Oxygen below 5.0 may be class III, and is not class II (6.0): undecidable, and missed.
    let oxygen =
        [Column::new(Item::DissolvedOxygen, &[5.0; 2]).with_below_limit(Bits::new(&[0b11]))];
    let (mut met, mut undecidable) = ([9; 2], [9; 2]);
    let outputs = Outputs::new().with_met(&[2, 3], &mut met).with_undecidable(&mut undecidable);
    Batch::new(&river, &oxygen).unwrap().run(outputs).unwrap();
    assert_eq!(met, [Outputs::MISSED, Outputs::NOT_ASSESSED]);
    let oxygen = ItemSet::EMPTY.with(Item::DissolvedOxygen);
    assert_eq!(undecidable, [oxygen.bits(); 2]);
}
