//! The index of a city: means first, lakes by their own limits, weights, change and ranking.

use gb3838::{
    Class, Decimal, Fraction, Item, ItemMap, Period, Quantity, Reading, Rule, Series, Year,
    city::{
        ChangeRankingPart, CityIndex, CityIndexChange, CityIndexOptions, CityWeights,
        SectionInTwoYears, rank_ascending,
    },
    error::CityIndexError,
};

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::make::number;

fn section(values: &[(&str, &str)]) -> ItemMap<Quantity> {
    let quantity = |text: &str| Quantity::from(number(text));
    values.iter().map(|(item, value)| (item.parse().unwrap(), quantity(value))).collect()
}

const RULE: CityIndexOptions = CityIndexOptions::PROVISIONAL_2017;

fn rivers() -> [ItemMap<Quantity>; 3] {
    [
        section(&[
            ("pH", "7.2"),
            ("DO", "6.8"),
            ("CODMn", "3.7"),
            ("NH3-N", "0.42"),
            ("TP", "0.11"),
            ("Pb", "0.001"),
        ]),
        section(&[
            ("pH", "8.1"),
            ("DO", "5.1"),
            ("CODMn", "6.3"),
            ("NH3-N", "1.36"),
            ("TP", "0.284"),
            ("Pb", "0.0005"),
        ]),
        section(&[
            ("pH", "6.6"),
            ("DO", "7.45"),
            ("CODMn", "2.0"),
            ("NH3-N", "0.15"),
            ("TP", "0.06"),
        ]),
    ]
}

fn lakes() -> [ItemMap<Quantity>; 2] {
    [
        section(&[
            ("pH", "8.4"),
            ("DO", "8.2"),
            ("CODMn", "4.4"),
            ("NH3-N", "0.2"),
            ("TP", "0.036"),
        ]),
        section(&[
            ("pH", "8.9"),
            ("DO", "9.1"),
            ("CODMn", "5.1"),
            ("NH3-N", "0.31"),
            ("TP", "0.058"),
        ]),
    ]
}

/// Python: fractions for all items, decimals of 50 digits for the mean pH (6.96896 → 6.97 and
/// 8.58170 → 8.58).
#[test]
fn the_index_is_the_sum_of_the_indices_of_means() {
    let city = CityIndex::of(&rivers(), &lakes(), &RULE).unwrap();
    let (rivers, lakes) = (city.rivers().unwrap(), city.lakes().unwrap());
    let indices = |water: &gb3838::city::CityWaterIndex| -> Vec<String> {
        water.items().iter().map(|(item, it)| format!("{item} {}", it.value())).collect()
    };
    assert_eq!(
        indices(rivers),
        ["pH 3/100", "DO 100/129", "CODMn 2/3", "NH3-N 193/300", "TP 227/300", "Pb 3/200"]
    );
    // The limit of total phosphorus is that of lakes.
    assert_eq!(
        indices(lakes),
        ["pH 79/100", "DO 100/173", "CODMn 19/24", "NH3-N 51/200", "TP 47/50"]
    );
    assert_eq!(rivers.value().to_string(), "24827/8600");
    assert_eq!(lakes.value().to_string(), "174109/51900");
    assert_eq!((rivers.sections(), lakes.sections()), (3, 2));
    // (24827/8600 · 3 + 174109/51900 · 2) / 5
    assert_eq!(city.value().to_string(), "68602387/22317000");
    assert_eq!(city.round(4).unwrap().to_string(), "3.0740");
    let rules = [Rule::CITY_INDEX, Rule::CITY_WEIGHTS, Rule::CITY_MEAN_PH];
    assert!(city.rules().eq(rules));
}

/// The trap: averages of per-section indices give 3672911/1139850 for these rivers.
#[test]
fn indices_of_sections_are_not_averaged() {
    let own = |section| *CityIndex::of(&[section], &[], &RULE).unwrap().value();
    let sum = rivers()
        .map(own)
        .into_iter()
        .fold(Fraction::ZERO, |sum, index| sum.checked_add(&index).unwrap());
    assert_eq!(sum.divided_by_count(3).unwrap().to_string(), "3672911/1139850");
    let together = CityIndex::of(&rivers(), &[], &RULE).unwrap();
    assert_eq!(together.value().to_string(), "24827/8600");
}

#[test]
fn weights_are_a_named_choice() {
    // One lake with two points: (24827/8600 · 3 + 174109/51900) / 4.
    let one_lake = RULE.with_weights(CityWeights::Given { rivers: 3, lakes: 1 });
    let city = CityIndex::of(&rivers(), &lakes(), &one_lake).unwrap();
    assert_eq!(city.value().to_string(), "53629013/17853600");
    assert_eq!(city.made_by(), one_lake);
    let none = RULE.with_weights(CityWeights::Given { rivers: 0, lakes: 0 });
    let error = CityIndexError::NoWeight { rivers: 0, lakes: 0 };
    assert_eq!(CityIndex::of(&rivers(), &lakes(), &none), Err(error));
    // Of rivers alone there is nothing to weigh.
    let city = CityIndex::of(&rivers(), &[], &none).unwrap();
    assert_eq!(city.value().to_string(), "24827/8600");
    assert!(city.rules().eq([Rule::CITY_INDEX, Rule::CITY_MEAN_PH]));
    let city = CityIndex::of(&[], &lakes(), &RULE).unwrap();
    assert_eq!(city.value().to_string(), "174109/51900");
}

