//! Errors: each implements the core trait, carries its value, and joins the union.

use core::error::Error as CoreError;

use gb3838::{
    Accumulator, Class, Comparison, Date, Decimal, Error, Item, Period, Reading, Standard,
    Timestamp, Unit, WaterBody, Year,
    black_odorous::BlackOdorousReadings,
    city::CityIndexChange,
    flow::{BaseFlowOptions, FloodSeasonIntensity, FloodSeasonStatistic},
    impact::{OxygenSaturation, StandardIndex},
    limits::Cutoff,
    source::SourceItem,
    target::Share,
    time::MonthSet,
};

/// The text carries the value, the union says the same, and nothing ends in a full stop.
#[track_caller]
fn assert_says<E>(error: E, value: &str)
where
    E: CoreError + Copy + PartialEq + Send + Sync + Into<Error> + 'static,
{
    let text = error.to_string();
    assert!(text.contains(value), "{text:?} does not carry {value:?}");
    assert!(!text.ends_with('.') && !text.is_empty(), "{text:?}");
    let union: Error = error.into();
    assert_eq!(union.to_string(), text);
    let boxed: Box<dyn CoreError + Send + Sync> = Box::new(error);
    assert_eq!(boxed.to_string(), text);
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_text_that_was_not_understood_is_in_the_error() {
    assert_says("0.5x".parse::<Decimal>().unwrap_err(), "0.5x");
    assert_says("VI".parse::<Class>().unwrap_err(), "VI");
    assert_says("unknown".parse::<Item>().unwrap_err(), "unknown");
    assert_says("unknown".parse::<SourceItem>().unwrap_err(), "unknown");
    assert_says("pond".parse::<WaterBody>().unwrap_err(), "pond");
    assert_says("pound".parse::<Unit>().unwrap_err(), "pound");
    assert_says("2026-02-29".parse::<Date>().unwrap_err(), "2026-02-29");
    assert_says("noon".parse::<Timestamp>().unwrap_err(), "noon");
    assert_says(Reading::parse("0,5", Item::Lead).unwrap_err(), "0,5");
}

#[test]
fn a_number_that_was_refused_is_in_the_error() {
    assert_says(Decimal::new(7, 19).unwrap_err(), "19");
    assert_says(number("9e17").shift(18).unwrap_err(), "900000000000000000");
    assert_says(Decimal::try_from(f64::NAN).unwrap_err(), "NaN");
    assert_says(Decimal::try_from(f64::INFINITY).unwrap_err(), "inf");
    assert_says(Year::new(0).unwrap_err(), "0");
    assert_says(Date::new(2026, 13, 1).unwrap_err(), "13");
    assert_says(MonthSet::new(&[14]).unwrap_err(), "14");
    assert_says(Share::of_counts(3, 2).unwrap_err(), "3");
    assert_says(Reading::value(number("14.01"), Item::Ph).unwrap_err(), "14.01");
    assert_says(Cutoff::at_most(number("0.025"), 2, Comparison::RoundFirst).unwrap_err(), "0.025");
    let days =
        |first: &str, last: &str| Period::span(first.parse().unwrap(), last.parse().unwrap());
    assert_says(days("2026-02-01", "2026-01-01").unwrap_err(), "span");
    let laxer = Standard::GB_3838_2002.with_limit(
        Item::AmmoniaNitrogen,
        WaterBody::River,
        Class::III,
        number("1.1"),
    );
    assert_says(laxer.unwrap_err(), "1.1");
    let degrees = Unit::Celsius.convert(number("21.5"), Unit::MilligramPerLitre);
    assert_says(degrees.unwrap_err(), "21.5");
    let mut sum = Accumulator::new(Item::Lead);
    assert_says(sum.add(&Reading::Value(number("-0.7"))).unwrap_err(), "-0.7");
    let long = gb3838::Fraction::from(Decimal::from_integer(i64::MAX)).round(3);
    assert_says(long.unwrap_err(), "rounding");
}

#[test]
fn an_index_that_was_refused_says_why() {
    let concentration = StandardIndex::of_concentration(number("-0.3"), number("1"));
    assert_says(concentration.unwrap_err(), "-0.3");
    assert_says(OxygenSaturation::of_river(number("-31.7")).unwrap_err(), "-31.7");
    let change = CityIndexChange::of_values(number("3.2"), number("-0.1"));
    assert_says(change.unwrap_err(), "-0.1");
    let readings =
        BlackOdorousReadings { dissolved_oxygen: Some(number("-0.4")), ..Default::default() };
    assert_says(readings.grade().unwrap_err(), "-0.4");
    let (item, statistic) = (Item::Lead, FloodSeasonStatistic::Mean);
    let season = FloodSeasonIntensity::of_concentration(item, statistic, number("1"), number("-2"));
    assert_says(season.unwrap_err(), "-2");
    let percent = BaseFlowOptions::NINETY_PERCENT.with_required_percent(number("100.5"));
    assert_says(percent.unwrap_err(), "100.5");
}

#[test]
fn a_group_or_series_that_was_refused_is_in_the_error() {
    use gb3838::{
        Fraction,
        lake::TrophicParameter,
        region::{ClassShares, relative_change},
        trend::RankCorrelation,
    };

    assert_says(ClassShares::new(3, 2, 2).unwrap_err(), "3");
    assert_says(RankCorrelation::of(&[1, 2, 3, 4]).unwrap_err(), "4");
    assert_says(RankCorrelation::printed(20, number("1.5")).unwrap_err(), "1.5");
    assert_says("turbidity".parse::<TrophicParameter>().unwrap_err(), "turbidity");
    let zero = TrophicParameter::Transparency.index(&Fraction::ZERO);
    assert_says(zero.unwrap_err(), "SD");
    let now = Fraction::from(number("0.12"));
    assert_says(relative_change(&Fraction::ZERO, &now).unwrap_err(), "0.12");
}
