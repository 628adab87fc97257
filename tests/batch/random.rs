//! Random columns of every kind against the obvious answers, at every level.

use core::num::NonZero;

use gb3838::{
    Batch, Bits, Class, ClassCode, Classifier, Comparison, Item, ItemSet, Outputs, Standard,
    WaterBody,
    batch::{CpuLevel, Threads},
};
use proptest::prelude::*;

use crate::obvious::{self, Made, Outcome, Row};
use crate::values::{Seeded, Tested, interesting};

/// What a case is made from.
#[derive(Clone, Copy, Debug)]
struct Case {
    seed: u64,
    rows: usize,
    offset: usize,
    items: u32,
    has_validity: bool,
    has_below: bool,
    has_missing: bool,
    is_mixed: bool,
    comparison: Comparison,
    decisive: usize,
}

fn cases() -> impl Strategy<Value = Case> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (any::<u64>(), 0..200_usize, 0..70_usize, 1..1_u32 << 24, 0..6_usize, flags).prop_map(
        |(seed, rows, offset, items, decisive, flags)| Case {
            seed,
            rows,
            offset,
            // Few columns often, all columns sometimes.
            items: if seed.is_multiple_of(4) { u32::MAX } else { items },
            has_validity: flags.0,
            has_below: flags.1,
            has_missing: flags.2,
            is_mixed: flags.3,
            comparison: if flags.4 { Comparison::RoundFirst } else { Comparison::FullValue },
            decisive,
        },
    )
}

impl Case {
    fn classifier(&self, body: WaterBody, items: ItemSet) -> Classifier {
        Classifier::new(Standard::GB_3838_2002, body, items, self.comparison)
            .with_decisive_class(Class::ALL[self.decisive])
    }

    fn columns<T: Tested>(&self, classifiers: [&Classifier; 2]) -> Vec<Made<T>> {
        let mut seeded = Seeded(self.seed);
        let sentinel = seeded.pick(&T::odd());
        let mut columns = Vec::new();
        for item in ItemSet::from_bits(self.items).iter() {
            let scale =
                if T::INTEGER { seeded.below(usize::from(T::GREATEST_SCALE) + 1) } else { 0 };
            let scale = u8::try_from(scale).unwrap_or(0);
            let mut values: Vec<T> = interesting(classifiers[0], item, scale);
            values.extend(interesting::<T>(classifiers[1], item, scale));
            // Impossible values in some columns only, so that whole blocks are free of them.
            if seeded.next().is_multiple_of(2) {
                let possible = |value: &T| {
                    matches!(value.number(scale), Some(crate::values::Number::Exact(_)))
                };
                values.retain(possible);
            }
            let mut bits = |is_used: bool, unused: bool| -> Vec<bool> {
                (0..self.rows)
                    .map(|_| if is_used { seeded.next().is_multiple_of(3) } else { unused })
                    .collect()
            };
            let valid = bits(self.has_validity, true);
            let below = bits(self.has_below, false);
            columns.push(Made {
                item,
                scale,
                missing: self.has_missing.then_some(sentinel),
                values: (0..self.rows).map(|_| seeded.pick(&values)).collect(),
                valid,
                below,
            });
        }
        columns
    }

    /// Bits from the case's offset on, with noise before and behind.
    fn pack(&self, bits: &[bool]) -> Vec<u8> {
        let mut bytes = Seeded(self.seed).bytes((self.offset + bits.len()).div_ceil(8));
        for (row, bit) in bits.iter().enumerate() {
            let at = self.offset + row;
            bytes[at / 8] = bytes[at / 8] & !(1 << (at % 8)) | u8::from(*bit) << (at % 8);
        }
        bytes
    }
}

fn check<T: Tested>(case: Case) {
    let all = ItemSet::ALL;
    let some =
        if case.seed.is_multiple_of(3) { ItemSet::from_bits((case.seed >> 8) as u32) } else { all };
    let river = case.classifier(WaterBody::River, all);
    let lake = case.classifier(WaterBody::Lake, some).with_decisive_class(Class::III);
    let columns = case.columns::<T>([&river, &lake]);
    let is_lake: Vec<bool> = (0..case.rows).map(|row| (case.seed >> (row % 60)) & 1 == 1).collect();

    let packed: Vec<_> =
        columns.iter().map(|made| [case.pack(&made.valid), case.pack(&made.below)]).collect();
    let bound: Vec<_> = columns
        .iter()
        .zip(&packed)
        .map(|(made, [valid, below])| {
            let mut column = T::column(made.item, &made.values, made.scale);
            if let Some(missing) = made.missing {
                column = column.with_missing(missing);
            }
            if case.has_validity {
                column = column.with_validity(Bits::new(valid).with_offset(case.offset));
            }
            if case.has_below {
                column = column.with_below_limit(Bits::new(below).with_offset(case.offset));
            }
            column
        })
        .collect();
    let lake_bits = case.pack(&is_lake);
    let batch = if case.is_mixed {
        Batch::mixed(&river, &lake, Bits::new(&lake_bits).with_offset(case.offset), &bound)
    } else {
        Batch::new(&river, &bound)
    };
    let batch = batch.unwrap();
    let classifier = |row: usize| if case.is_mixed && is_lake[row] { &lake } else { &river };
    let expected: Vec<Row> =
        (0..case.rows).map(|row| obvious::row(classifier(row), &columns, row)).collect();
    let two = NonZero::new(2).map_or(Threads::One, Threads::Scoped);
    for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
        let batch = batch.with_level(level).unwrap().with_threads(two);
        compare(&batch, &expected);
        met(&batch, &columns, &expected, classifier);
        items(&batch, &columns, &expected, classifier);
        // The same in two parts, cut anywhere.
        let cut = case.offset.min(case.rows);
        compare(&batch.part(0..cut), &expected[..cut]);
        compare(&batch.part(cut..case.rows), &expected[cut..]);
    }
}

