//! Local limits: what is refused, and that an item with limits is never without cutoffs.

use gb3838::error::LimitReason;
use gb3838::limits::{Cutoff, ItemCutoffs};
use gb3838::{
    Bound, Class, Classifier, Comparison, Decimal, Item, ItemSet, Rule, Standard, WaterBody,
};
use proptest::prelude::*;

use crate::make::{cells, class, number};

const NITROGEN: Item = Item::TotalNitrogen;

fn added(limits: [&str; 5]) -> Result<Standard, LimitReason> {
    let limits = limits.map(number);
    let standard = Standard::GB_3838_2002.with_added_limits(NITROGEN, WaterBody::River, limits);
    standard.map_err(|error| error.reason())
}

/// A county writes three classes, and the greatest number for the other two.
#[test]
fn a_limit_without_room_is_refused_not_forgotten() {
    let greatest = "9223372036854775807";
    let refused = added(["0.5", "1.0", "1.5", greatest, greatest]);
    assert_eq!(refused, Err(LimitReason::TooLarge));
    let limits = ["0.5", "1.0", "1.5", greatest, greatest].map(number);
    let error =
        Standard::GB_3838_2002.with_added_limits(NITROGEN, WaterBody::River, limits).unwrap_err();
    assert_eq!(error.limit(), Decimal::from_integer(i64::MAX));
    let text = error.to_string();
    assert!(text.contains("9223372036854775807") && text.contains("17 digits"), "{text}");
    // What has room is held: oxygen 1 mg/L stays inferior V, and so does nitrogen over class III.
    let local = added(["0.5", "1.0", "1.5", "1000000000000", "1000000000000"]).unwrap();
    let items = ItemSet::from_items(&[NITROGEN, Item::DissolvedOxygen]);
    for comparison in [Comparison::RoundFirst, Comparison::FullValue] {
        let river = Classifier::new(local.clone(), WaterBody::River, items, comparison);
        let section = river.assess(&cells(&[("DO", "1"), ("TN", "3")])).unwrap();
        assert_eq!(section.class(), Some(Class::InferiorV));
        assert_eq!(class(&river, NITROGEN, "1.5"), Some(Class::III));
        assert_eq!(class(&river, NITROGEN, "1.51"), Some(Class::IV));
    }
}

/// Zero is in no water, and below it is no concentration.
/// What allows a local limit differs: a stricter one stands in the place of a national one, an added
/// one has none (生态环境法典, 第69条; GB 3838-2002, 7.3).
#[test]
fn an_added_limit_and_a_stricter_one_cite_what_allows_them() {
    let added = added(["0.2", "0.5", "1.0", "1.5", "2.0"]).unwrap();
    let (river, lake) = (WaterBody::River, WaterBody::Lake);
    assert_eq!(added.rule_of(NITROGEN, river), Rule::ADDED_LOCAL_LIMIT);
    assert_eq!(added.rule_of(NITROGEN, lake).document(), "GB 3838-2002");
    let item = Item::AmmoniaNitrogen;
    let stricter = added.with_limit(item, river, Class::III, number("0.8")).unwrap();
    assert_eq!(stricter.rule_of(item, river), Rule::STRICTER_LOCAL_LIMIT);
    assert_eq!(stricter.rule_of(NITROGEN, river), Rule::ADDED_LOCAL_LIMIT);
    assert_ne!(Rule::ADDED_LOCAL_LIMIT, Rule::STRICTER_LOCAL_LIMIT);
}

#[test]
fn a_limit_of_zero_or_below_is_refused() {
    for least in ["0", "0.00", "-0.5", "-9223372036854775808"] {
        let refused = added([least, "1.0", "1.5", "2", "3"]);
        assert_eq!(refused, Err(LimitReason::NotAboveZero), "{least}");
    }
    let (item, body) = (Item::Mercury, WaterBody::River);
    for (limit, reason) in [
        ("0", LimitReason::NotAboveZero),
        ("-0.00001", LimitReason::NotAboveZero),
        ("0.000001", LimitReason::TooFine),
    ] {
        let refused = Standard::GB_3838_2002.with_limit(item, body, Class::I, number(limit));
        assert_eq!(refused.unwrap_err().reason(), reason, "{limit}");
    }
    let oxygen = Standard::GB_3838_2002.with_limit(
        Item::DissolvedOxygen,
        body,
        Class::I,
        Decimal::from_integer(i64::MAX),
    );
    assert_eq!(oxygen.unwrap_err().reason(), LimitReason::TooLarge);
}

