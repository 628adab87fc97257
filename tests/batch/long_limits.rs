//! Limits with more digits than a column of floats can tell apart.

use gb3838::{
    Batch, Class, Classifier, Column, Comparison, Decimal, Item, ItemSet, Outputs, Standard,
    WaterBody,
};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn river(limits: [&str; 5], comparison: Comparison) -> Classifier {
    let limits = limits.map(number);
    let item = Item::TotalNitrogen;
    let local = Standard::GB_3838_2002.with_added_limits(item, WaterBody::River, limits);
    Classifier::new(local.unwrap(), WaterBody::River, ItemSet::from_items(&[item]), comparison)
}

/// The class by the columns: of the value, and of a result below it as detection limit.
fn by_columns<T: gb3838::batch::Value>(river: &Classifier, value: T) -> (u8, u8) {
    let values = [value];
    let below = [1];
    let column = Column::new(Item::TotalNitrogen, &values);
    let of = |column: Column<'_, T>| {
        let mut class = [9];
        let outputs = Outputs::new().with_item(Item::TotalNitrogen, &mut class);
        Batch::new(river, &[column]).unwrap().run(outputs).unwrap();
        class[0]
    };
    (of(column), of(column.with_below_limit(gb3838::Bits::new(&below))))
}

/// 1 000 000 has one digit, and 999 999.98 eight: as `f32` the two are one.
#[test]
fn a_float_of_few_digits_is_held_against_the_limit_itself() {
    for comparison in [Comparison::RoundFirst, Comparison::FullValue] {
        let river = river(["0.5", "1", "2", "3", "999999.98"], comparison);
        assert_eq!(by_columns(&river, 1e6_f32).0, Class::InferiorV as u8);
        assert_eq!(by_columns(&river, 1e6_f64).0, Class::InferiorV as u8);
        assert_eq!(by_columns(&river, 999_999_f32).0, Class::V as u8);
    }
}

/// Decimals of as many digits as a type tells apart, beside limits with more.
#[test]
fn floats_beside_long_limits_are_classed_as_decimals() {
    let mut seeded = crate::values::Seeded(12);
    for _ in 0..20_000 {
        let scale = u8::try_from(seeded.below(3)).unwrap();
        let units = i64::try_from(seeded.next() >> (8 + seeded.below(50))).unwrap().max(1);
        let limit = Decimal::new(units, scale).unwrap();
        let long = [limit; 5].map(|it| it.to_string());
        let long = long.each_ref().map(String::as_str);
        for comparison in [Comparison::RoundFirst, Comparison::FullValue] {
            let limits = long.map(number);
            let item = Item::TotalNitrogen;
            if Standard::GB_3838_2002.with_added_limits(item, WaterBody::River, limits).is_err() {
                continue;
            }
            let river = river(long, comparison);
            let class = |value: Decimal| river.class_of(item, value).unwrap().unwrap() as u8;
            for digits in [6, 15] {
                // The nearest decimals of so many digits, and what is twice or half as much.
                for factor in [1, 2] {
                    for value in beside(limit, factor, digits) {
                        let text = value.to_string();
                        let of_f64 = by_columns(&river, text.parse::<f64>().unwrap());
                        assert_eq!(of_f64.0, class(value), "{text} against {limit}");
                        if digits == 6 {
                            let of_f32 = by_columns(&river, text.parse::<f32>().unwrap());
                            assert_eq!(of_f32, of_f64, "{text} against {limit}");
                        }
                    }
                }
            }
        }
    }
}

/// Decimals of at most so many digits near a multiple of a limit.
fn beside(limit: Decimal, factor: i64, digits: u32) -> Vec<Decimal> {
    let Some(units) = limit.units().checked_mul(factor) else { return Vec::new() };
    let mut power = 1;
    while units / power >= 10_i64.pow(digits) {
        power *= 10;
    }
    let near = [-1, 0, 1].map(|step| (units / power + step).checked_mul(power));
    near.into_iter().flatten().filter_map(|it| Decimal::new(it, limit.scale()).ok()).collect()
}
