//! The class of one item: limits, their direction, and the traps of the table.

use gb3838::{Bound, Class, Decimal, Item, Standard, WaterBody};

use crate::make::{class, lake, number, river, river_means};

/// Seen in print: 0.015 for class I. The standard says 0.15.
#[test]
fn ammonia_nitrogen_of_class_i_is_0_15() {
    let limit = Standard::GB_3838_2002.limit(Item::AmmoniaNitrogen, WaterBody::River, Class::I);
    assert_eq!(limit, Some(Bound::AtMost(number("0.15"))));
    assert_eq!(class(&river(), Item::AmmoniaNitrogen, "0.10"), Some(Class::I));
    assert_eq!(class(&river(), Item::AmmoniaNitrogen, "0.15"), Some(Class::I));
    assert_eq!(class(&river(), Item::AmmoniaNitrogen, "0.151"), Some(Class::II));
}

/// Dissolved oxygen has lower bounds, whatever its name is and however it is spelled.
#[test]
fn oxygen_is_never_an_upper_bound() {
    let names = [
        "DO",
        "do",
        "Do",
        "dO",
        "D.O.",
        "溶解氧",
        " 溶解氧 ",
        "w01009",
        "W01009",
        "ｗ０１００９",
        "ＤＯ",
        "Dissolved oxygen",
        "DISSOLVED OXYGEN",
        "dissolved_oxygen",
    ];
    for name in names {
        let item: Item = name.parse().unwrap();
        for make in [river, river_means, lake] {
            let classifier = make();
            assert_eq!(class(&classifier, item, "11.8"), Some(Class::I), "{name}");
            assert_eq!(class(&classifier, item, "7.5"), Some(Class::I), "{name}");
            assert_eq!(class(&classifier, item, "6"), Some(Class::II), "{name}");
            assert_eq!(class(&classifier, item, "5"), Some(Class::III), "{name}");
            assert_eq!(class(&classifier, item, "3"), Some(Class::IV), "{name}");
            assert_eq!(class(&classifier, item, "2"), Some(Class::V), "{name}");
            assert_eq!(class(&classifier, item, "1.9"), Some(Class::InferiorV), "{name}");
        }
    }
    for body in WaterBody::ALL {
        for grade in Class::WITH_LIMITS {
            let limit = Standard::GB_3838_2002.limit(Item::DissolvedOxygen, body, grade);
            assert!(matches!(limit, Some(Bound::AtLeast(_))));
        }
    }
}

/// No oxygen at all is the worst class, not "no class".
#[test]
fn oxygen_of_zero_is_inferior_v() {
    for text in ["0", "0.0", "0.00"] {
        assert_eq!(class(&river(), Item::DissolvedOxygen, text), Some(Class::InferiorV));
        assert_eq!(class(&river_means(), Item::DissolvedOxygen, text), Some(Class::InferiorV));
    }
}

/// A concentration of zero is the best class: it is a value, not a missing one.
#[test]
fn a_concentration_of_zero_is_class_i() {
    for item in Item::ALL {
        let not_a_pollutant =
            matches!(item, Item::WaterTemperature | Item::Ph | Item::DissolvedOxygen);
        if not_a_pollutant {
            continue;
        }
        for make in [river, lake, river_means] {
            let classifier = make();
            let expected = match (item, classifier.body()) {
                (Item::TotalNitrogen, WaterBody::River) => None,
                _ => Some(Class::I),
            };
            assert_eq!(classifier.class_of(item, Decimal::ZERO).unwrap(), expected, "{item}");
        }
    }
}

/// Total phosphorus has a second row for lakes and reservoirs.
#[test]
fn phosphorus_of_a_lake_differs_from_that_of_a_river() {
    // Value, river 0.02 0.1 0.2 0.3 0.4, lake 0.01 0.025 0.05 0.1 0.2.
    let values = [
        ("0.01", Class::I, Class::I),
        ("0.02", Class::I, Class::II),
        ("0.05", Class::II, Class::III),
        ("0.1", Class::II, Class::IV),
        ("0.2", Class::III, Class::V),
        ("0.3", Class::IV, Class::InferiorV),
    ];
    for (value, in_river, in_lake) in values {
        assert_eq!(class(&river(), Item::TotalPhosphorus, value), Some(in_river), "{value}");
        assert_eq!(class(&lake(), Item::TotalPhosphorus, value), Some(in_lake), "{value}");
    }
}