/// At 0 decimals the mean pH of 6.97 is 7 and adds nothing, 8.58 is 9 and adds 1.
#[test]
fn a_mean_ph_enters_as_it_is_asked_to() {
    let whole = RULE.with_mean_ph_decimals(0);
    let city = CityIndex::of(&rivers(), &lakes(), &whole).unwrap();
    assert_eq!(city.value().to_string(), "70075309/22317000");
    assert_eq!((RULE.mean_ph_decimals(), city.made_by().mean_ph_decimals()), (2, 0));
    // The pH of one section is rounded alike: 7.125, half to even.
    let one = [section(&[("pH", "7.125")])];
    let index =
        |rule: &CityIndexOptions| CityIndex::of(&one, &[], rule).unwrap().value().to_string();
    assert_eq!(
        (index(&RULE), index(&RULE.with_mean_ph_decimals(3))),
        ("3/50".into(), "1/16".into())
    );
    assert!(CityIndex::of(&one, &[], &RULE.with_mean_ph_decimals(13)).is_err());
}

/// pH by hydrogen ion, from means and from numbers: 5.5 with ten times 7.5 is 6.5 exactly.
#[test]
fn a_mean_ph_is_that_of_hydrogen_ions() {
    let mut series = Series::new();
    for (month, ph) in (1..=11).zip(["7.5"; 10].into_iter().chain(["5.5"])) {
        let day = format!("2026-{month}-05").parse().unwrap();
        series.add(day, Item::Ph, &Reading::parse(ph, Item::Ph).unwrap()).unwrap();
    }
    let year = Period::year(Year::new(2026).unwrap());
    let mean = *series.means(&year, year.averaging()).unwrap().get(Item::Ph).unwrap().value();
    let sections = [ItemMap::from_iter([(Item::Ph, mean)]), section(&[("pH", "6.5")])];
    let city = CityIndex::of(&sections, &[], &RULE).unwrap();
    assert_eq!(city.value().to_string(), "1/2");
    let numbers: Vec<_> =
        ["7.5"; 10].iter().chain(&["5.5"]).map(|ph| section(&[("pH", ph)])).collect();
    assert_eq!(CityIndex::of(&numbers, &[], &RULE).unwrap().value().to_string(), "1/2");
}

#[test]
fn what_is_absent_is_said() {
    let mut some = rivers().to_vec();
    // Reference items and an empty section take no part.
    some.push(section(&[("TN", "3"), ("WT", "20"), ("FC", "10000")]));
    some.push(ItemMap::new());
    let city = CityIndex::of(&some, &lakes(), &RULE).unwrap();
    let rivers = city.rivers().unwrap();
    assert_eq!(rivers.value().to_string(), "24827/8600");
    assert_eq!((rivers.sections(), rivers.sections_without_value()), (3, 2));
    assert_eq!(rivers.incomplete().to_string(), "Pb");
    assert_eq!(rivers.items().get(Item::Lead).unwrap().sections(), 2);
    assert_eq!(rivers.absent().len(), 15);
    assert!(!rivers.absent().contains(Item::TotalNitrogen));
    assert!(!rivers.absent().contains(Item::Lead));
    assert!(city.lakes().unwrap().absent().contains(Item::Lead));
    assert_eq!(city.absent(), city.lakes().unwrap().absent());
    assert_eq!(CityIndex::of(&[], &[], &RULE), Err(CityIndexError::NothingMeasured));
    assert_eq!(CityIndex::of(&some[3..], &[], &RULE), Err(CityIndexError::NothingMeasured));
}

#[test]
fn what_has_no_index_is_an_error() {
    let of = |values: &[(&str, &str)]| CityIndex::of(&[section(values)], &[], &RULE);
    let no_oxygen = CityIndexError::NoOxygen { body: gb3838::WaterBody::River };
    assert_eq!(of(&[("DO", "0")]), Err(no_oxygen));
    for (item, value) in [("TP", "-0.02"), ("pH", "14.1"), ("DO", "-1")] {
        let error = of(&[(item, value)]).unwrap_err();
        assert!(matches!(error, CityIndexError::Impossible { .. }));
        assert!(error.to_string().contains(value) && error.to_string().contains(item), "{error}");
    }
    // One section without oxygen is no trouble: the mean is above 0.
    let sections = [section(&[("DO", "0")]), section(&[("DO", "5")])];
    assert_eq!(CityIndex::of(&sections, &[], &RULE).unwrap().value().to_string(), "2");
}