/// 0.0003 at three decimals stays 0.0003: against a limit of zero it is above.
#[test]
fn a_limit_of_zero_knows_the_one_digit_rule() {
    let zero = number("0.000");
    for decimals in 0..=6 {
        let most = Cutoff::at_most(zero, decimals, Comparison::RoundFirst).unwrap();
        let least = Cutoff::at_least(zero, decimals, Comparison::RoundFirst).unwrap();
        for text in ["0.0003", "0.00005", "-0.0003", "0", "1", "-1", "0.4", "-0.4", "-0.00005"] {
            let value = number(text);
            let rounded = value.round_keeping_digit(decimals);
            let order = value.cmp(&most.edge());
            assert_eq!(most.is_met(order), rounded <= zero, "{text} at {decimals}");
            let order = value.cmp(&least.edge());
            assert_eq!(least.is_met(order), rounded >= zero, "{text} at {decimals}");
        }
    }
}

proptest! {
    /// Whatever limits are accepted, the item has cutoffs under each comparison, and a value is
    /// classed as rounding it and comparing would.
    #[test]
    fn accepted_limits_are_held(
        units in proptest::collection::vec(prop_oneof![1..100_i64, any::<i64>()], 5),
        scale in 0..4_u8,
        value in (any::<i64>(), 0..19_u8),
        near in 0..5_usize,
    ) {
        let mut units = units;
        units.sort_unstable();
        let limits: Vec<_> = units.iter().map(|it| Decimal::new(*it, scale).unwrap()).collect();
        let limits: [Decimal; 5] = limits.try_into().unwrap();
        let body = WaterBody::River;
        let Ok(standard) = Standard::GB_3838_2002.with_added_limits(NITROGEN, body, limits) else {
            return Ok(());
        };
        for comparison in [Comparison::RoundFirst, Comparison::FullValue] {
            let cutoffs = ItemCutoffs::new(&standard, NITROGEN, body, comparison);
            prop_assert!(cutoffs.is_some());
            let cutoffs = cutoffs.unwrap();
            for value in [Decimal::new(value.0, value.1).unwrap(), limits[near]] {
                let compared = match comparison {
                    Comparison::RoundFirst => value.round_keeping_digit(2),
                    Comparison::FullValue => value,
                };
                let place = limits.iter().position(|limit| compared <= *limit);
                let expected = place.map_or(Class::InferiorV, |place| Class::WITH_LIMITS[place]);
                prop_assert_eq!(cutoffs.class_of(|edge| value.cmp(&edge)), expected);
            }
        }
    }

    /// A bound, strict or not, finer than the decimals or below one unit of them, has a cutoff a
    /// side that says what rounding and comparing say.
    #[test]
    fn a_bound_is_a_cutoff_a_side(
        limit in (-3000..3000_i64, 0..6_u8),
        higher in 0..500_i64,
        decimals in 0..5_u8,
        value in prop_oneof![(-40_000..40_000_i64, 0..8_u8), (any::<i64>(), 0..19_u8)],
        near in -3..4_i64,
    ) {
        let (low, high) = (limit.0, limit.0 + higher);
        let [low, high] = [low, high].map(|units| Decimal::new(units, limit.1).unwrap());
        let beside = Decimal::new(limit.0 * 1000 + near * 500, limit.1 + 3).unwrap();
        for bound in [
            Bound::AtMost(low),
            Bound::Below(low),
            Bound::AtLeast(low),
            Bound::Above(low),
            Bound::Within(low, high),
        ] {
            for value in [Decimal::new(value.0, value.1).unwrap(), beside, low, high] {
                for comparison in [Comparison::RoundFirst, Comparison::FullValue] {
                    let compared = match comparison {
                        Comparison::RoundFirst => value.round_keeping_digit(decimals),
                        Comparison::FullValue => value,
                    };
                    let expected = bound.holds_where(|limit| compared.cmp(&limit));
                    let cutoffs = Cutoff::of_bound(bound, decimals, comparison);
                    let met = { cutoffs.iter().flatten() }.all(|it| it.is_met(value.cmp(&it.edge())));
                    prop_assert_eq!(met, expected, "{} {} at {}", bound, value, decimals);
                }
            }
        }
    }
}