/// Total nitrogen is limited for lakes and reservoirs alone.
#[test]
fn a_river_has_no_class_of_nitrogen() {
    assert_eq!(class(&river(), Item::TotalNitrogen, "9"), None);
    assert_eq!(class(&lake(), Item::TotalNitrogen, "0.2"), Some(Class::I));
    assert_eq!(class(&lake(), Item::TotalNitrogen, "2.01"), Some(Class::InferiorV));
}

/// Water temperature is limited in its change, not in its value.
#[test]
fn a_temperature_has_no_class() {
    for value in ["-2", "4", "35"] {
        assert_eq!(class(&river(), Item::WaterTemperature, value), None);
    }
}

/// A value equal to its limit meets it, for every item, body and class.
#[test]
fn limits_are_inclusive() {
    for make in [river, lake] {
        let classifier = make();
        for item in Item::ALL {
            for grade in Class::WITH_LIMITS {
                let limit = classifier.standard().limit(item, classifier.body(), grade);
                let edges = match limit {
                    Some(Bound::AtMost(edge) | Bound::AtLeast(edge)) => vec![edge],
                    Some(Bound::Within(low, high)) => vec![low, high],
                    _ => vec![],
                };
                for edge in edges {
                    let reached = classifier.class_of(item, edge).unwrap().unwrap();
                    assert!(reached.meets(grade), "{item} {edge} is {reached}, not {grade}");
                }
            }
        }
    }
}

/// Neighbouring limits can be equal; the best class whose limit holds is named.
#[test]
fn equal_limits_name_the_better_class() {
    let never = [
        (Item::Copper, "III IV V"),
        (Item::Cyanide, "IV V"),
        (Item::Arsenic, "II III V"),
        (Item::Selenium, "II III V"),
        (Item::Fluoride, "II III V"),
        (Item::AnionicSurfactants, "II III V"),
        (Item::ChemicalOxygenDemand, "II"),
        (Item::BiochemicalOxygenDemand, "II"),
        (Item::VolatilePhenols, "II"),
        (Item::Mercury, "II V"),
        (Item::Lead, "II IV"),
        (Item::Petroleum, "II III"),
        (Item::Zinc, "III V"),
        (Item::Cadmium, "III IV"),
        (Item::HexavalentChromium, "III IV"),
    ];
    for (item, classes) in never {
        // Steps of 10⁻⁵ up to 0.2, and of 0.01 up to 50.
        let fine = (0..20_000).map(|units| Decimal::new(units, 5).unwrap());
        let coarse = (0..5_000).map(|units| Decimal::new(units, 2).unwrap());
        let mut seen = [false; 7];
        for value in fine.chain(coarse) {
            seen[river().class_of(item, value).unwrap().unwrap() as usize] = true;
        }
        for grade in Class::ALL {
            let expected = !classes.split(' ').any(|name| name == grade.name());
            assert_eq!(seen[grade as usize], expected, "{item} {grade}");
        }
    }
}

/// One range for all classes; outside it the water is inferior V.
#[test]
fn acidity_is_inside_its_range_or_inferior_v() {
    for value in ["6", "6.00", "7.2", "9", "9.0"] {
        assert_eq!(class(&river(), Item::Ph, value), Some(Class::I));
    }
    for value in ["5.99", "9.01", "0", "14"] {
        assert_eq!(class(&river(), Item::Ph, value), Some(Class::InferiorV));
    }
}

/// An impossible value has no class and is not passed over in silence.
#[test]
fn an_impossible_value_is_an_error() {
    let judged = |item, value| river().class_of(item, number(value));
    for (item, value) in
        [(Item::Copper, "-0.001"), (Item::Ph, "14.01"), (Item::Ph, "-0.1"), (Item::Lead, "-1")]
    {
        let error = judged(item, value).unwrap_err();
        assert_eq!(error.text().as_str(), value);
        assert_eq!(error.item(), item);
    }
    assert_eq!(judged(Item::WaterTemperature, "-1").unwrap(), None);
}

/// Table 1: 周平均最大温升 ≤ 1, 周平均最大温降 ≤ 2; what is equal holds.
#[test]
fn the_weekly_change_of_temperature_has_two_ends() {
    for body in [WaterBody::River, WaterBody::Lake] {
        for (change, holds) in [
            ("1.01", false),
            ("1.00", true),
            ("1", true),
            ("0.99", true),
            ("0", true),
            ("-1.99", true),
            ("-2", true),
            ("-2.00", true),
            ("-2.01", false),
        ] {
            let found = Standard::GB_3838_2002.weekly_change_holds(body, number(change));
            assert_eq!(found, Some(holds), "{change}");
        }
    }
}