/// Means over prime numbers of values, as hourly data have them, have an exact index that no
/// fraction of 384 bits holds: the product of the primes is the denominator.
#[test]
fn an_index_of_hourly_means_is_exact() {
    let primes: Vec<i64> = (2..800).filter(|n| (2..*n).all(|d| n % d != 0)).collect();
    let means: Vec<_> =
        primes.iter().map(|prime| Fraction::ratio(prime + 1, *prime).unwrap()).collect();
    let section = |mean: Quantity| ItemMap::from_iter([(Item::TotalPhosphorus, mean)]);
    let exact: Vec<_> = means.iter().map(|mean| section(Quantity::from(*mean))).collect();
    let index = CityIndex::of(&exact, &[], &RULE).unwrap();
    // The limit of class III is 0.2.
    let ratio = |above: i64, below: i64| BigRational::new(above.into(), below.into());
    let sum: BigRational = primes.iter().map(|prime| ratio(prime + 1, *prime)).sum();
    let wanted = sum / ratio(i64::try_from(primes.len()).unwrap(), 5);
    let places = BigRational::from_integer(BigInt::from(10).pow(12));
    let wanted = (wanted * places).round().to_integer();
    assert_eq!(BigInt::from(index.round(12).unwrap().units()), wanted);
    assert!(index.value().is_enclosed());
    let rounded = means.iter().map(|mean| section(Quantity::from(mean.round(3).unwrap())));
    assert!(CityIndex::of(&rounded.collect::<Vec<_>>(), &[], &RULE).is_ok());
    // Two with room, in any order, have the same bits.
    let pair = |left: usize, right: usize| {
        *CityIndex::of(&[exact[left], exact[right]], &[], &RULE).unwrap().value()
    };
    assert_eq!(pair(5, 90), pair(90, 5));
}

#[test]
fn a_change_is_a_part_of_the_earlier_index() {
    let base = CityIndex::of(&rivers(), &[], &RULE).unwrap();
    let now = CityIndex::of(&rivers()[2..], &[], &RULE).unwrap();
    let change = CityIndexChange::between(&now, &base).unwrap();
    // Lead was not measured now: the change is partly one of that.
    assert_eq!(change.differing_items().to_string(), "Pb");
    assert_eq!(change.rule(), Rule::CITY_CHANGE);
    let same = CityIndexChange::between(&base, &base).unwrap();
    assert!(same.value().is_zero() && same.differing_items().is_empty());
    let of = |now: &str, base: &str| CityIndexChange::of_values(number(now), number(base));
    assert_eq!(of("3.6", "4.5").unwrap().value().to_string(), "-1/5");
    assert_eq!(of("4.5", "3.6").unwrap().percent(1), Ok(number("25.0")));
    for base in ["0", "-0.5"] {
        let error = of("1", base).unwrap_err();
        assert!(error.to_string().contains(base), "{error}");
    }
}

/// Left out: every section class II or better in both years, each meeting its target.
#[test]
fn good_cities_leave_the_ranking_of_changes() {
    use ChangeRankingPart::{LeftOut, NotKnown, Ranked};
    let good = SectionInTwoYears {
        base: Some(Class::I),
        now: Some(Class::II),
        base_target: Some(Class::II),
        target: Some(Class::III),
    };
    let with = |change: fn(&mut SectionInTwoYears)| {
        let mut section = good;
        change(&mut section);
        ChangeRankingPart::of([good, section, good])
    };
    assert_eq!(ChangeRankingPart::of([good]), LeftOut);
    assert_eq!(with(|it| it.now = Some(Class::III)), Ranked);
    assert_eq!(with(|it| it.base = Some(Class::III)), Ranked);
    assert_eq!(with(|it| it.target = Some(Class::I)), Ranked);
    assert_eq!(with(|it| it.now = None), NotKnown);
    assert_eq!(with(|it| it.base_target = None), NotKnown);
    // What is known decides: a section without a class cannot bring the city back.
    let unknown = SectionInTwoYears { now: None, ..good };
    let poor = SectionInTwoYears { now: Some(Class::IV), target: None, ..good };
    assert_eq!(ChangeRankingPart::of([unknown, poor]), Ranked);
    assert_eq!(ChangeRankingPart::of([]), NotKnown);
}

#[test]
fn a_ranking_ascends_and_says_its_ties() {
    let places = |values: &[&str]| -> Vec<(usize, usize, bool)> {
        let cities = values.iter().enumerate().map(|(city, value)| (city, number(value)));
        let ranking = rank_ascending(cities);
        ranking.iter().map(|it| (it.place(), *it.city(), it.is_tied())).collect()
    };
    assert_eq!(
        places(&["3.1", "-0.2", "3.10", "2", "4"]),
        [(1, 1, false), (2, 3, false), (3, 0, true), (3, 2, true), (5, 4, false)]
    );
    assert_eq!(places(&["1", "1", "1"]), [(1, 0, true), (1, 1, true), (1, 2, true)]);
    assert!(places(&[]).is_empty());
    // Exactly equal, not nearly: 1/3 is not 0.3333.
    let third = Fraction::ratio(1, 3).unwrap();
    let ranking =
        rank_ascending([("a", third), ("b", Fraction::from(Decimal::parse("0.3333").unwrap()))]);
    assert_eq!((*ranking[0].city(), ranking[0].is_tied()), ("b", false));
    assert_eq!(ranking[1].value(), &third);
}
