//! Flood-season pollution intensity, and the ecological base flow.

use gb3838::{
    Accumulator, Date, Decimal, Fraction, Item, Period, Reading, Rule, Year,
    error::{BaseFlowError, FloodSeasonError},
    flow::{
        BaseFlow, BaseFlowOptions, BaseFlowOutcome, FloodSeasonIntensity, FloodSeasonStatistic,
        MissingDays,
    },
    time::MonthSet,
};

use crate::make::number;

fn season(item: Item, cells: &[&str]) -> Accumulator {
    let mut sum = Accumulator::new(item);
    for cell in cells {
        sum.add(&Reading::parse(cell, item).unwrap()).unwrap();
    }
    sum
}

/// Mean 0.31 (half of 0.04 counts), greatest 0.52; the limit of class III is 0.2.
#[test]
fn the_statistic_is_a_named_choice() {
    let readings = season(Item::TotalPhosphorus, &["0.52", "0.39", "0.04L", "--"]);
    let of = |statistic| FloodSeasonIntensity::of(&readings, statistic, number("0.2")).unwrap();
    let mean = of(FloodSeasonStatistic::Mean);
    assert_eq!(
        (mean.value().to_string(), mean.statistic()),
        ("31/20".into(), FloodSeasonStatistic::Mean)
    );
    assert_eq!(mean.round(1).unwrap().to_string(), "1.6");
    let greatest = of(FloodSeasonStatistic::Maximum);
    assert_eq!(greatest.value().to_string(), "13/5");
    assert_eq!(greatest.statistic(), FloodSeasonStatistic::Maximum);
    assert_eq!((greatest.item(), greatest.limit()), (Item::TotalPhosphorus, number("0.2")));
    assert_eq!(greatest.concentration(), &Fraction::from(number("0.52")));
    assert_eq!(greatest.rule(), Rule::FLOOD_SEASON_INTENSITY);
}

#[test]
fn the_leading_pollutant_has_the_greatest_intensity() {
    let of = |item, value: &str, limit: &str| {
        let statistic = FloodSeasonStatistic::Maximum;
        FloodSeasonIntensity::of_concentration(item, statistic, number(value), number(limit))
            .unwrap()
    };
    let ammonia = of(Item::AmmoniaNitrogen, "1.8", "1.0");
    let phosphorus = of(Item::TotalPhosphorus, "0.36", "0.2");
    let permanganate = of(Item::PermanganateIndex, "7", "6");
    // Equal: the first in Table 1.
    let leading =
        |all: [FloodSeasonIntensity; 3]| FloodSeasonIntensity::leading(all).unwrap().item();
    assert_eq!(leading([permanganate, phosphorus, ammonia]), Item::AmmoniaNitrogen);
    assert_eq!(leading([ammonia, phosphorus, permanganate]), Item::AmmoniaNitrogen);
    let more = of(Item::TotalPhosphorus, "0.361", "0.2");
    assert_eq!(leading([permanganate, ammonia, more]), Item::TotalPhosphorus);
    assert_eq!(FloodSeasonIntensity::leading([]), None);
}

