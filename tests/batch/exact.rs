//! Every decimal near every cutoff, in every type, at every level: as exact arithmetic has it.

use gb3838::{
    Batch, ClassCode, Classifier, Comparison, Decimal, Item, ItemSet, Outputs, Standard, WaterBody,
    batch::CpuLevel,
};

use crate::values::{Tested, edges, interesting};

fn classifiers() -> impl Iterator<Item = Classifier> {
    WaterBody::ALL.into_iter().flat_map(|body| {
        [Comparison::RoundFirst, Comparison::FullValue].map(|comparison| {
            Classifier::new(Standard::GB_3838_2002, body, ItemSet::ALL, comparison)
        })
    })
}

/// The class of each value as the cutoffs have it.
fn expected(classifier: &Classifier, item: Item, value: Decimal) -> u8 {
    let impossible = item == Item::Ph && value > Decimal::from_integer(14);
    let cutoffs = classifier.cutoffs(item).filter(|_| !impossible && !value.is_negative());
    ClassCode::from(cutoffs.map(|cutoffs| cutoffs.class_of(|edge| value.cmp(&edge)))).value()
}

fn classes<T: Tested>(
    classifier: &Classifier,
    item: Item,
    values: &[T],
    scale: u8,
    level: CpuLevel,
) -> Vec<u8> {
    let columns = [T::column(item, values, scale)];
    let batch = Batch::new(classifier, &columns).unwrap().with_level(level).unwrap();
    let mut class = vec![9; values.len()];
    batch.run(Outputs::new().with_item(item, &mut class)).unwrap();
    class
}

/// All decimals of so many places within `reach` units of an edge.
fn near(edge: Decimal, places: u8, reach: i64) -> impl Iterator<Item = Decimal> {
    let at = edge.round(places).units();
    (at - reach..=at + reach)
        .filter(|units| *units >= 0)
        .filter_map(move |units| Decimal::new(units, places).ok())
}

/// Decimals of few places all around, and of as many as the digits allow close by.
fn decimals(classifier: &Classifier, digits: u32, item: Item) -> Vec<Decimal> {
    let most = 10_i64.pow(digits);
    edges(classifier, item)
        .into_iter()
        .flat_map(|edge| (0..=digits as u8).flat_map(move |places| near(edge, places, 300)))
        .filter(|decimal| decimal.units() < most)
        .collect()
}

fn floats<T: Tested>(digits: u32, from_text: impl Fn(&str) -> T) {
    for classifier in classifiers() {
        for item in Item::ALL.into_iter().filter(|item| classifier.cutoffs(*item).is_some()) {
            let decimals = decimals(&classifier, digits, item);
            let values: Vec<T> = decimals.iter().map(|d| from_text(&d.to_string())).collect();
            for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
                let found = classes(&classifier, item, &values, 0, level);
                for (decimal, class) in decimals.iter().zip(found) {
                    let wanted = expected(&classifier, item, *decimal);
                    assert_eq!(class, wanted, "{item} {decimal} {level:?}");
                }
            }
        }
    }
}

#[test]
fn doubles_are_exact_to_fifteen_digits() {
    floats::<f64>(15, |text| text.parse().unwrap());
}

#[test]
fn singles_are_exact_to_six_digits() {
    floats::<f32>(6, |text| text.parse().unwrap());
}

/// Every scale, every integer at the edges, and the greatest ones of the type.
fn integers<T: Tested>() {
    for classifier in classifiers() {
        for item in Item::ALL.into_iter().filter(|item| classifier.cutoffs(*item).is_some()) {
            for scale in 0..=18 {
                let values: Vec<T> = interesting(&classifier, item, scale);
                for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
                    let found = classes(&classifier, item, &values, scale, level);
                    for (value, class) in values.iter().zip(found) {
                        let wanted = match value.number(scale) {
                            Some(crate::values::Number::Exact(decimal)) => {
                                expected(&classifier, item, decimal)
                            }
                            _ => 0,
                        };
                        assert_eq!(class, wanted, "{item} {value:?} at {scale} {level:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn short_integers_are_exact_at_every_scale() {
    integers::<i16>();
}

#[test]
fn integers_are_exact_at_every_scale() {
    integers::<i32>();
}

#[test]
fn long_integers_are_exact_at_every_scale() {
    integers::<i64>();
}

/// All decimals of up to six digits on the whole range of one item each way.
#[test]
fn whole_ranges_are_exact() {
    for classifier in classifiers() {
        for (item, places, count) in [
            (Item::Ph, 3, 15_000),
            (Item::DissolvedOxygen, 4, 90_000),
            (Item::AmmoniaNitrogen, 5, 220_000),
            (Item::TotalPhosphorus, 6, 450_000),
        ] {
            let decimals: Vec<_> =
                (0..count).filter_map(|units| Decimal::new(units, places).ok()).collect();
            let wanted: Vec<_> =
                decimals.iter().map(|decimal| expected(&classifier, item, *decimal)).collect();
            let doubles: Vec<f64> = decimals.iter().map(|decimal| decimal.to_f64()).collect();
            let singles: Vec<f32> =
                decimals.iter().map(|decimal| decimal.to_string().parse().unwrap()).collect();
            let integers: Vec<i32> =
                decimals.iter().map(|decimal| i32::try_from(decimal.units()).unwrap()).collect();
            let level = CpuLevel::detect();
            assert!(classes(&classifier, item, &doubles, 0, level) == wanted, "{item} as doubles");
            assert!(classes(&classifier, item, &singles, 0, level) == wanted, "{item} as singles");
            assert!(classes(&classifier, item, &integers, places, level) == wanted, "{item}");
        }
    }
}