fn compare<T: Tested>(batch: &Batch<'_, T>, expected: &[Row]) {
    let rows = expected.len();
    let (mut class, mut determining) = (vec![9; rows], vec![9; rows]);
    let (mut participating, mut undecidable) = (vec![9; rows], vec![9; rows]);
    let mut impossible = vec![9; rows];
    let outputs = Outputs::new().with_class(&mut class).with_determining(&mut determining);
    let outputs = outputs.with_participating(&mut participating).with_undecidable(&mut undecidable);
    let outputs = outputs.with_impossible(&mut impossible);
    let summary = batch.run(outputs).unwrap();
    for (row, expected) in expected.iter().enumerate() {
        let found = (class[row], determining[row], participating[row], undecidable[row]);
        let wanted = (
            ClassCode::from(expected.class).value(),
            expected.determining.bits(),
            expected.participating.bits(),
            expected.undecidable.bits(),
        );
        assert_eq!(found, wanted, "row {row}, {:?}", batch.level());
        assert_eq!(impossible[row], expected.impossible.bits(), "row {row}, {:?}", batch.level());
    }
    let impossible = expected.iter().map(|row| row.impossible.len()).sum::<usize>();
    let first = expected
        .iter()
        .enumerate()
        .find_map(|(row, answer)| answer.impossible.iter().next().map(|item| (row, item)));
    assert_eq!((summary.rows(), summary.impossible()), (rows, impossible));
    assert_eq!(summary.first_impossible().map(|first| (first.row(), first.item())), first);
    let mut alone = vec![9; rows];
    assert_eq!(batch.class(&mut alone).unwrap(), summary);
    assert_eq!(alone, class);
}

/// The verdict of each row on a target of its own, by the items that take part and are decided
/// against it.
fn met<'c, T: Tested>(
    batch: &Batch<'_, T>,
    columns: &[Made<T>],
    expected: &[Row],
    classifier: impl Fn(usize) -> &'c Classifier,
) {
    let targets: Vec<u8> = (0..expected.len()).map(|row| (row % 7) as u8).collect();
    let mut met = vec![9; expected.len()];
    batch.met(&targets, &mut met).unwrap();
    for row in 0..expected.len() {
        let Some(target) = Class::ALL.into_iter().find(|class| *class as u8 == targets[row]) else {
            assert_eq!(met[row], Outputs::NOT_ASSESSED);
            continue;
        };
        let of_row = classifier(row);
        let asked = of_row.clone().with_decisive_class(of_row.decisive_class_beside(Some(target)));
        let part = columns.iter().filter(|made| {
            let is_classed = matches!(made.outcome(&asked, row), Some(Outcome::Class(_)));
            is_classed && of_row.items().contains(made.item)
        });
        let each: Vec<_> = part.filter_map(|made| made.meets(of_row, row, target)).collect();
        let wanted = if each.contains(&false) {
            Outputs::MISSED
        } else if each.is_empty() {
            Outputs::NOT_ASSESSED
        } else {
            Outputs::MET
        };
        assert_eq!(met[row], wanted, "row {row}, target {target}");
    }
}

/// The class of each item, reference items too; the sets asked for beside them hold none of those.
fn items<'c, T: Tested>(
    batch: &Batch<'_, T>,
    columns: &[Made<T>],
    expected: &[Row],
    classifier: impl Fn(usize) -> &'c Classifier,
) {
    let rows = batch.rows();
    let mut sets = [vec![9; rows], vec![9; rows]];
    let mut buffers: Vec<(Item, Vec<u8>)> =
        columns.iter().map(|made| (made.item, vec![9; rows])).collect();
    let mut outputs = Outputs::new();
    for (item, buffer) in &mut buffers {
        outputs = outputs.with_item(*item, buffer);
    }
    let [determining, participating] = &mut sets;
    outputs = outputs.with_determining(determining).with_participating(participating);
    batch.run(outputs).unwrap();
    for (row, wanted) in expected.iter().enumerate() {
        let found = [sets[0][row], sets[1][row]];
        assert_eq!(
            found,
            [wanted.determining, wanted.participating].map(ItemSet::bits),
            "row {row}"
        );
    }
    for (made, (item, buffer)) in columns.iter().zip(&buffers) {
        for (row, code) in buffer.iter().enumerate() {
            let class = match made.outcome(classifier(row), row) {
                Some(Outcome::Class(class)) => Some(class),
                _ => None,
            };
            assert_eq!(*code, ClassCode::from(class).value(), "{item} in row {row}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// A few of each, within a second or two, before the many below.
    #[test]
    fn a_few_columns_of_each_type_equal_the_scalar_path(case in cases()) {
        check::<f64>(case);
        check::<i16>(case);
        check::<i64>(case);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn doubles_equal_the_scalar_path(case in cases()) {
        check::<f64>(case);
    }

    #[test]
    fn singles_equal_the_scalar_path(case in cases()) {
        check::<f32>(case);
    }

    #[test]
    fn short_integers_equal_the_scalar_path(case in cases()) {
        check::<i16>(case);
    }

    #[test]
    fn integers_equal_the_scalar_path(case in cases()) {
        check::<i32>(case);
    }

    #[test]
    fn long_integers_equal_the_scalar_path(case in cases()) {
        check::<i64>(case);
    }
}