#[test]
fn what_has_no_intensity_is_an_error() {
    let item = Item::TotalPhosphorus;
    let limit = number("0.2");
    for statistic in [FloodSeasonStatistic::Mean, FloodSeasonStatistic::Maximum] {
        let of =
            |readings: &Accumulator, limit| FloodSeasonIntensity::of(readings, statistic, limit);
        assert_eq!(of(&season(item, &["--"]), limit), Err(FloodSeasonError::NoValue { item }));
        for zero in ["0", "-1"] {
            let error = FloodSeasonError::LimitNotPositive { item, limit: number(zero) };
            assert_eq!(of(&season(item, &["0.1"]), number(zero)), Err(error));
        }
        for item in [Item::Ph, Item::DissolvedOxygen] {
            let error = FloodSeasonError::NoConcentration { item };
            assert_eq!(of(&season(item, &["7"]), limit), Err(error));
        }
        let negative =
            FloodSeasonIntensity::of_concentration(item, statistic, number("-0.3"), limit);
        assert!(negative.unwrap_err().to_string().contains("-0.3"));
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The first days of 2024, each with a flow.
fn flows(cells: &[&str]) -> Vec<(Date, Decimal)> {
    let year = Year::new(2024).unwrap();
    let days = year.months().into_iter().flat_map(|month| {
        (1..=month.days()).map(move |number| Date::new(2024, month.number(), number).unwrap())
    });
    let all = days.zip(cells).filter(|(_, cell)| **cell != "-");
    all.map(|(day, cell)| (day, number(cell))).collect()
}

fn first_days(count: u8) -> Period {
    Period::span(day("2024-01-01"), Date::new(2024, 1, count).unwrap()).unwrap()
}

const RULE: BaseFlowOptions = BaseFlowOptions::NINETY_PERCENT;

fn base(cells: &[&str], rule: BaseFlowOptions) -> BaseFlow {
    let period = first_days(u8::try_from(cells.len()).unwrap());
    BaseFlow::of_days(&period, flows(cells), number("4.18"), rule).unwrap()
}

/// 茅岭江 at 黄屋屯: 4.18 m³/s. A flow equal to the target reaches it; 9 of 10 days are enough.
#[test]
fn a_base_flow_is_met_at_ninety_percent() {
    let mut cells = ["4.18"; 10];
    cells[3] = "4.179";
    let met = base(&cells, RULE);
    assert_eq!((met.days_reaching(), met.days_with_flow(), met.days()), (9, 10, 10));
    assert_eq!(met.outcome(), BaseFlowOutcome::Met);
    assert_eq!(met.below(), [day("2024-01-04")]);
    assert_eq!((met.share(), met.percent(1)), (Fraction::ratio(9, 10), Ok(Some(number("90.0")))));
    assert_eq!(
        (met.target(), met.asked(), met.rule()),
        (number("4.18"), RULE, Rule::ECOLOGICAL_BASE_FLOW)
    );
    // Upstream with the tide.
    cells[7] = "-12.5";
    assert_eq!(base(&cells, RULE).outcome(), BaseFlowOutcome::Missed);
    // Another requirement is the caller's.
    let eighty = RULE.with_required_percent(number("80")).unwrap();
    assert_eq!(base(&cells, eighty).outcome(), BaseFlowOutcome::Met);
    // 26 of 29 days are 89.66 %: printed 90, and missed.
    let mut february = ["5"; 29];
    february[..3].fill("4");
    assert_eq!(base(&february, RULE).percent(0), Ok(Some(number("90"))));
    assert_eq!(base(&february, RULE).outcome(), BaseFlowOutcome::Missed);
}

#[test]
fn missing_days_are_listed_and_decide_as_asked() {
    let left_out = RULE.with_missing_days(MissingDays::LeftOut);
    // 9 of 10 days, none below: met either way.
    let mut cells = ["5"; 10];
    cells[2] = "-";
    let one = base(&cells, RULE);
    assert_eq!(
        (one.missing(), one.outcome()),
        ([day("2024-01-03")].as_slice(), BaseFlowOutcome::Met)
    );
    assert_eq!(base(&cells, left_out).outcome(), BaseFlowOutcome::Met);
    // 8 of 10 or 10 of 10.
    cells[9] = "-";
    let two = base(&cells, RULE);
    assert_eq!((two.bounds(), two.outcome()), ((8, 10), BaseFlowOutcome::NotAssessed));
    assert_eq!(base(&cells, left_out).outcome(), BaseFlowOutcome::Met);
    // Two of ten below: missed whatever the missing days were.
    cells[..2].fill("1");
    let missed = base(&cells, RULE);
    assert_eq!((missed.bounds(), missed.outcome()), ((6, 8), BaseFlowOutcome::Missed));
    assert_eq!(base(&cells, left_out).outcome(), BaseFlowOutcome::Missed);
    assert_eq!(RULE.missing_days(), MissingDays::EitherWay);
    // Without a flow there is no share.
    for rule in [RULE, left_out] {
        let none = base(&["-"; 5], rule);
        assert_eq!((none.share(), none.percent(1)), (None, Ok(None)));
        assert_eq!(none.outcome(), BaseFlowOutcome::NotAssessed);
        assert_eq!(none.missing().len(), 5);
    }
}

/// A leap year has 366 days; a season only those of its months.
#[test]
fn days_are_those_of_the_period() {
    let target = number("4.18");
    let year = Period::year(Year::new(2024).unwrap());
    let whole = BaseFlow::of_days(&year, flows(&["5"; 366]), target, RULE).unwrap();
    assert_eq!((whole.days(), whole.days_reaching()), (366, 366));
    assert!(whole.missing().is_empty());
    let january = year.first_day().month();
    let dry = Period::season(january, MonthSet::new(&[1, 2, 12]).unwrap()).unwrap();
    let none: [(Date, Decimal); 0] = [];
    let season = BaseFlow::of_days(&dry, none, target, RULE).unwrap();
    assert_eq!(season.days(), 31 + 29 + 31);
}

#[test]
fn flows_that_do_not_fit_are_errors() {
    let period = first_days(3);
    let of = |flows: &[(&str, &str)], target: &str| {
        let flows: Vec<_> = flows.iter().map(|(date, flow)| (day(date), number(flow))).collect();
        BaseFlow::of_days(&period, flows, number(target), RULE).unwrap_err()
    };
    let twice = of(&[("2024-01-02", "5"), ("2024-01-02", "5")], "4.18");
    assert_eq!(twice, BaseFlowError::TwoFlows { day: day("2024-01-02") });
    let outside = of(&[("2024-01-04", "5")], "4.18");
    assert_eq!(outside, BaseFlowError::OutsidePeriod { day: day("2024-01-04") });
    for target in ["0", "-4.18"] {
        assert_eq!(of(&[], target), BaseFlowError::TargetNotPositive { target: number(target) });
    }
    for percent in ["-1", "100.1"] {
        let error = RULE.with_required_percent(number(percent)).unwrap_err();
        assert_eq!(error, BaseFlowError::Percent { percent: number(percent) });
    }
}
